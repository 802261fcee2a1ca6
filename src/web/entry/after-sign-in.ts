import { paths } from '../paths.ts';
import { isOwnPage } from '../ui/link-navigation.ts';

/** Where to go after sign-in: the page that sent the person here if it is one of ours, else the start. */
export function afterSignIn(then: string | undefined): string {
  const safe = then !== undefined && isOwnPage(then) && !then.includes('\\') && !then.startsWith('/sign-in');
  return safe ? then : paths.home();
}

/** The organization into whose portal somebody is on the way; null where they are not. */
export function portalOf(then: string | undefined): string | null {
  const [, slug] = /^\/o\/([a-z0-9][a-z0-9-]{0,39})\/portal(?:[/?#]|$)/.exec(then ?? '') ?? [];
  return slug ?? null;
}
