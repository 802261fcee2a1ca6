import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { ErrorState } from './states.tsx';
import { useUiTexts } from './texts.ts';

export type ReasonDialogProps = {
  title: string;
  /** Who is told, and what happens then. */
  says: ReactNode;
  /** What the reason is called: “Why not”. */
  label: string;
  /** Who reads it, where that is not said above. */
  description?: string | undefined;
  /** The act in words: “Refuse it”. Never “OK”. */
  act: string;
  /** The way out in words, where “Cancel” would be unclear. */
  keep?: string | undefined;
  /** For an act that cannot be taken back. */
  danger?: boolean | undefined;
  maxLength?: number | undefined;
  /** Fewer letters than this give no reason. */
  shortest?: number | undefined;
  /** Whether the other fields are filled in. */
  ready?: boolean | undefined;
  error: Error | null;
  isPending: boolean;
  onSubmit: (reason: string) => void;
  onClose: () => void;
  /** Fields that are answered before the reason. */
  children?: ReactNode;
  /** Fields that are answered after it. */
  below?: ReactNode;
};

/** Asks for the reason of an act. The reason is given without blanks around it, and never empty. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const texts = useUiTexts();
  const [reason, setReason] = useState('');
  const isGiven = reason.trim().length >= (props.shortest ?? 1) && props.ready !== false;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isGiven) props.onSubmit(reason.trim());
  };
  return (
    <Dialog opened onClose={props.onClose} title={props.title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {props.error === null ? null : <ErrorState error={props.error} />}
          <Text size="sm" component="div">
            {props.says}
          </Text>
          {props.children}
          <Textarea
            label={props.label}
            description={props.description}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={props.maxLength ?? 2000}
            autosize
            minRows={3}
            required
            data-autofocus
          />
          {props.below}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {props.keep ?? texts.cancel}
            </Button>
            <Button
              type="submit"
              {...(props.danger === true ? { color: 'red' } : {})}
              loading={props.isPending}
              disabled={!isGiven}
            >
              {props.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
