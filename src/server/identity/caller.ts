/** Who is calling, as far as identity needs it. `address` is the client's own, after trusted proxies. */
export type Caller = {
  readonly cookie: string | undefined;
  readonly address: string;
  readonly userAgent: string | undefined;
};

/** The header in which the address is handed to better-auth. Never read from the network. */
export const addressHeader = 'x-tandem-client-address';

/**
 * The headers that better-auth gets: made here, so that nothing a client sends (Host, X-Forwarded-For, Origin) reaches
 * it. `cookies` keeps only the named ones.
 */
export function callerHeaders(caller: Caller, cookies: readonly string[]): Headers {
  const headers = new Headers({ [addressHeader]: caller.address });
  if (caller.userAgent) headers.set('user-agent', caller.userAgent.slice(0, 400));
  const kept = cookiePairs(caller.cookie).filter((pair) => cookies.includes(pair.name));
  if (kept.length > 0) headers.set('cookie', kept.map((pair) => `${pair.name}=${pair.value}`).join('; '));
  return headers;
}

/** The value of a cookie as it stands in the header, still encoded, or null. The first of that name counts. */
export function cookieValue(header: string | undefined, name: string): string | null {
  return cookiePairs(header).find((pair) => pair.name === name)?.value ?? null;
}

function cookiePairs(header: string | undefined): { name: string; value: string }[] {
  return (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 1 ? [] : [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }];
  });
}
