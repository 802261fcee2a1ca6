import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figures.module.css';
import { Sparkline, type SparklinePoint } from './sparkline.tsx';

export type SmallMultipleItem = {
  readonly label: string;
  /** The newest value; null while it is not measured, and then `waitsFor` says what is missing. */
  readonly value: number | null;
  readonly points: readonly SparklinePoint[];
  readonly waitsFor?: string | undefined;
  readonly href?: string | undefined;
};

export type SmallMultipleProps = {
  label: string;
  items: readonly SmallMultipleItem[];
  format: (value: number) => string;
};

/** The same small drawing once per group, all to one scale. A group without facts says what it waits for. */
export function SmallMultiple(props: SmallMultipleProps): ReactNode {
  const highest =
    Math.max(0, ...props.items.flatMap((item) => item.points.map((point) => point.value ?? 0))) || 1;
  return (
    <ul className={classes.multiples} aria-label={props.label}>
      {props.items.map((item) => (
        <li key={item.label}>
          <Text size="xs" c="dimmed">
            {item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}
          </Text>
          {item.value === null ? (
            <Text size="sm">
              Not measured yet{item.waitsFor === undefined ? '' : `, waits for ${item.waitsFor}`}
            </Text>
          ) : (
            <>
              <Text fw={600}>{props.format(item.value)}</Text>
              <Sparkline
                label={`${props.label}: ${item.label}`}
                points={item.points}
                format={props.format}
                height={22}
                domain={[0, highest]}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
