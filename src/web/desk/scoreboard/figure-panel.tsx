import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FigureRow, FigureRows } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { Unknown } from '../../ui/values.tsx';
import { useDesk } from '../desk-context.ts';
import { useBoard, useMoney } from './board-context.tsx';
import { definitionsOf, figureTitle } from './figure-names.ts';
import panelClasses from './figure-panel.module.css';
import { ForecastBasis } from './forecast-basis.tsx';
import { AllIndicators } from './indicators-tile.tsx';
import { MissingList } from './missing-tile.tsx';
import { readFigureRows } from './scoreboard-data.ts';
import tileClasses from './tile.module.css';
import { DefinitionTexts, FreshnessText, useDefinitionsVersion } from './tile.tsx';

const panels = {
  missing: { title: 'What would make these numbers better', body: <MissingList /> },
  indicators: { title: 'What may come, by archetype', body: <AllIndicators /> },
};

/** The panel that the address asks for: the rows behind a figure, or more of a part of the board. */
export function BoardPanel(): ReactNode {
  const url = useUrlState();
  const board = useBoard();
  const figure = url.get('figure');
  const name = url.get('panel');
  const panel = name === 'missing' || name === 'indicators' ? panels[name] : null;
  return (
    <SidePanel
      opened={figure !== undefined || panel !== null}
      onClose={() => url.set({ figure: undefined, panel: undefined })}
      title={figure === undefined ? (panel?.title ?? '') : figureTitle(figure, board)}
    >
      {figure === undefined ? panel?.body : <FigureBody key={figure} figure={figure} />}
    </SidePanel>
  );
}

function FigureBody(props: { figure: string }): ReactNode {
  const { slug } = useDesk();
  const { asOf, isToday } = useBoard();
  const rows = useInfiniteQuery({
    queryKey: ['scoreboard', slug, isToday ? 'today' : asOf, 'rows', props.figure],
    queryFn: ({ pageParam }) =>
      readFigureRows(slug, { figure: props.figure, asOf: isToday ? undefined : asOf, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const version = useDefinitionsVersion();
  const first = rows.data?.pages[0];
  const items = rows.data?.pages.flatMap((page) => page.items);
  const names = definitionsOf(props.figure);
  return (
    <Stack gap="md">
      <div className={panelClasses.computed}>
        <h3>How is this computed?</h3>
        <DefinitionTexts names={names} />
        <ForecastBasis figure={props.figure} />
        <p className={tileClasses.line}>
          Computed by {version}. <FreshnessText />
        </p>
      </div>
      {first === undefined ? null : <SumLine rows={first} />}
      {rows.error !== null ? <ErrorState error={rows.error} onRetry={() => void rows.refetch()} /> : null}
      {rows.error !== null ? null : <RowTable rows={items} first={first} />}
      {rows.hasNextPage ? (
        <Group justify="center">
          <Button
            variant="default"
            loading={rows.isFetchingNextPage}
            onClick={() => void rows.fetchNextPage()}
          >
            Show more
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function SumLine(props: { rows: FigureRows }): ReactNode {
  const format = useFormat();
  const { rows, rowsWithoutAmount, unit } = props.rows;
  const sum = useContribution(props.rows);
  const count = `${format.count(rows)} ${rows === 1 ? 'deal' : 'deals'}`;
  return (
    <Text size="sm" component="p" className={panelClasses.sum ?? ''}>
      <strong>{sum(props.rows.total)}</strong> {unit === 'deals' ? '' : `from ${count}`}
      {rowsWithoutAmount === 0 ? '' : `, ${format.count(rowsWithoutAmount)} of them without a known amount`}
    </Text>
  );
}

/** A contribution in the unit of its figure. */
function useContribution(rows: Pick<FigureRows, 'unit'> | undefined): (value: number | null) => string {
  const money = useMoney();
  const format = useFormat();
  return (value) => {
    if (rows?.unit === 'minor') return money.full(value);
    if (value === null) return format.count(null);
    const words = { deals: 'deal', days: 'day', wins: 'win', minor: '' }[rows?.unit ?? 'deals'];
    return `${format.count(value)} ${words}${value === 1 ? '' : 's'}`;
  };
}

function RowTable(props: { rows: FigureRow[] | undefined; first: FigureRows | undefined }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const say = useContribution(props.first);
  const complete = props.first !== undefined && props.rows?.length === props.first.rows;
  const columns: Column<FigureRow>[] = [
    {
      key: 'name',
      header: 'Deal',
      cell: (row) => (
        <>
          {row.name}
          <span className={panelClasses.second}>
            {[row.partnerName, row.outcome, row.isUnproven ? 'unproven' : null].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
      foot: complete ? 'Sum of these deals' : `Sum of all ${format.count(props.first?.rows ?? 0)} deals`,
    },
    {
      key: 'amount',
      header: 'Adds',
      number: true,
      cell: (row) =>
        row.contribution === null ? <Unknown why="Its amount is not known" /> : say(row.contribution),
      foot: props.first === undefined ? '' : say(props.first.total),
    },
    {
      key: 'partner',
      header: 'Partner',
      wideOnly: true,
      cell: (row) => (
        <>
          {row.partnerName ?? <Unknown why="No partner" />}{' '}
          {row.isUnproven ? <Badge size="sm">unproven</Badge> : null}
          {row.isDisputed ? (
            <Badge size="sm" color="amber">
              disputed
            </Badge>
          ) : null}
        </>
      ),
      foot: '',
    },
    { key: 'outcome', header: 'Outcome', short: true, cell: (row) => row.outcome, wideOnly: true, foot: '' },
    {
      key: 'entered',
      header: 'Pipeline since',
      short: true,
      cell: (row) => format.day(row.enteredOn),
      wideOnly: true,
      foot: '',
    },
    {
      key: 'close',
      header: 'Closed or expected',
      short: true,
      cell: (row) => format.day(row.closedOn ?? row.expectedCloseOn),
      wideOnly: true,
      foot: '',
    },
  ];
  return (
    <DataTable
      label="Deals behind this figure"
      rows={props.rows}
      rowKey={(row) => row.opportunityId}
      rowHref={(row) => paths.opportunity(slug, row.opportunityId)}
      columns={columns}
      empty={
        <Text size="sm" c="dimmed">
          No deal stands behind this figure.
        </Text>
      }
    />
  );
}
