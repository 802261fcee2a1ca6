import type { ReactNode } from 'react';
import { useMoney } from './board-context.tsx';
import { openingBalanceLabel } from './figure-names.ts';
import tileClasses from './tile.module.css';
import { FigureLink } from './tile.tsx';

export type OpeningStripProps = {
  figure: string;
  name: string;
  amountMinor: number | null;
  children?: ReactNode;
};

/** The claimed amount below a proven one: apart, under its own label, and never added to it. */
export function OpeningStrip(props: OpeningStripProps): ReactNode {
  const money = useMoney();
  return (
    <div className={tileClasses.opening}>
      <span className={tileClasses.openingLabel}>{openingBalanceLabel}</span>
      <span>
        <FigureLink
          figure={props.figure}
          name={`${props.name}, opening balance`}
          className={tileClasses.openingValue}
        >
          {money.compact(props.amountMinor)}
        </FigureLink>{' '}
        <span className={tileClasses.quiet}>{props.children}</span>
      </span>
    </div>
  );
}
