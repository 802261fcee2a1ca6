import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { defaultProgramSettings } from '#core/program/settings.ts';
import { makeBoard } from './board.ts';
import type { DealAsOf } from './deal.ts';
import type { PartnerFact } from './facts.ts';
import { floorOf, programYear, shareFigure } from './share.ts';

const asOf = '2026-07-15' as LocalDate;
const settings = defaultProgramSettings.scoreboard;

function partner(signedOn: string | null): PartnerFact {
  return { partnerId: 'partner' as PartnerId, archetype: null, signedOn: signedOn as LocalDate | null };
}

/** A deal that became pipeline on a day, sourced or direct. */
function entered(on: string, isSourced: boolean, entryAmountMinor: number | null): DealAsOf {
  return {
    opportunityId: `${on} ${isSourced} ${entryAmountMinor}` as OpportunityId,
    number: 1,
    outcome: 'open',
    createdOn: on as LocalDate,
    createdAssumed: false,
    enteredOn: on as LocalDate,
    enteredAssumed: false,
    entryAmountMinor,
    openAmountMinor: entryAmountMinor,
    nativeMinor: entryAmountMinor,
    nativeCurrency: 'EUR' as CurrencyCode,
    expectedCloseOn: null,
    closedOn: null,
    closedAssumed: false,
    closedAmountMinor: null,
    credit: isSourced
      ? { class: 'sourced', partnerId: 'partner' as PartnerId, disputed: false }
      : { class: 'none', partnerId: null, disputed: false },
    claim: null,
  };
}

function shareOf(deals: readonly DealAsOf[], signedOn: string | null) {
  return shareFigure(
    makeBoard(asOf, { yearStartMonth: 1 }, deals, new Map()),
    'proven',
    [partner(signedOn)],
    settings,
  );
}

describe('the program year', () => {
  it('starts on the day the first partner is signed', () => {
    const partners = [partner(null), partner('2025-08-01'), partner('2025-02-10')];
    expect(programYear(partners, '2025-02-09' as LocalDate)).toEqual({ state: 'notStarted' });
    expect(programYear(partners, '2025-02-10' as LocalDate)).toMatchObject({
      year: 1,
      startsOn: '2025-02-10',
    });
    expect(programYear(partners, '2026-02-09' as LocalDate)).toMatchObject({ year: 1, endsOn: '2026-02-09' });
    expect(programYear(partners, '2026-02-10' as LocalDate)).toMatchObject({ year: 2 });
  });

  it('has a floor of 15, 25, 35 % and then no higher', () => {
    const floors = ['2025-03-01', '2026-03-01', '2027-03-01', '2031-03-01'].map((on) =>
      floorOf(programYear([partner('2025-02-10')], on as LocalDate), settings.shareFloors),
    );
    expect(floors).toEqual([0.15, 0.25, 0.35, 0.35]);
    expect(floorOf({ state: 'notStarted' }, settings.shareFloors)).toBeNull();
  });
});

describe('the share of new pipeline', () => {
  it('is sourced over all, of the running quarter', () => {
    const deals = [
      entered('2026-07-01', true, 20_00),
      entered('2026-07-14', false, 60_00),
      entered('2026-06-30', true, 99_00),
    ];
    expect(shareOf(deals, '2025-01-01')).toMatchObject({ value: 0.25, floor: 0.25 });
  });

  it('is unknown without any new pipeline, and where no sourced deal has an amount', () => {
    expect(shareOf([], '2025-01-01').value).toBeNull();
    const deals = [entered('2026-07-01', true, null), entered('2026-07-01', false, 10_00)];
    expect(shareOf(deals, '2025-01-01').value).toBeNull();
    expect(shareOf([entered('2026-07-01', false, 10_00)], '2025-01-01').value).toBe(0);
  });

  it('has five complete quarters behind it', () => {
    const { quarters } = shareOf([], null);
    expect(quarters.map(({ period }) => period.label)).toEqual([
      'Q2 2025',
      'Q3 2025',
      'Q4 2025',
      'Q1 2026',
      'Q2 2026',
      'Q3 2026',
    ]);
    expect(quarters.map(({ isComplete }) => isComplete)).toEqual([true, true, true, true, true, false]);
  });
});

describe('activity, not output', () => {
  const quartersOf = (first: number, last: number): DealAsOf[] => [
    entered('2025-05-01', true, first),
    entered('2025-05-01', false, 100_00 - first),
    entered('2026-05-01', true, last),
    entered('2026-05-01', false, 100_00 - last),
  ];
  const alarm = (first: number, last: number, signedOn = '2025-01-01' as string | null) =>
    shareOf(quartersOf(first, last), signedOn).activityNotOutput;

  it('is raised when the share has not risen two points over four quarters', () => {
    expect(alarm(10_00, 11_99)).toMatchObject({ state: 'raised', risePoints: 1.99 });
    expect(alarm(10_00, 12_00)).toMatchObject({ state: 'clear', risePoints: 2 });
    expect(alarm(10_00, 5_00)).toMatchObject({ state: 'raised', risePoints: -5 });
  });

  it('waits until the program has run that long', () => {
    expect(alarm(10_00, 10_00, '2025-07-01')).toMatchObject({ state: 'tooEarly' });
    expect(alarm(10_00, 10_00, null)).toMatchObject({ state: 'tooEarly' });
    expect(shareOf([], '2020-01-01').activityNotOutput).toMatchObject({
      state: 'tooEarly',
      risePoints: null,
    });
  });
});
