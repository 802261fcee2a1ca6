import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip';
type WebFile = { type: string; plain: Buffer; packed: Partial<Record<Encoding, Buffer>>; immutable: boolean };

const nonceSlot = /__CSP_NONCE__/g;
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The content security policy of the page: our own files, plus the inline styles and the one script that carry
 * this response's nonce. Nothing else may run, frame or be framed.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Serves the built web from memory: hashed assets for a year, compressed as they were at build time, and the page
 * itself for every address that a browser navigates to and no other route answers. Anything else (an unknown API
 * path, a POST, a missing asset) falls through to the server's own "not found".
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const files = await readFiles(folder);
  const page = files.get('/index.html');
  if (page === undefined) throw new Error(`no index.html in ${folder}`);
  const html = page.plain.toString('utf8');

  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file !== undefined) return sendFile(request, reply, file);
    if (!isNavigation(request, path)) {
      reply.callNotFound();
      return reply;
    }
    return sendPage(reply, html);
  };
  // The document describes the API; the page and its files are no part of it.
  const options = { schema: { hide: true } as object };
  app.get('/', options, answer);
  app.get('/*', options, answer);
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .send(html.replace(nonceSlot, nonce));
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: WebFile): FastifyReply {
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''), file);
  reply
    .header('content-type', file.type)
    .header('vary', 'accept-encoding')
    .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  if (encoding === null) return reply.send(file.plain);
  return reply.header('content-encoding', encoding).send(file.packed[encoding]);
}

/** The best packed form that the browser accepts and we hold; null for the plain bytes. */
export function chooseEncoding(accepted: string, file: { packed: WebFile['packed'] }): Encoding | null {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
  const accepts = (name: Encoding): boolean =>
    offers.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(?:\.0*)?$/.test(offer));
  if (file.packed.br !== undefined && accepts('br')) return 'br';
  if (file.packed.gzip !== undefined && accepts('gzip')) return 'gzip';
  return null;
}

/** A person went to this address: they want a page, and the address is no file and no API path. */
function isNavigation(request: FastifyRequest, path: string): boolean {
  // Whoever asks the plain address gets the page, a program that says nothing of what it takes included.
  if (path === '/') return true;
  if (path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/')) return false;
  if (extname(path) !== '' && !path.startsWith('/o/')) return false;
  return String(request.headers.accept ?? '').includes('text/html');
}

async function readFiles(folder: string): Promise<Map<string, WebFile>> {
  const files = new Map<string, WebFile>();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    if (!entry.isFile() || /\.(?:br|gz)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const plain = await readFile(path);
    const packed: WebFile['packed'] = {};
    for (const [encoding, ending] of [
      ['br', 'br'],
      ['gzip', 'gz'],
    ] as const) {
      const bytes = await readFile(`${path}.${ending}`).catch(() => null);
      if (bytes !== null && bytes.length < plain.length) packed[encoding] = bytes;
    }
    const type = types[extname(entry.name)] ?? 'application/octet-stream';
    files.set(url, { type, plain, packed, immutable: url.startsWith('/assets/') });
  }
  return files;
}
