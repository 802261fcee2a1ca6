import { headerText, UnsafeMessageError } from './message.ts';

/** Why a letter was not accepted. For good: the server refused this letter or its addressee, so a repeat is refused too. */
export type MailFailure = { readonly isPermanent: boolean; readonly answer: string };

/**
 * Reads the error of a send. Only a 5xx to the addressee or to the letter itself is for good; a server that is away, a
 * wrong password or a refused sender is mended by whoever runs Tandem, and the letter still leaves then.
 */
export function mailFailure(error: unknown): MailFailure {
  const answer = headerText(error instanceof Error ? error.message : String(error));
  if (error instanceof UnsafeMessageError) return { isPermanent: true, answer };
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const isRefused = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  const isOfThisLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const { command } = error as { command?: unknown };
  return { isPermanent: isRefused && isOfThisLetter && command !== 'MAIL FROM', answer };
}
