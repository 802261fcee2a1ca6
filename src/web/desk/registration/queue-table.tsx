import { Badge, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { paths } from '../../paths.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { MoneyText, Unknown } from '../../ui/values.tsx';
import { useDesk } from '../desk-context.ts';
import { moneyOf } from '../opportunity/opportunity-words.ts';
import classes from './registration.module.css';
import type { Group, RegistrationItem } from './registration-data.ts';

export type QueueTableProps = {
  group: Group;
  rows: readonly RegistrationItem[] | undefined;
  error: unknown;
  onRetry: () => void;
  empty: ReactNode;
  /** All rows are one partner's, which the page names already. */
  ofOnePartner?: boolean;
  /** Null: nobody is selecting. */
  selected: ReadonlySet<string> | null;
  /** `isRange`: with all rows since the one before. Left out: nothing can be selected. */
  onSelect?: ((row: RegistrationItem, isRange: boolean) => void) | undefined;
};

/** The rows of the queue. With the keyboard: j and k move, Enter opens, x selects, with Shift all rows since the last. */
export function QueueTable(props: QueueTableProps): ReactNode {
  const { group, rows, selected, onSelect, ofOnePartner } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const hrefOf = (row: RegistrationItem) => paths.registration(slug, String(row.number));
  useShortcut('x', 'Select the row; with Shift all since the last', 'Registrations', ({ shiftKey }) => {
    if (onSelect === undefined) return false;
    const href = document.activeElement?.closest('tr')?.dataset.href;
    const row = rows?.find((one) => hrefOf(one) === href);
    if (row !== undefined) onSelect(row, shiftKey);
    return row !== undefined;
  });
  const value: Column<RegistrationItem> = {
    key: 'value',
    header: 'Value a year',
    number: true,
    wideOnly: true,
    cell: (row) => <MoneyText value={moneyOf(row.value?.minor ?? null, row.value?.currency ?? null)} />,
  };
  const partner: Column<RegistrationItem> = ofOnePartner
    ? { key: 'rep', header: 'Rep', wideOnly: true, cell: (row) => row.rep ?? <Unknown /> }
    : {
        key: 'partner',
        header: 'Partner',
        wideOnly: true,
        cell: (row) => (
          <>
            {row.partner.name}
            {row.rep === null ? null : <span className={classes.second}>{row.rep}</span>}
          </>
        ),
      };
  const state: Column<RegistrationItem> = {
    key: 'state',
    header: 'State',
    short: true,
    wideOnly: true,
    cell: (row) => <StateBadge row={row} />,
  };
  const columns: Readonly<Record<Group, readonly Column<RegistrationItem>[]>> = {
    waiting: [
      partner,
      value,
      state,
      { key: 'checks', header: 'Checks', short: true, wideOnly: true, cell: checksWords },
      {
        key: 'due',
        header: 'Due',
        short: true,
        cell: (row) => <Due row={row} />,
      },
    ],
    protected: [
      partner,
      value,
      state,
      {
        key: 'until',
        header: 'Protected up to',
        short: true,
        cell: (row) =>
          row.protectedUntil === null ? (
            <Unknown why="Its protection is over or has no end" />
          ) : (
            format.day(addDays(row.protectedUntil as LocalDate, -1))
          ),
      },
      {
        key: 'ae',
        header: 'AE',
        wideOnly: true,
        cell: (row) => row.ae ?? <Unknown why="No AE is named yet" />,
      },
    ],
    over: [
      partner,
      value,
      state,
      {
        key: 'sent',
        header: 'Sent',
        short: true,
        cell: (row) => format.day(row.submittedOn),
      },
    ],
  };
  return (
    <DataTable
      label="Registrations"
      rows={rows}
      error={props.error}
      onRetry={props.onRetry}
      rowKey={(row) => row.registrationId}
      rowHref={hrefOf}
      empty={props.empty}
      columns={[
        {
          key: 'customer',
          header: 'Customer',
          cell: (row) => (
            <>
              {row.number}. {row.customer}
              <span className={classes.second}>
                {[row.domain, row.country].filter(Boolean).join(' · ') || 'no domain'}
              </span>
              <span className={`${classes.second} ${classes.narrowOnly}`}>
                {ofOnePartner === true ? '' : `${row.partner.name} · `}
                {row.stateWords}
              </span>
            </>
          ),
        },
        ...columns[group],
        ...(selected === null
          ? []
          : [
              {
                key: 'select',
                header: 'Select',
                cell: (row: RegistrationItem) => (
                  <Checkbox
                    aria-label={`Select registration ${row.number}`}
                    checked={selected.has(row.registrationId)}
                    onChange={({ nativeEvent }) =>
                      onSelect?.(row, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                    }
                  />
                ),
              },
            ]),
      ]}
    />
  );
}

function StateBadge(props: { row: RegistrationItem }): ReactNode {
  const { state, stateWords } = props.row;
  const color = state === 'conflict' || state === 'appealed' ? 'amber' : 'gray';
  return <Badge color={color}>{stateWords}</Badge>;
}

function checksWords({ asks, stops }: RegistrationItem): string {
  if (asks + stops === 0) return 'all pass';
  const said = [...(stops === 0 ? [] : [`${stops} against`]), ...(asks === 0 ? [] : [`${asks} to look at`])];
  return said.join(', ');
}

function Due(props: { row: RegistrationItem }): ReactNode {
  const { dueOn, isLate } = props.row;
  const format = useFormat();
  if (dueOn === null) return <Unknown />;
  return isLate ? (
    <span className={classes.late}>late since {format.dayShort(dueOn)}</span>
  ) : (
    <>by {format.dayShort(dueOn)}</>
  );
}
