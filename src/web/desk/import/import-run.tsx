import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { Counts } from './counts.tsx';
import { fieldLabel } from './fields.ts';
import classes from './import.module.css';
import { type Import, type ImportMapping, importQuery } from './import-data.ts';
import { kinds } from './kinds.ts';
import { UndoImport } from './undo-import.tsx';

/** One import: what came of its rows, how its columns were read, and the way to undo it. */
export function ImportRun(): ReactNode {
  const { slug } = useDesk();
  const mayRun = useMay('import.run');
  const { importId = '' } = useParams({ strict: false }) as { importId?: string };
  const run = useQuery(importQuery(slug, importId));
  const [undoing, setUndoing] = useState<Import | null>(null);
  const one = run.data;
  return (
    <Page
      title={one === undefined ? 'Import' : `Import ${one.number}: ${one.fileName}`}
      up={{ label: 'Imports', href: paths.imports(slug) }}
      actions={
        one !== undefined && one.withdrawnAt === null && mayRun ? (
          <Button variant="default" onClick={() => setUndoing(one)}>
            Undo the import
          </Button>
        ) : null
      }
    >
      {run.error !== null ? (
        <ErrorState error={run.error} onRetry={() => void run.refetch()} />
      ) : one === undefined ? (
        <Loading rows={6} label="Loading the import" />
      ) : (
        <Facts one={one} />
      )}
      <UndoImport import={undoing} onClose={() => setUndoing(null)} />
    </Page>
  );
}

function Facts(props: { one: Import }): ReactNode {
  const { one } = props;
  const format = useFormat();
  return (
    <Stack gap="md">
      {one.withdrawnAt === null ? null : (
        <Alert color="amber" title="Undone">
          {one.withdrawnBy ?? 'Somebody'} undid this import on {format.instant(one.withdrawnAt)}. Its rows no
          longer count anywhere.
        </Alert>
      )}
      <Text size="sm">
        {kinds[one.kind].label} from {one.source}, imported by {one.committedBy} on{' '}
        {format.instant(one.committedAt)}.
      </Text>
      <Counts counts={one.counts} words={kinds[one.kind]} />
      <Card>
        <Title order={2}>How it was read</Title>
        <ul className={classes.rows}>
          {mappingLines(one.mapping).map(([what, how]) => (
            <li key={`${what} ${how}`} className={classes.value}>
              <Text size="sm">{what}</Text>
              <span aria-hidden="true" />
              <Text size="sm" c="dimmed">
                {how}
              </Text>
            </li>
          ))}
        </ul>
      </Card>
    </Stack>
  );
}

/** A mapping in words, line by line: the column and what it meant. */
export function mappingLines(mapping: ImportMapping): [string, string][] {
  const stages = Object.entries(mapping.stages ?? {}).map(([name, stage]): [string, string] => [
    `Stage ${name}`,
    stage.ignore === true
      ? 'no stage'
      : `${stage.outcome ?? 'open'}${stage.entry === true ? ', pipeline from here' : ''}`,
  ]);
  return [
    ...Object.entries(mapping.columns).map(([field, column]): [string, string] => [
      column,
      fieldLabel(field),
    ]),
    ...Object.entries(mapping.stageColumns ?? {}).map(([column, stage]): [string, string] => [
      column,
      `Date it came to ${stage}`,
    ]),
    ...(mapping.partner === undefined
      ? []
      : [[mapping.partner.column, 'Partner, by its values'] satisfies [string, string]]),
    ...stages,
    ...(mapping.dateOrder === undefined ? [] : [dateLine(mapping.dateOrder)]),
    ...(mapping.currency === undefined ? [] : [['Currency', mapping.currency] satisfies [string, string]]),
  ];
}

function dateLine(order: 'mdy' | 'dmy' | 'ymd'): [string, string] {
  return ['Dates', { mdy: 'month first', dmy: 'day first', ymd: 'year first' }[order]];
}
