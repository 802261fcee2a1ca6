import { queryOptions } from '@tanstack/react-query';
import type { FigureRows, Scoreboard } from '#core/scoreboard/payload.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';

/** The whole screen, as of today or of a past day. */
export function scoreboardQuery(org: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['scoreboard', org, asOf ?? 'today'],
    queryFn: async () =>
      (await take(
        api.GET('/api/v1/o/{org}/scoreboard', { params: { path: { org }, query: given({ asOf }) } }),
      )) as Scoreboard,
  });
}

/** A page of the rows behind a figure. */
export async function readFigureRows(
  org: string,
  query: { figure: string; asOf: string | undefined; cursor: string | undefined },
): Promise<FigureRows> {
  const rows = await take(
    api.GET('/api/v1/o/{org}/scoreboard/rows', {
      params: { path: { org }, query: given({ ...query, limit: 100 }) },
    }),
  );
  return rows as FigureRows;
}

const logged = new Set<string>();

/** Logs once per visit that this person opened the scoreboard. A failure is not worth a word to the reader. */
export function logOpeningOnce(org: string): void {
  if (logged.has(org)) return;
  logged.add(org);
  void api
    .POST('/api/v1/o/{org}/scoreboard/openings', { params: { path: { org } } })
    .catch(() => logged.delete(org));
}
