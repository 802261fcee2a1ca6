import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { ConfirmDanger } from '../ui/confirm-danger.tsx';
import { toastProblem } from '../ui/toast.tsx';
import { useDesk } from './desk-context.ts';

/** The question before the demo company is removed, and the removal. */
export function RemoveDemo(props: {
  opened: boolean;
  onClose: () => void;
  onRemoved: () => Promise<void> | void;
}): ReactNode {
  const { slug } = useDesk();
  const remove = async (): Promise<void> => {
    try {
      await take(api.DELETE('/api/v1/o/{org}/demo', { params: { path: { org: slug } } }));
    } catch (error) {
      toastProblem(error);
      return;
    }
    await props.onRemoved();
  };
  return (
    <ConfirmDanger
      opened={props.opened}
      onClose={props.onClose}
      onConfirm={remove}
      title="Remove the demo company?"
      confirmLabel="Remove the demo company"
    >
      The invented company goes with all its deals, partners, views and its audit. It can be loaded again, as
      it was at first; what you changed in it is lost. No other organization is touched.
    </ConfirmDanger>
  );
}
