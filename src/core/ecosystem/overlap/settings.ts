/**
 * The numbers by which two lists of companies are matched. Bits are the logarithm to base 2 of how much likelier an
 * agreement is between two records of one company than between records of two (Fellegi and Sunter, 1969).
 *
 * Handbook: docs/handbook/overlap.md
 */

export type OverlapSettings = {
  /** From this probability on two records are one company, if nothing keeps a person in between. */
  readonly matchFrom: number;
  /** From this probability on a person is asked. */
  readonly askFrom: number;
  /** The share of the shorter list that is expected in the other one before anything is seen. */
  readonly expectedShare: number;
  /** Shorter lists are judged as if they had so many rows: a word that stands once in ten rows is not rare. */
  readonly fewestRows: number;
  /** So many rows of the world stand behind the lists when the frequency of a word or a domain is told. */
  readonly backgroundRows: number;
  /** How often a word stands among companies that is in no table and no list. */
  readonly rareWord: number;
  /** Two different companies have the same whole name in one of so many pairs, before the lists are read. */
  readonly sameNameRate: number;
  /** So many pairs of rows does that stand for. */
  readonly sameNamePairs: number;
  /** The share of names of so many words, among names of as many or more, before the lists are read. */
  readonly endsHere: number;
  /** How often a domain or an identifier stands that is in no list. */
  readonly rareKey: number;
  /** A domain of so many names and more in one list is a host that many share, and says nothing. */
  readonly sharedHostNames: number;
  /** What an equal domain says at most: domains are redirected, sold and mistyped. */
  readonly mostDomainBits: number;
  /** What a name says at most. */
  readonly mostNameBits: number;
  /** Two records of one company that both have a domain have one in common this often. */
  readonly domainHolds: number;
  /** Two records of one company that both have a country have the same. */
  readonly countryHolds: number;
  /** The same of a city. */
  readonly cityHolds: number;
  /** So many pairs stand behind what is expected before the lists teach better. */
  readonly priorPairs: number;
};

/** Starting values; a program sets its own. */
export const overlapDefaults: OverlapSettings = {
  matchFrom: 0.97,
  askFrom: 0.1,
  expectedShare: 0.25,
  fewestRows: 300,
  backgroundRows: 5_000,
  rareWord: 1e-5,
  sameNameRate: 1e-6,
  sameNamePairs: 5e6,
  endsHere: 0.4,
  rareKey: 1e-5,
  sharedHostNames: 4,
  mostDomainBits: 12,
  mostNameBits: 30,
  domainHolds: 0.85,
  countryHolds: 0.93,
  cityHolds: 0.75,
  priorPairs: 50,
};
