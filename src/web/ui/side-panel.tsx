import { CloseButton, Drawer, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

export type SidePanelProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** Width on a wide screen; a phone gives it the whole page. */
  size?: number | undefined;
  children: ReactNode;
};

/** A panel beside the page for what stands behind a part of it. Escape closes it and gives the focus back. */
export function SidePanel(props: SidePanelProps): ReactNode {
  // A panel that is there from the start would not know where the focus came from: it opens a moment later.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Drawer
      opened={props.opened && ready}
      onClose={props.onClose}
      position="right"
      size={props.size ?? 760}
      withCloseButton={false}
      padding="lg"
      attributes={{ content: { 'aria-label': props.title } }}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
        <Title order={2}>{props.title}</Title>
        <CloseButton onClick={props.onClose} aria-label="Close the panel" />
      </Group>
      {props.children}
    </Drawer>
  );
}
