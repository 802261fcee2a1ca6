/**
 * What a seller could confirm with one click. Mails, CRM events, partners named in the CRM and joint events before a
 * stage move say that something may have happened; none of them is credit. Somebody makes a touch of it, or dismisses
 * it with a reason.
 *
 * Handbook: docs/handbook/touches.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { PartnerId, PartnerPersonId } from '#core/ids.ts';
import type { TouchAction } from './facts.ts';
import type { PartnerRole } from './policy.ts';
import { actionOf, touchRole, usualAt } from './suggestion-words.ts';

/** Something that a mail or an event of the CRM says has happened. */
export type SuggestionSignal = {
  readonly id: string;
  readonly way: 'mail' | 'crm_event';
  readonly partnerId: PartnerId | null;
  readonly personId: PartnerPersonId | null;
  readonly internalOwner: string | null;
  readonly subject: string;
  readonly summary: string | null;
  readonly evidence: readonly string[];
  readonly occurredAt: number;
  readonly occurredOn: LocalDate;
};

/** A partner that the CRM names on the deal, and since when. */
export type NamedPartner = {
  readonly partnerId: PartnerId;
  readonly role: string | null;
  readonly knownAt: number;
  readonly knownOn: LocalDate;
};

/** An introduction or registration of a partner to the account of the deal. */
export type SuggestionOrigin = {
  readonly id: string;
  readonly partnerId: PartnerId;
  readonly personId: PartnerPersonId | null;
  readonly occurredAt: number;
  readonly occurredOn: LocalDate;
  readonly evidence: readonly string[];
};

/** A touch that is there already, whatever its state: what it tells is not suggested again. */
export type KnownTouch = {
  readonly partnerId: PartnerId;
  readonly personId: PartnerPersonId;
  readonly action: TouchAction;
  readonly occurredOn: LocalDate;
};

export type SuggestionFacts = {
  readonly owner: string | null;
  readonly createdOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  /** Moves of the deal through its open stages, in the order of time. */
  readonly stages: readonly {
    readonly name: string;
    readonly order: number;
    readonly at: number;
    readonly on: LocalDate;
  }[];
  /** Signals that nobody has decided on. */
  readonly signals: readonly SuggestionSignal[];
  readonly named: readonly NamedPartner[];
  readonly origins: readonly SuggestionOrigin[];
  readonly touches: readonly KnownTouch[];
  /** People at the partners who have not left. */
  readonly people: readonly { readonly id: PartnerPersonId; readonly partnerId: PartnerId }[];
  /** Keys of suggestions that somebody dismissed. */
  readonly dismissed: ReadonlySet<string>;
};

/** Why a touch is suggested, as a code; `suggestionReason` says it. */
export type SuggestionWhy =
  | { readonly code: 'mail' | 'crm_event'; readonly subject: string; readonly on: LocalDate }
  | { readonly code: 'named'; readonly on: LocalDate }
  | { readonly code: 'origin'; readonly on: LocalDate }
  | { readonly code: 'stage_move'; readonly on: LocalDate; readonly stage: string; readonly days: number };

export type Suggestion = {
  /** The same for the same suggestion each time, so that it is accepted or dismissed once. */
  readonly key: string;
  readonly signalId: string | null;
  readonly partnerId: PartnerId;
  readonly personId: PartnerPersonId | null;
  readonly internalOwner: string | null;
  readonly role: PartnerRole;
  readonly action: TouchAction;
  readonly stageOrder: number | null;
  readonly occurredAt: number;
  readonly occurredOn: LocalDate;
  /** A draft of what came of it; null where nothing says so, and somebody has to. */
  readonly outcome: string | null;
  readonly evidence: readonly string[];
  readonly why: SuggestionWhy;
  /** What has to be filled in before it can be confirmed and count. */
  readonly missing: readonly ('person' | 'outcome' | 'evidence')[];
};

const most = 10;
/** A stage move is told as the outcome of what happened at most this many days before it. */
const outcomeDays = 14;
/** What happened longer ago than this is not suggested: nobody remembers it. */
const memoryDays = 90;

/**
 * At most ten touches that somebody could confirm on a deal, the likeliest first. Each is prefilled and says why it is
 * suggested. Nothing is suggested that is recorded already, that was dismissed, that happened after the close or
 * longer ago than anybody remembers. The order in which the facts are given is of no account.
 */
export function suggestTouches(facts: SuggestionFacts, today: LocalDate): Suggestion[] {
  const isOpenTo = (on: LocalDate) =>
    on <= today && daysBetween(on, today) <= memoryDays && (facts.closedOn === null || on <= facts.closedOn);
  const found = [...fromSignals(facts), ...fromOrigins(facts), ...fromNames(facts)]
    .filter(({ occurredOn }) => isOpenTo(occurredOn))
    .filter(({ key }) => !facts.dismissed.has(key))
    .filter((one) => !isKnown(one, facts.touches))
    .toSorted((a, b) => weight(b) - weight(a) || b.occurredAt - a.occurredAt || (a.key < b.key ? -1 : 1));
  return withoutTwins(found).slice(0, most);
}

