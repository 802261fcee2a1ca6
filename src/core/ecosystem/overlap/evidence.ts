/**
 * What speaks for and against two listed companies being one, piece by piece, in bits.
 *
 * Handbook: docs/handbook/overlap.md
 */

import { compareNames, type NameFrame, type NamesCompared } from './compare-names.ts';
import { type CompanyProfile, none, type Profiles } from './profile.ts';
import type { OverlapSettings } from './settings.ts';

/** How the domains stand: in common, in common but a host that many share, of one brand, named after, other, not known. */
export const domainStates = ['unknown', 'shared', 'host', 'brand', 'named', 'differs'] as const;
export type DomainState = (typeof domainStates)[number];

export type PairEvidence = {
  readonly name: NamesCompared;
  readonly domain: { readonly state: DomainState; readonly key: number; readonly other: number };
  /** Bits of the domain where it is in common, before how often it holds. */
  readonly domainRarity: number;
  readonly country: 'unknown' | 'same' | 'differs';
  readonly countryRarity: number;
  readonly cityBits: number;
  readonly lei: 'unknown' | 'same' | 'differs';
  readonly duns: 'unknown' | 'same' | 'differs';
  readonly linkedin: 'unknown' | 'same' | 'differs';
  readonly homeDiffers: boolean;
};

/** What the lists teach about how often two records of one company agree. */
export type Learned = {
  /** The share of the shorter list that is in the other one. */
  readonly share: number;
  readonly domainHolds: number;
  readonly countryHolds: number;
};

export type EvidenceFrame = {
  readonly profiles: Profiles;
  readonly names: NameFrame;
  readonly settings: OverlapSettings;
  readonly hosts: ReadonlySet<number>;
  readonly countries: ReadonlyMap<string, number>;
};

/** Bits of identifiers: the same one, another one. A company has one LEI; its branches have a DUNS of their own. */
export const identifierBits = { lei: [26, -8], duns: [14, -3], linkedin: [14, -2] } as const;
/** Bits of domains of one brand, of a domain that is the other's name, and of legal forms of two countries. */
export const besideBits = { brand: 3, named: 5, homeDiffers: -2 } as const;

/** The hosts of which so many differently named companies of one list have an address that it names none of them. */
export function sharedHosts(
  { lists, keys, words }: Profiles,
  kinds: Uint8Array,
  { sharedHostNames }: OverlapSettings,
): Set<number> {
  const hosts = new Set<number>();
  /** Acme Germany and Acme France are both Acme: the rarest word that is neither of the trade nor a place. */
  const mostTelling = (name: readonly number[], side: 0 | 1): number => {
    const telling = name.filter((word) => kinds[word] === 0);
    const rarer = (a: number, b: number) => (words.rows(b, side) < words.rows(a, side) ? b : a);
    return telling.length === 0 ? (name[0] ?? none) : telling.reduce(rarer);
  };
  for (const [side, list] of lists.entries()) {
    const names = new Map<number, Set<number>>();
    for (const { domains, names: spelled } of list) {
      for (const domain of domains) {
        if (keys.rows(domain, side as 0 | 1) < sharedHostNames) continue;
        const there = names.get(domain) ?? new Set();
        there.add(mostTelling(spelled[0]?.words ?? [], side as 0 | 1));
        names.set(domain, there);
      }
    }
    for (const [domain, distinct] of names) if (distinct.size >= sharedHostNames) hosts.add(domain);
  }
  return hosts;
}

/** How many rows of both lists are of each country, as a share of those of which it is known. */
export function countryShares({ lists }: Profiles): Map<string, number> {
  const counts = new Map<string, number>();
  let known = 0;
  for (const { country } of lists.flat()) {
    if (country === null) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    known += 1;
  }
  return new Map([...counts].map(([country, count]) => [country, count / known]));
}

/** Everything that is seen of two companies; null where neither has a name that can be compared. */
export function evidenceOf(
  ours: CompanyProfile,
  theirs: CompanyProfile,
  frame: EvidenceFrame,
): PairEvidence | null {
  const name = compareNames(ours.names, theirs.names, frame.names);
  if (name === null) return null;
  const domain = domainsOf(ours, theirs, frame.hosts);
  const isSame = ours.country !== null && ours.country === theirs.country;
  const cityRate = keyRate(ours.city, frame);
  return {
    name,
    domain,
    domainRarity: domain.state === 'shared' ? -Math.log2(keyRate(domain.key, frame)) : 0,
    country: ours.country === null || theirs.country === null ? 'unknown' : isSame ? 'same' : 'differs',
    countryRarity: isSame ? -Math.log2(Math.max(0.02, frame.countries.get(ours.country ?? '') ?? 1)) : 0,
    cityBits:
      ours.city === none || theirs.city === none
        ? 0
        : ours.city === theirs.city
          ? Math.min(5, Math.log2(frame.settings.cityHolds / cityRate))
          : Math.log2((1 - frame.settings.cityHolds) / 0.98),
    lei: stateOf(ours.lei, theirs.lei),
    duns: stateOf(ours.duns, theirs.duns),
    linkedin: stateOf(ours.linkedin, theirs.linkedin),
    homeDiffers: homesDiffer(ours, theirs),
  };
}

