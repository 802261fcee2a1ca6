import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { Waterfall } from '../../ui/figures/waterfall.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useBoard, useFigureHref, useMoney } from './board-context.tsx';
import { dealsText, drawnBars, shownScope } from './board-model.ts';
import { barLabels } from './figure-names.ts';
import movementClasses from './movement.module.css';
import boardClasses from './scoreboard.module.css';
import { FigureLink, Tile } from './tile.tsx';

/** What moved the open sourced pipeline of the quarter since last Monday, bar by bar, of one scope at a time. */
export function WaterfallTile(): ReactNode {
  const board = useBoard();
  const money = useMoney();
  const format = useFormat();
  const href = useFigureHref();
  const url = useUrlState();
  const scope = shownScope(board, url.get('scope'));
  const { waterfall } = scope === 'proven' ? board : board.openingBalance;
  const { withoutCloseDate, overdue } = waterfall;
  const inside = [
    { figure: withoutCloseDate, words: 'without a close date' },
    { figure: overdue, words: 'past its close date' },
  ].flatMap(({ figure, words }) =>
    figure.deals === 0
      ? []
      : [
          <span key={words}>
            {' '}
            Inside “{barLabels.end}”:{' '}
            <FigureLink figure={figure.figure} name={`Open sourced pipeline ${words}`}>
              {money.compact(figure.amountMinor)} {words}
            </FigureLink>
            .
          </span>,
        ],
  );
  return (
    <Tile
      title="Open sourced pipeline since last Monday"
      aside={`closing in ${waterfall.period.label}`}
      definitions={
        scope === 'proven' ? ['waterfall', 'pipeline'] : ['waterfall', 'pipeline', 'openingBalance']
      }
      className={boardClasses.span7}
      control={
        <SegmentedControl
          size="xs"
          aria-label="Which credit the waterfall shows"
          value={scope}
          onChange={(value) => url.set({ scope: value }, true)}
          data={[
            { value: 'proven', label: 'Proven' },
            { value: 'openingBalance', label: 'Opening balance' },
          ]}
        />
      }
    >
      <div className={movementClasses.waterfall}>
        <Waterfall
          label={`Waterfall since ${format.day(waterfall.since)}`}
          height={64}
          bars={drawnBars(waterfall).map((bar) => ({
            key: bar.bar,
            label: barLabels[bar.bar],
            kind: bar.kind,
            value: bar.amountMinor,
            href: href(bar.figure),
            detail: dealsText(bar),
          }))}
          format={money.compact}
          formatChange={money.change}
          note={inside.length === 0 ? undefined : inside}
        />
      </div>
    </Tile>
  );
}
