import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSentence, mayPropose } from '#core/program/check.ts';
import { defaultBody } from '#core/program/field.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { describeChecks } from '#test/harness/check-vectors.ts';
import vectors from '#test/vectors/program-scoreboard.json' with { type: 'json' };
import { checkScoreboard, scoreboardCheckWords } from './scoreboard-checks.ts';
import { scoreboardExample } from './scoreboard-example.ts';
import { type ScoreboardBody, scoreboardPage } from './scoreboard-page.ts';

describeChecks('the checks of the scoreboard', vectors, {
  check: (body: ScoreboardBody) => checkScoreboard(body),
  words: scoreboardCheckWords,
});

describe('the scoreboard', () => {
  it('may be signed as every program begins with it, without targets', () => {
    const checks = checkScoreboard(defaultBody(scoreboardPage.fields));
    expect(mayPropose(checks)).toBe(true);
    expect(checks.filter(({ holds }) => !holds).map(({ path }) => path)).toEqual([
      'targets.sourcedPipelineMinor',
      'targets.sourcedClosedWonMinor',
    ]);
  });

  it('has floors that rise, or is not signed', () => {
    const floor = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(floor, floor, floor, (first, second, third) => {
        const body = { ...scoreboardExample, shareFloors: [first, second, third] };
        expect(mayPropose(checkScoreboard(body))).toBe(0 < first && first < second && second < third);
      }),
    );
  });

  it('is judged in full sentences, whatever somebody writes', () => {
    fc.assert(
      fc.property(arbitraryPage('scoreboard'), (body) => {
        for (const check of checkScoreboard(body)) {
          expect(checkSentence(scoreboardCheckWords, check)).toMatch(/\.$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
