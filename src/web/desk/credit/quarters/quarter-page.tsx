import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CurrencyCode } from '#core/money.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.tsx';
import { Unknown } from '../../../ui/values.tsx';
import { useDesk } from '../../desk-context.ts';
import { FiguresTable } from './figures-table.tsx';
import { classLabels, measureLabels } from './quarter-words.ts';
import classes from './quarters.module.css';
import { type FrozenDeal, quarterQuery, type Restatement } from './quarters-data.ts';
import { RestatementItem } from './restatement-item.tsx';

/** A closed quarter: as booked, what waits beside it, what was decided, and every deal that was booked. */
export function QuarterPage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const { startsOn = '' } = useParams({ strict: false }) as { startsOn?: string };
  const quarter = useQuery(quarterQuery(slug, startsOn));
  const up = { label: 'Quarters', href: paths.creditQuarters(slug) };
  if (quarter.error !== null) {
    return (
      <Page title="Quarter" up={up}>
        <ErrorState error={quarter.error} onRetry={() => void quarter.refetch()} />
      </Page>
    );
  }
  if (quarter.data === undefined) return <Loading rows={10} label="Loading the quarter" />;
  const { close, figures, deals, restatements } = quarter.data;
  const waiting = restatements.filter(({ decision }) => decision === null);
  const decided = restatements.filter(({ decision }) => decision !== null);
  return (
    <Page
      title={quarter.data.quarter.label}
      up={up}
      lead={`Closed by ${close.by}, ${format.instant(close.at)}, with ${format.count(close.deals)} deals.`}
    >
      <Card>
        <Title order={2}>The figures</Title>
        <FiguresTable figures={figures} currency={close.currency} />
        <Text size="xs" c="dimmed" mt="sm">
          “Accepted since” and “waiting” are never part of what was booked. The number in brackets counts the
          restatements.
        </Text>
      </Card>
      <RestatementList
        title="Waiting for Finance"
        items={waiting}
        currency={close.currency}
        empty="No restatement waits. When a fact comes that would change a deal of this quarter, it stands here."
      />
      {decided.length === 0 ? null : (
        <RestatementList title="Decided" items={decided} currency={close.currency} empty="" />
      )}
      <Title order={2}>Deals as booked</Title>
      <BookedDeals deals={deals} currency={close.currency as CurrencyCode} />
      <Text size="xs" c="dimmed">
        Fingerprint of the frozen rows: <span className={classes.hash}>{close.frozenHash}</span>. The check
        “every closed quarter is as it was frozen” of bin/tandem doctor computes it again.
      </Text>
    </Page>
  );
}

function RestatementList(props: {
  title: string;
  items: readonly Restatement[];
  currency: string;
  empty: string;
}): ReactNode {
  return (
    <Card>
      <section aria-label={props.title}>
        <Title order={2}>{props.title}</Title>
        {props.items.length === 0 ? (
          <Text c="dimmed" mt="xs" maw="44rem">
            {props.empty}
          </Text>
        ) : (
          <ul className={classes.items}>
            {props.items.map((one) => (
              <RestatementItem key={one.restatementId} restatement={one} currency={props.currency} />
            ))}
          </ul>
        )}
      </section>
    </Card>
  );
}

function BookedDeals(props: { deals: readonly FrozenDeal[]; currency: CurrencyCode }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const columns: readonly Column<FrozenDeal>[] = [
    {
      key: 'deal',
      header: 'Deal',
      cell: ({ number, name }) => `#${number} ${name}`,
    },
    { key: 'figure', header: 'Figure', short: true, cell: ({ measure }) => measureLabels[measure] },
    {
      key: 'class',
      header: 'Credit',
      short: true,
      cell: ({ class: creditClass, coSold }) =>
        `${classLabels[creditClass]}${coSold && creditClass === 'sourced' ? ', co-sold' : ''}`,
    },
    { key: 'partner', header: 'Partner', wideOnly: true, cell: ({ partner }) => partner ?? '' },
    {
      key: 'amount',
      header: 'Amount',
      number: true,
      cell: ({ amountMinor }) =>
        amountMinor === null ? (
          <Unknown why="No known amount" />
        ) : (
          format.money({ minor: amountMinor, currency: props.currency })
        ),
    },
  ];
  return (
    <DataTable
      label="Deals as booked"
      columns={columns}
      rows={props.deals}
      rowKey={({ measure, opportunityId }) => `${measure} ${opportunityId}`}
      rowHref={({ opportunityId }) => paths.opportunity(slug, opportunityId)}
      empty={
        <EmptyState title="No deal was booked">
          No partner had credit for a deal that began or was won in this quarter.
        </EmptyState>
      }
    />
  );
}
