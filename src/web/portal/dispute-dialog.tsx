import { Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { classChoices } from '../dispute/case-words.ts';
import { evidenceLines } from '../evidence-lines.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { toastDone } from '../ui/toast.tsx';
import { usePortal } from './portal-context.ts';

/** A partner disputes the credit of its deal: what it should be, and why. */
export function DisputeDialog(props: { opportunityId: string; onClose: () => void }): ReactNode {
  const { slug, organization } = usePortal();
  const queries = useQueryClient();
  const [claimedClass, setClaimedClass] = useState<CreditClass>('sourced');
  const [links, setLinks] = useState('');
  const open = useMutation({
    mutationFn: (claim: string) =>
      take(
        api.POST('/api/v1/o/{org}/portal/disputes', {
          params: { path: { org: slug } },
          body: {
            opportunityId: props.opportunityId,
            claim,
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
  return (
    <ReasonDialog
      title="Dispute the credit"
      says={`${organization.name} answers, then a panel of people who are no party rules in writing. Until then the credit stands, and what it pays waits.`}
      label="Why"
      act="Open the case"
      maxLength={4000}
      error={open.error}
      isPending={open.isPending}
      onSubmit={(claim) => open.mutate(claim)}
      onClose={props.onClose}
      below={
        <Textarea
          label="What proves it"
          description="Links, one per line."
          value={links}
          onChange={(event) => setLinks(event.currentTarget.value)}
          autosize
        />
      }
    >
      <Select
        label="It should be"
        data={classChoices.filter(({ value }) => value !== 'none')}
        value={claimedClass}
        onChange={(value) => value !== null && setClaimedClass(value as CreditClass)}
        allowDeselect={false}
      />
    </ReasonDialog>
  );
}
