/**
 * The life of a registration as one table (DR-4 to DR-16): which event leads from which state to which, who may cause
 * it, what it does to the clocks. The server guards its verbs with this table and the screens draw their buttons from
 * it, so a button that is off can say why.
 *
 * Stalled and extended are no states: whether a registration is stalled follows from its last activity
 * (`protection.ts`), and an extension is a longer window.
 *
 * Handbook: docs/handbook/registration.md
 */

/** Every state, in the words of the desk. */
export const registrationStates = {
  draft: 'draft',
  submitted: 'waits for a decision',
  returned: 'returned for information',
  conflict: 'in conflict',
  accepted: 'accepted and protected',
  converted: 'in the pipeline',
  won: 'won',
  lost: 'lost',
  rejected: 'rejected',
  appealed: 'waits for the CRO',
  withdrawn: 'withdrawn',
  expired: 'expired',
  void: 'set aside by a ruling',
} as const;

export type RegistrationState = keyof typeof registrationStates;

/** States in which nobody has decided yet. They are counted as unanswered (DR-12). */
export const openStates = [
  'submitted',
  'returned',
  'conflict',
  'appealed',
] as const satisfies readonly RegistrationState[];

/** States in which a registration may hold an account. */
export const heldStates = ['accepted', 'converted'] as const satisfies readonly RegistrationState[];

/**
 * Who may cause an event. `decider` is whoever `routing.ts` names, `panel` the people of a ruling, `system` a rule, the
 * passing of time or what the CRM says. `partner` is the partner's own rep or admin, `manager` our partner manager or
 * partner ops, also in the partner's name.
 */
export type RegistrationActor = 'partner' | 'manager' | 'decider' | 'panel' | 'cro' | 'ae' | 'system';

/** What an event does to the time in which we have to decide (DR-4, DR-7). */
export type DecisionEffect = 'starts' | 'pauses' | 'resumes' | 'stops' | null;
/** What it does to the hours in which a conflict or an appeal has to be ruled on (DR-15). */
export type RulingEffect = 'starts' | 'stops' | null;
/** What it does to the protection (DR-8). `returns`: what was left when it was taken away is given back. */
export type ProtectionEffect = 'starts' | 'extends' | 'holds' | 'resumes' | 'ends' | 'returns' | null;

type Move = {
  readonly by: readonly RegistrationActor[];
  readonly moves: Readonly<Partial<Record<RegistrationState, RegistrationState>>>;
  readonly decision: DecisionEffect;
  readonly ruling: RulingEffect;
  readonly protection: ProtectionEffect;
  /** Why it is not possible in every other state. */
  readonly refused: string;
};

const still = { decision: null, ruling: null, protection: null } as const;
const whileHeld = { accepted: 'accepted', converted: 'converted' } as const;

