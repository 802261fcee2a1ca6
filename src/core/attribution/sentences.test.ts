import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { type PortalLanguage, portalLanguages } from '#core/registration/portal-format.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import claims from '#test/vectors/attribution-claims.json' with { type: 'json' };
import edges from '#test/vectors/attribution-edges.json' with { type: 'json' };
import moves from '#test/vectors/attribution-moves.json' with { type: 'json' };
import partners from '#test/vectors/attribution-partners.json' with { type: 'json' };
import told from '#test/vectors/attribution-sentences.json' with { type: 'json' };
import { classifyCredit } from './classify.ts';
import { counterfactualSentence, counterfactuals } from './counterfactual.ts';
import { type CreditDecision, verdictSentence } from './credit.ts';
import { evidenceWords } from './evidence-words.ts';
import { defaultAttributionPolicy } from './policy.ts';
import { reasonCatalogue } from './reason-catalogue.ts';
import { reasonSentence } from './reasons.ts';
import { verdictWords } from './verdict-words.ts';

type Story = {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly moments: readonly { readonly on: string }[];
};

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const stories = [claims, moves, partners, edges].flatMap(({ cases }) => cases as unknown as Story[]);
const asked = stories.flatMap(({ facts, moments }) =>
  moments.map(({ on }) => ({ facts: creditFacts(facts), now: endOf(on) })),
);
const languages = Object.keys(portalLanguages) as PortalLanguage[];
const nameIn = (language: PortalLanguage) => (id: string) =>
  id === 'partner-a' ? 'Northgate' : verdictWords[language].another;

const days = (text: string) => (text.match(/\d{4}-\d\d-\d\d/g) ?? []).toSorted();

/** Everything that is told of the lives of the vectors, in one language, in the same order in each. */
function allTold(language: PortalLanguage): string[] {
  return asked.flatMap(({ facts, now }) => {
    const decision = classifyCredit(facts, policy, now);
    const reasons = [...decision.reasons, ...decision.considered.flatMap((one) => one.reasons)];
    return [
      verdictSentence(decision, nameIn(language), language),
      ...reasons.map((one) => reasonSentence(one, language)),
      ...counterfactuals(facts, policy, now).map((one) =>
        counterfactualSentence(one, nameIn(language), language),
      ),
    ];
  });
}

describe('the sentences of a credit', () => {
  it.each(told.reasons.map((one) => [one.code, one.de, one] as const))(
    '%s: %s',
    (code, _, { params, en, de }) => {
      const reason = { rule: '', code, holds: true, params };
      expect(languages.map((language) => reasonSentence(reason, language))).toEqual([en, de]);
    },
  );

  it('have a case for every code', () => {
    expect([...new Set(told.reasons.map(({ code }) => code))]).toEqual(Object.keys(reasonCatalogue));
  });

  it.each(told.verdicts.map((one) => [one.de, one] as const))('%s', (_, { decision, en, de }) => {
    const sourced = { kind: 'credited', class: 'sourced', partnerId: 'partner-a', coSold: false };
    const whole = { ...sourced, rulingId: null, disputed: false, ...decision } as unknown as CreditDecision;
    expect(languages.map((language) => verdictSentence(whole, nameIn(language), language))).toEqual([en, de]);
  });

  it('are whole in each language, and name the same days', () => {
    const [en, de] = [allTold('en'), allTold('de')];
    expect(de).toHaveLength(en.length);
    for (const [at, sentence] of en.entries()) {
      for (const one of [sentence, de[at] ?? '']) {
        expect(one).toMatch(/^\p{Lu}.*[.]$/u);
        expect(one).not.toMatch(/undefined|null|NaN|\[object|_/);
      }
      expect(days(de[at] ?? '')).toEqual(days(sentence));
      expect(de[at]).not.toBe(sentence);
      expect(de[at]).not.toMatch(/(?<!\b(?:von|mit)) einem anderen Partner/i);
    }
  });

  it('show an old reason whose code is gone as it was stored, in any language', () => {
    expect(reasonSentence({ rule: 'T9', code: 'gone', holds: true, params: {} }, 'de')).toBe('T9: gone.');
  });
});

describe('the names of evidence', () => {
  it('are another language in each', () => {
    const names = (language: PortalLanguage) => {
      const { introduction, touch, ownContact, plan, planEnded, checkIn } = evidenceWords[language];
      const ended = planEnded('2026-03-12' as LocalDate);
      return [
        ...[introduction, touch, ownContact].flatMap((one) => Object.values(one)),
        plan,
        ended,
        checkIn,
      ];
    };
    const [en, de] = [names('en'), names('de')];
    expect(de.filter((name, at) => name === en[at] || !/^[\p{L}\d ,-]+$/u.test(name))).toEqual([]);
  });
});
