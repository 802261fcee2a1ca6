import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblem, type Problem, unreachable } from './problem.ts';

type Options = {
  /** Called when an answer says that there is no session, or that it has ended. */
  readonly onSignedOut: () => void;
  /** The language of the page, in which a refusal is said where it is known in it. */
  readonly language?: (() => string) | undefined;
  readonly baseUrl?: string | undefined;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
};

/**
 * The client of the API's own document. A creating call (POST) carries a fresh Idempotency-Key, so that a repeat by
 * the browser or a proxy does nothing twice; a refusal becomes an `ApiProblem`; an ended session calls `onSignedOut`.
 */
export function createApi<Paths extends object>(options: Options): Client<Paths> {
  const middleware: Middleware = {
    onRequest({ request }) {
      request.headers.set('accept', 'application/json, application/problem+json');
      request.headers.set('accept-language', options.language?.() ?? 'en');
      if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
        request.headers.set('idempotency-key', crypto.randomUUID());
      }
      return request;
    },
    async onResponse({ response }) {
      if (response.ok) return undefined;
      const problem = await readProblem(response);
      if (problem.type === 'urn:tandem:problem:not-signed-in') options.onSignedOut();
      throw new ApiProblem(problem);
    },
    onError() {
      return new ApiProblem(unreachable);
    },
  };
  const client = createClient<Paths>({
    baseUrl: options.baseUrl ?? '/',
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
  client.use(middleware);
  return client;
}

/** The body of an answer; what is not an answer was thrown before. */
export async function take<Data>(call: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data } = await call;
  return data as Data;
}

type Given<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** What is set of a query: a parameter that is undefined is left out. */
export function given<T extends object>(query: T): Given<T> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** The problem document of a refusal; an answer that is none (a proxy's page) is wrapped in one. */
export async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (/json/.test(type)) {
    const body: unknown = await response.json().catch(() => null);
    if (isProblem(body)) return { ...body, language: response.headers.get('content-language') ?? 'en' };
  }
  return {
    type: 'about:blank',
    title: 'The server answered in a way that this page does not understand',
    status: response.status,
    detail: `Status ${response.status}. If a proxy stands before Tandem, it may be the one that answered.`,
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'status' in body;
}
