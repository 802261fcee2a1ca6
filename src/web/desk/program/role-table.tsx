import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RoleTable as Roles, RoleTableRow } from '#core/attribution/policy.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { roleTableOf } from './policy-values.ts';
import { cellText, renewalText } from './policy-words.ts';
import classes from './program.module.css';

/** What each partner role earns at each stage of a deal, and the evidence that it asks for. */
export function RoleTable(props: { body: unknown }): ReactNode {
  const table: Roles = roleTableOf(props.body);
  const rows = Object.values(table);
  const stages = rows[0]?.byStage.length ?? 0;
  const columns: Column<RoleTableRow>[] = [
    { key: 'role', header: 'Role', cell: (row) => row.label },
    ...Array.from({ length: stages }, (_, stage) => ({
      key: `stage ${stage}`,
      header: `Stage ${stage}`,
      cell: (row: RoleTableRow) => <Cell text={cellText(row.byStage[stage] ?? null)} />,
    })),
    { key: 'renewal', header: 'Renewal', cell: (row) => <Cell text={renewalText(row.renewal)} /> },
    {
      key: 'evidence',
      header: 'Evidence',
      cell: (row) => <div className={classes.evidence}>{row.evidence}</div>,
    },
  ];
  return (
    <div>
      <Title order={3}>What a role earns</Title>
      <Text size="sm" c="dimmed" mb="xs">
        By the stage of the deal when it acted. A role at co-sold earns influenced until the co-sold settings
        above hold. Where it says “to decide”, the page leaves the case to people.
      </Text>
      <DataTable
        label="What a role earns by stage"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.label}
        empty={null}
      />
    </div>
  );
}

/** Cells that earn nothing of their own. */
const quiet = new Set(['to decide', 'by stage', 'No credit']);

function Cell(props: { text: string }): ReactNode {
  return <span className={quiet.has(props.text) ? classes.quietCell : classes.cell}>{props.text}</span>;
}
