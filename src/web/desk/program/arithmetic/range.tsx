import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import type { Simulation, Spread } from '#core/program/simulation.ts';
import { Card } from '../../../ui/card.tsx';
import { FanChart } from '../../../ui/figures/fan-chart.tsx';
import classes from './arithmetic.module.css';
import { missingText, type PlanText, type PlanUnit } from './plan-words.ts';

/** The range of the plan: the share month by month against the floor, and how likely each year reaches it. */
export function Range(props: { plan: PlanArithmetic; simulation: Simulation; text: PlanText }): ReactNode {
  const { simulation, text } = props;
  const points = simulation.months.flatMap(({ month, share }) =>
    share === null
      ? []
      : [
          {
            label: `Month ${month}`,
            low: share.p20,
            middle: share.p50,
            high: share.p80,
            outerLow: share.p10,
            outerHigh: share.p90,
            floor: simulation.years[Math.floor((month - 1) / 12)]?.floor,
          },
        ],
  );
  return (
    <Card>
      <Title order={2}>What may come</Title>
      {points.length === 0 ? (
        <Text size="sm">The range is not known yet: fill in {missingText(simulation.missing)}.</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            Share of new pipeline that partners source, month by month, held against the floor of the year.
          </Text>
          <FanChart
            label="Sourced share by month"
            points={points}
            format={(value) => text.number(value, 'share')}
            everyLabel={12}
            legend={{ outer: 'P10 to P90', inner: 'P20 to P80', middle: 'middle', floor: 'floor' }}
          />
          <ul className={classes.years}>
            {simulation.years.map((year) => (
              <li key={year.year}>
                <Text size="xs" c="dimmed">
                  Year {year.year}, floor {text.number(year.floor, 'share')}
                </Text>
                <Text fw={620} fz="lg">
                  {year.reachesFloor === null ? '—' : text.number(year.reachesFloor, 'share')}
                </Text>
                <Text size="xs">
                  of the plans reach it. The share: {spreadText(year.share, 'share', text)}.
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className={classes.spreads}>
        <SpreadLine label="Producing partners needed" spread={simulation.producersNeeded} text={text} />
        <SpreadLine label="Signings needed" spread={simulation.signingsNeeded} text={text} />
        <SpreadLine label="Partner managers needed" spread={simulation.managersNeeded} text={text} />
        <SpreadLine label="Return over three years" spread={simulation.roi} unit="share" text={text} />
      </dl>
      {simulation.noRange.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          Held fixed, because the ledger gives no low and high: {missingText(simulation.noRange)}.
        </Text>
      )}
    </Card>
  );
}

function SpreadLine(props: { label: string; spread: Spread; unit?: PlanUnit; text: PlanText }): ReactNode {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{spreadText(props.spread, props.unit ?? 'count', props.text)}</dd>
    </div>
  );
}

/** "25 in the middle; six of ten plans lie between 18 and 41", or what it waits for. */
function spreadText(spread: Spread, unit: PlanUnit, text: PlanText): string {
  if (!spread.known) return `needs ${missingText(spread.missing)}`;
  const { p20, p50, p80 } = spread.quantiles;
  const say = (value: number | null): string => (value === null ? 'never' : text.number(value, unit));
  if (say(p20) === say(p80)) return `${say(p50)} in the middle, and in at least six of ten plans`;
  return `${say(p50)} in the middle; six of ten plans lie between ${say(p20)} and ${say(p80)}`;
}
