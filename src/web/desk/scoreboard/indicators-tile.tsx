import type { ReactNode } from 'react';
import type { Indicator, IndicatorSeries } from '#core/scoreboard/payload.ts';
import { Sparkline } from '../../ui/figures/sparkline.tsx';
import { useFormat } from '../../ui/format.tsx';
import { archetypeLabel } from '../partner/partner-data.ts';
import activityClasses from './activity.module.css';
import { useBoard } from './board-context.tsx';
import boardClasses from './scoreboard.module.css';
import tileClasses from './tile.module.css';
import { PanelLink, Tile } from './tile.tsx';

const groupLabels = {
  capability: 'Capability',
  capacity: 'Capacity',
  motion: 'Motion',
  conversion: 'Conversion',
} as const satisfies Record<Indicator['group'], string>;

/** The four leading groups: what may come. They stand below the output and never replace it. */
export function IndicatorsTile(): ReactNode {
  const { indicators } = useBoard();
  const isCut = indicators.some((each) => each.state === 'measured' && each.series.length > shownAtMost);
  return (
    <Tile
      title="What may come"
      aside="activity, never counted as output"
      definitions={['indicators']}
      className={boardClasses.span8}
      control={isCut ? <PanelLink panel="indicators">All archetypes</PanelLink> : null}
    >
      <div className={activityClasses.indicators}>
        {indicators.map((indicator) => (
          <IndicatorBlock key={indicator.name} indicator={indicator} />
        ))}
      </div>
    </Tile>
  );
}

/** Every archetype of every indicator, for the panel. */
export function AllIndicators(): ReactNode {
  return (
    <div className={activityClasses.allIndicators}>
      {useBoard().indicators.map((indicator) => (
        <IndicatorBlock key={indicator.name} indicator={indicator} all />
      ))}
    </div>
  );
}

/** As many archetypes as fit the page: those with the most partners. The panel shows all. */
const shownAtMost = 3;

function IndicatorBlock(props: { indicator: Indicator; all?: boolean }): ReactNode {
  const { indicator } = props;
  const series = indicator.state === 'measured' ? indicator.series : [];
  const largest = series.toSorted((a, b) => b.partners - a.partners).slice(0, shownAtMost);
  const shown = props.all === true ? series : series.filter((each) => largest.includes(each));
  return (
    <div>
      <h3 className={activityClasses.indicatorHead}>{groupLabels[indicator.group]}</h3>
      <p className={activityClasses.indicatorText}>{indicator.text}</p>
      {indicator.state === 'waiting' ? (
        <p className={activityClasses.waiting}>{indicator.waitsFor}</p>
      ) : (
        <ul className={activityClasses.series}>
          {shown.map((series) => (
            <Series
              key={series.archetype ?? ''}
              indicator={indicator}
              series={series}
              all={indicator.series}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Series(props: {
  indicator: Indicator;
  series: IndicatorSeries;
  all: readonly IndicatorSeries[];
}): ReactNode {
  const format = useFormat();
  const { indicator, series } = props;
  const say = (value: number): string =>
    indicator.unit === 'share'
      ? format.share(value)
      : indicator.unit === 'perPartner'
        ? format.decimal(value)
        : format.count(value);
  const highest = Math.max(0, ...props.all.flatMap(({ weeks }) => weeks.map(({ value }) => value))) || 1;
  return (
    <li title={series.target === null ? undefined : `Target ${say(series.target)}`}>
      <span className={activityClasses.seriesLabel}>
        {series.archetype === null ? 'Unknown' : archetypeLabel(series.archetype)}
      </span>
      <Sparkline
        label={`${indicator.text}, ${archetypeLabel(series.archetype)}, 13 weeks`}
        points={series.weeks.map(({ on, value }) => ({ label: format.dayShort(on), value }))}
        format={say}
        height={16}
        domain={[0, highest]}
      />
      <span className={activityClasses.seriesValue}>
        {say(series.value)}
        {series.target === null ? null : <span className={tileClasses.small}> of {say(series.target)}</span>}
      </span>
    </li>
  );
}
