import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CurrencyCode } from '#core/money.ts';
import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { CreditPlaces } from '../credit-places.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { stateText, waitingText } from './quarter-words.ts';
import classes from './quarters.module.css';
import { type QuarterLine, quartersQuery } from './quarters-data.ts';

/** The quarters: which are closed, what they were booked at, and what waits for Finance. */
export function QuartersPage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const mayClose = useMay('quarter.close');
  const [closing, setClosing] = useState<QuarterLine | null>(null);
  const quarters = useQuery(quartersQuery(slug));
  const currency = (quarters.data?.currency ?? 'EUR') as CurrencyCode;
  const wonOf = ({ headline }: QuarterLine) => headline.find((one) => one.measure === 'closed_won');
  const money = (minor: number | undefined) =>
    minor === undefined ? <span className={classes.quiet}>–</span> : format.money({ minor, currency });
  const columns: readonly Column<QuarterLine>[] = [
    {
      key: 'quarter',
      header: 'Quarter',
      short: true,
      cell: ({ quarter, state }) =>
        state === 'closed' ? (
          <a href={paths.creditQuarter(slug, quarter.start)} data-row-link>
            {oneLine(quarter.label)}
          </a>
        ) : (
          oneLine(quarter.label)
        ),
    },
    { key: 'state', header: 'State', cell: (line) => stateText(line, format) },
    {
      key: 'on',
      header: 'Closed',
      short: true,
      wideOnly: true,
      cell: ({ close }) => (close === null ? '' : format.instant(close.at)),
    },
    {
      key: 'won',
      header: 'Sourced closed-won',
      number: true,
      cell: (line) => money(wonOf(line)?.frozenMinor),
    },
    {
      key: 'accepted',
      header: 'Accepted since',
      number: true,
      wideOnly: true,
      cell: (line) => money(wonOf(line)?.acceptedMinor),
    },
    {
      key: 'waiting',
      header: 'Waiting',
      cell: ({ state, waiting }) =>
        state !== 'closed' ? (
          ''
        ) : (
          <span className={waiting > 0 ? classes.exception : classes.quiet}>{waitingText(waiting)}</span>
        ),
    },
    ...(mayClose
      ? [
          {
            key: 'act',
            header: 'Close',
            cell: (line: QuarterLine) =>
              line.refusal === null ? (
                <Button size="compact-sm" variant="default" onClick={() => setClosing(line)}>
                  Close
                </Button>
              ) : (
                ''
              ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title="Quarters"
      lead="A closed quarter stays as it was booked. Later facts stand beside it as restatements, until the CFO accepts or refuses them."
    >
      <CreditPlaces />
      <DataTable
        label="Quarters"
        columns={columns}
        rows={quarters.data?.items}
        rowKey={({ quarter }) => quarter.start}
        error={quarters.error}
        onRetry={() => void quarters.refetch()}
        empty={
          <EmptyState title="No quarter yet">
            A quarter can be closed once its last day has passed.
          </EmptyState>
        }
      />
      {closing === null ? null : (
        <CloseDialog
          startsOn={closing.quarter.start}
          label={closing.quarter.label}
          onClose={() => setClosing(null)}
        />
      )}
    </Page>
  );
}

function oneLine(label: string): string {
  return label.replaceAll(' ', '\u00a0');
}
