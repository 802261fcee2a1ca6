import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import classes from './registration.module.css';
import type { Registration } from './registration-data.ts';
import { seatWords } from './registration-words.ts';

/** The time in which to decide, and who does: who has said yes, who is next, and why the reader cannot. */
export function DecisionCard(props: { registration: Registration }): ReactNode {
  const { clock, route, state, way, whyNot } = props.registration;
  const isElsewhere = way === 'import' && clock.kind === 'none';
  const format = useFormat();
  return (
    <Card>
      <Title order={2}>Decision</Title>
      {isElsewhere ? (
        <Text size="sm" c="dimmed">
          It was decided elsewhere, before it was imported.
        </Text>
      ) : (
        <Timer clock={clock} />
      )}
      {isElsewhere || clock.kind === 'decided' ? null : (
        <ol className={classes.steps} aria-label="Who decides">
          {route.map((step, index) => (
            <li key={step.seat} data-next={step.isNext || undefined}>
              <strong>
                {index + 1}. {seatWords[step.filledBy]}
              </strong>
              <span className={classes.second}>
                {step.saidYes
                  ? 'has said yes'
                  : step.people.length === 0
                    ? 'nobody sits in this seat'
                    : step.people.join(', ')}
                {step.isNext && !step.saidYes ? ' · next' : ''}
              </span>
              {step.seat === step.filledBy ? null : (
                <span className={classes.second}>in place of {seatWords[step.seat].toLowerCase()}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {state === 'submitted' && whyNot !== null ? (
        <Text size="sm" mt="sm">
          You do not decide this now: {format.sentence(whyNot)}
        </Text>
      ) : null}
    </Card>
  );
}

function Timer(props: { clock: Registration['clock'] }): ReactNode {
  const { clock } = props;
  const format = useFormat();
  switch (clock.kind) {
    case 'none':
      return (
        <Text size="sm" c="dimmed">
          No time runs.
        </Text>
      );
    case 'running':
      return (
        <>
          <p className={classes.timer} data-late={clock.isLate || undefined}>
            {clock.isLate
              ? `Late: was due on ${format.day(clock.dueOn)}`
              : `Due on ${format.day(clock.dueOn)}`}
          </p>
          <Text size="sm" c="dimmed">
            The Head of Partnerships hears of it on {format.dayShort(clock.alertLeaderOn)}, the CRO on{' '}
            {format.dayShort(clock.alertCroOn)}. It is never accepted by silence.
          </Text>
        </>
      );
    case 'paused':
      return (
        <>
          <p className={classes.timer}>Waits for the partner</p>
          <Text size="sm" c="dimmed">
            Asked on {format.day(clock.since)}. The clock stands still until {format.day(clock.lapsesOn)} at
            most.
          </Text>
        </>
      );
    case 'decided':
      return (
        <p className={classes.timer} data-late={!clock.inTime || undefined}>
          Decided on {format.day(clock.on)},{' '}
          {clock.inTime ? 'in time' : `late: it was due on ${format.day(clock.dueOn)}`}
        </p>
      );
  }
}
