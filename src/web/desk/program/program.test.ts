import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import { attributionSettings, scoreboardSettings } from '#core/program/settings.ts';
import { todayIn } from '../../today.ts';
import { defaultBodies, roleTableOf, settingValues, targetsOf } from './policy-values.ts';
import { differences, type PolicyVersion, standingOf } from './policy-versions.ts';
import { settingLabels, valueText } from './policy-words.ts';
import { proposalOf, quarterChoices, readProposal } from './proposal.ts';
import { readAmount, writeAmount } from './target-amount.ts';

const eur = 'EUR' as CurrencyCode;
const say = (minor: number | null): string => (minor === null ? 'no target' : `${minor / 100}`);

function version(number: number, inForceFrom: string): PolicyVersion {
  return { version: number, inForceFrom, isDraft: true, missing: [], signatures: [], body: {} };
}

describe('the versions of a signed page', () => {
  it('are in force from the newest that has begun; later ones are coming, older ones replaced', () => {
    const versions = [version(1, '2026-01-01'), version(3, '2026-10-01'), version(2, '2026-07-01')];
    const standing = standingOf(versions, '2026-08-15');
    expect(standing?.current.version).toBe(2);
    expect(standing?.coming.map((one) => one.version)).toEqual([3]);
    expect(standing?.earlier.map((one) => one.version)).toEqual([1]);
  });

  it('begin with the first one, also before its day, and skip one that was overtaken', () => {
    expect(standingOf([version(1, '2026-07-01')], '2026-01-01')?.current.version).toBe(1);
    const overtaken = [version(1, '2026-01-01'), version(2, '2026-10-01'), version(3, '2026-07-01')];
    expect(standingOf(overtaken, '2026-11-01')?.current.version).toBe(3);
    expect(standingOf([], '2026-01-01')).toBeNull();
  });

  it('differ in words: settings with their units, targets as amounts, cells of the role table', () => {
    const before = defaultBodies.scoreboard;
    const after = {
      ...(before as object),
      rateMinimumDeals: 30,
      shareFloors: [0.1, 0.25, 0.35],
      targets: { sourcedPipelineMinor: 100_000, sourcedClosedWonMinor: null },
    };
    expect(differences('scoreboard', before, before, say)).toEqual([]);
    expect(differences('scoreboard', before, after, say)).toEqual([
      { label: 'Target: sourced pipeline per quarter', before: 'no target', after: '1000' },
      { label: 'Floors of the sourced share', before: '15 %, 25 %, 35 %', after: '10 %, 25 %, 35 %' },
      { label: 'Smallest sample for a rate', before: '20 deals', after: '30 deals' },
    ]);
    const table = roleTableOf(defaultBodies.attribution);
    const changed = { ...table, reference: { ...table.reference, renewal: 'assisted' as const } };
    expect(differences('attribution', {}, { roleTable: changed }, say)).toEqual([
      { label: 'Reference, content or integration, renewal', before: 'by stage', after: 'Assisted' },
    ]);
  });
});

describe('the settings of a page', () => {
  it('have a name each, and a value with its unit', () => {
    const names = [...Object.keys(attributionSettings), ...Object.keys(scoreboardSettings)];
    expect(Object.keys(settingLabels).sort()).toEqual(names.sort());
    expect(valueText('freshDays', 'days', 1)).toBe('1 day');
    expect(valueText('entryStage', 'stage', 2)).toBe('stage 2');
    expect(valueText('coSoldStages', 'count', 2)).toBe('2 stages');
    expect(valueText('shareFloors', 'share', [0.125, 0.29])).toBe('12.5 %, 29 %');
  });

  it('take their default where a version does not hold them', () => {
    expect(settingValues('attribution', { settings: { lockDays: 7 } }).get('lockDays')).toBe(7);
    expect(settingValues('attribution', {}).get('lockDays')).toBe(14);
    expect(targetsOf(null)).toEqual({ sourcedPipelineMinor: null, sourcedClosedWonMinor: null });
  });
});

describe('a typed amount', () => {
  it('is read by the reader’s language, to the minor unit, and never guessed', () => {
    expect(readAmount('1,250,000.50', eur, 'en-GB')).toBe(125_000_050);
    expect(readAmount('1.250.000,5', eur, 'de-DE')).toBe(125_000_050);
    expect(readAmount('1 250 000', eur, 'fr-FR')).toBe(125_000_000);
    expect(readAmount('1’250’000', eur, 'de-CH')).toBe(125_000_000);
    expect(readAmount('12,50,000', eur, 'en-IN')).toBe(125_000_000);
    expect(readAmount('0', eur, 'en')).toBe(0);
    for (const wrong of ['1,25', '1.250', '-5', '12k', '1.2.3', '', '99999999999999999']) {
      expect(readAmount(wrong, eur, 'en')).toBeNull();
    }
    expect(readAmount('1.5', 'JPY' as CurrencyCode, 'en')).toBeNull();
  });

  it('is read back as it was written', () => {
    for (const language of ['en', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'nl-NL']) {
      expect(readAmount(writeAmount(123_456_789, eur, language), eur, language)).toBe(123_456_789);
    }
    expect(writeAmount(null, eur, 'en')).toBe('');
  });
});

describe('a proposal', () => {
  const typed = proposalOf(defaultBodies.scoreboard, eur, 'en');

  it('begins with what stands, and reads as the API takes it', () => {
    const read = readProposal({ ...typed, 'targets.sourcedPipelineMinor': '4,000,000' }, eur, 'en');
    expect(read).toMatchObject({
      ok: true,
      definitions: {
        entryStage: 2,
        shareFloors: [0.15, 0.25, 0.35],
        targets: { sourcedPipelineMinor: 400_000_000, sourcedClosedWonMinor: null },
      },
    });
  });

  it('names each field that it cannot read', () => {
    const read = readProposal(
      {
        ...typed,
        flatQuarters: '0',
        entryStage: '2.5',
        'shareFloors.1': '120',
        'targets.sourcedClosedWonMinor': 'much',
      },
      eur,
      'en',
    );
    expect(read.ok).toBe(false);
    expect(read.ok ? [] : Object.keys(read.wrong).sort()).toEqual([
      'entryStage',
      'flatQuarters',
      'shareFloors.1',
      'targets.sourcedClosedWonMinor',
    ]);
    expect(readProposal({ ...typed, flatPoints: '1,5' }, eur, 'en').ok).toBe(true);
  });

  it('counts from this fiscal quarter or the next', () => {
    const [now, next] = quarterChoices('2026-11-20' as LocalDate, { yearStartMonth: 2 });
    expect([now.start, next.start]).toEqual(['2026-11-01', '2027-02-01']);
  });
});

describe('today', () => {
  it('is the date where the organization is', () => {
    const late = new Date('2026-11-20T23:30:00Z');
    expect(todayIn('UTC', late)).toBe('2026-11-20');
    expect(todayIn('Asia/Tokyo', late)).toBe('2026-11-21');
  });
});
