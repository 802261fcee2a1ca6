import type { ReactNode } from 'react';
import type { ShareQuarter } from '#core/scoreboard/payload.ts';
import { useFormat } from '../../ui/format.tsx';
import { useFigureHref } from './board-context.tsx';
import shareClasses from './share-tile.module.css';

const height = 52;

/** The top of the scale: a round share that holds every bar and every floor. */
export function shareScaleEnd(quarters: readonly ShareQuarter[]): number {
  const highest = Math.max(0.1, ...quarters.flatMap(({ value, floor }) => [value ?? 0, floor ?? 0]));
  return Math.ceil(highest * 10) / 10;
}

/** A quarter as it is marked below its bar: the year stands only where it begins. */
export function quarterMark(label: string, index: number): string {
  const [quarter = label, year = ''] = label.split(' ');
  return index === 0 || quarter === 'Q1' ? `${quarter} ’${year.slice(-2)}` : quarter;
}

/** The quarters as bars with the floor of each as a line across it; the running quarter is hollow. Each opens its deals. */
export function ShareBars(props: { label: string; quarters: readonly ShareQuarter[] }): ReactNode {
  const format = useFormat();
  const href = useFigureHref();
  const end = shareScaleEnd(props.quarters);
  const y = (share: number): number => height - (share / end) * height;
  return (
    <ol className={shareClasses.quarters} aria-label={props.label}>
      {props.quarters.map(({ period, value, floor, isComplete, numerator }, index) => (
        <li key={period.start}>
          <a
            href={href(numerator.figure)}
            data-figure={numerator.figure}
            aria-label={`${period.label}${isComplete ? '' : ', running'}: ${format.share(value, 1)}, floor ${format.share(floor)}`}
          >
            <svg width="100%" height={height} aria-hidden="true" focusable="false">
              <line className={shareClasses.axis} x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
              {value === null ? null : (
                <rect
                  className={isComplete ? shareClasses.quarterBar : shareClasses.runningBar}
                  x="14%"
                  width="72%"
                  y={Math.min(y(value), height - 2)}
                  height={Math.max(height - y(value), 2)}
                />
              )}
              {floor === null ? null : (
                <line className={shareClasses.floor} x1="0" x2="100%" y1={y(floor)} y2={y(floor)} />
              )}
            </svg>
            <span className={shareClasses.quarterValue}>{format.share(value)}</span>
            <span className={shareClasses.quarterLabel}>{quarterMark(period.label, index)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
