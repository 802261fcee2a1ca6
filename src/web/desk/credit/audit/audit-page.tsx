import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { CreditPlaces } from '../credit-places.tsx';
import classes from './audit.module.css';
import { type SampleLine, samplesQuery, useDraw } from './audit-data.ts';
import { standingText } from './audit-words.ts';
import { CompletenessCard } from './completeness-card.tsx';
import { NamedList } from './named-list.tsx';

/** The audit for Finance: the monthly samples, who is named without an act, and how complete credit is. */
export function CreditAuditPage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const samples = useQuery(samplesQuery(slug));
  const limits = samples.data?.limits;
  return (
    <Page
      title="Audit of credit"
      lead={
        limits === undefined
          ? 'Each month Finance looks at some of the deals with partner credit.'
          : `Each month Finance looks at some of the deals with partner credit. The target is at most ${format.share(limits.target)} errors; above ${format.share(limits.most)} the figures are marked unaudited.`
      }
    >
      <CreditPlaces />
      {samples.data?.unaudited ? (
        <div className={classes.notice} role="status">
          <strong>The figures are unaudited.</strong> A sample had too many errors. The mark goes once a later
          sample is finished at the target or below.
        </div>
      ) : null}
      <Samples samples={samples} />
      <NamedList />
      <CompletenessCard />
    </Page>
  );
}

function Samples(props: { samples: ReturnType<typeof useQuery<{ items: SampleLine[] }>> }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const mayWork = useMay('audit_sample.work');
  const draw = useDraw();
  const { samples } = props;
  const onDraw = (month: string): void =>
    draw.mutate(month, {
      onSuccess: ({ size, population }) => toastDone(`Drawn: ${size} of ${population} deals.`),
    });
  const columns: readonly Column<SampleLine>[] = [
    {
      key: 'month',
      header: 'Month',
      short: true,
      cell: ({ month, sample }) => {
        const name = format.month(month);
        return sample === null ? (
          name
        ) : (
          <a href={paths.creditSample(slug, month)} data-row-link>
            {name}
          </a>
        );
      },
    },
    {
      key: 'population',
      header: 'Deals with credit',
      number: true,
      wideOnly: true,
      cell: ({ population }) => format.count(population),
    },
    {
      key: 'size',
      header: 'Drawn',
      number: true,
      cell: ({ sample }) => (sample === null ? '' : format.count(sample.size)),
    },
    {
      key: 'rate',
      header: 'Error rate',
      number: true,
      cell: ({ sample }) =>
        sample === null || sample.errorRate === null ? (
          ''
        ) : (
          <span className={sample.standing === 'too_many' ? classes.error : undefined}>
            {format.share(sample.errorRate, 1)}
          </span>
        ),
    },
    {
      key: 'standing',
      header: 'Standing',
      cell: ({ sample, population, month }) => {
        if (sample !== null) return standingText(sample);
        if (population === 0) return <span className={classes.quiet}>No deal had credit</span>;
        if (!mayWork) return <span className={classes.quiet}>Not drawn yet</span>;
        return (
          <Button
            size="compact-sm"
            variant="default"
            loading={draw.isPending && draw.variables === month}
            onClick={() => onDraw(month)}
          >
            Draw
          </Button>
        );
      },
    },
  ];
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2}>Monthly samples</Title>
      </Group>
      {draw.error === null ? null : <ErrorState error={draw.error} />}
      <DataTable
        label="Monthly samples"
        columns={columns}
        rows={samples.data?.items}
        rowKey={({ month }) => month}
        error={samples.error}
        onRetry={() => void samples.refetch()}
        empty={
          <EmptyState title="No month is over yet">A sample is drawn after the month it is of.</EmptyState>
        }
      />
      <Text size="xs" c="dimmed" mt="xs">
        Nobody picks the deals: the seed of a draw is the hash of the organization, the month and its deals.
        Anybody who draws again gets the same ones.
      </Text>
    </div>
  );
}
