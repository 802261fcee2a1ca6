import { createConnection } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, describe, expect, it } from 'vitest';
import type { Context } from '#server/access/context.ts';
import { acceptSuggestion } from '#server/attribution/touch/answer-suggestion.ts';
import { suggestionsOnDeal } from '#server/attribution/touch/suggestions.ts';
import { openPool } from '#server/database/pool.ts';
import { demoSlug, removeDemo } from '#server/demo/demo.ts';
import { checkMailIn } from '#server/doctor/check-mail-in.ts';
import { deleteDeal, mergeDeal } from '#server/opportunity/correction/end-deal.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { type TestOrganization, testApp, testClock } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { takeDealMail } from './deal-mail.ts';
import { openInlet } from './inlet.ts';
import { mailOfDeal, readDealMail } from './list-mails.ts';

const domain = 'in.company.example';
const settings = { TANDEM_MAIL_DOMAIN: domain, TANDEM_MAIL_IN: '127.0.0.1:0' };
const now = Date.UTC(2026, 2, 21, 17);
const server = await testApp(await testDatabase(), testClock(now), settings);
const { config } = server.services;
if (!config.mailIn) throw new Error('the inlet is off');
const inlet = await openInlet(config.mailIn, server.services);
afterAll(() => inlet.close());

const listenerOf = (address: string) => ({ host: '127.0.0.1', port: Number(address.split(':').at(-1)) });
const clientOf = (address: string) => createTransport({ ...listenerOf(address), ignoreTLS: true });
const client = clientOf(inlet.address);

type Company = {
  readonly organization: TestOrganization;
  readonly seller: Awaited<ReturnType<TestOrganization['person']>>;
  readonly context: Context;
  readonly deals: Readonly<Record<'D1' | 'D2', string>>;
  readonly addresses: Readonly<Record<'D1' | 'D2', string>>;
  readonly partnerId: string;
  readonly personId: string;
};

/** A company with two open deals, and a partner whose Rachel is known by her address. */
async function company(wanted: Parameters<typeof server.organization>[0] = {}): Promise<Company> {
  const organization = await server.organization(wanted);
  const seller = await organization.person(['head_of_partnerships', 'partner_ops', 'ae']);
  const context = { ...seller.context, now };
  const { partnerId } = await createPartner(context, {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, managerId: null, signedOn: '2026-01-05' },
  });
  const rachel = { name: 'Rachel Stone', email: 'Rachel@Northgate.example' };
  const { partnerPersonId: personId } = await addPartnerPerson(context, partnerId, rachel);
  const rows = 'D1,First,Acme,Proposal,1000,2026-03-01,,,\nD2,Second,Acme,Proposal,1000,2026-03-01,,,\n';
  await importText(context, `${dealHeader}\n${rows}`);
  const { body } = await seller.call('GET', `/o/${organization.slug}/opportunities`);
  const { items } = body as { items: { opportunityId: string; name: string }[] };
  const idOf = (name: string) => items.find((one) => one.name === name)?.opportunityId ?? '';
  const deals = { D1: idOf('First'), D2: idOf('Second') };
  const addressOf = async (deal: string) => (await mailOfDeal(context, config, deal)).address ?? '';
  const addresses = { D1: await addressOf(deals.D1), D2: await addressOf(deals.D2) };
  return { organization, seller, context, deals, addresses, partnerId, personId };
}

const ours = await company();

let sent = 0;
const mail = (change: object = {}) => {
  sent += 1;
  return {
    from: 'Rachel Stone <rachel@northgate.example>',
    to: ours.addresses.D1,
    subject: 'Architecture workshop',
    text: 'Hi Dana,\n\nthe buyer chose our design,\nand wants an offer.\n\nBest regards\nRachel\n',
    date: new Date(now - 3_600_000),
    messageId: `<${sent}@northgate.example>`,
    ...change,
  };
};
const mailsOf = async (deal: 'D1' | 'D2', one = ours) =>
  (await mailOfDeal(one.context, config, one.deals[deal])).items;
