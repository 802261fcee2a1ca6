import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { evidenceLines } from '../../evidence-lines.ts';
import { problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { ActFields, newAct } from './act-fields.tsx';
import type { Opportunity } from './opportunity-data.ts';
import { instantOn } from './opportunity-words.ts';
import { useReadAgain } from './read-again.ts';

/** Records that a partner introduced us to this deal. The credit is decided again at once. */
export function RecordIntroduction(props: { deal: Opportunity; onClose: () => void }): ReactNode {
  const { deal } = props;
  const { slug, timeZone } = useDesk();
  const readAgain = useReadAgain();
  const [act, setAct] = useState(() => newAct(deal, timeZone));
  const [note, setNote] = useState('');
  const record = useMutation({
    mutationFn: (partnerId: string) =>
      take(
        api.POST('/api/v1/o/{org}/introductions', {
          params: { path: { org: slug } },
          body: {
            partnerId,
            partnerPersonId: act.partnerPersonId,
            accountId: null,
            opportunityId: deal.opportunityId,
            product: null,
            occurredAt: instantOn(act.occurredOn, timeZone, Date.now()),
            evidence: evidenceLines(act.evidence),
            note: note.trim() === '' ? null : note.trim(),
          },
        }),
      ),
    onSuccess: () => {
      toastDone('The introduction is recorded. The credit is decided again.');
      props.onClose();
    },
    onSettled: readAgain,
  });
  const problem = record.error === null ? null : problemOf(record.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (act.partnerId !== null) record.mutate(act.partnerId);
  };
  return (
    <Dialog opened onClose={props.onClose} title="Record an introduction">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null ? null : <ErrorState error={record.error} />}
          <ActFields
            act={act}
            onChange={(change) => setAct((before) => ({ ...before, ...change }))}
            problem={problem}
            personRequired={false}
          />
          <Textarea
            label="Note"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={1}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={record.isPending}
              disabled={act.partnerId === null || act.occurredOn === ''}
            >
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
