import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShareFigure } from '#core/scoreboard/payload.ts';
import { useFormat } from '../../ui/format.tsx';
import { Unknown } from '../../ui/values.tsx';
import { useBoard, useMoney } from './board-context.tsx';
import { openingBalanceLabel } from './figure-names.ts';
import { ShareBars } from './share-bars.tsx';
import shareClasses from './share-tile.module.css';
import tileClasses from './tile.module.css';
import { FigureLink, Tile } from './tile.tsx';

const title = 'Share of new pipeline';

/** The partners' share of new pipeline against the floor of the program year, with the quarters before it. */
export function ShareTile(): ReactNode {
  const board = useBoard();
  const money = useMoney();
  const format = useFormat();
  const share = board.shareOfNewPipeline;
  const claimed = board.openingBalance.shareOfNewPipeline;
  return (
    <Tile
      title={title}
      aside={board.thisQuarter.label}
      definitions={['shareOfNewPipeline', 'activityNotOutput']}
      figure={share.numerator.figure}
      control={<ActivityAlert share={share} />}
    >
      <div className={shareClasses.shareGrid}>
        <div>
          <FigureLink figure={share.numerator.figure} name={title} className={tileClasses.value}>
            {share.value === null ? (
              <Unknown why="The company had no new pipeline in this quarter" />
            ) : (
              format.share(share.value, 1)
            )}
          </FigureLink>
          <p className={tileClasses.line}>{floorText(share, format.share)}</p>
          <p className={tileClasses.line}>
            <FigureLink figure={share.numerator.figure} name="Sourced new pipeline">
              {money.compact(share.numerator.amountMinor)}
            </FigureLink>
            {' of '}
            <FigureLink figure={share.denominator.figure} name="All new pipeline">
              {money.compact(share.denominator.amountMinor)}
            </FigureLink>
          </p>
        </div>
        <ShareBars label={`${title} by quarter`} quarters={share.quarters} />
      </div>
      <div className={tileClasses.opening}>
        <span className={tileClasses.openingLabel}>{openingBalanceLabel}</span>
        <span>
          <FigureLink
            figure={claimed.numerator.figure}
            name={`${title}, opening balance`}
            className={tileClasses.openingValue}
          >
            {format.share(claimed.value, 1)}
          </FigureLink>
        </span>
      </div>
    </Tile>
  );
}

function floorText(share: ShareFigure, percent: (value: number | null) => string): ReactNode {
  const { programYear, floor, value } = share;
  if (programYear.state === 'notStarted') return 'No floor yet: it starts with the first signed partner';
  const words = `floor ${percent(floor)}, program year ${programYear.year}`;
  if (value === null || floor === null || value >= floor) return words;
  return (
    <>
      <span className={tileClasses.exception}>below the floor</span> · {words}
    </>
  );
}

function ActivityAlert(props: { share: ShareFigure }): ReactNode {
  const format = useFormat();
  const { state, risePoints, needPoints, overQuarters } = props.share.activityNotOutput;
  if (state !== 'raised') return null;
  return (
    <Badge
      color="red"
      title={`The share moved by ${format.decimal(risePoints)} points over ${overQuarters} quarters; ${needPoints} are needed.`}
    >
      Activity, not output
    </Badge>
  );
}
