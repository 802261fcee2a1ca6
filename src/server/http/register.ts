import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { OrgId } from '#core/ids.ts';
import { enterByKey } from '../access/api-key.ts';
import { rolesByCapability } from '../access/capabilities.ts';
import { type Entered, enterOrganization } from '../access/enter.ts';
import { canonicalJson } from '../audit/chain.ts';
import { type CurrentUser, currentUser } from '../identity/current-user.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { refuseForeignOrigin } from './headers.ts';
import { problemSchema } from './problem-reply.ts';
import type { AnyRoute, FileReply, RequestFacts, RouteDefinition } from './route.ts';
import type { Services } from './services.ts';
import { refuseUnstorable } from './storable.ts';

const root = '/api/v1';

/** Puts a declared route on the server. Throws at start for one that does not say who may call it. */
export function registerRoute(app: FastifyInstance, services: Services, route: AnyRoute): void {
  const { definition } = route;
  const { capability } = definition;
  const known =
    capability === 'public' ||
    capability === 'signed-in' ||
    Object.hasOwn(rolesByCapability, capability ?? '');
  if (!known) throw new Error(`${definition.method} ${definition.path} names no capability`);
  if (capability !== 'public' && capability !== 'signed-in' && !definition.path.startsWith('/o/{org}')) {
    throw new Error(`${definition.method} ${definition.path} needs ${capability} but is not below /o/{org}`);
  }
  if (definition.takesForm) {
    app.register(async (scope) => {
      const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
      scope.addContentTypeParser(forms, { parseAs: 'string' }, (_request, _text, done) => done(null));
      addRoute(scope, services, definition);
    });
  } else {
    addRoute(app, services, definition);
  }
}

function addRoute(app: FastifyInstance, services: Services, definition: RouteDefinition): void {
  app.route({
    method: definition.method,
    url: root + definition.path.replace(/\{(\w+)\}/g, ':$1'),
    schema: schemaOf(definition),
    ...(definition.perMinute
      ? { config: { rateLimit: { max: definition.perMinute, timeWindow: 60_000 } } }
      : {}),
    // Access before anything is read or parsed: a stranger learns nothing from what a route expects. After onRequest,
    // where calls are counted: those that are refused count too.
    preParsing: async (request) => {
      refuseUnstorable('path', request.params);
      admitted.set(request, await admit(services, definition, request));
      if (definition.takesStream) requireBytes(request);
    },
    preValidation: async (request) => {
      refuseUnstorable('query', request.query);
      if (!definition.takesStream) refuseUnstorable('body', request.body);
    },
    handler: async (request, reply) => send(reply, await answer(services, definition, request)),
  });
}

