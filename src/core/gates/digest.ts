/**
 * The data of the weekly digest: what needs a decision, what slipped, what landed (method 10).
 *
 * Handbook: docs/handbook/gates.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Seat } from '#core/program/seat.ts';
import { defaultGateSettings, type GateSettings } from './gate-settings.ts';
import { type GateStanding, missingOf } from './gates.ts';
import type { LaunchPlan, Milestone } from './launch-plan.ts';
import { counted } from './phrase.ts';
import type { PitfallStanding } from './pitfalls.ts';

/** What the program looked like on a day. */
export type Watch = {
  readonly today: LocalDate;
  readonly gates: readonly GateStanding[];
  readonly pitfalls: readonly PitfallStanding[];
  readonly launchPlan: LaunchPlan;
};

const parts = ['needs_decision', 'slipped', 'landed'] as const;
export type DigestPart = (typeof parts)[number];

export type DigestItem = {
  readonly part: DigestPart;
  /** What it is about, such as `gate:g4` or `pitfall:backdating`. */
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly owner: Seat;
  readonly on: LocalDate | null;
  readonly action: string | null;
};

export type Digest = {
  readonly items: readonly DigestItem[];
  /** How many were left out, by part. */
  readonly cut: Readonly<Record<DigestPart, number>>;
  /** The sentence that discloses it; null where nothing was left out. */
  readonly cutSays: string | null;
};

/**
 * At most ten named items, decisions first, then what slipped, then what landed; what was left out is said. Without a
 * digest before this one nothing has slipped or landed since, so that only milestones past their day are named.
 */
export function digestItems(
  now: Watch,
  previous: Watch | null,
  settings: GateSettings = defaultGateSettings,
): Digest {
  const all = [...decisions(now, previous), ...slips(now, previous), ...landings(now, previous)];
  const items = all.slice(0, settings.digestItemsMost);
  const left = all.slice(settings.digestItemsMost);
  const count = (part: DigestPart) => left.filter((one) => one.part === part).length;
  const cut = {
    needs_decision: count('needs_decision'),
    slipped: count('slipped'),
    landed: count('landed'),
  };
  return { items, cut, cutSays: left.length === 0 ? null : cutSentence(cut, left.length) };
}

function cutSentence(cut: Digest['cut'], all: number): string {
  const { needs_decision, slipped, landed } = cut;
  return `${counted(all, 'more item was', 'more items were')} left out: ${needs_decision} to decide, ${slipped} slipped, ${landed} landed.`;
}

const isRaised = (one: PitfallStanding) => one.state === 'warning' || one.state === 'blocked';

function pitfallItem(part: DigestPart, one: PitfallStanding): DigestItem {
  const { title, says, owner, on, action } = one;
  return { part, key: `pitfall:${one.key}`, title, says, owner, on, action };
}

function gateItem(part: DigestPart, gate: GateStanding, says: string, action: string | null): DigestItem {
  const title = `${gate.name}: ${gate.title}`;
  return { part, key: `gate:${gate.key}`, title, says, owner: gate.owner, on: gate.openedOn, action };
}

/** Blocked pitfalls, then warnings, then gates that stand open by an override, then the next gate to open. */
function decisions(now: Watch, previous: Watch | null): DigestItem[] {
  const slipped = new Set(newWarnings(now, previous).map((one) => one.key));
  const raised = now.pitfalls.filter((one) => isRaised(one) && !slipped.has(one.key));
  const ordered = [
    ...raised.filter((one) => one.state === 'blocked'),
    ...raised.filter((one) => one.state === 'warning'),
  ];
  const overridden = now.gates
    .filter((one) => one.state === 'overridden')
    .map((one) =>
      gateItem(
        'needs_decision',
        one,
        `Open since ${one.override?.on} by an override of ${one.override?.by}: ${one.override?.reason}`,
        missingOf(one)[0] ?? null,
      ),
    );
  const next = now.gates.find((one) => one.state === 'closed');
  return [
    ...ordered.map((one) => pitfallItem('needs_decision', one)),
    ...overridden,
    ...(next === undefined ? [] : [nextGate(next)]),
  ];
}

function nextGate(gate: GateStanding): DigestItem {
  const missing = missingOf(gate);
  const [first = null] = missing;
  const says = `The next gate. ${counted(missing.length, 'condition is', 'conditions are')} missing.`;
  return gateItem('needs_decision', gate, says, first);
}

function newWarnings(now: Watch, previous: Watch | null): PitfallStanding[] {
  if (previous === null) return [];
  return now.pitfalls.filter((one) => {
    const before = previous.pitfalls.find((each) => each.key === one.key);
    // What is refused until it is repaired needs a decision, however new it is.
    return one.state === 'warning' && before !== undefined && !isRaised(before);
  });
}

function slips(now: Watch, previous: Watch | null): DigestItem[] {
  const closed = now.gates.filter((one) => one.state === 'closed' && stateBefore(previous, one) === 'open');
  const late = now.launchPlan.milestones.filter((one) => one.state === 'late');
  return [
    ...closed.map((one) =>
      gateItem('slipped', one, 'It was open and is closed again.', missingOf(one)[0] ?? null),
    ),
    ...newWarnings(now, previous).map((one) => pitfallItem('slipped', one)),
    ...late.map((one) => milestoneItem('slipped', one, `Planned by ${one.planned?.by}, and not there yet.`)),
  ];
}

function landings(now: Watch, previous: Watch | null): DigestItem[] {
  if (previous === null) return [];
  const opened = now.gates.filter((one) => one.state === 'open' && stateBefore(previous, one) !== 'open');
  const cleared = now.pitfalls.filter((one) => {
    const before = previous.pitfalls.find((each) => each.key === one.key);
    return one.state === 'clear' && before !== undefined && isRaised(before);
  });
  const reached = now.launchPlan.milestones.filter((one) => {
    const before = previous.launchPlan.milestones.find((each) => each.key === one.key);
    return !isGate(one) && one.actualOn !== null && before !== undefined && before.actualOn === null;
  });
  return [
    ...opened.map((one) => gateItem('landed', one, `Open. It unlocks: ${one.unlocks}.`, null)),
    ...reached.map((one) => milestoneItem('landed', one, `Reached on ${one.actualOn}.`)),
    ...cleared.map((one) => pitfallItem('landed', one)),
  ];
}

function milestoneItem(part: DigestPart, one: Milestone, says: string): DigestItem {
  return {
    part,
    key: `milestone:${one.key}`,
    title: one.title,
    says,
    owner: one.owner,
    on: one.actualOn ?? one.planned?.by ?? null,
    action: null,
  };
}

function isGate(one: Milestone): boolean {
  return /^g\d$/.test(one.key);
}

function stateBefore(previous: Watch | null, gate: GateStanding): GateStanding['state'] | null {
  return previous?.gates.find((one) => one.key === gate.key)?.state ?? null;
}
