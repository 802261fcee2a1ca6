import type { ReactNode } from 'react';
import type { AmountFigure, ClassColumn, Scoreboard } from '#core/scoreboard/payload.ts';
import { useBoard, useMoney } from './board-context.tsx';
import { dealsText } from './board-model.ts';
import companyClasses from './company-tile.module.css';
import { classLabels, openingBalanceLabel } from './figure-names.ts';
import tileClasses from './tile.module.css';
import { FigureLink, Tile } from './tile.tsx';

const columns = ['sourced', 'coSold', 'influenced'] as const;

/** Sourced, co-sold and influenced side by side. They are never added, so there is no column that would. */
export function ClassColumns(): ReactNode {
  const board = useBoard();
  const { columns: proven, memo, openingBalance, thisQuarter, lastQuarter } = board;
  const { assisted } = memo;
  return (
    <Tile
      title="Credit by class"
      aside="never added together"
      definitions={['columns', 'memo', 'openingBalance']}
    >
      <table className={companyClasses.columns}>
        <thead>
          <tr>
            <td className={tileClasses.small}>amount, deals</td>
            {columns.map((name) => (
              <th key={name} scope="col">
                {classLabels[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row label="Open pipeline" of={proven} pick={(column) => column.openPipeline} />
          <Row label={`New in ${thisQuarter.label}`} of={proven} pick={(column) => column.newThisQuarter} />
          <Row label={`Won in ${lastQuarter.label}`} of={proven} pick={(column) => column.wonLastQuarter} />
        </tbody>
        <tbody className={companyClasses.openingRows}>
          <tr>
            <th colSpan={4} scope="rowgroup" className={tileClasses.openingLabel}>
              {openingBalanceLabel}
            </th>
          </tr>
          <Row label="Open pipeline" of={openingBalance.columns} pick={(column) => column.openPipeline} />
        </tbody>
      </table>
      {assisted.openPipeline.deals + assisted.wonLastQuarter.deals === 0 ? null : (
        <p className={tileClasses.line}>
          Memo: assisted, open <Cell figure={assisted.openPipeline} name="Assisted, open pipeline" />
        </p>
      )}
    </Tile>
  );
}

function Row(props: {
  label: string;
  of: Scoreboard['columns'];
  pick: (column: ClassColumn) => AmountFigure;
}): ReactNode {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      {columns.map((name) => (
        <td key={name}>
          <Cell figure={props.pick(props.of[name])} name={`${classLabels[name]}, ${props.label}`} />
        </td>
      ))}
    </tr>
  );
}

function Cell(props: { figure: AmountFigure; name: string }): ReactNode {
  const money = useMoney();
  const { figure, amountMinor, deals } = props.figure;
  return (
    <FigureLink figure={figure} name={`${props.name}, ${dealsText(props.figure)}`}>
      {money.compact(amountMinor)}
      <span className={tileClasses.small}> {deals}</span>
    </FigureLink>
  );
}
