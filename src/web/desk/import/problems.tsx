import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import classes from './import.module.css';
import type { RejectGroup, TryResult } from './import-data.ts';

/** Problems by what repairs them: one line of what to do, then which rows and what stands in them. */
export function ProblemGroups(props: {
  title: string;
  groups: readonly RejectGroup[];
  /** Notes need nobody to act. */
  quiet?: boolean;
}): ReactNode {
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Title order={3}>{props.title}</Title>
      <ul className={classes.rows}>
        {props.groups.map((group) => (
          <li key={`${group.code} ${group.column} ${group.repair}`} className={classes.problem}>
            <Text fw={props.quiet === true ? undefined : 600} size="sm">
              {props.quiet === true ? noteText(group.repair) : group.repair}
            </Text>
            <Text size="sm" c="dimmed">
              {format.count(group.rows)} {group.rows === 1 ? 'row' : 'rows'}
              {group.column === null ? '' : `, column ${group.column}`}: expected {group.expected}, found{' '}
              {group.examples
                .slice(0, 3)
                .map(({ row, found }) => (row === null ? found : `${found} (row ${format.count(row)})`))
                .join('; ')}
              {group.rows > Math.min(3, group.examples.length) ? ' …' : ''}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** A note as a sentence of its own: there is nothing to do about it. */
export function noteText(repair: string): string {
  const text = repair.replace(/^Nothing: /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first rejected rows, one a line; the download has all of them. */
export function RejectedRows(props: { rejects: TryResult['rejects']; all: number }): ReactNode {
  const format = useFormat();
  const rows = props.rejects.map((reject, at) => ({ ...reject, at }));
  return (
    <Stack gap="xs">
      <DataTable
        label="Rejected rows"
        rows={rows}
        rowKey={({ at }) => String(at)}
        empty={null}
        columns={[
          { key: 'row', header: 'Row', cell: ({ row }) => format.count(row) },
          { key: 'column', header: 'Column', cell: ({ column }) => column ?? 'the whole row' },
          { key: 'expected', header: 'Expected', cell: ({ expected }) => expected },
          { key: 'found', header: 'Found', cell: ({ found }) => found },
          { key: 'repair', header: 'Repair', cell: ({ repair }) => repair, wideOnly: true },
        ]}
      />
      {props.all > rows.length ? (
        <Text size="sm" c="dimmed">
          The first {format.count(rows.length)} problems; the download has all {format.count(props.all)} rows.
        </Text>
      ) : null}
    </Stack>
  );
}
