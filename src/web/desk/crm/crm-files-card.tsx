import { Anchor, Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type CrmSystem, crmSystemNames } from '#core/attribution/crm-fields.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './crm.module.css';
import { type CrmExport, crmExportQuery, crmFileAddress } from './crm-data.ts';

/** What would go to a CRM now, file by file. */
export function CrmFilesCard(props: { system: CrmSystem; source: string }): ReactNode {
  const { system, source } = props;
  const { slug } = useDesk();
  const found = useQuery(crmExportQuery(slug, system));
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>What goes to {crmSystemNames[system]}</Title>
        {found.error === null ? null : (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.isPending ? <Loading rows={4} label="Loading the files" /> : null}
        {found.data === undefined ? null : <Files written={found.data} source={source} />}
      </Stack>
    </Card>
  );
}

function Files(props: { written: CrmExport; source: string }): ReactNode {
  const { deals, newDeals, fields, files, notes, system } = props.written;
  const { slug } = useDesk();
  const format = useFormat();
  const missing = fields.filter(({ defined }) => defined).length;
  if (deals === 0 && newDeals === 0) {
    return (
      <>
        <Text c="dimmed">
          No deal of the source “{props.source}” has a verdict yet. It gets one once somebody records who
          brought or worked it: open it in the{' '}
          <Anchor underline="always" href={paths.pipeline(slug)}>
            pipeline
          </Anchor>
          .
        </Text>
        <Notes notes={notes} />
      </>
    );
  }
  return (
    <>
      <Text>
        <b>{deals === 1 ? '1 deal' : `${deals === 0 ? 'No' : format.count(deals)} deals`}</b> with a verdict,
        in {fields.length === 1 ? '1 field' : `${fields.length} fields`}.{' '}
        {missing === 0
          ? 'The last check saw all of them in the CRM.'
          : `${missing === fields.length ? 'All' : missing} of them are defined here, until a check has seen them in the CRM.`}
      </Text>
      <Notes notes={notes} />
      <ul className={classes.files}>
        {files.map(({ path, bytes }) => (
          <li key={path} className={classes.file}>
            <Anchor href={crmFileAddress(slug, system, path)} download>
              {path}
            </Anchor>
            <Text size="sm" c="dimmed">
              {fileWords[path] ?? 'The values, by record id'} · {format.bytes(bytes)}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        The same as one folder, on the command line: <Code>bin/tandem export DIR --for {system}</Code>
      </Text>
    </>
  );
}

const fileWords: Readonly<Record<string, string>> = {
  'salesforce-new-opportunities.csv': 'Registered deals to create',
  'hubspot-new-deals.csv': 'Registered deals to create',
  'fields/package.xml': 'What is defined',
  'fields/objects/Opportunity.object': 'The fields that are missing',
  'fields/properties.json': 'The properties that are missing',
  'README.md': 'The steps for a person',
  'manifest.json': 'Page version, time and hashes',
};

function Notes(props: { notes: readonly string[] }): ReactNode {
  return props.notes.map((note) => (
    <Text key={note} size="sm">
      {note}
    </Text>
  ));
}
