import type { ReactNode } from 'react';
import classes from './tornado.module.css';

/** What one input does to an outcome: its outcome at the low and at the high end, the others as they are. */
export type TornadoBar = {
  readonly key: string;
  readonly label: string;
  /** The range of the input, in words: "25 % to 60 %". */
  readonly range: string;
  readonly atLow: number;
  readonly atHigh: number;
};

export type TornadoProps = {
  label: string;
  /** The outcome with every input as it is. */
  base: number;
  bars: readonly TornadoBar[];
  format: (value: number) => string;
};

/** The scale that holds every end and the base, with a little air; never of no width. */
export function tornadoScale(
  base: number,
  bars: readonly TornadoBar[],
): readonly [low: number, high: number] {
  const ends = [base, ...bars.flatMap((bar) => [bar.atLow, bar.atHigh])];
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const air = (high - low || Math.abs(base) || 1) * 0.04;
  return [low - air, high + air];
}

/**
 * A tornado: one bar per input around the outcome as planned, the widest first. The end reached by the low input is
 * hollow, the end reached by the high one is filled. The list is its own table: each line reads as name, range and ends.
 */
export function Tornado(props: TornadoProps): ReactNode {
  const [low, high] = tornadoScale(props.base, props.bars);
  const place = (value: number): number => ((value - low) / (high - low)) * 100;
  const percent = (value: number): string => `${value.toFixed(2)}%`;
  const base = place(props.base);
  const swing = (bar: TornadoBar): number => Math.abs(bar.atHigh - bar.atLow);
  return (
    <figure className={classes.tornado} aria-label={props.label}>
      <p className={classes.base}>
        <span>
          As planned: <strong>{props.format(props.base)}</strong>
        </span>
        <span className={classes.key}>
          <span className={classes.hollow} aria-hidden="true" /> low end
          <span className={classes.filled} aria-hidden="true" /> high end
        </span>
      </p>
      <ol className={classes.bars}>
        {props.bars
          .toSorted((a, b) => swing(b) - swing(a))
          .map((bar) => (
            <li key={bar.key} className={classes.bar}>
              <span className={classes.name}>
                {bar.label} <span className={classes.range}>{bar.range}</span>
              </span>
              <svg className={classes.plot} aria-hidden="true" focusable="false">
                <Half className={classes.low} from={base} to={place(bar.atLow)} />
                <Half className={classes.high} from={base} to={place(bar.atHigh)} />
                <line className={classes.axis} x1={percent(base)} x2={percent(base)} y1="0" y2="100%" />
              </svg>
              <span className={classes.ends}>
                {props.format(bar.atLow)} to {props.format(bar.atHigh)}
              </span>
            </li>
          ))}
      </ol>
    </figure>
  );
}

function Half(props: { className: string | undefined; from: number; to: number }): ReactNode {
  const width = Math.abs(props.to - props.from);
  if (width < 0.05) return null;
  return (
    <rect
      className={props.className}
      x={`${Math.min(props.from, props.to).toFixed(2)}%`}
      width={`${width.toFixed(2)}%`}
      y="3"
      height="12"
    />
  );
}
