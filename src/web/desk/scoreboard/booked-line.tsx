import type { ReactNode } from 'react';
import type { FixedFigure } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import { useMoney } from './board-context.tsx';
import tileClasses from './tile.module.css';

/** Under the figure of a closed quarter: that it is as booked, what was accepted since, and what waits. */
export function BookedLine(props: { figure: FixedFigure }): ReactNode {
  const { booked, period } = props.figure;
  const { slug } = useDesk();
  const money = useMoney();
  const format = useFormat();
  if (booked === null) return null;
  const said = (minor: number, count: number, what: string): string =>
    `${money.change(minor)} ${what} (${format.count(count)})`;
  return (
    <p className={tileClasses.line}>
      <a href={paths.creditQuarter(slug, period.start)}>As booked</a>, {format.dayShort(booked.closedOn)}
      {booked.accepted === 0 ? null : ` · ${said(booked.acceptedMinor, booked.accepted, 'restated')}`}
      {booked.waiting === 0 ? null : (
        <span className={tileClasses.exception}>
          {' '}
          · {said(booked.waitingMinor, booked.waiting, 'waiting')}
        </span>
      )}
    </p>
  );
}
