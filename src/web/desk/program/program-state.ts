import { queryOptions } from '@tanstack/react-query';
import { defaultDocument, type ProgramDocument } from '#core/blueprint/document.ts';
import { unchosenIn } from '#core/blueprint/standing-signature.ts';
import type { Check } from '#core/program/check.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Seat } from '#core/program/seat.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';

/** Every page of the program with its draft, its proposal and what is in force; the seats; what I may sign for. */
export function programQuery(org: string) {
  return queryOptions({
    queryKey: ['program', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/program', { params: { path: { org } } })),
  });
}

/** Gates, pitfalls, the three properties and the launch plan, as the facts of today have them. */
export function watchQuery(org: string) {
  return queryOptions({
    queryKey: ['program-watch', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/program/watch', { params: { path: { org } } })),
  });
}

/** The direct funnel, and what the company's own data says of the assumptions. */
export function funnelQuery(org: string) {
  return queryOptions({
    queryKey: ['program-funnel', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/program/funnel', { params: { path: { org } } })),
  });
}

export type ProgramState = Awaited<ReturnType<NonNullable<ReturnType<typeof programQuery>['queryFn']>>>;
export type Watch = Awaited<ReturnType<NonNullable<ReturnType<typeof watchQuery>['queryFn']>>>;
export type PageStateEntry = ProgramState['pages'][number];

/** What the proposed version of a page leaves open; nobody can sign it before that is chosen. */
export function unchosenOf({ word, proposed }: PageStateEntry): Check[] {
  return proposed === null ? [] : unchosenIn(word, proposed.body);
}

/** The seats for which this person can sign what is proposed of a page. */
export function signableBy(page: PageStateEntry, state: ProgramState): readonly Seat[] {
  if (page.proposed === null || unchosenOf(page).length > 0) return [];
  return page.proposed.missing.filter((seat) => state.me.signsFor.includes(seat));
}

const untouched = defaultDocument();

/** What stands on a page now: its draft, else what waits for signatures, else what is in force, else the defaults. */
export function bodyOf<Word extends PageWord>(state: ProgramState, word: Word): ProgramDocument[Word] {
  const page = state.pages.find((one) => one.word === word);
  const body = page?.draft?.body ?? page?.proposed?.body ?? page?.inForce?.body;
  // The server has parsed the body by the fields of this page, defaults filled in, before it was ever stored.
  return (body ?? untouched[word]) as ProgramDocument[Word];
}

/** The whole program as it stands now. */
export function documentOf(state: ProgramState): ProgramDocument {
  return Object.fromEntries(
    state.pages.map(({ word }) => [word, bodyOf(state, word)]),
  ) as unknown as ProgramDocument;
}
