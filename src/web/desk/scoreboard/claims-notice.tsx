import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { useBoard } from './board-context.tsx';
import { standingOf } from './board-model.ts';
import classes from './scoreboard.module.css';

/** Says what the opening balance is, what makes it proven, and lets a person who may accept it by name. */
export function ClaimsNotice(): ReactNode {
  const board = useBoard();
  const { slug } = useDesk();
  const format = useFormat();
  const mayAccept = useMay('opening_balance.accept');
  const [accepting, setAccepting] = useState(false);
  const { acceptance } = board.openingBalance;
  const standing = standingOf(board);
  if (standing === 'noPartners') {
    return (
      <div className={classes.notice}>
        <span>
          <strong>No deal names a partner.</strong> Import the partners on your opportunities, or say which
          lead source, campaign or owner means one.
        </span>
        <a href={paths.imports(slug)}>Import partners</a>
      </div>
    );
  }
  const isOpen =
    acceptance.state === 'open' || (acceptance.state === 'accepted' && acceptance.claimsSince > 0);
  if (standing !== 'claimsOnly' && !isOpen) return null;
  return (
    <div className={classes.notice}>
      <span>
        {standing === 'claimsOnly' ? (
          <>
            <strong>Nothing is proven yet.</strong> The opening balance is what imports claim. A deal becomes
            proven when its introduction is recorded, or a touch on it is confirmed, by name and with
            evidence.{' '}
          </>
        ) : null}
        {acceptance.state === 'open'
          ? `Nobody has accepted the ${format.count(acceptance.claims)} imported claims.`
          : null}
        {acceptance.state === 'accepted'
          ? `Accepted by ${acceptance.by} on ${format.day(acceptance.on)}${acceptance.claimsSince > 0 ? `; ${format.count(acceptance.claimsSince)} claims came later` : ''}.`
          : null}
      </span>
      <Group gap="xs" wrap="nowrap" className="no-print">
        {standing === 'claimsOnly' ? (
          <a href={paths.pipeline(slug, { outcome: 'open', claim: 'sourced' })}>Open deals to prove</a>
        ) : null}
        {isOpen && mayAccept && board.isToday ? (
          <Button size="compact-sm" variant="default" onClick={() => setAccepting(true)}>
            Accept by name
          </Button>
        ) : null}
      </Group>
      <AcceptDialog opened={accepting} onClose={() => setAccepting(false)} />
    </div>
  );
}

function AcceptDialog(props: { opened: boolean; onClose: () => void }): ReactNode {
  const { slug, me } = useDesk();
  const queries = useQueryClient();
  const format = useFormat();
  const { openingBalance } = useBoard();
  const claims = 'claims' in openingBalance.acceptance ? openingBalance.acceptance.claims : 0;
  const accept = useMutation({
    mutationFn: () => take(api.POST('/api/v1/o/{org}/opening-balance', { params: { path: { org: slug } } })),
    onSuccess: async () => {
      toastDone('The opening balance is accepted in your name.');
      props.onClose();
      await queries.invalidateQueries({ queryKey: ['scoreboard', slug] });
    },
  });
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title="Accept the opening balance">
      <Stack gap="md">
        {accept.error === null ? null : <ErrorState error={accept.error} />}
        <Text size="sm">
          You accept {format.count(claims)} imported claims as a whole, as the balance that the program starts
          from. Your name and today’s date stand beside them. They stay unproven and apart: accepting turns
          none of them into sourced credit.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            Accept as {me.name}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
