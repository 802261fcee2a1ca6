import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Capability } from '../access/capabilities.ts';
import type { Context } from '../access/context.ts';
import type { Caller } from '../identity/caller.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import type { Services } from './services.ts';

/**
 * Who may call a route: one capability of the role table, anyone with a session, or anyone at all. A route
 * without one does not compile, does not register, and fails the check.
 */
export type RouteCapability = Capability | 'signed-in' | 'public';

type Schema = z.ZodType;
type Output<S> = S extends Schema ? z.output<S> : undefined;

/** What the handler of a route is given. Its inputs were parsed at the edge. */
export type Call<C extends RouteCapability, P, Q, B> = {
  readonly params: Output<P>;
  readonly query: Output<Q>;
  readonly body: Output<B>;
  /** The raw request body of a route that takes a stream; empty otherwise. */
  readonly stream: Readable;
  readonly services: Services;
  readonly request: RequestFacts;
} & (C extends 'public'
  ? object
  : C extends 'signed-in'
    ? { readonly user: CurrentUser }
    : {
        /** Null where a key calls: nobody sits there. */
        readonly user: CurrentUser | null;
        readonly context: Context;
      });

/** What is known of a request besides its inputs. */
export type RequestFacts = {
  readonly id: string;
  readonly caller: Caller;
  /** The Idempotency-Key of a public route that creates something, for the context that its verb is given. */
  readonly idempotency: Context['idempotency'];
};

/** What a handler answers: one of the declared statuses with its body. */
export type Reply<R> = {
  [S in keyof R & number]: {
    readonly status: S;
    readonly body: R[S] extends Schema ? z.input<R[S]> : never;
    readonly headers?: Readonly<Record<string, string>>;
    /** Whole Set-Cookie lines. */
    readonly cookies?: readonly string[];
  };
}[keyof R & number];

/** A body that is sent as it comes, such as a file; declared in the document by its media type. */
export type FileBody = { readonly fileName: string; readonly mediaType: string; readonly content: Readable };

export type RouteDefinition<
  C extends RouteCapability = RouteCapability,
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Record<number, Schema> = Record<number, Schema>,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path below /api/v1, in OpenAPI form: `/o/{org}/opportunities/{opportunityId}`. */
  readonly path: `/${string}`;
  readonly capability: C;
  /** Name of the operation in the document, such as `listOpportunities`. */
  readonly operation: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The request body is a stream of bytes of any length, not JSON. */
  readonly takesStream?: boolean;
  /** The request may come with a form, as a mail program sends it. The form is not read: the address says all. */
  readonly takesForm?: boolean;
  /** The call creates something: it takes an Idempotency-Key, and happens once per key. */
  readonly creates?: boolean;
  /** Calls allowed per minute and caller where it differs from the general limit. */
  readonly perMinute?: number;
  readonly replies: R;
  readonly handle: (call: Call<C, P, Q, B>) => Promise<Reply<NoInfer<R>> | FileReply>;
};

export type FileReply = { readonly file: FileBody };

/** Any route, for lists of them. */
export type AnyRoute = { readonly definition: RouteDefinition; readonly isRoute: true };

/** Declares a route of the API. The only way to make one. */
export function defineRoute<
  C extends RouteCapability,
  R extends Record<number, Schema>,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(definition: RouteDefinition<C, P, Q, B, R>): AnyRoute {
  // The list of routes forgets the types of each one; its handler is called only with what its schemas parsed.
  return { definition: definition as unknown as RouteDefinition, isRoute: true };
}
