import { ActionIcon, Anchor, Popover, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { InfoIcon } from './icons.tsx';

export type WhyPopoverProps = {
  /** The figure that is explained: "Sourced pipeline this quarter". */
  figure: string;
  /** The definition, in words. */
  definition: ReactNode;
  /** The version of the rules behind it: "Attribution model 3". */
  policyVersion?: string | undefined;
  /** How fresh the facts are: "Facts up to 12 Mar 2026, 08:00". */
  freshness?: ReactNode;
  /** Exactly the rows that sum to the figure. */
  rowsHref?: string | undefined;
  rowsLabel?: string | undefined;
  children?: ReactNode;
};

/** "How is this computed?": definition, version, freshness and the rows behind a figure. */
export function WhyPopover(props: WhyPopoverProps): ReactNode {
  return (
    <Popover width={320} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon size={24} aria-label={`How is this computed? ${props.figure}`}>
          <InfoIcon />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={`How ${props.figure} is computed`}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {props.figure}
          </Text>
          <Text size="sm" component="div">
            {props.definition}
          </Text>
          {props.children}
          {props.policyVersion === undefined ? null : (
            <Text size="xs" c="dimmed">
              Computed by: {props.policyVersion}
            </Text>
          )}
          {props.freshness === undefined ? null : (
            <Text size="xs" c="dimmed" component="div">
              {props.freshness}
            </Text>
          )}
          {props.rowsHref === undefined ? null : (
            <Anchor href={props.rowsHref} size="sm">
              {props.rowsLabel ?? 'Open the rows behind it'}
            </Anchor>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
