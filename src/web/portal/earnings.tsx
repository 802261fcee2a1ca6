import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../api.ts';
import { given, take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { LineTable } from '../statement/line-table.tsx';
import { StatementTextsContext } from '../statement/statement-texts.ts';
import { PaidBadge, StatementFiles, StatementView } from '../statement/statement-view.tsx';
import { Card } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { useWords } from './language.ts';
import { usePortal } from './portal-context.ts';
import { Trouble } from './trouble.tsx';

/** What the partner was stated and paid, month by month, line by deal. */
export function PortalEarnings(): ReactNode {
  const { slug, organization } = usePortal();
  const words = useWords();
  const said = words.credit.earnings;
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const statements = useQuery({
    queryKey: ['portal', slug, 'statements'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/statements', {
          params: { path: { org: slug }, query: given({ limit: 200 }) },
        }),
      ),
  });
  const items = statements.data?.items ?? [];
  return (
    <StatementTextsContext value={words.statement}>
      <Page title={said.title} lead={said.lead(organization.name)}>
        {statements.error === null ? null : (
          <Trouble error={statements.error} onRetry={() => void statements.refetch()} />
        )}
        {statements.isPending ? <Loading rows={3} label={words.ui.loading} /> : null}
        <OpenLines />
        {statements.data !== undefined && items.length === 0 ? (
          <EmptyState title={said.none}>{said.noneSays}</EmptyState>
        ) : null}
        {items.map((one) => {
          const code = parseCurrencyCode(one.currency);
          const total = code === null ? null : { minor: one.totalMinor, currency: code };
          return (
            <Card key={one.id}>
              <details onToggle={(event) => setOpen(event.currentTarget.open ? one.id : null)}>
                <summary>
                  <Group component="span" gap="md" display="inline-flex">
                    <Title order={2}>{format.month(one.month)}</Title>
                    <Text span fw={600}>
                      {format.money(total)}
                    </Text>
                    <PaidBadge paidOn={one.paidOn} />
                  </Group>
                </summary>
                {open === one.id ? <OwnStatement id={one.id} /> : null}
              </details>
            </Card>
          );
        })}
      </Page>
    </StatementTextsContext>
  );
}

/** What is on no statement yet: due, or held while the credit of its deal is disputed. */
function OpenLines(): ReactNode {
  const { slug } = usePortal();
  const said = useWords().credit.earnings;
  const lines = useQuery({
    queryKey: ['portal', slug, 'accruals', 'open'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/accruals', {
          params: { path: { org: slug }, query: given({ open: 'true', limit: 200 }) },
        }),
      ),
  });
  if (lines.error !== null) return <Trouble error={lines.error} onRetry={() => void lines.refetch()} />;
  if (lines.data === undefined || lines.data.items.length === 0) return null;
  return (
    <Card>
      <Title order={2}>{said.open}</Title>
      <Text size="sm" c="dimmed">
        {said.openSays}
      </Text>
      <LineTable
        lines={lines.data.items}
        label={said.openLabel}
        hrefOf={(line) => paths.portalDeal(slug, line.opportunityId)}
      />
    </Card>
  );
}

function OwnStatement(props: { id: string }): ReactNode {
  const { slug, payer, partner } = usePortal();
  const words = useWords();
  const said = words.credit.earnings;
  const format = useFormat();
  const statement = useQuery({
    queryKey: ['portal', slug, 'statements', props.id],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/statements/{statementId}', {
          params: { path: { org: slug, statementId: props.id } },
        }),
      ),
  });
  if (statement.error !== null) return <Trouble error={statement.error} />;
  if (statement.data === undefined) return <Loading rows={2} label={words.ui.loading} />;
  const { number, paidOn, reference, issuedAt } = statement.data;
  return (
    <>
      <Group justify="space-between" my="sm">
        <Text size="sm" c="dimmed">
          {said.issued(number, format.instant(issuedAt))}
          {paidOn === null ? '' : `, ${said.paid(reference ?? '')}`}
        </Text>
        <Group gap="xs">
          <StatementFiles
            number={number}
            address={`/api/v1/o/${encodeURIComponent(slug)}/portal/statements/${encodeURIComponent(props.id)}`}
          />
        </Group>
      </Group>
      <StatementView
        statement={statement.data}
        payer={payer}
        partner={partner.name}
        order={3}
        hrefOf={(line) => paths.portalDeal(slug, line.opportunityId)}
      />
    </>
  );
}
