/**
 * The first week of the leader of partnerships: ten tasks that turn a program which was designed before they came into
 * one that they stand by. Facts tell whether some are done; the rest they tick off themselves.
 *
 * Handbook: docs/handbook/program.md
 */

/** What the tasks of the first week are told by. */
export type WeekOneFacts = {
  /** Pages that somebody else signed for their seat and that they have not countersigned. */
  readonly toCountersign: number;
  /** Seats that sign pages and that nobody holds. */
  readonly openSeats: number;
  readonly isKickoffSet: boolean;
  readonly haveDeals: boolean;
  /** Signed partners without a manager who can sign in. */
  readonly unmanagedPartners: number;
};

type Task = {
  readonly label: string;
  /** Why, and how one knows that it is done. */
  readonly guidance: string;
  /** Told by facts; null: the person ticks it off. */
  readonly isDone: ((facts: WeekOneFacts) => boolean) | null;
};

/** The ten first tasks, in the order that works. */
export const weekOneTasks = {
  read_pages: {
    label: 'Read every page in force',
    guidance: 'Ten short pages say what you have taken over. Note what you would not have signed.',
    isDone: null,
  },
  countersign: {
    label: 'Countersign what was signed for your seat, or propose another version',
    guidance: 'Somebody signed for you in the interim. Stand by each page in your own name, or change it.',
    isDone: (facts) => facts.toCountersign === 0,
  },
  own_number: {
    label: 'Agree with the CRO on your one number, its target and its guard',
    guidance: 'Open the number on the scoreboard and look at the rows behind it before you agree.',
    isDone: null,
  },
  arithmetic: {
    label: 'Go through the assumptions with the CFO',
    guidance:
      'Ask of each one who says so and on which evidence. The three that move the plan most come first.',
    isDone: null,
  },
  seats: {
    label: 'See that every seat which signs has a holder',
    guidance: 'A gate asks for a holder, not for a hire. Name one in the interim where a seat is open.',
    isDone: (facts) => facts.openSeats === 0,
  },
  kickoff: {
    label: 'Set the kickoff date',
    guidance: 'The weeks of the launch plan count from it.',
    isDone: (facts) => facts.isKickoffSet,
  },
  deals: {
    label: 'Have the company’s own deals read in',
    guidance: 'Without them no friction can be measured and no figure computed.',
    isDone: (facts) => facts.haveDeals,
  },
  sales: {
    label: 'Ask three account executives where a partner would have helped',
    guidance: 'Take deals of the last quarter. Compare what they say with the friction in the thesis.',
    isDone: null,
  },
  candidates: {
    label: 'Score the first candidates by the ideal partner profile',
    guidance:
      'Ten are enough to see whether the profile finds anybody. Recruit nobody before gate G4 is open.',
    isDone: null,
  },
  managers: {
    label: 'Give every signed partner a manager',
    guidance: 'A partner whom nobody answers for goes quiet. Where none is signed yet, this is done.',
    isDone: (facts) => facts.unmanagedPartners === 0,
  },
} as const satisfies Record<string, Task>;

export type WeekOneTask = keyof typeof weekOneTasks;

export const weekOneTaskKeys = Object.keys(weekOneTasks) as [WeekOneTask, ...WeekOneTask[]];

/** How it is known that a task is done: from facts, or because the person says so. */
export function isToldByFacts(task: WeekOneTask): boolean {
  return weekOneTasks[task].isDone !== null;
}

/** Whether a task is done. A tick on one that facts tell counts for nothing. */
export function isTaskDone(task: WeekOneTask, facts: WeekOneFacts, ticked: readonly string[]): boolean {
  const { isDone }: Task = weekOneTasks[task];
  return isDone === null ? ticked.includes(task) : isDone(facts);
}

/** The tasks that are still to do, in order. */
export function openWeekOneTasks(facts: WeekOneFacts, ticked: readonly string[]): WeekOneTask[] {
  return weekOneTaskKeys.filter((task) => !isTaskDone(task, facts, ticked));
}
