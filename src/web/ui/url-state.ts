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
      if (replace) router.history.replace(href);
      else router.history.push(href);
    },
    [router],
  );
  return { all, set, get: (name) => all[name] };
}
