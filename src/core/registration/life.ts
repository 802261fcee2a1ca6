/**
 * From events to the registration as it stands. Events are appended and never changed; what stands is their fold, so
 * any past moment can be looked at again.
 *
 * Handbook: docs/handbook/registration.md
 */

import { addDays, daysBetween, type LocalDate, type Moment } from '#core/calendar.ts';
import type { RulingGround } from './conflict.ts';
import type { RejectionKind } from './rejection-kinds.ts';
import {
  mayCause,
  moveOf,
  type RegistrationActor,
  type RegistrationMove,
  type RegistrationState,
} from './state.ts';

/** What an acceptance changed of what was submitted: a field, and what stands in its place (DR-7). */
export type AcceptedChange = { readonly field: string; readonly from: string; readonly to: string };

/** What an event carries beside its kind, time and actor. Events that carry nothing more are not named here. */
type Carried = {
  /** Which of the seats in order said yes, from 0 on. */
  approve: { readonly step: number };
  /** `days` is the length of the protection, as the signed page says on that day. */
  accept: { readonly days: number; readonly changes: readonly AcceptedChange[] };
  rule_for: { readonly days: number };
  grant: { readonly days: number };
  refuse: { readonly reason: RejectionKind };
  reject: { readonly reason: RejectionKind; readonly words: string };
  rule_against: { readonly reason: RejectionKind; readonly words: string };
  /** `isIncomplete`: something is missing that the form requires, so it counts as complete from the answer on (DR-13). */
  return: { readonly asks: string; readonly isIncomplete: boolean };
  extend: { readonly days: number };
  /** `ground` is null and `isFinal` true where the appeal of another side was granted: nobody appeals after that. */
  void: { readonly ground: RulingGround | null; readonly words: string; readonly isFinal: boolean };
  /** The persons at the partner who had it and who have it now. */
  hand_over: { readonly fromRep: string | null; readonly toRep: string };
  import: { readonly importNumber: number };
  undo_import: { readonly importNumber: number };
};

/** One event. `at` and `on` are the moment at which the server took it in. */
export type RegistrationEvent = {
  [Type in RegistrationMove]: Moment & {
    readonly type: Type;
    readonly by: RegistrationActor;
  } & (Type extends keyof Carried ? Carried[Type] : unknown);
}[RegistrationMove];

/** Time during which the clock of the decision stood still; `to` is null while it does. */
export type Pause = { readonly from: LocalDate; readonly to: LocalDate | null };

/**
 * Protection from `from` on and before `until`: a half-open range of days, as the exclusion constraint of the database
 * has it. `until` is null while it is held, so that nobody else gets in.
 */
export type ProtectionWindow = { readonly from: LocalDate; readonly until: LocalDate | null };

/** The registration as it stands after its events. */
export type RegistrationLife = {
  readonly state: RegistrationState;
  /** The latest moment that any event reached; time never runs backwards here, whatever a clock did. */
  readonly last: Moment | null;
  readonly submittedAt: number | null;
  readonly submittedOn: LocalDate | null;
  /** From when on everything was there that the form requires. It decides who came first (DR-13). */
  readonly completeAt: number | null;
  /** Since when we have to decide, and when it stopped. */
  readonly decisionFrom: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly pauses: readonly Pause[];
  /** Since when a conflict or an appeal waits for its ruling; null if none does. */
  readonly rulingFrom: number | null;
  /** How many seats said yes before the last one. */
  readonly approvals: number;
  readonly appeals: number;
  readonly rejection: RejectionKind | null;
  readonly acceptedOn: LocalDate | null;
  readonly isModified: boolean;
  /** Protection as it runs, or as it ran: what was taken away early ends on that day. */
  readonly protection: ProtectionWindow | null;
  readonly isProtectionOver: boolean;
  /** The day before which it would have ended, and since when it is held; null if it is not held. */
  readonly held: { readonly since: LocalDate; readonly until: LocalDate } | null;
  /** How many days of protection a ruling took, and whether it was the last word; null if none set it aside. */
  readonly taken: { readonly days: number; readonly isFinal: boolean } | null;
  readonly extension: 'none' | 'asked' | 'given' | 'refused';
  readonly aeAssignedOn: LocalDate | null;
  readonly linkedOn: LocalDate | null;
  readonly lastActivityOn: LocalDate | null;
};

