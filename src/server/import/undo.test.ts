import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealStages } from '#test/harness/deal-table.ts';
import { importText, later, projectionOf } from '#test/harness/importing.ts';
import { rehearsal } from '../database/transaction.ts';
import { projectOpportunities } from './project/project-opportunities.ts';
import { verifyProjection } from './project/verify-projection.ts';
import { withdrawImport } from './withdraw-import.ts';

const database = await testDatabase();
const server = await testApp(database);

const day = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const deal = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  name: fc.constantFrom('Roof', 'Wall', 'Ünïcode, "quoted"'),
  account: fc.constantFrom('', 'Acme', 'acme', 'Bolt AG'),
  stage: fc.constantFrom(...Object.keys(dealStages)),
  amount: fc.constantFrom('', '0', '1250.50', '-300'),
  created: fc.oneof(fc.constant(''), day),
  closed: fc.oneof(fc.constant(''), day),
  partner: fc.constantFrom('', 'Nordsee IT', 'Sund Group'),
  role: fc.constantFrom('', 'originator', 'reference'),
});
const dealFile = fc
  .uniqueArray(deal, { selector: (one) => one.id, minLength: 1, maxLength: 6 })
  .map((deals) =>
    [dealHeader, ...deals.map((one) => Object.values(one).map(quoted).join(','))].join('\n').concat('\n'),
  );

const quoted = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`;

const historyMapping = {
  kind: 'stage-history',
  source: 'Test CRM',
  dateOrder: 'ymd',
  decimal: '.',
  columns: { opportunityId: 'Id', stage: 'Stage', changedAt: 'When', amount: 'Amount' },
  stages: { ...dealStages, Note: { ignore: true } },
};
const historyFile = fc
  .array(
    fc.record({
      id: fc.integer({ min: 1, max: 8 }),
      stage: fc.constantFrom(...Object.keys(historyMapping.stages)),
      when: fc
        .integer({ min: 0, max: 400 * 24 })
        .map((hours) => new Date(Date.UTC(2025, 0, 1, hours)).toISOString()),
      amount: fc.constantFrom('', '100', '250'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    ['Id,Stage,When,Amount', ...rows.map((row) => Object.values(row).join(','))].join('\n').concat('\n'),
  );

type Step = { readonly text: string; readonly mapping: object | undefined };
const step: fc.Arbitrary<Step> = fc.oneof(
  dealFile.map((text) => ({ text, mapping: undefined })),
  historyFile.map((text) => ({ text, mapping: historyMapping })),
);

describe('undoing an import', () => {
  it('restores exactly the reading before it, whatever the files say', async () => {
    await fc.assert(
      fc.asyncProperty(step, step, async (first, second) => {
        const { context } = await server.organization();
        await importText(context, first.text, first.mapping, true);
        const before = await projectionOf(database, context);
        const draft = await importText(context, second.text, second.mapping, true);
        if (draft.importId !== null) await withdrawImport(later(context), draft.importId);
        expect(await projectionOf(database, context)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('never matters for what stays: the first of two imports can go as well', async () => {
    await fc.assert(
      fc.asyncProperty(dealFile, dealFile, async (first, second) => {
        const { context } = await server.organization();
        const draft = await importText(context, first);
        await importText(context, second);
        await withdrawImport(later(context), draft.importId ?? '');
        expect(await verifyProjection(context.ports.pool, context.organization)).toMatchObject({
          differing: [],
        });
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('reads new deals at once as it would read them from their facts', async () => {
    await fc.assert(
      fc.asyncProperty(step, async ({ text, mapping }) => {
        const { context } = await server.organization();
        await importText(context, text, mapping, true);
        const stored = await projectionOf(database, context);
        await rehearsal(context.ports.pool, { org: context.organization.orgId }, async (tx) => {
          await projectOpportunities(tx, context.organization, { of: 'all' });
        });
        const { differing } = await verifyProjection(context.ports.pool, context.organization);
        expect(differing).toEqual([]);
        expect(await projectionOf(database, context)).toEqual(stored);
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('changes nothing when any file is imported twice', async () => {
    await fc.assert(
      fc.asyncProperty(step, async ({ text, mapping }) => {
        const { context } = await server.organization();
        await importText(context, text, mapping, true);
        const before = await projectionOf(database, context);
        const again = await importText(context, text, mapping, true);
        expect(again.result?.counts).toMatchObject({ create: 0, update: 0 });
        expect(await projectionOf(database, context)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
