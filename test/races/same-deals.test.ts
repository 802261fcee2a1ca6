import { describe, expect, it } from 'vitest';
import { fileReader } from '#connectors/file-reader.ts';
import { verifyChain } from '#server/audit/verify.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import { verifyProjection } from '#server/import/project/verify-projection.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { withdrawImport } from '#server/import/withdraw-import.ts';
import type { TestPerson } from '#test/harness/app.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { draftOfText, importText, later, projectionOf } from '#test/harness/importing.ts';

const database = await freshDatabase();
const server = await testApp(database);

/** Deals of one file: the same ids in every file, another amount in each. */
function file(amount: number, rows = 60): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `R${index},Deal ${index},Account ${index % 7},Qualified,${amount + index},2026-05-01,,,`,
  );
  return `${[dealHeader, ...lines].join('\n')}\n`;
}

async function triedDraft({ context }: TestPerson, text: string): Promise<string> {
  const at = later(context);
  const { draftId } = await draftOfText(at, text);
  await tryDraft(at, fileReader, draftId);
  return draftId;
}

const commit = ({ context }: TestPerson, draftId: string) =>
  commitDraft(later(context), fileReader, draftId, { leaveOutRejected: false });

async function isWhole({ context }: TestPerson): Promise<void> {
  expect(await verifyProjection(database.pool, context.organization)).toMatchObject({ differing: [] });
  expect(await verifyChain(database.pool, context.organization.orgId)).toMatchObject({ ok: true });
}

const importsOf = async (who: TestPerson): Promise<{ number: number; withdrawnAt: number | null }[]> => {
  const { body } = await who.call('GET', `/o/${who.context.organization.slug}/imports`);
  return (body as { items: { number: number; withdrawnAt: number | null }[] }).items;
};

describe('two imports at once', () => {
  it('of the same new deals: each deal is there once, with both histories', async () => {
    const ops = await (await server.organization()).person(['partner_ops']);
    const drafts = [await triedDraft(ops, file(1000)), await triedDraft(ops, file(5000))];
    await Promise.all(drafts.map((draftId) => commit(ops, draftId)));
    const { deals } = (await projectionOf(database, ops.context)) as { deals: { record_id: string }[] };
    expect(deals).toHaveLength(60);
    expect(new Set((await importsOf(ops)).map(({ number }) => number)).size).toBe(2);
    const { body } = await ops.call('GET', `/o/${ops.context.organization.slug}/opportunities/R0`);
    expect((body as { facts: unknown[] }).facts).toHaveLength(2);
    await isWhole(ops);
  });

  it('and the undoing of the one before: what stands is what the remaining one says', async () => {
    const ops = await (await server.organization()).person(['partner_ops']);
    const first = await importText(ops.context, file(1000));
    const draftId = await triedDraft(ops, file(5000, 30));
    await Promise.all([commit(ops, draftId), withdrawImport(later(ops.context), first.importId ?? '')]);
    const { deals } = (await projectionOf(database, ops.context)) as {
      deals: { record_id: string; amount_minor: number }[];
    };
    expect(deals).toHaveLength(30);
    expect(deals.find((deal) => deal.record_id === 'R0')).toMatchObject({ amount_minor: 500_000 });
    await isWhole(ops);
  });

  it('undone twice at once: once, and the other is told', async () => {
    const ops = await (await server.organization()).person(['partner_ops']);
    const { importId } = await importText(ops.context, file(1000));
    const undo = () => ops.call('POST', `/o/${ops.context.organization.slug}/imports/${importId}/withdraw`);
    const answers = await Promise.all([undo(), undo(), undo()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(((await projectionOf(database, ops.context)) as { deals: unknown[] }).deals).toEqual([]);
    await isWhole(ops);
  });
});
