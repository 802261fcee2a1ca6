import { Anchor, Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { LineTable } from '../../statement/line-table.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { IssueMonth } from './issue-month.tsx';
import { RulesCard } from './rules-card.tsx';
import { StatementList } from './statement-list.tsx';

/** What credit pays: due, held, stated and paid, partner by partner; every figure is a sum of the lines below it. */
export function IncentivesPage(): ReactNode {
  const { slug, currency } = useDesk();
  const format = useFormat();
  const mayIssue = useMay('statement.issue');
  const [shown, setShown] = useState<Shown>({ partner: null, state: 'all' });
  const balances = useQuery({
    queryKey: ['incentives', slug, 'balances'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/balances', { params: { path: { org: slug } } })),
  });
  const items = balances.data?.items ?? [];
  const code = parseCurrencyCode(currency);
  const money = (minor: number): string => format.money(code === null ? null : { minor, currency: code });
  type Balance = (typeof items)[number];
  const amount = (
    key: 'dueMinor' | 'heldMinor' | 'statedMinor' | 'paidMinor',
    label: string,
    state: LineState,
  ): Column<Balance> => ({
    key,
    header: label,
    number: true,
    cell: (row) =>
      row[key] === 0 ? (
        <Text span size="sm" c="dimmed">
          {money(0)}
        </Text>
      ) : (
        <Anchor
          component="button"
          size="sm"
          aria-label={`${row.partner.name}, ${label}: ${money(row[key])}. Show its lines.`}
          onClick={() => setShown({ partner: row.partner, state })}
        >
          {money(row[key])}
        </Anchor>
      ),
  });
  return (
    <Page
      title="Incentives"
      lead={
        <>
          What won deals pay by the <a href={paths.programPage(slug, 'attribution')}>signed page</a>. A line
          is never changed: it is taken back by another one.
        </>
      }
    >
      {balances.error === null ? null : (
        <ErrorState error={balances.error} onRetry={() => void balances.refetch()} />
      )}
      {balances.isPending ? <Loading rows={4} label="Loading what is due" /> : null}
      {balances.data !== undefined && items.length === 0 ? (
        <EmptyState title="No deal pays anything yet">
          A line is written when a deal with a partner’s credit is won, and the attribution page is signed by
          all three seats. Commissions stand on the archetypes page; what joint selling and influence pay is
          for you to choose.
        </EmptyState>
      ) : null}
      {items.length === 0 ? null : (
        <Card>
          <DataTable
            label="What each partner is due"
            empty={null}
            rows={items}
            rowKey={(row) => row.partner.id}
            columns={[
              {
                key: 'partner',
                header: 'Partner',
                cell: (row) => (
                  <Anchor
                    component="button"
                    size="sm"
                    ta="left"
                    onClick={() => setShown({ partner: row.partner, state: 'all' })}
                  >
                    {row.partner.name}
                  </Anchor>
                ),
              },
              amount('dueMinor', 'Due', 'due'),
              amount('heldMinor', 'Held', 'held'),
              amount('statedMinor', 'On statements', 'stated'),
              amount('paidMinor', 'Paid', 'paid'),
            ]}
          />
        </Card>
      )}
      {mayIssue ? <IssueMonth /> : null}
      <StatementList />
      <RulesCard />
      <Lines shown={shown} onShow={setShown} />
    </Page>
  );
}

/** Whose lines stand below, in which state. */
type Shown = { readonly partner: { id: string; name: string } | null; readonly state: LineState };
type LineState = 'all' | 'due' | 'held' | 'stated' | 'paid';
const lineStates = [
  { value: 'all', label: 'All' },
  { value: 'due', label: 'Due' },
  { value: 'held', label: 'Held' },
  { value: 'stated', label: 'On statements' },
  { value: 'paid', label: 'Paid' },
] as const;

function Lines(props: { shown: Shown; onShow: (shown: Shown) => void }): ReactNode {
  const { slug } = useDesk();
  const { partner, state } = props.shown;
  const lines = useQuery({
    queryKey: ['incentives', slug, 'lines', partner?.id ?? '', state],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/accruals', {
          params: {
            path: { org: slug },
            query: given({ partnerId: partner?.id, state: state === 'all' ? undefined : state, limit: 200 }),
          },
        }),
      ),
    placeholderData: (before) => before,
  });
  if (lines.error !== null) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  if (lines.data === undefined) return null;
  if (lines.data.items.length === 0 && state === 'all') return null;
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>{partner === null ? 'All lines' : `Lines of ${partner.name}`}</Title>
        {partner === null ? null : (
          <Button variant="subtle" size="compact-sm" onClick={() => props.onShow({ partner: null, state })}>
            All partners
          </Button>
        )}
      </Group>
      <SegmentedControl
        size="xs"
        my="sm"
        value={state}
        onChange={(value) => props.onShow({ partner, state: value as LineState })}
        data={[...lineStates]}
        aria-label="State of the lines"
      />
      {state === 'held' ? (
        <Text size="sm" c="dimmed">
          A line is held while the credit of its deal is disputed. It is on no statement until the dispute
          ends.
        </Text>
      ) : null}
      {lines.data.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          No line is in this state.
        </Text>
      ) : (
        <LineTable
          lines={lines.data.items}
          label="Lines"
          showsPartner={partner === null}
          hrefOf={(line) => paths.opportunity(slug, line.opportunityId)}
        />
      )}
    </Card>
  );
}
