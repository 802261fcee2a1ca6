import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysBetween, type LocalDate } from '#core/calendar.ts';
import { Timeline, type TimelineRow } from '../../../ui/figures/timeline.tsx';
import { type Formatters, useFormat } from '../../../ui/format.tsx';
import type { Watch } from '../program-state.ts';
import classes from './home.module.css';

type Plan = Watch['launchPlan'];
type Milestone = Plan['milestones'][number];

const states = {
  done: 'done',
  done_late: 'done',
  ahead: 'done',
  due: 'due',
  late: 'late',
  coming: 'ahead',
  not_scheduled: 'ahead',
} as const satisfies Record<Milestone['state'], TimelineRow['state']>;

/** The weeks of the launch, planned against actual, and what the weeks of design buy. */
export function LaunchPlan(props: { plan: Plan; today: string }): ReactNode {
  const { plan } = props;
  const format = useFormat();
  const kickoff = plan.kickoffOn as LocalDate | null;
  return (
    <>
      {kickoff === null ? (
        <ul className={classes.milestones}>
          {plan.milestones.map((one) => (
            <li key={one.key}>
              <strong>{one.when}</strong> {one.title}
            </li>
          ))}
        </ul>
      ) : (
        <Timeline
          label="The launch plan, planned against actual"
          rows={plan.milestones.map((one) => rowOf(one, kickoff, format))}
          today={weeksTo(kickoff, props.today)}
          until={Math.max(52, ...plan.milestones.map((one) => weeksTo(kickoff, one.planned?.by ?? kickoff)))}
        />
      )}
      <div className={classes.paths}>
        {[plan.paths.a, plan.paths.b].map((track) => (
          <div key={track.title}>
            <Text size="sm" fw={600}>
              {track.title}
            </Text>
            <ol className={classes.track}>
              {track.points.map((point) => (
                <li key={point.key}>
                  <span>{point.when}</span> {point.title}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <Text size="sm" mt="xs">
        {plan.paths.says}
      </Text>
    </>
  );
}

function weeksTo(kickoff: LocalDate, day: string): number {
  return daysBetween(kickoff, day as LocalDate) / 7;
}

/** A milestone on the axis of weeks. */
export function rowOf(one: Milestone, kickoff: LocalDate, format: Formatters): TimelineRow {
  const from = one.planned === null ? 0 : weeksTo(kickoff, one.planned.from);
  const to = one.planned === null ? 0 : weeksTo(kickoff, one.planned.by);
  const planned = `planned by ${format.day(one.planned?.by ?? null)}`;
  const actual = one.actualOn === null ? '' : `, reached on ${format.day(one.actualOn)}`;
  const how = one.isOverridden ? ' by override' : '';
  return {
    key: one.key,
    label: one.title,
    planned: { from, to },
    actual: one.actualOn === null ? null : weeksTo(kickoff, one.actualOn),
    state: states[one.state],
    says: one.says ?? `${planned}${actual}${how}`,
  };
}
