import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Proofs } from '../../proofs.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './opportunity.module.css';
import type { Credit } from './opportunity-data.ts';
import { plainWords } from './opportunity-words.ts';
import { useReadAgain } from './read-again.ts';

type Evidence = Credit['evidence'][number];

/** What partner people did, with its proof: confirmed or waiting, counting or not, withdrawn or standing. */
export function EvidenceList(props: { credit: Credit }): ReactNode {
  const { evidence } = props.credit;
  const [withdrawing, setWithdrawing] = useState<Evidence | null>(null);
  return (
    <section aria-label="Evidence">
      <Title order={3}>Evidence</Title>
      {evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          No introduction and no touch is recorded.
        </Text>
      ) : (
        <ul className={classes.evidence}>
          {evidence.map((one) => (
            <li key={one.id}>
              <EvidenceItem
                evidence={one}
                deal={String(props.credit.opportunity.number)}
                onWithdraw={() => setWithdrawing(one)}
              />
            </li>
          ))}
        </ul>
      )}
      {withdrawing === null ? null : (
        <WithdrawDialog evidence={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </section>
  );
}

function EvidenceItem(props: { evidence: Evidence; deal: string; onWithdraw: () => void }): ReactNode {
  const { evidence } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const mayRecord = useMay('touch.record');
  const readAgain = useReadAgain();
  const confirm = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/touches/{touchId}/confirmation', {
          params: { path: { org: slug, touchId: evidence.id } },
        }),
      ),
    onSuccess: () => toastDone('The touch is confirmed in your name. The credit is decided again.'),
    onError: toastProblem,
    onSettled: readAgain,
  });
  const who = [evidence.person, evidence.partner].filter(Boolean).join(', ');
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
      <div>
        <p className={evidence.withdrawn ? classes.withdrawn : undefined}>
          {plainWords(evidence.what)} by {who}
        </p>
        {evidence.outcome === null ? null : <p className={classes.quiet}>{evidence.outcome}</p>}
        <p className={classes.small}>
          {format.day(evidence.occurredOn)}, recorded {format.day(evidence.recordedOn)}
          {evidence.importNumber === null ? '' : `, import ${evidence.importNumber}`}
        </p>
        <Proofs
          evidence={evidence.links}
          mailHref={(mail) => paths.opportunity(slug, props.deal, { mail })}
        />
      </div>
      <Group gap="xs" justify="flex-end">
        {evidence.withdrawn ? <Badge>withdrawn</Badge> : null}
        {evidence.withdrawal?.state === 'proposed' ? (
          <Badge color="amber" title={`${evidence.withdrawal.by}: ${evidence.withdrawal.reason}`}>
            withdrawal needs a second signature
          </Badge>
        ) : null}
        {evidence.refused === null ? null : <Badge title={evidence.refused}>refused</Badge>}
        {evidence.withdrawn || !evidence.confirmed ? null : (
          <Badge color={evidence.counts ? 'teal' : 'gray'}>
            {evidence.counts ? 'counts' : 'does not count'}
          </Badge>
        )}
        {evidence.withdrawn || evidence.confirmed ? null : (
          <>
            <Badge color="amber">not confirmed</Badge>
            {mayRecord ? (
              <Button size="compact-sm" loading={confirm.isPending} onClick={() => confirm.mutate()}>
                Confirm
              </Button>
            ) : null}
          </>
        )}
        {mayRecord && !evidence.withdrawn && evidence.withdrawal === null ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={props.onWithdraw}
            aria-label={`Withdraw: ${plainWords(evidence.what)} by ${who}`}
          >
            Withdraw
          </Button>
        ) : null}
      </Group>
    </Group>
  );
}

function WithdrawDialog(props: { evidence: Evidence; onClose: () => void }): ReactNode {
  const { evidence } = props;
  const { slug } = useDesk();
  const readAgain = useReadAgain();
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST('/api/v1/o/{org}/withdrawals', {
          params: { path: { org: slug } },
          body: { kind: evidence.kind, factId: evidence.id, reason },
        }),
      ),
    onSuccess: () => {
      toastDone('Withdrawn. The credit is decided again.');
      props.onClose();
    },
    onSettled: readAgain,
  });
  return (
    <ReasonDialog
      title="Withdraw this evidence?"
      says="It stays in the history with your reason, and counts no longer. This cannot be taken back; the act can be recorded anew."
      label="Why it was wrong"
      act="Withdraw it"
      keep="Keep it"
      danger
      error={withdraw.error}
      isPending={withdraw.isPending}
      onSubmit={(reason) => withdraw.mutate(reason)}
      onClose={props.onClose}
    />
  );
}
