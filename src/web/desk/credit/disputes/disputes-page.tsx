import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import classes from '../../../dispute/case.module.css';
import { type Dispute, stateWords } from '../../../dispute/case-words.ts';
import { paths } from '../../../paths.ts';
import { Card, LinkCard } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { CreditPlaces } from '../credit-places.tsx';
import { disputesQuery, reviewsQuery } from './dispute-data.ts';
import { RuleForm } from './rule-form.tsx';

/** What people have to decide about credit: disputes by how urgent they are, and the deals on which the page is silent. */
export function DisputesPage(): ReactNode {
  const { slug } = useDesk();
  const disputes = useQuery(disputesQuery(slug));
  const items = disputes.data?.items ?? [];
  const open = items
    .filter(({ closedAt }) => closedAt === null)
    .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  const closed = items.filter(({ closedAt }) => closedAt !== null);
  return (
    <Page
      title="Disputes"
      lead={
        <>
          While a credit is disputed it stands, and its commission waits.{' '}
          <a href={paths.precedents(slug)}>Search past rulings</a>
        </>
      }
    >
      <CreditPlaces />
      {disputes.error === null ? null : (
        <ErrorState error={disputes.error} onRetry={() => void disputes.refetch()} />
      )}
      {disputes.isPending ? <Loading rows={3} label="Loading the disputes" /> : null}
      {disputes.data !== undefined && items.length === 0 ? (
        <EmptyState title="Nobody disputes a credit">
          Whoever thinks that a credit is wrong opens a case from the page of the deal: the company or the
          partner. Both sides are heard, a panel rules in writing, and the CRO has the last word.
        </EmptyState>
      ) : null}
      <ul className={classes.list}>
        {open.map((dispute) => (
          <li key={dispute.id}>
            <DisputeCard dispute={dispute} />
          </li>
        ))}
      </ul>
      <Reviews />
      {closed.length === 0 ? null : (
        <details>
          <summary>
            <Text span size="sm">
              {closed.length} closed
            </Text>
          </summary>
          <ul className={classes.list}>
            {closed.map((dispute) => (
              <li key={dispute.id}>
                <DisputeCard dispute={dispute} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}

function DisputeCard(props: { dispute: Dispute }): ReactNode {
  const { dispute } = props;
  const { slug } = useDesk();
  const format = useFormat();
  return (
    <LinkCard href={paths.dispute(slug, String(dispute.number))}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          Dispute {dispute.number}: {dispute.deal}
        </Text>
        <Badge color={dispute.isOverdue ? 'red' : dispute.closedAt === null ? 'amber' : 'gray'}>
          {stateWords(dispute.state)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {dispute.partner === null ? '' : `${dispute.partner.name}: `}
        {dispute.claim}
      </Text>
      {dispute.dueAt === null ? null : (
        <Text size="sm" c={dispute.isOverdue ? 'red' : 'dimmed'}>
          {dispute.isOverdue ? 'Overdue since' : 'Due'} {format.instant(dispute.dueAt)}
        </Text>
      )}
    </LinkCard>
  );
}

function Reviews(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const mayRule = useMay('ruling.write');
  const reviews = useQuery(reviewsQuery(slug));
  if (reviews.data === undefined) return null;
  const { share, items } = reviews.data;
  return (
    <Card>
      <Title order={2}>Where the page is silent</Title>
      <Text size="sm" mb="xs" c={share.mustRevise ? 'red' : 'dimmed'}>
        {share.value === null
          ? 'No deal with a partner was decided this quarter.'
          : `${format.share(share.value)} of the partner deals of this quarter needed people: ${share.gray} of ${share.deals}.`}{' '}
        {share.mustRevise
          ? `Above ${format.share(share.most)} the attribution page has to be revised.`
          : `Up to ${format.share(share.most)} is fine.`}
      </Text>
      {items.length === 0 ? (
        <Text size="sm" mt="xs">
          No deal waits for a panel.
        </Text>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={item.opportunityId}>
              <Group justify="space-between" gap="xs">
                <a href={paths.opportunity(slug, item.opportunityId)}>
                  #{item.number} {item.name}
                </a>
                <Badge color={item.isOverdue ? 'red' : 'amber'}>rule by {format.instant(item.dueAt)}</Badge>
              </Group>
              <Text size="sm" c="dimmed">
                {item.why}
              </Text>
              {mayRule ? (
                <details>
                  <summary>
                    <Text span size="sm">
                      Rule on it
                    </Text>
                  </summary>
                  <RuleForm
                    opportunityId={item.opportunityId}
                    disputeId={null}
                    isAppeal={false}
                    onDone={() => queries.invalidateQueries({ queryKey: ['disputes', slug] })}
                  />
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
