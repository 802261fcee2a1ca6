import type { ReactNode } from 'react';
import classes from './waterfall.module.css';
import { layOutWaterfall, type PlacedBar, type WaterfallBar } from './waterfall-layout.ts';

export type WaterfallProps = {
  label: string;
  bars: readonly WaterfallBar[];
  format: (value: number) => string;
  formatChange: (value: number) => string;
  height?: number | undefined;
  /** Said below the bars, after what the drawing itself has to say. */
  note?: ReactNode;
};

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`;
/** A change of zero is still a bar: two pixels that can be seen and pressed. */
const thinnest = 0.02;

/**
 * What moved a total from its start to its end: totals grey, increases filled, decreases hollow. Each bar is a link to
 * its rows. The list of links is its own table alternative: every bar reads as name, value and detail.
 */
export function Waterfall(props: WaterfallProps): ReactNode {
  const layout = layOutWaterfall(props.bars);
  return (
    <figure className={classes.waterfall} aria-label={props.label}>
      <ol
        className={classes.bars}
        style={{ '--plot-height': `${props.height ?? 96}px` } as React.CSSProperties}
      >
        {layout.bars.map((bar, index) => (
          <li key={bar.key} className={classes.item}>
            <Bar bar={bar} last={index === layout.bars.length - 1} {...props} />
          </li>
        ))}
      </ol>
      {layout.cut || props.note ? (
        <p className={classes.note}>
          {layout.cut ? 'The axis does not start at zero. ' : null}
          {props.note}
        </p>
      ) : null}
      {layout.balanced ? null : (
        <p className={classes.note} role="alert">
          These bars do not add up to the end. Please report this: it is a fault in the calculation.
        </p>
      )}
    </figure>
  );
}

function Bar(props: WaterfallProps & { bar: PlacedBar; last: boolean }): ReactNode {
  const { bar } = props;
  const text = bar.kind === 'total' ? props.format(bar.value) : props.formatChange(bar.value);
  const size = Math.max(thinnest, bar.to - bar.from);
  const shape = bar.kind === 'total' ? classes.total : bar.value < 0 ? classes.down : classes.up;
  const name = [bar.label, text, bar.detail].filter(Boolean).join(', ');
  const content = (
    <>
      <span className={classes.value}>{text}</span>
      <svg className={classes.plot} aria-hidden="true" focusable="false">
        <g className={classes.upright}>
          <rect
            className={shape}
            x="8%"
            width="84%"
            y={percent(1 - bar.from - size)}
            height={percent(size)}
          />
          {props.last ? null : (
            <line
              className={classes.link}
              x1="92%"
              x2="112%"
              y1={percent(1 - bar.level)}
              y2={percent(1 - bar.level)}
            />
          )}
        </g>
        <rect
          className={`${shape} ${classes.across}`}
          x={percent(Math.min(bar.from, 1 - size))}
          width={percent(size)}
          y="2"
          height="10"
        />
      </svg>
      <span className={classes.label}>{bar.label}</span>
    </>
  );
  if (bar.href === undefined) return <div className={classes.bar}>{content}</div>;
  return (
    <a className={classes.bar} href={bar.href} aria-label={name}>
      {content}
    </a>
  );
}
