import type { ReasonParams } from '#core/decision.ts';
import { type Refusal, type RefusalCode, refusalSentence } from '#core/portal/refusals.ts';

/** One thing that is wrong with an input, said so that a person can mend it. */
export type InputError = {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
  /** What a partner's person reads in its own language in place of the repair. */
  readonly said?: Refusal;
};

/** The closed list of problem types (RFC 9457): status and title of each. */
export const problemTypes = {
  'invalid-input': { status: 422, title: 'The input is not valid' },
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'not-signed-in': { status: 401, title: 'Sign in to continue' },
  'second-factor-needed': { status: 401, title: 'A second factor is needed' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'portal-closed': { status: 403, title: 'The portal is not open yet' },
  'not-found': { status: 404, title: 'There is nothing here' },
  conflict: { status: 409, title: 'The present state does not allow this' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used for a different request' },
  'too-large': { status: 413, title: 'The request is too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available for the moment' },
  fault: { status: 500, title: 'A fault of ours' },
} as const;

export type ProblemType = keyof typeof problemTypes;

/** A refusal that reaches the caller as `application/problem+json`, or the CLI as a sentence and exit code. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: ProblemType;
  readonly errors: readonly InputError[];
  readonly retryAfterSeconds: number | undefined;
  /** What a partner's person reads in its own language in place of the English sentence. */
  readonly said: Refusal | undefined;

  constructor(
    type: ProblemType,
    detail: string,
    options: { errors?: readonly InputError[]; retryAfterSeconds?: number; said?: Refusal } = {},
  ) {
    super(detail);
    this.type = type;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.said = options.said;
  }
}

/** A refusal that a partner's people can meet: each reads it in its own language. */
export function refused(
  type: ProblemType,
  code: RefusalCode,
  params: ReasonParams = {},
  options: { retryAfterSeconds?: number } = {},
): ProblemError {
  const said = { code, params };
  return new ProblemError(type, refusalSentence('en', said), { ...options, said });
}

/** What belongs to someone else does not exist: 404, never 403. */
export function notFound(what: string): ProblemError {
  return new ProblemError('not-found', `No such ${what}.`);
}

/** One field is wrong. `said` is what a partner's person reads in its own language in place of the repair. */
export function invalidField(
  path: string,
  expected: string,
  found: string,
  repair: string,
  said?: Refusal,
): ProblemError {
  return new ProblemError('invalid-input', `${path}: expected ${expected}, found ${found}. ${repair}`, {
    errors: [{ path, expected, found, repair, ...(said && { said }) }],
    ...(said && { said }),
  });
}

/** One field is wrong that a partner's people fill in: each reads what to do in its own language. */
export function refusedField(
  path: string,
  expected: string,
  found: string,
  code: RefusalCode,
  params: ReasonParams = {},
): ProblemError {
  const said = { code, params };
  return invalidField(path, expected, found, refusalSentence('en', said), said);
}
