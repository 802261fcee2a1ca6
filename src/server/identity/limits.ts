/** How long things of identity last and how often they may be tried. Milliseconds unless the name says otherwise. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session ends this long after sign-in, used or not. */
export const sessionLongestMs = 30 * DAY;
/** A session that nobody used for this long ends. A week and a day: the scoreboard is opened weekly. */
export const sessionIdleMs = 8 * DAY;
/** The last use of a session is written down at most this often. */
export const sessionTouchMs = 5 * MINUTE;
/** Someone without a password proves themselves again by a sign-in at most this long ago. */
export const freshSignInMs = 15 * MINUTE;

export const magicLinkMinutes = 15;
export const passwordResetMinutes = 60;
/** How long the second factor may be given after the first. */
export const secondFactorMinutes = 10;
/** A code is remembered as used for longer than any clock could still find it right. */
export const usedCodeKeptMs = 10 * MINUTE;

/** Attempts per window. An office behind one address is many people; one account is one person. */
export const attemptWindowMs = 15 * MINUTE;
export const attemptLimits = {
  signInPerAccountAndAddress: 10,
  signInPerAccount: 50,
  signInPerAddress: 100,
  mailPerAccount: 5,
  mailPerAddress: 30,
  codePerAccount: 10,
  proofPerAccount: 10,
} as const;

export const passwordShortest = 10;
export const passwordLongest = 128;
