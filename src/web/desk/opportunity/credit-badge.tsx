import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Unknown } from '../../ui/values.tsx';
import { classLabel } from './opportunity-words.ts';

type Named = { class: string; partner: { partnerId: string; name: string } | null };

/** The credit of a deal and its partner; an imported claim stands under its own label, never as credit. */
export function CreditBadge(props: { credit: Named; claim: Named | null }): ReactNode {
  const { credit, claim } = props;
  if (credit.class !== 'none') {
    return (
      <>
        <Badge color="teal">{classLabel(credit.class)}</Badge> {credit.partner?.name}
      </>
    );
  }
  if (claim !== null) {
    return (
      <>
        <Badge variant="outline">claimed {classLabel(claim.class).toLowerCase()}</Badge> {claim.partner?.name}{' '}
        <Text span size="xs" c="dimmed" fs="italic">
          unproven
        </Text>
      </>
    );
  }
  return <Unknown why="No partner" />;
}