/** The sum of all evidence, with what the lists taught. Positive where one company is likelier than two. */
export function bitsOf(
  evidence: PairEvidence,
  learned: Learned,
  lengths: readonly [number, number],
  settings: OverlapSettings,
): number {
  return (
    priorBits(learned, lengths, settings) + fixedBits(evidence) + learnedBits(evidence, learned, settings)
  );
}

/** What is known before anything of a pair is seen: one row of the longer list is the one, for some of the shorter. */
export function priorBits(
  { share }: Learned,
  lengths: readonly [number, number],
  { fewestRows }: OverlapSettings,
): number {
  return Math.log2(share / Math.max(...lengths, fewestRows));
}

/** What does not change by learning. */
export function fixedBits({
  name,
  domain,
  cityBits,
  lei,
  duns,
  linkedin,
  homeDiffers,
}: PairEvidence): number {
  const beside = domain.state === 'brand' || domain.state === 'named' ? besideBits[domain.state] : 0;
  return (
    name.bits +
    beside +
    cityBits +
    weightOf(lei, identifierBits.lei) +
    weightOf(duns, identifierBits.duns) +
    weightOf(linkedin, identifierBits.linkedin) +
    (homeDiffers ? besideBits.homeDiffers : 0)
  );
}

/** What the domains and the countries say, by how often they hold. */
export function learnedBits(
  { domain, domainRarity, country, countryRarity }: PairEvidence,
  { domainHolds, countryHolds }: Learned,
  { mostDomainBits }: OverlapSettings,
): number {
  const ofDomain =
    domain.state === 'shared'
      ? Math.min(mostDomainBits, Math.log2(domainHolds) + domainRarity)
      : domain.state === 'differs'
        ? Math.log2(1 - domainHolds)
        : 0;
  const ofCountry =
    country === 'same'
      ? Math.log2(countryHolds) + countryRarity
      : country === 'differs'
        ? Math.log2((1 - countryHolds) / 0.7)
        : 0;
  return ofDomain + ofCountry;
}

export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

export function weightOf(state: PairEvidence['lei'], [same, differs]: readonly [number, number]): number {
  return state === 'same' ? same : state === 'differs' ? differs : 0;
}

function stateOf(a: number, b: number): 'unknown' | 'same' | 'differs' {
  if (a === none || b === none) return 'unknown';
  return a === b ? 'same' : 'differs';
}

function homesDiffer(ours: CompanyProfile, theirs: CompanyProfile): boolean {
  const [a, b] = [ours.names[0]?.home ?? '', theirs.names[0]?.home ?? ''];
  return a !== '' && b !== '' && a !== b;
}

function domainsOf(
  ours: CompanyProfile,
  theirs: CompanyProfile,
  hosts: ReadonlySet<number>,
): PairEvidence['domain'] {
  const common = ours.domains.filter((domain) => theirs.domains.includes(domain));
  const shared = common.find((domain) => !hosts.has(domain));
  if (shared !== undefined) return { state: 'shared', key: shared, other: shared };
  const [first] = common;
  if (first !== undefined) return { state: 'host', key: first, other: first };
  const [a = none] = ours.domains;
  const [b = none] = theirs.domains;
  if (a !== none && b !== none) {
    const isBrand = ours.brands.some((brand) => theirs.brands.includes(brand));
    return { state: isBrand ? 'brand' : 'differs', key: a, other: b };
  }
  const isNamed =
    theirs.names.some(({ joined }) => ours.brands.includes(joined)) ||
    ours.names.some(({ joined }) => theirs.brands.includes(joined));
  return { state: isNamed ? 'named' : 'unknown', key: a, other: b };
}

/** How often a key stands, as in the other rows of the list that has it more often. */
function keyRate(key: number, { profiles, settings }: EvidenceFrame): number {
  if (key === none) return 1;
  const { backgroundRows, rareKey } = settings;
  const rates = ([0, 1] as const).map(
    (side) =>
      (Math.max(0, profiles.keys.rows(key, side) - 1) + rareKey * backgroundRows) /
      (profiles.lists[side].length + backgroundRows),
  );
  return Math.min(1, Math.max(...rates));
}
