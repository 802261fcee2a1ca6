import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { ProblemError } from '../problem.ts';
import { addSecurityHeaders, setSecurityHeaders } from './headers.ts';
import { addApi } from './openapi.ts';
import { answerError, sendProblem } from './problem-reply.ts';
import type { Services } from './services.ts';

export type AppOptions = {
  /** General limit of calls to the API per minute and address, 6000 unless told. */
  readonly callsPerMinute?: number;
  /** Added last: what answers when no API route does. */
  readonly web?: (app: FastifyInstance) => Promise<void>;
};

const largestJson = 1024 * 1024;

/** Calls a minute and address: a whole office may share one. What is dear to answer has a limit of its own. */
const generalLimit = 6000;

/** Puts the server together: hooks, every declared route, health, and the document that describes them. Listens to nothing yet. */
export async function buildApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: services.log as never,
    // One line per request is written below, with less in it.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: largestJson,
    // An upload of the largest file takes this long at 5 Mbit/s.
    requestTimeout: 900_000,
    routerOptions: { maxParamLength: 200 },
    // The address of the client is the socket's own unless a proxy that we trust says otherwise.
    trustProxy: [...services.config.trustedProxies],
    // An address that cannot even be decoded is answered before any hook runs.
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply);
      reply.header('x-request-id', request.id);
      answerError(error, request, reply);
    },
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, 'not-found', 'There is nothing at this address.'),
  );
  addSecurityHeaders(app, { https: services.publicUrl().startsWith('https:') });
  logRequests(app);

  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  await app.register(rateLimit, {
    max: options.callsPerMinute ?? generalLimit,
    timeWindow: 60_000,
    // The files of the page are served from memory and are no calls.
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError(
        'too-many-requests',
        `Too many requests. Try again in ${Math.ceil(ttl / 1000)} seconds.`,
      ),
  });
  await addApi(app, services);
  addHealth(app, services);
  await options.web?.(app);
  await app.ready();
  return app;
}

/** An address without its query, and without the secret of a link that stands in it. */
function withoutSecret(url: string): string {
  return (url.split('?', 1)[0] ?? '').replace(/(\/(?:form|own-deal)\/)[^/]+/, '$1…');
}

/** One line per request with its id; the address without its query, which may hold what nobody should keep. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: withoutSecret(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        requestId: request.id,
      },
      'request',
    );
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}

/** /healthz: the process lives. /readyz: it can serve, because the database answers and is migrated. */
function addHealth(app: FastifyInstance, services: Services): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await services.ports.pool.query('select from meta.installation');
      return { status: 'ready' };
    } catch {
      return sendProblem(reply, 'unavailable', 'The database does not answer, or is not migrated.');
    }
  });
}
