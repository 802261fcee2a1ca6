import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { Unknown } from '../../ui/values.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { SearchField } from '../opportunity/pipeline-filters.tsx';
import { SavedViews } from '../view/saved-views.tsx';
import { CreatePartner } from './create-partner.tsx';
import classes from './partner.module.css';
import { archetypeLabel, archetypeLabels, partnersQuery } from './partner-data.ts';

const filterNames = ['q', 'archetype', 'signed'] as const;

/** The partners of the program: who they are, since when, and how many deals name them. */
export function Partners(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const mayChange = useMay('partner.change');
  const [creating, setCreating] = useState(false);
  const list = useQuery(
    partnersQuery(slug, {
      q: url.get('q'),
      archetype: url.get('archetype'),
      signed: url.get('signed'),
      cursor: url.get('cursor'),
    }),
  );
  const set = (name: string, value: string | null): void =>
    url.set({ [name]: value ?? undefined, cursor: undefined });
  const filtered = filterNames.some((name) => url.get(name) !== undefined);
  const rows = list.data?.items;
  return (
    <Page
      title="Partners"
      lead="The companies of the program. A date of signature starts the program’s clock."
      actions={
        <>
          <SavedViews page="partners" path={paths.partners(slug)} />
          {mayChange ? <Button onClick={() => setCreating(true)}>Add a partner</Button> : null}
        </>
      }
    >
      <search className={classes.filters}>
        <SearchField
          label="Part of the name"
          value={url.get('q') ?? ''}
          onChange={(value) => set('q', value)}
        />
        <Select
          aria-label="Archetype"
          placeholder="Any archetype"
          data={Object.entries(archetypeLabels).map(([value, label]) => ({ value, label }))}
          value={url.get('archetype') ?? null}
          onChange={(value) => set('archetype', value)}
          clearable
        />
        <Select
          aria-label="Signed"
          placeholder="Signed or not"
          data={[
            { value: 'true', label: 'Signed' },
            { value: 'false', label: 'Without a date of signature' },
          ]}
          value={url.get('signed') ?? null}
          onChange={(value) => set('signed', value)}
          clearable
        />
      </search>
      <DataTable
        label="Partners"
        rows={rows}
        error={list.error}
        onRetry={() => void list.refetch()}
        rowKey={(row) => row.partnerId}
        rowHref={(row) => paths.partner(slug, row.partnerId)}
        columns={[
          {
            key: 'name',
            header: 'Partner',
            cell: (row) => (
              <>
                {row.name}
                <span className={classes.second}>
                  {[
                    row.archetype === null ? null : archetypeLabel(row.archetype),
                    row.signedOn === null ? 'not signed' : `signed ${format.day(row.signedOn)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          {
            key: 'archetype',
            header: 'Archetype',
            wideOnly: true,
            cell: (row) => (row.archetype === null ? <Unknown /> : archetypeLabel(row.archetype)),
          },
          {
            key: 'signed',
            header: 'Signed',
            wideOnly: true,
            cell: (row) =>
              row.signedOn === null ? <Unknown why="No date of signature" /> : format.day(row.signedOn),
          },
          { key: 'domain', header: 'Web address', wideOnly: true, cell: (row) => row.domain ?? <Unknown /> },
          { key: 'country', header: 'Country', wideOnly: true, cell: (row) => row.country ?? <Unknown /> },
          { key: 'open', header: 'Open deals', number: true, cell: (row) => format.count(row.openDeals) },
          { key: 'deals', header: 'Deals', number: true, cell: (row) => format.count(row.deals) },
        ]}
        empty={
          filtered ? (
            <EmptyState
              title="No partner matches these filters"
              action={{ label: 'Clear the filters', href: paths.partners(slug) }}
            >
              The name may match in part, whatever its case.
            </EmptyState>
          ) : (
            <EmptyState
              title="No partners yet"
              action={mayChange ? { label: 'Add a partner', onClick: () => setCreating(true) } : undefined}
            >
              Partners come with an import of opportunities that names them, from a list of partners, or by
              hand.
            </EmptyState>
          )
        }
      />
      {rows === undefined || rows.length === 0 ? null : (
        <Pager shown={rows.length} nextCursor={list.data?.nextCursor ?? null} />
      )}
      {creating ? <CreatePartner onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
