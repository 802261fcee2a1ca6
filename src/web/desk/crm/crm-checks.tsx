import { Badge, Button, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type CrmSystem, crmSystemNames, crmSystems } from '#core/attribution/crm-fields.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { RelativeTime } from '../../ui/values.tsx';
import { useDesk } from '../desk-context.ts';
import { uploadFile } from '../import/import-data.ts';
import { crmChecksQuery } from './crm-data.ts';
import { allDifferences } from './crm-words.ts';

/** Drop an export of the CRM: can it tag a deal, and does it hold what Tandem says? Below, the checks before. */
export function CrmChecks(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const checks = useQuery(crmChecksQuery(slug, url.get('cursor')));
  const rows = checks.data?.items;
  return (
    <Page
      title="CRM check"
      lead="Two questions to an export of your CRM: can it tag a deal that a partner brought, and does it hold what Tandem says? Nothing is changed by asking."
      up={{ label: 'CRM fields', href: paths.crmFields(slug) }}
    >
      <CheckFile />
      <Title order={2}>Checks</Title>
      <DataTable
        label="Checks of the CRM"
        rows={rows}
        error={checks.error}
        onRetry={() => void checks.refetch()}
        rowKey={(one) => one.checkId}
        rowHref={(one) => paths.crmCheck(slug, one.checkId)}
        empty={
          <Text c="dimmed" maw="44rem">
            Nothing was checked yet. Before the first file goes to the CRM, a check says what to add to it;
            afterwards it proves what arrived.
          </Text>
        }
        columns={[
          { key: 'file', header: 'File', cell: (one) => one.fileName },
          { key: 'system', header: 'CRM', cell: (one) => crmSystemNames[one.system], wideOnly: true },
          {
            key: 'tag',
            header: 'Can tag a deal',
            short: true,
            cell: (one) =>
              one.result.readiness.canTag ? (
                <Badge color="teal">yes</Badge>
              ) : (
                <Badge color="amber">not yet</Badge>
              ),
          },
          {
            key: 'arrived',
            header: 'Arrived',
            number: true,
            cell: (one) => `${format.count(one.result.arrived)} of ${format.count(one.result.decided)}`,
          },
          {
            key: 'differences',
            header: 'Differences',
            number: true,
            cell: (one) => format.count(allDifferences(one.result.differences)),
          },
          {
            key: 'when',
            header: 'Checked',
            cell: (one) => (
              <>
                <RelativeTime at={one.checkedAt} /> by {one.checkedBy}
              </>
            ),
            wideOnly: true,
          },
        ]}
      />
      {rows === undefined || rows.length === 0 ? null : (
        <Pager shown={rows.length} nextCursor={checks.data?.nextCursor ?? null} />
      )}
    </Page>
  );
}

function CheckFile(): ReactNode {
  const { slug } = useDesk();
  const router = useRouter();
  const queries = useQueryClient();
  const [system, setSystem] = useState<CrmSystem | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({
    mutationFn: async (one: File) => {
      const fileId = await uploadFile(slug, one);
      return take(
        api.POST('/api/v1/o/{org}/crm/checks', {
          params: { path: { org: slug } },
          body: { fileId, fileName: one.name.slice(0, 200), ...(system === null ? {} : { system }) },
        }),
      );
    },
    onSuccess: ({ checkId }) => {
      // The list has one more, and what is defined for the CRM may have changed by what was seen.
      void queries.invalidateQueries({ queryKey: ['crm', slug] });
      router.history.push(paths.crmCheck(slug, checkId));
    },
  });
  const start = (one: File | undefined): void => {
    if (one === undefined) return;
    setFile(one);
    check.mutate(one);
  };
  return (
    <Card>
      <Stack gap="sm">
        <Select
          label="Whose export it is"
          maw="20rem"
          placeholder="As its columns say"
          clearable
          data={crmSystems.map((one) => ({ value: one, label: crmSystemNames[one] }))}
          value={system}
          onChange={(value) => setSystem(crmSystems.find((one) => one === value) ?? null)}
          disabled={check.isPending}
        />
        <FileDrop
          label="Drop the export of your opportunities or deals, or choose it"
          hint="CSV, TSV or Excel (.xlsx), with the record ids and the fields that Tandem writes."
          accept=".csv,.tsv,.txt,.xlsx"
          disabled={check.isPending}
          onFiles={([one]) => start(one)}
        />
        {check.isPending ? (
          <Text role="status" size="sm">
            Reading {file?.name}, row by row…
          </Text>
        ) : null}
        {check.error === null ? null : (
          <>
            <ErrorState error={check.error} />
            {file === null ? null : (
              <div>
                <Button size="xs" variant="default" onClick={() => start(file)}>
                  Try {file.name} again
                </Button>
              </div>
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}
