import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { pages } from '#core/blueprint/document.ts';
import type { PageWord } from '#core/program/page.ts';
import { type InterimAs, interimHolders, isSeat, type Seat, seatLabel } from '#core/program/seat.ts';
import { fieldError, problemOf } from '../../../../problem.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ErrorState } from '../../../../ui/states.tsx';
import { toastDone } from '../../../../ui/toast.tsx';
import { useDesk } from '../../../desk-context.ts';
import { useSign } from './signing-data.ts';

export type SignDialogProps = {
  kind: 'sign' | 'countersign';
  word: PageWord;
  version: number;
  seat: Seat;
  /** As what the signer holds the seat until its own person comes. */
  interim: InterimAs | null;
  onClose: () => void;
};

/** A signature in the signer's own name: which page, which version, for which seat, with their sign-in asked again. */
export function SignDialog(props: SignDialogProps): ReactNode {
  const { kind, word, version, seat, interim } = props;
  const sign = useSign(useDesk().slug, kind);
  const [password, setPassword] = useState('');
  const refused = fieldError(sign.error && problemOf(sign.error), 'password');
  const wrongPassword =
    refused !== null && sign.variables?.password
      ? 'This is not your password. Type the one that you sign in with.'
      : refused;
  const title = `${kind === 'sign' ? 'Sign' : 'Countersign'} for ${seatLabel(seat)}`;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    sign.mutate(
      { word, version, seat, password },
      {
        onSuccess: (missing) => {
          const rest = missing.map((one) => (isSeat(one) ? seatLabel(one) : one)).join(', ');
          toastDone(
            kind === 'countersign'
              ? 'Countersigned.'
              : rest === ''
                ? `Signed. Every seat has signed “${pages[word].title}”.`
                : `Signed. Still to sign: ${rest}.`,
          );
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={props.onClose} title={title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {sign.error === null || wrongPassword !== null ? null : <ErrorState error={sign.error} />}
          <Text size="sm">
            <strong>{pages[word].title}</strong>, version {version}, exactly as it stands.{' '}
            {interim === null ? '' : `You hold the seat in the interim, as ${interimHolders[interim]}. `}
            Your name, the seat and the time are kept with it and in the audit trail. A signature cannot be
            taken back; a new version takes the place of this one.
          </Text>
          <PasswordInput
            label="Your password"
            description="A signature asks for your own sign-in again. If you sign in without a password, leave this empty and sign within fifteen minutes of signing in."
            autoComplete="current-password"
            value={password}
            error={wrongPassword}
            onChange={(event) => setPassword(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Not now
            </Button>
            <Button type="submit" loading={sign.isPending}>
              {kind === 'sign' ? 'Sign' : 'Countersign'} version {version}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
