import type { ReactNode } from 'react';
import { FigureTable } from './figure-table.tsx';
import classes from './reference-dot.module.css';

export type ReferenceRow = {
  readonly label: string;
  readonly value: number;
  /** The interval; null where there is only a figure. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Quiet words below: how it came about. */
  readonly note: string;
  /** The one that counts; the others stand beside it. */
  readonly isMain?: boolean | undefined;
};

export type ReferenceDotProps = {
  label: string;
  rows: readonly ReferenceRow[];
  /** Where there is no difference, and what stands there. */
  reference: { readonly value: number; readonly label: string };
  /** What lies to the left and to the right of it. */
  ends: readonly [string, string];
  format: (value: number) => string;
  /** Ratios stand on a scale on which twice and half are equally far from the same. */
  scale: 'ratio' | 'linear';
};

/** Estimates and their intervals against a line of no difference: what matters is whether an interval crosses it. */
export function ReferenceDot(props: ReferenceDotProps): ReactNode {
  const { rows, reference, format, scale } = props;
  const at = (value: number): number => (scale === 'ratio' ? Math.log(Math.max(value, 1e-6)) : value);
  const middle = at(reference.value);
  const reach = Math.max(
    scale === 'ratio' ? Math.log(1.25) : 1,
    ...rows.flatMap(({ value, interval }) =>
      [value, interval?.low, interval?.high].map((one) =>
        one === undefined ? 0 : Math.abs(at(one) - middle),
      ),
    ),
  );
  const place = (value: number): string =>
    `${Math.max(0, Math.min(100, 50 + ((at(value) - middle) / reach) * 48)).toFixed(2)}%`;
  const range = ({ interval }: ReferenceRow): string =>
    interval === null ? '' : `${format(interval.low)} to ${format(interval.high)}`;
  return (
    <figure className={classes.figure} aria-label={props.label}>
      <div aria-hidden="true">
        <div className={classes.ends}>
          <span>← {props.ends[0]}</span>
          <span>{props.ends[1]} →</span>
        </div>
        {rows.map((row) => (
          <div key={row.label} className={`${classes.row} ${row.isMain === true ? classes.main : ''}`}>
            <div className={classes.head}>
              <span>{row.label}</span>
              <span className={classes.value}>
                {format(row.value)} <span className={classes.quiet}>{range(row)}</span>
              </span>
            </div>
            <svg className={classes.svg} height="16" focusable="false" aria-hidden="true">
              <line className={classes.reference} x1="50%" x2="50%" y1="0" y2="16" />
              {row.interval === null ? null : (
                <line
                  className={classes.whisker}
                  x1={place(row.interval.low)}
                  x2={place(row.interval.high)}
                  y1="8"
                  y2="8"
                />
              )}
              <circle
                className={classes.dot}
                cx={place(row.value)}
                cy="8"
                r={row.isMain === true ? 5 : 3.5}
              />
            </svg>
            <div className={classes.note}>{row.note}</div>
          </div>
        ))}
        <div className={classes.reading}>{reference.label}</div>
      </div>
      <FigureTable
        caption={`${props.label}. ${reference.label}: ${format(reference.value)}.`}
        columns={['Estimate', 'Value', 'Interval', 'How']}
        rows={rows.map((row) => [row.label, format(row.value), range(row) || 'none', row.note])}
      />
    </figure>
  );
}
