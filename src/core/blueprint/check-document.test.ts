import { describe, expect, it } from 'vitest';
import { mayPropose } from '#core/program/check.ts';
import { pageWords } from '#core/program/page.ts';
import archetypes from '#test/vectors/program-archetypes.json' with { type: 'json' };
import profile from '#test/vectors/program-profile.json' with { type: 'json' };
import thesis from '#test/vectors/program-thesis.json' with { type: 'json' };
import { answerCheckWords } from './check-answers.ts';
import { checkDocument, checkers, checkPage, sayCheck } from './check-document.ts';
import { noCheckFacts } from './check-facts.ts';
import { defaultDocument, pages } from './document.ts';
import { workedExample, workedExampleFunnel, workedExampleOn } from './worked-example.ts';

const nothing = noCheckFacts(workedExampleOn);

describe('the checks of the document', () => {
  it('are said by codes that no two pages share', () => {
    const codes = [answerCheckWords, ...Object.values(checkers).map(({ words }) => words)].flatMap(
      Object.keys,
    );
    expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([]);
  });

  it('all have their sentence, and lead to a field of their page', () => {
    for (const document of [defaultDocument(), workedExample]) {
      const checks = checkDocument(document, nothing);
      for (const word of pageWords) {
        for (const check of checks[word]) {
          expect(sayCheck(check)).not.toMatch(/undefined|NaN|\bnull\b/);
          const [first = ''] = check.path.split(/[.[]/);
          expect(['', ...Object.keys(pages[word].fields)]).toContain(first);
        }
      }
    }
  });

  it.each(['thesis', 'archetypes', 'profile', 'assumptions'] as const)(
    'do not let a page be proposed that nobody has begun: %s',
    (word) => {
      expect(mayPropose(checkPage(word, defaultDocument(), nothing))).toBe(false);
    },
  );

  it('take the goal from the arithmetic of the assumptions page', () => {
    const smaller = {
      ...workedExample,
      assumptions: {
        ...workedExample.assumptions,
        ledger: {
          ...workedExample.assumptions.ledger,
          shareYear1: { ...workedExample.assumptions.ledger.shareYear1, value: 0.1 },
        },
      },
    };
    const goal = checkPage('thesis', smaller, { ...nothing, funnel: workedExampleFunnel }).filter(
      ({ holds }) => !holds,
    );
    expect(goal).toMatchObject([
      { code: 'goal_agrees', severity: 'advisory', params: { percent: 50, isAbove: true } },
    ]);
  });

  it('of a whole program take well under ten milliseconds', () => {
    const facts = { ...nothing, funnel: workedExampleFunnel };
    for (let warm = 0; warm < 20; warm++) checkDocument(workedExample, facts);
    const rounds = 20;
    const started = performance.now();
    for (let round = 0; round < rounds; round++) checkDocument(workedExample, facts);
    expect((performance.now() - started) / rounds).toBeLessThan(10);
  });

  it('are held to golden cases whose base is the worked example', () => {
    expect(thesis.base).toEqual(workedExample.thesis);
    expect(archetypes.base).toEqual(workedExample.archetypes);
    expect(profile.base).toEqual(workedExample.profile);
    for (const fact of thesis.facts.funnel) expect(workedExampleFunnel).toContainEqual(fact);
  });
});
