import type { ReactNode } from 'react';
import type { ForecastFigure as Forecast } from '#core/scoreboard/payload.ts';
import { BulletGraph } from '../../ui/figures/bullet-graph.tsx';
import { Sparkline, type SparklinePoint } from '../../ui/figures/sparkline.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useBoard, useMoney } from './board-context.tsx';
import { standingOf } from './board-model.ts';
import { ClaimedFigure } from './claimed-figure.tsx';
import { Amount, SinceMonday } from './fixed-figure.tsx';
import { OpeningStrip } from './opening-strip.tsx';
import tileClasses from './tile.module.css';
import { Tile } from './tile.tsx';

const title = 'Forecast sourced pipeline';

/** The third number: the likely value with P20 and P80, its method, its own past error and what chance alone would miss by. */
export function ForecastFigure(props: { proven: Forecast; claimed: Forecast }): ReactNode {
  const { proven, claimed } = props;
  const money = useMoney();
  const format = useFormat();
  const points = ({ weeks }: Forecast): SparklinePoint[] =>
    weeks.map(({ on, likelyMinor }) => ({ label: format.dayShort(on), value: likelyMinor }));
  if (standingOf(useBoard()) === 'claimsOnly') {
    return (
      <ClaimedFigure
        title={title}
        period={proven.period.label}
        definitions={['forecastSourcedPipelineNextQuarter', 'openingBalance']}
        proven={{ figure: proven.figure, amountMinor: proven.likelyMinor }}
        claimed={{ figure: claimed.figure, amountMinor: claimed.likelyMinor }}
        points={points(claimed)}
      >
        {claimed.likelyMinor === null
          ? (claimed.waitsFor ?? 'no forecast yet')
          : `${rangeText(claimed, money.compact)} (P20 to P80) · ${claimed.methodText}`}
      </ClaimedFigure>
    );
  }
  const isDrawn = proven.likelyMinor !== null || proven.targetMinor !== null;
  return (
    <Tile
      title={title}
      aside={proven.period.label}
      definitions={['forecastSourcedPipelineNextQuarter']}
      figure={proven.figure}
    >
      <div className={tileClasses.headline}>
        <Amount figure={{ figure: proven.figure, amountMinor: proven.likelyMinor }} name={title} />
        <Sparkline
          label={`${title}, likely value, 13 weeks`}
          points={points(proven)}
          format={(value) => money.compact(value)}
          height={30}
        />
      </div>
      <p className={tileClasses.line}>
        {proven.likelyMinor === null
          ? (proven.waitsFor ?? 'no forecast yet')
          : `${rangeText(proven, money.compact)} (P20 to P80) · ${proven.methodText}`}
      </p>
      {isDrawn ? (
        <div className={tileClasses.bullet}>
          <BulletGraph
            label={`${title} against its target`}
            value={proven.likelyMinor}
            target={proven.targetMinor}
            interval={
              proven.lowMinor === null || proven.highMinor === null
                ? undefined
                : { low: proven.lowMinor, high: proven.highMinor }
            }
            format={(value) => money.compact(value)}
            height={16}
          />
        </div>
      ) : null}
      <ErrorLine forecast={proven} />
      <OpeningStrip figure={claimed.figure} name={title} amountMinor={claimed.likelyMinor}>
        {claimed.likelyMinor === null ? 'no forecast yet' : 'likely'}
      </OpeningStrip>
    </Tile>
  );
}

function rangeText(forecast: Forecast, compact: (minor: number | null) => string): string {
  return `${compact(forecast.lowMinor)} to ${compact(forecast.highMinor)}`;
}

/** The method's own past error, what chance alone would miss by with so few deals, and the change since Monday. */
function ErrorLine(props: { forecast: Forecast }): ReactNode {
  const format = useFormat();
  const { method, backtest, chance, sinceLastMonday } = props.forecast;
  const error =
    backtest.state === 'waiting'
      ? `own past error not measured yet: ${backtest.hasQuarters} of ${backtest.needsQuarters} quarters`
      : `missed by ${format.share(backtest.wape)} in ${format.count(backtest.origins)} past forecasts`;
  return (
    <p className={`${tileClasses.line} ${tileClasses.beforeOpening}`}>
      {method === 'none' ? 'a simple forecast from complete quarters' : error}
      {chance === null ? null : ` · chance alone ${format.share(chance.wape)}`}
      {sinceLastMonday === null || sinceLastMonday.likelyMinor === 0 ? null : (
        <>
          {' · '}
          <SinceMonday change={sinceLastMonday.likelyMinor} />
        </>
      )}
    </p>
  );
}
