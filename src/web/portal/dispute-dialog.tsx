import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { classChoices } from '../dispute/case-words.ts';
import { evidenceLines } from '../evidence-lines.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/states.tsx';
import { toastDone } from '../ui/toast.tsx';
import { usePortal } from './portal-context.ts';

/** A partner disputes the credit of its deal: what it should be, and why. */
export function DisputeDialog(props: { opportunityId: string; onClose: () => void }): ReactNode {
  const { slug, organization } = usePortal();
  const queries = useQueryClient();
  const [claimedClass, setClaimedClass] = useState<CreditClass>('sourced');
  const [claim, setClaim] = useState('');
  const [links, setLinks] = useState('');
  const open = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/portal/disputes', {
          params: { path: { org: slug } },
          body: {
            opportunityId: props.opportunityId,
            claim: claim.trim(),
            claimedClass,
            links: evidenceLines(links),
          },
        }),
      ),
    onSuccess: async () => {
      toastDone('The case is open. You can follow it under Disputes.');
      await queries.invalidateQueries({ queryKey: ['portal', slug] });
      props.onClose();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title="Dispute the credit">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {open.error === null ? null : <ErrorState error={open.error} />}
          <Text size="sm">
            {organization.name} answers, then a panel of people who are no party rules in writing. Until then
            the credit stands, and what it pays waits.
          </Text>
          <Select
            label="It should be"
            data={classChoices.filter(({ value }) => value !== 'none')}
            value={claimedClass}
            onChange={(value) => value !== null && setClaimedClass(value as CreditClass)}
            allowDeselect={false}
          />
          <Textarea
            label="Why"
            value={claim}
            onChange={(event) => setClaim(event.currentTarget.value)}
            maxLength={4000}
            autosize
            minRows={3}
            required
            data-autofocus
          />
          <Textarea
            label="What proves it"
            description="Links, one per line."
            value={links}
            onChange={(event) => setLinks(event.currentTarget.value)}
            autosize
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={open.isPending} disabled={claim.trim() === ''}>
              Open the case
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
