import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { contextOf } from '#server/access/create-organization.ts';
import { write } from '#server/audit/write.ts';
import { mailAtOnce, mailDigests } from '#server/notice/compose-letters.ts';
import { deliver } from '#server/notice/deliver.ts';
import { listDeliveries, renewDelivery } from '#server/notice/deliveries.ts';
import { logReading, readNotices } from '#server/notice/read-notices.ts';
import type { Said } from '#server/notice/said.ts';
import { tell } from '#server/notice/tell.ts';
import { type TestOrganization, type TestPerson, testApp, testClock } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';

/** Every letter that the mail server accepted, as the deals that it names. */
const letters: { to: string; deals: string[] }[] = [];
let refusing = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    done(refusing ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
  onData: (stream, session, done) => {
    let data = '';
    stream.on('data', (chunk: Buffer) => {
      data += chunk.toString('utf8');
    });
    stream.on('end', () => {
      // The plain text alone: the subject names a deal again, and so does the HTML.
      const body = data.slice(data.indexOf('\r\n\r\n'));
      const text = body.replaceAll('=\r\n', '').split('text/html')[0] ?? '';
      const deals = [...text.matchAll(/Deal (\w+)/g)].map(([, name]) => name ?? '');
      letters.push({ to: session.envelope.rcptTo[0]?.address ?? '', deals });
      done();
    });
  },
});
await new Promise<void>((done) => void smtp.listen(0, '127.0.0.1', done));
const slack = createServer((_request, response) => void response.end('ok'));
await new Promise<void>((done) => void slack.listen(0, '127.0.0.1', done));
afterAll(async () => {
  await new Promise<void>((done) => void smtp.close(done));
  await new Promise<void>((done) => void slack.close(() => done()));
});

const database = await freshDatabase();
const clock = testClock();
const { port } = smtp.server.address() as AddressInfo;
const server = await testApp(database, clock, { SMTP_URL: `smtp://127.0.0.1:${port}/` });
const { ports, delivery } = server.services;
const minute = 60_000;

const membership = ({ context: { actor } }: TestPerson) =>
  actor.kind === 'member' ? actor.membershipId : '';

async function said(
  organization: TestOrganization,
  to: TestPerson,
  kind: 'verdict' | 'dispute',
  name: string,
) {
  const context = await contextOf(ports, organization.slug, { kind: 'job', name: 'a test' });
  if (!context) throw new Error('no organization');
  const deal = { number: 1, deal: `Deal ${name}` };
  const one: Said =
    kind === 'verdict'
      ? {
          kind,
          params: { ...deal, before: 'no credit', after: 'sourced', cause: 'a touch' },
          link: '/pipeline/1',
          eventKey: name,
        }
      : { kind, params: { ...deal, answerHours: 48 }, link: '/credit/disputes/1', eventKey: name };
  await write(context, async (tx) => {
    await tell(tx, context, [membership(to)], one);
    tx.record({ action: 'notice.test' });
  });
}

async function scene() {
  refusing = false;
  clock.set(Date.parse('2026-07-15T09:00:00+02:00'));
  const organization = await server.organization();
  const ada = await organization.person(['ae']);
  const chief = await organization.person(['administrator']);
  letters.length = 0;
  return { organization, ada, chief, org: organization.slug };
}

const together = (times: number, act: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: times }, act));

describe('many workers at once', () => {
  it('put a notice into one letter and send it once', async () => {
    const { organization, ada, chief, org } = await scene();
    await said(organization, ada, 'dispute', 'a1');
    clock.advance(1);
    await said(organization, ada, 'dispute', 'a2');
    const job = { org, membershipId: membership(ada) };
    await together(6, () => mailAtOnce(ports, job));
    const { items } = await listDeliveries(chief.context, { limit: 10, failed: false });
    expect(items).toHaveLength(1);
    const deliveryId = items[0]?.id ?? '';
    await together(6, () => deliver(delivery, { org, deliveryId }));
    await server.runJobs({ early: true });
    expect(letters).toEqual([{ to: ada.email, deals: ['a1', 'a2'] }]);
  });

  it('make one digest of a day', async () => {
    const { organization, ada, chief, org } = await scene();
    await said(organization, ada, 'verdict', 'd1');
    clock.set(Date.parse('2026-07-16T08:00:00+02:00'));
    await together(6, () => mailDigests(ports, { org }));
    await together(2, () => server.runJobs({ early: true }));
    expect((await listDeliveries(chief.context, { limit: 10, failed: false })).items).toHaveLength(1);
    expect(letters).toHaveLength(1);
  });

  it('send again once, however many ask for it', async () => {
    const { organization, ada, chief, org } = await scene();
    await said(organization, ada, 'dispute', 'r1');
    refusing = true;
    await mailAtOnce(ports, { org, membershipId: membership(ada) });
    await server.runJobs({ early: true });
    const id = (await listDeliveries(chief.context, { limit: 1, failed: true })).items[0]?.id ?? '';
    refusing = false;
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => renewDelivery(chief.context, id)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await together(2, () => server.runJobs({ early: true }));
    expect(letters).toHaveLength(1);
  });
});

type Step =
  | { readonly does: 'credit' | 'asks' | 'read' | 'work' }
  | { readonly does: 'wait'; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('credit', 'asks').map((does) => ({ does }) as Step) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'read' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ does: 'work' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(1, 5, 60, 600, 1440, 4320)
      .map((minutes) => ({ does: 'wait', minutes }) as Step),
  },
);

describe('any life of an inbox', () => {
  it('mails each notice at most once, in order, and none that was read before; what is unread comes in the end', async () => {
    let life = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const { organization, ada } = await scene();
        life += 1;
        const told: string[] = [];
        const readUnmailed = new Set<string>();
        const mailed = () => letters.filter(({ to }) => to === ada.email).flatMap(({ deals }) => deals);
        for (const one of steps) {
          if (one.does === 'wait') clock.advance(one.minutes * minute);
          else if (one.does === 'work') await together(2, () => server.runJobs({ early: true }));
          else if (one.does === 'read') {
            const before = new Set(mailed());
            for (const name of told) if (!before.has(name)) readUnmailed.add(name);
            await logReading(ada.context, { until: clock.now() });
          } else {
            const name = `L${life}n${told.length}`;
            told.push(name);
            await said(organization, ada, one.does === 'asks' ? 'dispute' : 'verdict', name);
            clock.advance(1);
          }
        }
        // Nine o'clock on each day of the week that follows: everything that had to leave has left.
        const day = 1440 * minute;
        const midnight = Math.ceil(clock.now() / day) * day;
        for (let nth = 0; nth < 7; nth += 1) {
          clock.set(midnight + nth * day + 7 * 60 * minute);
          for (let round = 0; round < 2; round += 1) await server.runJobs({ early: true });
        }
        const all = mailed();
        expect(new Set(all).size).toBe(all.length);
        expect(all.filter((name) => readUnmailed.has(name))).toEqual([]);
        expect(all.toSorted()).toEqual(told.filter((name) => !readUnmailed.has(name)).toSorted());
        for (const { to, deals } of letters) {
          if (to !== ada.email) continue;
          const places = deals.map((name) => told.indexOf(name));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
        expect((await readNotices(ada.context, { limit: 200 })).items).toHaveLength(told.length);
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