/** A registration before its first event. */
export const newRegistration: RegistrationLife = {
  state: 'draft',
  last: null,
  submittedAt: null,
  submittedOn: null,
  completeAt: null,
  decisionFrom: null,
  decidedOn: null,
  pauses: [],
  rulingFrom: null,
  approvals: 0,
  appeals: 0,
  rejection: null,
  acceptedOn: null,
  isModified: false,
  protection: null,
  isProtectionOver: false,
  held: null,
  taken: null,
  extension: 'none',
  aeAssignedOn: null,
  linkedOn: null,
  lastActivityOn: null,
};

export type Advanced =
  | { readonly ok: true; readonly life: RegistrationLife }
  | { readonly ok: false; readonly why: string };

/**
 * The registration after one more event, or why that event is not possible. Total: every state and every event has an
 * answer. An event whose clock lies before the last one counts at the time of the last one.
 */
export function advance(life: RegistrationLife, event: RegistrationEvent): Advanced {
  const may = mayCause(life.state, event.type, event.by);
  if (!may.allowed) return { ok: false, why: may.why };
  const why = besidesTheTable(life, event);
  if (why !== null) return { ok: false, why };
  const move = moveOf(event.type);
  const moment = latest(life.last, event);
  // What an import brought that is undone counts as if it had never come; only the trail knows of it.
  if (event.type === 'undo_import') {
    return { ok: true, life: { ...newRegistration, state: 'withdrawn', last: moment } };
  }
  const next = {
    ...life,
    ...carried(life, event, moment),
    ...decisionAfter(life, event, moment),
    ...protectionAfter(life, event, moment),
    state: move.moves[life.state] ?? life.state,
    last: moment,
  };
  const rulingFrom = move.ruling === 'starts' ? moment.at : move.ruling === 'stops' ? null : life.rulingFrom;
  return { ok: true, life: { ...next, rulingFrom } };
}

/**
 * The registration after all its events, in the order in which they were taken in. Throws RangeError on an event that
 * was not possible: the database then holds something that no verb wrote.
 */
export function registrationAfter(events: readonly RegistrationEvent[]): RegistrationLife {
  return events.reduce((life, event, index) => {
    const advanced = advance(life, event);
    if (!advanced.ok) throw new RangeError(`event ${index + 1} (${event.type}): ${advanced.why}`);
    return advanced.life;
  }, newRegistration);
}

/**
 * What the table cannot say: an extension is given once (DR-8), a hold is not held twice, steps come in order, and an
 * appeal is answered for what was appealed (DR-15).
 */
function besidesTheTable(life: RegistrationLife, event: RegistrationEvent): string | null {
  const { extension, held, taken } = life;
  switch (event.type) {
    case 'approve':
      return event.step === life.approvals ? null : 'Another step of the approval comes first.';
    case 'appeal':
      return taken?.isFinal === true
        ? 'It was set aside by the decision on an appeal, which is final.'
        : null;
    case 'grant':
    case 'uphold':
      return taken === null ? null : 'A ruling set it aside: it stands again, or it does not.';
    case 'reinstate':
    case 'keep_aside':
      return taken === null ? 'It was not set aside.' : null;
    case 'ask_extension':
      if (extension === 'asked') return 'An extension has been asked for already.';
      if (extension !== 'none') return 'An extension is decided once, and that has happened.';
      return isProtectedOn(life, event.on) ? null : 'Its protection is over already.';
    case 'extend':
      if (extension === 'given') return 'It has been extended already; that is possible once.';
      return isProtectedOn(life, event.on) ? null : 'Its protection is over already.';
    case 'refuse_extension':
      return extension === 'asked' ? null : 'No extension was asked for.';
    case 'hold':
      if (held !== null) return 'It is held already.';
      return isProtectedOn(life, event.on) ? null : 'Its protection is over already.';
    case 'release':
      return held === null ? 'It is not held.' : null;
    case 'expire':
      if (held !== null) return 'It is held until a ruling; it cannot expire.';
      if (life.isProtectionOver) return 'Its protection is over already.';
      return isProtectedOn(life, event.on) ? 'Its protection has not ended yet.' : null;
    default:
      return null;
  }
}

/** DR-8: whether the registration protects its account and products on that day. Held protection protects. */
export function isProtectedOn({ protection, isProtectionOver }: RegistrationLife, on: LocalDate): boolean {
  if (protection === null || isProtectionOver || on < protection.from) return false;
  return protection.until === null || on < protection.until;
}

function latest(last: Moment | null, { at, on }: Moment): Moment {
  if (last === null) return { at, on };
  return { at: Math.max(last.at, at), on: on > last.on ? on : last.on };
}

