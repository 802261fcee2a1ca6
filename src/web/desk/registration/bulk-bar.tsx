import { Button, NativeSelect, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { BulkResults } from './bulk-results.tsx';
import classes from './registration.module.css';
import { type AnsweredOne, type RegistrationItem, type SameAnswer, useDeed } from './registration-data.ts';

/** So many go in one call; a selection over several pages of the queue is sent in several. */
const atOnce = 50;

const unanswered = 'No answer came for this one. Look at it before you try it again.';

/** The same answer to several registrations. Each is decided in its own right; what could not be is listed with its reason. */
export function BulkBar(props: {
  selected: readonly RegistrationItem[];
  shown: readonly RegistrationItem[];
  reasons: readonly string[];
  onSelectAll: () => void;
  onClear: () => void;
  onDone: () => void;
}): ReactNode {
  const { selected, shown, reasons, onSelectAll, onClear, onDone } = props;
  const { slug } = useDesk();
  const [asked, setAsked] = useState<'reject' | 'return' | null>(null);
  const [reason, setReason] = useState('');
  const [results, setResults] = useState<readonly AnsweredOne[] | null>(null);
  const none = selected.length === 0;
  const decide = useDeed(
    async (answer: SameAnswer) => {
      const items: AnsweredOne[] = [];
      for (let from = 0; from < selected.length; from += atOnce) {
        const registrationIds = selected.slice(from, from + atOnce).map((row) => row.registrationId);
        const body = { registrationIds, answer };
        const call = take(
          api.POST('/api/v1/o/{org}/registration-decisions', { params: { path: { org: slug } }, body }),
        );
        // What was decided before is shown, whatever became of the rest.
        const done = await call.catch((error: unknown) => {
          if (items.length === 0) throw error;
          return null;
        });
        const lost = (registrationId: string): AnsweredOne => ({
          ...{ registrationId, number: null, outcome: 'refused', why: unanswered },
        });
        items.push(...(done?.items ?? registrationIds.map(lost)));
      }
      return items;
    },
    (items) =>
      `${items.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'contested').length} of ${items.length} decided.`,
  );
  const send = (answer: SameAnswer): void =>
    decide.mutate(answer, {
      onSuccess: (items) => {
        setAsked(null);
        setResults(items);
      },
    });
  const many = selected.length === 1 ? 'one' : String(selected.length);
  const isAllShown = shown.length > 0 && shown.every((row) => selected.includes(row));
  return (
    <>
      <section className={classes.bulk} aria-label="Decide several">
        <Text size="sm" fw={600} role="status">
          {selected.length} selected
        </Text>
        <Button variant="subtle" onClick={isAllShown ? onClear : onSelectAll}>
          {isAllShown ? 'Select none' : `Select all ${shown.length} shown`}
        </Button>
        <Button
          disabled={none}
          loading={decide.isPending && asked === null}
          onClick={() => send({ kind: 'accept' })}
        >
          Accept those whose checks all pass
        </Button>
        <Button variant="default" disabled={none} onClick={() => setAsked('return')}>
          Ask back
        </Button>
        <Button variant="default" disabled={none} onClick={() => setAsked('reject')}>
          Reject with one reason
        </Button>
      </section>
      {asked === 'reject' ? (
        <ReasonDialog
          title={`Reject ${many}`}
          says="Each partner reads the reason and your words, and may appeal once. This is not taken back."
          label="Your words"
          act="Reject"
          danger
          ready={reason !== ''}
          error={decide.error}
          isPending={decide.isPending}
          onSubmit={(words) => send({ kind: 'reject', reason, words })}
          onClose={() => setAsked(null)}
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
      {asked === 'return' ? (
        <ReasonDialog
          title={`Ask ${many} back`}
          says="Each partner gets the same question. The clock stands still meanwhile, for as long as the page says."
          label="What do you ask?"
          act="Ask back"
          error={decide.error}
          isPending={decide.isPending}
          onSubmit={(asks) => send({ kind: 'return', asks, isIncomplete: false })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {results === null ? null : <BulkResults results={results} rows={selected} onClose={onDone} />}
    </>
  );
}
