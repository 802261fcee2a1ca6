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
import { Loading } from '../ui/states.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { type OwnCredit, ownCreditQuery } from './deal-words.ts';
import { DisputeDialog } from './dispute-dialog.tsx';
import { usePortalLanguage, useWords } from './language.ts';
import classes from './portal.module.css';
import { useMayInPortal, usePortal } from './portal-context.ts';
import { Trouble } from './trouble.tsx';

/** One deal of the partner: what it is credited with, by which sentence of the page, on which evidence. */
export function PortalDealPage(): ReactNode {
  const { slug } = usePortal();
  const words = useWords();
  const said = words.credit.deal;
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
  const { language } = usePortalLanguage();
  const credit = useQuery(ownCreditQuery(slug, opportunity, language));
  const up = { label: words.credit.list.title, href: paths.portalDeals(slug) };
  const failure = deal.error ?? credit.error;
  if (failure !== null) {
    return (
      <Page title={said.notShown} up={up} width="narrow">
        <Trouble error={failure} onRetry={() => void deal.refetch().then(() => credit.refetch())} />
      </Page>
    );
  }
  if (deal.data === undefined || credit.data === undefined) {
    return <Loading rows={6} label={words.ui.loading} />;
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
            {deal.data.disputed || !credit.data.isDisputable ? null : (
              <Button variant="default" onClick={() => setOpen('dispute')}>
                {said.dispute}
              </Button>
            )}
            <Button onClick={() => setOpen('claim')}>{said.tell}</Button>
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
  const words = useWords();
  const said = words.credit.deal;
  const day = credit.lockOn === null ? null : format.day(credit.lockOn);
  const until = credit.disputableUntil === null ? null : format.day(credit.disputableUntil);
  return (
    <Card>
      <p className={classes.verdict}>{format.sentence(credit.sentence)}</p>
      <Group gap="xs" mt={6}>
        {props.disputed ? <Badge color="amber">{words.credit.list.disputed}</Badge> : null}
        {credit.isDraft ? <Badge color="amber">{said.draft}</Badge> : null}
        <Text size="sm" c="dimmed">
          {[
            said.byPage(credit.policyVersion),
            ...(day === null ? [] : [credit.locked ? said.lockedSince(day) : said.openUntil(day)]),
          ].join('; ')}
        </Text>
      </Group>
      {until === null || props.disputed ? null : (
        <Text size="sm" c="dimmed" mt={4}>
          {credit.isDisputable ? said.disputableUntil(until) : said.disputeOver(until)}
        </Text>
      )}
      {credit.counterfactuals.length === 0 ? null : (
        <section aria-label={said.changed}>
          <Title order={2} size="h3" mt="md">
            {said.changed}
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
  const said = useWords().credit.deal;
  const tests = props.credit.reasons.map((reason, at) => ({ key: `${at} ${reason.rule}`, reason }));
  return (
    <Card>
      <Title order={2}>{said.tests}</Title>
      {tests.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.untested}
        </Text>
      ) : (
        <ul className={classes.tests}>
          {tests.map(({ key, reason }) => (
            <li key={key}>
              <strong>{reason.holds ? `✓ ${said.holds}` : `✗ ${said.fails}`}</strong>
              <span>
                {format.sentence(reason.fact)}
                <Clause text={reason.clause} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The sentence of the signed page: in the language in which it was signed, and quoted where the reader's is another. */
function Clause(props: { text: string }): ReactNode {
  const { language } = usePortalLanguage();
  if (language === 'en') return <span className={classes.clause}>{props.text}</span>;
  return (
    <q className={classes.clause} lang="en">
      {props.text}
    </q>
  );
}

function OwnEvidence(props: { credit: OwnCredit }): ReactNode {
  const { evidence } = props.credit;
  const format = useFormat();
  const said = useWords().credit.deal;
  return (
    <Card>
      <Title order={2}>{said.did}</Title>
      {evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.nothing}
        </Text>
      ) : (
        <ul className={classes.tests}>
          {evidence.map((one) => (
            <li key={one.id}>
              <Badge color={one.counts ? 'teal' : one.confirmed ? 'gray' : 'amber'}>
                {one.withdrawn
                  ? said.evidence.withdrawn
                  : one.refused !== null
                    ? said.evidence.refused
                    : !one.confirmed
                      ? said.evidence.waiting
                      : one.counts
                        ? said.evidence.counts
                        : said.evidence.idle}
              </Badge>
              <Stack gap={0}>
                <span>
                  {format.sentence(one.what.charAt(0).toUpperCase() + one.what.slice(1))}
                  {one.person === null ? '' : `, ${one.person}`}
                </span>
                {one.outcome === null ? null : <span>{one.outcome}</span>}
                <span className={classes.clause}>
                  {said.written(format.day(one.occurredOn), format.day(one.recordedOn))}
                  {one.refused === null ? '' : `. ${said.refusedFor(one.refused)}`}
                </span>
              </Stack>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
