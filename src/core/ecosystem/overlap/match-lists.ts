/**
 * Two lists of companies become pairs: which row of one is which of the other, where a person has to say it, and why. The
 * answer does not depend on the order of the rows nor on which list comes first.
 *
 * Handbook: docs/handbook/overlap.md
 */

import type { ReadHost } from '../account-key.ts';
import { eachCandidate } from './candidates.ts';
import { kindsOf, nothingElseBits, sameNameRate } from './compare-names.ts';
import {
  countryShares,
  type EvidenceFrame,
  evidenceOf,
  fixedBits,
  type Learned,
  learnedBits,
  type PairEvidence,
  priorBits,
  probabilityOf,
  sharedHosts,
} from './evidence.ts';
import { hasKeyInCommon, type Judgement, judge, reasonsOf } from './judge.ts';
import type { ListedCompany } from './listed-company.ts';
import { type CompanyProfile, type Profiles, profilesOf } from './profile.ts';
import { type OverlapSettings, overlapDefaults } from './settings.ts';
import { slips, wordRates } from './vocabulary.ts';

/** A pair that is a match or a question; `ours` and `theirs` are places in the lists. */
export type OverlapPair = {
  readonly ours: number;
  readonly theirs: number;
  readonly score: number;
  readonly decision: 'match' | 'ask';
  readonly reasons: readonly string[];
};

export type Overlap = {
  readonly pairs: readonly OverlapPair[];
  /** How many pairs of rows were looked at. */
  readonly compared: number;
  readonly learned: Learned;
};

/** Matches two lists. `progress` is told the share of the work that is done. */
export function matchLists(
  ours: readonly ListedCompany[],
  theirs: readonly ListedCompany[],
  readHost: ReadHost,
  settings: OverlapSettings = overlapDefaults,
  progress: (share: number) => void = () => undefined,
): Overlap {
  const profiles = profilesOf([ours, theirs], readHost);
  progress(0.3);
  const frame = frameOf(profiles, settings);
  progress(0.45);
  const { likely, compared } = likelyPairs(frame, progress);
  const learned = learn(frame, likely);
  progress(0.9);
  const judged = likely.map((pair) => ({ ...pair, judgement: judge(pair.evidence, learned, frame) }));
  const shown = judged.filter(({ judgement }) => judgement.decision !== 'none');
  const pairs = withoutRivals(shown, profiles).map(({ ours: a, theirs: b, evidence, judgement }) => {
    const { decision, score, doubt } = judgement;
    return {
      ours: a,
      theirs: b,
      score,
      decision: decision === 'match' ? ('match' as const) : ('ask' as const),
      reasons: reasonsOf(evidence, learned, frame, doubt),
    };
  });
  progress(1);
  return {
    pairs: pairs.toSorted((a, b) => a.ours - b.ours || b.score - a.score || a.theirs - b.theirs),
    compared,
    learned,
  };
}

/** A pair that may be a match or a question, with what speaks for and against it. */
type LikelyPair = { readonly ours: number; readonly theirs: number; readonly evidence: PairEvidence };
type Judged = LikelyPair & { readonly judgement: Judgement };

function frameOf(profiles: Profiles, settings: OverlapSettings): EvidenceFrame {
  const { words, lists } = profiles;
  const rates = wordRates(words, [lists[0].length, lists[1].length], settings);
  const kinds = kindsOf(words);
  return {
    profiles,
    settings,
    names: {
      ...{ words, rates, kinds, settings },
      near: slips(words),
      nothingElse: nothingElseBits(lists, settings),
      sameName: sameNameRate(lists, profiles.keys.rows, settings),
    },
    hosts: sharedHosts(profiles, kinds, settings),
    countries: countryShares(profiles),
  };
}

/** Before the lists have taught anything. */
function expected({ expectedShare, domainHolds, countryHolds }: OverlapSettings): Learned {
  return { share: expectedShare, domainHolds, countryHolds };
}

/** What learning may add to a pair at most; a pair that is further from a question than this is let go. */
const mayRise = 4;

