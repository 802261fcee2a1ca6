import { Anchor, Badge, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { roles } from '#core/program/roles.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import { useBoard } from './board-context.tsx';
import { useDefinitionsVersion } from './tile.tsx';

/** A seat in words; one that the table does not know shows its own name. */
export function seatLabel(seat: string): string {
  return Object.entries(roles).find(([name]) => name === seat)?.[1].label ?? seat;
}

/** "Draft", as long as the definitions lack a signature, and who has signed and who has not. */
export function DraftMark(): ReactNode {
  const { definitions } = useBoard();
  const format = useFormat();
  const { slug } = useDesk();
  const version = useDefinitionsVersion();
  if (definitions.state === 'signed') return null;
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton aria-label="Draft: what is not signed">
          <Badge color="amber">Draft</Badge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Why these figures are a draft">
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            These figures are a draft
          </Text>
          <Text size="sm">
            They stand on {version}. Still to sign: {definitions.missingSeats.map(seatLabel).join(', ')}.
          </Text>
          {definitions.signatures.map(({ seat, name, signedOn }) => (
            <Text key={seat} size="sm" c="dimmed">
              {seatLabel(seat)}: {name}, {format.day(signedOn)}
            </Text>
          ))}
          <Anchor href={paths.programPage(slug, 'scoreboard')} size="sm">
            Open the definitions
          </Anchor>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
