import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { todayIn, useDesk } from '../desk-context.ts';

/**
 * Says that the customer of a won deal left, or that saying so was an error. What the deal paid is taken back, or
 * given again, by lines of its own.
 */
export function CustomerLeft(props: {
  opportunityId: string;
  /** What the deal pays now is taken back. */
  isPaying: boolean;
  onDone: () => void;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {props.isPaying ? 'The customer left' : 'Pay it again'}
      </Button>
      {isOpen ? <LeftDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LeftDialog(props: {
  opportunityId: string;
  isPaying: boolean;
  onDone: () => void;
  onClose: () => void;
}): ReactNode {
  const { slug, timeZone } = useDesk();
  const { isPaying } = props;
  const [leftOn, setLeftOn] = useState<string>(() => todayIn(timeZone));
  const params = { path: { org: slug, opportunityId: props.opportunityId } };
  const save = useMutation({
    mutationFn: (reason: string) =>
      isPaying
        ? take(
            api.POST('/api/v1/o/{org}/opportunities/{opportunityId}/clawback', {
              params,
              body: { leftOn, reason },
            }),
          )
        : take(
            api.POST('/api/v1/o/{org}/opportunities/{opportunityId}/clawback/undo', {
              params,
              body: { reason },
            }),
          ),
    onSuccess: () => {
      toastDone(isPaying ? 'The lines of the deal are taken back.' : 'The deal pays again.');
      props.onClose();
    },
    onSettled: props.onDone,
  });
  const words = isPaying
    ? {
        title: 'The customer left',
        says: 'What the deal paid is taken back by lines of its own, if the customer left within the days of the signed page.',
        act: 'Take it back',
      }
    : {
        title: 'Pay it again',
        says: 'Say why the customer did not leave after all. The deal is paid again by new lines.',
        act: 'Pay it again',
      };
  return (
    <ReasonDialog
      {...words}
      label="Why"
      description="The partner reads it on its statement."
      maxLength={500}
      error={save.error}
      isPending={save.isPending}
      onSubmit={(reason) => save.mutate(reason)}
      onClose={props.onClose}
    >
      {isPaying ? (
        <TextInput
          type="date"
          label="Left on"
          value={leftOn}
          onChange={(event) => setLeftOn(event.currentTarget.value)}
          required
        />
      ) : null}
    </ReasonDialog>
  );
}
