/**
 * Conditions that a page of the program meets by being signed or in force.
 *
 * Handbook: docs/handbook/gates.md
 */

import { pages } from '#core/blueprint/document.ts';
import { unchosenIn } from '#core/blueprint/standing-signature.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { isSeat, type Seat, seatLabel } from '#core/program/seat.ts';
import { type ConditionRule, conditionRule, type Finding } from './condition.ts';
import type { GateFacts } from './facts.ts';
import { listed } from './phrase.ts';

type PageParams = {
  readonly title: string;
  readonly state: 'in_force' | 'ahead' | 'proposed' | 'unchosen' | 'draft' | 'not_begun';
  readonly version: number | null;
  readonly from: LocalDate | null;
  readonly signedOn: LocalDate | null;
  /** The seats that have still to sign, in words. */
  readonly missing: string;
};

/** The seats whose holders sign a page. */
export function signersOf(word: PageWord): Seat[] {
  return pages[word].seats.filter(isSeat);
}

/**
 * The page is in force: every seat of it signed, and its day has come. With `aheadCounts` its signatures are enough: the
 * attribution page starts with a quarter (ATT-1), and a program does not have to wait for that to recruit.
 */
export function pageCondition(word: PageWord, rule: string, aheadCounts = false): ConditionRule {
  const { title } = pages[word];
  return conditionRule<PageParams>({
    rule,
    subject: `The page “${title}”`,
    who: signersOf(word),
    place: word,
    find: (facts) => findPage(word, facts, aheadCounts),
    met: (p) =>
      p.state === 'ahead'
        ? `“${p.title}” is signed and starts on ${p.from}.`
        : `“${p.title}” is signed, and in force since ${p.from}.`,
    unmet: (p) => {
      if (p.state === 'ahead') return `“${p.title}” is signed; wait for ${p.from}, when it comes into force.`;
      if (p.state === 'proposed')
        return `“${p.title}” is proposed and waits for the signature of: ${p.missing}.`;
      if (p.state === 'unchosen')
        return `“${p.title}” leaves a choice open, so nobody can sign it: choose, propose it, and have it signed by: ${p.missing}.`;
      if (p.state === 'draft')
        return `“${p.title}” is a draft: finish and propose it, and have it signed by: ${p.missing}.`;
      return `Nobody has begun “${p.title}”: write it, propose it, and have it signed by: ${p.missing}.`;
    },
  });
}

function findPage(word: PageWord, facts: GateFacts, aheadCounts: boolean): Finding<PageParams> {
  const { title } = pages[word];
  const { inForce, signedAhead, proposed, hasDraft } = facts.pages[word];
  const signed = inForce ?? signedAhead;
  if (signed !== null) {
    const { version, from, signedOn } = signed;
    const state = inForce !== null ? 'in_force' : 'ahead';
    return {
      state: state === 'in_force' || aheadCounts ? 'met' : 'unmet',
      params: { title, state, version, from, signedOn, missing: '' },
      on: state === 'ahead' || signedOn > from ? signedOn : from,
      evidence: `Version ${version}, signed on ${signedOn}.`,
    };
  }
  const who = proposed?.missing ?? signersOf(word);
  const missing = listed(who.map(seatLabel));
  // The body that the facts carry is that of the proposed version, as long as none was signed.
  const isOpen = proposed !== null && unchosenIn(word, facts.document[word]).length > 0;
  const waiting = isOpen ? 'unchosen' : 'proposed';
  const state = proposed !== null ? waiting : hasDraft ? 'draft' : 'not_begun';
  return {
    state: 'unmet',
    params: { title, state, version: proposed?.version ?? null, from: null, signedOn: null, missing },
    on: null,
    evidence: proposed !== null ? `Version ${proposed.version}.` : null,
    who,
  };
}

/** How the body of a page that the facts carry came about; null where nobody has begun it, so that it says nothing. */
export function bodySource(
  word: PageWord,
  facts: GateFacts,
): { readonly on: LocalDate | null; readonly evidence: string } | null {
  const { title } = pages[word];
  const { inForce, signedAhead, proposed, hasDraft } = facts.pages[word];
  if (inForce !== null) {
    const { version, from, signedOn } = inForce;
    return { on: signedOn > from ? signedOn : from, evidence: `“${title}”, version ${version}, in force.` };
  }
  if (signedAhead !== null)
    return { on: signedAhead.signedOn, evidence: `“${title}”, version ${signedAhead.version}, signed.` };
  if (proposed !== null) return { on: null, evidence: `“${title}”, version ${proposed.version}, proposed.` };
  return hasDraft ? { on: null, evidence: `The draft of “${title}”.` } : null;
}

/**
 * What the body of a page says. A page that nobody has begun holds defaults, and defaults are nobody's decision: it never
 * meets anything.
 */
export function findInBody(
  word: PageWord,
  facts: GateFacts,
  holds: boolean,
  what: string,
  who?: readonly Seat[],
): Finding<BodyParams> {
  const source = bodySource(word, facts);
  const params = { title: pages[word].title, begun: source !== null, what };
  if (source === null) return { state: 'unmet', params, on: null, evidence: null };
  const shared = { params, on: holds ? source.on : null, evidence: source.evidence };
  return { state: holds ? 'met' : 'unmet', ...shared, ...(who ? { who } : {}) };
}

export type BodyParams = {
  readonly title: string;
  readonly begun: boolean;
  /** What was found or is missing, as the words of the condition take it. */
  readonly what: string;
};

/** The words of a condition on a body; where nobody has begun the page, what is asked for there. */
export function begunOr(params: BodyParams, asked: string, says: (what: string) => string): string {
  return params.begun ? says(params.what) : `Nobody has begun “${params.title}”: ${asked}.`;
}