/** The table. Its order is that of a life. */
export const registrationMoves = {
  submit: {
    ...still,
    by: ['partner', 'manager'],
    moves: { draft: 'submitted' },
    decision: 'starts',
    refused: 'It has been submitted already.',
  },
  refuse: {
    ...still,
    by: ['system'],
    moves: { submitted: 'rejected' },
    decision: 'stops',
    refused: 'Only what was just submitted can be rejected by a test.',
  },
  approve: {
    ...still,
    by: ['decider'],
    moves: { submitted: 'submitted' },
    refused: 'It is not waiting for an approval.',
  },
  accept: {
    ...still,
    by: ['decider'],
    moves: { submitted: 'accepted' },
    decision: 'stops',
    protection: 'starts',
    refused: 'Only a registration that waits for a decision can be accepted.',
  },
  reject: {
    ...still,
    by: ['decider'],
    moves: { submitted: 'rejected' },
    decision: 'stops',
    refused: 'Only a registration that waits for a decision can be rejected.',
  },
  return: {
    ...still,
    by: ['decider'],
    moves: { submitted: 'returned' },
    decision: 'pauses',
    refused: 'Only a registration that waits for a decision can be returned.',
  },
  answer: {
    ...still,
    by: ['partner', 'manager'],
    moves: { returned: 'submitted' },
    decision: 'resumes',
    refused: 'Nothing was asked that is still open.',
  },
  lapse: {
    ...still,
    by: ['system'],
    moves: { returned: 'submitted' },
    decision: 'resumes',
    refused: 'It is not waiting for the partner.',
  },
  contest: {
    ...still,
    by: ['decider', 'system'],
    // The partner was promised an answer by a day, conflict or not, so its clock runs on.
    moves: { submitted: 'conflict' },
    ruling: 'starts',
    refused: 'Only a registration that waits for a decision can be put into conflict.',
  },
  dismiss: {
    ...still,
    by: ['panel'],
    moves: { conflict: 'submitted' },
    ruling: 'stops',
    refused: 'It is not in conflict.',
  },
  rule_for: {
    ...still,
    by: ['panel'],
    moves: { conflict: 'accepted' },
    decision: 'stops',
    ruling: 'stops',
    protection: 'starts',
    refused: 'It is not in conflict.',
  },
  rule_against: {
    ...still,
    by: ['panel'],
    moves: { conflict: 'rejected' },
    decision: 'stops',
    ruling: 'stops',
    refused: 'It is not in conflict.',
  },
  appeal: {
    ...still,
    by: ['partner', 'manager'],
    moves: { rejected: 'appealed', void: 'appealed' },
    ruling: 'starts',
    refused: 'Only a rejection, or a ruling that set it aside, can be appealed.',
  },
  grant: {
    ...still,
    by: ['cro'],
    moves: { appealed: 'accepted' },
    ruling: 'stops',
    protection: 'starts',
    refused: 'There is no appeal to decide.',
  },
  uphold: {
    ...still,
    by: ['cro'],
    moves: { appealed: 'rejected' },
    ruling: 'stops',
    refused: 'There is no appeal to decide.',
  },
  // What a ruling took comes back, or stays where the ruling put it: `life.ts` knows which of the two was appealed.
  reinstate: {
    ...still,
    by: ['cro'],
    moves: { appealed: 'accepted' },
    ruling: 'stops',
    protection: 'returns',
    refused: 'There is no appeal to decide.',
  },
  keep_aside: {
    ...still,
    by: ['cro'],
    moves: { appealed: 'void' },
    ruling: 'stops',
    refused: 'There is no appeal to decide.',
  },
  withdraw: {
    ...still,
    by: ['partner', 'manager'],
    moves: {
      draft: 'withdrawn',
      submitted: 'withdrawn',
      returned: 'withdrawn',
      conflict: 'withdrawn',
      appealed: 'withdrawn',
      accepted: 'withdrawn',
    },
    decision: 'stops',
    ruling: 'stops',
    protection: 'ends',
    refused: 'It is over, or the deal is in the pipeline and no longer only the partner’s.',
  },
  assign: {
    ...still,
    by: ['manager', 'decider', 'system'],
    moves: whileHeld,
    refused: 'An AE is assigned once it is accepted.',
  },
  link: {
    ...still,
    by: ['manager', 'decider', 'system'],
    moves: whileHeld,
    refused: 'A deal is linked once it is accepted.',
  },
  update: {
    ...still,
    by: ['partner', 'manager', 'ae', 'system'],
    moves: whileHeld,
    refused: 'Updates are taken in while it is protected.',
  },
  ask_extension: {
    ...still,
    by: ['partner', 'manager'],
    moves: whileHeld,
    refused: 'There is no protection to extend.',
  },
  extend: {
    ...still,
    by: ['decider', 'manager'],
    moves: whileHeld,
    protection: 'extends',
    refused: 'There is no protection to extend.',
  },
  refuse_extension: {
    ...still,
    by: ['decider', 'manager'],
    moves: whileHeld,
    refused: 'There is no protection to extend.',
  },
  hold: {
    ...still,
    by: ['panel', 'system'],
    moves: whileHeld,
    protection: 'holds',
    refused: 'There is no protection to hold.',
  },
  release: {
    ...still,
    by: ['panel', 'system'],
    moves: whileHeld,
    protection: 'resumes',
    refused: 'There is no protection that could be held.',
  },
  convert: {
    ...still,
    by: ['system'],
    moves: { accepted: 'converted' },
    refused: 'Only the deal of an accepted registration becomes pipeline.',
  },
  win: {
    ...still,
    by: ['system'],
    moves: { accepted: 'won', converted: 'won' },
    protection: 'ends',
    refused: 'Only the deal of a protected registration can be won.',
  },
  lose: {
    ...still,
    by: ['system'],
    moves: { accepted: 'lost', converted: 'lost' },
    protection: 'ends',
    refused: 'Only the deal of a protected registration can be lost.',
  },
  // The first close counts, also where a CRM opens the deal again; only a mended source takes a close back.
  correct: {
    ...still,
    by: ['system'],
    moves: { won: 'converted', lost: 'converted' },
    refused: 'The deal is not closed.',
  },
  expire: {
    ...still,
    by: ['system'],
    // DR-10: what is in the pipeline stays there and keeps its credit; only its protection is over.
    moves: { accepted: 'expired', converted: 'converted' },
    protection: 'ends',
    refused: 'There is no protection that could end.',
  },
  void: {
    ...still,
    by: ['panel'],
    moves: { accepted: 'void', converted: 'void', won: 'void' },
    protection: 'ends',
    refused: 'Only an accepted registration can be set aside.',
  },
  hand_over: {
    ...still,
    by: ['partner', 'manager'],
    moves: {
      draft: 'draft',
      submitted: 'submitted',
      returned: 'returned',
      conflict: 'conflict',
      appealed: 'appealed',
      ...whileHeld,
    },
    refused: 'It is over; there is nothing to hand over.',
  },
  // What happened before is told by the events above, on their own days; this one says by which way Tandem knows of it.
  import: {
    ...still,
    by: ['system'],
    moves: {
      submitted: 'submitted',
      ...whileHeld,
      won: 'won',
      lost: 'lost',
      rejected: 'rejected',
      withdrawn: 'withdrawn',
      expired: 'expired',
    },
    refused: 'Only what was sent comes in by an import.',
  },
  undo_import: {
    ...still,
    by: ['system'],
    moves: {
      submitted: 'withdrawn',
      accepted: 'withdrawn',
      converted: 'withdrawn',
      won: 'withdrawn',
      lost: 'withdrawn',
      rejected: 'withdrawn',
      withdrawn: 'withdrawn',
      expired: 'withdrawn',
    },
    decision: 'stops',
    protection: 'ends',
    refused: 'It went on since it was imported.',
  },
} as const satisfies Record<string, Move>;

export type RegistrationMove = keyof typeof registrationMoves;

/** Whether an actor may cause the event in that state, and why not. */
export type MayCause = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

/** The row of an event, with its states and actors as lists that any of them can be looked up in. */
export function moveOf(type: RegistrationMove): Move {
  return registrationMoves[type];
}

/** Whether the event is possible in the state when that actor causes it, and why not (DR-7). */
export function mayCause(state: RegistrationState, type: RegistrationMove, by: RegistrationActor): MayCause {
  const { moves, by: actors, refused } = moveOf(type);
  if (moves[state] === undefined) return { allowed: false, why: refused };
  if (!actors.includes(by)) return { allowed: false, why: 'It is not yours to do.' };
  return { allowed: true };
}

/** What an actor can do with a registration in that state, in the order of the table. */
export function movesFor(state: RegistrationState, by: RegistrationActor): RegistrationMove[] {
  return (Object.keys(registrationMoves) as RegistrationMove[]).filter(
    (type) => mayCause(state, type, by).allowed,
  );
}
