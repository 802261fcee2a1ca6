import { describe, expect, it } from 'vitest';
import { createApi, readProblem, take } from './api-client.ts';
import { ApiProblem, fieldError, type Problem, problemOf } from './problem.ts';

const refused: Problem = {
  type: 'urn:tandem:problem:invalid-input',
  title: 'The input is not valid',
  status: 422,
  errors: [{ path: 'body.email', expected: 'a mail address', found: '"kim"', repair: 'Write name@company.' }],
};
const json = { 'content-type': 'application/problem+json' };

type Paths = {
  '/api/v1/things': {
    post: {
      requestBody: { content: { 'application/json': { name: string } } };
      responses: { 201: { content: { 'application/json': { id: string } } } };
    };
    get: { responses: { 200: { content: { 'application/json': { id: string } } } } };
  };
};

describe('the client of the API', () => {
  const sent: Request[] = [];
  const client = (answer: () => Response, onSignedOut = (): void => undefined) =>
    createApi<Paths>({
      onSignedOut,
      baseUrl: 'http://localhost/',
      fetch: async (request) => {
        sent.push(request as Request);
        return answer();
      },
    });

  it('sends an idempotency key with every creating call, a new one each time', async () => {
    const api = client(() => Response.json({ id: '1' }, { status: 201 }));
    await take(api.POST('/api/v1/things', { body: { name: 'a' } }));
    await take(api.POST('/api/v1/things', { body: { name: 'a' } }));
    const keys = sent.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('turns a refusal into a problem with its field errors', async () => {
    const api = client(() => new Response(JSON.stringify(refused), { status: 422, headers: json }));
    const error = await take(api.POST('/api/v1/things', { body: { name: '' } })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ApiProblem);
    expect(fieldError(problemOf(error), 'email')).toBe('Write name@company.');
    expect(fieldError(problemOf(error), 'name')).toBeNull();
  });

  it('says when the session has ended, and only then', async () => {
    let ended = 0;
    const answer = (type: string) => () =>
      new Response(JSON.stringify({ type, title: 'No', status: 401 }), { status: 401, headers: json });
    const count = () => {
      ended += 1;
    };
    await take(client(answer('urn:tandem:problem:second-factor-needed'), count).GET('/api/v1/things')).catch(
      () => 0,
    );
    expect(ended).toBe(0);
    await take(client(answer('urn:tandem:problem:not-signed-in'), count).GET('/api/v1/things')).catch(
      () => 0,
    );
    expect(ended).toBe(1);
  });

  it('has words for a server that cannot be reached and for an answer that is none of ours', async () => {
    const api = client(() => {
      throw new TypeError('fetch failed');
    });
    const error = await take(api.GET('/api/v1/things')).catch((thrown: unknown) => thrown);
    expect(problemOf(error)).toMatchObject({ status: 0, title: 'The server cannot be reached' });
    expect(await readProblem(new Response('<html>', { status: 502 }))).toMatchObject({ status: 502 });
  });
});
