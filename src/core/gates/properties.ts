/**
 * The three properties of a program that holds: forecastable, documented, owned (S1).
 *
 * Handbook: docs/handbook/gates.md
 */

import { pages } from '#core/blueprint/document.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from '#core/calendar.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { roles } from '#core/program/roles.ts';
import { type Seat, seatLabel, seats } from '#core/program/seat.ts';
import { notMeasured } from './condition.ts';
import { seatsToHold } from './design-conditions.ts';
import type { GateFacts, Measured, OwnedFigure, SeatHolder } from './facts.ts';
import { defaultGateSettings, type GateSettings } from './gate-settings.ts';
import type { GateStanding } from './gates.ts';
import { signersOf } from './page-condition.ts';
import { counted } from './phrase.ts';

export type Forecastable = {
  /** `counting`: the two quarters are not over. `missed`: they are, and something is missing. */
  readonly state: 'yes' | 'counting' | 'missed' | 'not_started';
  readonly launch: { readonly on: LocalDate; readonly isExpected: boolean } | null;
  readonly dueOn: LocalDate | null;
  readonly daysLeft: number | null;
  readonly says: string;
  readonly missing: readonly string[];
};

export type PageRow = {
  readonly word: PageWord;
  readonly title: string;
  readonly state: 'not_begun' | 'draft' | 'proposed' | 'signed' | 'in_force';
  /** The seats that have still to sign. */
  readonly missing: readonly Seat[];
};

export type Documented = {
  readonly holds: boolean;
  readonly says: string;
  /** Every page that is not signed and in force. */
  readonly open: readonly PageRow[];
};

export type OwnedRow = {
  readonly seat: Seat;
  readonly label: string;
  readonly holders: readonly SeatHolder[];
  /** `gap`: somebody must hold it today and nobody does. `later`: its week has not come. */
  readonly state: 'held' | 'interim' | 'gap' | 'later';
  readonly key: string | null;
  readonly number: string;
  readonly target: string;
  readonly figure: Measured<OwnedFigure>;
  readonly trend: 'up' | 'down' | 'level' | null;
};

export type Owned = {
  readonly holds: boolean;
  readonly says: string;
  readonly rows: readonly OwnedRow[];
};

export type Properties = {
  readonly forecastable: Forecastable;
  readonly documented: Documented;
  readonly owned: Owned;
};

export function decideProperties(
  facts: GateFacts,
  standings: readonly GateStanding[],
  settings: GateSettings = defaultGateSettings,
): Properties {
  return {
    forecastable: decideForecastable(facts, standings, settings),
    documented: decideDocumented(facts),
    owned: decideOwned(facts),
  };
}

/**
 * Forecastable: coverage is known and the low band was met once, two quarters after the launch at the latest. The launch
 * is the day on which G5 opened, since there is nothing to forecast before a cohort can begin; until then the day on which
 * G5 is planned, or today where that has passed.
 */
function decideForecastable(
  facts: GateFacts,
  standings: readonly GateStanding[],
  settings: GateSettings,
): Forecastable {
  const launch = launchOf(facts, standings);
  const missing = [
    ...(facts.coverage.known ? [] : [notMeasured('The coverage', facts.coverage.waitsFor)]),
    ...lowBandMissing(facts, settings),
  ];
  const dueOn = launch === null ? null : addMonths(launch.on, settings.forecastableQuarters * 3);
  const daysLeft = dueOn === null ? null : daysBetween(facts.today, dueOn);
  const shared = { launch, dueOn, missing };
  if (missing.length === 0) {
    const says = 'Coverage is known, and the low band was met.';
    return { ...shared, state: 'yes', daysLeft: null, says };
  }
  if (launch === null || daysLeft === null) {
    const says = 'The countdown begins with the kickoff. Set its day.';
    return { ...shared, state: 'not_started', daysLeft, says };
  }
  if (daysLeft < 0) {
    return { ...shared, state: 'missed', daysLeft, says: `It was due on ${dueOn}.` };
  }
  const expected = launch.isExpected ? ', if gate G5 opens as expected' : '';
  const says = `${counted(daysLeft, 'day')} left, until ${dueOn}${expected}.`;
  return { ...shared, state: 'counting', daysLeft, says };
}

