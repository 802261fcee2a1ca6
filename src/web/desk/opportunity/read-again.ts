import { useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk-context.ts';

/** Reads again what an act on a deal may change: the deal, its credit, the lists and the scoreboard. */
export function useReadAgain(): () => Promise<void> {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return async () => {
    const words = ['opportunity', 'opportunities', 'scoreboard', 'partners', 'partner'];
    await Promise.all(words.map((word) => queries.invalidateQueries({ queryKey: [word, slug] })));
  };
}
