import { Anchor, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './registration.module.css';
import type { AnsweredOne, RegistrationItem } from './registration-data.ts';

const words = {
  accepted: 'accepted',
  approved: 'your yes is recorded; the next seat decides',
  contested: 'another registration has the account: a conflict case was opened',
  rejected: 'rejected',
  returned: 'asked back',
  refused: 'not decided',
} as const satisfies Record<AnsweredOne['outcome'], string>;

/** What became of each: first what was not decided, each with its reason and the way to it. */
export function BulkResults(props: {
  results: readonly AnsweredOne[];
  rows: readonly RegistrationItem[];
  onClose: () => void;
}): ReactNode {
  const { slug } = useDesk();
  const byId = new Map(props.rows.map((row) => [row.registrationId, row]));
  const isOpen = ({ outcome }: AnsweredOne) => outcome === 'refused' || outcome === 'contested';
  const order = props.results.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  return (
    <Dialog opened onClose={props.onClose} title="What was decided">
      <Stack gap="md">
        <ul className={classes.list}>
          {order.map((one) => {
            const row = byId.get(one.registrationId);
            const number = one.number ?? row?.number;
            const name = `${number ?? ''}. ${row?.customer ?? 'A registration'}`;
            return (
              <li key={one.registrationId}>
                {number === undefined ? (
                  name
                ) : (
                  <Anchor underline="always" href={paths.registration(slug, String(number))}>
                    {name}
                  </Anchor>
                )}
                :{' '}
                <span className={isOpen(one) ? classes.late : undefined}>
                  {words[one.outcome]}
                  {one.why === null ? '' : `. ${one.why}`}
                </span>
              </li>
            );
          })}
        </ul>
        <Group justify="flex-end">
          <Button onClick={props.onClose}>Back to the queue</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
