import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileReader } from '#connectors/file-reader.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { readTransaction } from '#server/database/transaction.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import { listImports } from '#server/import/list-imports.ts';
import { getDraft } from '#server/import/open-draft.ts';
import { runImport } from '#server/import/run-import.ts';
import { startRun } from '#server/import/start-run.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { draftOfText, importText, later, projectionOf } from '#test/harness/importing.ts';

const database = await testDatabase();
const server = await testApp(database);

const file = (from: number, count: number): string => {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `${from + index},Deal ${from + index},Account ${index % 7},Proposal,100,2026-01-10,2026-09-01,,`,
  );
  return `${[dealHeader, ...rows].join('\n')}\n`;
};

describe('imports at the same time', () => {
  it('of one draft make one import', async () => {
    const { context } = await server.organization();
    const draft = await draftOfText(context, file(1, 300));
    await tryDraft(context, fileReader, draft.draftId);
    const choice = { leaveOutRejected: false };
    const both = await Promise.all(
      [1, 2].map(() => commitDraft(later(context), fileReader, draft.draftId, choice)),
    );
    expect(new Set(both.map((one) => one.importId)).size).toBe(1);
    expect(both.every((one) => one.state === 'committed')).toBe(true);
    expect((await listImports(context, { limit: 10 })).items).toHaveLength(1);
    const { deals } = (await projectionOf(database, context)) as { deals: unknown[] };
    expect(deals).toHaveLength(300);
  });

  it('of two files wait for each other, and both come in whole', async () => {
    const { context } = await server.organization();
    const results = await Promise.all([
      importText(context, file(1, 300)),
      importText(context, file(200, 300)),
    ]);
    expect(results.map((one) => one.state)).toEqual(['committed', 'committed']);
    const { deals, accounts } = (await projectionOf(database, context)) as {
      deals: unknown[];
      accounts: unknown[];
    };
    expect(deals).toHaveLength(499);
    expect(accounts).toHaveLength(7);
  });
});

describe('a commit that runs', () => {
  it('says how far it is to whoever asks', async () => {
    const { context, slug } = await server.organization();
    const draft = await draftOfText(context, file(1, 20_000));
    await tryDraft(context, fileReader, draft.draftId);
    await startRun(context, draft.draftId, { task: 'commit', leaveOutRejected: false });
    const job = { org: slug, draftId: draft.draftId, startedBy: 'test', leaveOutRejected: false };
    let isDone = false;
    const running = runImport(context.ports, fileReader, job).finally(() => {
      isDone = true;
    });
    const seen: number[] = [];
    while (!isDone) {
      const { state, progress } = await getDraft(context, draft.draftId);
      if (state === 'running' && progress) seen.push(progress.rows);
      await sleep(50);
    }
    await running;
    expect(Math.max(0, ...seen)).toBeGreaterThan(0);
    expect(await getDraft(context, draft.draftId)).toMatchObject({ state: 'committed', progress: null });
  });
});

