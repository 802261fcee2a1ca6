import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { type TestOrganization, type TestPerson, testApp, testClock } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { changeMember } from '../access/change-member.ts';
import { contextOf } from '../access/create-organization.ts';
import { write } from '../audit/write.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { changeBrand } from '../portal/brand/change-brand.ts';
import { chooseLanguage } from '../portal/choose-language.ts';
import { chooseWay, readChoices } from './choose.ts';
import { listDeliveries, listOwnLetters, renewDelivery } from './deliveries.ts';
import { insertAttempt } from './delivery-queries.ts';
import { logReading, readNotices } from './read-notices.ts';
import type { Said } from './said.ts';
import { tell } from './tell.ts';

type Received = { to: string; headers: Map<string, string>; data: string };

/** A mail server of the machine's own, which refuses as it is told. */
const received: Received[] = [];
let refuseWith: number | null = null;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    if (refuseWith === null) return done();
    done(
      Object.assign(new Error(refuseWith < 500 ? 'try again later' : 'no such mailbox'), {
        responseCode: refuseWith,
      }),
    );
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const data = Buffer.concat(chunks).toString('utf8');
      const head = data.slice(0, data.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
      const headers = new Map(
        head
          .split('\r\n')
          .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
      );
      received.push({ to: session.envelope.rcptTo[0]?.address ?? '', headers, data });
      done();
    });
  },
});
await new Promise<void>((done) => void smtp.listen(0, '127.0.0.1', done));
afterAll(() => new Promise<void>((done) => void smtp.close(done)));

const minute = 60_000;
const hour = 60 * minute;
/** Wednesday, noon in Amsterdam. */
const noon = Date.parse('2026-07-15T12:00:00+02:00');
const clock = testClock(noon);
const { port } = smtp.server.address() as AddressInfo;
const server = await testApp(await freshDatabase(), clock, {
  SMTP_URL: `smtp://127.0.0.1:${port}/`,
  TANDEM_URL: 'https://partners.example.org',
});

const membership = ({ context: { actor } }: TestPerson) =>
  actor.kind === 'member' ? actor.membershipId : '';
const verdict = (event: string): Said => ({
  kind: 'verdict',
  params: {
    number: 7,
    deal: `Deal ${event}`,
    before: 'no credit',
    after: 'sourced, Northgate',
    cause: 'a touch',
  },
  link: '/pipeline/7',
  eventKey: `verdict ${event}`,
});
const statement = (eventKey: string, number: number): Said => ({
  kind: 'statement',
  params: { number, month: '2026-06-01' as never },
  link: '/earnings',
  eventKey,
});
const dispute = (event: string): Said => ({
  kind: 'dispute',
  params: { number: 7, deal: `Deal ${event}`, answerHours: 48 },
  link: '/credit/disputes/1',
  eventKey: `dispute ${event}`,
});

async function said(
  organization: TestOrganization,
  to: readonly TestPerson[],
  ...all: Said[]
): Promise<void> {
  for (const one of all) {
    const context = await contextOf(server.services.ports, organization.slug, {
      kind: 'job',
      name: 'a test',
    });
    if (!context) throw new Error('no organization');
    await write(context, async (tx) => {
      await tell(tx, context, to.map(membership), one);
      tx.record({ action: 'notice.test' });
    });
    clock.advance(1);
  }
}

/** The text of a letter, its encodings undone. */
const textOf = (letter: Received | undefined): string =>
  Buffer.from(
    (letter?.data ?? '')
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** A header, its encoded words undone (RFC 2047). */
const decoded = (header: string | undefined): string | undefined =>
  header
    ?.replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : textOf({ to: '', headers: new Map(), data: word.replaceAll('_', ' ') }),
    );

/** The letters that arrived since the last look, after everything that is planned by now has run. */
async function arrived(after = 0): Promise<Received[]> {
  clock.advance(after);
  for (let round = 0; round < 3; round += 1) await server.runJobs({ early: true });
  return received.splice(0);
}

async function scene(partnerSide = false) {
  clock.set(noon);
  refuseWith = null;
  const organization = await server.organization({ name: 'Northwind' });
  const partnerId = partnerSide ? await organization.partner('Northgate') : undefined;
  const ada = await organization.person(
    [partnerSide ? 'partner_admin' : 'ae'],
    partnerId === undefined ? {} : { partnerId },
  );
  return { organization, ada };
}

