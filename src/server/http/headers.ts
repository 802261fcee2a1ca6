import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.ts';

const fixed: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The headers that do not depend on how the product is reached; what an answer set itself stays. */
export function setSecurityHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(fixed)) reply.header(name, value);
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', nothing);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
}

/** Security headers on every response, errors and files too. A page brings its own, wider policy with a nonce. */
export function addSecurityHeaders(app: FastifyInstance, options: { readonly https: boolean }): void {
  app.addHook('onSend', async (_request, reply) => {
    setSecurityHeaders(reply);
    if (options.https) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
  });
}

/**
 * A change is refused when a browser says that it comes from another site's page. Browsers send Sec-Fetch-Site,
 * older ones Origin; a program sends neither and carries no cookie of ours by accident.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
  } else {
    const origin = request.headers.origin;
    if (origin === undefined || URL.parse(origin)?.host === request.headers.host) return;
  }
  throw new ProblemError('not-allowed', 'This request comes from a page of another site.');
}
