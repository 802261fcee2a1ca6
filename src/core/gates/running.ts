/**
 * A program that already runs: who produces, who is active, who is dormant, and what to do about each (method 8, J3, 8.4).
 *
 * Handbook: docs/handbook/gates.md
 */

import { addDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import type { JourneyBody } from '#core/journey/journey-page.ts';
import { type JourneyStage, journeyStages } from '#core/journey/journey-stage.ts';
import type { Measured } from './facts.ts';
import { defaultGateSettings, type GateSettings } from './gate-settings.ts';
import { counted, percent } from './phrase.ts';

/**
 * A signed partner, by what its deals and acts show. A null is unknown, never zero: nobody has imported or recorded what
 * would tell.
 */
export type RunningPartner = {
  readonly partnerId: string;
  readonly name: string;
  readonly signedOn: LocalDate | null;
  /** The stage in which it came, where it was there before the program. */
  readonly openingStage: JourneyStage | null;
  /** The last introduction, touch, registration or check-in. */
  readonly lastActOn: LocalDate | null;
  readonly openDeals: number | null;
  /** Sourced or co-sold deals won in the last two quarters, proven or claimed by the opening balance. */
  readonly wonInTwoQuarters: number | null;
  /** Sourced deals at stage 3 or later in the last two quarters. */
  readonly sourcedAtStage3: number | null;
  /** Its first accepted registration or deal of ours: the event that activates it (JR-1). */
  readonly firstDealOn: LocalDate | null;
  readonly lastRegistrationOn: LocalDate | null;
};

/** What the clocks are. */
export type RunningSettings = Pick<
  JourneyBody['offBoarding'],
  'dormantDays' | 'noRegistrationDays' | 'cureDays' | 'dormantAlert'
> &
  Pick<JourneyBody['clock'], 'stopDays'> &
  Pick<GateSettings, 'stage3Least'>;

/** The clocks of the journey page, and what counts as production without a win (J3). */
export function runningSettings(
  journey: JourneyBody,
  settings: GateSettings = defaultGateSettings,
): RunningSettings {
  const { dormantDays, noRegistrationDays, cureDays, dormantAlert } = journey.offBoarding;
  const { stopDays } = journey.clock;
  const { stage3Least } = settings;
  return { dormantDays, noRegistrationDays, cureDays, dormantAlert, stopDays, stage3Least };
}

/**
 * What can be known of the organization as a whole: whether registrations are kept, and since when acts are recorded. A
 * partner is dormant only where its silence would have been heard.
 */
export type RunningCoverage = {
  readonly registrationsSince: LocalDate | null;
  /** The first day that deals and acts cover; null while nothing was imported. */
  readonly actsSince: LocalDate | null;
};

export type RunningGroup = 'producing' | 'active' | 'dormant' | 'unknown';

export type Proposal =
  | { readonly kind: 'keep'; readonly says: string }
  /** A dated path to production: a joint action, a first or next deal, a decision. */
  | {
      readonly kind: 'cure';
      readonly says: string;
      readonly path: readonly { readonly on: LocalDate; readonly what: string }[];
    }
  | { readonly kind: 'exit'; readonly says: string }
  | { readonly kind: 'find_out'; readonly says: string };

export type SortedPartner = {
  readonly partnerId: string;
  readonly name: string;
  readonly signedOn: LocalDate | null;
  readonly group: RunningGroup;
  readonly evidence: readonly string[];
  readonly proposal: Proposal;
};

export type RunningProgram = {
  readonly partners: readonly SortedPartner[];
  readonly counts: Readonly<Record<RunningGroup, number>>;
  /** Dormant partners as a share of those that could be sorted; known once every partner is. */
  readonly health: {
    readonly dormantShare: Measured<number>;
    readonly isAlert: boolean;
    readonly alertAbove: number;
    readonly says: string;
  };
};

const order = { dormant: 0, unknown: 1, active: 2, producing: 3 } as const satisfies Record<
  RunningGroup,
  number
>;

/**
 * Sorts the partners of a running program, those that need a decision first.
 * - Producing: a sourced or co-sold win, or enough sourced deals at stage 3 or later, in two quarters (J3).
 * - Active: an open deal, or an act or the signature itself within the dormant days.
 * - Dormant: neither, where both are known.
 * - Unknown: what would tell is not recorded. Unknown is not dormant.
 * A dormant partner that was signed, and is on record, for longer than the stop day without ever having a deal is
 * proposed for exit, and so is one whose last registration is older than its limit; other dormant ones, and active ones
 * that are past the stop day without any deal, for a cure with dated steps (8.4).
 */
export function sortPartners(
  partners: readonly RunningPartner[],
  settings: RunningSettings,
  coverage: RunningCoverage,
  today: LocalDate,
): RunningProgram {
  const sorted = partners
    .map((one) => sortOne(one, settings, coverage, today))
    .toSorted((a, b) => order[a.group] - order[b.group] || compareText(a.name, b.name));
  const counts = { producing: 0, active: 0, dormant: 0, unknown: 0 };
  for (const { group } of sorted) counts[group] += 1;
  return { partners: sorted, counts, health: healthOf(counts, settings.dormantAlert, today) };
}

function healthOf(
  counts: RunningProgram['counts'],
  alertAbove: number,
  today: LocalDate,
): RunningProgram['health'] {
  const all = counts.producing + counts.active + counts.dormant + counts.unknown;
  if (all === 0) {
    const dormantShare = { known: false, waitsFor: 'the first signed partner' } as const;
    return { dormantShare, isAlert: false, alertAbove, says: 'No partner is signed.' };
  }
  const atLeast = counts.dormant / all;
  const isAlert = atLeast > alertAbove;
  const alert = isAlert ? ` The alert is at ${percent(alertAbove)}.` : '';
  if (counts.unknown > 0) {
    return {
      dormantShare: { known: false, waitsFor: `the acts and deals of ${counted(counts.unknown, 'partner')}` },
      // What is known already may be enough to raise it.
      isAlert,
      alertAbove,
      says: `At least ${counts.dormant} of ${all} signed partners are dormant: ${percent(atLeast)}. ${counted(counts.unknown, 'partner')} cannot be sorted yet.${alert}`,
    };
  }
  const evidence = `${counts.dormant} of ${counted(all, 'signed partner')}.`;
  return {
    dormantShare: { known: true, value: atLeast, on: today, evidence },
    isAlert,
    alertAbove,
    says: `${counts.dormant} of ${all} signed partners are dormant: ${percent(atLeast)}.${alert}`,
  };
}

type Verdict = { readonly group: RunningGroup; readonly evidence: readonly string[] };

function sortOne(
  partner: RunningPartner,
  settings: RunningSettings,
  coverage: RunningCoverage,
  today: LocalDate,
): SortedPartner {
  const { group, evidence } = groupOf(partner, settings, coverage, today);
  const { partnerId, name, signedOn } = partner;
  const proposal = proposalOf(group, partner, settings, coverage, today);
  return { partnerId, name, signedOn, group, evidence, proposal };
}

function groupOf(
  partner: RunningPartner,
  settings: RunningSettings,
  coverage: RunningCoverage,
  today: LocalDate,
): Verdict {
  const { wonInTwoQuarters: won, sourcedAtStage3, openDeals, lastActOn } = partner;
  if (won !== null && won > 0)
    return { group: 'producing', evidence: [`${counted(won, 'deal')} won in two quarters.`] };
  if (sourcedAtStage3 !== null && sourcedAtStage3 >= settings.stage3Least)
    return {
      group: 'producing',
      evidence: [`${counted(sourcedAtStage3, 'sourced deal')} at stage 3 or later.`],
    };
  if (openDeals !== null && openDeals > 0)
    return { group: 'active', evidence: [`${counted(openDeals, 'open deal')}.`] };
  const silentSince = addDays(today, -settings.dormantDays);
  if (lastActOn !== null && lastActOn >= silentSince)
    return { group: 'active', evidence: [`Last act on ${lastActOn}.`] };
  const { signedOn } = partner;
  if (signedOn !== null && signedOn >= silentSince && signedOn <= today)
    return { group: 'active', evidence: [`Signed on ${signedOn}.`] };
  const unknown = [
    ...(won === null || sourcedAtStage3 === null || openDeals === null ? ['Its deals are not known.'] : []),
    ...(lastActOn === null && (coverage.actsSince === null || coverage.actsSince > silentSince)
      ? ['Its acts are not recorded for long enough to call it silent.']
      : []),
    ...openingEvidence(partner),
  ];
  const isSilent = lastActOn !== null || (coverage.actsSince !== null && coverage.actsSince <= silentSince);
  if (won === null || sourcedAtStage3 === null || openDeals === null || !isSilent)
    return { group: 'unknown', evidence: unknown };
  const last =
    lastActOn === null
      ? `No act since ${coverage.actsSince}, when records begin.`
      : `Last act on ${lastActOn}, ${counted(daysBetween(lastActOn, today), 'day')} ago.`;
  return {
    group: 'dormant',
    evidence: ['No open deal and no win in two quarters.', last, ...openingEvidence(partner)],
  };
}

function openingEvidence({ openingStage }: RunningPartner): string[] {
  return openingStage === null ? [] : [`It came in as ${journeyStages[openingStage].toLowerCase()}.`];
}

function proposalOf(
  group: RunningGroup,
  partner: RunningPartner,
  settings: RunningSettings,
  coverage: RunningCoverage,
  today: LocalDate,
): Proposal {
  const { signedOn, firstDealOn } = partner;
  if (group === 'producing') return { kind: 'keep', says: 'Keep: it produces.' };
  if (group === 'unknown')
    return { kind: 'find_out', says: 'Find out: import its deals, or ask its manager what it does.' };
  if (group === 'active') {
    const days = signedOn === null ? null : daysBetween(signedOn, today);
    const isLate = firstDealOn === null && days !== null && days > settings.stopDays;
    if (!isLate) return { kind: 'keep', says: 'Keep, and bring it to its first or next win.' };
    const says = `Cure: signed ${counted(days, 'day')} ago, and no deal yet.`;
    return { kind: 'cure', says, path: cureOf(settings, today) };
  }
  // Records may begin after the signing: what lies before them is unknown.
  const { actsSince } = coverage;
  const seenFrom =
    signedOn === null || actsSince === null ? null : signedOn > actsSince ? signedOn : actsSince;
  if (firstDealOn === null && seenFrom !== null && daysBetween(seenFrom, today) > settings.stopDays) {
    const age = counted(daysBetween(seenFrom, today), 'day');
    const since = seenFrom === signedOn ? `signed ${age} ago` : `signed on ${signedOn}, on record for ${age}`;
    return {
      kind: 'exit',
      says: `Exit: ${since} and never activated; the stop is day ${settings.stopDays}.`,
    };
  }
  const limit = addDays(today, -settings.noRegistrationDays);
  const { registrationsSince } = coverage;
  const { lastRegistrationOn } = partner;
  const isHeard = registrationsSince !== null && registrationsSince <= limit;
  const isOverdue = lastRegistrationOn === null ? isHeard : lastRegistrationOn < limit;
  if (isOverdue && (signedOn === null || signedOn < limit))
    return { kind: 'exit', says: `Exit: no accepted registration for ${settings.noRegistrationDays} days.` };
  return { kind: 'cure', says: 'Cure: one dated path to the next deal.', path: cureOf(settings, today) };
}

/** The steps of a cure: a joint action in the first week, a deal by half time or so, and the decision at its end. */
function cureOf(settings: RunningSettings, today: LocalDate) {
  const { cureDays } = settings;
  return [
    { on: addDays(today, Math.min(7, cureDays)), what: 'One real joint action on a named account' },
    { on: addDays(today, Math.round((cureDays * 2) / 3)), what: 'A registration, or a deal worked together' },
    { on: addDays(today, cureDays), what: 'Decision: keep, or exit' },
  ];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
