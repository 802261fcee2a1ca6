import { describe, expect, it } from 'vitest';
import { type Check, type CheckCatalogue, checkSentence } from '#core/program/check.ts';
import { withValues } from './with-values.ts';

/** A case of the vectors of a page: the base with other values, and the codes that then fail. */
type Vector = {
  readonly id: string;
  readonly name: string;
  readonly facts?: unknown;
  readonly set: unknown;
  readonly fails: readonly string[];
};

type Vectors = {
  readonly facts: unknown;
  readonly base: unknown;
  readonly blocking: readonly string[];
  readonly cases: readonly Vector[];
};

type Run<Body> = {
  readonly check: (body: Body, facts: Readonly<Record<string, unknown>>) => readonly Check[];
  readonly words: CheckCatalogue;
};

/** The vectors of a page as tests: what fails, what stops the page, sentences without holes, a case for every code. */
export function describeChecks<Body>(title: string, vectors: Vectors, { check, words }: Run<Body>): void {
  describe(title, () => {
    it.each(vectors.cases.map((vector) => [vector.id, vector.name, vector] as const))(
      '%s: %s',
      (_id, _name, vector) => {
        const body = withValues(vectors.base, vector.set as Record<string, unknown>) as Body;
        const checks = check(body, { ...(vectors.facts as object), ...(vector.facts as object | undefined) });
        const failing = checks.filter(({ holds }) => !holds).map(({ code }) => code);
        expect(failing.toSorted()).toEqual(vector.fails.toSorted());
        for (const one of checks) {
          const sentence = checkSentence(words, one);
          expect(sentence).toMatch(/^[^!]+\.$/);
          expect(sentence).not.toMatch(/undefined|null|NaN|Infinity/);
          expect(one.severity === 'blocking').toBe(vectors.blocking.includes(one.code));
        }
      },
    );

    it('have a case for every code', () => {
      const seen = new Set(vectors.cases.flatMap(({ fails }) => fails));
      expect(Object.keys(words).filter((code) => !seen.has(code))).toEqual([]);
    });
  });
}
