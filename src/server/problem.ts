/** One thing that is wrong with an input, said so that a person can mend it. */
export type InputError = {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
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

  constructor(
    type: ProblemType,
    detail: string,
    options: { errors?: readonly InputError[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.type = type;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** What belongs to someone else does not exist: 404, never 403. */
export function notFound(what: string): ProblemError {
  return new ProblemError('not-found', `No such ${what}.`);
}

/** One field is wrong. */
export function invalidField(path: string, expected: string, found: string, repair: string): ProblemError {
  return new ProblemError('invalid-input', `${path}: expected ${expected}, found ${found}. ${repair}`, {
    errors: [{ path, expected, found, repair }],
  });
}
