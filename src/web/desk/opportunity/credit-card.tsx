import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { Disputes } from './disputes.tsx';
import { EvidenceList } from './evidence-list.tsx';
import classes from './opportunity.module.css';
import { type Credit, creditQuery, type Opportunity } from './opportunity-data.ts';
import { classLabel } from './opportunity-words.ts';

/** Whose credit a deal is: the verdict, every test with its answer, the evidence, and what is disputed. */
export function CreditCard(props: { deal: Opportunity }): ReactNode {
  const { slug } = useDesk();
  const credit = useQuery(creditQuery(slug, props.deal.opportunityId));
  return (
    <Card>
      <Stack gap="md">
        <Title order={2}>Credit</Title>
        {credit.error !== null ? (
          <ErrorState error={credit.error} onRetry={() => void credit.refetch()} />
        ) : null}
        {credit.isPending ? <Loading rows={4} label="Loading the credit" /> : null}
        {credit.data === undefined ? null : <Verdict credit={credit.data} />}
      </Stack>
    </Card>
  );
}

function Verdict(props: { credit: Credit }): ReactNode {
  const { credit } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const { openingBalance } = credit;
  // The same test may have been run on several acts, and say the same of each.
  const tests = credit.reasons.map((reason, at) => ({ key: `${at} ${reason.rule}`, reason }));
  return (
    <>
      <div>
        <p className={classes.verdict}>{credit.sentence}</p>
        <Group gap="xs" mt={6}>
          <Badge color={credit.credit === 'none' ? 'gray' : 'teal'}>{classLabel(credit.credit)}</Badge>
          {credit.coSold && credit.credit !== 'co_sold' ? <Badge color="teal">and co-sold</Badge> : null}
          {credit.partner === null ? null : (
            <a href={paths.partner(slug, credit.partner.id)}>{credit.partner.name}</a>
          )}
          {credit.isDraft ? (
            <Badge
              color="amber"
              title="The attribution page lacks signatures: nothing is paid on this verdict."
            >
              Draft
            </Badge>
          ) : null}
          <Text size="sm" c="dimmed">
            by attribution page {format.count(credit.policyVersion)}
            {credit.lockOn === null ? '' : `, locks on ${format.day(credit.lockOn)}`}
          </Text>
        </Group>
        {openingBalance === null ? null : (
          <Text size="sm" mt="xs" fs="italic" c="dimmed">
            Opening balance — imported, unproven: {classLabel(openingBalance.class).toLowerCase()} by{' '}
            {openingBalance.partner.name}.
          </Text>
        )}
      </div>
      <section aria-label="Tests">
        <Title order={3}>The tests</Title>
        {credit.reasons.length === 0 ? (
          <Text size="sm" c="dimmed">
            No test has been run: nobody has recorded what a partner did on this deal. Record an introduction
            or a touch and it is decided at once.
          </Text>
        ) : (
          <ul className={classes.tests}>
            {tests.map(({ key, reason }) => (
              <li key={key}>
                <span className={reason.holds ? classes.yes : classes.no}>
                  {reason.holds ? '✓ yes' : '✗ no'}
                </span>
                <span>{reason.fact}</span>
                <span className={classes.small}>{reason.rule}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <EvidenceList credit={credit} />
      <Disputes credit={credit} />
      <History history={credit.history} />
    </>
  );
}

function History(props: { history: Credit['history'] }): ReactNode {
  const format = useFormat();
  if (props.history.length < 2) return null;
  return (
    <details>
      <summary>
        <Text span size="sm">
          {format.count(props.history.length)} verdicts so far
        </Text>
      </summary>
      <ul className={classes.evidence}>
        {props.history.map((verdict) => (
          <li key={`${verdict.decidedAt} ${verdict.class} ${verdict.cause}`}>
            <p>
              {classLabel(verdict.class)}
              {verdict.partner === null ? '' : `, ${verdict.partner}`}
            </p>
            <p className={classes.small}>
              {format.instant(verdict.decidedAt)}, because {verdict.cause}, by attribution page{' '}
              {verdict.policyVersion}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
