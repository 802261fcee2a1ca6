import { describe, expect, it } from 'vitest';
import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { defaultDocument } from '#core/blueprint/document.ts';
import type { Context } from '#server/access/context.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, importText } from '#test/harness/importing.ts';
import { findDeal } from '../find-deal.ts';
import { recordIntroduction } from '../touch/record-introduction.ts';
import { readReplay, requestReplay } from './replays.ts';

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
  const at = (date: string): Context => ({ ...chief.context, now: day(date) });
  const { partnerId } = await createPartner(at('2026-05-01'), {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const { partnerPersonId } = await addPartnerPerson(at('2026-05-01'), partnerId, {
    ...{ name: 'Rachel Stone', email: null },
  });
  await importText(at('2026-06-02'), `${dealHeader}\nD1,New,Acme,Qualified,1000,2026-06-01,,,\n`);
  const opportunityId = (await findDeal(at('2026-06-02'), 'D1'))?.opportunityId ?? '';
  await recordIntroduction(at('2026-06-21'), {
    ...{ partnerId, partnerPersonId, accountId: null, opportunityId, product: null },
    ...{ occurredAt: day('2026-05-25'), evidence: ['https://mail.example/1'], note: null },
  });
  return { chief, at };
}

describe('a replay', () => {
  it('says which deal changes class under another page, and why', async () => {
    const { chief, at } = await late();
    const { replayId } = await requestReplay(at('2026-07-10'), page({ lockDays: 21 }));
    expect(await readReplay(at('2026-07-10'), replayId)).toMatchObject({ state: 'waiting', result: null });
    server.clock.set(day('2026-07-10'));
    await server.runJobs();
    const { state, result } = await readReplay(at('2026-07-10'), replayId);
    expect(state).toBe('done');
    expect(result).toMatchObject({
      deals: 1,
      movedDeals: 1,
      flows: [{ from: 'none', to: 'sourced', deals: 1, amountMinor: 100_000 }],
      partners: [{ partner: { name: 'Northgate' }, sourcedMinorBefore: 0, sourcedMinorAfter: 100_000 }],
    });
    expect(result?.moved[0]?.reasons.join(' ')).toContain('by the lock date 2026-06-22');
    const slug = chief.context.organization.slug;
    const file = await chief.call('GET', `/o/${slug}/credit/replays/${replayId}/deals.csv`);
    expect(file.status).toBe(200);
  });

  it('under the same page changes nothing', async () => {
    const { at } = await late();
    const { replayId } = await requestReplay(at('2026-07-10'), page({}));
    server.clock.set(day('2026-07-10'));
    await server.runJobs();
    expect((await readReplay(at('2026-07-10'), replayId)).result).toMatchObject({ deals: 1, movedDeals: 0 });
  });

  it('is refused for a page that contradicts itself, with what is wrong', async () => {
    const { at } = await late();
    await expect(requestReplay(at('2026-07-10'), page({ longLockDays: 3 }))).rejects.toMatchObject({
      type: 'invalid-input',
      errors: [expect.objectContaining({ path: 'body.page.settings.longLockDays' })],
    });
    await expect(requestReplay(at('2026-07-10'), { nonsense: true })).rejects.toMatchObject({
      type: 'invalid-input',
    });
  });
});
