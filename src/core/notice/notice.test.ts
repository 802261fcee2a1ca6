import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/notices.json' with { type: 'json' };
import {
  addDays,
  type BusinessCalendar,
  isBusinessDay,
  type LocalDate,
  parseLocalDate,
  type Weekday,
} from '../calendar.ts';
import { afterFailure, deliveryState, mayRenew, mostTries, type TryOutcome } from './delivery.ts';
import { isDigestDue, nextDigestOn } from './digest.ts';
import {
  groupsOf,
  isNoticeKind,
  kindsOf,
  type NoticeGroup,
  noticeKinds,
  sentenceOf,
  type Told,
  wayFor,
} from './kinds.ts';

const calendar: BusinessCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: new Set(['2026-12-25' as LocalDate]),
};

describe('the digest', () => {
  it.each(vectors.digest)('$case', ({ today, hourHasCome: hasCome, isDue, next }) => {
    const now = { today: today as LocalDate, hasCome };
    expect(isDigestDue(now, calendar)).toBe(isDue);
    expect(nextDigestOn(now, calendar)).toBe(next);
  });

  it('is on a business day, never in the past, and no business day between is passed over', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01' as LocalDate, days));
    const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) as fc.Arbitrary<Weekday[]>;
    fc.assert(
      fc.property(
        day,
        fc.boolean(),
        week,
        fc.array(day, { maxLength: 20 }),
        (today, hasCome, workingDays, off) => {
          const own = { workingDays, holidays: new Set(off) };
          const next = nextDigestOn({ today, hasCome }, own);
          expect(parseLocalDate(next)).toBe(next);
          expect(isBusinessDay(next, own)).toBe(true);
          const first = hasCome ? addDays(today, 1) : today;
          expect(next >= first).toBe(true);
          for (let between = first; between < next; between = addDays(between, 1)) {
            expect(isBusinessDay(between, own)).toBe(false);
          }
        },
      ),
    );
  });
});

describe('a delivery that failed', () => {
  it.each(vectors.afterFailure)('$case', (vector) => {
    const { tries, isPermanent, outcome } = vector;
    const retryAfter = 'retryAfterMinutes' in vector ? (vector.retryAfterMinutes ?? 0) * 60_000 : null;
    const next = afterFailure(tries, isPermanent, retryAfter);
    expect(next.outcome).toBe(outcome);
    if ('waitMs' in next) expect(next.waitMs / 60_000).toBe(vector.waitMinutes);
  });

  it('is tried so often and no more, each time after a longer wait', () => {
    const waits: number[] = [];
    for (let tries = 1; ; tries += 1) {
      const next = afterFailure(tries, false);
      if (next.outcome === 'failed') {
        expect(tries).toBe(mostTries);
        break;
      }
      waits.push(next.waitMs);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(waits.length);
  });

  it.each(vectors.state)('$case', ({ tries, lastTry, askedAgain, state, canBeSentAgain }) => {
    const found = deliveryState({ tries, outcome: lastTry as TryOutcome | null, isRenewed: askedAgain });
    expect(found).toBe(state);
    expect(mayRenew(found)).toBe(canBeSentAgain);
  });
});

describe('how somebody is told', () => {
  it.each(vectors.way)('$case', ({ group, chosen, way }) => {
    expect(wayFor(group as NoticeGroup, chosen as never)).toBe(way);
  });
});

describe('the sentence of a kind', () => {
  it.each(vectors.sentences)('$kind: $says', ({ kind, params, says }) => {
    expect(isNoticeKind(kind)).toBe(true);
    expect(sentenceOf({ kind, params } as Told)).toBe(says);
  });

  it('is among the vectors for each kind', () => {
    const shown = new Set(vectors.sentences.map(({ kind }) => kind));
    expect(Object.keys(noticeKinds).filter((kind) => !shown.has(kind))).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has each kind in one group, and a group where its face is told something', () => {
    const grouped = (['asks', 'credit', 'program'] as const).flatMap((group) => kindsOf(group));
    expect(grouped.toSorted()).toEqual(Object.keys(noticeKinds).toSorted());
    expect(groupsOf('desk')).toEqual(['asks', 'credit', 'program']);
    expect(groupsOf('portal')).toEqual(['asks', 'credit']);
  });
});