function lowBandMissing({ lowBandMet }: GateFacts, { lowBandLeast }: GateSettings): string[] {
  if (!lowBandMet.known) return [notMeasured('The low band of the forecast', lowBandMet.waitsFor)];
  return lowBandMet.value >= lowBandLeast ? [] : ['The low band of the forecast was not met yet.'];
}

function launchOf(facts: GateFacts, standings: readonly GateStanding[]): Forecastable['launch'] {
  const g5 = standings.find((one) => one.key === 'g5');
  if (g5 !== undefined && g5.state !== 'closed' && g5.openedOn !== null)
    return { on: g5.openedOn, isExpected: false };
  if (facts.kickoffOn === null || g5 === undefined) return null;
  const planned = addDays(facts.kickoffOn, g5.weeks.by * 7);
  return { on: planned > facts.today ? planned : facts.today, isExpected: true };
}

/** Documented: every page is signed by all its seats, and in force. */
function decideDocumented(facts: GateFacts): Documented {
  const open = pageWords.map((word) => pageRow(word, facts)).filter((row) => row.state !== 'in_force');
  const done = pageWords.length - open.length;
  return {
    holds: open.length === 0,
    says: `${done} of ${pageWords.length} pages are signed and in force.`,
    open,
  };
}

function pageRow(word: PageWord, facts: GateFacts): PageRow {
  const { inForce, signedAhead, proposed, hasDraft } = facts.pages[word];
  const { title } = pages[word];
  if (inForce !== null) return { word, title, state: 'in_force', missing: [] };
  if (signedAhead !== null) return { word, title, state: 'signed', missing: [] };
  if (proposed !== null) return { word, title, state: 'proposed', missing: proposed.missing };
  return { word, title, state: hasDraft ? 'draft' : 'not_begun', missing: signersOf(word) };
}

/**
 * Owned: each seat with its holder, its number, target and figure. A number that nobody can compute yet is listed with
 * what it waits for. It holds when every seat that must be held today is held (OM-1).
 */
function decideOwned(facts: GateFacts): Owned {
  const due = new Set(seatsToHold(facts));
  const rows = seats.map((seat) => ownedRow(seat, facts, due.has(seat)));
  const gaps = rows.filter((row) => row.state === 'gap');
  return {
    holds: gaps.length === 0,
    says:
      gaps.length === 0
        ? 'Every seat that has to be held today has a holder.'
        : `${counted(gaps.length, 'seat has', 'seats have')} no holder.`,
    rows,
  };
}

function ownedRow(seat: Seat, facts: GateFacts, isDue: boolean): OwnedRow {
  const holders = facts.seats[seat];
  const { number, target } = facts.document.operating_model.seats[seat];
  const figure: Measured<OwnedFigure> = facts.ownedFigures[seat] ?? {
    known: false,
    waitsFor: figureWaitsFor[seat],
  };
  const isInterim = holders.length > 0 && holders.every((one) => one.interim !== null);
  return {
    seat,
    label: seatLabel(seat),
    holders,
    state: holders.length > 0 ? (isInterim ? 'interim' : 'held') : isDue ? 'gap' : 'later',
    key: roles[seat].owns.key,
    number,
    target,
    figure,
    trend: figure.known ? trendOf(figure.value) : null,
  };
}

function trendOf({ value, before }: OwnedFigure): OwnedRow['trend'] {
  if (before === null) return null;
  return value > before ? 'up' : value < before ? 'down' : 'level';
}

/** What the number of a seat waits for, where the server brings none. */
const figureWaitsFor = {
  cro: 'the first new pipeline of a quarter',
  cfo: 'an assumption with an actual value',
  head_of_partnerships: 'the first signed partner',
  partner_manager: 'partners with a manager',
  partner_ops: 'the first deal with a partner',
  partner_marketing: 'MDF, which Tandem does not keep yet',
  executive_sponsor: 'escalations, which Tandem does not keep yet',
  ae: 'check-ins, which Tandem does not keep yet',
} as const satisfies Record<Seat, string>;
