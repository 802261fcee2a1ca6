import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysBetween, type LocalDate } from '#core/calendar.ts';
import { paths } from '../../../paths.ts';
import { Timeline, type TimelineRow } from '../../../ui/figures/timeline.tsx';
import { type Formatters, useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import type { Watch } from '../program-state.ts';
import classes from './home.module.css';

type Plan = Watch['launchPlan'];
type Milestone = Plan['milestones'][number];

const states = {
  done: 'done',
  done_late: 'done_late',
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
  const { slug } = useDesk();
  const kickoff = plan.kickoffOn as LocalDate | null;
  const today = kickoff === null ? 0 : weeksTo(kickoff, props.today);
  const until = lastWeek(plan, today);
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
          rows={plan.milestones.map((one) => rowOf(one, kickoff, format, hrefOf(slug, one.key)))}
          today={today >= 0 && today <= until ? today : null}
          until={until}
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

/** The axis holds the whole plan, and today for two years after the kickoff. */
function lastWeek(plan: Plan, today: number): number {
  const { kickoffOn } = plan;
  const planned = plan.milestones.map((one) =>
    kickoffOn === null || one.planned === null ? 0 : weeksTo(kickoffOn as LocalDate, one.planned.by),
  );
  return Math.ceil(Math.max(52, ...planned, Math.min(today, 104)));
}

/** Gates lead to their conditions; the other milestones are days, and lead nowhere. */
function hrefOf(slug: string, key: string): string | undefined {
  return /^g\d$/.test(key) ? paths.programGates(slug, key) : undefined;
}

/** A milestone on the axis of weeks, in words and in place. */
export function rowOf(one: Milestone, kickoff: LocalDate, format: Formatters, href?: string): TimelineRow {
  const from = one.planned === null ? 0 : weeksTo(kickoff, one.planned.from);
  const to = one.planned === null ? 0 : weeksTo(kickoff, one.planned.by);
  const planned = `planned by ${format.day(one.planned?.by ?? null)}`;
  const how = one.isOverridden ? ' by override' : '';
  const reached = one.actualOn === null ? '' : `${format.day(one.actualOn)}${how}, `;
  return {
    key: one.key,
    label: one.title,
    href,
    planned: { from, to },
    actual: one.actualOn === null ? null : weeksTo(kickoff, one.actualOn),
    state: states[one.state],
    says: one.says === null ? `${reached}${planned}` : format.sentence(one.says),
  };
}
