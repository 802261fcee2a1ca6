import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Search parameters as plain text on both sides: `?owner=Kim&page=2`, without quoting or nesting. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The other way round; what is empty or undefined is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Whether the reader stays where they are on the page: the same screen with a filter set or a panel open. Another
 * screen, or another page of a list, starts at its top.
 */
export function keepsPlace(from: string, to: string): boolean {
  const [fromPath, fromSearch = ''] = from.split('?');
  const [toPath, toSearch = ''] = to.split('?');
  return fromPath === toPath && parseSearch(fromSearch).cursor === parseSearch(toSearch).cursor;
}

type Navigator = {
  readonly state: { readonly location: { readonly pathname: string; readonly searchStr: string } };
  readonly navigate: (to: { href: string; replace: boolean; resetScroll: boolean }) => Promise<void>;
};

/** Goes to one of our own pages. `replace` leaves no step for the Back key. */
export function goTo(router: Navigator, href: string, replace = false): void {
  const { pathname, searchStr } = router.state.location;
  void router.navigate({ href, replace, resetScroll: !keepsPlace(`${pathname}${searchStr}`, href) });
}

export type UrlState = {
  readonly get: (name: string) => string | undefined;
  /** Sets parameters (undefined removes one). `replace` leaves no step for the Back key. */
  readonly set: (changes: Readonly<Record<string, string | undefined>>, replace?: boolean) => void;
  readonly all: Readonly<Record<string, string>>;
};

/** The state of a screen that lives in its address: filters, sort, page, open panel. */
export function useUrlState(): UrlState {
  const router = useRouter();
  const searchText = useLocation({ select: (location) => location.searchStr });
  const all = parseSearch(searchText);
  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, replace = false) => {
      const { pathname, searchStr } = router.state.location;
      const href = `${pathname}${stringifySearch({ ...parseSearch(searchStr), ...changes })}`;
      goTo(router, href, replace);
    },
    [router],
  );
  return { all, set, get: (name) => all[name] };
}
