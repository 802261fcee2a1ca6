/**
 * What becomes of a letter or a post: when it is tried again, and the state that its tries give it.
 *
 * Handbook: docs/handbook/notices.md
 */

/** How a try ended. `dropped`: nothing was left to say, or nobody to say it to. `unknown`: it broke off unanswered. */
export type TryOutcome = 'sent' | 'deferred' | 'failed' | 'dropped' | 'unknown';

export const deliveryStates = {
  queued: { label: 'Queued' },
  sending: { label: 'Being sent' },
  waiting: { label: 'Tried, waits' },
  sent: { label: 'Sent' },
  failed: { label: 'Failed' },
  dropped: { label: 'Left out' },
} as const;

export type DeliveryState = keyof typeof deliveryStates;

const minute = 60_000;

/** What is waited after each try that failed for now: eight more tries over about two days. */
const waits: readonly number[] = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * minute);

/**
 * A try that was begun and has no end is over once it is this old: longer than a server may take to answer. Until
 * then whoever made it may still be at it.
 */
export const longestTryMs = 10 * minute;

/** What to do after a try failed: whether it was for good, and how long to wait otherwise. `tries` counts this one. */
export function afterFailure(
  tries: number,
  isPermanent: boolean,
  retryAfterMs: number | null = null,
): { readonly outcome: 'failed' } | { readonly outcome: 'deferred'; readonly waitMs: number } {
  const wait = waits[tries - 1];
  if (isPermanent || wait === undefined) return { outcome: 'failed' };
  return { outcome: 'deferred', waitMs: Math.max(wait, retryAfterMs ?? 0) };
}

/** How many tries a delivery has before it has failed. */
export const mostTries = waits.length + 1;

/** The last try of a delivery, and whether somebody asked for it to be sent again since. */
export type Tried = {
  readonly tries: number;
  readonly outcome: TryOutcome | null;
  readonly isRenewed: boolean;
};

/** The state of a delivery by its last try. */
export function deliveryState({ tries, outcome, isRenewed }: Tried): DeliveryState {
  if (tries === 0 || isRenewed) return 'queued';
  switch (outcome) {
    case null:
      return 'sending';
    case 'deferred':
    case 'unknown':
      return 'waiting';
    default:
      return outcome;
  }
}

/** Only what failed or was left out can be sent again: what arrived would arrive twice. */
export function mayRenew(state: DeliveryState): boolean {
  return state === 'failed' || state === 'dropped';
}
