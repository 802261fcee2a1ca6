import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import vectors from '#test/vectors/standing.json' with { type: 'json' };
import {
  decideStart,
  earliestInForce,
  type PageVersion,
  signaturesOf,
  standingOfPage,
  standingOfVersion,
  versionInForce,
  versionsThatCount,
} from './standing.ts';

const fiscal = { yearStartMonth: 1 };
const day = (text: string) => text as LocalDate;

describe.each(vectors.cases)('$name', (one) => {
  const word = one.word as PageWord;
  const versions: PageVersion[] = one.versions.map(({ version, from, signed }) => ({
    version,
    inForceFrom: day(from),
    signedOn: signed === null ? null : day(signed),
  }));

  it('on each day', () => {
    const counting = versionsThatCount(word, versions, fiscal);
    for (const expected of one.holds) {
      const found = versionInForce(counting, day(expected.on));
      expect([expected.on, found?.version ?? null]).toEqual([expected.on, expected.version]);
      if (found && 'isDraft' in expected) expect(found.isDraft).toBe(expected.isDraft);
    }
  });

  it('and each version knows where it stands', () => {
    const { on, ...standings } = one.standing;
    for (const version of versions) {
      const found = standingOfVersion(word, version, versions, day(on ?? ''), fiscal);
      expect([version.version, found]).toEqual([
        version.version,
        standings[String(version.version) as keyof typeof standings],
      ]);
    }
  });
});

describe('the day from which a version holds', () => {
  const today = day('2026-08-12');

  it('is today at the earliest for a page that judges no deal', () => {
    expect(earliestInForce('thesis', true, today, fiscal)).toBe('2026-08-12');
    expect(decideStart('thesis', day('2026-08-11'), false, today, fiscal)).toMatchObject({ ok: false });
    expect(decideStart('thesis', null, false, today, fiscal)).toEqual({ ok: true, on: '2026-08-12' });
  });

  it('is the first of a quarter for the scoreboard, this quarter at the earliest', () => {
    expect(earliestInForce('scoreboard', true, today, fiscal)).toBe('2026-07-01');
    expect(decideStart('scoreboard', day('2026-08-12'), true, today, fiscal)).toMatchObject({ ok: false });
  });

  it('is the next quarter at the earliest for the attribution page once one was signed (ATT-1)', () => {
    expect(earliestInForce('attribution', false, today, fiscal)).toBe('2026-07-01');
    expect(earliestInForce('attribution', true, today, fiscal)).toBe('2026-10-01');
    expect(earliestInForce('attribution', true, today, { yearStartMonth: 2 })).toBe('2026-11-01');
  });

  it('reaches back over the time in which an unsigned attribution page stood in, until one was signed (ATT-1)', () => {
    const since = day('2026-01-01');
    expect(earliestInForce('attribution', false, today, fiscal, since)).toBe('2026-01-01');
    expect(decideStart('attribution', null, false, today, fiscal, since)).toEqual({ ok: true, on: since });
    expect(decideStart('attribution', day('2026-04-01'), false, today, fiscal, since)).toMatchObject({
      ok: true,
    });
    expect(decideStart('attribution', day('2025-10-01'), false, today, fiscal, since)).toMatchObject({
      ok: false,
    });
    expect(earliestInForce('attribution', true, today, fiscal, since)).toBe('2026-10-01');
    expect(earliestInForce('scoreboard', false, today, fiscal, since)).toBe('2026-07-01');
    const first = { version: 1, inForceFrom: since, signedOn: null };
    const second = { version: 2, inForceFrom: since, signedOn: today };
    expect(versionsThatCount('attribution', [first, second], fiscal)).toMatchObject([
      { version: 2, begins: since },
    ]);
    expect(standingOfVersion('attribution', first, [first, second], today, fiscal)).toBe('overtaken');
  });
});

describe('the signatures of a page', () => {
  const seats = ['cro', 'cfo'] as const;

  it('are complete on the day of the last one that it asks for', () => {
    const cro = { seat: 'cro', on: day('2026-07-03') };
    expect(signaturesOf(seats, [cro])).toEqual({ missing: ['cfo'], signedOn: null });
    const cfo = { seat: 'cfo', on: day('2026-07-02') };
    const other = { seat: 'ae', on: day('2026-09-09') };
    expect(signaturesOf(seats, [cro, cfo, other])).toEqual({ missing: [], signedOn: '2026-07-03' });
  });
});

describe('a page', () => {
  const today = day('2026-07-15');
  const stateOf = (versions: PageVersion[], hasDraft: boolean) =>
    standingOfPage('thesis', versions, hasDraft, today, fiscal).state;
  const proposed = { version: 1, inForceFrom: today, signedOn: null };

  it('goes from not begun by draft, proposed and signed to in force', () => {
    expect(stateOf([], false)).toBe('not_begun');
    expect(stateOf([], true)).toBe('draft');
    expect(stateOf([proposed], true)).toBe('proposed');
    expect(stateOf([{ ...proposed, signedOn: today, inForceFrom: day('2026-08-01') }], false)).toBe('signed');
    expect(stateOf([{ ...proposed, signedOn: today }], false)).toBe('in_force');
  });

  it('that is in force stays so while a new version waits for signatures', () => {
    const versions = [
      { ...proposed, signedOn: today },
      { ...proposed, version: 2 },
    ];
    const standing = standingOfPage('thesis', versions, false, today, fiscal);
    expect(standing).toMatchObject({
      state: 'in_force',
      inForce: { version: 1 },
      proposed: { version: 2 },
    });
  });
});
