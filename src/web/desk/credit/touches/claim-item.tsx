import { Badge } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { Proofs } from '../../../proofs.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { focusNext, Item } from './item.tsx';
import classes from './waiting.module.css';
import { useReadWaiting, type WaitingClaim } from './waiting-data.ts';
import { actWords, lockWords, waitWords, wayWords } from './waiting-words.ts';

/** A claim to confirm by name, or to refuse with a reason that the partner reads. */
export function ClaimItem(props: { claim: WaitingClaim }): ReactNode {
  const { claim } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const mayRecord = useMay('touch.record');
  const readAgain = useReadWaiting();
  const [refusing, setRefusing] = useState(false);
  const confirm = useMutation({
    mutationFn: () => confirmClaim(slug, claim),
    onSuccess: () => {
      focusNext();
      toastDone('Confirmed in your name. The credit is decided again.');
    },
    onError: toastProblem,
    onSettled: readAgain,
  });
  const refuse = useMutation({
    mutationFn: (reason: string) => refuseClaim(slug, claim, reason),
    onSuccess: () => {
      setRefusing(false);
      toastDone(claim.side === 'partner' ? 'Refused. The partner reads why.' : 'Refused. It never counts.');
    },
    onSettled: readAgain,
  });
  const what = `${actWords(claim)} by ${[claim.person, claim.partner.name].filter(Boolean).join(', ')}`;
  const lock = lockWords(claim);
  const yes = { label: 'Confirm', onClick: () => confirm.mutate(), isPending: confirm.isPending };
  return (
    <>
      <Item
        label={what}
        yes={mayRecord ? yes : null}
        no={mayRecord ? { label: 'Refuse', onClick: () => setRefusing(true) } : null}
      >
        <p className={classes.what}>
          {what} {claim.isLate ? <Badge color="amber">waits {waitWords(claim.waitsSinceDays)}</Badge> : null}
        </p>
        <ClaimPlace claim={claim} />
        {claim.outcome === null ? (
          <p className={classes.small}>No outcome is named, so it would earn nothing.</p>
        ) : (
          <p className={classes.outcome}>{claim.outcome}</p>
        )}
        {claim.evidence.length === 0 ? <p className={classes.small}>Nothing proves it yet.</p> : null}
        <Proofs evidence={claim.evidence} />
        <p className={classes.small}>
          happened {format.day(claim.occurredOn)} · written down {format.day(claim.recordedOn)}{' '}
          {wayWords(claim)}
          {claim.internalOwner === null ? '' : ` · with ${claim.internalOwner} of ours`}
          {claim.closedOn === null ? '' : ` · the deal closed ${format.day(claim.closedOn)}`}
          {lock === null || claim.lockOn === null ? '' : ` · ${lock} (${format.day(claim.lockOn)})`}
        </p>
      </Item>
      {refusing ? (
        <ReasonDialog
          title="Refuse this claim?"
          says={
            claim.side === 'partner'
              ? 'It stays in the history and never counts. The partner reads your reason and may claim again with more.'
              : 'It stays in the history with your reason and never counts. The act can be recorded anew.'
          }
          label="Why not"
          act="Refuse it"
          error={refuse.error}
          isPending={refuse.isPending}
          onSubmit={(reason) => refuse.mutate(reason)}
          onClose={() => setRefusing(false)}
        />
      ) : null}
    </>
  );
}

function ClaimPlace(props: { claim: Pick<WaitingClaim, 'deal' | 'account'> }): ReactNode {
  const { deal, account } = props.claim;
  const { slug } = useDesk();
  return (
    <p>
      {deal === null ? null : (
        <a href={paths.opportunity(slug, String(deal.number))}>
          #{deal.number} {deal.name}
        </a>
      )}
      {deal !== null && account !== null ? ' · ' : ''}
      {account}
    </p>
  );
}

function confirmClaim(org: string, claim: WaitingClaim): Promise<unknown> {
  return claim.kind === 'touch'
    ? take(
        api.POST('/api/v1/o/{org}/touches/{touchId}/confirmation', {
          params: { path: { org, touchId: claim.id } },
        }),
      )
    : take(
        api.POST('/api/v1/o/{org}/introductions/{introductionId}/confirmation', {
          params: { path: { org, introductionId: claim.id } },
        }),
      );
}

function refuseClaim(org: string, claim: WaitingClaim, reason: string): Promise<unknown> {
  return claim.kind === 'touch'
    ? take(
        api.POST('/api/v1/o/{org}/touches/{touchId}/refusal', {
          params: { path: { org, touchId: claim.id } },
          body: { reason },
        }),
      )
    : take(
        api.POST('/api/v1/o/{org}/introductions/{introductionId}/refusal', {
          params: { path: { org, introductionId: claim.id } },
          body: { reason },
        }),
      );
}
