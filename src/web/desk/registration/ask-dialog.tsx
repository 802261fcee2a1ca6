import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { portalSay } from '#core/registration/portal-words.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { PartnerReads } from './partner-reads.tsx';
import { type Registration, useDeed } from './registration-data.ts';

/** DR-7: asks the partner back; the clock stands still until the answer, or as long as the page allows. */
export function AskDialog(props: { registration: Registration; onClose: () => void }): ReactNode {
  const { registration, onClose } = props;
  const { slug } = useDesk();
  const [asks, setAsks] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const ask = useDeed(
    () =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/question', {
          params: { path: { org: slug, registrationId: registration.registrationId } },
          body: { asks: asks.trim(), isIncomplete },
        }),
      ),
    () => 'The partner was asked. The clock stands still meanwhile.',
  );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (asks.trim() !== '') ask.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog opened onClose={onClose} title="Ask the partner back">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {ask.error === null ? null : <ErrorState error={ask.error} />}
          <Textarea
            label="Your question"
            value={asks}
            onChange={(event) => setAsks(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
            required
            data-autofocus
          />
          <Checkbox
            label="Information is missing that the form requires"
            description="Then it counts as complete from the answer on, and not from the day on which it was sent."
            checked={isIncomplete}
            onChange={(event) => setIncomplete(event.currentTarget.checked)}
          />
          <PartnerReads>
            {portalSay('en', 'event.return')}
            {asks.trim() === '' ? '' : ` “${asks.trim()}”`}
          </PartnerReads>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={ask.isPending} disabled={asks.trim() === ''}>
              Ask it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
