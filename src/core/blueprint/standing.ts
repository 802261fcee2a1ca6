/**
 * The life of a page's version: drafted, proposed, signed, in force from a day, superseded. The text of a version never
 * changes; what changes is where it stands.
 *
 * Handbook: docs/handbook/program.md
 */

import { addQuarters, type FiscalCalendar, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';

/** What may be done with a version: allowed, or why not and what to do instead. */
type Deed = true | string;

/** Where a version stands, and what may be done with it there. A screen's button and the server's guard read this. */
export const versionLife = {
  proposed: {
    label: 'Waits for signatures',
    sign: true,
    countersign: 'Seats still have to sign it. Countersign once all of them have.',
  },
  overtaken: {
    label: 'Overtaken',
    sign: 'A newer version was proposed in its place. Sign that one.',
    countersign: 'A newer version was proposed in its place. Look at that one.',
  },
  signed: {
    label: 'Signed',
    sign: 'Every seat has signed it.',
    countersign: true,
  },
  in_force: {
    label: 'In force',
    sign: 'Every seat has signed it.',
    countersign: true,
  },
  superseded: {
    label: 'Superseded',
    sign: 'A newer signed version took its place.',
    countersign: 'A newer signed version took its place. Look at that one.',
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly sign: Deed; readonly countersign: Deed }
>;

export type VersionStanding = keyof typeof versionLife;

/** Where a whole page stands, by its version that got furthest. */
export const pageStates = {
  not_begun: 'Not begun',
  draft: 'Draft',
  proposed: 'Proposed',
  signed: 'Signed',
  in_force: 'In force',
} as const;

export type PageState = keyof typeof pageStates;

/** A version as the rules see it. */
export type PageVersion = {
  readonly version: number;
  /** The day from which it was proposed to hold. */
  readonly inForceFrom: LocalDate;
  /** The day of the last signature that it needed; null while a seat is missing. */
  readonly signedOn: LocalDate | null;
};

/** A version with a time of its own: from `begins` until the next one begins. A draft stands in unsigned. */
export type Counting<V extends PageVersion = PageVersion> = V & {
  readonly begins: LocalDate;
  readonly isDraft: boolean;
};

/**
 * From when versions hold. `any_day`: from today on. `quarter`: whole quarters, this one at the earliest.
 * `next_quarter`: likewise, but once a version was signed, the next quarter at the earliest, because deals of this one
 * were created under the old page (ATT-1).
 */
const starts = {
  thesis: 'any_day',
  archetypes: 'any_day',
  profile: 'any_day',
  operating_model: 'any_day',
  assumptions: 'any_day',
  attribution: 'next_quarter',
  registration: 'any_day',
  tiers: 'any_day',
  journey: 'any_day',
  scoreboard: 'quarter',
} as const satisfies Record<PageWord, 'any_day' | 'quarter' | 'next_quarter'>;

/**
 * The first day from which a version that is proposed today may hold. `hasSigned`: some version was signed before.
 * `standsInFrom`: since when an unsigned version stands in for it. The first one that is signed may hold for that time
 * too: nothing was judged by a signed page yet.
 */
export function earliestInForce(
  word: PageWord,
  hasSigned: boolean,
  today: LocalDate,
  fiscal: FiscalCalendar,
  standsInFrom: LocalDate | null = null,
): LocalDate {
  if (starts[word] === 'any_day') return today;
  const quarter = quarterOf(today, fiscal);
  if (starts[word] === 'quarter') return quarter.start;
  if (hasSigned) return addQuarters(quarter, 1, fiscal).start;
  return standsInFrom !== null && standsInFrom < quarter.start ? standsInFrom : quarter.start;
}

export type StartDecision =
  | { readonly ok: true; readonly on: LocalDate }
  | { readonly ok: false; readonly earliest: LocalDate; readonly wholeQuarters: boolean };

/** From when a version that is proposed today holds: the day that was wished for, else the earliest that may be. */
export function decideStart(
  word: PageWord,
  wished: LocalDate | null,
  hasSigned: boolean,
  today: LocalDate,
  fiscal: FiscalCalendar,
  standsInFrom: LocalDate | null = null,
): StartDecision {
  const earliest = earliestInForce(word, hasSigned, today, fiscal, standsInFrom);
  const on = wished ?? earliest;
  const wholeQuarters = starts[word] !== 'any_day';
  const fits = !wholeQuarters || quarterOf(on, fiscal).start === on;
  return on >= earliest && fits ? { ok: true, on } : { ok: false, earliest, wholeQuarters };
}

/** Which seats of a page have still to sign, and, when none has, the day on which the last of them did. */
export function signaturesOf<S extends string>(
  seats: readonly S[],
  signatures: readonly { readonly seat: string; readonly on: LocalDate }[],
): { readonly missing: readonly S[]; readonly signedOn: LocalDate | null } {
  const needed = signatures.filter(({ seat }) => (seats as readonly string[]).includes(seat));
  const missing = seats.filter((seat) => !needed.some((one) => one.seat === seat));
  const days = needed.map(({ on }) => on).sort();
  return { missing, signedOn: missing.length > 0 ? null : (days.at(-1) ?? null) };
}

/**
 * The versions that have a time of their own, in order: each begins later than the one before it. A version counts from
 * the day that it was proposed for; where another was signed before it and its own last signature came late, it counts
 * from the first day after that signature which its page allows, so that nothing is judged anew (ATT-1). While nothing
 * was signed, the proposed versions stand in as drafts; they never displace a signed one.
 */
export function versionsThatCount<V extends PageVersion>(
  word: PageWord,
  versions: readonly V[],
  fiscal: FiscalCalendar,
): Counting<V>[] {
  const signed = versions.filter(({ signedOn }) => signedOn !== null);
  const firstSigned = Math.min(...signed.map(({ version }) => version));
  const counting: Counting<V>[] = [];
  let nextBegins: LocalDate | null = null;
  for (const version of versions.toSorted((a, b) => b.version - a.version)) {
    const isDraft = version.signedOn === null;
    if (isDraft && version.version > firstSigned) continue;
    const begins = beginOf(word, version, versions, fiscal);
    if (nextBegins !== null && begins >= nextBegins) continue;
    counting.unshift({ ...version, begins, isDraft });
    nextBegins = begins;
  }
  return counting;
}

/** The version in force on a day: the latest that has begun. Null before the first begins. */
export function versionInForce<V extends PageVersion>(
  counting: readonly Counting<V>[],
  day: LocalDate,
): Counting<V> | null {
  return counting.findLast(({ begins }) => begins <= day) ?? null;
}

/** Where a version stands today among all versions of its page. */
export function standingOfVersion(
  word: PageWord,
  version: PageVersion,
  versions: readonly PageVersion[],
  today: LocalDate,
  fiscal: FiscalCalendar,
): VersionStanding {
  if (version.signedOn === null) {
    const signedNow = { ...version, signedOn: today };
    const all = versions.map((one) => (one.version === version.version ? signedNow : one));
    const begins = beginOf(word, signedNow, all, fiscal);
    const isOvertaken = versions.some(
      (one) => one.version > version.version && beginOf(word, one, all, fiscal) <= begins,
    );
    return isOvertaken ? 'overtaken' : 'proposed';
  }
  const counting = versionsThatCount(word, versions, fiscal);
  if (versionInForce(counting, today)?.version === version.version) return 'in_force';
  const waits = counting.some((one) => one.version === version.version && one.begins > today);
  return waits ? 'signed' : 'superseded';
}

export type PageStanding<V extends PageVersion = PageVersion> = {
  readonly state: PageState;
  /** What holds today: a signed version, or an unsigned one that stands in as a draft. */
  readonly inForce: Counting<V> | null;
  /** Signed, and waits for its day. */
  readonly next: Counting<V> | null;
  /** The newest version that waits for signatures. */
  readonly proposed: V | null;
};

/** Where a page stands today. A page that nobody touched is not begun: its draft is the defaults. */
export function standingOfPage<V extends PageVersion>(
  word: PageWord,
  versions: readonly V[],
  hasDraft: boolean,
  today: LocalDate,
  fiscal: FiscalCalendar,
): PageStanding<V> {
  const counting = versionsThatCount(word, versions, fiscal);
  const inForce = versionInForce(counting, today);
  const next = counting.find((one) => !one.isDraft && one.begins > today) ?? null;
  const proposed =
    versions
      .toSorted((a, b) => b.version - a.version)
      .find((one) => standingOfVersion(word, one, versions, today, fiscal) === 'proposed') ?? null;
  return { state: stateOf(inForce, next, proposed, hasDraft), inForce, next, proposed };
}

function stateOf(
  inForce: Counting | null,
  next: Counting | null,
  proposed: PageVersion | null,
  hasDraft: boolean,
): PageState {
  if (inForce && !inForce.isDraft) return 'in_force';
  if (next) return 'signed';
  if (proposed) return 'proposed';
  return hasDraft ? 'draft' : 'not_begun';
}

/** The day from which a version counts, were it the only one. */
function beginOf(
  word: PageWord,
  version: PageVersion,
  versions: readonly PageVersion[],
  fiscal: FiscalCalendar,
): LocalDate {
  const { signedOn, inForceFrom } = version;
  if (signedOn === null || signedOn <= inForceFrom) return inForceFrom;
  const wasSignedBefore = versions.some((one) => one.signedOn !== null && one.signedOn < signedOn);
  return wasSignedBefore ? earliestAfter(word, signedOn, inForceFrom, fiscal) : inForceFrom;
}

function earliestAfter(
  word: PageWord,
  signedOn: LocalDate,
  inForceFrom: LocalDate,
  fiscal: FiscalCalendar,
): LocalDate {
  const earliest = earliestInForce(word, true, signedOn, fiscal);
  return earliest > inForceFrom ? earliest : inForceFrom;
}
