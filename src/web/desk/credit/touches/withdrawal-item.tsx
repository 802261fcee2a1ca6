import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { useFormat } from '../../../ui/format.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { focusNext, Item } from './item.tsx';
import classes from './waiting.module.css';
import { type ProposedWithdrawal, useReadWaiting } from './waiting-data.ts';

/** The withdrawal of an introduction, which counts until a second person has signed (ATT-9). */
export function WithdrawalItem(props: { withdrawal: ProposedWithdrawal }): ReactNode {
  const { withdrawal } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const readAgain = useReadWaiting();
  const sign = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/withdrawals/{withdrawalId}/cosignature', {
          params: { path: { org: slug, withdrawalId: withdrawal.id } },
        }),
      ),
    onSuccess: () => {
      focusNext();
      toastDone('Signed. The introduction is void and the credit is decided again.');
    },
    onError: toastProblem,
    onSettled: readAgain,
  });
  const what = `Withdraw the introduction by ${withdrawal.partner.name} of ${format.day(withdrawal.occurredOn)}`;
  const yes = { label: 'Sign', onClick: () => sign.mutate(), isPending: sign.isPending };
  return (
    <Item label={what} yes={withdrawal.maySign ? yes : null} no={null}>
      <p className={classes.what}>{what}</p>
      <p>
        {withdrawal.deal === null ? null : (
          <a href={paths.opportunity(slug, String(withdrawal.deal.number))}>
            #{withdrawal.deal.number} {withdrawal.deal.name}
          </a>
        )}
        {withdrawal.deal !== null && withdrawal.account !== null ? ' · ' : ''}
        {withdrawal.account}
      </p>
      <p className={classes.outcome}>{withdrawal.reason}</p>
      <p className={classes.small}>
        proposed by {withdrawal.isMine ? 'you' : withdrawal.proposedBy} on {format.day(withdrawal.proposedOn)}
        {withdrawal.isMine ? ' · somebody else signs it' : ''}
        {withdrawal.isMine || withdrawal.maySign
          ? ''
          : ' · the CRO, the CFO, the head of partnerships or partner operations signs it'}
      </p>
    </Item>
  );
}
