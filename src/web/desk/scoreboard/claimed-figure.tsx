import type { ReactNode } from 'react';
import type { DefinitionName } from '#core/scoreboard/payload.ts';
import { Sparkline, type SparklinePoint } from '../../ui/figures/sparkline.tsx';
import { useMoney } from './board-context.tsx';
import { openingBalanceLabel } from './figure-names.ts';
import tileClasses from './tile.module.css';
import { FigureLink, Tile } from './tile.tsx';

export type ClaimedFigureProps = {
  title: string;
  period: string;
  definitions: readonly DefinitionName[];
  proven: { readonly figure: string; readonly amountMinor: number | null };
  claimed: { readonly figure: string; readonly amountMinor: number | null };
  points: readonly SparklinePoint[];
  children: ReactNode;
};

/** One of the three numbers while nothing is proven: the proven nought first, then what imports claim, by its name. */
export function ClaimedFigure(props: ClaimedFigureProps): ReactNode {
  const { title, proven, claimed } = props;
  const money = useMoney();
  return (
    <Tile title={title} aside={props.period} definitions={props.definitions} figure={proven.figure}>
      <p className={tileClasses.line}>
        Proven:{' '}
        <FigureLink figure={proven.figure} name={title} className={tileClasses.strong}>
          {money.compact(proven.amountMinor)}
        </FigureLink>
      </p>
      <div className={tileClasses.claimed}>
        <span className={tileClasses.openingLabel}>{openingBalanceLabel}</span>
        <div className={tileClasses.headline}>
          <FigureLink
            figure={claimed.figure}
            name={`${title}, opening balance`}
            className={tileClasses.value}
          >
            {money.compact(claimed.amountMinor)}
          </FigureLink>
          <Sparkline
            label={`${title}, opening balance, 13 weeks`}
            points={props.points}
            format={(value) => money.compact(value)}
            height={30}
          />
        </div>
        <p className={tileClasses.line}>{props.children}</p>
      </div>
    </Tile>
  );
}
