/**
 * One deal decided twice: by another page from the same facts, or by the same page from what was known then and what
 * is known now. And why the two differ.
 *
 * Handbook: docs/handbook/replay.md
 */

import type { LocalDate, Moment } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { classifyCredit } from '../classify.ts';
import { clauseOf } from '../clause.ts';
import type { CreditDecision } from '../credit.ts';
import type { CreditClass } from '../credit-class.ts';
import type { AttributionPolicy } from '../policy.ts';
import { type CreditReason, reasonSentence } from '../reasons.ts';
import { type Judged, type PageChange, pageChanges } from './page-changes.ts';

/** One side of a replay: by which page, from which facts, knowing only what was known at that moment. */
export type Side = Judged & { readonly now: Moment };

/** A deal with both sides, and its amount in one currency; null where that is not known. */
export type ReplayedDeal = {
  readonly opportunityId: OpportunityId;
  readonly number: number;
  readonly name: string;
  readonly createdOn: LocalDate;
  readonly isWon: boolean;
  readonly amountMinor: number | null;
  readonly before: Side;
  readonly after: Side;
};

export type ReplayedVerdict = {
  readonly class: CreditClass;
  readonly partnerId: PartnerId | null;
  readonly coSold: boolean;
};

/** A test that came out otherwise for a partner; null on the side on which it was not made. */
export type Difference = {
  readonly partnerId: PartnerId;
  readonly before: CreditReason | null;
  readonly after: CreditReason | null;
};

export type DealReplay = {
  readonly before: ReplayedVerdict;
  readonly after: ReplayedVerdict;
  readonly isMoved: boolean;
  /** For a deal that moved: the tests of the partners that gain or lose it, those that flipped first. */
  readonly differences: readonly Difference[];
};

/** Decides a deal on both sides. It has moved if its class, its partner or its co-sold flag is another. */
export function replayDeal(deal: ReplayedDeal): DealReplay {
  const one = classifyCredit(deal.before.facts, deal.before.page, deal.before.now);
  const other = classifyCredit(deal.after.facts, deal.after.page, deal.after.now);
  const [before, after] = [verdictOf(one), verdictOf(other)];
  const isMoved = !isSame(before, after);
  return { before, after, isMoved, differences: isMoved ? differencesOf(one, other) : [] };
}

/**
 * The changes of the page that make the difference for a deal that moved. Those that do it alone come first; where none
 * does, those without which it would not happen. Empty where the pages do not differ.
 */
export function decidingChanges(
  deal: ReplayedDeal,
  after: ReplayedVerdict,
  changes: readonly PageChange[] = pageChanges(deal.before.page, deal.after.page),
): readonly { readonly change: PageChange; readonly isAlone: boolean }[] {
  const [only] = changes;
  if (changes.length === 1 && only !== undefined) return [{ change: only, isAlone: true }];
  const isReached = ({ page, facts }: Judged) =>
    isSame(verdictOf(classifyCredit(facts, page, deal.after.now)), after);
  const alone = changes.filter((change) => isReached(change.take(deal.after, deal.before)));
  if (alone.length > 0) return alone.map((change) => ({ change, isAlone: true }));
  return changes
    .filter((change) => !isReached(change.take(deal.before, deal.after)))
    .map((change) => ({ change, isAlone: false }));
}

/** A difference in words, with the clause of each page where the pages say it differently. */
export function differenceSentence(
  { before, after }: Difference,
  pages: { readonly before: AttributionPolicy; readonly after: AttributionPolicy },
): string {
  if (after === null) {
    return before === null ? '' : `No longer tested: ${reasonSentence(before)}`;
  }
  const clause = clauseOf(after, pages.after);
  const old = before === null ? null : clauseOf(before, pages.before);
  const said = `${reasonSentence(after)} ${clause}`;
  if (before === null) return said;
  return old === clause
    ? `${said} Before: ${reasonSentence(before)}`
    : `${said} Before: ${reasonSentence(before)} ${old}`;
}

function verdictOf({ class: one, partnerId, coSold }: CreditDecision): ReplayedVerdict {
  return { class: one, partnerId, coSold };
}

function isSame(a: ReplayedVerdict, b: ReplayedVerdict): boolean {
  return a.class === b.class && a.partnerId === b.partnerId && a.coSold === b.coSold;
}

function differencesOf(one: CreditDecision, other: CreditDecision): Difference[] {
  const concerned = [one.partnerId, other.partnerId].filter((id) => id !== null);
  return [...new Set(concerned)]
    .flatMap((partnerId) => {
      const before = testsOf(one, partnerId);
      const after = testsOf(other, partnerId);
      return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): Difference[] => {
        const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
        return cameOutAlike(was, is) ? [] : [{ partnerId, before: was, after: is }];
      });
    })
    .sort((a, b) => weight(a) - weight(b));
}

/** A cell that earns another class is another outcome, though the act qualifies on both sides. */
function cameOutAlike(a: CreditReason | null, b: CreditReason | null): boolean {
  return a?.code === b?.code && a?.params.earns === b?.params.earns;
}

/** The tests of a partner by what they test: the same rule on the same fact is the same test on both sides. */
function testsOf(decision: CreditDecision, partnerId: PartnerId): Map<string, CreditReason> {
  const ruled =
    decision.rulingId === null ? [] : decision.reasons.filter(({ code }) => code.startsWith('ruling.'));
  const own = decision.considered.find((each) => each.partnerId === partnerId)?.reasons ?? [];
  return new Map(
    [...ruled, ...own].map((reason) => {
      const [kind] = reason.code.split('.');
      const what = kind === 'touch' || kind === 'cosell' ? `${kind} ${reason.rule}` : kind;
      return [`${what} ${String(reason.params.fact ?? '')}`, reason];
    }),
  );
}

/** A test that failed and now holds, or the other way round, says most; one that exists on one side only says least. */
function weight({ before, after }: Difference): number {
  if (before === null || after === null) return 2;
  return before.holds === after.holds ? 1 : 0;
}
