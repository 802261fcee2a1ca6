import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { defaultProgramSettings } from '#core/program/settings.ts';
import { makeBoard } from '#core/scoreboard/board.ts';
import type { DealAsOf } from '#core/scoreboard/deal.ts';
import { decideScoreboard } from '#core/scoreboard/scoreboard.ts';
import { scoreboardText } from './scoreboard-text.ts';

const asOf = '2026-07-15' as LocalDate;
const eur = 'EUR' as CurrencyCode;
const deal: DealAsOf = {
  opportunityId: 'deal' as OpportunityId,
  number: 1,
  outcome: 'open',
  createdOn: '2026-07-01' as LocalDate,
  createdAssumed: false,
  enteredOn: '2026-07-02' as LocalDate,
  enteredAssumed: false,
  entryAmountMinor: 1_234_567_89,
  openAmountMinor: 1_234_567_89,
  nativeMinor: 1_234_567_89,
  nativeCurrency: eur,
  expectedCloseOn: null,
  closedOn: null,
  closedAssumed: false,
  closedAmountMinor: null,
  credit: { class: 'none', partnerId: null, disputed: false },
  claim: { class: 'sourced', partnerId: 'partner' as PartnerId },
};

function textOf(deals: readonly DealAsOf[]): string {
  const figures = decideScoreboard(
    makeBoard(asOf, { yearStartMonth: 1 }, deals, new Map()),
    {
      partners: [],
      acts: [],
      hasActs: false,
      hasTouches: false,
      definitions: {
        settings: defaultProgramSettings.scoreboard,
        targets: { sourcedPipelinePerQuarterMinor: null, sourcedWonPerQuarterMinor: null },
        version: 1,
        inForceFrom: asOf,
        signatures: [],
      },
      acceptance: { state: 'nothingToAccept' },
      latestFactOn: asOf,
      latestImport: null,
      currenciesWithoutRate: [],
      audit: { unaudited: false, latest: null },
    },
    { organization: 'Example', currency: eur, timeZone: 'UTC', isToday: true },
  );
  return scoreboardText({ ...figures, openings: [] });
}

describe('the scoreboard in a terminal', () => {
  it('keeps what is proven and what was imported in columns of their own', () => {
    const text = textOf([deal]);
    expect(text).toMatch(/Sourced pipeline Q3 2026 +0 \(0 deals\) +1,234,568 \(1 deal\)/);
    expect(text).toContain('program year one not started');
    expect(text).toContain('not enough history: needs 3 complete quarters, has 0');
    expect(text).toContain('hidden (too few to tell: 0 of 20 closed deals)');
  });

  it('says what to do where nothing is known', () => {
    expect(textOf([])).toContain('Import the opportunity export that you already have.');
  });
});
