/**
 * The life of a dispute: one table that the server and the screens read, its deadlines, and who may not decide
 * (ATT-16, ATT-17, ATT-19).
 *
 * Handbook: docs/handbook/disputes.md
 */

import { addBusinessDays, type BusinessCalendar, type LocalDate } from '#core/calendar.ts';

export const caseStates = {
  open: 'waits for an answer',
  answered: 'waits for a ruling',
  ruled: 'ruled; an appeal is possible',
  appealed: 'waits for the CRO',
  closed: 'closed',
  withdrawn: 'withdrawn',
} as const;

export type CaseState = keyof typeof caseStates;

type Move = { readonly from: readonly CaseState[]; readonly to: CaseState | null; readonly refused: string };

/** What can be done with a case in which state, and where it leads; null: it stays where it is. */
export const caseMoves = {
  answer: { from: ['open'], to: 'answered', refused: 'It has been answered. Add evidence instead.' },
  add: {
    from: ['open', 'answered', 'appealed'],
    to: null,
    refused: 'The case is decided: nothing more is taken in. An appeal can carry what is new.',
  },
  rule: { from: ['open', 'answered'], to: 'ruled', refused: 'The case has been ruled already.' },
  appeal: { from: ['ruled'], to: 'appealed', refused: 'Only a ruling can be appealed, within its time.' },
  rule_finally: { from: ['appealed'], to: 'closed', refused: 'There is no appeal to decide.' },
  expire: {
    from: ['ruled'],
    to: 'closed',
    refused: 'There is no ruling whose time to appeal could be over.',
  },
  withdraw: {
    from: ['open', 'answered'],
    to: 'withdrawn',
    refused: 'A case that is ruled cannot be withdrawn any more.',
  },
} as const satisfies Record<string, Move>;

export type CaseMove = keyof typeof caseMoves;

/** Whether the move is possible in that state, and why not. */
export function mayMove(
  state: CaseState,
  move: CaseMove,
): { allowed: true } | { allowed: false; why: string } {
  const { from, refused } = caseMoves[move];
  return (from as readonly CaseState[]).includes(state)
    ? { allowed: true }
    : { allowed: false, why: refused };
}

/** The state after a move that is possible. */
export function stateAfter(state: CaseState, move: CaseMove): CaseState {
  return caseMoves[move].to ?? state;
}

/**
 * ATT-19: the last day on which a dispute may be opened: so many business days after the lock or after the close,
 * whichever is later. Null while the deal is open, since its close lies ahead.
 */
export function disputableUntil(
  deal: { readonly lockOn: LocalDate; readonly closedOn: LocalDate | null },
  businessDays: number,
  calendar: BusinessCalendar,
): LocalDate | null {
  if (deal.closedOn === null) return null;
  const later = deal.closedOn > deal.lockOn ? deal.closedOn : deal.lockOn;
  return addBusinessDays(later, businessDays, calendar);
}

/** Who is concerned by a case, and so does not decide it. Ids of memberships; `owner` is the name that the CRM gives. */
export type CaseParties = {
  readonly openedBy: string;
  readonly owner: string | null;
  readonly partnerManagers: readonly string[];
  readonly recordedBy: readonly string[];
  /** Who claimed, answered or appealed for one of the sides. */
  readonly spokeFor: readonly string[];
};

/** Why somebody is a party, said to them and said of them. */
export const partyWords = {
  opened: { you: 'You opened the case.', other: 'opened the case' },
  owns: { you: 'The deal is yours.', other: 'owns the deal' },
  manages: {
    you: 'You manage a partner that the case is about.',
    other: 'manages a partner that the case is about',
  },
  recorded: {
    you: 'You recorded or confirmed what is disputed.',
    other: 'recorded or confirmed what is disputed',
  },
  spoke: { you: 'You spoke for one of the sides.', other: 'spoke for one of the sides' },
} as const satisfies Record<string, { you: string; other: string }>;

/** ATT-17: why a person is a party to the case and may not rule on it; null if they are none. */
export function partyReason(
  person: { readonly id: string; readonly name: string },
  parties: CaseParties,
): keyof typeof partyWords | null {
  if (person.id === parties.openedBy) return 'opened';
  if (parties.owner !== null && person.name === parties.owner) return 'owns';
  if (parties.partnerManagers.includes(person.id)) return 'manages';
  if (parties.recordedBy.includes(person.id)) return 'recorded';
  return parties.spokeFor.includes(person.id) ? 'spoke' : null;
}

type Wanted = { readonly class: string | null; readonly partnerId: string | null };

/**
 * ATT-19: who lost may appeal. Whoever opened the case lost unless the ruling gives what they claimed; then the other
 * side lost. Where the claim names no class, nobody can say who lost, and both may. Null: they may appeal.
 */
export function appealRefusal(side: 'opener' | 'other', claim: Wanted, ruling: Wanted): string | null {
  if (claim.class === null) return null;
  const isGranted =
    claim.class === ruling.class &&
    (claim.class === 'none' || claim.partnerId === null || claim.partnerId === ruling.partnerId);
  const lost = isGranted ? 'other' : 'opener';
  return side === lost ? null : 'The ruling is in your favour. Only the side that lost can appeal.';
}

/** When the next step of a case is due: the answer, the ruling, or the end of the time to appeal; null once it is over. */
export function nextDue(
  state: CaseState,
  due: { readonly answer: number | null; readonly ruling: number | null; readonly appeal: number | null },
): number | null {
  if (state === 'open') return due.answer;
  if (state === 'answered' || state === 'appealed') return due.ruling;
  return state === 'ruled' ? due.appeal : null;
}

/** ATT-18: the share of the partner deals of a quarter that needed people, and whether the page has to be revised. */
export function grayArea(
  counted: { readonly deals: number; readonly gray: number },
  most: number,
): { readonly value: number | null; readonly mustRevise: boolean } {
  const value = counted.deals === 0 ? null : counted.gray / counted.deals;
  return { value, mustRevise: value !== null && value > most };
}
