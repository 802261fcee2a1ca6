import type { ReactNode } from 'react';
import classes from './evidence-line.module.css';

/** Something that happened on a day, and the day on which it was written down. Days count from the left edge. */
export type LineMark = {
  readonly key: string;
  readonly at: number;
  /** Null where it was written down on the day itself, or where that is of no account. */
  readonly writtenAt: number | null;
  /** Full: it carries the answer. Open: it does not. Struck: it was taken back. */
  readonly state: 'full' | 'open' | 'struck';
  /** In words, for the list below the figure. */
  readonly says: string;
};

export type EvidenceLineProps = {
  label: string;
  /** The days that the axis spans. */
  days: number;
  /** The axis in words at both ends. */
  ends: readonly [string, string];
  /** Stretches of time one after the other, named in the head of the figure. */
  bands: readonly {
    readonly key: string;
    readonly label: string;
    readonly from: number;
    readonly to: number;
  }[];
  /** Stretches that lie behind all rows, such as a window that is open. */
  windows: readonly {
    readonly key: string;
    readonly label: string;
    readonly from: number;
    readonly to: number;
  }[];
  /** Days that part what is before from what is after. */
  limits: readonly { readonly key: string; readonly label: string; readonly at: number }[];
  rows: readonly { readonly key: string; readonly label: string; readonly marks: readonly LineMark[] }[];
};

/**
 * Acts on a line of time, one row for each who acted: a mark where it happened, a tail to where it was written down,
 * the windows in which it counts behind it. The same stands below as a list, for those who do not see it.
 */
export function EvidenceLine(props: EvidenceLineProps): ReactNode {
  const percent = (day: number): string => `${(place(day, props.days) * 100).toFixed(2)}%`;
  const width = (from: number, to: number): string =>
    `${(Math.max(0, place(to, props.days) - place(from, props.days)) * 100).toFixed(2)}%`;
  const behind = (
    <>
      {props.windows.map((one) => (
        <rect
          key={one.key}
          className={classes.window}
          x={percent(one.from)}
          width={width(one.from, one.to)}
          y="0"
          height="100%"
        />
      ))}
      {props.limits.map((one) => (
        <line
          key={one.key}
          className={classes.limit}
          data-limit={one.key}
          x1={percent(one.at)}
          x2={percent(one.at)}
          y1="0"
          y2="100%"
        />
      ))}
    </>
  );
  return (
    <figure className={classes.figure} aria-label={props.label}>
      <div className={classes.grid} aria-hidden="true">
        <span />
        <div className={classes.bands}>
          {props.bands.map((band) => (
            <span
              key={band.key}
              className={classes.band}
              style={{ left: percent(band.from), width: width(band.from, band.to) }}
              title={band.label}
            >
              <span className={classes.bandName}>{band.label}</span>
            </span>
          ))}
        </div>
        {props.rows.map((row) => (
          <Row key={row.key} label={row.label}>
            <svg className={classes.plot} aria-hidden="true" focusable="false">
              {behind}
              <line className={classes.axis} x1="0" x2="100%" y1="50%" y2="50%" />
              {row.marks.map((mark) => (
                <g key={mark.key}>
                  {mark.writtenAt === null ? null : (
                    <>
                      <line
                        className={classes.tail}
                        x1={percent(mark.at)}
                        x2={percent(mark.writtenAt)}
                        y1="50%"
                        y2="50%"
                      />
                      <line
                        className={classes.tail}
                        x1={percent(mark.writtenAt)}
                        x2={percent(mark.writtenAt)}
                        y1="30%"
                        y2="70%"
                      />
                    </>
                  )}
                  <circle
                    className={classes.mark}
                    data-state={mark.state}
                    cx={percent(mark.at)}
                    cy="50%"
                    r="5"
                  />
                  <title>{mark.says}</title>
                </g>
              ))}
            </svg>
          </Row>
        ))}
        <span />
        <div className={classes.names}>
          {props.limits.map((one) => (
            <span key={one.key} style={{ left: percent(one.at) }} data-end={place(one.at, props.days) > 0.7}>
              {one.label}
            </span>
          ))}
        </div>
        <span />
        <div className={classes.ends}>
          <span>{props.ends[0]}</span>
          <span>{props.ends[1]}</span>
        </div>
      </div>
      <p className={classes.legend} aria-hidden="true">
        <span className={classes.entry}>
          <span className={classes.full} /> counts
        </span>
        <span className={classes.entry}>
          <span className={classes.open} /> does not count
        </span>
        <span className={classes.entry}>
          <span className={classes.late} /> written down later
        </span>
        {props.windows.map((one) => (
          <span key={one.key} className={classes.entry}>
            <span className={classes.swatch} /> {one.label}
          </span>
        ))}
      </p>
      <ol className={classes.unseen}>
        {props.rows.flatMap((row) =>
          row.marks.map((mark) => (
            <li key={mark.key}>
              {row.label}: {mark.says}
            </li>
          )),
        )}
      </ol>
    </figure>
  );
}

function Row(props: { label: string; children: ReactNode }): ReactNode {
  return (
    <>
      <span className={classes.label}>{props.label}</span>
      {props.children}
    </>
  );
}

/** Where a day stands on an axis of so many days, from 0 to 1; what lies outside stands at the edge. */
export function place(day: number, days: number): number {
  return days <= 0 ? 1 : Math.max(0, Math.min(1, day / days));
}