/** A mail or an event of the CRM with a partner in it. */
function fromSignals(facts: SuggestionFacts): Suggestion[] {
  return facts.signals.flatMap((signal) => {
    if (signal.partnerId === null) return [];
    const stageOrder = stageAt(facts, signal.occurredAt, signal.occurredOn);
    const [action, role] = actionOf(`${signal.subject} ${signal.summary ?? ''}`, stageOrder);
    const move = moveAfter(facts, signal.occurredAt, signal.occurredOn);
    const outcome = signal.summary ?? (move ? movedTo(move) : null);
    const why: SuggestionWhy = { code: signal.way, subject: signal.subject, on: signal.occurredOn };
    return [
      complete(facts, {
        key: `signal:${signal.id}`,
        signalId: signal.id,
        partnerId: signal.partnerId,
        personId: signal.personId,
        internalOwner: signal.internalOwner ?? facts.owner,
        role,
        action,
        stageOrder,
        occurredAt: signal.occurredAt,
        occurredOn: signal.occurredOn,
        outcome,
        evidence: signal.evidence,
        why:
          move && signal.summary === null
            ? {
                code: 'stage_move',
                on: move.on,
                stage: move.name,
                days: daysBetween(signal.occurredOn, move.on),
              }
            : why,
      }),
    ];
  });
}

/** A partner that introduced the account before there was a deal has usually met the buyer together with us since. */
function fromOrigins(facts: SuggestionFacts): Suggestion[] {
  const first = facts.stages.find(({ order }) => order >= 1);
  return facts.origins.flatMap((origin) => {
    if (first === undefined || facts.touches.some((touch) => touch.partnerId === origin.partnerId)) return [];
    const moment = first.at >= origin.occurredAt ? first : { at: origin.occurredAt, on: origin.occurredOn };
    const stageOrder = stageAt(facts, moment.at, moment.on);
    const [action, role] = usualAt(stageOrder);
    return [
      complete(facts, {
        key: `origin:${origin.id}`,
        signalId: null,
        partnerId: origin.partnerId,
        personId: origin.personId,
        internalOwner: facts.owner,
        role,
        action,
        stageOrder,
        occurredAt: moment.at,
        occurredOn: moment.on,
        outcome: null,
        evidence: [],
        why: { code: 'origin', on: origin.occurredOn },
      }),
    ];
  });
}

/** A partner that the CRM names and of whom no act is known: either it did something, or the name is a logo. */
function fromNames(facts: SuggestionFacts): Suggestion[] {
  return facts.named.flatMap((one) => {
    const acted = [...facts.touches, ...facts.origins, ...facts.signals].some(
      (each) => each.partnerId === one.partnerId,
    );
    if (acted) return [];
    const stageOrder = stageAt(facts, one.knownAt, one.knownOn);
    const [action, role] = usualAt(stageOrder);
    return [
      complete(facts, {
        key: `named:${one.partnerId}`,
        signalId: null,
        partnerId: one.partnerId,
        personId: null,
        internalOwner: facts.owner,
        role: touchRole(one.role) ?? role,
        action,
        stageOrder,
        occurredAt: one.knownAt,
        occurredOn: one.knownOn,
        outcome: null,
        evidence: [],
        why: { code: 'named', on: one.knownOn },
      }),
    ];
  });
}

/** Fills in the person where the partner has only one, and says what is still missing. */
function complete(facts: SuggestionFacts, draft: Omit<Suggestion, 'missing'>): Suggestion {
  const there = facts.people.filter((person) => person.partnerId === draft.partnerId);
  const named = there.find((person) => person.id === draft.personId)?.id;
  const personId = named ?? (there.length === 1 ? (there[0]?.id ?? null) : null);
  const missing = [
    ...(personId === null ? (['person'] as const) : []),
    ...(draft.outcome === null ? (['outcome'] as const) : []),
    ...(draft.evidence.length === 0 ? (['evidence'] as const) : []),
  ];
  return { ...draft, personId, missing };
}

function stageAt(facts: SuggestionFacts, at: number, on: LocalDate): number | null {
  if (facts.createdOn !== null && on < facts.createdOn) return 0;
  const before = facts.stages.filter((stage) => stage.at <= at).at(-1);
  return (before ?? facts.stages.find((stage) => stage.on === on))?.order ?? null;
}

/** The first move to a later stage soon after a joint event. */
function moveAfter(facts: SuggestionFacts, at: number, on: LocalDate) {
  const order = stageAt(facts, at, on);
  return facts.stages.find(
    (stage) =>
      stage.at > at && daysBetween(on, stage.on) <= outcomeDays && (order === null || stage.order > order),
  );
}

function movedTo(move: { readonly name: string; readonly on: LocalDate }): string {
  return `The deal moved to ${move.name} on ${move.on}.`;
}

/** What is nearly complete and what somebody wrote comes before what is only a name. */
function weight(one: Suggestion): number {
  const source = { stage_move: 60, mail: 50, crm_event: 40, origin: 20, named: 10 }[one.why.code];
  return source - one.missing.length * 3;
}

function isKnown(one: Suggestion, touches: readonly KnownTouch[]): boolean {
  return touches.some(
    (touch) =>
      touch.partnerId === one.partnerId &&
      touch.occurredOn === one.occurredOn &&
      touch.action === one.action &&
      (one.personId === null || touch.personId === one.personId),
  );
}

/** Two signals of one event, such as a mail and its entry in the CRM, are suggested once. */
function withoutTwins(sorted: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return sorted.filter((one) => {
    const event = [one.partnerId, one.personId, one.action, one.occurredOn].join(' ');
    if (seen.has(event)) return false;
    seen.add(event);
    return true;
  });
}
