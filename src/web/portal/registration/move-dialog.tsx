import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../language.ts';
import { Trouble } from '../trouble.tsx';

/** What a partner can do with a registration by saying something, in the order of the buttons. */
export const moves = ['update', 'ask_extension', 'appeal', 'withdraw'] as const;
export type PartnerMove = (typeof moves)[number];

/** Asks what there is to say, and does it. */
export function MoveDialog(props: {
  move: PartnerMove;
  /** Does it with what was said. */
  act: (said: string) => Promise<unknown>;
  onClose: () => void;
}): ReactNode {
  const { move } = props;
  const words = useWords();
  const toast = useToast();
  const texts = words.deal[move];
  const act = useMutation({
    mutationFn: props.act,
    onSuccess: () => {
      toast.done(texts.done);
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      title={texts.title}
      says={texts.says}
      label={texts.label}
      act={texts.button}
      keep={words.ui.cancel}
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
