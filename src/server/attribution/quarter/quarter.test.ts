import { describe, expect, it } from 'vitest';
import { writeTransaction } from '#server/database/transaction.ts';

import { type TestOrganization, type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import type { Context } from '../../access/context.ts';
import type { FreshProof } from '../../identity/fresh-proof.ts';
import { withdrawImport } from '../../import/withdraw-import.ts';
import { readNotices } from '../../notice/read-notices.ts';
import { mergeDeal } from '../../opportunity/correction/end-deal.ts';
import { addPartnerPerson, createPartner } from '../../partner/change-partner.ts';
import { figureRows } from '../../scoreboard/figure-rows.ts';
import { scoreboard } from '../../scoreboard/scoreboard.ts';
import { findDeal } from '../find-deal.ts';
import { recordIntroduction } from '../touch/record-introduction.ts';
import { cosignWithdrawal, withdrawFact } from '../touch/withdraw-fact.ts';
import { closeQuarter } from './close-quarter.ts';
import { decideRestatement } from './decide-restatement.ts';
import { previewQuarter } from './preview-quarter.ts';
import { listQuarters, readQuarter } from './read-quarters.ts';
import { verifyQuarters } from './verify-quarters.ts';

const database = await testDatabase();
const server = await testApp(database);
const day = (date: string) => Date.parse(`${date}T12:00:00+01:00`);
const proofForTest = ({ userId }: TestPerson) => ({ userId, by: 'password' }) as FreshProof;
const q1 = '2026-01-01';

const deals = [
  'D1,First,Acme,Closed Won,100000,2026-01-10,2026-03-20,,',
  'D2,Second,Beta,Closed Won,50000,2026-01-12,2026-03-25,,',
];

/** A partner that sourced two deals, both won in the first quarter. */
async function scene() {
  const organization: TestOrganization = await server.organization();
  const { context } = await organization.person(['head_of_partnerships', 'partner_ops', 'cro']);
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
  const text = (lines: readonly string[]) => `${dealHeader}\n${lines.join('\n')}\n`;
  await importText(
    at('2026-01-13'),
    text(deals.map((line) => line.replace('Closed Won', 'Qualified').replace(/2026-03-2\d/, ''))),
  );
  const introductions: string[] = [];
  for (const record of ['D1', 'D2']) {
    const deal = await findDeal(at('2026-01-13'), record);
    const { introductionId } = await recordIntroduction(at('2026-01-14'), {
      ...{
        partnerId,
        partnerPersonId,
        accountId: null,
        opportunityId: deal?.opportunityId ?? '',
        product: null,
      },
      ...{ occurredAt: day('2026-01-08'), evidence: ['https://mail.example/1'], note: null },
    });
    introductions.push(introductionId);
  }
  const { importId: closing } = await importText(at('2026-03-26'), text(deals));
  const idOf = async (record: string) => (await findDeal(at('2026-04-02'), record))?.opportunityId ?? '';
  const close = (date: string, quarter = q1) => closeQuarter(finance(date), quarter, proofForTest(cfo));
  return {
    organization,
    cfo,
    at,
    finance,
    text,
    close,
    introductions,
    closing: closing ?? '',
    first: await idOf('D1'),
    second: await idOf('D2'),
  };
}

const won = async (context: Context) =>
  (await readQuarter(context, q1)).figures.find(
    (one) => one.measure === 'closed_won' && one.class === 'sourced',
  );

describe('closing a quarter', () => {
  it('is refused before the quarter is over, twice, out of order, and to anybody but the CFO', async () => {
    const { at, finance, close, cfo } = await scene();
    await expect(close('2026-03-31')).rejects.toThrow('runs until 2026-03-31');
    await expect(closeQuarter(at('2026-04-02'), q1, proofForTest(cfo))).rejects.toThrow('quarter.close');
    await expect(close('2026-04-02', '2026-01-02')).rejects.toThrow('begins on 2026-01-01');
    await close('2026-04-02');
    await expect(close('2026-04-02')).rejects.toThrow('closed already');
    await expect(close('2026-10-02', '2026-07-01')).rejects.toThrow('Close Q2 2026 first');
    const { items } = await listQuarters(finance('2026-04-02'));
    expect(items.map(({ quarter, state }) => `${quarter.label} ${state}`).slice(0, 3)).toEqual([
      'Q2 2026 running',
      'Q1 2026 closed',
      'Q4 2025 open',
    ]);
  });

  it('shows beforehand what it would freeze and what is not settled', async () => {
    const { finance } = await scene();
    const preview = await previewQuarter(finance('2026-04-02'), q1);
    expect(preview).toMatchObject({ refusal: null, deals: 2, withoutAmount: 0 });
    expect(preview.open).toMatchObject({ disputes: 0, claims: 0, undecided: 0 });
    expect(preview.open.monthsNotAudited).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    const figure = preview.figures.find((one) => one.measure === 'closed_won' && one.class === 'sourced');
    expect(figure).toMatchObject({ frozenMinor: 15_000_000, deals: 2 });
  });
});

describe('a closed quarter', () => {
  it('is not moved by an amount that the CRM changes; Finance decides, once', async () => {
    const { at, finance, text, close } = await scene();
    await close('2026-04-02');
    await importText(at('2026-04-10'), text([deals[0]?.replace('100000', '120000') ?? '']));
    expect((await readNotices(finance('2026-04-11'), { limit: 10 })).items).toMatchObject([
      {
        kind: 'restatement',
        sentence:
          'Q1 2026 is closed, and a later fact changes a figure of it: a restatement waits for your decision.',
        link: '/credit/quarters/2026-01-01',
      },
    ]);
    expect(await won(finance('2026-04-11'))).toMatchObject({
      ...{ frozenMinor: 15_000_000, acceptedMinor: 0, waitingMinor: 2_000_000, waiting: 1 },
    });
    const [one] = (await readQuarter(finance('2026-04-11'), q1)).restatements;
    expect(one).toMatchObject({
      measure: 'closed_won',
      changes: ['amount'],
      decision: null,
      deltaMinor: 2_000_000,
    });
    expect(one?.sentence).toBe('Booked at EUR 100,000.00. It would be EUR 120,000.00.');
    await decideRestatement(
      finance('2026-04-12'),
      one?.restatementId ?? '',
      'accepted',
      'Order form of 9 April',
    );
    expect(await won(finance('2026-04-12'))).toMatchObject({
      ...{ frozenMinor: 15_000_000, acceptedMinor: 2_000_000, waitingMinor: 0 },
    });
    await expect(
      decideRestatement(finance('2026-04-12'), one?.restatementId ?? '', 'refused', 'Again'),
    ).rejects.toThrow('accepted already');
  });

  it('keeps a refused restatement refused, and asks again only when the deal changes again', async () => {
    const { at, finance, text, close } = await scene();
    await close('2026-04-02');
    await importText(at('2026-04-10'), text([deals[0]?.replace('100000', '120000') ?? '']));
    const [one] = (await readQuarter(finance('2026-04-11'), q1)).restatements;
    await decideRestatement(finance('2026-04-12'), one?.restatementId ?? '', 'refused', 'A later order');
    await importText(at('2026-04-13'), text([`${deals[1]?.replace('Second', 'Second renamed')}`]));
    expect((await readQuarter(finance('2026-04-14'), q1)).restatements).toHaveLength(1);
    await importText(at('2026-04-15'), text([deals[0]?.replace('100000', '130000') ?? '']));
    const all = (await readQuarter(finance('2026-04-16'), q1)).restatements;
    expect(all.map(({ decision }) => decision)).toEqual([null, 'refused']);
    expect(all[0]).toMatchObject({ deltaMinor: 3_000_000 });
  });

  it('has one restatement of a deal waiting: a newer takes its place, and none is left when the fact goes again', async () => {
    const { at, finance, text, close } = await scene();
    await close('2026-04-02');
    await importText(at('2026-04-10'), text([deals[0]?.replace('100000', '120000') ?? '']));
    const { importId } = await importText(
      at('2026-04-11'),
      text([deals[0]?.replace('100000', '90000') ?? '']),
    );
    const second = (await readQuarter(finance('2026-04-12'), q1)).restatements;
    expect(second.map(({ decision, deltaMinor }) => [decision, deltaMinor])).toEqual([
      [null, -1_000_000],
      ['superseded', 2_000_000],
    ]);
    await withdrawImport(at('2026-04-12'), importId ?? '');
    const third = (await readQuarter(finance('2026-04-13'), q1)).restatements;
    expect(third.map(({ decision }) => decision)).toEqual([null, 'superseded', 'superseded']);
    expect(third[0]).toMatchObject({ deltaMinor: 2_000_000 });
  });

  it('hears of a deal that the CRM merged, in both figures, and stays as it was booked', async () => {
    const { at, finance, close, first, second } = await scene();
    await close('2026-04-02');
    await mergeDeal(at('2026-04-08'), first, second, 'The same deal twice');
    const merged = (await readQuarter(finance('2026-04-09'), q1)).restatements;
    expect(merged.map(({ opportunityId, measure, changes }) => [opportunityId, measure, changes])).toEqual([
      [first, 'closed_won', ['gone']],
      [first, 'pipeline', ['gone']],
    ]);
    expect(merged[0]?.sentence).toBe(
      'Booked as sourced by Northgate, EUR 100,000.00. It would leave the figure: its source merged it into another deal.',
    );
    expect(await won(finance('2026-04-09'))).toMatchObject({ frozenMinor: 15_000_000, acceptedMinor: 0 });
  });

  it('hears of an introduction that two people disproved, and of the verdict that follows', async () => {
    const { at, finance, organization, close, introductions, first } = await scene();
    await close('2026-04-02');
    const why = 'The mail was about another deal';
    const { withdrawalId } = await withdrawFact(
      at('2026-04-05'),
      'introduction',
      introductions[0] ?? '',
      why,
    );
    expect((await readQuarter(finance('2026-04-05'), q1)).restatements).toEqual([]);
    const second = await organization.person(['cro']);
    await cosignWithdrawal({ ...second.context, now: day('2026-04-06') }, withdrawalId);
    const all = (await readQuarter(finance('2026-04-07'), q1)).restatements;
    expect(all.map(({ opportunityId, changes }) => [opportunityId, changes])).toEqual([
      [first, ['gone']],
      [first, ['gone']],
    ]);
    expect(all[0]?.cause).toContain('introduction');
  });

  it('hears of an import that was undone: its deals are open again', async () => {
    const { at, finance, close, closing } = await scene();
    await close('2026-04-02');
    await withdrawImport(at('2026-04-12'), closing);
    const all = (await readQuarter(finance('2026-04-13'), q1)).restatements;
    const changes = all.map(({ measure, deltaMinor }) => `${measure} ${deltaMinor}`);
    expect(changes.sort()).toEqual(['closed_won -10000000', 'closed_won -5000000']);
    expect(all.every(({ sentence }) => sentence.includes('it is open again'))).toBe(true);
  });

  it('stands on the scoreboard as booked, with what was accepted and what waits beside it, and opens to its rows', async () => {
    const { at, finance, text, close } = await scene();
    await close('2026-04-02');
    await importText(at('2026-04-10'), text([deals[0]?.replace('100000', '120000') ?? '']));
    const board = await scoreboard(finance('2026-04-11'));
    const figure = board.sourcedClosedWonLastQuarter;
    expect(figure.amountMinor).toBe(15_000_000);
    expect(figure.booked).toMatchObject({ acceptedMinor: 0, waitingMinor: 2_000_000, waiting: 1 });
    const rows = await figureRows(finance('2026-04-11'), { figure: figure.figure });
    expect(rows.total).toBe(15_000_000);
    expect(rows.items.reduce((sum, row) => sum + (row.contribution ?? 0), 0)).toBe(15_000_000);
    const before = await scoreboard(finance('2026-04-11'), { asOf: '2026-04-01' });
    expect(before.sourcedClosedWonLastQuarter.booked).toBeNull();
  });

  it('is checked by the doctor: a row that somebody changed behind its back is found', async () => {
    const { organization, close } = await scene();
    await close('2026-04-02');
    const { orgId } = organization.context.organization;
    expect(await verifyQuarters(database.pool, orgId)).toEqual({ quarters: 1, differing: [] });
    await expect(
      writeTransaction(database.pool, { org: orgId }, (tx) =>
        tx.query('update tandem.quarter_deal set amount_minor = 1'),
      ),
    ).rejects.toThrow('permission denied');
  });
});
