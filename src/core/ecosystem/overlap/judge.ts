/**
 * One company, a question for a person, or two companies: what the evidence on a pair comes to, and why. What is shared
 * with a partner hangs on it, so doubt is a question and no match.
 *
 * Handbook: docs/handbook/overlap.md
 */

import {
  besideBits,
  bitsOf,
  type EvidenceFrame,
  identifierBits,
  type Learned,
  learnedBits,
  type PairEvidence,
  probabilityOf,
  weightOf,
} from './evidence.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isInstitution } from './words-of-trade.ts';

export type OverlapDecision = 'match' | 'ask' | 'none';

export type Judgement = {
  readonly decision: OverlapDecision;
  readonly score: number;
  readonly bits: number;
  /** Why a person is asked although the score is high; null where nothing keeps it from being a match. */
  readonly doubt: string | null;
};

/** Decides a pair: by its probability, and by what has to stand beside it. */
export function judge(
  evidence: PairEvidence,
  learned: Learned,
  { profiles, settings }: EvidenceFrame,
): Judgement {
  const lengths = [profiles.lists[0].length, profiles.lists[1].length] as const;
  const bits = bitsOf(evidence, learned, lengths, settings);
  const probability = probabilityOf(bits);
  const score = Math.round(probability * 1000) / 1000;
  const isLikely = probability >= settings.matchFrom;
  const isCommon = isGivenAgain(evidence.name, profiles.words);
  const doubt = doubtOf(evidence, isCommon);
  if (isLikely && doubt === null) return { decision: 'match', score, bits, doubt };
  const isAsked = probability >= settings.askFrom || hasKeyInCommon(evidence);
  return { decision: isAsked ? 'ask' : 'none', score, bits, doubt: doubt ?? 'It is too little to be sure.' };
}

/** A key in common is never passed over in silence, however little else fits. */
export function hasKeyInCommon({ domain, lei, duns, linkedin }: PairEvidence): boolean {
  return domain.state === 'shared' || lei === 'same' || duns === 'same' || linkedin === 'same';
}

/** Whether a name is of words of the trade alone and mistyped, or that of something every town has one of. */
function isGivenAgain({ isTelling, likeness, shared }: PairEvidence['name'], words: Vocabulary): boolean {
  if (isTelling) return false;
  return likeness !== 'same' || shared.some((word) => isInstitution(words.textOf(word)));
}

/** What keeps a likely pair from being one company without a person. */
function doubtOf(evidence: PairEvidence, isCommon: boolean): string | null {
  const { name, domain, country, homeDiffers, lei, duns, linkedin } = evidence;
  if (lei === 'differs') return 'Their LEIs differ, and a company has one.';
  if (lei === 'same') return null;
  if (duns === 'differs') return 'Their DUNS numbers differ: it may be a branch, or another company.';
  const isAlike = name.likeness === 'same' || name.likeness === 'near';
  if (domain.state === 'shared' || duns === 'same' || linkedin === 'same') {
    if (isAlike || name.likeness === 'initials' || name.bits > 0) return null;
    const key = domain.state === 'shared' ? 'A domain' : 'An identifier';
    return `${key} alone makes no match: it may be redirected, sold or mistyped, and the names differ.`;
  }
  if (!isAlike) {
    return name.isPart
      ? 'One of them names a place or a part: it may be a subsidiary or a branch.'
      : 'Their names are only partly the same, and no domain or identifier stands beside it.';
  }
  if (country === 'differs') return 'They are in different countries: it may be a sister company.';
  if (homeDiffers) return 'Their legal forms are of different countries: it may be a sister company.';
  if (domain.state === 'differs' || domain.state === 'brand') {
    return 'The names are the same, but each has a domain of its own.';
  }
  if (domain.state === 'host') return 'The domain that both have is a host that many companies share.';
  if (!isCommon || domain.state === 'named' || evidence.cityBits > 0) return null;
  return 'Many companies have a name of such words.';
}

/** The evidence in plain sentences, each with its weight, the heaviest first. */
export function reasonsOf(
  evidence: PairEvidence,
  learned: Learned,
  { profiles, settings }: EvidenceFrame,
  doubt: string | null,
): string[] {
  const { words, keys } = profiles;
  const { name, domain, lei, duns, linkedin } = evidence;
  const said: { readonly text: string; readonly bits: number }[] = [];
  const shared = name.shared.map((word) => words.textOf(word)).join(' ');
  const nameTexts = {
    same: `Their names are the same: ${shared}.`,
    near: `Their names are the same but for a slip: ${shared}.`,
    part: `Their names have in common: ${shared}.`,
    initials: 'One name is the initials of the other.',
    other: 'Their names have no word in common.',
  };
  said.push({ text: nameTexts[name.likeness], bits: name.bits });
  const [a, b] = [domain.key, domain.other].map((key) => keys.textOf(key).replace(/^domain:/, ''));
  const onlyDomain = { ...evidence, country: 'unknown' } as const;
  const onlyCountry = { ...evidence, domain: { ...domain, state: 'unknown' } } as const;
  const domainTexts = {
    unknown: null,
    shared: `Both have the domain ${a}${othersWith(domain.key, profiles)}.`,
    host: `Both have an address at ${a}, which many companies share: it says nothing.`,
    brand: `Their domains ${a} and ${b} differ in their endings alone.`,
    named: `The domain ${a || b} of one is the name of the other.`,
    differs: `Their domains differ: ${a} and ${b}.`,
  };
  const domainBits =
    domain.state === 'brand' || domain.state === 'named'
      ? besideBits[domain.state]
      : learnedBits(onlyDomain, learned, settings);
  const domainText = domainTexts[domain.state];
  if (domainText !== null) said.push({ text: domainText, bits: domainBits });
  if (evidence.country !== 'unknown') {
    const text =
      evidence.country === 'same' ? 'They are in the same country.' : 'They are in different countries.';
    said.push({ text, bits: learnedBits(onlyCountry, learned, settings) });
  }
  if (evidence.cityBits !== 0) {
    said.push({
      text: evidence.cityBits > 0 ? 'They are in the same city.' : 'They are in different cities.',
      bits: evidence.cityBits,
    });
  }
  for (const [label, state, weights] of [
    ['LEI', lei, identifierBits.lei],
    ['DUNS number', duns, identifierBits.duns],
    ['LinkedIn page', linkedin, identifierBits.linkedin],
  ] as const) {
    if (state === 'unknown') continue;
    const text = state === 'same' ? `They have the same ${label}.` : `They have different ${label}s.`;
    said.push({ text, bits: weightOf(state, weights) });
  }
  if (evidence.homeDiffers)
    said.push({ text: 'Their legal forms are of different countries.', bits: besideBits.homeDiffers });
  const sentences = said
    .toSorted((x, y) => Math.abs(y.bits) - Math.abs(x.bits))
    .map(({ text, bits }) => `${text} (${bits >= 0 ? '+' : '−'}${Math.abs(bits).toFixed(1)})`);
  return doubt === null ? sentences : [...sentences, doubt];
}

function othersWith(key: number, { keys }: EvidenceFrame['profiles']): string {
  const most = Math.max(keys.rows(key, 0), keys.rows(key, 1));
  return most <= 1 ? ', and no other company of either list has it' : `, as have ${most} rows of one list`;
}
