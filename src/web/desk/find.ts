import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import type { Command } from '../ui/command-palette.tsx';

type Found = { kind: string; id: string; number: number; name: string; detail: string | null };

const groups: Readonly<Record<string, string>> = {
  opportunity: 'Deals',
  partner: 'Partners',
  account: 'Accounts',
};

/** Where a found record is shown; null for a kind that has no page. */
export function foundHref(slug: string, found: Pick<Found, 'kind' | 'id'>): string | null {
  if (found.kind === 'opportunity') return paths.opportunity(slug, found.id);
  if (found.kind === 'partner') return paths.partner(slug, found.id);
  return found.kind === 'account' ? paths.pipeline(slug, { accountId: found.id }) : null;
}

/** What the command palette finds as one types: deals, partners and accounts by name, deals by number. */
export function useFind(slug: string, mayFind: boolean) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 120);
  const found = useQuery({
    queryKey: ['find', slug, wanted],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/find', { params: { path: { org: slug }, query: { q: wanted } } })),
    enabled: mayFind && wanted !== '',
  });
  const items = wanted === '' || typed === '' ? undefined : found.data?.items;
  const commands = useMemo(
    () =>
      distinct(items ?? []).flatMap((item): Command[] => {
        const href = foundHref(slug, item);
        if (href === null) return [];
        const hint = [`#${item.number}`, item.detail].filter(Boolean).join(' · ');
        return [
          {
            id: `${item.kind} ${item.id}`,
            label: item.name,
            group: groups[item.kind] ?? item.kind,
            hint,
            run: () => router.history.push(href),
          },
        ];
      }),
    [items, slug, router],
  );
  return { found: commands, searching: typed !== wanted || found.isFetching, onQuery: setTyped };
}

/** A deal found by name and by number alike stands once. */
function distinct(items: readonly Found[]): Found[] {
  return [...new Map(items.map((item) => [`${item.kind} ${item.id}`, item])).values()];
}
