import { describe, expect, it } from 'vitest';
import { withValues } from '#test/harness/with-values.ts';
import vectors from '#test/vectors/program-archetypes.json' with { type: 'json' };
import { archetypeCheckWords } from './archetype-check-words.ts';
import { type ArchetypeFacts, archetypeInBuild, checkArchetypes } from './archetype-checks.ts';
import { type ArchetypesBody, archetypesPage } from './archetypes-page.ts';
import { checkSentence } from './check.ts';
import { defaultBody } from './field.ts';

type Vector = { id: string; name: string; facts?: object; set: Record<string, unknown>; fails: string[] };

const base = vectors.base as ArchetypesBody;
const facts = (over: object = {}): ArchetypeFacts => ({ ...(vectors.facts as ArchetypeFacts), ...over });
const severityOf = (body: ArchetypesBody, code: string) =>
  checkArchetypes(body, facts()).find((check) => check.code === code && !check.holds)?.severity;

describe('the checks of the archetypes', () => {
  it.each((vectors.cases as Vector[]).map((vector) => [vector.id, vector.name, vector] as const))(
    '%s: %s',
    (_id, _name, vector) => {
      const checks = checkArchetypes(withValues(base, vector.set), facts(vector.facts));
      const failed = checks.filter(({ holds }) => !holds).map(({ code }) => code);
      expect(failed.toSorted()).toEqual(vector.fails.toSorted());
      for (const check of checks) {
        expect(checkSentence(archetypeCheckWords, check)).not.toMatch(/undefined|null|NaN/);
      }
    },
  );

  it('have a case for every code', () => {
    const seen = new Set((vectors.cases as Vector[]).flatMap(({ fails }) => fails));
    expect(Object.keys(archetypeCheckWords).filter((code) => !seen.has(code))).toEqual([]);
  });

  it('stop what is built without a contract, and only warn of what is selected', () => {
    const without = (key: 'si' | 'referral') => withValues(base, { [`archetypes.${key}.contract`]: '' });
    expect(severityOf(without('si'), 'own_contract')).toBe('blocking');
    expect(severityOf(without('referral'), 'own_contract')).toBe('advisory');
  });

  it('ask for one in build before anything is chosen', () => {
    const blank = defaultBody(archetypesPage.fields);
    expect(archetypeInBuild(blank)).toBeNull();
    expect(severityOf(blank, 'in_build_least')).toBe('blocking');
    expect(archetypeInBuild(base)).toBe('si');
  });
});
