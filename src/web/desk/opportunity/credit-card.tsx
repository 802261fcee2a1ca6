import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { CreditTests } from './credit-tests.tsx';
import { CreditTimeline } from './credit-timeline.tsx';
import { Disputes } from './disputes.tsx';
import { EvidenceList } from './evidence-list.tsx';
import classes from './opportunity.module.css';
import { type Credit, creditQuery, type Opportunity } from './opportunity-data.ts';
import { classLabel } from './opportunity-words.ts';

/** Whose credit a deal is: the verdict, how it came about, what would have changed it, and what is disputed. */
export function CreditCard(props: { deal: Opportunity }): ReactNode {
  const { slug } = useDesk();
  const credit = useQuery({
    ...creditQuery(slug, props.deal.opportunityId),
    // A fact that is being decided is decided within a moment.
    refetchInterval: (query) => (query.state.data?.pending === true ? 700 : false),
  });
  if (credit.error !== null || credit.data === undefined) {
    return (
      <Card>
        <Title order={2}>Credit</Title>
        {credit.error === null ? (
          <Loading rows={4} label="Loading the credit" />
        ) : (
          <ErrorState error={credit.error} onRetry={() => void credit.refetch()} />
        )}
      </Card>
    );
  }
  return <Verdict credit={credit.data} />;
}

function Verdict(props: { credit: Credit }): ReactNode {
  const { credit } = props;
  return (
    <>
      <Card>
        <Stack gap="md">
          <Headline credit={credit} />
          <CreditTimeline credit={credit} />
          <Possibilities credit={credit} />
        </Stack>
      </Card>
      <Card>
        <CreditTests credit={credit} />
      </Card>
      <Card>
        <Stack gap="md">
          <EvidenceList credit={credit} />
          <Disputes credit={credit} />
          <History history={credit.history} />
        </Stack>
      </Card>
    </>
  );
}

function Headline(props: { credit: Credit }): ReactNode {
  const { credit } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const { openingBalance, lockOn } = credit;
  const lock =
    lockOn === null
      ? ''
      : credit.locked
        ? `, locked since ${format.day(lockOn)}`
        : `, claims can be recorded until ${format.day(lockOn)}`;
  return (
    <div>
      <Title order={2} className={classes.unseen ?? ''}>
        Credit
      </Title>
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
        {credit.needsPanel || credit.grayArea ? (
          <Badge color="amber" title="The signed page is silent here: people decide.">
            For the panel
          </Badge>
        ) : null}
        {credit.pending ? <Badge>Being decided again</Badge> : null}
        <Text size="sm" c="dimmed">
          by <a href={paths.programPage(slug, 'attribution')}>attribution page {credit.policyVersion}</a>
          {lock}
          {credit.cycleDays === null
            ? ''
            : `; ${credit.segment ?? 'its segment'} takes ${format.count(credit.cycleDays)} days`}
        </Text>
      </Group>
      {openingBalance === null ? null : (
        <Text size="sm" mt="xs" fs="italic" c="dimmed">
          Opening balance — imported, unproven: {classLabel(openingBalance.class).toLowerCase()} by{' '}
          {openingBalance.partner.name}.
        </Text>
      )}
    </div>
  );
}

/** What would have changed the answer: each was tried with the same rules. */
function Possibilities(props: { credit: Credit }): ReactNode {
  const { counterfactuals } = props.credit;
  if (counterfactuals.length === 0) return null;
  return (
    <section aria-label="What would have changed it">
      <Title order={3}>What would have changed it</Title>
      <ul className={classes.possible}>
        {counterfactuals.map((one) => (
          <li key={one.sentence}>{one.sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function History(props: { history: Credit['history'] }): ReactNode {
  const format = useFormat();
  if (props.history.length === 0) return null;
  const count = props.history.length;
  return (
    <details>
      <summary>
        <Text span size="sm">
          {format.count(count)} {count === 1 ? 'verdict' : 'verdicts'} so far
        </Text>
      </summary>
      <ul className={classes.evidence}>
        {props.history.map((verdict) => (
          <li key={verdict.creditId}>
            <p>
              {classLabel(verdict.class)}
              {verdict.partner === null ? '' : `, ${verdict.partner}`}
              {verdict.coSold && verdict.class !== 'co_sold' ? ', and co-sold' : ''}
            </p>
            <p className={classes.small}>
              {format.instant(verdict.decidedAt)}, because {verdict.cause}, by attribution page{' '}
              {verdict.policyVersion}
              {verdict.hash === null ? '' : `, fingerprint ${verdict.hash.slice(0, 12)}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