/** The code and words with which the server refuses. */
const refusalOf = (message: object, by = client) =>
  by.sendMail(message).then(
    () => 'accepted',
    (error: { responseCode?: number; response?: string }) => error.response ?? String(error),
  );

describe('a mail to the address of a deal', () => {
  it('becomes a suggestion with its words as a draft, which one click makes a touch of', async () => {
    const cc = `Somebody <${ours.seller.email}>`;
    await client.sendMail(mail({ cc, attachments: [{ filename: 'design.pdf', content: 'a drawing' }] }));
    const [one] = await suggestionsOnDeal(ours.context, ours.deals.D1);
    const seller = ours.context.actor.name;
    expect(one).toMatchObject({
      partner: 'Northgate',
      person: 'Rachel Stone',
      internalOwner: seller,
      action: 'solution_architecture',
      outcome: 'the buyer chose our design, and wants an offer.',
      occurredAt: now - 3_600_000,
      missing: [],
    });
    expect(one?.reason).toContain('not verified');
    const [listed] = await mailsOf('D1');
    expect(listed).toMatchObject({ state: 'waits', partner: { name: 'Northgate' }, person: 'Rachel Stone' });
    expect(one?.evidence).toEqual([`mail:${listed?.mailId}`]);
    const whole = await readDealMail(ours.context, listed?.mailId ?? '');
    expect(whole).toMatchObject({
      from: { name: 'Rachel Stone', address: 'rachel@northgate.example' },
      attachments: [{ name: 'design.pdf', type: 'application/pdf', bytes: 9 }],
      isCut: false,
    });
    expect(whole.text).toContain('Best regards\nRachel');
    const none = { internalOwner: null, role: null, action: null, outcome: null, evidence: null };
    await acceptSuggestion(ours.context, ours.deals.D1, one?.key ?? '', {
      ...{ ...none, partnerPersonId: null, occurredAt: null },
    });
    expect((await mailsOf('D1'))[0]).toMatchObject({ state: 'touch' });
    expect(await suggestionsOnDeal(ours.context, ours.deals.D1)).toEqual([]);
  });

  it('is shown with its claimed sender through the API, and its HTML as words only', async () => {
    const html =
      '<p>The <b>pilot</b> starts</p><script>alert(1)</script><img src="https://track.example/x.gif">';
    await client.sendMail(mail({ to: ours.addresses.D2, text: undefined, html, subject: '' }));
    const path = `/o/${ours.organization.slug}/opportunities/${ours.deals.D2}/mails`;
    const { body } = await ours.seller.call('GET', path);
    const { address, items } = body as { address: string; items: { mailId: string; subject: string }[] };
    expect(address).toBe(ours.addresses.D2);
    expect(items[0]).toMatchObject({
      subject: 'Without a subject',
      from: { address: 'rachel@northgate.example' },
    });
    const one = await ours.seller.call('GET', `/o/${ours.organization.slug}/mails/${items[0]?.mailId}`);
    // A picture is the place that it would be loaded from, as words: nothing loads it.
    expect(one.body).toMatchObject({ text: 'The pilot starts\n\n[https://track.example/x.gif]' });
    expect(await suggestionsOnDeal(ours.context, ours.deals.D2)).toMatchObject([
      { outcome: 'The pilot starts' },
    ]);
  });

  it('is kept once, however often and by how many connections at once it comes', async () => {
    const before = (await mailsOf('D2')).length;
    const twice = mail({ to: ours.addresses.D2 });
    await Promise.all([1, 2, 3].map(() => clientOf(inlet.address).sendMail(twice)));
    await client.sendMail({ ...twice, to: ours.addresses.D2.toUpperCase() });
    expect(await mailsOf('D2')).toHaveLength(before + 1);
    await client.sendMail({ ...twice, to: [ours.addresses.D1, ours.addresses.D2] });
    expect(await mailsOf('D2')).toHaveLength(before + 1);
    expect((await mailsOf('D1')).length).toBe(2);
  });

  it('from nobody who is known is kept, and suggested once somebody has that address', async () => {
    const other = await company();
    const stranger = mail({ to: other.addresses.D1, from: 'Ann Lee <ann@unknown.example>' });
    await client.sendMail(stranger);
    expect((await mailsOf('D1', other))[0]).toMatchObject({ partner: null, person: null, state: 'waits' });
    expect(await suggestionsOnDeal(other.context, other.deals.D1)).toEqual([]);
    const ann = { name: 'Ann Lee', email: 'ann@unknown.example' };
    await addPartnerPerson(other.context, other.partnerId, ann);
    expect((await mailsOf('D1', other))[0]).toMatchObject({
      partner: { name: 'Northgate' },
      person: 'Ann Lee',
    });
    expect(await suggestionsOnDeal(other.context, other.deals.D1)).toMatchObject([{ person: 'Ann Lee' }]);
  });

  it.each<[string, object]>([
    ['in the future', { date: new Date(now + 86_400_000) }],
    ['that is none', { date: undefined, headers: { Date: 'garbage' } }],
    ['before there was such mail', { date: new Date('1970-01-01T00:00:00Z') }],
  ])('with a date %s counts from when it came', async (_, change) => {
    const other = await company();
    await client.sendMail(mail({ to: other.addresses.D1, ...change }));
    const [one] = await suggestionsOnDeal(other.context, other.deals.D1);
    expect(one?.occurredAt).toBe(now);
  });

  it('of a deal that was merged is kept with the deal that stands; of a deleted one it is refused', async () => {
    const other = await company();
    await mergeDeal(other.context, other.deals.D1, other.deals.D2, 'The same deal twice');
    await client.sendMail(mail({ to: [other.addresses.D1, other.addresses.D2] }));
    expect(await mailsOf('D2', other)).toHaveLength(1);
    await deleteDeal(other.context, other.deals.D2, 'Entered by mistake');
    expect(await refusalOf(mail({ to: other.addresses.D2 }))).toMatch(/^550 .*No such address/);
  });

  it('waits at its sender when a deal has had more mails in a day than people write', async () => {
    const other = await company();
    const of = (number: number) => ({
      ...{
        id: `<${number}@flood.example>`,
        from: null,
        to: [],
        cc: [],
        subject: null,
        text: '',
        isCut: false,
      },
      ...{ attachments: [], sentAt: null, isAutomatic: false },
    });
    const number = /^deal-(\d+)-/.exec(other.addresses.D1)?.[1] ?? '';
    for (let at = 0; at < 200; at += 1)
      expect(await takeDealMail(other.context, number, of(at))).toBe('kept');
    expect(await takeDealMail(other.context, number, of(0))).toBe('known');
    expect(await refusalOf(mail({ to: other.addresses.D1 }))).toMatch(/^452 Deal #\d+ has had 200 mails/);
    await client.sendMail(mail({ to: other.addresses.D2 }));
    const tomorrow = { ...other.context, now: now + 86_400_001 };
    expect(await takeDealMail(tomorrow, number, of(200))).toBe('kept');
  });

  it('goes with the demo company, and its address with it', async () => {
    const demo = await company({ slug: demoSlug, isDemo: true });
    await client.sendMail(mail({ to: demo.addresses.D1 }));
    expect(await mailsOf('D1', demo)).toHaveLength(1);
    expect(await removeDemo(server.services.ports)).toBe(true);
    expect(await refusalOf(mail({ to: demo.addresses.D1 }))).toMatch(/^550 /);
  });

  it('stays in its organization', async () => {
    const other = await company();
    const before = (await mailsOf('D1')).length;
    await client.sendMail(mail({ to: other.addresses.D1, subject: 'For others only' }));
    expect(await mailsOf('D1')).toHaveLength(before);
    const [foreign] = await mailsOf('D1', other);
    await expect(readDealMail(ours.context, foreign?.mailId ?? '')).rejects.toMatchObject({
      type: 'not-found',
    });
  });
});

describe('the inlet refuses', () => {
  it('every address that it did not make in the same words, whether there is such a deal or not', async () => {
    const [local = '', at = ''] = ours.addresses.D1.split('@');
    const wrong = [
      `${local.slice(0, -1)}${local.endsWith('0') ? '1' : '0'}@${at}`,
      `deal-999999-${ours.organization.slug}-0123456789@${at}`,
      `deal-1-no-such-organization-0123456789@${at}`,
      `note${local.slice('deal'.length)}@${at}`,
      `deal-1@${at}`,
      `postmaster@${at}`,
      `${local}@elsewhere.example`,
      'somebody@northgate.example',
    ];
    const answers = await Promise.all(wrong.map((to) => refusalOf(mail({ to }), clientOf(inlet.address))));
    expect(new Set(answers)).toEqual(new Set(['550 No such address here']));
  });

  it('the code of another deal and of another organization', async () => {
    const other = await company();
    const code = (address: string) => /-([0-9a-z]{10})@/.exec(address)?.[1] ?? '';
    const withCode = (address: string, from: string) => address.replace(code(address), code(from));
    for (const to of [
      withCode(ours.addresses.D1, ours.addresses.D2),
      withCode(ours.addresses.D1, other.addresses.D1),
    ]) {
      expect(await refusalOf(mail({ to }))).toMatch(/^550 /);
    }
  });

  it('more than 10 MB, said beforehand or not', async () => {
    const before = (await mailsOf('D1')).length;
    const attachments = [{ filename: 'film.mov', content: Buffer.alloc(9 * 1024 * 1024) }];
    expect(await refusalOf(mail({ attachments }))).toMatch(/^552 /);
    expect(await mailsOf('D1')).toHaveLength(before);
  });

  it('a mail that is nested beyond reason, and keeps nothing of it', async () => {
    const before = (await mailsOf('D1')).length;
    const parts = Array.from(
      { length: 2000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    const raw = `From: rachel@northgate.example\r\n${parts.join('')}\r\nx`;
    const envelope = { from: 'rachel@northgate.example', to: [ours.addresses.D1] };
    expect(await refusalOf({ envelope, raw })).toMatch(/^554 .*cannot be read/);
    expect(await mailsOf('D1')).toHaveLength(before);
  });
});

describe('the inlet', () => {
  it.each<[string, object]>([
    ['an answer of a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a bulk mail', { headers: { Precedence: 'bulk' } }],
    ['a report about a mail', { raw: 'Content-Type: multipart/report; boundary=b\r\n\r\n--b--\r\n' }],
    ['a mail without a sender to answer', { envelope: { from: '' } }],
  ])('accepts %s and keeps nothing of it', async (_, change) => {
    const before = (await mailsOf('D1')).length;
    const { envelope, ...rest } = change as { envelope?: object };
    const to = [ours.addresses.D1];
    await client.sendMail({
      ...mail(rest),
      envelope: { from: 'rachel@northgate.example', to, ...envelope },
    });
    expect(await mailsOf('D1')).toHaveLength(before);
  });

  it.each<[string, string]>([
    ['bytes that are no text', `\xff\xfe\x00${'\x01'.repeat(50)}`],
    ['no header at all', 'only words\r\n'],
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=b\r\n\r\nlost?\r\n'],
    ['NUL and half a character', 'Subject: =?utf-8?B?7aCA?= \x00x\r\n\r\n\x00text\r\n'],
  ])('keeps what can be read of %s', async (_, raw) => {
    const other = await company();
    const envelope = { from: 'x@y.example', to: [other.addresses.D1] };
    await client.sendMail({ envelope, raw: Buffer.from(raw, 'latin1') });
    expect(await mailsOf('D1', other)).toMatchObject([{ from: null, partner: null }]);
  });

  it('asks the sender to come again when the database cannot be reached, and keeps the mail then', async () => {
    const dead = openPool(
      { connectionString: 'postgresql://nobody@127.0.0.1:1/none' },
      { max: 1, name: 'dead' },
    );
    const { ports } = server.services;
    const broken = await openInlet(
      { domain, host: '127.0.0.1', port: 0 },
      {
        ...server.services,
        ports: { ...ports, pool: dead },
      },
    );
    const before = (await mailsOf('D1')).length;
    const same = mail();
    expect(await refusalOf(same, clientOf(broken.address))).toMatch(/^451 /);
    await broken.close();
    await dead.end();
    await client.sendMail(same);
    expect(await mailsOf('D1')).toHaveLength(before + 1);
  });

  it('asks again too when the database goes away while the mail comes in, and leaves nothing behind', async () => {
    const { ports } = server.services;
    const pool = openPool(
      { connectionString: String(ports.pool.options.connectionString) },
      { max: 2, name: 'ends' },
    );
    const own = await openInlet(
      { domain, host: '127.0.0.1', port: 0 },
      {
        ...server.services,
        ports: { ...ports, pool },
      },
    );
    const before = (await mailsOf('D1')).length;
    const said = await converse(own.address, [
      ['EHLO x', /^250 /m],
      ['MAIL FROM:<a@b.example>', /^250/m],
      [`RCPT TO:<${ours.addresses.D1}>`, /^250/m],
      ['DATA', /^354/m, () => pool.end()],
      ['Subject: x\r\n\r\nx\r\n.', /^451/m],
    ]);
    expect(said).toMatch(/^451 A fault on our side/m);
    expect(await mailsOf('D1')).toHaveLength(before);
    await own.close();
  });

  it('keeps nothing of a mail whose sender goes away in the middle', async () => {
    const before = (await mailsOf('D1')).length;
    await converse(inlet.address, [
      ['EHLO x', /^250 /m],
      ['MAIL FROM:<a@b.example>', /^250/m],
      [`RCPT TO:<${ours.addresses.D1}>`, /^250/m],
      ['DATA', /^354/m],
      ['Subject: half\r\n\r\nhalf of', null],
    ]);
    await client.sendMail(mail());
    expect(await mailsOf('D1')).toHaveLength(before + 1);
    expect((await mailsOf('D1')).map(({ subject }) => subject)).not.toContain('half');
  });

  it('offers no way to send through it: no sign-in, no TLS of its own', async () => {
    const said = await converse(inlet.address, [['EHLO x', /^250 /m]]);
    expect(said).toMatch(/^220 in\.company\.example ESMTP Tandem/);
    expect(said).not.toMatch(/AUTH|STARTTLS/);
  });

  it('is found by the doctor where it listens, and missed where it does not', async () => {
    const { port } = listenerOf(inlet.address);
    const at = { domain, host: '127.0.0.1', port };
    expect(await checkMailIn(at)).toEqual({
      ok: true,
      detail: `mail for @${domain} comes in at 127.0.0.1:${port}`,
    });
    expect(await checkMailIn({ ...at, domain: 'other.example' })).toMatchObject({ ok: false });
    const none = await checkMailIn({ ...at, port: 1 });
    expect(none).toEqual({
      ok: false,
      detail: 'nothing answers at 127.0.0.1:1: is `tandem start` running?',
    });
  });

  it('says which address is taken when it cannot listen', async () => {
    const { port } = listenerOf(inlet.address);
    const again = openInlet({ domain, host: '127.0.0.1', port }, server.services);
    await expect(again).rejects.toThrow(`Mail cannot be taken at 127.0.0.1:${port} (EADDRINUSE)`);
  });
});

/** Speaks SMTP line by line: what to say, and what must be heard before the next; with null it hangs up at once. */
function converse(
  address: string,
  steps: readonly (readonly [say: string, hear: RegExp | null, then?: () => Promise<unknown>])[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(listenerOf(address));
    const left = [...steps];
    let heard = '';
    let fresh = '';
    let awaited: RegExp | null = /^220/m;
    let then: (() => Promise<unknown>) | undefined;
    const end = () => {
      socket.destroy();
      resolve(heard);
    };
    const say = async () => {
      await then?.();
      const next = left.shift();
      if (!next) return end();
      [, awaited, then] = next;
      fresh = '';
      socket.write(`${next[0]}${awaited === null ? '' : '\r\n'}`, () => {
        if (awaited === null) end();
      });
    };
    socket.on('data', (piece) => {
      heard += piece.toString();
      fresh += piece.toString();
      if (awaited?.test(fresh)) void say().catch(reject);
    });
    socket.once('error', reject);
  });
}
