import { describe, expect, it } from 'vitest';
import type { Context } from '#server/access/context.ts';
import { readNotices } from '#server/notice/read-notices.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { explain } from './explain.ts';
import { findDeal } from './find-deal.ts';
import { reproduce } from './reproduce.ts';
import { recordIntroduction } from './touch/record-introduction.ts';
import { cosignWithdrawal, withdrawFact } from './touch/withdraw-fact.ts';

const server = await testApp(await testDatabase());
const day = (date: string) => Date.parse(`${date}T12:00:00+02:00`);

describe('a verdict', () => {
  it('is reproduced to the last byte, also after later facts, and whoever it concerns is told once', async () => {
    const organization = await server.organization();
    const [head, ops] = [
      await organization.person(['head_of_partnerships']),
      await organization.person(['partner_ops']),
    ];
    const at = (who: { context: Context }, date: string): Context => ({ ...who.context, now: day(date) });
    const { partnerId } = await createPartner(at(head, '2026-05-01'), {
      ...{ name: 'Northgate', domain: null, country: null },
      ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
    });
    const person = { name: 'Rachel Stone', email: null };
    const { partnerPersonId } = await addPartnerPerson(at(head, '2026-05-01'), partnerId, person);
    await importText(at(ops, '2026-06-02'), `${dealHeader}\nD1,New,Acme,Qualified,1000,2026-06-01,,,\n`);
    const opportunityId = (await findDeal(at(head, '2026-06-02'), 'D1'))?.opportunityId ?? '';
    const { introductionId } = await recordIntroduction(at(head, '2026-06-03'), {
      ...{ partnerId, partnerPersonId, accountId: null, opportunityId, product: null },
      ...{ occurredAt: day('2026-05-25'), evidence: ['https://mail.example/1'], note: null },
    });
    const withdrawn = await withdrawFact(
      at(head, '2026-06-05'),
      'introduction',
      introductionId,
      'It was another',
    );
    const { withdrawalId } = withdrawn as { withdrawalId: string };
    expect(await explain(at(head, '2026-06-06'), 'D1')).toMatchObject({ credit: 'sourced' });
    await cosignWithdrawal(at(ops, '2026-06-07'), withdrawalId);
    const told = await explain(at(head, '2026-06-08'), 'D1');
    expect(told).toMatchObject({ credit: 'none', pending: false });
    expect(told.history.map((one) => one.class)).toEqual(['none', 'sourced']);
    const again = await reproduce(at(head, '2026-06-09'), 'D1');
    expect(again.map(({ result }) => result)).toEqual(['same', 'same']);
    expect(again.map(({ tables }) => tables)).toEqual(['same', 'same']);
    expect((await reproduce(at(head, '2026-06-09'), null)).map(({ creditId }) => creditId)).toEqual([
      told.history[0]?.creditId,
    ]);
    const notices = await readNotices(at(head, '2026-06-09'), { limit: 10 });
    expect(notices.unread).toBe(2);
    expect(notices.items[0]?.sentence).toMatch(/sourced, Northgate → no credit, because introduction /);
  });
});
