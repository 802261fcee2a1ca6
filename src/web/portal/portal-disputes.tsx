import { Badge, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { given, take } from '../api-client.ts';
import { CaseTextsContext } from '../dispute/case-texts.ts';
import { CaseHead, RulingText, Statements } from '../dispute/case-view.tsx';
import { SayForm, type Saying } from '../dispute/say-form.tsx';
import { paths } from '../paths.ts';
import { Card, LinkCard } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { useWords } from './language.ts';
import classes from './portal.module.css';
import { usePortal } from './portal-context.ts';
import { Trouble } from './trouble.tsx';

/** The cases that this partner opened. */
export function PortalDisputes(): ReactNode {
  const { slug } = usePortal();
  const words = useWords();
  const said = words.credit.disputes;
  const format = useFormat();
  const disputes = useQuery({
    queryKey: ['portal', slug, 'disputes'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/disputes', {
          params: { path: { org: slug }, query: given({ limit: 200 }) },
        }),
      ),
  });
  const items = disputes.data?.items ?? [];
  return (
    <Page title={said.title} lead={said.lead} width="narrow">
      {disputes.error === null ? null : (
        <Trouble error={disputes.error} onRetry={() => void disputes.refetch()} />
      )}
      {disputes.isPending ? <Loading rows={3} label={words.ui.loading} /> : null}
      {disputes.data !== undefined && items.length === 0 ? (
        <EmptyState title={said.none}>{said.noneSays}</EmptyState>
      ) : null}
      <ul className={classes.cards}>
        {items.map((one) => (
          <li key={one.id}>
            <LinkCard href={paths.portalDispute(slug, String(one.number))}>
              <Group justify="space-between">
                <Text fw={600}>{one.deal}</Text>
                <Badge color={one.closedAt === null ? 'amber' : 'gray'}>{words.case.state[one.state]}</Badge>
              </Group>
              {one.dueAt === null ? null : <Text size="sm">{words.case.due(format.instant(one.dueAt))}</Text>}
              <Text size="sm" c="dimmed" lineClamp={2}>
                {one.claim}
              </Text>
            </LinkCard>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** One case of this partner: what both sides said, the ruling and its reason. */
export function PortalDispute(): ReactNode {
  const { slug } = usePortal();
  const words = useWords();
  const said = words.credit.disputes;
  const queries = useQueryClient();
  const { dispute: number = '' } = useParams({ strict: false }) as { dispute?: string };
  const params = { path: { org: slug, ownDispute: number } };
  const dispute = useQuery({
    queryKey: ['portal', slug, 'disputes', number],
    queryFn: () => take(api.GET('/api/v1/o/{org}/portal/disputes/{ownDispute}', { params })),
  });
  const up = { label: said.title, href: paths.portalDisputes(slug) };
  if (dispute.error !== null) {
    return (
      <Page title={said.notShown} up={up} width="narrow">
        <Trouble error={dispute.error} onRetry={() => void dispute.refetch()} />
      </Page>
    );
  }
  if (dispute.data === undefined) return <Loading rows={6} label={words.ui.loading} />;
  const send = async (body: Saying): Promise<void> => {
    await take(api.POST('/api/v1/o/{org}/portal/disputes/{ownDispute}/statements', { params, body }));
    await queries.invalidateQueries({ queryKey: ['portal', slug] });
  };
  return (
    <Page
      title={said.one(dispute.data.number)}
      up={up}
      lead={<a href={paths.portalDeal(slug, dispute.data.opportunityId)}>{dispute.data.deal}</a>}
      width="narrow"
    >
      <CaseTextsContext value={words.case}>
        <CaseHead dispute={dispute.data} />
        {dispute.data.rulings.length === 0 ? null : (
          <Card>
            {dispute.data.rulings.map((ruling) => (
              <RulingText key={ruling.id} ruling={ruling} />
            ))}
          </Card>
        )}
        <Statements dispute={dispute.data} />
        <SayForm dispute={dispute.data} send={send} />
      </CaseTextsContext>
    </Page>
  );
}
