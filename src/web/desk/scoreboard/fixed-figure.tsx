import type { ReactNode } from 'react';
import type { DefinitionName, FixedFigure as Fixed } from '#core/scoreboard/payload.ts';
import { BulletGraph } from '../../ui/figures/bullet-graph.tsx';
import { Sparkline, type SparklinePoint } from '../../ui/figures/sparkline.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Delta, Unknown } from '../../ui/values.tsx';
import { useBoard, useMoney } from './board-context.tsx';
import { dealsText, quarterPassed, standingOf } from './board-model.ts';
import { BookedLine } from './booked-line.tsx';
import { ClaimedFigure } from './claimed-figure.tsx';
import { OpeningStrip } from './opening-strip.tsx';
import tileClasses from './tile.module.css';
import { FigureLink, Tile } from './tile.tsx';

export type FixedFigureProps = {
  title: string;
  definition: DefinitionName;
  proven: Fixed;
  claimed: Fixed;
};

/** One of the first two numbers: value, change, thirteen weeks, target; the claimed amount apart below it. */
export function FixedFigure(props: FixedFigureProps): ReactNode {
  const { proven, claimed, title } = props;
  const money = useMoney();
  const points = usePoints();
  if (standingOf(useBoard()) === 'claimsOnly') {
    return (
      <ClaimedFigure
        title={title}
        period={proven.period.label}
        definitions={[props.definition, 'openingBalance']}
        proven={proven}
        claimed={claimed}
        points={points(claimed)}
      >
        {dealsText(claimed)} · <SinceMonday change={claimed.sinceLastMonday.amountMinor} />
      </ClaimedFigure>
    );
  }
  return (
    <Tile title={title} aside={proven.period.label} definitions={[props.definition]} figure={proven.figure}>
      <div className={tileClasses.headline}>
        <Amount figure={proven} name={title} />
        <Sparkline
          label={`${title}, 13 weeks`}
          points={points(proven)}
          format={(value) => money.compact(value)}
          height={30}
        />
      </div>
      <p className={tileClasses.line}>
        {dealsText(proven)}
        {' · '}
        <SinceMonday change={proven.sinceLastMonday.amountMinor} />
      </p>
      <BookedLine figure={proven} />
      <TargetBullet figure={proven} title={title} />
      <FixedNotes figure={proven} />
      <OpeningStrip figure={claimed.figure} name={title} amountMinor={claimed.amountMinor}>
        {dealsText(claimed)}
        {claimed.sinceLastMonday.amountMinor === 0
          ? null
          : ` · ${money.change(claimed.sinceLastMonday.amountMinor)} since Monday`}
      </OpeningStrip>
    </Tile>
  );
}

/** The thirteen weeks of a figure, ready to be drawn. */
function usePoints(): (figure: Fixed) => SparklinePoint[] {
  const format = useFormat();
  return ({ weeks }) =>
    weeks.map(({ on, amountMinor }) => ({ label: format.dayShort(on), value: amountMinor }));
}

/** The change since last Monday; none is said in words. */
export function SinceMonday(props: { change: number }): ReactNode {
  const money = useMoney();
  if (props.change === 0) return 'unchanged since Monday';
  return <Delta change={props.change} text={money.change(props.change)} since="since Monday" />;
}

/** A large amount that opens its rows. An amount that is not known says so and still opens them. */
export function Amount(props: { figure: Pick<Fixed, 'figure' | 'amountMinor'>; name: string }): ReactNode {
  const money = useMoney();
  const { figure, amountMinor } = props.figure;
  return (
    <FigureLink figure={figure} name={props.name} className={tileClasses.value}>
      {amountMinor === null ? (
        <Unknown why="None of these deals has a known amount" />
      ) : (
        money.compact(amountMinor)
      )}
    </FigureLink>
  );
}

function TargetBullet(props: { figure: Fixed; title: string }): ReactNode {
  const { figure } = props;
  const money = useMoney();
  const { asOf } = useBoard();
  const passed = quarterPassed(figure.period, asOf);
  const { targetMinor } = figure;
  if (targetMinor === null && (figure.amountMinor ?? 0) <= 0) return null;
  return (
    <div className={tileClasses.bullet}>
      <BulletGraph
        label={`${props.title} against its target`}
        value={figure.amountMinor}
        target={targetMinor}
        ranges={
          targetMinor === null || passed >= 1
            ? undefined
            : [{ upTo: targetMinor * passed, label: 'the part of the quarter that has passed' }]
        }
        format={(value) => money.compact(value)}
        height={16}
      />
    </div>
  );
}

function FixedNotes(props: { figure: Fixed }): ReactNode {
  const format = useFormat();
  const money = useMoney();
  const { asOf, audit } = useBoard();
  const { amountMinor, targetMinor, period, assumedDeals, disputedDeals } = props.figure;
  const passed = quarterPassed(period, asOf);
  const notes = [
    targetMinor === null
      ? 'no target set'
      : `${format.share(amountMinor === null || targetMinor === 0 ? null : amountMinor / targetMinor)} of ${money.compact(targetMinor)} target`,
    ...(targetMinor !== null && passed < 1 ? [`shaded: ${format.share(passed)} of the quarter`] : []),
    ...(assumedDeals > 0 ? [`${format.count(assumedDeals)} with an assumed date`] : []),
  ];
  return (
    <p className={`${tileClasses.line} ${tileClasses.beforeOpening}`}>
      {notes.join(' · ')}
      {disputedDeals === 0 ? null : (
        <span className={tileClasses.exception}> · {format.count(disputedDeals)} disputed</span>
      )}
      {audit.unaudited ? <span className={tileClasses.exception}> · unaudited</span> : null}
    </p>
  );
}
