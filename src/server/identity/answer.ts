import { isAPIError } from 'better-auth/api';

/** What a call of better-auth came to: its answer with the cookies to set, or the code of its refusal. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly code: string };

/**
 * Runs a call of better-auth. Its refusals (4xx, and the redirects that its links answer with) become values;
 * faults (5xx, a broken connection) are thrown.
 */
export async function answerOf<T>(
  call: Promise<{ headers?: Headers | null; response: T }>,
): Promise<Answer<T>> {
  try {
    const { headers, response } = await call;
    return { ok: true, value: response, cookies: headers?.getSetCookie() ?? [] };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    const body: { code?: string } | undefined = error.body;
    return { ok: false, code: body?.code ?? String(error.status) };
  }
}
