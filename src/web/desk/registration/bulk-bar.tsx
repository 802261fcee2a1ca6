import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './registration.module.css';
import { type RegistrationItem, useDeed } from './registration-data.ts';

type Result = { readonly row: RegistrationItem; readonly words: string; readonly isDone: boolean };

/** Decides several registrations, one call each. What could not be decided is listed with its reason. */
export function BulkBar(props: {
  selected: readonly RegistrationItem[];
  reasons: readonly string[];
  onDone: () => void;
}): ReactNode {
  const { selected, reasons } = props;
  const { slug } = useDesk();
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const [results, setResults] = useState<readonly Result[] | null>(null);
  const clear = selected.filter(({ asks, stops }) => asks + stops === 0);
  const accept = useDeed(
    () =>
      each(selected, async (row) => {
        if (row.asks + row.stops > 0)
          return { row, isDone: false, words: 'not accepted: a check needs a look' };
        const { state, conflict } = await take(
          api.POST('/api/v1/o/{org}/registrations/{registrationId}/acceptance', {
            params: { path: { org: slug, registrationId: row.registrationId } },
            body: { changed: null, opportunityId: null },
          }),
        );
        const words = conflict
          ? 'another registration has the account: a conflict case was opened'
          : state === 'submitted'
            ? 'your yes is recorded; the next seat decides'
            : 'accepted';
        return { row, isDone: !conflict, words };
      }),
    summary,
  );
  const reject = useDeed(
    (words: string) =>
      each(selected, async (row) => {
        await take(
          api.POST('/api/v1/o/{org}/registrations/{registrationId}/rejection', {
            params: { path: { org: slug, registrationId: row.registrationId } },
            body: { reason, words },
          }),
        );
        return { row, isDone: true, words: 'rejected' };
      }),
    summary,
  );
  const show = (found: readonly Result[]): void => {
    setRejecting(false);
    setResults(found);
  };
  return (
    <>
      <section className={classes.bulk} aria-label="Decide several">
        <Text size="sm" fw={600} role="status">
          {selected.length} selected
        </Text>
        <Button
          disabled={clear.length === 0}
          loading={accept.isPending}
          onClick={() => accept.mutate(undefined, { onSuccess: show })}
        >
          Accept {clear.length} whose checks all pass
        </Button>
        <Button variant="default" disabled={selected.length === 0} onClick={() => setRejecting(true)}>
          Reject with one reason
        </Button>
      </section>
      {rejecting ? (
        <ReasonDialog
          title={selected.length === 1 ? 'Reject one' : `Reject ${selected.length}`}
          says="Each partner reads the reason and your words, and may appeal once."
          label="Your words"
          act="Reject"
          danger
          ready={reason !== ''}
          error={reject.error}
          isPending={reject.isPending}
          onSubmit={(words) => reject.mutate(words, { onSuccess: show })}
          onClose={() => setRejecting(false)}
        >
          <NativeSelect
            label="Reason"
            required
            data={[{ value: '', label: 'Choose a reason' }, ...reasons]}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ReasonDialog>
      ) : null}
      <Dialog opened={results !== null} onClose={props.onDone} title="What was decided">
        <Stack gap="md">
          <ul className={classes.list}>
            {(results ?? []).map(({ row, words, isDone }) => (
              <li key={row.registrationId}>
                {row.number}. {row.customer}:{' '}
                <span className={isDone ? undefined : classes.late}>{words}</span>
              </li>
            ))}
          </ul>
          <Group justify="flex-end">
            <Button onClick={props.onDone}>Back to the queue</Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

/** Asks for one row after the other; a refusal is the result of its row and stops no other. */
async function each(
  rows: readonly RegistrationItem[],
  decide: (row: RegistrationItem) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const row of rows) {
    const result = await decide(row).catch((error: unknown) => {
      const { detail, title } = problemOf(error);
      return { row, isDone: false, words: detail ?? title };
    });
    results.push(result);
  }
  return results;
}

function summary(results: readonly Result[]): string {
  const done = results.filter(({ isDone }) => isDone).length;
  return `${done} of ${results.length} decided.`;
}