describe('a file of touches', () => {
  const header = 'Deal,Partner,Person,Ours,Role,Action,Date,Outcome,Evidence,Confirmed';
  const mapping = {
    kind: 'touches',
    source: 'Test CRM',
    columns: {
      opportunityId: 'Deal',
      partner: 'Partner',
      person: 'Person',
      internalOwner: 'Ours',
      partnerRole: 'Role',
      action: 'Action',
      occurredAt: 'Date',
      result: 'Outcome',
      evidence: 'Evidence',
      confirmedBy: 'Confirmed',
    },
  };
  const act = (deal: number, who = 'Ann Lee'): string =>
    `${deal},Sund,${who},Dana,validator,joint meeting,2026-07-10,Agreed,https://x.example/1,Dana\n`;

  async function withPartner(deals: number) {
    const organization = await server.organization();
    const { context } = await organization.person(['head_of_partnerships', 'partner_ops']);
    await importText(context, file(1, deals));
    const details = { name: 'Sund', domain: null, country: null, archetype: 'si', managerId: null } as const;
    const { partnerId } = await createPartner(context, { ...details, signedOn: '2026-01-01' });
    const person = { name: 'Ann Lee', email: null };
    const { partnerPersonId } = await addPartnerPerson(context, partnerId, person);
    return { organization, context, partnerId, partnerPersonId };
  }

  it('and the same act recorded by hand meanwhile make one touch', async () => {
    const { context, partnerId, partnerPersonId } = await withPartner(6);
    const org = context.organization.orgId;
    for (let deal = 1; deal <= 6; deal += 1) {
      const at = later(context);
      const found = await findDeal(at, String(deal));
      const draft = await draftOfText(at, `${header}\n${act(deal)}`, mapping);
      await tryDraft(at, fileReader, draft.draftId);
      const results = await Promise.allSettled([
        commitDraft(at, fileReader, draft.draftId, { leaveOutRejected: false }),
        recordTouch(at, {
          opportunityId: found?.opportunityId ?? '',
          partnerId,
          partnerPersonId,
          internalOwner: 'Dana',
          role: 'validator',
          action: 'joint_meeting',
          outcome: 'Agreed',
          evidence: ['https://x.example/1'],
          occurredAt: Date.parse('2026-07-10T10:00:00Z'),
        }),
      ]);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ type: 'conflict' });
      const rows = await readTransaction(database.pool, { org }, (tx) =>
        tx.query('select from tandem.touch where opportunity_id = $1', [found?.opportunityId ?? '']),
      );
      expect(rows).toHaveLength(1);
    }
  });

  it('that is killed leaves no touch and no person', async () => {
    const { organization, context } = await withPartner(500);
    const org = context.organization.orgId;
    const rows = Array.from({ length: 500 }, (_, index) => act(index + 1, `Person ${index % 40}`));
    const draft = await draftOfText(later(context), `${header}\n${rows.join('')}`, mapping);
    await tryDraft(later(context), fileReader, draft.draftId);
    const kept = () =>
      readTransaction(database.pool, { org }, (tx) =>
        tx.query<{ touches: number; people: number }>(
          `select (select count(*) from tandem.touch)::int as touches,
             (select count(*) from tandem.partner_person)::int as people`,
        ),
      );
    await killed(organization.slug, draft.draftId, 'writing');
    expect(await kept()).toEqual([{ touches: 0, people: 1 }]);
    const done = await commitDraft(later(context), fileReader, draft.draftId, { leaveOutRejected: false });
    expect(done).toMatchObject({ state: 'committed', result: { counts: { create: 500 } } });
    expect(await kept()).toEqual([{ touches: 500, people: 41 }]);
  });
});

/** Commits the draft in a process of its own and kills it in that phase. */
async function killed(slug: string, draftId: string, phase: string): Promise<void> {
  const script = fileURLToPath(new URL('./killed-import.ts', import.meta.url));
  const child = fork(script, [database.appUrl, slug, draftId, phase]);
  const [message] = await once(child, 'message');
  expect(message).toBe(phase);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('an import that is killed', () => {
  it('leaves nothing, and can be repeated', async () => {
    const { context, slug } = await server.organization();
    const draft = await draftOfText(context, file(1, 20_000));
    await tryDraft(context, fileReader, draft.draftId);
    for (const phase of ['reading', 'writing']) {
      await killed(slug, draft.draftId, phase);
      expect(await projectionOf(database, context)).toEqual({
        deals: [],
        accounts: [],
        partners: [],
        stages: [],
      });
      expect((await listImports(context, { limit: 10 })).items).toEqual([]);
    }
    const done = await commitDraft(later(context), fileReader, draft.draftId, { leaveOutRejected: false });
    expect(done).toMatchObject({ state: 'committed', result: { counts: { create: 20_000 } } });
  });
});
