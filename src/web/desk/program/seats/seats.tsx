import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { interimHolders, type Seat } from '#core/program/seat.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { bodyOf, type ProgramState, programQuery, type Watch, watchQuery } from '../program-state.ts';
import { AssignSeat } from './assign-seat.tsx';
import { HandOver } from './hand-over.tsx';
import classes from './seats.module.css';
import { type SeatHolding, useEndSeat } from './seats-data.ts';

/** Program: every seat with its number, its start and who answers for it; a seat without a holder is a gap. */
export function Seats(): ReactNode {
  const { slug } = useDesk();
  const may = useMay('program.seat');
  const state = useQuery(programQuery(slug));
  const watch = useQuery(watchQuery(slug));
  const end = useEndSeat(slug);
  const [giving, setGiving] = useState<Seat | null>(null);
  const [handing, setHanding] = useState(false);
  return (
    <Page
      title="Seats"
      lead="The design comes before the hire. A seat may wait for its own person, but somebody named always answers and signs for it."
      up={{ label: 'Program', href: paths.program(slug) }}
      actions={
        may ? (
          <Button variant="default" onClick={() => setHanding(true)}>
            Hand over
          </Button>
        ) : null
      }
    >
      {state.error === null ? null : <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending ? <Loading rows={8} label="Loading the seats" /> : null}
      {state.data === undefined ? null : (
        <ul className={classes.seats}>
          {state.data.seats.map((seat) => (
            <SeatCard
              key={seat.seat}
              seat={seat}
              standing={watch.data?.properties.owned.rows.find((row) => row.seat === seat.seat)?.state}
              state={state.data}
              onGive={may ? setGiving : null}
              onEnd={may ? end.mutate : null}
            />
          ))}
        </ul>
      )}
      {giving === null ? null : <AssignSeat seat={giving} onClose={() => setGiving(null)} />}
      {handing ? <HandOver onClose={() => setHanding(false)} /> : null}
    </Page>
  );
}

function SeatCard(props: {
  seat: ProgramState['seats'][number];
  /** Whether the seat is held, has to be held today and is not, or may still wait. */
  standing: Watch['properties']['owned']['rows'][number]['state'] | undefined;
  state: ProgramState;
  onGive: ((seat: Seat) => void) | null;
  onEnd: ((ended: SeatHolding) => void) | null;
}): ReactNode {
  const { seat, state, standing, onGive, onEnd } = props;
  const format = useFormat();
  const { slug } = useDesk();
  const design = bodyOf(state, 'operating_model').seats[seat.seat];
  const words = seat.holders.length === 0 ? 'Name a holder' : 'Give to somebody';
  const start =
    design.startWeek === null
      ? 'no start week yet'
      : state.kickoffOn === null
        ? `week ${design.startWeek}`
        : `week ${design.startWeek}, ${format.day(addDays(state.kickoffOn as LocalDate, design.startWeek * 7))}`;
  return (
    <li>
      <Card className={classes.seat ?? ''}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} fz="md">
              {seat.label}
            </Title>
            <Text size="sm">{design.number === '' ? 'No number yet' : design.number}</Text>
            <Text size="sm" c="dimmed">
              {design.target === '' ? 'No target yet' : `Target: ${design.target}`} · starts {start}
            </Text>
          </div>
          {standing === 'gap' ? <Badge color="amber">Gap</Badge> : null}
          {standing === 'later' ? <Badge>Later</Badge> : null}
          {standing === 'interim' ? <Badge>Interim</Badge> : null}
        </Group>
        <Stack gap={4} mt="sm">
          {seat.holders.length === 0 ? (
            <Text size="sm">
              {standing === 'later'
                ? 'Nobody has to hold this seat before it starts.'
                : 'Nobody answers for this seat. Name a holder, or somebody who holds it in the interim.'}
            </Text>
          ) : (
            seat.holders.map((holder) => (
              <Holder
                key={holder.membershipId}
                holder={holder}
                onEnd={onEnd === null ? null : () => onEnd({ seat: seat.seat, ...holder })}
              />
            ))
          )}
        </Stack>
        <Group gap="xs" className={classes.acts}>
          {onGive === null ? null : (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onGive(seat.seat)}
              aria-label={`${words}: ${seat.label}`}
            >
              {words}
            </Button>
          )}
          <Text size="sm" component="a" href={paths.programPage(slug, 'operating_model')}>
            Change its number
          </Text>
        </Group>
      </Card>
    </li>
  );
}

function Holder(props: {
  holder: ProgramState['seats'][number]['holders'][number];
  onEnd: (() => void) | null;
}): ReactNode {
  const { holder, onEnd } = props;
  const format = useFormat();
  const { interim } = holder;
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Text size="sm">
        <strong>{holder.name}</strong>
        {interim === null ? '' : `, in the interim as ${interimHolders[interim]}`}
        <Text span c="dimmed" inherit>
          {' '}
          since {format.day(holder.since)}
        </Text>
      </Text>
      {onEnd === null ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          flex="none"
          onClick={onEnd}
          aria-label={`End ${holder.name}’s time in this seat`}
        >
          End
        </Button>
      )}
    </Group>
  );
}
