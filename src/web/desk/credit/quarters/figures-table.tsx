import type { ReactNode } from 'react';
import type { CurrencyCode } from '#core/money.ts';
import { useFormat } from '../../../ui/format.tsx';
import { classLabels, measureLabels } from './quarter-words.ts';
import classes from './quarters.module.css';
import type { FrozenFigure } from './quarters-data.ts';

/** The figures of a quarter by measure and class: as booked, what was accepted since, what waits. */
export function FiguresTable(props: {
  figures: readonly FrozenFigure[];
  currency: string;
  /** A preview has nothing beside it yet. */
  isPreview?: boolean;
}): ReactNode {
  const format = useFormat();
  const money = (minor: number) => format.money({ minor, currency: props.currency as CurrencyCode });
  const change = (minor: number, count: number) =>
    count === 0
      ? '–'
      : `${minor > 0 ? '+' : minor < 0 ? '−' : ''}${money(Math.abs(minor))} (${format.count(count)})`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.region} aria-label="Figures of the quarter" tabIndex={0}>
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Deals</th>
            <th scope="col">{props.isPreview ? 'Would be booked' : 'As booked'}</th>
            {props.isPreview ? null : (
              <>
                <th scope="col">Accepted since</th>
                <th scope="col">Waiting</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {props.figures
            .filter((one) => one.deals > 0 || one.accepted > 0 || one.waiting > 0 || one.class === 'sourced')
            .map((one) => (
              <tr key={`${one.measure} ${one.class}`}>
                <th scope="row">
                  {measureLabels[one.measure]}, {classLabels[one.class].toLowerCase()}
                </th>
                <td>{format.count(one.deals)}</td>
                <td className={classes.booked}>{money(one.frozenMinor)}</td>
                {props.isPreview ? null : (
                  <>
                    <td>{change(one.acceptedMinor, one.accepted)}</td>
                    <td className={one.waiting > 0 ? classes.exception : classes.quiet}>
                      {change(one.waitingMinor, one.waiting)}
                    </td>
                  </>
                )}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
