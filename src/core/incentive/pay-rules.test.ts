import { describe, expect, it } from 'vitest';
import { attributionExample } from '#core/attribution/attribution-example.ts';
import { payRulesOf } from './pay-rules.ts';

const page = { version: 3, isDraft: false, body: attributionExample };

describe('what the signed pages pay', () => {
  it('is the commission for an archetype that is paid one, and nothing on top of a margin', () => {
    expect(payRulesOf(page, 'si', 0.05).sourcedShare).toBe(0.05);
    expect(payRulesOf(page, 'reseller', 0.2).sourcedShare).toBeNull();
    expect(payRulesOf(page, null, 0.2).sourcedShare).toBeNull();
  });

  it('is the flat amount where the page gives an origin one', () => {
    const sourcedPays = {
      ...attributionExample.sourcedPays,
      isv: { pays: 'flat' as const, amount: 30_000 },
    };
    const rules = payRulesOf({ ...page, body: { ...attributionExample, sourcedPays } }, 'isv', 0.1);
    expect(rules).toMatchObject({ sourcedShare: null, sourcedMinor: 30_000 });
  });

  it('takes another amount for the archetype before the usual one, and 0 for nothing', () => {
    const otherAmounts = [{ archetype: 'si' as const, class: 'co_sold' as const, amount: 0 }];
    const body = { ...attributionExample, otherAmounts };
    expect(payRulesOf({ ...page, body }, 'si', null).coSoldMinor).toBe(0);
    expect(payRulesOf({ ...page, body }, 'isv', null).coSoldMinor).toBe(100_000);
  });

  it('is no money where influence earns points', () => {
    const incentives = { ...attributionExample.incentives, influencedPays: 'points' as const };
    expect(payRulesOf({ ...page, body: { ...attributionExample, incentives } }, 'si', null)).toMatchObject({
      influencedMinor: null,
    });
  });

  it('reads a page that was signed before archetypes were told apart as paying the commission', () => {
    const body = { incentives: attributionExample.incentives };
    expect(payRulesOf({ ...page, body }, 'si', 0.05)).toMatchObject({
      ...{ sourcedShare: 0.05, coSoldMinor: 100_000, influencedMinor: 50_000 },
    });
  });
});
