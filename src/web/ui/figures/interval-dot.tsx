import type { ReactNode } from 'react';
import { Fragment } from 'react';
import classes from './figures.module.css';

export type IntervalRow = {
  readonly label: string;
  /** Null if it may not be shown; `reason` then says why ("7 of the 20 deals needed"). */
  readonly estimate: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  } | null;
  readonly reason?: string | undefined;
  readonly href?: string | undefined;
};

export type IntervalDotProps = {
  label: string;
  rows: readonly IntervalRow[];
  format: (value: number) => string;
  /** The common scale; by default from zero to the highest interval end. */
  domain?: readonly [number, number] | undefined;
};

/** Estimates on one common scale, each a dot within its interval, with n beside it; too few cases show no figure. */
export function IntervalDot(props: IntervalDotProps): ReactNode {
  const highest = Math.max(0, ...props.rows.map((row) => row.estimate?.high ?? 0));
  const [low, high] = props.domain ?? [0, highest || 1];
  const place = (value: number): string =>
    `${(Math.max(0, Math.min(1, (value - low) / (high - low || 1))) * 100).toFixed(2)}%`;
  return (
    <figure className={`${classes.figure} ${classes.interval}`} aria-label={props.label}>
      <div className={classes.intervalGrid}>
        {props.rows.map((row) => (
          <Fragment key={row.label}>
            <span>{row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}</span>
            {row.estimate === null ? (
              <span className={`${classes.intervalWhy} ${classes.quiet}`}>
                {row.reason ?? 'not measured yet'}
              </span>
            ) : (
              <>
                <svg className={classes.svg} height="14" aria-hidden="true" focusable="false">
                  <line className={classes.baseline} x1="0" x2="100%" y1="7" y2="7" />
                  <line
                    className={classes.whisker}
                    x1={place(row.estimate.low)}
                    x2={place(row.estimate.high)}
                    y1="7"
                    y2="7"
                  />
                  <circle className={classes.lastPoint} cx={place(row.estimate.value)} cy="7" r="4" />
                </svg>
                <span className={classes.intervalText}>
                  {props.format(row.estimate.value)}{' '}
                  <span className={classes.quiet}>
                    {props.format(row.estimate.low)} to {props.format(row.estimate.high)}, n ={' '}
                    {row.estimate.n}
                  </span>
                </span>
              </>
            )}
          </Fragment>
        ))}
      </div>
    </figure>
  );
}
