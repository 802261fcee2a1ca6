import type { ReactNode } from 'react';
import { useBoard, useMoney } from './board-context.tsx';
import { dealsText } from './board-model.ts';
import panelClasses from './figure-panel.module.css';
import tileClasses from './tile.module.css';
import { FigureLink } from './tile.tsx';

/** For the forecast's panel: the quarters that it is computed from. Nothing for any other figure. */
export function ForecastBasis(props: { figure: string }): ReactNode {
  const board = useBoard();
  const money = useMoney();
  const forecast = [board, board.openingBalance]
    .map(({ forecastSourcedPipelineNextQuarter }) => forecastSourcedPipelineNextQuarter)
    .find(({ figure }) => figure === props.figure);
  if (forecast === undefined) return null;
  return (
    <>
      <p className={tileClasses.definition}>
        {forecast.likelyMinor === null
          ? `There is no forecast: ${forecast.waitsFor ?? 'too little history'}.`
          : `The forecast of ${money.compact(forecast.likelyMinor)} is the ${forecast.methodText}. The deals below are those of the quarters it stands on; their sum is not the forecast.`}
      </p>
      <ul className={panelClasses.basis}>
        {forecast.quarters.map((quarter) => (
          <li key={quarter.period.start}>
            {quarter.period.label}:{' '}
            <FigureLink figure={quarter.figure} name={`Sourced pipeline, ${quarter.period.label}`}>
              {money.compact(quarter.amountMinor)}
            </FigureLink>{' '}
            <span className={tileClasses.quiet}>{dealsText(quarter)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
