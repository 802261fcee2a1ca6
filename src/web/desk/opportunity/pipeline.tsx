import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { MoneyText } from '../../ui/values.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { SavedViews } from '../view/saved-views.tsx';
import { CreditBadge } from './credit-badge.tsx';
import { countQuery, filterOf, type ListedOpportunity, opportunitiesQuery } from './opportunity-data.ts';
import { countText, listSort, moneyOf, stageText } from './opportunity-words.ts';
import classes from './pipeline.module.css';
import { PipelineFilters } from './pipeline-filters.tsx';

/** The company's deals: the one pipeline, with what partners have to do with it. */
export function Pipeline(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const filter = filterOf(url.all);
  const sort = url.get('sort');
  const list = useQuery(opportunitiesQuery(slug, { filter, sort, cursor: url.get('cursor') }));
  const count = useQuery(countQuery(slug, filter));
  const rows = list.data?.items;
  return (
    <Page
      title="Pipeline"
      lead={
        <span aria-live="polite">
          {count.data === undefined
            ? 'Every deal of the company, each once.'
            : countText(count.data, format.count)}
        </span>
      }
      actions={<SavedViews page="opportunities" path={paths.pipeline(slug)} />}
    >
      <PipelineFilters rows={rows ?? []} />
      <DataTable
        label="Deals"
        rows={rows}
        error={list.error}
        onRetry={() => void list.refetch()}
        rowKey={(row) => row.opportunityId}
        rowHref={(row) => paths.opportunity(slug, row.opportunityId)}
        sort={sort ?? 'name'}
        onSort={(pressed) => url.set({ sort: listSort(pressed), cursor: undefined })}
        columns={useColumns()}
        empty={<NoDeals filtered={Object.keys(filter).length > 0} />}
      />
      {rows === undefined || rows.length === 0 ? null : (
        <Pager shown={rows.length} nextCursor={list.data?.nextCursor ?? null} />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<ListedOpportunity>[] {
  const format = useFormat();
  return [
    {
      key: 'name',
      header: 'Deal',
      sort: 'name',
      cell: (row) => (
        <>
          {row.name}
          <span className={classes.second}>
            {[row.account?.name, row.stage, row.credit.partner?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'account', header: 'Account', wideOnly: true, cell: (row) => row.account?.name ?? '' },
    {
      key: 'stage',
      header: 'Stage',
      short: true,
      wideOnly: true,
      cell: (row) => stageText(row.stage, row.outcome),
    },
    {
      key: 'amount',
      header: 'Amount',
      number: true,
      sort: 'amount',
      cell: (row) => <MoneyText value={moneyOf(row.amountMinor, row.currency)} />,
    },
    {
      key: 'credit',
      header: 'Partner credit',
      wideOnly: true,
      cell: (row) => <CreditBadge credit={row.credit} claim={row.claim} />,
    },
    {
      key: 'entered',
      header: 'Pipeline since',
      sort: 'entered',
      short: true,
      wideOnly: true,
      cell: (row) =>
        row.enteredOn === null ? '' : `${format.day(row.enteredOn)}${row.enteredAssumed ? ' (assumed)' : ''}`,
    },
    {
      key: 'closed',
      header: 'Closed or expected',
      sort: 'closed',
      short: true,
      wideOnly: true,
      cell: (row) =>
        row.closedOn !== null
          ? `${format.day(row.closedOn)}${row.closedAssumed ? ' (assumed)' : ''}`
          : row.expectedCloseOn === null
            ? ''
            : `${format.day(row.expectedCloseOn)} expected`,
    },
    { key: 'owner', header: 'Owner', short: true, wideOnly: true, cell: (row) => row.owner ?? '' },
  ];
}

function NoDeals(props: { filtered: boolean }): ReactNode {
  const { slug } = useDesk();
  const mayImport = useMay('import.run');
  if (props.filtered) {
    return (
      <EmptyState
        title="No deal matches these filters"
        action={{ label: 'Clear the filters', href: paths.pipeline(slug) }}
      >
        Owner and stage must match as a whole; the name may match in part.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No deals yet"
      action={mayImport ? { label: 'Bring your pipeline', href: paths.start(slug) } : undefined}
    >
      Every opportunity of the company stands here, with or without a partner. They come from the export of
      your CRM; nothing is entered twice.
    </EmptyState>
  );
}
