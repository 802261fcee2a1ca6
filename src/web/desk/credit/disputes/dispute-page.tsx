import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import classes from '../../../dispute/case.module.css';
import { CaseHead, RulingText, Statements } from '../../../dispute/case-view.tsx';
import type { DisputeCase } from '../../../dispute/case-words.ts';
import { SayForm, type Saying } from '../../../dispute/say-form.tsx';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { creditQuery } from '../../opportunity/opportunity-data.ts';
import { disputeQuery } from './dispute-data.ts';
import { RuleForm } from './rule-form.tsx';

/** One case: what both sides said, what the panel makes of it, and what the reader may do now. */
export function DisputePage(): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const { dispute: number = '' } = useParams({ strict: false }) as { dispute?: string };
  const dispute = useQuery(disputeQuery(slug, number));
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['disputes', slug] });
    await queries.invalidateQueries({ queryKey: ['opportunity', slug] });
  };
  const up = { label: 'Disputes', href: paths.disputes(slug) };
  if (dispute.error !== null) {
    return (
      <Page title="This case cannot be shown" up={up} width="narrow">
        <ErrorState error={dispute.error} onRetry={() => void dispute.refetch()} />
      </Page>
    );
  }
  if (dispute.data === undefined) return <Loading rows={8} label="Loading the case" />;
  const send = async (saying: Saying): Promise<void> => {
    await take(
      api.POST('/api/v1/o/{org}/disputes/{dispute}/statements', {
        params: { path: { org: slug, dispute: number } },
        body: saying,
      }),
    );
    await readAgain();
  };
  return (
    <Page
      title={`Dispute ${dispute.data.number}`}
      up={up}
      lead={
        <a href={paths.opportunity(slug, dispute.data.opportunityId)}>
          #{dispute.data.dealNumber} {dispute.data.deal}
        </a>
      }
    >
      <CaseHead dispute={dispute.data} />
      <Statements dispute={dispute.data} />
      <EngineSays opportunityId={dispute.data.opportunityId} />
      <SayForm dispute={dispute.data} send={send} />
      <Panel dispute={dispute.data} readAgain={readAgain} />
    </Page>
  );
}

function Panel(props: { dispute: DisputeCase; readAgain: () => Promise<void> }): ReactNode {
  const { dispute, readAgain } = props;
  const { slug } = useDesk();
  const { panel, rulings } = dispute;
  const open = rulings.find(({ standsAt, isAppeal }) => standsAt === null && isAppeal === panel.isAppeal);
  const isOver = dispute.closedAt !== null || dispute.state === 'ruled';
  const sign = useMutation({
    mutationFn: (rulingId: string) =>
      take(
        api.POST('/api/v1/o/{org}/rulings/{rulingId}/signatures', {
          params: { path: { org: slug, rulingId } },
        }),
      ),
    onSuccess: ({ stands }) =>
      toastDone(stands ? 'The ruling stands. The deal is decided again.' : 'You have signed it.'),
    onError: toastProblem,
    onSettled: readAgain,
  });
  return (
    <Card>
      <Title order={2}>{panel.isAppeal ? 'Appeal' : 'Panel'}</Title>
      <Text size="sm" c="dimmed">
        {panel.isAppeal
          ? 'The CRO decides, and finally; the CEO where no CRO can. A sourced credit is taken away only with the CFO as a second person.'
          : `Two of Head of Partnerships, sales leader and RevOps sign${panel.needsCfo ? ', and the CFO or a delegate, since the deal is large' : ''}. Nobody who is a party signs.`}
      </Text>
      {isOver ? null : <Members members={panel.members} />}
      {rulings.map((ruling) => (
        <RulingText
          key={ruling.id}
          ruling={ruling}
          actions={
            ruling === open && panel.mayRule ? (
              <Button size="compact-sm" loading={sign.isPending} onClick={() => sign.mutate(ruling.id)}>
                Sign this ruling
              </Button>
            ) : null
          }
        />
      ))}
      {isOver ? null : panel.mayRule && open === undefined ? (
        <RuleForm
          opportunityId={dispute.opportunityId}
          disputeId={dispute.id}
          isAppeal={panel.isAppeal}
          onDone={readAgain}
        />
      ) : panel.why === null || panel.mayRule ? null : (
        <Text size="sm" mt="sm">
          You do not rule on this case: {panel.why}
        </Text>
      )}
    </Card>
  );
}

/** Who could rule: for which seat, who has signed, and who may not and why. */
function Members(props: { members: DisputeCase['panel']['members'] }): ReactNode {
  const shown = props.members.filter(({ seat, why }) => seat !== null || why !== null);
  if (shown.every(({ seat }) => seat === null)) {
    return (
      <Text size="sm" mt="xs">
        Nobody here may rule on this case. Invite somebody for a seat of the panel who is no party to it.
      </Text>
    );
  }
  return (
    <ul className={classes.members} aria-label="Who may rule">
      {shown.map((one) => (
        <li key={one.id} data-out={one.seat === null || undefined}>
          <span>{one.name}</span>
          <span>
            {one.seat === null
              ? `does not rule: ${one.why}`
              : one.hasSigned
                ? `has signed for ${one.seat}`
                : `may sign for ${one.seat}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the signed page says by itself now, and the tests behind it. */
function EngineSays(props: { opportunityId: string }): ReactNode {
  const { slug } = useDesk();
  const credit = useQuery(creditQuery(slug, props.opportunityId));
  if (credit.data === undefined) return null;
  const { sentence, reasons, evidence, policyVersion } = credit.data;
  return (
    <Card>
      <Title order={2}>What the page says now</Title>
      <Text>{sentence}</Text>
      <ul className={classes.tests}>
        {reasons.map((one) => (
          <li key={`${one.code} ${one.factId ?? ''}`}>
            <Text span size="sm" c={one.holds ? 'dimmed' : 'red'}>
              {one.holds ? 'Holds' : 'Fails'}
            </Text>{' '}
            <Text span size="sm">
              {one.fact}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        By version {policyVersion} of the attribution page, on {evidence.length}{' '}
        {evidence.length === 1 ? 'piece' : 'pieces'} of evidence.{' '}
        <a href={paths.opportunity(slug, props.opportunityId)}>Open the credit of the deal</a>
      </Text>
    </Card>
  );
}
