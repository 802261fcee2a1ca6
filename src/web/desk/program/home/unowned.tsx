import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { listed } from '#core/gates/phrase.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useDesk } from '../../desk-context.ts';
import type { Watch } from '../program-state.ts';
import { openSeats } from './needs.ts';

/** What nobody owns: seats that have to be held today, and partners without a manager. Nothing where all is owned. */
export function Unowned(props: { watch: Watch }): ReactNode {
  const { slug } = useDesk();
  const seats = openSeats(props.watch);
  const partners = props.watch.gaps.filter((gap) => gap.kind === 'partners');
  if (props.watch.gaps.length === 0) return null;
  return (
    <Card>
      <Title order={2}>What nobody owns</Title>
      {seats.length === 0 ? null : (
        <Text size="sm">
          {listed(seats)}: {seats.length === 1 ? 'this seat has' : 'these seats have'} no holder.{' '}
          <a href={paths.programSeats(slug)}>Open the seats</a>
        </Text>
      )}
      {partners.map((gap) => (
        <Text key={gap.says} size="sm" mt={4}>
          {gap.says} {gap.repair} <a href={paths.partners(slug)}>Open the partners</a>
        </Text>
      ))}
    </Card>
  );
}
