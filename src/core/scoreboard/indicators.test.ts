import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { PartnerId, PartnerPersonId } from '#core/ids.ts';
import { defaultProgramSettings } from '#core/program/settings.ts';
import type { ActFact, PartnerFact } from './facts.ts';
import { leadingIndicators } from './indicators.ts';
import type { Indicator } from './payload.ts';

const asOf = '2026-07-15' as LocalDate;
const settings = defaultProgramSettings.scoreboard;

function partner(id: string, archetype: string | null, signedOn: string | null): PartnerFact {
  return { partnerId: id as PartnerId, archetype, signedOn: signedOn as LocalDate | null };
}

function act(kind: ActFact['kind'], partnerId: string, person: string | null, daysAgo: number): ActFact {
  return {
    kind,
    partnerId: partnerId as PartnerId,
    partnerPersonId: person as PartnerPersonId | null,
    occurredOn: addDays(asOf, -daysAgo),
  };
}

const partners = [
  partner('a', 'reseller', '2026-01-01'),
  partner('b', 'reseller', null),
  partner('c', 'si', '2026-07-01'),
  partner('d', 'reseller', '2027-01-01'),
  partner('e', null, null),
];

function indicator(name: Indicator['name'], acts: readonly ActFact[]): Indicator | undefined {
  const have = { hasActs: acts.length > 0, hasTouches: acts.some(({ kind }) => kind === 'touch') };
  return leadingIndicators(asOf, { partners, acts, ...have }, settings).find((each) => each.name === name);
}

describe('the leading indicators', () => {
  it('are four groups, motion twice, and wait for facts that do not exist', () => {
    const all = leadingIndicators(asOf, { partners, acts: [], hasActs: false, hasTouches: false }, settings);
    expect(all.map(({ group }) => group)).toEqual([
      'capability',
      'capacity',
      'motion',
      'motion',
      'conversion',
    ]);
    for (const each of all) {
      expect(each.state === 'waiting' && each.waitsFor).toMatch(/^not measured yet, waits for /);
    }
  });

  it('count each active rep once, by archetype, in the last 60 days', () => {
    const acts = [
      act('touch', 'a', 'ann', 0),
      act('introduction', 'a', 'ann', 5),
      act('touch', 'b', 'bob', 59),
      act('touch', 'b', 'old', 60),
      act('introduction', 'c', null, 1),
    ];
    const found = indicator('activeReps', acts);
    expect(found?.state === 'measured' && found.series).toMatchObject([
      { archetype: 'reseller', partners: 2, value: 2, target: 4 },
      { archetype: 'si', partners: 1, value: 0, target: 2 },
      { archetype: null, partners: 1, value: 0 },
    ]);
  });

  it('count touches per partner in a quarter, week by week', () => {
    const found = indicator('touchesPerPartner', [
      act('touch', 'a', 'ann', 3),
      act('touch', 'a', 'ann', 90),
      act('touch', 'a', 'ann', 91),
    ]);
    if (found?.state !== 'measured') throw new Error('touches are there');
    expect(found.series[0]).toMatchObject({ value: 1, target: 3 });
    expect(found.series[0]?.weeks).toHaveLength(13);
    // On Sunday all three lay within a quarter.
    expect(found.series[0]?.weeks.at(-2)).toEqual({ on: '2026-07-12', value: 1.5 });
  });

  it('measure zero, and do not wait, once there ever was a touch', () => {
    const facts = { partners, acts: [], hasActs: true, hasTouches: true };
    const found = leadingIndicators(asOf, facts, settings).find(({ name }) => name === 'touchesPerPartner');
    expect(found?.state === 'measured' && found.series[0]?.value).toBe(0);
  });
});
