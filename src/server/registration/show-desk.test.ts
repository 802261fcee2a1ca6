import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { acceptRegistration, rejectRegistration } from './decide.ts';
import { beginFor, readFormFor } from './drafts.ts';
import { ruleConflict } from './rule-conflict.ts';
import { listRegistrations, readForDesk } from './show-desk.ts';
import { submitFor } from './submit.ts';

const server = await testApp(await testDatabase());
const day = (date: string, hour = 12) => Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`);
const yes = { changed: null, opportunityId: null };

/** Registers in the name of a partner, as its manager or partner ops would. */
async function register(
  scene: RegistrationScene,
  nth: number,
  legalName: string,
  domain: string,
  on: number,
) {
  const ops = scene.at(scene.ops, on);
  const { partnerId } = scene.partners[nth] ?? (undefined as never);
  const rep = { name: 'Ada', email: 'ada@partner.example' };
  const typed = { ...typedDeal({ legalName, domain }), nextStepOn: '2026-10-01' };
  const { registrationId, number } = await beginFor(ops, partnerId, rep, typed);
  await submitFor(ops, registrationId);
  return { registrationId, number };
}

const queue = (scene: RegistrationScene, group: 'waiting' | 'protected' | 'over', more: object = {}) =>
  listRegistrations(scene.at(scene.ops, day('2026-09-01')), {
    ...{ group, partnerId: null, cursor: null, limit: 50 },
    ...more,
  });

describe('the queue of the desk', () => {
  it('DR-12: puts what is due first, what ends first and what is newest first, page by page, and counts by age', async () => {
    const scene = await registrationScene(server);
    const one = await register(scene, 0, 'First BV', 'first-queue.nl', day('2026-07-15'));
    const two = await register(scene, 1, 'Second BV', 'second-queue.nl', day('2026-07-16'));
    const three = await register(scene, 0, 'Third BV', 'third-queue.nl', day('2026-07-17'));
    const four = await register(scene, 0, 'Fourth BV', 'fourth-queue.nl', day('2026-08-28'));
    const first = await queue(scene, 'waiting', { limit: 3 });
    expect(first.items.map(({ number }) => number)).toEqual([one, two, three].map(({ number }) => number));
    expect(first.items[0]).toMatchObject({ isLate: true, asks: 0, stops: 0, rep: 'Ada' });
    const next = await queue(scene, 'waiting', { limit: 3, cursor: first.nextCursor });
    expect(next.items.map(({ number }) => number)).toEqual([four.number]);
    expect(next.nextCursor).toBeNull();
    expect(first.ages.filter(({ count }) => count > 0)).toEqual([
      { under: 7, isRed: false, count: 1 },
      { under: 60, isRed: true, count: 3 },
    ]);
    expect(first.owners).toEqual([{ owner: null, counts: first.ages.map(({ count }) => count) }]);

    await acceptRegistration(scene.at(scene.ops, day('2026-08-20')), three.registrationId, yes);
    await acceptRegistration(scene.at(scene.ops, day('2026-08-10')), one.registrationId, yes);
    const no = { reason: 'Not qualified', words: '' };
    await rejectRegistration(scene.at(scene.ops, day('2026-08-10')), two.registrationId, no);
    await rejectRegistration(scene.at(scene.ops, day('2026-09-01')), four.registrationId, no);
    const held = await queue(scene, 'protected');
    expect(held.items.map(({ number }) => number)).toEqual([one.number, three.number]);
    expect(held.counts).toEqual({ waiting: 0, protected: 2, over: 2 });
    const over = await queue(scene, 'over', { limit: 1 });
    expect(over.items.map(({ number }) => number)).toEqual([four.number]);
    const older = await queue(scene, 'over', { limit: 1, cursor: over.nextCursor });
    expect(older.items.map(({ number }) => number)).toEqual([two.number]);
    const own = await queue(scene, 'over', { partnerId: scene.partners[0]?.partnerId });
    expect([own.items.length, own.counts]).toEqual([1, { waiting: 0, protected: 2, over: 1 }]);
  });
});

describe('one registration on the desk', () => {
  it('DR-1: has every record that collides beside it, with whose it is and since when', async () => {
    const scene = await registrationScene(server);
    const ops = scene.at(scene.ops, day('2026-07-15', 8));
    const columns = { ...dealMapping.columns, accountDomain: 'Website' };
    await importText(
      ops,
      `${dealHeader},Website\nD1,Acme plants,Acme Beside BV,Qualified,90000,2026-06-01,,,,acme-beside.nl\n`,
      { ...dealMapping, columns },
    );
    const first = await register(scene, 0, 'Acme Beside BV', 'acme-beside.nl', day('2026-07-15'));
    const { number } = await register(scene, 1, 'Acme Beside BV', 'acme-beside.nl', day('2026-07-16'));
    const seen = await readForDesk(scene.at(scene.ops, day('2026-07-16')), number);
    const beside = (check: string) => seen.checks.find((one) => one.check === check)?.beside;
    expect(beside('otherPartner')).toEqual([
      {
        ...{ kind: 'registration', ref: String(first.number), title: `Registration ${first.number}` },
        ...{ name: 'Acme Beside BV', domain: 'acme-beside.nl', country: 'NL', who: 'Partner 1' },
        ...{ state: 'submitted', since: '2026-07-15', by: 'domain', score: 1 },
      },
    ]);
    expect(beside('directDeal')).toMatchObject([
      { kind: 'opportunity', name: 'Acme Beside BV', state: 'Qualified', since: '2026-06-01' },
    ]);
    expect(seen.protection).toMatchObject({ days: 120, extensionDays: 60 });
    expect(seen.aes).toEqual([expect.objectContaining({ name: expect.any(String) })]);
  });

  it('DR-15: has earlier rulings of its kind beside its own case, and says who ruled', async () => {
    const scene = await registrationScene(server);
    const ops = scene.at(scene.ops, day('2026-07-16'));
    const conflictOn = async (name: string, domain: string) => {
      await register(scene, 0, name, domain, day('2026-07-15'));
      const later = await register(scene, 1, name, domain, day('2026-07-16', 9));
      return { later, conflict: (await readForDesk(ops, later.number)).conflict };
    };
    const past = await conflictOn('Past BV', 'past-case.nl');
    expect(past.conflict?.precedents).toEqual([]);
    await ruleConflict(scene.at(scene.head, day('2026-07-17')), past.conflict?.number ?? 0, {
      ground: 'earliest',
      winner: past.conflict?.parties[0]?.registrationId ?? null,
      words: 'Whoever is complete first has it.',
      evidence: ['https://mail.example/why'],
    });
    const ruled = (await readForDesk(ops, past.later.number)).conflict;
    expect(ruled).toMatchObject({
      state: 'ruled',
      evidence: ['https://mail.example/why'],
      ruledBy: expect.any(String),
    });
    const next = await conflictOn('Next BV', 'next-case.nl');
    expect(next.conflict?.precedents).toMatchObject([
      { number: past.conflict?.number, account: 'Past BV', words: 'Whoever is complete first has it.' },
    ]);
  });

  it('shows the form of a partner to who registers in its name, and to nobody else', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { partnerId, rep } = scene.partners[0] ?? (undefined as never);
    const { form } = await readFormFor(scene.at(scene.ops, day('2026-07-15')), partnerId);
    expect(form.fields.map(({ field }) => field)).toContain('legalName');
    for (const who of [scene.ae, rep]) {
      await expect(readFormFor(scene.at(who, day('2026-07-15')), partnerId)).rejects.toMatchObject({
        type: 'not-allowed',
      });
    }
  });
});
