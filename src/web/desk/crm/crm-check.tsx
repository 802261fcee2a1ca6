import { Anchor, Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { crmFieldFacts, crmSystemNames } from '#core/attribution/crm-fields.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import classes from './crm.module.css';
import { type CrmCheck, type CrmDifference, crmCheckQuery, crmDifferencesQuery } from './crm-data.ts';
import { allDifferences, differenceKinds, differenceWords } from './crm-words.ts';

/** One check: whether the CRM can tag a deal, what arrived of the credit, and every difference with its deal. */
export function CrmCheckPage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const { checkId = '' } = useParams({ strict: false }) as { checkId?: string };
  const found = useQuery(crmCheckQuery(slug, checkId));
  const up = { label: 'CRM check', href: paths.crmChecks(slug) };
  if (found.error !== null) {
    return (
      <Page title="CRM check" up={up}>
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  if (found.data === undefined) return <Loading rows={8} label="Loading the check" />;
  const check = found.data;
  return (
    <Page
      title={check.fileName}
      up={up}
      lead={`${crmSystemNames[check.system]}, ${format.count(check.result.rows)} rows, checked ${format.instant(check.checkedAt)} by ${check.checkedBy}. The check has changed nothing.`}
      actions={
        <Button component="a" variant="default" href={paths.crmFields(slug, check.system)}>
          Fields and files
        </Button>
      }
    >
      <div className={classes.answers}>
        <Stack gap="md" miw={0}>
          <Arrived check={check} />
          {allDifferences(check.result.differences) === 0 ? null : <Differences check={check} />}
        </Stack>
        <Readiness check={check} />
      </div>
    </Page>
  );
}

function Arrived(props: { check: CrmCheck }): ReactNode {
  const { arrived, decided, known, unknown, notes } = props.check.result;
  const format = useFormat();
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2}>Did the credit arrive?</Title>
        <div className={classes.figure}>
          {format.count(arrived)} of {format.count(decided)}
        </div>
        <Text>
          {decided === 0
            ? 'No deal of this source has a verdict yet, so there is nothing that could have arrived.'
            : arrived === decided
              ? 'Every deal that has a verdict stands in the CRM as Tandem says.'
              : 'deals that have a verdict stand in the CRM as Tandem says.'}
        </Text>
        <Text size="sm" c="dimmed">
          {format.count(known)} {known === 1 ? 'row is a deal' : 'rows are deals'} of Tandem
          {unknown === 0
            ? '.'
            : `; ${format.count(unknown)} ${unknown === 1 ? 'is' : 'are'} not imported here.`}
        </Text>
        {notes.map((note) => (
          <Text key={note} size="sm">
            {note}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}

function Readiness(props: { check: CrmCheck }): ReactNode {
  const { canTag, items } = props.check.result.readiness;
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2}>Can your CRM tag a partner-sourced deal?</Title>
        <div className={classes.figure}>{canTag ? 'Yes' : 'Not yet'}</div>
        <ul className={classes.items}>
          {items.map(({ item, label, holds, needed, column, add }) => (
            <li key={item} className={classes.item}>
              <span className={classes.sign} data-state={holds ? 'yes' : needed ? 'no' : 'less'}>
                {holds ? <CheckIcon /> : <span aria-hidden>{needed ? '✕' : '–'}</span>}
                <VisuallyHidden>
                  {holds ? 'Yes:' : needed ? 'No:' : 'Not there, and not needed:'}
                </VisuallyHidden>
              </span>
              <div className={classes.add}>
                <Text component="span" fw={600}>
                  {label}
                </Text>{' '}
                <Text component="span" size="sm" c="dimmed">
                  {holds ? (column === label ? '' : column) : add}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

function Differences(props: { check: CrmCheck }): ReactNode {
  const { checkId, result } = props.check;
  const { slug } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const kind = differenceKinds.find((one) => one === url.get('kind'));
  const cursor = url.get('cursor');
  const rows = useQuery(
    crmDifferencesQuery(slug, checkId, { kind, cursor: cursor === undefined ? undefined : Number(cursor) }),
  );
  const all = allDifferences(result.differences);
  const show = (next: CrmDifference['kind'] | undefined): void => url.set({ kind: next, cursor: undefined });
  return (
    <Stack gap="sm">
      <Title order={2}>Differences</Title>
      <Group gap="xs" role="group" aria-label="Kinds of difference">
        <Button
          size="compact-sm"
          variant={kind === undefined ? 'light' : 'default'}
          aria-pressed={kind === undefined}
          onClick={() => show(undefined)}
        >
          All ({format.count(all)})
        </Button>
        {differenceKinds
          .filter((one) => (result.differences[one] ?? 0) > 0)
          .map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant={kind === one ? 'light' : 'default'}
              aria-pressed={kind === one}
              onClick={() => show(one)}
            >
              {differenceWords[one].many} ({format.count(result.differences[one] ?? 0)})
            </Button>
          ))}
      </Group>
      <DataTable
        label="Differences"
        rows={rows.data?.items}
        error={rows.error}
        onRetry={() => void rows.refetch()}
        rowKey={(one) => String(one.position)}
        empty={<Text c="dimmed">None of this kind is listed.</Text>}
        columns={columnsFor(slug)}
      />
      {rows.data === undefined ? null : (
        <Pager
          shown={rows.data.items.length}
          nextCursor={rows.data.nextCursor === null ? null : String(rows.data.nextCursor)}
        />
      )}
      {result.listed < all ? (
        <Text size="sm" c="dimmed">
          {format.count(result.listed)} of {format.count(all)} are listed; the others are counted.
        </Text>
      ) : null}
    </Stack>
  );
}

function columnsFor(slug: string): readonly Column<CrmDifference>[] {
  return [
    {
      key: 'deal',
      header: 'Deal',
      cell: ({ deal }) =>
        deal === null ? (
          'All deals'
        ) : (
          <Anchor href={paths.opportunity(slug, String(deal.number))} data-row-link>
            #{deal.number} {deal.name}
          </Anchor>
        ),
    },
    { key: 'kind', header: 'What', short: true, cell: ({ kind }) => differenceWords[kind].one },
    {
      key: 'field',
      header: 'Field',
      cell: ({ field }) => (field === null ? '' : crmFieldFacts[field].label),
    },
    {
      key: 'expected',
      header: 'Tandem says',
      cell: ({ kind, expected }) =>
        kind === 'missing_field' ? (
          ''
        ) : (
          <Value text={kind === 'missing_deal' ? `Id ${expected}` : expected} />
        ),
    },
    {
      key: 'found',
      header: 'The CRM holds',
      cell: ({ kind, found }) =>
        kind === 'missing_field' || kind === 'missing_deal' ? '' : <Value text={found} />,
    },
    { key: 'row', header: 'Row', number: true, cell: ({ row }) => row ?? '', wideOnly: true },
  ];
}

function Value(props: { text: string }): ReactNode {
  if (props.text === '')
    return (
      <Text component="span" c="dimmed">
        nothing
      </Text>
    );
  return <span className={classes.value}>{props.text}</span>;
}
