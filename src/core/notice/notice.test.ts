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
import type { ReasonParams } from '../decision.ts';
import { registrationNews } from '../registration/registration-news.ts';
import { afterFailure, deliveryState, mayRenew, mostTries, type TryOutcome } from './delivery.ts';
import { isDigestDue, nextDigestOn } from './digest.ts';
import {
  caseMoves,
  groupsOf,
  isNoticeKind,
  kindsOf,
  type NoticeGroup,
  type NoticeKind,
  noticeKinds,
  sentenceOf,
  type Told,
  wayFor,
} from './kinds.ts';
import { portalSentence } from './portal-sentence.ts';

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

const portalKinds = (Object.keys(noticeKinds) as NoticeKind[]).filter(
  (kind) => noticeKinds[kind].face === 'portal',
);
const ofPortal = vectors.sentences.flatMap((one) =>
  'saysGerman' in one ? [{ ...one, params: one.params as ReasonParams }] : [],
);

describe('the sentence of a kind in the languages of the portal', () => {
  it.each(ofPortal)('$kind: $saysGerman', ({ kind, params, says, saysGerman }) => {
    expect(portalSentence('en', { kind, params })).toBe(says);
    expect(portalSentence('de', { kind, params })).toBe(saysGerman);
  });

  it('is there for each kind of the portal and for no other', () => {
    expect([...new Set(ofPortal.map(({ kind }) => kind))].toSorted()).toEqual(portalKinds.toSorted());
    for (const kind of Object.keys(noticeKinds) as NoticeKind[]) {
      const said = portalSentence('de', { kind, params: { number: 1, month: '2026-06-01' } });
      expect(said !== null, kind).toBe(portalKinds.includes(kind));
    }
  });

  it('has each news of a registration and each move of a case in both, and another one', () => {
    const texts = Object.keys(registrationNews.en).map((news) => ({
      kind: 'own_registration',
      params: { number: 9, customer: 'Acme', news },
    }));
    const moves = [...Object.keys(caseMoves), 'ruled'].map((move) => ({
      kind: 'own_case',
      params: { number: 12, deal: 'Rollout', dispute: 4, move },
    }));
    for (const told of [...texts, ...moves]) {
      const [en, de] = [portalSentence('en', told), portalSentence('de', told)];
      expect(en).not.toBe(de);
      for (const text of [en, de]) {
        expect(text).toMatch(/^[\p{L}#].*\.$/u);
        expect(text).not.toMatch(/undefined|null/);
      }
    }
  });

  it('is none where nothing is kept, or what is newer than the page', () => {
    expect(portalSentence('de', { kind: 'own_registration', params: {} })).toBeNull();
    const news = { number: 9, customer: 'Acme', news: 'sold_to_mars' };
    expect(portalSentence('de', { kind: 'own_registration', params: news })).toBeNull();
    expect(portalSentence('de', { kind: 'constructor', params: { number: 9 } })).toBeNull();
  });

  it('keeps the number, the deal and the month of any', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.integer({ min: 1, max: 12 }), (number, deal, month) => {
        const params = { number, deal, confirmed: false, reason: null };
        const text = portalSentence('de', { kind: 'claim_answer', params });
        expect(text).toContain(`#${number} ${deal}: `);
        const on = `2026-${String(month).padStart(2, '0')}-01`;
        expect(portalSentence('de', { kind: 'statement', params: { number, month: on } })).toMatch(
          new RegExp(`^Ihre Abrechnung ${number} für \\p{Lu}\\p{Ll}+ 2026 ist ausgestellt\\.$`, 'u'),
        );
      }),
    );
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
