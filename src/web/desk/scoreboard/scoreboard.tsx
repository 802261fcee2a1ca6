import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { todayIn, useDesk, useMay } from '../desk-context.ts';
import { BoardContext, useBoard } from './board-context.tsx';
import { BoardFoot } from './board-foot.tsx';
import { BoardHead, PastBanner } from './board-head.tsx';
import { standingOf } from './board-model.ts';
import { ClaimsNotice } from './claims-notice.tsx';
import { ClassColumns } from './class-columns.tsx';
import { CompanyTile } from './company-tile.tsx';
import { ComparisonTile } from './comparison-tile.tsx';
import { FixedFigure } from './fixed-figure.tsx';
import { ForecastFigure } from './forecast-figure.tsx';
import { IndicatorsTile } from './indicators-tile.tsx';
import { MissingTile } from './missing-tile.tsx';
import boardClasses from './scoreboard.module.css';
import { logOpeningOnce, scoreboardQuery } from './scoreboard-data.ts';
import { ShareTile } from './share-tile.tsx';
import { WaterfallTile } from './waterfall-tile.tsx';

/** The CRO's weekly screen: the answer, three fixed numbers, what they stand on, and what is missing. */
export function ScoreboardPage(): ReactNode {
  const { slug, timeZone } = useDesk();
  const asOf = useUrlState().get('asOf');
  const board = useQuery(scoreboardQuery(slug, asOf));
  useEffect(() => logOpeningOnce(slug), [slug]);
  useEffect(() => {
    document.title = 'Scoreboard · Tandem';
  }, []);
  if (board.error !== null) {
    return (
      <Page title="Scoreboard">
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
        {asOf === undefined ? null : <a href={paths.scoreboard(slug)}>Back to today</a>}
      </Page>
    );
  }
  if (board.data === undefined) return <Loading rows={10} label="Loading the scoreboard" />;
  return (
    <BoardContext value={board.data}>
      {board.data.freshness.opportunities === 0 ? <NothingYet /> : <Board today={todayIn(timeZone)} />}
    </BoardContext>
  );
}

function Board(props: { today: string }): ReactNode {
  const board = useBoard();
  const { openingBalance } = board;
  return (
    <div className={boardClasses.board} data-standing={standingOf(board)}>
      {board.isToday ? null : <PastBanner />}
      <BoardHead today={props.today} />
      <ClaimsNotice />
      <div className={`${boardClasses.row} ${boardClasses.rowOne}`}>
        <FixedFigure
          title="Sourced pipeline"
          definition="sourcedPipelineThisQuarter"
          proven={board.sourcedPipelineThisQuarter}
          claimed={openingBalance.sourcedPipelineThisQuarter}
        />
        <FixedFigure
          title="Sourced closed-won"
          definition="sourcedClosedWonLastQuarter"
          proven={board.sourcedClosedWonLastQuarter}
          claimed={openingBalance.sourcedClosedWonLastQuarter}
        />
        <ForecastFigure
          proven={board.forecastSourcedPipelineNextQuarter}
          claimed={openingBalance.forecastSourcedPipelineNextQuarter}
        />
      </div>
      <div className={boardClasses.row}>
        <ShareTile />
        <ClassColumns />
        <CompanyTile />
      </div>
      <div className={boardClasses.row}>
        <WaterfallTile />
        <ComparisonTile />
      </div>
      <div className={boardClasses.row}>
        <IndicatorsTile />
        <MissingTile />
      </div>
      <BoardFoot />
      <PanelWhenAsked />
    </div>
  );
}

/** The panel's code is loaded when the first one is opened: it is not needed to read the board. */
const BoardPanel = lazy(() =>
  import('./figure-panel.tsx').then((module) => ({ default: module.BoardPanel })),
);

function PanelWhenAsked(): ReactNode {
  const { figure, panel } = useUrlState().all;
  const [asked, setAsked] = useState(false);
  if (!asked && (figure !== undefined || panel !== undefined)) setAsked(true);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <BoardPanel />
    </Suspense>
  );
}

function NothingYet(): ReactNode {
  const { slug } = useDesk();
  const { asOf, isToday } = useBoard();
  const mayImport = useMay('import.run');
  return (
    <Page title="Scoreboard" lead={isToday ? undefined : `As known at the end of ${asOf}.`}>
      <EmptyState
        title="No opportunities are known yet"
        action={
          mayImport && isToday
            ? { label: 'Bring your pipeline', href: paths.start(slug) }
            : { label: 'Back to today', href: paths.scoreboard(slug) }
        }
      >
        This screen answers what partners brought, what closed and what is coming. It needs the opportunity
        export that you already have: from Salesforce, HubSpot or any table with a stage, an amount and a
        date. A column with the partner makes it useful at once.
      </EmptyState>
    </Page>
  );
}
