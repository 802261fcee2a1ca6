import { describe, expect, it } from 'vitest';
import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { defaultDocument } from '#core/blueprint/document.ts';
import type { Context } from '#server/access/context.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { findDeal } from '../find-deal.ts';
import { recordIntroduction } from '../touch/record-introduction.ts';
import { listMovedDeals, listReplays, readReplay } from './replays.ts';
import { requestReplay } from './request-replay.ts';
import { stopReplay } from './stop-replay.ts';

const server = await testApp(await testDatabase());
const day = (date: string) => Date.parse(`${date}T12:00:00+02:00`);
const page = (change: Partial<AttributionBody['settings']>): AttributionBody => {
  const body = defaultDocument().attribution;
  return { ...body, settings: { ...body.settings, ...change } };
};

/** A deal that was introduced in time and written down on its day 20: too late by the page, which gives 14. */
async function late() {
  const organization = await server.organization();
  const chief = await organization.person(['cro', 'head_of_partnerships', 'partner_ops']);
  const seller = await organization.person(['ae']);
  const at = (date: string): Context => ({ ...chief.context, now: day(date) });
  const { partnerId } = await createPartner(at('2026-05-01'), {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const { partnerPersonId } = await addPartnerPerson(at('2026-05-01'), partnerId, {
    ...{ name: 'Rachel Stone', email: null },
  });
  await importText(at('2026-06-02'), `${dealHeader}\nD1,=New,Acme,Qualified,1000,2026-06-01,,,\n`);
  const opportunityId = (await findDeal(at('2026-06-02'), 'D1'))?.opportunityId ?? '';
  await recordIntroduction(at('2026-06-21'), {
    ...{ partnerId, partnerPersonId, accountId: null, opportunityId, product: null },
    ...{ occurredAt: day('2026-05-25'), evidence: ['https://mail.example/1'], note: null },
  });
  return { chief, seller, at };
}

describe('a replay', () => {
  it('says which deal changes class under another page, and why', async () => {
    const { chief, at } = await late();
    const { replayId } = await requestReplay(at('2026-07-10'), { page: page({ lockDays: 21 }) });
    expect(await readReplay(at('2026-07-10'), replayId)).toMatchObject({ state: 'waiting', result: null });
    server.clock.set(day('2026-07-10'));
    await server.runJobs();
    const { state, result } = await readReplay(at('2026-07-10'), replayId);
    expect(state).toBe('done');
    expect(result).toMatchObject({
      deals: 1,
      movedDeals: 1,
      flows: [{ from: 'none', to: 'sourced', deals: 1, amountMinor: 100_000 }],
      partners: [
        { partner: { name: 'Northgate' }, before: { sourcedMinor: 0 }, after: { sourcedMinor: 100_000 } },
      ],
      quarters: [{ start: '2026-04-01', before: { sourcedMinor: 0 }, after: { sourcedMinor: 100_000 } }],
      changes: [{ sentence: 'Time to record a claim: 14 → 21', alone: 1, together: 0 }],
    });
    const { items } = await listMovedDeals(at('2026-07-10'), replayId, { limit: 10, to: 'sourced' });
    expect(items[0]?.reasons[0]).toContain('by the lock date 2026-06-22');
    expect(items[0]?.reasons[0]).toContain('within 21 days after the deal was created');
    const others = await listMovedDeals(at('2026-07-10'), replayId, { limit: 10, to: 'assisted' });
    expect(others.items).toEqual([]);
    const slug = chief.context.organization.slug;
    const file = await chief.call('GET', `/o/${slug}/credit/replays/${replayId}/deals.csv`);
    expect(file.status).toBe(200);
    expect(String(file.body)).toContain('"\'=New"');
    expect((await listReplays(at('2026-07-10'), { limit: 10 })).items).toMatchObject([
      { id: replayId, about: 'given', state: 'done', progress: { done: 1, all: 1 } },
    ]);
  });

  it('under the same page changes nothing', async () => {
    const { at } = await late();
    const { replayId } = await requestReplay(at('2026-07-10'), { page: page({}) });
    server.clock.set(day('2026-07-10'));
    await server.runJobs();
    expect((await readReplay(at('2026-07-10'), replayId)).result).toMatchObject({ deals: 1, movedDeals: 0 });
  });

  it('is refused for a page that contradicts itself, with what is wrong', async () => {
    const { at } = await late();
    await expect(requestReplay(at('2026-07-10'), { page: page({ longLockDays: 3 }) })).rejects.toMatchObject({
      type: 'invalid-input',
      errors: [expect.objectContaining({ path: 'body.page.settings.longLockDays' })],
    });
    await expect(requestReplay(at('2026-07-10'), { page: { nonsense: true } })).rejects.toMatchObject({
      type: 'invalid-input',
    });
  });

  it('explains a past number: what was decided then, and what has come to be known since', async () => {
    const { at } = await late();
    const later = await requestReplay(at('2026-07-10'), { knownOn: '2026-06-20' });
    server.clock.set(day('2026-07-10'));
    await server.runJobs();
    const found = await readReplay(at('2026-07-10'), later.replayId);
    expect(found).toMatchObject({ about: 'then', knownOn: '2026-06-20', toOn: '2026-06-20', state: 'done' });
    expect(found.result).toMatchObject({ deals: 1, movedDeals: 0, changes: [] });
    await expect(requestReplay(at('2026-07-10'), { knownOn: '2026-07-10' })).rejects.toMatchObject({
      type: 'invalid-input',
    });
  });

  it('takes the draft of the page where one is asked for, and says where there is none', async () => {
    const { at } = await late();
    await expect(requestReplay(at('2026-07-10'), { from: 'draft' })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: 'body.from' })],
    });
  });

  it('that is stopped stays stopped, and one that is over stays as it is', async () => {
    const { at } = await late();
    const { replayId } = await requestReplay(at('2026-07-10'), { page: page({}) });
    expect(await stopReplay(at('2026-07-10'), replayId)).toEqual({ state: 'stopped' });
    server.clock.set(day('2026-07-10'));
    await server.runJobs();
    expect(await readReplay(at('2026-07-10'), replayId)).toMatchObject({ state: 'stopped', result: null });
    const other = await requestReplay(at('2026-07-10'), { page: page({}) });
    await server.runJobs();
    expect(await stopReplay(at('2026-07-10'), other.replayId)).toEqual({ state: 'done' });
  });

  it('is refused to who may not run one', async () => {
    const { seller } = await late();
    await expect(requestReplay(seller.context, { page: page({}) })).rejects.toMatchObject({
      type: 'not-allowed',
    });
  });
});
