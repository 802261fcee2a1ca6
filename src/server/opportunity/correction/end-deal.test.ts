import { describe, expect, it } from 'vitest';
import type { Context } from '#server/access/context.ts';
import { explain } from '#server/attribution/explain.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { listOpportunities } from '../read-opportunities.ts';
import { deleteDeal, mergeDeal, restoreDeal } from './end-deal.ts';

const server = await testApp(await testDatabase());
const day = (date: string) => Date.parse(`${date}T12:00:00+01:00`);

/** Two records of one deal in the CRM, and an introduction that was recorded on the second. */
async function twins() {
  const organization = await server.organization();
  const { context } = await organization.person(['head_of_partnerships', 'partner_ops']);
  const at = (date: string): Context => ({ ...context, now: day(date) });
  const { partnerId } = await createPartner(at('2026-01-05'), {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(at('2026-01-05'), partnerId, person);
  await importText(
    at('2026-03-03'),
    `${dealHeader}\nD1,First,Acme,Qualified,1000,2026-03-01,,,\nD2,Twin,Acme Two,Qualified,1000,2026-03-01,,,\n`,
  );
  const idOf = async (record: string) => (await findDeal(at('2026-03-04'), record))?.opportunityId ?? '';
  const [first, twin] = [await idOf('D1'), await idOf('D2')];
  await recordIntroduction(at('2026-03-04'), {
    ...{ partnerId, partnerPersonId, accountId: null, opportunityId: twin, product: null },
    ...{ occurredAt: day('2026-02-25'), evidence: ['https://mail.example/1'], note: null },
  });
  return { at, first, twin };
}

const numbers = async (context: Context) =>
  (await listOpportunities(context, { limit: 50, sort: 'name' } as never)).items
    .map(({ name }) => name)
    .sort();

describe('a deal that the CRM merged into another one', () => {
  it('gives its acts to that deal, counts nowhere, and takes both back when it is restored', async () => {
    const { at, first, twin } = await twins();
    expect(await explain(at('2026-03-05'), 'D1')).toMatchObject({ credit: 'none' });
    expect(await explain(at('2026-03-05'), 'D2')).toMatchObject({ credit: 'sourced' });
    await mergeDeal(at('2026-03-06'), twin, first, 'The same deal twice');
    const told = await explain(at('2026-03-07'), 'D1');
    expect(told).toMatchObject({ credit: 'sourced', partner: { name: 'Northgate' }, pending: false });
    expect(told.history[0]).toMatchObject({
      class: 'sourced',
      cause: expect.stringContaining('merged into'),
    });
    expect(await numbers(at('2026-03-07'))).toEqual(['First']);
    await restoreDeal(at('2026-03-08'), twin, 'They are two deals after all');
    expect(await explain(at('2026-03-09'), 'D1')).toMatchObject({ credit: 'none' });
    expect(await explain(at('2026-03-09'), 'D2')).toMatchObject({ credit: 'sourced' });
    expect(await numbers(at('2026-03-09'))).toEqual(['First', 'Twin']);
  });

  it('is refused into itself, twice, and into a deal that is no more', async () => {
    const { at, first, twin } = await twins();
    const merge = (from: string, into: string) => mergeDeal(at('2026-03-06'), from, into, 'twice');
    await expect(merge(first, first)).rejects.toMatchObject({ type: 'invalid-input' });
    await merge(twin, first);
    await expect(merge(twin, first)).rejects.toMatchObject({ type: 'conflict' });
    await expect(merge(first, twin)).rejects.toMatchObject({ type: 'conflict' });
    await expect(restoreDeal(at('2026-03-07'), first, 'stands')).rejects.toMatchObject({ type: 'conflict' });
  });
});

describe('a deal that the CRM deleted', () => {
  it('leaves the lists with its credit, and comes back with both', async () => {
    const { at, twin } = await twins();
    await deleteDeal(at('2026-03-06'), twin, 'Entered by mistake');
    expect(await numbers(at('2026-03-07'))).toEqual(['First']);
    await expect(explain(at('2026-03-07'), 'D2')).rejects.toMatchObject({ type: 'not-found' });
    await restoreDeal(at('2026-03-08'), twin, 'It was not');
    const told = await explain(at('2026-03-09'), 'D2');
    expect(told.history.map((one) => one.class)).toEqual(['sourced', 'none', 'sourced']);
  });
});
