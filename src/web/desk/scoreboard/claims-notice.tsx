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
import boardClasses from './scoreboard.module.css';

/** Lets a person who may accept the imported claims do so, by name. Nothing for all others, and in the past. */
export function AcceptButton(): ReactNode {
  const { openingBalance, isToday } = useBoard();
  const mayAccept = useMay('opening_balance.accept');
  const [accepting, setAccepting] = useState(false);
  const { acceptance } = openingBalance;
  const isOpen =
    acceptance.state === 'open' || (acceptance.state === 'accepted' && acceptance.claimsSince > 0);
  if (!(isOpen && mayAccept && isToday)) return null;
  return (
    <>
      {' '}
      <Button size="compact-xs" variant="default" className="no-print" onClick={() => setAccepting(true)}>
        Accept by name
      </Button>
      <AcceptDialog opened={accepting} onClose={() => setAccepting(false)} />
    </>
  );
}

/** Who accepted the imported claims, and when; or that nobody has. */
export function AcceptanceText(): ReactNode {
  const format = useFormat();
  const { acceptance } = useBoard().openingBalance;
  if (acceptance.state === 'nothingToAccept') return null;
  if (acceptance.state === 'open') return 'Opening balance not accepted';
  const later =
    acceptance.claimsSince > 0 ? `, ${format.count(acceptance.claimsSince)} claims came later` : '';
  return `Opening balance accepted by ${acceptance.by}, ${format.day(acceptance.on)}${later}`;
}

/** Where nothing is proven: what the opening balance is and what makes a deal proven; or that no deal names a partner. */
export function ClaimsNotice(): ReactNode {
  const board = useBoard();
  const { slug } = useDesk();
  const standing = standingOf(board);
  if (standing === 'proven') return null;
  if (standing !== 'claimsOnly') {
    return (
      <div className={boardClasses.notice}>
        <span>
          <strong>No deal names a partner.</strong> Import the partners on your opportunities, or say which
          lead source, campaign or owner means one.
        </span>
        <a href={paths.newImport(slug)}>Import partners</a>
      </div>
    );
  }
  return (
    <div className={boardClasses.notice}>
      <span>
        <strong>Nothing is proven yet.</strong> The opening balance is what imports claim. A deal becomes
        proven when its introduction is recorded, or a touch on it is confirmed, by name and with evidence.
      </span>
      <a href={paths.pipeline(slug, { outcome: 'open', claim: 'sourced' })}>Open deals to prove</a>
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
      await queries.invalidateQueries();
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
