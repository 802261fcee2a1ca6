/**
 * Posts to an incoming webhook of Slack. The address comes from a person, so it could name anything: only https to a
 * public address is called, checked at the moment of connecting, and no redirect is followed.
 *
 * Handbook: docs/handbook/notices.md
 */

import { type LookupAddress, lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What came of a post. `isPermanent`: a repeat would be refused as well. */
export type Posted =
  | { readonly ok: true; readonly answer: string }
  | {
      readonly ok: false;
      readonly isPermanent: boolean;
      readonly answer: string;
      readonly retryAfterMs: number | null;
    };

export type SlackPoster = {
  /** Why an address is not taken, in words for whoever gave it; null if it is. Asks no name server. */
  readonly refusal: (address: string) => string | null;
  readonly post: (address: string, text: string) => Promise<Posted>;
};

const timeoutMs = 10_000;
const longestAnswer = 2048;
const longestAddress = 1000;
/** Slack asks to wait seconds; whoever asks for more than an hour is tried again after one. */
const longestWaitMs = 3_600_000;

/** `loopback` is for tests: a server of the machine itself, without TLS. `resolve` asks for the addresses of a name. */
export function slackPoster(
  reach: 'public' | 'loopback' = 'public',
  resolve: typeof lookup = lookup,
): SlackPoster {
  const isReachable = (address: string): boolean =>
    ipaddr.isValid(address) &&
    ipaddr.process(address).range() === (reach === 'public' ? 'unicast' : 'loopback');

  const refusal = (address: string): string | null => {
    if (!URL.canParse(address) || address.length > longestAddress) return 'is no web address';
    const { protocol, username, password, hostname, hash } = new URL(address);
    if (protocol !== (reach === 'public' ? 'https:' : 'http:')) return 'does not begin with https://';
    if (username !== '' || password !== '' || hash !== '')
      return 'has more in it than a webhook’s address has';
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(literal) && !isReachable(literal)) return 'is no public address';
    if (reach === 'public' && !hostname.includes('.')) return 'is no public address';
    return null;
  };

  /** Checks every address of a name at the moment of connecting, so that a name cannot change in between. */
  const checkedLookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '', 0);
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => isReachable(address))) {
        return done(new ForbiddenAddressError(), '', 0);
      }
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
  };

  const call = (address: string, body: string): Promise<Posted> =>
    new Promise((done) => {
      const fail = (error: Error) => {
        const isPermanent = error instanceof ForbiddenAddressError;
        done({ ok: false, isPermanent, answer: told(error), retryAfterMs: null });
      };
      const send = reach === 'public' ? httpsRequest : httpRequest;
      const request = send(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
        lookup: checkedLookup,
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      });
      request.on('error', fail);
      request.on('response', (response) => {
        let text = '';
        const end = () => done(verdictOf(response.statusCode ?? 0, text, response.headers['retry-after']));
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          // The answer of a webhook is a word; whoever sends more is not listened to.
          if (text.length > longestAnswer) response.destroy();
        });
        response.on('close', end);
        response.on('error', fail);
      });
      request.end(body);
    });

  return {
    refusal,
    post: async (address, text) => {
      const why = refusal(address);
      if (why === null) return call(address, JSON.stringify({ text }));
      return { ok: false, isPermanent: true, answer: `The address ${why}.`, retryAfterMs: null };
    },
  };
}

class ForbiddenAddressError extends Error {
  override message = 'The name leads to an address that is not public.';
}

function verdictOf(status: number, text: string, retryAfter: string | undefined): Posted {
  const answer = `${status} ${plain(text)}`.trim();
  if (status >= 200 && status < 300) return { ok: true, answer };
  const isTemporary = status === 0 || status === 408 || status === 429 || status >= 500;
  const seconds = Number(retryAfter);
  const retryAfterMs = seconds > 0 ? Math.min(seconds * 1000, longestWaitMs) : null;
  return { ok: false, isPermanent: !isTemporary, answer, retryAfterMs };
}

function told(error: Error): string {
  const { code, hostname } = error as { code?: unknown; hostname?: unknown };
  if (code === 'ENOTFOUND') return `No server of the name ${plain(String(hostname))} is known.`;
  if (code === 'ECONNREFUSED') return 'Nobody listens at the address.';
  return error.name === 'TimeoutError' || error.name === 'AbortError'
    ? 'There was no answer in time.'
    : plain(error.message);
}

function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
