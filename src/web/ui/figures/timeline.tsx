import type { ReactNode } from 'react';
import classes from './timeline.module.css';

/** One line of a plan: from which to which week it is planned, and when it really happened. Weeks count from 0. */
export type TimelineRow = {
  readonly key: string;
  readonly label: string;
  readonly href?: string | undefined;
  readonly planned: { readonly from: number; readonly to: number };
  /** The week in which it was done; null while it is not. */
  readonly actual: number | null;
  readonly state: 'done' | 'done_late' | 'late' | 'due' | 'ahead';
  /** In words, after the state: "28 Feb, planned by 3 Mar". */
  readonly says: string;
};

export type TimelineProps = {
  label: string;
  rows: readonly TimelineRow[];
  /** The week of today, where the clock runs. */
  today: number | null;
  /** The last week that is drawn. */
  until: number;
};

const states = {
  done: 'Done',
  done_late: 'Done late',
  late: 'Late',
  due: 'Due now',
  ahead: 'To come',
} as const;

/** Planned against actual on one axis of weeks: the plan as a bar, what happened as a mark, today as a line. */
export function Timeline(props: TimelineProps): ReactNode {
  const percent = (week: number): string =>
    `${((Math.max(0, Math.min(week, props.until)) / props.until) * 100).toFixed(2)}%`;
  return (
    <figure className={classes.timeline} aria-label={props.label}>
      <ol className={classes.rows}>
        {props.rows.map((row) => (
          <li key={row.key} className={classes.row} data-state={row.state}>
            <span className={classes.label}>
              {row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}
            </span>
            <svg className={classes.plot} aria-hidden="true" focusable="false">
              <line className={classes.axis} x1="0" x2="100%" y1="50%" y2="50%" />
              <rect
                className={classes.planned}
                x={percent(row.planned.from)}
                width={`calc(${percent(row.planned.to)} - ${percent(row.planned.from)} + 4px)`}
                y="6"
                height="8"
                rx="2"
              />
              {row.actual === null ? null : (
                <circle className={classes.actual} cx={percent(row.actual)} cy="50%" r="4.5" />
              )}
              {props.today === null ? null : (
                <line
                  className={classes.today}
                  x1={percent(props.today)}
                  x2={percent(props.today)}
                  y1="0"
                  y2="100%"
                />
              )}
            </svg>
            <span className={classes.says}>
              <strong>{states[row.state]}</strong> · {row.says}
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.weeks} aria-hidden="true">
        <span>Week 0</span>
        <span>Week {Math.round(props.until / 2)}</span>
        <span>Week {props.until}</span>
      </div>
      <p className={classes.legend} aria-hidden="true">
        <span className={`${classes.swatch} ${classes.swatchPlanned}`} /> planned
        <span className={`${classes.swatch} ${classes.swatchActual}`} /> happened
        {props.today === null ? null : (
          <>
            <span className={`${classes.swatch} ${classes.swatchToday}`} /> today
          </>
        )}
      </p>
    </figure>
  );
}
