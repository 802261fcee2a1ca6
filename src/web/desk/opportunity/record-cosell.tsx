import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
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

/** Records a co-sell plan that both sides accepted, or a check-in on one: what a deal needs to be co-sold. */
export function RecordCosell(props: {
  deal: Opportunity;
  what: 'plan' | 'check-in';
  onClose: () => void;
}): ReactNode {
  const { deal } = props;
  const isPlan = props.what === 'plan';
  const { slug, timeZone, me } = useDesk();
  const readAgain = useReadAgain();
  const [act, setAct] = useState(() => newAct(deal, timeZone));
  const [owner, setOwner] = useState(deal.owner ?? me.name);
  const [text, setText] = useState('');
  const record = useMutation({
    mutationFn: async (who: { partnerId: string; partnerPersonId: string }): Promise<void> => {
      const at = instantOn(act.occurredOn, timeZone, Date.now());
      const shared = { ...who, opportunityId: deal.opportunityId };
      const params = { path: { org: slug } };
      if (isPlan) {
        const plan = {
          ...shared,
          internalOwner: owner.trim(),
          goal: text.trim(),
          evidence: evidenceLines(act.evidence),
          activeOn: act.occurredOn,
        };
        await take(api.POST('/api/v1/o/{org}/cosell-plans', { params, body: plan }));
        return;
      }
      await take(
        api.POST('/api/v1/o/{org}/check-ins', {
          params,
          body: { ...shared, nextStep: text.trim(), occurredAt: at },
        }),
      );
    },
    onSuccess: () => {
      toastDone(isPlan ? 'The plan is recorded.' : 'The check-in is recorded.');
      props.onClose();
    },
    onSettled: readAgain,
  });
  const { partnerId, partnerPersonId } = act;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (partnerId !== null && partnerPersonId !== null) record.mutate({ partnerId, partnerPersonId });
  };
  const isReady =
    partnerId !== null && partnerPersonId !== null && text.trim() !== '' && act.occurredOn !== '';
  return (
    <Dialog opened onClose={props.onClose} title={isPlan ? 'Record a co-sell plan' : 'Record a check-in'}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {record.error === null ? null : <ErrorState error={record.error} />}
          <ActFields
            act={act}
            onChange={(part) => setAct((before) => ({ ...before, ...part }))}
            problem={record.error === null ? null : problemOf(record.error)}
            personRequired
          />
          {isPlan ? (
            <TextInput
              label="Our person on it"
              value={owner}
              onChange={(event) => setOwner(event.currentTarget.value)}
              maxLength={200}
              required
            />
          ) : null}
          <Textarea
            label={isPlan ? 'What both sides want to reach' : 'The next step'}
            description={
              isPlan
                ? 'In a line. It counts from the day on which both sides had accepted it.'
                : 'Who does what next. A check-in without one does not count.'
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={2000}
            autosize
            required
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={record.isPending} disabled={!isReady}>
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
