import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import type { LocalDate } from '#core/calendar.ts';
import { storedBody } from '../../program/pages.ts';

/** Where the page in question comes from. */
export type PageFrom = 'given' | 'draft' | 'proposed';

/** What a replay was asked: another page, or the same pages with what was known at the end of an earlier day. */
export type Asked =
  | { readonly kind: 'page'; readonly from: PageFrom; readonly page: unknown }
  | { readonly kind: 'then'; readonly knownOn: LocalDate };

/** What was asked, as it is kept with the replay. */
export function askedOf(stored: unknown): Asked {
  const row = stored as Partial<{ knownOn: LocalDate; from: PageFrom; page: unknown }>;
  if (row.knownOn !== undefined) return { kind: 'then', knownOn: row.knownOn };
  return { kind: 'page', from: row.from ?? 'given', page: row.page };
}

/** The page in question; null for a replay of what was known. */
export function pageAsked(asked: Asked): AttributionBody | null {
  return asked.kind === 'then' ? null : storedBody('attribution', asked.page);
}
