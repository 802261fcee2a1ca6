import { Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
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
              <EvidenceItem evidence={one} onWithdraw={() => setWithdrawing(one)} />
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

function EvidenceItem(props: { evidence: Evidence; onWithdraw: () => void }): ReactNode {
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
        </p>
        {evidence.links.length === 0 ? null : (
          <ul className={classes.links}>
            {evidence.links.map((link) => (
              <li key={link}>
                <Proof text={link} />
              </li>
            ))}
          </ul>
        )}
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

/** A proof as a link where it is an address of the web, else as the text that it is. */
function Proof(props: { text: string }): ReactNode {
  if (!/^https?:\/\//.test(props.text)) return props.text;
  return (
    <a href={props.text} target="_blank" rel="noreferrer noopener">
      {props.text}
    </a>
  );
}

function WithdrawDialog(props: { evidence: Evidence; onClose: () => void }): ReactNode {
  const { evidence } = props;
  const { slug } = useDesk();
  const readAgain = useReadAgain();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
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
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    withdraw.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title="Withdraw this evidence?">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {withdraw.error === null ? null : <ErrorState error={withdraw.error} />}
          <Text size="sm">
            It stays in the history with your reason, and counts no longer. This cannot be taken back; the act
            can be recorded anew.
          </Text>
          <Textarea
            label="Why it was wrong"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={withdraw.isPending} disabled={reason.trim() === ''}>
              Withdraw it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
