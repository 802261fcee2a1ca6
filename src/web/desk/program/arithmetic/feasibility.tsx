import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import type { Lever } from '#core/program/feasibility-levers.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './arithmetic.module.css';
import { leverLabel, missingText, type PlanText } from './plan-words.ts';

/** OM-7: whether the plan can work; if not, which assumption would have to move, and by how much. */
export function Feasibility(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  const { plan, text } = props;
  const { feasibility } = plan;
  if (feasibility.outcome === 'unknown') {
    return (
      <Card>
        <Title order={2}>Can the plan work?</Title>
        <Text size="sm">Not known yet: fill in {missingText(feasibility.missing)}.</Text>
      </Card>
    );
  }
  const isFeasible = feasibility.outcome === 'feasible';
  const needed = feasibility.producersNeeded;
  const levers = feasibility.levers.filter((lever) => lever.to !== null && lever.change !== 0);
  return (
    <Card className={(isFeasible ? undefined : classes.infeasible) ?? ''}>
      <Title order={2}>{isFeasible ? 'The plan can work' : 'The plan cannot work as it stands'}</Title>
      <Text size="sm" mt={4}>
        Program year {feasibility.year} needs{' '}
        <strong>
          {needed === null ? 'more producing partners than there can be' : `${needed} producing partners`}
        </strong>
        ; the plan expects <strong>{text.number(feasibility.producersPlanned, 'count')}</strong> of{' '}
        {text.number(feasibility.signingsPlanned, 'count')} signed.
        {isFeasible ? (
          <ByMonth plan={plan} year={feasibility.year} text={text} />
        ) : (
          ' The CFO cannot sign it until an assumption or the target changes.'
        )}
      </Text>
      {levers.length === 0 ? null : (
        <>
          <Text size="sm" fw={600} mt="sm">
            {isFeasible
              ? 'How far each assumption alone may still move'
              : 'Any one of these alone would make it work'}
          </Text>
          <ul className={classes.levers}>
            {levers.map((lever) => (
              <LeverLine key={lever.key} lever={lever} text={text} />
            ))}
          </ul>
        </>
      )}
      <Conflict plan={plan} text={text} />
    </Card>
  );
}

/** The verdict counts every partner for a full year; a reader who sees a lower share below has to know why. */
function ByMonth(props: { plan: PlanArithmetic; year: number; text: PlanText }): ReactNode {
  const year = props.plan.months.years[props.year - 1];
  if (year === undefined || year.share === null || year.target === null || year.reachesTarget !== false) {
    return null;
  }
  return (
    <>
      {' '}
      That counts every partner for a full year. Month by month, year {year.year} reaches{' '}
      {props.text.number(year.share, 'share')} of new pipeline instead of{' '}
      {props.text.number(year.target, 'share')}, because partners have to sign and activate first.
    </>
  );
}

function LeverLine(props: { lever: Lever; text: PlanText }): ReactNode {
  const { lever, text } = props;
  const say = (value: number): string =>
    lever.key === 'cohort' || lever.key === 'cohortsPerYear'
      ? text.number(value, 'count')
      : text.ledger(lever.key, value);
  const sign = (lever.relative ?? 0) > 0 ? '+' : '−';
  const by = lever.relative === null ? '' : ` (${sign}${text.number(Math.abs(lever.relative), 'share')})`;
  return (
    <li>
      <span>{leverLabel(lever.key)}</span>
      <span className={classes.number}>
        {say(lever.value)} → {lever.to === null ? '' : say(lever.to)}
        {by}
      </span>
      <Text span size="xs" c="dimmed">
        {lever.isInRange === null ? '' : lever.isInRange ? 'inside its range' : 'outside its range'}
      </Text>
    </li>
  );
}

/** X8: the floor of year one against a first cohort. Shown as arithmetic; the CFO decides. */
function Conflict(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  const { feasibility } = props.plan;
  const { text } = props;
  if (feasibility.outcome === 'unknown' || !feasibility.conflict.isConflict) return null;
  const { conflict } = feasibility;
  const sizes = conflict.sizes
    .map((size) => `${size.partners} partners carry ${text.number(size.share, 'share')}`)
    .join(', ');
  return (
    <Text size="sm" mt="sm" className={classes.conflict}>
      A first cohort alone does not reach the floor of {text.number(conflict.floor, 'share')} in year 1:{' '}
      {sizes}.
      {conflict.cohortsNeeded === null ? '' : ` It takes ${conflict.cohortsNeeded} cohorts of this size`}
      {conflict.dealSizeNeeded === null
        ? '.'
        : `, or deals of ${text.number(conflict.dealSizeNeeded, 'money')}.`}
    </Text>
  );
}