/** The parts of the registration that the event says directly. */
function carried(
  life: RegistrationLife,
  event: RegistrationEvent,
  { at, on }: Moment,
): Partial<RegistrationLife> {
  switch (event.type) {
    case 'submit':
      return { submittedAt: at, submittedOn: on, completeAt: at };
    case 'return':
      // What was asked for came to be missed only now: until it is there, the registration is not complete (DR-13).
      return event.isIncomplete ? { completeAt: null, approvals: 0 } : { approvals: 0 };
    case 'answer':
      return { completeAt: life.completeAt ?? at };
    case 'approve':
      return { approvals: life.approvals + 1 };
    case 'accept':
      return { isModified: event.changes.length > 0, rejection: null, completeAt: life.completeAt ?? at };
    case 'refuse':
    case 'reject':
    case 'rule_against':
      return { rejection: event.reason };
    case 'grant':
      return { rejection: null };
    case 'appeal':
      return { appeals: life.appeals + 1 };
    case 'void':
      return { taken: { days: daysLeft(life, on), isFinal: event.isFinal === true } };
    case 'assign':
      return { aeAssignedOn: on };
    case 'link':
      return { linkedOn: on };
    case 'update':
      return { lastActivityOn: on };
    case 'import': {
      // Nobody could tell us news before it was here, so its activity counts from that day on (DR-11, DR-17). What was
      // decided by then was never ours to decide within days (DR-4).
      const isDecided = life.decidedOn !== null;
      return { lastActivityOn: on, ...(isDecided && { decisionFrom: null }) };
    }
    case 'ask_extension':
      return { extension: 'asked' };
    case 'extend':
      return { extension: 'given' };
    case 'refuse_extension':
      return { extension: 'refused' };
    default:
      return {};
  }
}

function decisionAfter(
  life: RegistrationLife,
  event: RegistrationEvent,
  { on }: Moment,
): Partial<RegistrationLife> {
  const open = life.pauses.at(-1);
  const closed = open?.to === null ? [...life.pauses.slice(0, -1), { from: open.from, to: on }] : life.pauses;
  switch (moveOf(event.type).decision) {
    case 'starts':
      return { decisionFrom: on, decidedOn: null, pauses: [] };
    case 'pauses':
      return { pauses: [...life.pauses, { from: on, to: null }] };
    case 'resumes':
      return { pauses: closed };
    case 'stops':
      return life.decisionFrom === null || life.decidedOn !== null ? {} : { decidedOn: on, pauses: closed };
    default:
      return {};
  }
}

function protectionAfter(
  life: RegistrationLife,
  event: RegistrationEvent,
  { on }: Moment,
): Partial<RegistrationLife> {
  const { protection, held } = life;
  const until = held?.until ?? protection?.until ?? null;
  switch (moveOf(event.type).protection) {
    case 'starts':
      return {
        acceptedOn: on,
        lastActivityOn: on,
        protection: { from: on, until: addDays(on, 'days' in event ? event.days : 0) },
        isProtectionOver: false,
      };
    case 'extends': {
      if (protection === null || until === null || !('days' in event)) return {};
      const longer = addDays(until, event.days);
      return held === null
        ? { protection: { ...protection, until: longer } }
        : { held: { ...held, until: longer } };
    }
    case 'holds':
      return protection === null || until === null
        ? {}
        : { protection: { ...protection, until: null }, held: { since: on, until } };
    case 'resumes':
      return protection === null || held === null
        ? {}
        : {
            protection: { ...protection, until: addDays(held.until, daysBetween(held.since, on)) },
            held: null,
          };
    case 'ends':
      if (protection === null || life.isProtectionOver) return {};
      return {
        protection: { ...protection, until: until !== null && held === null && until < on ? until : on },
        isProtectionOver: true,
        held: null,
      };
    case 'returns':
      // Nobody could work on it meanwhile: its activity counts from today on, as after an acceptance (DR-11, DR-17).
      return {
        protection: { from: on, until: addDays(on, life.taken?.days ?? 0) },
        isProtectionOver: false,
        lastActivityOn: on,
        taken: null,
      };
    default:
      return {};
  }
}

/** How many days of protection are left with that one; what is held does not run. */
function daysLeft({ protection, held, isProtectionOver }: RegistrationLife, on: LocalDate): number {
  const until = held?.until ?? protection?.until ?? null;
  return isProtectionOver || until === null ? 0 : Math.max(0, daysBetween(held?.since ?? on, until));
}
