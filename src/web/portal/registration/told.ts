import { type QueryClient, useQueryClient } from '@tanstack/react-query';

const keyOf = (number: number) => ['portal', 'told-at-once', number] as const;

/** Keeps what the server told about a registration when it was sent, for the page that comes next. */
export function keepTold(queries: QueryClient, number: number, notes: readonly string[]): void {
  queries.setQueryData(keyOf(number), notes);
}

/** What was told when it was sent just now. */
export function useToldAtOnce(number: number): readonly string[] {
  return useQueryClient().getQueryData<readonly string[]>(keyOf(number)) ?? [];
}