function likelyPairs(frame: EvidenceFrame, progress: (share: number) => void) {
  const { profiles, settings, names } = frame;
  const lengths = [profiles.lists[0].length, profiles.lists[1].length] as const;
  const learned = expected(settings);
  const least = Math.log2(settings.askFrom / (1 - settings.askFrom)) - mayRise;
  const prior = priorBits(learned, lengths, settings);
  const likely: LikelyPair[] = [];
  let compared = 0;
  let told = -1;
  eachCandidate(profiles, names.near, names.rates, (ours, theirs) => {
    compared += 1;
    const tenth = Math.floor((theirs / lengths[1]) * 10);
    if (tenth > told) {
      told = tenth;
      progress(0.45 + tenth * 0.04);
    }
    const [a, b] = [profiles.lists[0][ours], profiles.lists[1][theirs]];
    const evidence = a === undefined || b === undefined ? null : evidenceOf(a, b, frame);
    if (evidence === null) return;
    const bits = prior + fixedBits(evidence) + learnedBits(evidence, learned, settings);
    if (bits >= least || hasKeyInCommon(evidence)) likely.push({ ours, theirs, evidence });
  });
  return { likely, compared };
}

const rounds = 8;

/**
 * Learns from the pairs themselves how much the lists overlap and how often domain and country hold (expectation and
 * maximisation): each pair counts as much as it is likely. Few pairs hardly move what is expected.
 */
function learn(frame: EvidenceFrame, pairs: readonly LikelyPair[]): Learned {
  const { profiles, settings } = frame;
  const lengths = [profiles.lists[0].length, profiles.lists[1].length] as const;
  const fixed = pairs.map(({ evidence }) => fixedBits(evidence));
  const before = expected(settings);
  const { priorPairs } = settings;
  let learned = before;
  for (let round = 0; round < rounds; round += 1) {
    const prior = priorBits(learned, lengths, settings);
    let [same, withDomain, sharing, withCountry, staying] = [0, 0, 0, 0, 0];
    for (const [at, { evidence: one }] of pairs.entries()) {
      const likely = probabilityOf(prior + (fixed[at] ?? 0) + learnedBits(one, learned, settings));
      same += likely;
      if (one.domain.state === 'shared' || one.domain.state === 'differs') withDomain += likely;
      if (one.domain.state === 'shared') sharing += likely;
      if (one.country !== 'unknown') withCountry += likely;
      if (one.country === 'same') staying += likely;
    }
    const towards = (counted: number, of: number, prior: number) =>
      Math.min(0.99, Math.max(0.01, (counted + priorPairs * prior) / (of + priorPairs)));
    learned = {
      share: towards(Math.min(same, ...lengths), Math.min(...lengths), before.share),
      domainHolds: towards(sharing, withDomain, before.domainHolds),
      countryHolds: towards(staying, withCountry, before.countryHolds),
    };
  }
  return learned;
}

/**
 * A row can be one company alone. Where it matches several rows of the other list, those that are no doubles of the
 * likeliest become questions; where several are as likely, all do.
 */
function withoutRivals(judged: readonly Judged[], profiles: Profiles): Judged[] {
  const matches = judged.filter(({ judgement }) => judgement.decision === 'match');
  const rivals = new Set<Judged>();
  for (const side of [0, 1] as const) {
    const own = side === 0 ? ('ours' as const) : ('theirs' as const);
    const other = side === 0 ? ('theirs' as const) : ('ours' as const);
    const list = profiles.lists[side === 0 ? 1 : 0];
    for (const group of grouped(matches, own)) {
      if (group.length < 2) continue;
      const most = Math.max(...group.map(({ judgement }) => judgement.bits));
      const best = group.filter(({ judgement }) => judgement.bits > most - sameBits);
      for (const pair of group) {
        const isDouble = best.every((one) => one === pair || areDoubles(list[one[other]], list[pair[other]]));
        if (!isDouble) rivals.add(pair);
      }
    }
  }
  return judged.map((pair) =>
    rivals.has(pair)
      ? {
          ...pair,
          judgement: {
            ...pair.judgement,
            decision: 'ask' as const,
            doubt:
              'Another row of the list fits as well or better, and the two rows do not look like one company.',
          },
        }
      : pair,
  );
}

function grouped(pairs: readonly Judged[], by: 'ours' | 'theirs'): Iterable<readonly Judged[]> {
  const groups = new Map<number, Judged[]>();
  for (const pair of pairs) {
    const there = groups.get(pair[by]);
    if (there === undefined) groups.set(pair[by], [pair]);
    else there.push(pair);
  }
  return groups.values();
}

/** Scores that differ by less are equal. */
const sameBits = 0.5;

/** Whether two rows of one list are one company written down twice. */
function areDoubles(a: CompanyProfile | undefined, b: CompanyProfile | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.domains.some((domain) => b.domains.includes(domain))) return true;
  const isNamedSo = a.names.some(({ joined }) => b.names.some((name) => name.joined === joined));
  const mayBe = a.country === null || b.country === null || a.country === b.country;
  return isNamedSo && mayBe && (a.domains.length === 0 || b.domains.length === 0);
}
