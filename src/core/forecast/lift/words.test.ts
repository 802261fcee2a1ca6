import { describe, expect, it } from 'vitest';
import { defaultsOf } from '#core/program/settings.ts';
import type { CycleAnswer, SizeAnswer, WinAnswer } from './answers.ts';
import { exposures } from './deal.ts';
import { decideStep, type Lack } from './ladder.ts';
import { liftSettings } from './settings.ts';
import {
  cycleSentence,
  exposureWords,
  lackSentence,
  robustSentence,
  sizeSentence,
  stepWords,
  traitWords,
  unmeasuredSentence,
  winSentence,
} from './words.ts';

const settings = defaultsOf(liftSettings);
const rungOf = (partnerDeals: number) =>
  decideStep(
    { partnerDeals, partnerWins: 30, directWins: 90, kept: 1, imbalance: 0, matchedTraits: 3 },
    settings,
  );
const ratio = { value: 1.234, low: 0.981, high: 1.482 };

function winOf(partnerDeals: number, more: Partial<WinAnswer> = {}): WinAnswer {
  return {
    ...rungOf(partnerDeals),
    partnerDeals,
    directDeals: 395,
    partner: { won: 12, deals: partnerDeals, value: 12 / partnerDeals, low: 0.2, high: 0.5 },
    direct: { won: 90, deals: 395, value: 90 / 395, low: 0.2, high: 0.3 },
    crude: ratio,
    crudeRatio: 1.4,
    adjusted: ratio,
    check: { ratio, difference: ratio, draws: 1000 },
    isRobust: true,
    eValue: { value: 1.77, ofInterval: 1 },
    ...more,
  };
}

function cycleOf(value: number, partnerDeals = 120): CycleAnswer {
  const adjusted = { value, low: value - 4, high: value + 4, partner: 50, direct: 50 - value };
  const medians = { toClose: 34, toWin: null };
  return {
    ...rungOf(partnerDeals),
    partnerDeals,
    directDeals: 395,
    horizon: 90,
    adjusted,
    partner: medians,
    direct: medians,
  };
}

const size: SizeAnswer = {
  ...rungOf(40),
  partnerDeals: 40,
  directDeals: 200,
  partnerMinor: 1_000_000,
  directMinor: 900_000,
  crudeRatio: 1.1,
  adjusted: ratio,
};

describe('what is said of a lift', () => {
  it('names the interval and both group sizes in the sentence of the figure', () => {
    expect(winSentence(winOf(53), 'sourced', 90)).toBe(
      'Deals that a partner sourced are associated with 1.23 times as many wins as comparable deals that no partner sourced (80 % interval 0.98 to 1.48; 53 partner deals against 395 others).',
    );
    expect(cycleSentence(cycleOf(-12), 'influenced')).toBe(
      'Deals that a partner had worked on by the landmark are associated with 12 days fewer without a win, out of 90, than comparable deals without a partner by the landmark (95 % interval −16 to −8.0; 120 partner deals against 395 others).',
    );
    expect(sizeSentence(size, 'coSold', (minor) => `€${minor / 100}`)).toContain(
      'associated with 1.23 times the amount',
    );
  });

  it('says how many are still missing, and the own rate without a comparison', () => {
    expect(winSentence(winOf(4, { partner: null }), 'sourced', 90)).toBe(
      '4 of 10 partner deals have matured.',
    );
    const crude = winSentence(winOf(20), 'sourced', 90);
    expect(crude).toBe(
      'Of 20 deals that a partner sourced, 12 were won within 90 days: 60 % (95 % interval 20 % to 50 %). Too few to compare.',
    );
    expect(cycleSentence(cycleOf(1, 20), 'sourced')).toBe(
      '34 days after their creation half of the 20 deals that a partner sourced had closed, won or lost. Too few to compare.',
    );
  });

  it('says whether the second way agrees, and what would explain the figure', () => {
    expect(robustSentence(winOf(53))).toMatch(/they agree\.$/);
    expect(robustSentence(winOf(53, { isRobust: false }))).toMatch(/^Not robust\./);
    expect(unmeasuredSentence(winOf(53))).toMatch(/^The interval holds 1/);
    expect(unmeasuredSentence(winOf(53, { eValue: { value: 2, ofInterval: 1.2 } }))).toMatch(/2\.00 times/);
  });

  it('never says that a partner caused anything', () => {
    const lacks = ['partnerDeals', 'partnerWins', 'directWins', 'kept', 'balance', 'traits'] as const;
    const said = [
      JSON.stringify([exposureWords, stepWords, traitWords]),
      ...exposures.flatMap((exposure) => [
        ...[5, 20, 53, 120].map((deals) => winSentence(winOf(deals), exposure, 90)),
        ...[-3, 3].map((value) => cycleSentence(cycleOf(value), exposure)),
        sizeSentence(size, exposure, String),
      ]),
      ...lacks.map((code): Lack => ({ code, has: 0.5, needs: 0.8 })).map((lack) => lackSentence(lack)),
    ].join(' ');
    expect(said).not.toMatch(/\bcaus|because of|thanks to|drives|impact|uplift|effect\b/i);
  });
});

describe('the settings of a lift', () => {
  it('say what each of them does, by which rule and from where', () => {
    for (const setting of Object.values(liftSettings)) {
      expect(setting.meaning).toMatch(/\.$/);
      expect(setting.rule && setting.source).not.toBe('');
    }
  });
});
