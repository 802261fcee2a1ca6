import type { ReactNode } from 'react';
import { unknownText } from '../format.tsx';
import { FigureTable } from './figure-table.tsx';
import classes from './figures.module.css';

export type BulletGraphProps = {
  label: string;
  /** The featured measure; null draws the scale alone. */
  value: number | null;
  /** The comparative: a target or plan. Null where none is set. */
  target: number | null;
  targetLabel?: string | undefined;
  /** Upper ends of two or three qualitative ranges, ascending, each with the word for it. */
  ranges?: readonly { readonly upTo: number; readonly label: string }[] | undefined;
  /** For an estimate: the interval around the measure. */
  interval?: { readonly low: number; readonly high: number } | undefined;
  format: (value: number) => string;
  height?: number | undefined;
};

/** The end of the scale: a round number that holds every mark. */
export function bulletScaleEnd(values: readonly (number | null | undefined)[]): number {
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  if (highest === 0) return 1;
  const step = 10 ** Math.floor(Math.log10(highest));
  const rounds = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return (rounds.find((round) => round * step >= highest) ?? 10) * step;
}

/**
 * Stephen Few's bullet graph: a scale from zero, two or three quiet ranges, one bar for the measure, one line for
 * the target. An estimate shows its interval as a paler bar with the likely value as the end of the dark one.
 */
export function BulletGraph(props: BulletGraphProps): ReactNode {
  const { value, target, interval, format } = props;
  const height = props.height ?? 20;
  const ranges = props.ranges ?? [];
  const end = bulletScaleEnd([value, target, interval?.high, ranges.at(-1)?.upTo]);
  const percent = (amount: number): string =>
    `${((Math.max(0, Math.min(amount, end)) / end) * 100).toFixed(2)}%`;
  const barHeight = Math.round(height * 0.4);
  const barTop = (height - barHeight) / 2;
  const rangeClasses = [classes.range1, classes.range2, classes.range3];

  return (
    <figure className={classes.figure}>
      <svg className={classes.svg} height={height} aria-hidden="true" focusable="false">
        <rect className={classes.range3} width="100%" height={height} rx="2" />
        {ranges.toReversed().map((range, index) => (
          <rect
            key={range.label}
            className={rangeClasses[ranges.length - 1 - index]}
            width={percent(range.upTo)}
            height={height}
            rx="2"
          />
        ))}
        {interval === undefined ? null : (
          <rect
            className={classes.band}
            x={percent(interval.low)}
            y={barTop}
            width={percent(interval.high - interval.low)}
            height={barHeight}
          />
        )}
        {value === null || value <= 0 ? null : (
          <rect
            className={classes.measure}
            y={interval === undefined ? barTop : barTop + barHeight / 4}
            width={percent(value)}
            height={interval === undefined ? barHeight : barHeight / 2}
          />
        )}
        {target === null ? null : (
          <svg x={percent(target)} overflow="visible" aria-hidden="true">
            <rect className={classes.target} x="-1.5" y={height * 0.12} width="3" height={height * 0.76} />
          </svg>
        )}
      </svg>
      <div className={classes.scale} aria-hidden="true">
        <span>{format(0)}</span>
        <span>{format(end / 2)}</span>
        <span>{format(end)}</span>
      </div>
      <FigureTable
        caption={props.label}
        columns={['Mark', 'Value']}
        rows={[
          ['Value', value === null ? 'not known' : format(value)],
          ...(interval === undefined
            ? []
            : [
                ['Low', format(interval.low)],
                ['High', format(interval.high)],
              ]),
          [props.targetLabel ?? 'Target', target === null ? `none set ${unknownText}` : format(target)],
          ...ranges.map((range) => [`Range: ${range.label}`, `up to ${format(range.upTo)}`]),
        ]}
      />
    </figure>
  );
}
