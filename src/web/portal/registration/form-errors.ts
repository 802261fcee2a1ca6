import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { formErrorWords } from '#core/registration/portal-words.ts';
import { type FormError, parseSubmission } from '#core/registration/submission.ts';
import type { Problem } from '../../problem.ts';
import type { RegistrationForm, Typed } from '../../registration/typed.ts';
import { todayIn } from '../../today.ts';

/** Everything that would be wrong if it were sent now: the same rule as on the server, so that nobody waits for it. */
export function errorsOf(form: RegistrationForm, typed: Typed, timeZone: string): readonly FormError[] {
  const parsed = parseSubmission(form, typed, todayIn(timeZone));
  return parsed.ok ? [] : parsed.errors;
}

/**
 * What stands beside the input at a path; null where nothing does. Before anybody tried to send, only what was typed and
 * left is judged: an empty field is no mistake yet.
 */
export function errorWordsAt(
  path: string,
  errors: readonly FormError[],
  problem: Problem | null,
  language: PortalLanguage,
  judged: { readonly all: boolean; readonly left: ReadonlySet<string> },
): string | null {
  const belongs = (at: string) => at === path || at.startsWith(`${path}[`);
  const own = errors.find((error) => belongs(error.path));
  if (own !== undefined) {
    const isMissing = own.code === 'required' || own.code === 'not_confirmed';
    const isShown = judged.all || (judged.left.has(path) && !isMissing);
    return isShown ? formErrorWords(language, own).repair : null;
  }
  return problem?.errors?.find((error) => belongs(error.path))?.repair ?? null;
}
