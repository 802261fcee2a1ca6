import { describe, expect, it } from 'vitest';
import { checkSentence } from '#core/program/check.ts';
import { withValues } from '#test/harness/with-values.ts';
import vectors from '#test/vectors/program-profile.json' with { type: 'json' };
import { checkProfile, profileCheckWords } from './profile-checks.ts';
import type { ProfileBody } from './profile-page.ts';

type Vector = {
  id: string;
  name: string;
  facts?: { inBuild: null };
  set: Record<string, unknown>;
  fails: string[];
};

const base = vectors.base as ProfileBody;

describe('the checks of the profile', () => {
  it.each((vectors.cases as Vector[]).map((vector) => [vector.id, vector.name, vector] as const))(
    '%s: %s',
    (_id, _name, { set, facts, fails }) => {
      const checks = checkProfile(withValues(base, set), facts === undefined ? 'si' : facts.inBuild);
      const failed = checks.filter(({ holds }) => !holds).map(({ code }) => code);
      expect(failed.toSorted()).toEqual(fails.toSorted());
      for (const check of checks) {
        expect(checkSentence(profileCheckWords, check)).not.toMatch(/undefined|null|NaN/);
      }
    },
  );

  it('have a case for every code', () => {
    const seen = new Set((vectors.cases as Vector[]).flatMap(({ fails }) => fails));
    expect(Object.keys(profileCheckWords).filter((code) => !seen.has(code))).toEqual([]);
  });
});
