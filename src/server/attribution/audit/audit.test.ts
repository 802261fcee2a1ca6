import { describe, expect, it } from 'vitest';
import { type TestOrganization, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import type { Context } from '../../access/context.ts';
import { addPartnerPerson, createPartner } from '../../partner/change-partner.ts';
import { scoreboard } from '../../scoreboard/scoreboard.ts';
import { findDeal } from '../find-deal.ts';
import { recordIntroduction } from '../touch/record-introduction.ts';
import { drawMonth } from './draw-month.ts';
import { findItem } from './find-item.ts';
import { listSamples, readSample } from './read-audit.ts';
import { listNamedWithoutAct, readCompleteness } from './read-lists.ts';

const database = await testDatabase();
const server = await testApp(database);
const day = (date: string) => Date.parse(`${date}T12:00:00+01:00`);
const january = '2026-01-01' as never;
const february = '2026-02-01' as never;

/** Deals of a partner: so many sourced in January, and one more that only the CRM gives it. */
async function scene(sourced = 12) {
  const organization: TestOrganization = await server.organization();
  const { context } = await organization.person(['head_of_partnerships', 'partner_ops']);
  const cfo = await organization.person(['cfo']);
  const at = (date: string): Context => ({ ...context, now: day(date) });
  const finance = (date: string): Context => ({ ...cfo.context, now: day(date) });
  const { partnerId } = await createPartner(at('2026-01-05'), {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const { partnerPersonId } = await addPartnerPerson(at('2026-01-05'), partnerId, {
    name: 'Rachel Stone',
    email: null,
  });
  const lines = Array.from(
    { length: sourced },
    (_, n) => `D${n},Deal ${n},Account ${n},Qualified,1000,2026-01-10,,,`,
  );
  lines.push('N1,Named,Named Corp,Qualified,1000,2026-01-10,,Northgate,Referral');
  await importText(at('2026-01-13'), `${dealHeader}\n${lines.join('\n')}\n`);
  for (let n = 0; n < sourced; n += 1) {
    const deal = await findDeal(at('2026-01-13'), `D${n}`);
    await recordIntroduction(at('2026-01-14'), {
      ...{
        partnerId,
        partnerPersonId,
        accountId: null,
        opportunityId: deal?.opportunityId ?? '',
        product: null,
      },
      ...{ occurredAt: day('2026-01-08'), evidence: ['https://mail.example/1'], note: null },
    });
  }
  return { organization, at, finance };
}

describe('the monthly sample', () => {
  it('is drawn once, after the month, by the CFO or partner ops, and comes out the same when drawn again', async () => {
    const { at, finance, organization } = await scene();
    await expect(drawMonth(finance('2026-01-31'), january)).rejects.toThrow('not over');
    const ae = await organization.person(['ae']);
    await expect(drawMonth({ ...ae.context, now: day('2026-02-02') }, january)).rejects.toThrow(
      'audit_sample.work',
    );
    expect(await drawMonth(finance('2026-02-02'), january)).toEqual({ size: 10, population: 12 });
    await expect(drawMonth(at('2026-02-02'), january)).rejects.toThrow('drawn already');
    await expect(drawMonth(finance('2026-02-02'), '2025-12-01' as never)).rejects.toThrow('nothing to draw');
    const sample = await readSample(finance('2026-05-02'), january);
    expect(sample.draw).toMatchObject({ population: 12, seedAgrees: true, dealsAgree: true });
    expect(sample.draw.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(sample.items).toHaveLength(10);
    expect(sample.items[0]).toMatchObject({
      ...{ class: 'sourced', partner: 'Northgate', sentence: 'Sourced by Northgate.', finding: null },
      evidence: [{ what: 'introduction', links: ['https://mail.example/1'], earned: true }],
    });
    expect(sample.items[0]?.reasons.map(({ rule }) => rule)).toContain('T1');
  });

  it('marks the figures unaudited above the limit, until a later sample is clean', async () => {
    const { finance } = await scene();
    await drawMonth(finance('2026-02-02'), january);
    const { items } = await readSample(finance('2026-02-02'), january);
    const find = (place: number, finding: 'sound' | 'error', note: string | null = null) =>
      findItem(finance('2026-02-03'), january, items[place]?.opportunityId ?? '', { finding, note });
    await expect(find(0, 'error')).rejects.toThrow('what is wrong');
    await find(0, 'error', 'The mail names another account');
    expect((await listSamples(finance('2026-02-03'))).unaudited).toBe(false);
    await find(1, 'error', 'The mail is of June');
    const list = await listSamples(finance('2026-02-03'));
    expect(list.unaudited).toBe(true);
    expect(list.limits).toEqual({ target: 0.05, most: 0.1 });
    expect(list.items[0]).toMatchObject({
      month: '2026-01',
      sample: { judged: 2, errors: 2, standing: 'too_many' },
    });
    const board = await scoreboard(finance('2026-02-03'));
    expect(board.audit).toMatchObject({
      unaudited: true,
      latest: { month: '2026-01', errors: 2, judged: 2 },
    });
    expect((await scoreboard(finance('2026-02-03'), { asOf: '2026-02-01' })).audit.unaudited).toBe(false);

    await drawMonth(finance('2026-03-02'), february);
    const later = await readSample(finance('2026-03-02'), february);
    for (const { opportunityId } of later.items) {
      await findItem(finance('2026-03-03'), february, opportunityId, { finding: 'sound', note: null });
    }
    expect((await listSamples(finance('2026-03-03'))).unaudited).toBe(false);
  });

  it('takes the newest finding on a deal, and refuses one on a deal outside the sample', async () => {
    const { at, finance } = await scene(3);
    await drawMonth(finance('2026-02-02'), january);
    const [first] = (await readSample(finance('2026-02-02'), january)).items;
    const find = (date: string, finding: 'sound' | 'error') =>
      findItem(finance(date), january, first?.opportunityId ?? '', { finding, note: 'Looked at' });
    await find('2026-02-03', 'error');
    await find('2026-02-04', 'sound');
    expect(await readSample(finance('2026-02-05'), january)).toMatchObject({
      judged: 1,
      errors: 0,
      errorRate: 0,
    });
    const named = await findDeal(at('2026-02-05'), 'N1');
    await expect(
      findItem(finance('2026-02-05'), january, named?.opportunityId ?? '', { finding: 'sound', note: null }),
    ).rejects.toThrow('No such deal in this sample');
  });
});

describe('the lists of partner ops', () => {
  it('name the partner that the CRM gives a deal without one act, and nobody who acted', async () => {
    const { at } = await scene(2);
    const list = await listNamedWithoutAct(at('2026-01-20'));
    expect(list).toMatchObject({ week: '2026-01-19', total: 1, new: 0 });
    expect(list.items[0]).toMatchObject({ partner: 'Northgate', name: 'Named', by: ['crm'] });
  });

  it('say how complete the credit of partner deals is', async () => {
    const { at } = await scene(2);
    const { deals, complete, share, byField } = await readCompleteness(at('2026-01-20'));
    expect({ deals, complete, share }).toEqual({ deals: 2, complete: 2, share: 1 });
    expect(byField.every(({ missing }) => missing === 0)).toBe(true);
  });
});
