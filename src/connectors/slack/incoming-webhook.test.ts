import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { slackPoster } from './incoming-webhook.ts';

/** A webhook of the machine itself, which answers as it is told. */
let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
  response.end('ok');
};
const bodies: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    bodies.push(body);
    answer(request, response);
  });
});
await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
afterAll(() => new Promise<void>((done) => void server.close(() => done())));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T1/B1/secret`;

const poster = slackPoster('loopback');

describe('a post', () => {
  it('arrives as JSON with its text', async () => {
    expect(await poster.post(address, 'Hello “there”')).toEqual({ ok: true, answer: '200 ok' });
    expect(JSON.parse(bodies.pop() ?? '')).toEqual({ text: 'Hello “there”' });
  });

  it.each([
    [404, 'no_service', true],
    [410, 'channel_is_archived', true],
    [400, 'invalid_payload', true],
    [429, 'rate_limited', false],
    [500, 'rollup_error', false],
    [503, '', false],
  ])('that is answered %i is for good: %s', async (status, text, isPermanent) => {
    answer = (_request, response) => {
      response.writeHead(status, { 'retry-after': '30' }).end(text);
    };
    const retryAfterMs = 30_000;
    expect(await poster.post(address, 'x')).toEqual({
      ok: false,
      isPermanent,
      answer: `${status} ${text}`.trim(),
      retryAfterMs,
    });
  });

  it('follows no redirect', async () => {
    bodies.length = 0;
    answer = (_request, response) => {
      response.writeHead(307, { location: address }).end();
    };
    expect(await poster.post(address, 'x')).toMatchObject({ ok: false, isPermanent: true, answer: '307' });
    expect(bodies).toHaveLength(1);
  });

  it('does not listen to an answer without end', async () => {
    answer = (_request, response) => {
      response.writeHead(200);
      const more = () => {
        if (response.write('x'.repeat(65_536))) setImmediate(more);
      };
      response.on('drain', more);
      more();
    };
    const posted = await poster.post(address, 'x');
    expect(posted.answer.length).toBeLessThan(300);
  });

  it('tells that nobody listens, without the address', async () => {
    const posted = await poster.post('http://127.0.0.1:1/services/T1/B1/secret', 'x');
    expect(posted).toMatchObject({ ok: false, isPermanent: false });
    expect(posted.answer).not.toContain('secret');
  });
});

describe('outside a test only a public https address is called', () => {
  const real = slackPoster();

  it.each([
    'http://hooks.slack.com/services/T/B/x',
    'https://127.0.0.1/x',
    'https://10.1.2.3/x',
    'https://192.168.0.10/x',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://[fd00::1]/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://0.0.0.0/x',
    'https://localhost/x',
    'https://user:password@hooks.slack.com/x',
    'ftp://hooks.slack.com/x',
    'file:///etc/passwd',
    'hooks.slack.com/services',
    `https://hooks.slack.com/${'x'.repeat(2000)}`,
  ])('and not %s', async (wrong) => {
    expect(real.refusal(wrong)).not.toBeNull();
    expect(await real.post(wrong, 'x')).toMatchObject({ ok: false, isPermanent: true });
  });

  it('and not a name that leads to the machine itself, which shows when it is called', async () => {
    const name = 'https://hooks.example.org/x';
    const found = [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ];
    const resolve = ((_name: string, _options: object, done: (error: null, all: typeof found) => void) =>
      done(null, found)) as never;
    const poster = slackPoster('public', resolve);
    expect(poster.refusal(name)).toBeNull();
    expect(await poster.post(name, 'x')).toEqual({
      ok: false,
      isPermanent: true,
      answer: 'The name leads to an address that is not public.',
      retryAfterMs: null,
    });
  });

  it('as the one that Slack gives out', () => {
    expect(real.refusal('https://hooks.slack.com/services/T000/B000/abc')).toBeNull();
  });
});
