import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { todayIn, useDesk } from '../desk-context.ts';
import classes from './opportunity.module.css';
import type { Opportunity } from './opportunity-data.ts';
import { stageSteps } from './opportunity-history.ts';
import { moneyOf } from './opportunity-words.ts';

/** The stages of a deal on a line of time, and as a list with the days spent in each. */
export function StageLine(props: { deal: Opportunity }): ReactNode {
  const { deal } = props;
  const format = useFormat();
  const { timeZone } = useDesk();
  const today = todayIn(timeZone);
  const isClosed = deal.outcome === 'won' || deal.outcome === 'lost';
  const steps = stageSteps(deal.stages, today, isClosed);
  const end = isClosed ? deal.stages.at(-1)?.changedOn : today;
  return (
    <Card>
      <Title order={2}>Stages</Title>
      {steps.length === 0 ? (
        <Text size="sm" c="dimmed">
          No stage history came with the imports; only the present stage is known. Import the stage history to
          see how long the deal stood in each.
        </Text>
      ) : (
        <>
          <svg className={classes.line} width="100%" height="16" aria-hidden="true" focusable="false">
            <line className={classes.axis} x1="0" x2="100%" y1="8" y2="8" />
            {steps.map(({ stage, at }, index) => (
              <circle
                key={`${stage.changedAt} ${stage.stage}`}
                className={index === steps.length - 1 ? classes.lastStep : classes.step}
                cx={`${(at * 100).toFixed(2)}%`}
                cy="8"
                r="5.5"
              />
            ))}
          </svg>
          <div className={`${classes.ends} ${classes.small}`} aria-hidden="true">
            <span>{format.day(steps[0]?.stage.changedOn ?? null)}</span>
            <span>{isClosed ? format.day(end ?? null) : 'today'}</span>
          </div>
          <ol className={classes.steps}>
            {steps.map(({ stage, days }) => (
              <li key={`${stage.changedAt} ${stage.stage}`}>
                <span>{format.day(stage.changedOn)}</span>
                <span>{stage.stage}</span>
                <span className={`${classes.number} ${classes.quiet}`}>
                  {days === null ? '' : `${format.count(days)} ${days === 1 ? 'day' : 'days'}`}
                </span>
                <span className={classes.number}>
                  {format.money(moneyOf(stage.amountMinor, stage.currency))}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
