import type { ReactNode } from 'react';
import { FigureTable } from './figure-table.tsx';
import classes from './figures.module.css';

export type SparklinePoint = { readonly label: string; readonly value: number | null };

export type SparklineProps = {
  label: string;
  points: readonly SparklinePoint[];
  format: (value: number) => string;
  height?: number | undefined;
  /** A scale shared with other lines; by default the line fills its own height. */
  domain?: readonly [number, number] | undefined;
};

/** The stretches of known points as polylines on a 100 by 100 field; an unknown point breaks the line. */
export function sparklineStretches(
  points: readonly SparklinePoint[],
  domain?: readonly [number, number],
): [number, number][][] {
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  if (known.length === 0) return [];
  const [low, high] = domain ?? [Math.min(...known), Math.max(...known)];
  const span = high - low || 1;
  const stretches: [number, number][][] = [[]];
  points.forEach((point, index) => {
    if (point.value === null) {
      stretches.push([]);
      return;
    }
    const x = points.length === 1 ? 100 : (index / (points.length - 1)) * 100;
    stretches.at(-1)?.push([x, 100 - ((point.value - low) / span) * 100]);
  });
  return stretches.filter((stretch) => stretch.length > 0);
}

/** A small line without axes, its last known point marked. The values stand in a table for screen readers. */
export function Sparkline(props: SparklineProps): ReactNode {
  const height = props.height ?? 28;
  const stretches = sparklineStretches(props.points, props.domain);
  const last = stretches.at(-1)?.at(-1);
  return (
    <figure className={classes.figure}>
      <svg className={classes.svg} height={height} aria-hidden="true" focusable="false">
        <svg
          x="0"
          y="4"
          width="100%"
          height={height - 8}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          overflow="visible"
          aria-hidden="true"
        >
          {stretches.length === 0 ? (
            <line className={classes.baseline} x1="0" x2="100" y1="100" y2="100" />
          ) : null}
          {stretches.map((stretch) => (
            <polyline
              key={stretch[0]?.[0]}
              className={classes.line}
              points={stretch.map((at) => at.join(',')).join(' ')}
            />
          ))}
        </svg>
        {last === undefined ? null : (
          <circle
            className={classes.lastPoint}
            cx={`${last[0]}%`}
            cy={4 + (last[1] / 100) * (height - 8)}
            r="3"
          />
        )}
      </svg>
      <FigureTable
        caption={props.label}
        columns={['Week', 'Value']}
        rows={props.points.map((point) => [
          point.label,
          point.value === null ? 'not known' : props.format(point.value),
        ])}
      />
    </figure>
  );
}
