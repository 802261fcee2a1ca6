import type { ReactNode } from 'react';
import classes from './fan-chart.module.css';
import { FigureTable } from './figure-table.tsx';

/** One step of the horizontal axis with the spread of what may come; `floor` is what it is held against. */
export type FanPoint = {
  readonly label: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly outerLow?: number | undefined;
  readonly outerHigh?: number | undefined;
  readonly floor?: number | undefined;
};

export type FanChartProps = {
  label: string;
  points: readonly FanPoint[];
  format: (value: number) => string;
  /** What the pale, the darker area and the step line mean. */
  legend: {
    readonly outer: string;
    readonly inner: string;
    readonly middle: string;
    readonly floor?: string;
  };
  /** Which labels of the axis are written out; all of them would not fit. */
  everyLabel?: number;
  height?: number;
};

/** The path of an area between two lines over equally spaced steps, on a field of 100 by 100. */
export function areaPath(upper: readonly number[], lower: readonly number[], top: number): string {
  const last = Math.max(1, upper.length - 1);
  const at = (value: number, index: number): string =>
    `${((index / last) * 100).toFixed(3)},${(100 - (value / top) * 100).toFixed(3)}`;
  const there = upper.map(at);
  const back = lower.map(at).toReversed();
  return `M${there.join('L')}L${back.join('L')}Z`;
}

/** Which steps are named below the axis and where, in percent: the first, and every so many after it. */
export function labelled(
  points: readonly { readonly label: string }[],
  every: number,
): readonly { readonly label: string; readonly at: number }[] {
  const last = Math.max(1, points.length - 1);
  return points.flatMap(({ label }, index) =>
    index % every === 0 ? [{ label, at: (index / last) * 100 }] : [],
  );
}

/** The path of a floor that holds for a stretch and then steps. */
export function stepPath(values: readonly number[], top: number): string {
  const last = Math.max(1, values.length - 1);
  return values
    .map((value, index) => {
      const x = ((index / last) * 100).toFixed(3);
      const y = (100 - (value / top) * 100).toFixed(3);
      const before = values[index - 1];
      if (before === undefined) return `M${x},${y}`;
      return before === value ? `L${x},${y}` : `L${x},${(100 - (before / top) * 100).toFixed(3)}L${x},${y}`;
    })
    .join('');
}

/**
 * What may come, month by month: the middle as a line, the spread around it as areas, and the floor it is held
 * against as a step line. Every value stands in a table for screen readers.
 */
export function FanChart(props: FanChartProps): ReactNode {
  const { points, format, legend } = props;
  const height = props.height ?? 180;
  const every = props.everyLabel ?? 6;
  const outerHigh = points.map((point) => point.outerHigh ?? point.high);
  const outerLow = points.map((point) => point.outerLow ?? point.low);
  const floors = points.map((point) => point.floor ?? 0);
  const hasFloor = points.some((point) => point.floor !== undefined);
  const top = Math.max(...outerHigh, ...floors, 0) * 1.08 || 1;
  const middle = points.map((point) => point.middle);
  const line = areaPath(middle, [], top).replace(/L?Z$/, '');
  return (
    <figure className={classes.fan}>
      <div className={classes.field}>
        <div className={classes.scale} aria-hidden="true" style={{ height }}>
          <span>{format(top)}</span>
          <span>{format(top / 2)}</span>
          <span>{format(0)}</span>
        </div>
        <svg
          className={classes.plot}
          height={height}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <line className={classes.grid} x1="0" x2="100" y1="50" y2="50" />
          <line className={classes.grid} x1="0" x2="100" y1="100" y2="100" />
          <path className={classes.outer} d={areaPath(outerHigh, outerLow, top)} />
          <path
            className={classes.inner}
            d={areaPath(
              points.map((point) => point.high),
              points.map((point) => point.low),
              top,
            )}
          />
          <path className={classes.middle} d={line} />
          {hasFloor ? <path className={classes.floor} d={stepPath(floors, top)} /> : null}
        </svg>
      </div>
      <div className={classes.labels} aria-hidden="true">
        {labelled(points, every).map(({ label, at }) => (
          <span
            key={label}
            style={{ left: `${at.toFixed(2)}%` }}
            data-at={at === 0 ? 'first' : at === 100 ? 'last' : undefined}
          >
            {label}
          </span>
        ))}
      </div>
      <p className={classes.legend} aria-hidden="true">
        <span>
          <span className={`${classes.swatch} ${classes.swatchOuter}`} /> {legend.outer}
        </span>
        <span>
          <span className={`${classes.swatch} ${classes.swatchInner}`} /> {legend.inner}
        </span>
        <span>
          <span className={`${classes.swatch} ${classes.swatchMiddle}`} /> {legend.middle}
        </span>
        {hasFloor && legend.floor !== undefined ? (
          <span>
            <span className={`${classes.swatch} ${classes.swatchFloor}`} /> {legend.floor}
          </span>
        ) : null}
      </p>
      <FigureTable
        caption={props.label}
        columns={[
          'Step',
          legend.middle,
          `${legend.inner}: low`,
          `${legend.inner}: high`,
          legend.floor ?? 'Floor',
        ]}
        rows={points.map((point) => [
          point.label,
          format(point.middle),
          format(point.low),
          format(point.high),
          point.floor === undefined ? 'none' : format(point.floor),
        ])}
      />
    </figure>
  );
}
