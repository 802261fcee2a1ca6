import { ActionIcon, Badge, Button, Group, Radio, SegmentedControl, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ChevronIcon } from '../../ui/icons.tsx';
import classes from './import.module.css';
import {
  moved,
  type StageMeaning,
  type StageRow,
  unansweredStages,
  withEntry,
  withStageMeaning,
  withSuggestions,
} from './stage-table.ts';

const meanings = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'ignore', label: 'No stage' },
] as const;

const sounds = { open: 'sounds open', won: 'sounds won', lost: 'sounds lost' } as const;

/** What each stage means, in which order the open ones stand, and where pipeline begins. */
export function StageTable(props: { rows: StageRow[]; onChange: (rows: StageRow[]) => void }): ReactNode {
  const { rows, onChange } = props;
  const entryName = useId();
  const unanswered = unansweredStages(rows);
  const helpful = unanswered.some((row) => row.soundsLike !== null);
  const open = rows.filter((row) => row.meaning === 'open');
  return (
    <Card>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Title order={2}>What the stages mean</Title>
          <Text size="sm" c="dimmed" maw="44rem">
            Won and lost are never guessed. A deal counts as pipeline from the day it first reaches the stage
            marked “pipeline from here”. “No stage” leaves such rows out.
          </Text>
        </div>
        {helpful ? (
          <Button variant="default" onClick={() => onChange(withSuggestions(rows))}>
            They mean what they sound like
          </Button>
        ) : null}
      </Group>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <StageLine
            key={row.name}
            row={row}
            entryName={entryName}
            place={open.indexOf(row)}
            last={open.length - 1}
            onMeaning={(meaning) => onChange(withStageMeaning(rows, row.name, meaning))}
            onEntry={() => onChange(withEntry(rows, row.name))}
            onMove={(step) => onChange(moved(rows, row.name, step))}
          />
        ))}
      </ul>
    </Card>
  );
}

function StageLine(props: {
  row: StageRow;
  entryName: string;
  /** Among the open stages; -1 where it is none of them. */
  place: number;
  last: number;
  onMeaning: (meaning: StageMeaning) => void;
  onEntry: () => void;
  onMove: (step: -1 | 1) => void;
}): ReactNode {
  const { row, place, last } = props;
  const format = useFormat();
  const unanswered = row.meaning === null;
  const isOpen = place >= 0;
  return (
    <li className={unanswered ? `${classes.stage} ${classes.open}` : classes.stage}>
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {row.name}
          </Text>
          {unanswered && row.soundsLike !== null ? (
            <Badge color="amber">{sounds[row.soundsLike]}</Badge>
          ) : null}
        </Group>
        <Text size="xs" c="dimmed">
          {row.rows === 0 ? '' : `${format.count(row.rows)} ${row.rows === 1 ? 'row' : 'rows'}. `}
          {row.reason}
        </Text>
      </div>
      <SegmentedControl
        className={classes.stageMeaning}
        size="xs"
        data={[...meanings]}
        value={row.meaning ?? ''}
        onChange={(value) => props.onMeaning(value as StageMeaning)}
        aria-label={`${row.name} means`}
      />
      <div>
        {isOpen ? (
          <Radio
            size="xs"
            name={props.entryName}
            label="pipeline from here"
            aria-label={`Pipeline from ${row.name}`}
            checked={row.entry}
            onChange={props.onEntry}
          />
        ) : null}
      </div>
      <Group gap={2} wrap="nowrap">
        {isOpen ? (
          <>
            <ActionIcon
              aria-label={`Earlier: ${row.name}`}
              disabled={place === 0}
              onClick={() => props.onMove(-1)}
            >
              <ChevronIcon to="up" />
            </ActionIcon>
            <ActionIcon
              aria-label={`Later: ${row.name}`}
              disabled={place === last}
              onClick={() => props.onMove(1)}
            >
              <ChevronIcon to="down" />
            </ActionIcon>
          </>
        ) : null}
      </Group>
    </li>
  );
}
