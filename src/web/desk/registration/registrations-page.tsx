import { Button, Group as Row, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk, useMay } from '../desk-context.ts';
import { PartnerSelect } from '../partner/partner-select.tsx';
import { AgeReport } from './age-report.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { QueueTable } from './queue-table.tsx';
import { type Group, queueQuery, type RegistrationItem } from './registration-data.ts';

const groups = { waiting: 'Waits', protected: 'Protected', over: 'Over' } as const satisfies Record<
  Group,
  string
>;

/** Registrations: what waits for a decision with its day, what is protected, what is over. */
export function RegistrationsPage(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const mayRecord = useMay('registration.record');
  const mayDecide = useMay('registration.decide');
  const group = groupOf(url.get('group'));
  const partner = url.get('partner');
  const queue = useQuery(queueQuery(slug, { group, partner, cursor: url.get('cursor') }));
  const [selected, setSelected] = useState<ReadonlyMap<string, RegistrationItem> | null>(null);
  const data = queue.data;
  const rows = queue.isPlaceholderData ? undefined : data?.items;
  const lastSelected = useRef<string | null>(null);
  const select = (row: RegistrationItem, isRange: boolean): void => {
    const next = new Map(selected ?? []);
    const range = isRange ? between(rows ?? [], lastSelected.current, row) : null;
    if (range !== null) for (const one of range) next.set(one.registrationId, one);
    else if (!next.delete(row.registrationId)) next.set(row.registrationId, row);
    lastSelected.current = row.registrationId;
    setSelected(next);
  };
  const selectAll = (): void =>
    setSelected(
      new Map([...(selected ?? []), ...(rows ?? []).map((row) => [row.registrationId, row] as const)]),
    );
  const isSelecting = selected !== null && group === 'waiting';
  return (
    <Page
      title="Registrations"
      lead={
        <>
          Every one is answered with a reason by its day; silence never accepts.{' '}
          <a href={paths.directOnlyAccounts(slug)}>Direct-only accounts</a>
        </>
      }
      actions={
        <>
          {mayDecide && group === 'waiting' && (data?.items.length ?? 0) > 1 ? (
            <Button variant="default" onClick={() => setSelected(isSelecting ? null : new Map())}>
              {isSelecting ? 'Stop selecting' : 'Decide several'}
            </Button>
          ) : null}
          {mayRecord && data?.isOpen === true && (group !== 'waiting' || data.items.length > 0) ? (
            <Button component="a" href={paths.registerFor(slug, { partner })}>
              Register for a partner
            </Button>
          ) : null}
        </>
      }
    >
      {data === undefined ? null : <AgeReport ages={data.ages} owners={data.owners} />}
      <Row justify="space-between" gap="sm">
        <SegmentedControl
          aria-label="Which registrations"
          transitionDuration={0}
          value={group}
          onChange={(to) => url.set({ group: to === 'waiting' ? undefined : to, cursor: undefined })}
          data={Object.entries(groups).map(([value, label]) => ({
            value,
            label: data === undefined ? label : `${label} ${data.counts[value as Group]}`,
          }))}
        />
        <PartnerSelect
          value={partner ?? null}
          onChange={(id) => url.set({ partner: id ?? undefined, cursor: undefined })}
          placeholder="Every partner"
        />
      </Row>
      <QueueTable
        group={group}
        rows={rows}
        error={queue.error}
        onRetry={() => void queue.refetch()}
        selected={isSelecting ? new Set(selected.keys()) : null}
        onSelect={mayDecide && group === 'waiting' ? select : undefined}
        empty={<Nothing group={group} isOpen={data?.isOpen === true} isFiltered={partner !== undefined} />}
      />
      {rows === undefined || rows.length === 0 ? null : (
        <Pager shown={rows.length} total={data?.counts[group]} nextCursor={data?.nextCursor ?? null} />
      )}
      {isSelecting ? (
        <BulkBar
          selected={[...selected.values()]}
          shown={rows ?? []}
          onSelectAll={selectAll}
          onClear={() => setSelected(new Map())}
          reasons={data?.reasons ?? []}
          onDone={() => setSelected(null)}
        />
      ) : null}
    </Page>
  );
}

/** The rows from one to another, in the order of the list; null where the first is not shown. */
function between(
  rows: readonly RegistrationItem[],
  from: string | null,
  to: RegistrationItem,
): readonly RegistrationItem[] | null {
  const [a, b] = [from, to.registrationId].map((id) => rows.findIndex((row) => row.registrationId === id));
  if (a === undefined || b === undefined || a < 0 || b < 0) return null;
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function groupOf(text: string | undefined): Group {
  return text === 'protected' || text === 'over' ? text : 'waiting';
}

/** What an empty list teaches: sign the page first; then how registrations come in. */
function Nothing(props: { group: Group; isOpen: boolean; isFiltered: boolean }): ReactNode {
  const { slug } = useDesk();
  const mayRecord = useMay('registration.record');
  if (!props.isOpen) {
    return (
      <EmptyState
        title="Deals cannot be registered yet"
        action={{ label: 'Open the registration page', href: paths.programPage(slug, 'registration') }}
      >
        The registration page of the program says what is asked, who decides by when and how long a deal is
        protected. Once its seats have signed it, partners register by it.
      </EmptyState>
    );
  }
  if (props.group !== 'waiting' || props.isFiltered) {
    return (
      <EmptyState title="None here">
        {props.isFiltered
          ? 'This partner has no registration in this list.'
          : props.group === 'protected'
            ? 'What is accepted stands here until its protection ends or its deal closes.'
            : 'What was rejected, withdrawn, won, lost or ran out stands here.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing waits for a decision"
      action={mayRecord ? { label: 'Register for a partner', href: paths.registerFor(slug) } : undefined}
    >
      Partners register in their portal. For a partner that is not in it yet, register what it wrote or said
      in its name: the same form, the same checks, the same answer by mail.
    </EmptyState>
  );
}