describe('what asks for an act', () => {
  it('is mailed within minutes, several in one letter, each with its link, and never again', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], dispute('one'), dispute('two'), dispute('two'));
    const [letter, ...others] = await arrived(3 * minute);
    expect(others).toEqual([]);
    expect(letter?.to).toBe(ada.email);
    expect(letter?.headers.get('subject')).toBe('Northwind: 2 notices');
    expect(letter?.data).toContain('https://partners.example.org/o/');
    expect(letter?.data.indexOf('Deal one')).toBeLessThan(letter?.data.indexOf('Deal two') ?? 0);
    expect(await arrived(24 * hour)).toEqual([]);
  });

  it('is the subject of a letter when it is alone', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], dispute('alone'));
    const [letter] = await arrived(3 * minute);
    expect(letter?.headers.get('subject')).toMatch(/^#7 Deal alone: the credit is disputed/);
    expect(letter?.data).toContain('/credit/disputes/1');
  });
});

describe('the digest', () => {
  it('leaves on the next business day at its hour, with what was not read before, in order', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], verdict('first'), verdict('second'), verdict('third'));
    const { items } = await readNotices(ada.context, { limit: 10 });
    await logReading(ada.context, { ids: [items[1]?.id ?? ''] });
    expect(await arrived(19 * hour)).toEqual([]);
    const [letter, ...others] = await arrived(hour);
    expect(others).toEqual([]);
    expect(letter?.headers.get('subject')).toBe('Northwind: your daily digest, 2 notices');
    expect(letter?.data).not.toContain('Deal second');
    expect(letter?.data.indexOf('Deal first')).toBeLessThan(letter?.data.indexOf('Deal third') ?? 0);
    expect(await arrived(48 * hour)).toEqual([]);
  });

  it('waits over the weekend and a holiday', async () => {
    const { organization, ada } = await scene();
    const chief = await organization.person(['administrator']);
    await chief.call('PATCH', `/o/${organization.slug}`, { body: { holidays: ['2026-07-20'] } });
    clock.set(Date.parse('2026-07-17T09:00:00+02:00'));
    await said(organization, [ada], verdict('friday'));
    clock.set(Date.parse('2026-07-20T09:00:00+02:00'));
    expect(await arrived()).toEqual([]);
    clock.set(Date.parse('2026-07-21T08:00:00+02:00'));
    expect(await arrived()).toHaveLength(1);
  });

  it('is not sent when everything in it was read', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], verdict('read'));
    await logReading(ada.context, { until: clock.now() });
    expect(await arrived(24 * hour)).toEqual([]);
  });
});

describe('nobody is told', () => {
  it('who was suspended, whose access has ended or whose role sees it no more, though the letter was on its way', async () => {
    const { organization } = await scene();
    const chief = await organization.person(['administrator']);
    const gone = await organization.person(['ae']);
    const ended = await organization.person(['advisor'], { accessEndsOn: '2026-07-14' });
    const stays = await organization.person(['ae']);
    await said(organization, [gone, ended, stays], dispute('gone'));
    await changeMember(chief.context, membership(gone), { suspended: true });
    expect((await arrived(3 * minute)).map(({ to }) => to)).toEqual([stays.email]);
  });

  it('of the other side of the wall: a partner’s person gets no letter of the desk', async () => {
    const { organization, ada } = await scene(true);
    await said(organization, [ada], dispute('wall'));
    expect(await arrived(3 * minute)).toEqual([]);
  });

  it('by a demo company', async () => {
    const organization = await server.organization({ isDemo: true });
    const ada = await organization.person(['ae']);
    await said(organization, [ada], dispute('demo'), verdict('demo'));
    expect(await arrived(24 * hour)).toEqual([]);
    expect((await readNotices(ada.context, { limit: 10 })).unread).toBe(2);
  });
});