function schemaOf(definition: RouteDefinition): Record<string, unknown> {
  const pathNames = [...definition.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const params =
    definition.params ?? z.object(Object.fromEntries(pathNames.map((name) => [name, z.string()])));
  return {
    operationId: definition.operation,
    summary: definition.summary,
    description: `Who may call it: ${definition.capability}.`,
    ...(pathNames.length > 0 ? { params } : {}),
    ...(definition.query ? { querystring: definition.query } : {}),
    ...(definition.body ? { body: definition.body } : {}),
    ...(definition.creates
      ? {
          headers: z.object({
            'idempotency-key': z
              .string()
              .min(1)
              .max(255)
              .optional()
              .describe(
                'A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours',
              ),
          }),
        }
      : {}),
    ...(definition.takesStream ? { consumes: ['application/octet-stream'] } : {}),
    response: { ...definition.replies, default: problemSchema },
  };
}

/** Who a request comes from, as far as its route asks. */
type Admission = { readonly user?: CurrentUser; readonly entered?: Entered };

const admitted = new WeakMap<FastifyRequest, Admission>();

async function admit(
  services: Services,
  definition: RouteDefinition,
  request: FastifyRequest,
): Promise<Admission> {
  refuseForeignOrigin(request);
  if (definition.capability === 'public') return {};
  const secret = bearerOf(request);
  if (secret !== null) return { entered: await admitKey(services, definition, request, secret) };
  const user = await currentUser(services.identity, request.headers.cookie);
  if (!user) throw new ProblemError('not-signed-in', 'There is no session, or it has ended. Sign in again.');
  if (definition.capability === 'signed-in') return { user };
  const { org: slug } = request.params as { org: string };
  const entered = await enterOrganization(services.ports, user, slug);
  if (!entered) throw notFound('organization');
  if (entered.capabilities.has(definition.capability)) return { user, entered };
  throw new ProblemError(
    'not-allowed',
    `This needs the right ${definition.capability}, which none of your roles gives.`,
  );
}

/** A program comes in by the secret of its key and by nothing else; a session beside it counts for nothing. */
async function admitKey(
  services: Services,
  { capability }: RouteDefinition,
  request: FastifyRequest,
  secret: string,
): Promise<Entered> {
  const { org: slug } = request.params as { org?: string };
  const entered = slug === undefined ? null : await enterByKey(services.ports, secret, slug);
  if (!entered) {
    throw new ProblemError('not-signed-in', 'This key opens nothing here: it is unknown, revoked or over.');
  }
  if (capability !== 'public' && capability !== 'signed-in' && entered.capabilities.has(capability)) {
    return entered;
  }
  throw new ProblemError('not-allowed', `This needs the right ${capability}, which this key was not given.`);
}

function bearerOf(request: FastifyRequest): string | null {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** A stream in another wrapping would be parsed as what it says it is. */
function requireBytes(request: FastifyRequest): void {
  if (request.headers['content-type']?.startsWith('application/octet-stream')) return;
  throw new ProblemError('malformed-request', 'Send the bytes of the file as application/octet-stream.');
}

async function answer(services: Services, definition: RouteDefinition, request: FastifyRequest) {
  const facts = factsOf(definition, request);
  const { user, entered } = admitted.get(request) ?? {};
  const call = {
    params: (request.params ?? {}) as never,
    query: request.query as never,
    body: request.body as never,
    stream: definition.takesStream ? (request.body as Readable) : Readable.from([]),
    services,
    request: facts,
  };
  if (definition.capability === 'public') return definition.handle(call as never);
  if (definition.capability === 'signed-in') {
    if (!user) throw new Error(`${definition.operation} was reached without a session`);
    return definition.handle({ ...call, user } as never);
  }
  if (!entered) throw new Error(`${definition.operation} was reached without an organization`);
  const context = {
    ...entered,
    requestId: facts.id,
    idempotency: idempotencyOf(definition, request, entered.organization.orgId),
  };
  return definition.handle({ ...call, user: user ?? null, context } as never);
}

/** The same key with another body is another request: the hash covers the address and the body. */
function idempotencyOf(definition: RouteDefinition, request: FastifyRequest, org: OrgId | null) {
  const key = request.headers['idempotency-key'];
  if (!definition.creates || key === undefined) return null;
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    throw invalidField(
      'headers.idempotency-key',
      '1 to 255 characters',
      String(key).slice(0, 50),
      'Send a UUID.',
    );
  }
  const body = definition.takesStream ? null : withoutPassword(request.body);
  const text = canonicalJson({ method: request.method, url: request.url, body, org });
  return { key, requestHash: createHash('sha256').update(text).digest('hex') };
}

/** The hash of a request is kept for a day; nobody shall be able to try passwords on it. */
function withoutPassword(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('password' in body)) return body;
  const { password: _, ...rest } = body;
  return rest;
}

function factsOf(definition: RouteDefinition, request: FastifyRequest): RequestFacts {
  const { cookie, 'user-agent': userAgent } = request.headers;
  const idempotency = definition.capability === 'public' ? idempotencyOf(definition, request, null) : null;
  return { id: request.id, caller: { cookie, address: request.ip, userAgent }, idempotency };
}

type Answer = {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
  cookies?: readonly string[];
};

function send(reply: FastifyReply, answer: Answer | FileReply): FastifyReply {
  if ('file' in answer) {
    const name = encodeURIComponent(answer.file.fileName).replace(
      /['()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16)}`,
    );
    return reply
      .header('content-type', answer.file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(answer.file.content);
  }
  if (answer.headers) reply.headers(answer.headers);
  for (const cookie of answer.cookies ?? []) reply.header('set-cookie', cookie);
  return reply.status(answer.status).send(answer.body);
}
