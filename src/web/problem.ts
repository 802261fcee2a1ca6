/** One thing that was wrong with what was sent, and how to repair it. */
export type ProblemError = {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

/** An RFC 9457 problem document as the API sends it. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string | undefined;
  readonly instance?: string | undefined;
  readonly errors?: readonly ProblemError[] | undefined;
  /** In which language the server says it. */
  readonly language?: string | undefined;
};

/** The API said no, or could not be reached (status 0). Carries the problem document. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** The problem behind anything thrown, so that every failure has a title, and a repair where there is one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return unreachable;
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'about:blank', title: 'Something went wrong on this page', status: 0, detail };
}

/** The error that the form field at this path should show, if the problem names one. Paths are dotted. */
export function fieldError(problem: Problem | null, path: string): string | null {
  const wanted = path.replaceAll('/', '.').replace(/^\./, '');
  const found = problem?.errors?.find(
    (error) => error.path.replaceAll('/', '.').replace(/^\.?(body\.)?/, '') === wanted,
  );
  if (found === undefined) return null;
  return found.repair === '' ? `Expected ${found.expected}.` : found.repair;
}

export const unreachable: Problem = {
  type: 'about:blank',
  title: 'The server cannot be reached',
  status: 0,
  detail: 'Check the connection and try again. Nothing was lost on the server.',
};