describe('a partner’s person', () => {
  it('gets the letter of a statement with a link to the portal', async () => {
    const { organization, ada } = await scene(true);
    const params = { number: 3, month: '2026-06-01' as never };
    await said(organization, [ada], { kind: 'statement', params, link: '/earnings', eventKey: 's3' });
    const [letter] = await arrived(3 * minute);
    expect(letter?.headers.get('subject')).toBe('Your statement 3 for June 2026 is issued. (Northwind)');
    expect(letter?.data).toContain(`/o/${organization.slug}/portal/earnings`);
  });

  it('is written to in the language that they chose, days included, and reads it so in the list of letters', async () => {
    const { organization, ada } = await scene(true);
    await said(organization, [ada], statement('s4', 4));
    const [before] = await arrived(3 * minute);
    expect(textOf(before)).toContain('Open it in the portal');
    const put = (language: string) =>
      ada.call('PUT', `/o/${organization.slug}/portal/language`, { body: { language } });
    expect((await put('fr')).status).toBe(422);
    expect((await put('de')).status).toBe(200);
    expect((await put('de')).status).toBe(200);
    const { body } = await ada.call('GET', `/o/${organization.slug}/portal`);
    expect(body).toMatchObject({ me: { language: 'de' } });

    await said(organization, [ada], statement('s5', 5));
    const [letter] = await arrived(3 * minute);
    expect(decoded(letter?.headers.get('subject'))).toBe(
      'Ihre Abrechnung 5 für Juni 2026 ist ausgestellt. (Northwind)',
    );
    const text = textOf(letter);
    expect(text).toContain('Guten Tag ');
    expect(text).toContain('Im Portal öffnen');
    expect(text).toContain('Wählen, was Ihnen gemailt wird, und wann');
    expect(letter?.data).toContain('lang=3D"de"');

    await chooseWay(ada.context, { group: 'asks', way: 'digest' });
    await said(organization, [ada], statement('s6', 6));
    const [digest] = await arrived(21 * hour);
    expect(decoded(digest?.headers.get('subject'))).toBe('Northwind: Ihr täglicher Brief, 1 Mitteilung');

    await chooseLanguage(ada.context, 'en');
    const { items } = await listOwnLetters(ada.context, { limit: 10 });
    expect(items.map(({ notices }) => notices.map(({ sentence, language }) => [language, sentence]))).toEqual(
      [
        [['de', 'Ihre Abrechnung 6 für Juni 2026 ist ausgestellt.']],
        [['de', 'Ihre Abrechnung 5 für Juni 2026 ist ausgestellt.']],
        [['en', 'Your statement 4 for June 2026 is issued.']],
      ],
    );
  });

  it('invites a colleague in the language that they read, under the company’s name', async () => {
    const { organization, ada } = await scene(true);
    await chooseLanguage(ada.context, 'de');
    const email = 'neu@example.org';
    const { status } = await ada.call('POST', `/o/${organization.slug}/portal/team/invitations`, {
      body: { email, role: 'partner_rep' },
    });
    expect(status).toBe(201);
    const [letter] = await arrived();
    expect(letter?.to).toBe(email);
    expect(letter?.headers.get('from')).toBe('Northwind <tandem@partners.example.org>');
    expect(decoded(letter?.headers.get('subject'))).toContain(
      'lädt Sie ins Partnerprogramm von Northwind ein',
    );
    expect(textOf(letter)).toContain('Northgate');
  });

  it('is written to by the company as its portal looks, from the configured address and no other', async () => {
    const { organization, ada } = await scene(true);
    const chief = await organization.person(['administrator']);
    await said(organization, [ada], statement('plain', 1));
    const [plain] = await arrived(3 * minute);
    expect(plain?.headers.get('from')).toBe('Northwind <tandem@partners.example.org>');

    const welcome = { en: '', de: '' };
    await changeBrand(chief.context, { name: 'Nordwind Partner', accent: '#c8372b', welcome });
    await said(organization, [ada], statement('brand', 2));
    const [letter] = await arrived(3 * minute);
    expect(letter?.headers.get('from')).toBe('Nordwind Partner <tandem@partners.example.org>');
    expect(letter?.headers.get('subject')).toBe(
      'Your statement 2 for June 2026 is issued. (Nordwind Partner)',
    );
    expect(letter?.data).toContain('#c8372b');
    expect(letter?.data).not.toContain('<img');

    await said(organization, [chief], dispute('ours'));
    const [ours] = await arrived(3 * minute);
    expect(ours?.headers.get('from')).toBe('Tandem <tandem@partners.example.org>');
  });

  it('gets no header that a name smuggles in', async () => {
    const { organization, ada } = await scene(true);
    const chief = await organization.person(['administrator']);
    const name = 'Evil" <ceo@bank.example>,\r\nBcc: all@example.org';
    await changeBrand(chief.context, { name, accent: null, welcome: { en: '', de: '' } });
    await said(organization, [ada], statement('evil', 9));
    const letters = await arrived(3 * minute);
    expect(letters.map(({ to }) => to)).toEqual([ada.email]);
    const [letter] = letters;
    expect(letter?.headers.has('bcc')).toBe(false);
    expect(letter?.headers.get('from')).toMatch(/^".*" <tandem@partners\.example\.org>$/);
    expect(letter?.headers.get('from')?.match(/(?<!\\)"/g)).toHaveLength(2);
  });
});

describe('a choice', () => {
  it('counts from then on, and takes back what has not left', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], verdict('before'), dispute('before'));
    await chooseWay(ada.context, { group: 'credit', way: 'here' });
    await chooseWay(ada.context, { group: 'asks', way: 'digest' });
    await said(organization, [ada], verdict('after'), dispute('after'));
    const [now, ...others] = await arrived(3 * minute);
    expect(now?.headers.get('subject')).toMatch(/^#7 Deal before: the credit is disputed/);
    expect(others).toEqual([]);
    const [digest] = await arrived(21 * hour);
    expect(digest?.headers.get('subject')).toBe('Northwind: your daily digest, 1 notice');
    expect(digest?.data).toContain('Deal after');
    expect(await readChoices(ada.context)).toMatchObject({
      choices: [
        { group: 'asks', way: 'digest' },
        { group: 'credit', way: 'here' },
        { group: 'program', way: 'digest' },
      ],
    });
  });

  it('is made by one click of a mail program, without a session, and ends such letters only', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], dispute('click'));
    const [letter] = await arrived(3 * minute);
    expect(letter?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url = new URL(/<(.+)>/.exec(letter?.headers.get('list-unsubscribe') ?? '')?.[1] ?? '');
    const click = () =>
      server.app.inject({
        method: 'POST',
        url: url.pathname,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
    expect((await click()).statusCode).toBe(200);
    expect((await click()).statusCode).toBe(200);
    expect((await readChoices(ada.context)).choices).toEqual([
      { group: 'asks', way: 'here' },
      { group: 'credit', way: 'digest' },
      { group: 'program', way: 'digest' },
    ]);
    const forged = url.pathname.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await server.app.inject({ method: 'POST', url: forged })).statusCode).toBe(404);
    await said(organization, [ada], dispute('ended'));
    expect(await arrived(3 * minute)).toEqual([]);
  });
});

