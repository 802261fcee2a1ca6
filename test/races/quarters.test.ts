import { describe, expect, it } from 'vitest';
import type { Context } from '#server/access/context.ts';
import { drawMonth } from '#server/attribution/audit/draw-month.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { closeQuarter } from '#server/attribution/quarter/close-quarter.ts';
import { decideRestatement } from '#server/attribution/quarter/decide-restatement.ts';
import { readQuarter } from '#server/attribution/quarter/read-quarters.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import type { FreshProof } from '#server/identity/fresh-proof.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';

const server = await testApp(await testDatabase());
const day = (date: string) => Date.parse(`${date}T12:00:00+01:00`);
const q1 = '2026-01-01';

/** Three deals that a partner sourced, won in the first quarter. */
async function scene() {
  const organization = await server.organization();
  const { context } = await organization.person(['head_of_partnerships', 'partner_ops']);
  const cfo = await organization.person(['cfo']);
  const at = (date: string): Context => ({ ...context, now: day(date) });
  const finance = (date: string): Context => ({ ...cfo.context, now: day(date) });
  const { partnerId } = await createPartner(at('2026-01-05'), {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(at('2026-01-05'), partnerId, person);
  const line = (n: number, amount: number) =>
    `D${n},Deal ${n},Account ${n},Closed Won,${amount},2026-01-10,2026-03-20,,`;
  const bring = (date: string, lines: readonly string[]) =>
    importText(at(date), `${dealHeader}\n${lines.join('\n')}\n`);
  await bring(
    '2026-03-21',
    [1, 2, 3].map((n) => line(n, 1000)),
  );
  const idOf = async (n: number) => (await findDeal(at('2026-03-21'), `D${n}`))?.opportunityId ?? '';
  const introduce = async (n: number, date: string) =>
    recordIntroduction(at(date), {
      ...{ partnerId, partnerPersonId, accountId: null, opportunityId: await idOf(n), product: null },
      ...{ occurredAt: day('2026-01-08'), evidence: ['https://mail.example/1'], note: null },
    });
  const proof = { userId: cfo.userId, by: 'password' } as FreshProof;
  return {
    at,
    finance,
    line,
    bring,
    introduce,
    close: (date: string) => closeQuarter(finance(date), q1, proof),
  };
}

/** What Finance would read as the present sum of the quarter: booked and all that was or may be accepted. */
async function sumOf(context: Context) {
  const figures = (await readQuarter(context, q1)).figures;
  const one = figures.find((figure) => figure.measure === 'closed_won' && figure.class === 'sourced');
  return one && { frozen: one.frozenMinor, all: one.frozenMinor + one.acceptedMinor + one.waitingMinor };
}

describe('a quarter that is closed while facts come in', () => {
  it('has each amount of an import either in the frozen figure or in a restatement', async () => {
    const set = await scene();
    for (const n of [1, 2, 3]) await set.introduce(n, '2026-01-14');
    await Promise.all([
      set.close('2026-04-02'),
      set.bring(
        '2026-04-02',
        [1, 2, 3].map((n) => set.line(n, 1500)),
      ),
    ]);
    const sum = await sumOf(set.finance('2026-04-03'));
    expect(sum?.all).toBe(450_000);
    expect([300_000, 450_000]).toContain(sum?.frozen);
  });

  it('has each verdict either in the frozen figure or in a restatement', async () => {
    const set = await scene();
    await set.introduce(1, '2026-01-14');
    await Promise.all([
      set.introduce(2, '2026-01-15'),
      set.close('2026-04-02'),
      set.introduce(3, '2026-01-15'),
    ]);
    const sum = await sumOf(set.finance('2026-04-03'));
    expect(sum?.all).toBe(300_000);
  });

  it('is closed once, whoever else closes it at that moment', async () => {
    const set = await scene();
    await set.introduce(1, '2026-01-14');
    const closed = await Promise.allSettled([1, 2, 3].map(() => set.close('2026-04-02')));
    expect(closed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('has a restatement decided once, and never on a reading that a newer one has replaced', async () => {
    const set = await scene();
    await set.introduce(1, '2026-01-14');
    await set.close('2026-04-02');
    await set.bring('2026-04-03', [set.line(1, 1500)]);
    const [one] = (await readQuarter(set.finance('2026-04-04'), q1)).restatements;
    const id = one?.restatementId ?? '';
    const decided = await Promise.allSettled([
      decideRestatement(set.finance('2026-04-05'), id, 'accepted', 'Signed'),
      decideRestatement(set.finance('2026-04-05'), id, 'refused', 'Not signed'),
      set.bring('2026-04-05', [set.line(1, 2000)]),
    ]);
    expect(decided[2]?.status).toBe('fulfilled');
    expect(decided.slice(0, 2).filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    const sum = await sumOf(set.finance('2026-04-06'));
    expect(sum).toEqual({ frozen: 100_000, all: 200_000 });
  });
});

describe('the sample of a month that several people draw at once', () => {
  it('is drawn once', async () => {
    const set = await scene();
    await set.introduce(1, '2026-03-22');
    await set.introduce(2, '2026-01-14');
    const drawn = await Promise.allSettled(
      [1, 2, 3].map(() => drawMonth(set.finance('2026-04-02'), q1 as never)),
    );
    expect(drawn.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
