import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../ui/format.tsx';
import classes from './import.module.css';
import type { PartnerCandidate } from './import-data.ts';

const shownAtFirst = 12;

export type PartnerValuesProps = {
  candidate: PartnerCandidate;
  /** Value → partner; only ticked values. */
  ticks: Readonly<Record<string, string>>;
  suggested: Readonly<Record<string, string>>;
  onChange: (ticks: Readonly<Record<string, string>>) => void;
};

/** The values of one column: which of them stand for a partner, and for which. */
export function PartnerValues(props: PartnerValuesProps): ReactNode {
  const { candidate, ticks, suggested, onChange } = props;
  const format = useFormat();
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const wanted = filter.trim().toLowerCase();
  const fitting = candidate.values.filter(({ value }) => value.toLowerCase().includes(wanted));
  const shown = all ? fitting : fitting.slice(0, shownAtFirst);
  const tick = (value: string, on: boolean): void => {
    const { [value]: _before, ...others } = ticks;
    onChange(on ? { ...others, [value]: suggested[value] ?? value } : others);
  };
  const tickAll = (on: boolean): void =>
    onChange(
      on
        ? Object.fromEntries(fitting.map(({ value }) => [value, ticks[value] ?? suggested[value] ?? value]))
        : {},
    );
  return (
    <div>
      <Group gap="sm" align="flex-end">
        {candidate.values.length > shownAtFirst ? (
          <TextInput
            label="Find a value"
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            size="xs"
          />
        ) : null}
        <Button size="xs" variant="default" onClick={() => tickAll(true)}>
          Tick {wanted === '' ? 'all' : 'these'} {format.count(fitting.length)}
        </Button>
        <Button size="xs" variant="default" onClick={() => tickAll(false)}>
          Tick none
        </Button>
      </Group>
      <ul className={classes.rows}>
        {shown.map(({ value, rows }) => {
          const isTicked = ticks[value] !== undefined;
          return (
            <li key={value} className={classes.value}>
              <Checkbox
                label={value}
                checked={isTicked}
                onChange={(event) => tick(value, event.currentTarget.checked)}
              />
              <Text size="sm" c="dimmed">
                {format.count(rows)} {rows === 1 ? 'row' : 'rows'}
              </Text>
              {isTicked ? (
                <TextInput
                  size="xs"
                  aria-label={`${value} means the partner`}
                  value={ticks[value]}
                  onChange={(event) => onChange({ ...ticks, [value]: event.currentTarget.value })}
                />
              ) : (
                <span />
              )}
            </li>
          );
        })}
      </ul>
      {shown.length < fitting.length ? (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          Show all {format.count(fitting.length)} values
        </Button>
      ) : null}
    </div>
  );
}
