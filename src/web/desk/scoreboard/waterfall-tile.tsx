import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { Waterfall } from '../../ui/figures/waterfall.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useBoard, useFigureHref, useMoney } from './board-context.tsx';
import { dealsText, drawnBars, shownScope } from './board-model.ts';
import { barLabels } from './figure-names.ts';
import classes from './scoreboard.module.css';
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
  return (
    <Tile
      title="Open sourced pipeline since last Monday"
      aside={`closing in ${waterfall.period.label}`}
      definitions={
        scope === 'proven' ? ['waterfall', 'pipeline'] : ['waterfall', 'pipeline', 'openingBalance']
      }
      className={classes.span7}
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
      <div className={classes.waterfall}>
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
        />
      </div>
      {withoutCloseDate.deals + overdue.deals === 0 ? null : (
        <p className={`${classes.line} ${classes.inside}`}>
          Inside “{barLabels.end}”:{' '}
          <FigureLink figure={withoutCloseDate.figure} name="Without a close date">
            {money.compact(withoutCloseDate.amountMinor)} without a close date
          </FigureLink>
          {', '}
          <FigureLink figure={overdue.figure} name="Past their close date">
            {money.compact(overdue.amountMinor)} past it
          </FigureLink>
        </p>
      )}
    </Tile>
  );
}
