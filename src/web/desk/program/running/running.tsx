import { Badge, Group, SegmentedControl, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { journeyStages } from '#core/journey/journey-stage.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useUrlState } from '../../../ui/url-state.ts';
import { useDesk } from '../../desk-context.ts';
import classes from './running.module.css';

/** The partners of a program that runs already, each with what it does and a proposal. */
export function runningQuery(org: string) {
  return queryOptions({
    queryKey: ['program-running', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/program/running', { params: { path: { org } } })),
  });
}

type RunningPartner = Awaited<
  ReturnType<NonNullable<ReturnType<typeof runningQuery>['queryFn']>>
>['partners'][number];

const sorts = {
  producing: { label: 'Producing', color: 'teal' },
  active: { label: 'Active', color: 'gray' },
  dormant: { label: 'Dormant', color: 'amber' },
  unknown: { label: 'Not known', color: 'gray' },
} as const;

/** A program that runs already: its partners sorted by what they do, with a proposal for each. */
export function Running(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const running = useQuery(runningQuery(slug));
  const shown = url.get('sort') ?? 'all';
  const counts = running.data?.counts;
  const total = counts === undefined ? 0 : counts.producing + counts.active + counts.dormant + counts.unknown;
  const hasStages = running.data?.partners.some((one) => one.openingStage !== null) ?? false;
  const rows = running.data?.partners.filter((one) => shown === 'all' || one.sort === shown);
  return (
    <Page
      title="Partners you have"
      lead="Sorted by what they do, not by what they signed. Each comes with a proposal: keep, cure with a dated path, or part with grace."
      up={{ label: 'Program', href: paths.program(slug) }}
    >
      {counts === undefined || total === 0 ? null : (
        <Group justify="space-between">
          <Text size="sm">
            {counts.producing} of {total} produce; {format.share(counts.dormant / total)} are dormant.
          </Text>
          <SegmentedControl
            aria-label="Which partners"
            className={classes.which ?? ''}
            value={shown}
            onChange={(value) => url.set({ sort: value === 'all' ? undefined : value })}
            data={[
              { value: 'all', label: `All ${total}` },
              ...Object.entries(sorts).map(([value, { label }]) => ({
                value,
                label: `${label} ${counts[value as keyof typeof sorts]}`,
              })),
            ]}
          />
        </Group>
      )}
      <DataTable
        label="Partners of the running program"
        rows={rows}
        error={running.error}
        onRetry={() => void running.refetch()}
        rowKey={(row) => row.partnerId}
        rowHref={(row) => paths.partner(slug, row.partnerId)}
        empty={
          <EmptyState
            title="No partner is here yet"
            action={{ label: 'Import partners', href: paths.newImport(slug) }}
          >
            Bring the partners that you have signed in from a file, with the day of signing and the stage in
            which each stands. They are then sorted here.
          </EmptyState>
        }
        columns={[
          { key: 'name', header: 'Partner', cell: (row) => row.name },
          {
            key: 'sort',
            header: 'Sorted',
            wideOnly: true,
            cell: (row) => <Badge color={sorts[row.sort].color}>{sorts[row.sort].label}</Badge>,
          },
          {
            key: 'proposal',
            header: 'Proposal, and what it rests on',
            cell: (row) => (
              <div className={classes.proposal}>
                {format.sentence(row.says)}
                <Text size="xs" c="dimmed">
                  {format.sentence(row.evidence)}
                </Text>
              </div>
            ),
          },
          { key: 'signed', header: 'Signed', short: true, cell: (row) => format.day(row.signedOn) },
          ...(hasStages
            ? [
                {
                  key: 'stage',
                  header: 'Came in as',
                  cell: (row: RunningPartner) =>
                    row.openingStage === null ? '—' : journeyStages[row.openingStage],
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}
