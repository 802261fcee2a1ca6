import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { refusalSentence } from '#core/portal/refusals.ts';
import { type PortalLanguage, portalLanguages } from '#core/registration/portal-format.ts';
import { type InputError, ProblemError, type ProblemType, problemTypes } from '../problem.ts';

/** RFC 9457, with the list of what is wrong where it is an input. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:tandem:problem: and one of the closed list'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('The id of the request, as in the log'),
    errors: z.array(
      z.object({
        path: z.string(),
        expected: z.string(),
        found: z.string(),
        repair: z.string(),
        line: z.int().optional().describe('Where the input is a text: its line, from 1'),
        column: z.int().optional(),
      }),
    ),
  })
  .meta({ id: 'Problem' });

/** Answers with a problem document. */
export function sendProblem(
  reply: FastifyReply,
  type: ProblemType,
  detail: string,
  errors: readonly InputError[] = [],
): FastifyReply {
  const { status, title } = problemTypes[type];
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ type: `urn:tandem:problem:${type}`, title, status, detail, instance: reply.request.id, errors });
}

/**
 * Answers with a refusal, in the language that the caller asks for where the refusal is known in it. What was expected and
 * found stays in English: it is for who calls the API.
 */
function sendRefusal(reply: FastifyReply, error: ProblemError, language: PortalLanguage): FastifyReply {
  const isSaid = language !== 'en' && error.said !== undefined;
  if (isSaid) reply.header('content-language', language);
  const detail = isSaid && error.said ? refusalSentence(language, error.said) : error.message;
  const errors = error.errors.map(({ said, ...named }) =>
    language === 'en' || said === undefined ? named : { ...named, repair: refusalSentence(language, said) },
  );
  return sendProblem(reply, error.type, detail, errors);
}

/** The first language of the caller's `Accept-Language` that the portal speaks; English if it names none. */
function languageAsked(request: FastifyRequest): PortalLanguage {
  const asked = (request.headers['accept-language'] ?? '').split(',');
  const spoken = asked.map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return spoken.find((tag): tag is PortalLanguage => Object.hasOwn(portalLanguages, tag)) ?? 'en';
}

/** What PostgreSQL says of a lock that was not given in time, and the pool of a connection. */
const lockTimeout = '55P03';
const poolTimeout = 'timeout exceeded when trying to connect';

/** Turns whatever was thrown into a problem document. A fault of ours is logged whole and says nothing of itself outside. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ProblemError) {
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
    return sendRefusal(reply, error, languageAsked(request));
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => inputError(issue, error.validationContext ?? 'body'));
    return sendProblem(
      reply,
      'invalid-input',
      errors.map((one) => `${one.path}: ${one.expected}.`).join(' '),
      errors,
    );
  }
  const { statusCode, code, message } = error as Partial<FastifyError>;
  if (statusCode === 413)
    return sendProblem(reply, 'too-large', 'The request body is larger than this route takes.');
  if (statusCode === 429) return sendProblem(reply, 'too-many-requests', message ?? 'Slow down.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return sendProblem(reply, 'malformed-request', message ?? 'The request could not be read.');
  }
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === '57P01' || code === '57P03') {
    request.log.error({ err: error }, 'the database does not answer');
    reply.header('retry-after', '2');
    return sendProblem(
      reply,
      'unavailable',
      'The database does not answer at the moment. Try again in a few seconds.',
    );
  }
  if (code === lockTimeout || message === poolTimeout) {
    request.log.warn({ err: error }, 'so many wait for the same that this one gave up');
    reply.header('retry-after', '5');
    return sendProblem(
      reply,
      'unavailable',
      'So many want the same at this moment that it did not come to your turn. Nothing was changed; try again.',
    );
  }
  request.log.error({ err: error }, 'request failed');
  return sendProblem(
    reply,
    'fault',
    'Something went wrong on our side. The log has the details under this request id.',
  );
}

type ZodFastifyIssue = {
  readonly instancePath: string;
  readonly message?: string;
  readonly keyword: string;
  readonly params: unknown;
};

function inputError(issue: ZodFastifyIssue, where: string): InputError {
  const path = [where, ...issue.instancePath.split('/').filter(Boolean)].join('.');
  const params = issue.params as
    | { issue?: { input?: unknown; code?: string; expected?: string } }
    | undefined;
  const input = params?.issue?.input;
  return {
    path,
    expected: issue.message ?? 'a valid value',
    found: input === undefined ? 'nothing or another value' : JSON.stringify(input).slice(0, 100),
    repair: `Correct ${path} and send the request again.`,
  };
}
