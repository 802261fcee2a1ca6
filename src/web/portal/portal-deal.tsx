import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { type OwnCredit, ownCreditQuery } from './deal-words.ts';
import { DisputeDialog } from './dispute-dialog.tsx';
import classes from './portal.module.css';
import { useMayInPortal, usePortal } from './portal-context.ts';

/** One deal of the partner: what it is credited with, by which sentence of the page, on which evidence. */
export function PortalDealPage(): ReactNode {
  const { slug } = usePortal();
  const { opportunity = '' } = useParams({ strict: false }) as { opportunity?: string };
  const mayAct = useMayInPortal('portal.act');
  const [open, setOpen] = useState<'claim' | 'dispute' | null>(null);
  const deal = useQuery({
    queryKey: ['portal', slug, 'deal', opportunity],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/deals/{opportunityId}', {
          params: { path: { org: slug, opportunityId: opportunity } },
        }),
      ),
  });
  const credit = useQuery(ownCreditQuery(slug, opportunity));
  const up = { label: 'Credit', href: paths.portalDeals(slug) };
  const failure = deal.error ?? credit.error;
  if (failure !== null) {
    return (
      <Page title="This deal cannot be shown" up={up} width="narrow">
        <ErrorState error={failure} onRetry={() => void deal.refetch().then(() => credit.refetch())} />
      </Page>
    );
  }
  if (deal.data === undefined || credit.data === undefined) {
    return <Loading rows={6} label="Loading the deal" />;
  }
  const close = (): void => setOpen(null);
  return (
    <Page
      title={deal.data.name}
      up={up}
      lead={[`#${deal.data.number}`, deal.data.account].filter(Boolean).join(' · ')}
      width="narrow"
      actions={
        mayAct ? (
          <>
            {deal.data.disputed ? null : (
              <Button variant="default" onClick={() => setOpen('dispute')}>
                Dispute the credit
              </Button>
            )}
            <Button onClick={() => setOpen('claim')}>Tell what you did</Button>
          </>
        ) : null
      }
    >
      <Verdict credit={credit.data} disputed={deal.data.disputed} />
      <Tests credit={credit.data} />
      <OwnEvidence credit={credit.data} />
      {open === 'claim' ? <ClaimDialog opportunityId={opportunity} onClose={close} /> : null}
      {open === 'dispute' ? <DisputeDialog opportunityId={opportunity} onClose={close} /> : null}
    </Page>
  );
}

function Verdict(props: { credit: OwnCredit; disputed: boolean }): ReactNode {
  const { credit } = props;
  const format = useFormat();
  return (
    <Card>
      <p className={classes.verdict}>{format.sentence(credit.sentence)}</p>
      <Group gap="xs" mt={6}>
        {props.disputed ? <Badge color="amber">Disputed</Badge> : null}
        {credit.isDraft ? <Badge color="amber">Draft: nothing is paid on it yet</Badge> : null}
        <Text size="sm" c="dimmed">
          by attribution page {credit.policyVersion}
          {credit.lockOn === null
            ? ''
            : credit.locked
              ? `, locked since ${format.day(credit.lockOn)}`
              : `; a claim to have brought it can be recorded until ${format.day(credit.lockOn)}`}
        </Text>
      </Group>
      {credit.counterfactuals.length === 0 ? null : (
        <section aria-label="What would have changed it">
          <Title order={2} size="h3" mt="md">
            What would have changed it
          </Title>
          <ul className={classes.list}>
            {credit.counterfactuals.map((one) => (
              <li key={one.sentence}>{format.sentence(one.sentence)}</li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

function Tests(props: { credit: OwnCredit }): ReactNode {
  const format = useFormat();
  const tests = props.credit.reasons.map((reason, at) => ({ key: `${at} ${reason.rule}`, reason }));
  return (
    <Card>
      <Title order={2}>The tests</Title>
      {tests.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing of yours has been tested yet. Tell what you did, and it is decided once it is confirmed.
        </Text>
      ) : (
        <ul className={classes.tests}>
          {tests.map(({ key, reason }) => (
            <li key={key}>
              <strong>{reason.holds ? '✓ yes' : '✗ no'}</strong>
              <span>
                {format.sentence(reason.fact)}
                <span className={classes.clause}>{reason.clause}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function OwnEvidence(props: { credit: OwnCredit }): ReactNode {
  const { evidence } = props.credit;
  const format = useFormat();
  return (
    <Card>
      <Title order={2}>What you did</Title>
      {evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing is written down yet.
        </Text>
      ) : (
        <ul className={classes.tests}>
          {evidence.map((one) => (
            <li key={one.id}>
              <Badge color={one.counts ? 'teal' : one.confirmed ? 'gray' : 'amber'}>
                {one.withdrawn
                  ? 'withdrawn'
                  : one.refused !== null
                    ? 'refused'
                    : !one.confirmed
                      ? 'waiting'
                      : one.counts
                        ? 'counts'
                        : 'does not count'}
              </Badge>
              <Stack gap={0}>
                <span>
                  {one.what.charAt(0).toUpperCase() + one.what.slice(1)}
                  {one.person === null ? '' : `, ${one.person}`}
                </span>
                {one.outcome === null ? null : <span>{one.outcome}</span>}
                <span className={classes.clause}>
                  {format.day(one.occurredOn)}, written down {format.day(one.recordedOn)}
                  {one.refused === null ? '' : `. Refused: ${one.refused}`}
                </span>
              </Stack>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
