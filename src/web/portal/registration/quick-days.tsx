import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import { useWords } from '../language.ts';
import classes from './registration.module.css';

/** The days that are chosen most, one tap each, for the inputs that ask for a day. */
const quickDays = {
  closeOn: [
    ['month', (today: LocalDate) => addMonths(today, 1)],
    ['quarter', (today: LocalDate) => addMonths(today, 3)],
    ['half', (today: LocalDate) => addMonths(today, 6)],
  ],
  nextStepOn: [
    ['tomorrow', (today: LocalDate) => addDays(today, 1)],
    ['week', (today: LocalDate) => addDays(today, 7)],
    ['twoWeeks', (today: LocalDate) => addDays(today, 14)],
  ],
} as const;

export function hasQuickDays(path: string): path is keyof typeof quickDays {
  return Object.hasOwn(quickDays, path);
}

/** Buttons below a day, so that nobody turns the wheels of a calendar for a rough date. */
export function QuickDays(props: {
  path: keyof typeof quickDays;
  /** What the day is for, so that the buttons of two inputs are told apart. */
  label: string;
  today: LocalDate;
  onChoose: (day: LocalDate) => void;
}): ReactNode {
  const words = useWords();
  return (
    <fieldset className={classes.chips} aria-label={props.label}>
      {quickDays[props.path].map(([name, dayOf]) => (
        <Button
          key={name}
          variant="default"
          size="compact-sm"
          onClick={() => props.onChoose(dayOf(props.today))}
        >
          {words.form.quick[name]}
        </Button>
      ))}
    </fieldset>
  );
}
