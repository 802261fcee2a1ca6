import { z } from 'zod';

/** A mail address as identity keeps it: trimmed, in lower case, at most 254 characters. */
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The same for text that is not known to be an address: what attempts are counted under. */
export function foldedEmail(text: string): string {
  return text.trim().toLowerCase();
}
