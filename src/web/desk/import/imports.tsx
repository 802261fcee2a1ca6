import { Badge, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { RelativeTime } from '../../ui/values.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { type Import, importsQuery } from './import-data.ts';
import { kinds } from './kinds.ts';
import { OpeningBalanceCard } from './opening-balance.tsx';
import { SampleFiles } from './sample-files.tsx';
import { UndoImport } from './undo-import.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** What was imported, newest first, each with a way to undo it as a whole. */
export function Imports(): ReactNode {
  const { slug } = useDesk();
  const mayRun = useMay('import.run');
  const format = useFormat();
  const url = useUrlState();
  const imports = useQuery(importsQuery(slug, url.get('cursor')));
  const [undoing, setUndoing] = useState<Import | null>(null);
  const rows = imports.data?.items;
  const isEmpty = rows?.length === 0 && url.get('cursor') === undefined;
  return (
    <Page
      title="Imports"
      lead="Files that brought deals, accounts and partners in. Each can be undone as a whole."
      actions={
        mayRun && !isEmpty ? (
          <Button component="a" href={paths.newImport(slug)}>
            Import files
          </Button>
        ) : null
      }
    >
      <DataTable
        label="Imports"
        rows={rows}
        error={imports.error}
        onRetry={() => void imports.refetch()}
        rowKey={(one) => one.importId}
        rowHref={(one) => paths.importRun(slug, one.importId)}
        empty={
          mayRun ? (
            <Stack gap="md" maw="44rem">
              <Text>
                Nothing was imported yet. Drop the export that you have; you see what it would do first.
              </Text>
              <UploadPanel />
              <SampleFiles />
            </Stack>
          ) : (
            <Text>Nothing was imported yet.</Text>
          )
        }
        columns={[
          { key: 'file', header: 'File', cell: (one) => `${one.number}. ${one.fileName}` },
          { key: 'kind', header: 'Rows are', cell: (one) => kinds[one.kind].many },
          { key: 'source', header: 'From', cell: (one) => one.source, wideOnly: true },
          {
            key: 'new',
            header: 'New',
            number: true,
            cell: (one) => format.count(one.counts.create ?? 0),
          },
          {
            key: 'changed',
            header: 'Changed',
            number: true,
            cell: (one) => format.count(one.counts.update ?? 0),
          },
          {
            key: 'rejected',
            header: 'Left out',
            number: true,
            cell: (one) => format.count((one.counts.reject ?? 0) + (one.counts.skip ?? 0)),
            wideOnly: true,
          },
          {
            key: 'when',
            header: 'Imported',
            cell: (one) => (
              <>
                <RelativeTime at={one.committedAt} /> by {one.committedBy}
              </>
            ),
          },
          {
            key: 'state',
            header: 'Undo',
            cell: (one) =>
              one.withdrawnAt !== null ? (
                <Badge color="amber">undone {format.instant(one.withdrawnAt)}</Badge>
              ) : mayRun ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Undo the import of ${one.fileName}`}
                  onClick={() => setUndoing(one)}
                >
                  Undo
                </Button>
              ) : null,
          },
        ]}
      />
      {rows === undefined || isEmpty ? null : (
        <Pager shown={rows.length} nextCursor={imports.data?.nextCursor ?? null} />
      )}
      <OpeningBalanceCard />
      <UndoImport import={undoing} onClose={() => setUndoing(null)} />
    </Page>
  );
}
