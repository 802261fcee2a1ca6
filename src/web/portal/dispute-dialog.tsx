import { Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { evidenceLines } from '../evidence-lines.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { useWords } from './language.ts';
import { usePortal } from './portal-context.ts';
import { Trouble } from './trouble.tsx';

/** What a partner can say that it should be. */
const claimable = ['sourced', 'co_sold', 'influenced', 'assisted'] as const satisfies readonly CreditClass[];

/** A partner disputes the credit of its deal: what it should be, and why. */
export function DisputeDialog(props: { opportunityId: string; onClose: () => void }): ReactNode {
  const { slug, organization } = usePortal();
  const queries = useQueryClient();
  const words = useWords();
  const toast = useToast();
  const texts = words.credit.dispute;
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
      toast.done(texts.done);
      await queries.invalidateQueries({ queryKey: ['portal', slug] });
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      title={texts.title}
      says={texts.says(organization.name)}
      label={texts.why}
      act={texts.act}
      keep={words.ui.cancel}
      maxLength={4000}
      error={null}
      isPending={open.isPending}
      onSubmit={(claim) => open.mutate(claim)}
      onClose={props.onClose}
      below={
        <Textarea
          label={texts.proof}
          description={texts.proofSays}
          value={links}
          onChange={(event) => setLinks(event.currentTarget.value)}
          autosize
        />
      }
    >
      {open.error === null ? null : <Trouble error={open.error} />}
      <Select
        label={texts.should}
        data={claimable.map((value) => ({ value, label: words.case.class[value] }))}
        value={claimedClass}
        onChange={(value) => value !== null && setClaimedClass(value as CreditClass)}
        allowDeselect={false}
      />
    </ReasonDialog>
  );
}
