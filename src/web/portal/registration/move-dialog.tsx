import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useWords } from '../language.ts';
import { usePortal } from '../portal-context.ts';
import { Trouble } from '../trouble.tsx';
import { ownKey } from './own-data.ts';

/** What a partner can do with a registration by saying something, in the order of the buttons. */
export const moves = ['update', 'ask_extension', 'appeal', 'withdraw'] as const;
export type PartnerMove = (typeof moves)[number];

/** Asks what there is to say, and does it. */
export function MoveDialog(props: {
  move: PartnerMove;
  registrationId: string;
  onClose: () => void;
}): ReactNode {
  const { move, registrationId } = props;
  const { slug } = usePortal();
  const words = useWords();
  const queries = useQueryClient();
  const texts = words.deal[move];
  const act = useMutation({
    mutationFn: (said: string) => take(call(move, { org: slug, registrationId }, said)),
    onSuccess: async () => {
      toastDone(texts.done);
      await queries.invalidateQueries({ queryKey: ownKey(slug) });
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      title={texts.title}
      says={texts.says}
      label={texts.label}
      act={texts.button}
      keep={words.cancel}
      close={words.close}
      danger={move === 'withdraw'}
      error={null}
      isPending={act.isPending}
      onSubmit={(said) => act.mutate(said)}
      onClose={props.onClose}
    >
      {act.error === null ? null : <Trouble error={act.error} />}
    </ReasonDialog>
  );
}

function call(move: PartnerMove, path: { org: string; registrationId: string }, words: string) {
  const options = { params: { path }, body: { words } };
  switch (move) {
    case 'update':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/update', options);
    case 'ask_extension':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/extension', options);
    case 'appeal':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/appeal', options);
    case 'withdraw':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/withdrawal', options);
  }
}
