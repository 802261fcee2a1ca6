import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { portalSay } from '#core/registration/portal-words.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { PartnerReads } from './partner-reads.tsx';
import { type Registration, useDeed } from './registration-data.ts';

/** DR-7, DR-16: says no, with a reason of the closed list and words that the partner reads. */
export function RejectDialog(props: { registration: Registration; onClose: () => void }): ReactNode {
  const { registration, onClose } = props;
  const { slug } = useDesk();
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const reject = useDeed(
    () =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/rejection', {
          params: { path: { org: slug, registrationId: registration.registrationId } },
          body: { reason, words: words.trim() },
        }),
      ),
    () => 'It is rejected. The partner has your reason.',
  );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== '') reject.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog opened onClose={onClose} title={`Reject ${registration.customer}`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {reject.error === null ? null : <ErrorState error={reject.error} />}
          <NativeSelect
            label="Reason"
            description="The list of the signed registration page."
            required
            data={[{ value: '', label: 'Choose a reason' }, ...registration.reasons]}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fieldError(reject.error === null ? null : problemOf(reject.error), 'reason')}
            data-autofocus
          />
          <Textarea
            label="Your words"
            description="What would have to be different. Never name another partner."
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
          />
          <PartnerReads>
            {portalSay('en', 'event.reject')}
            {reason === '' ? '' : ` ${reason}.`}
            {words.trim() === '' ? '' : ` “${words.trim()}”`}
          </PartnerReads>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={reject.isPending} disabled={reason === ''}>
              Reject it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