describe('a letter that does not arrive', () => {
  it('is tried again later, under the same name', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], dispute('late'));
    refuseWith = 451;
    expect(await arrived(3 * minute)).toEqual([]);
    refuseWith = null;
    expect(await arrived(30_000)).toEqual([]);
    const [letter] = await arrived(minute);
    expect(letter?.to).toBe(ada.email);
    expect(letter?.headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@partners\.example\.org>$/);
  });

  it('is given up when the server refuses it for good', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], dispute('refused'));
    refuseWith = 550;
    expect(await arrived(3 * minute)).toEqual([]);
    refuseWith = null;
    expect(await arrived(72 * hour)).toEqual([]);
    const chief = await organization.person(['administrator']);
    const { items } = await listDeliveries(chief.context, { limit: 10, failed: true });
    expect(items).toMatchObject([
      {
        kind: 'at_once',
        state: 'failed',
        tries: 1,
        to: { person: expect.any(String), address: ada.email },
        answer: expect.stringContaining('550'),
        notices: [{ sentence: expect.stringContaining('Deal refused') }],
      },
    ]);
    await renewDelivery(chief.context, items[0]?.id ?? '');
    expect(await arrived()).toHaveLength(1);
    expect(await listOwnLetters(ada.context, { limit: 10 })).toMatchObject({ items: [{ state: 'sent' }] });
  });

  it('is sent once more when the server died between sending and writing it down, and bears the same name', async () => {
    const { organization, ada } = await scene();
    await said(organization, [ada], dispute('crash'));
    refuseWith = 451;
    await arrived(3 * minute);
    const { items } = await listOwnLetters(ada.context, { limit: 10 });
    const org = organization.context.organization.orgId;
    const id = items[0]?.id ?? '';
    clock.advance(minute);
    // What a process leaves behind that was killed while it sent.
    await withoutTrail(organization.context, (tx) => insertAttempt(tx, org, id, 2, clock.now()));
    refuseWith = null;
    expect(await arrived(minute)).toEqual([]);
    expect((await listOwnLetters(ada.context, { limit: 10 })).items[0]?.state).toBe('sending');
    expect(await arrived(10 * minute)).toHaveLength(1);
    expect(await listOwnLetters(ada.context, { limit: 10 })).toMatchObject({
      items: [{ state: 'sent', tries: 3 }],
    });
    expect(await arrived(24 * hour)).toEqual([]);
  });
});
