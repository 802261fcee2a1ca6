import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { Unknown } from '../../ui/values.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { directOnlyQuery } from './registration-data.ts';

type ChosenFile = { readonly name: string; readonly text: string };

/** DR-14: the accounts that are sold to directly, with the age of the list; a file replaces it whole. */
export function DirectOnlyPage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const mayArrange = useMay('registration.arrange');
  const accounts = useQuery(directOnlyQuery(slug, url.get('cursor')));
  const { list, limitDays, items, nextCursor } = accounts.data ?? {};
  return (
    <Page
      title="Direct-only accounts"
      up={{ label: 'Registrations', href: paths.registrations(slug) }}
      lead="Accounts that your own sales serve. Partners know the list, and registering one of them is answered at once."
    >
      {list === undefined || list === null ? null : (
        <Group gap="sm">
          <Badge color={list.isOld ? 'red' : 'gray'}>{list.isOld ? 'too old' : 'in force'}</Badge>
          <Text size="sm">
            {format.count(list.count)} {list.count === 1 ? 'account' : 'accounts'}, put in on{' '}
            {format.day(list.refreshedOn)} by {list.keptBy},{' '}
            {list.age === 0 ? 'today' : `${list.age} days ago`}.{' '}
            {limitDays === null || limitDays === undefined
              ? ''
              : list.isOld
                ? `After ${limitDays} days it rejects nothing any more; it only asks a person. Put a fresh one in.`
                : `It counts for ${limitDays} days.`}
          </Text>
        </Group>
      )}
      {mayArrange && accounts.data !== undefined ? <Replace count={list?.count ?? 0} /> : null}
      <DataTable
        label="Direct-only accounts"
        rows={items}
        error={accounts.error}
        onRetry={() => void accounts.refetch()}
        rowKey={(row) => `${row.name} ${row.domain} ${row.country}`}
        columns={[
          { key: 'name', header: 'Account', cell: (row) => row.name },
          { key: 'domain', header: 'Domain', cell: (row) => row.domain ?? <Unknown /> },
          { key: 'country', header: 'Country', short: true, cell: (row) => row.country ?? <Unknown /> },
        ]}
        empty={
          <EmptyState title={list === null ? 'No list was given yet' : 'The list is empty'}>
            Without it every account is open to partners. Put a CSV with the columns name, domain and country
            in; a row without a domain needs a country. Refresh it each quarter: an old list asks a person and
            rejects nothing.
          </EmptyState>
        }
      />
      {items === undefined || items.length === 0 ? null : (
        <Pager shown={items.length} total={list?.count} nextCursor={nextCursor ?? null} />
      )}
    </Page>
  );
}

function Replace(props: { count: number }): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const replace = useMutation({
    mutationFn: (csv: string) =>
      take(
        api.PUT('/api/v1/o/{org}/direct-only-accounts', { params: { path: { org: slug } }, body: { csv } }),
      ),
    onSuccess: async ({ count }) => {
      setFile(null);
      toastDone(`The list is replaced: ${count} ${count === 1 ? 'account' : 'accounts'}.`);
      await queries.invalidateQueries({ queryKey: ['direct-only', slug] });
    },
  });
  const choose = async ([first]: readonly File[]): Promise<void> => {
    if (first === undefined) return;
    replace.reset();
    setFile({ name: first.name, text: textOf(await first.arrayBuffer()) });
  };
  return (
    <Card>
      <Title order={2} mb="xs">
        Replace the list
      </Title>
      <FileDrop
        label="Choose a CSV"
        hint="With the columns name, domain and country. It replaces the whole list, or nothing where a cell is wrong."
        accept=".csv,.txt"
        onFiles={(files) => void choose(files)}
      />
      {file === null ? null : (
        <Dialog opened onClose={() => setFile(null)} title={`Replace the list by ${file.name}`} size="lg">
          <Stack gap="md">
            {replace.error === null ? (
              <Text size="sm">
                The {props.count === 1 ? 'account' : `${props.count} accounts`} of today’s list make room for
                those of the file. What was decided by the old list stays decided.
              </Text>
            ) : (
              <ErrorState error={replace.error} />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setFile(null)}>
                Keep the list
              </Button>
              <Button
                loading={replace.isPending}
                disabled={replace.error !== null}
                onClick={() => replace.mutate(file.text)}
                data-autofocus
              >
                Replace it
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Card>
  );
}

/** The text of a file: UTF-8, or what spreadsheets of Western Europe write where it is none. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
