import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEncoding, serveWeb } from './web-static.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const script = 'console.log(1);'.repeat(50);
let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-web-static-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
  );
  await writeFile(join(folder, 'favicon.svg'), '<svg/>');
  await writeFile(join(folder, 'assets', 'main-abc.js'), script);
  await writeFile(join(folder, 'assets', 'main-abc.js.gz'), gzipSync(script));
  app = Fastify();
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ title: 'ours' }));
  await serveWeb(app, folder);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the served web', () => {
  it('answers a navigation with the page and a policy that names the same fresh nonce', async () => {
    const first = await app.inject({ url: '/o/acme/scoreboard?asOf=2026-03-31', headers: browser });
    const second = await app.inject({ url: '/', headers: browser });
    expect(first.statusCode).toBe(200);
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1];
    expect(first.body).not.toContain('__CSP_NONCE__');
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(first.headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(first.headers['cache-control']).toBe('no-store');
    expect(second.body).not.toContain(nonce);
  });

  it('does not answer for the API, for a missing asset, for another method or for a program', async () => {
    const asked = [
      { url: '/api/v1/nothing', headers: browser },
      { url: '/assets/gone.js', headers: browser },
      { url: '/robots.php', headers: browser },
      { url: '/o/acme', headers: { accept: 'application/json' } },
      { url: '/o/acme', method: 'POST' as const, headers: browser },
    ];
    for (const request of asked) {
      const answer = await app.inject(request);
      expect([request.url, answer.statusCode, answer.json()]).toEqual([request.url, 404, { title: 'ours' }]);
    }
  });

  it('sends hashed assets for a year, packed as the browser accepts', async () => {
    const packed = await app.inject({
      url: '/assets/main-abc.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    const plain = await app.inject({ url: '/assets/main-abc.js' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toBe('accept-encoding');
    expect(packed.headers['cache-control']).toContain('immutable');
    expect(packed.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(script);
  });

  it('never reads outside its folder', async () => {
    for (const url of ['/../package.json', '/assets/..%2f..%2fetc/passwd', '/assets/%2e%2e/secret']) {
      expect((await app.inject({ url })).statusCode).toBe(404);
    }
  });
});

describe('the choice of encoding', () => {
  const bytes = Buffer.from('x');
  it('prefers brotli and respects a refusal', () => {
    expect(chooseEncoding('gzip, deflate, br, zstd', { packed: { br: bytes, gzip: bytes } })).toBe('br');
    expect(chooseEncoding('gzip, br;q=0', { packed: { br: bytes, gzip: bytes } })).toBe('gzip');
    expect(chooseEncoding('br', { packed: { gzip: bytes } })).toBeNull();
    expect(chooseEncoding('', { packed: { br: bytes } })).toBeNull();
  });
});
