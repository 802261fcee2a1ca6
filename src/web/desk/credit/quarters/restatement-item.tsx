import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CurrencyCode } from '#core/money.ts';
import { paths } from '../../../paths.ts';
import { useFormat } from '../../../ui/format.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { measureLabels } from './quarter-words.ts';
import classes from './quarters.module.css';
import { type Restatement, useDecideRestatement } from './quarters-data.ts';

const decisionWords = { accepted: 'Accepted', refused: 'Refused', superseded: 'Replaced by a newer fact' };

/** A restatement: the deal, what it was booked as and would be, and what Finance says to it. */
export function RestatementItem(props: { restatement: Restatement; currency: string }): ReactNode {
  const { restatement: one, currency } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const mayDecide = useMay('quarter.close');
  const [deciding, setDeciding] = useState<'accept' | 'refuse' | null>(null);
  const delta = format.money({ minor: Math.abs(one.deltaMinor), currency: currency as CurrencyCode });
  return (
    <li className={classes.item}>
      <div>
        <p>
          <a href={paths.opportunity(slug, one.opportunityId)}>
            #{one.dealNumber} {one.dealName}
          </a>
          <span className={classes.quiet}> · {measureLabels[one.measure]}</span>
        </p>
        <p>{one.sentence}</p>
        <p className={classes.small}>
          Restatement {one.number}, raised {format.instant(one.raisedAt)}
          {one.cause === '' ? '' : `, because of: ${format.sentence(one.cause)}`}
          {one.deltaMinor === 0
            ? ''
            : `. Moves the sourced figure by ${one.deltaMinor > 0 ? '+' : '−'}${delta}.`}
        </p>
        {one.decision === null ? null : (
          <p className={classes.small}>
            {decisionWords[one.decision]}
            {one.decision === 'superseded' || one.decidedBy === null ? '' : ` by ${one.decidedBy}`}
            {one.decidedAt === null ? '' : `, ${format.instant(one.decidedAt)}`}
            {one.note === null ? '' : `: ${one.note}`}
          </p>
        )}
      </div>
      {one.decision === null && mayDecide ? (
        <Group gap="xs" align="flex-start">
          <Button size="compact-sm" onClick={() => setDeciding('accept')}>
            Accept
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setDeciding('refuse')}>
            Refuse
          </Button>
        </Group>
      ) : null}
      {deciding === null ? null : (
        <DecideDialog restatement={one} accept={deciding === 'accept'} onClose={() => setDeciding(null)} />
      )}
    </li>
  );
}

function DecideDialog(props: { restatement: Restatement; accept: boolean; onClose: () => void }): ReactNode {
  const { restatement, accept } = props;
  const decide = useDecideRestatement();
  const onSubmit = (note: string): void =>
    decide.mutate(
      { restatementId: restatement.restatementId, accept, note },
      {
        onSuccess: () => {
          toastDone(accept ? 'Accepted. It stands beside the figure.' : 'Refused. The figure stays.');
          props.onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={`${accept ? 'Accept' : 'Refuse'} restatement ${restatement.number}`}
      says={
        <Stack gap="xs">
          <span>{restatement.sentence}</span>
          <span className={classes.quiet}>
            {accept
              ? 'The booked figure stays. The difference stands beside it, with your name and this note.'
              : 'Nothing moves. The same reading is not brought up again; another one is.'}
          </span>
        </Stack>
      }
      label="Why"
      act={accept ? 'Accept' : 'Refuse'}
      error={decide.error}
      isPending={decide.isPending}
      onSubmit={onSubmit}
      onClose={props.onClose}
    />
  );
}
