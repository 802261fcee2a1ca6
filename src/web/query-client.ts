import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const mayRepeat = new Set([0, 429, 502, 503, 504]);

/** Answers are fresh for half a minute; only failures that may pass by themselves are tried again, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ApiProblem) || mayRepeat.has(error.problem.status)),
    },
    mutations: { retry: false },
  },
});
