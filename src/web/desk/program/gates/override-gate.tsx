import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { GateKey } from '#core/gates/facts.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';

/** Fewer characters than this give no reason. */
const shortestReason = 10;

/** The CRO opens a closed gate all the same, with a reason that everybody sees. */
export function OverrideGate(props: {
  gate: { readonly key: GateKey; readonly name: string; readonly unlocks: string };
  onClose: () => void;
}): ReactNode {
  const { gate } = props;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const override = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST('/api/v1/o/{org}/program/gates/{gate}/overrides', {
          params: { path: { org: slug, gate: gate.key } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      toastDone(`${gate.name} is open by override.`);
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      title={`Open ${gate.name} all the same?`}
      says={`This unlocks: ${gate.unlocks.toLowerCase()}. What the gate misses stays on the list, and your name, the day and the reason stay beside it for everybody to see.`}
      label="Reason"
      description="Why it cannot wait, and what you accept by it."
      act="Open it by override"
      keep="Keep it closed"
      danger
      shortest={shortestReason}
      maxLength={1000}
      error={override.error}
      isPending={override.isPending}
      onSubmit={(reason) => override.mutate(reason)}
      onClose={props.onClose}
    />
  );
}
