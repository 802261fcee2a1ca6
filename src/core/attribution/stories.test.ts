import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import golden from '#test/vectors/attribution.json' with { type: 'json' };
import claims from '#test/vectors/attribution-claims.json' with { type: 'json' };
import edges from '#test/vectors/attribution-edges.json' with { type: 'json' };
import moves from '#test/vectors/attribution-moves.json' with { type: 'json' };
import partners from '#test/vectors/attribution-partners.json' with { type: 'json' };
import { classifyCredit } from './classify.ts';
import { clauseOf } from './clause.ts';
import { verdictSentence } from './credit.ts';
import { defaultAttributionPolicy } from './policy.ts';
import { reasonCatalogue } from './reason-catalogue.ts';
import { reasonSentence } from './reasons.ts';

type Asked = {
  readonly on: string;
  readonly partner: string | null;
  readonly fails: readonly string[];
  readonly partners?: Readonly<Record<string, string>>;
};
type Story = {
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly moments: readonly Asked[];
};

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const stories = [claims, moves, partners, edges].flatMap(({ cases }) => cases as unknown as Story[]);

describe('the life of a deal', () => {
  it.each(stories.map((story) => [story.id, story.name, story] as const))('%s: %s', (_id, _name, story) => {
    const facts = creditFacts(story.facts);
    for (const { on, partner, fails, partners: named, ...rest } of story.moments) {
      const decision = classifyCredit(facts, policy, endOf(on));
      const failing = decision.reasons.filter(({ holds }) => !holds).map(({ code }) => code);
      expect({ on, ...decision }).toMatchObject({ on, partnerId: partner, ...rest });
      expect([on, ...new Set(failing)]).toEqual([on, ...fails]);
      if (named !== undefined) {
        const classes = decision.considered.map((one) => [one.partnerId, one.class]);
        expect(classes).toEqual(Object.entries(named));
      }
    }
  });

  // The page of the method has no cell that gives an act nothing, except overlap, which is refused before the table.
  const onlyOnOtherPages = ['touch.earns_nothing'];

  it('meets every reason that there is, so that each has a case that people can read', () => {
    const decided = stories.flatMap((story) =>
      story.moments.map(({ on }) => classifyCredit(creditFacts(story.facts), policy, endOf(on))),
    );
    const goldenNow = endOf(golden.now);
    const older = golden.cases.map(({ facts }) => classifyCredit(creditFacts(facts), policy, goldenNow));
    const seen = [...decided, ...older].flatMap((one) => [
      ...one.reasons,
      ...one.considered.flatMap((partner) => partner.reasons),
    ]);
    const met = new Set([...onlyOnOtherPages, ...seen.map(({ code }) => code)]);
    expect([...met].sort()).toEqual(Object.keys(reasonCatalogue).sort());
  });

  it('is told in sentences without holes, beside the clause of the page', () => {
    for (const story of stories) {
      for (const { on } of story.moments) {
        const decision = classifyCredit(creditFacts(story.facts), policy, endOf(on));
        const reasons = [...decision.reasons, ...decision.considered.flatMap((one) => one.reasons)];
        const told = [
          ...reasons.map((one) => reasonSentence(one)),
          ...reasons.map((one) => clauseOf(one, policy)),
        ];
        for (const sentence of [...told, verdictSentence(decision, (id) => id)]) {
          expect(sentence).toMatch(/^[A-Za-z][^!]*\.$/);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }
    }
  });
});
