import { Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './import.module.css';

/** The scoreboard of today: what it lacks, and how old its newest deal is. */
export function scoreboardQuery(org: string) {
  return queryOptions({
    queryKey: ['scoreboard-after-import', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/scoreboard', { params: { path: { org } } })),
  });
}

/** What the scoreboard still lacks, each with what to do about it. Nothing if it lacks nothing. */
export function MissingForBetterNumbers(): ReactNode {
  const { slug } = useDesk();
  const mayRead = useMay('scoreboard.read');
  const scoreboard = useQuery({ ...scoreboardQuery(slug), enabled: mayRead });
  const missing = scoreboard.data?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2}>What is missing for better numbers</Title>
        <ul className={classes.rows}>
          {missing.map((gap) => (
            <li key={gap.code} className={classes.problem}>
              <Text size="sm" fw={600}>
                {gap.text}
              </Text>
              <Text size="sm" c="dimmed">
                {gap.repair}
              </Text>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}
