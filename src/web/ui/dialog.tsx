import { CloseButton, Group, Modal, type ModalProps, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiTexts } from './texts.ts';

export type DialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: ModalProps['size'];
  children: ReactNode;
};

/** A dialog with a name and a close button. Its heading is no page banner, which the library's own would be. */
export function Dialog(props: DialogProps): ReactNode {
  const texts = useUiTexts();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size={props.size ?? 'md'}
      withCloseButton={false}
      padding="lg"
      attributes={{ content: { 'aria-label': props.title } }}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
        <Title order={2}>{props.title}</Title>
        <CloseButton onClick={props.onClose} aria-label={texts.close} />
      </Group>
      {props.children}
    </Modal>
  );
}
