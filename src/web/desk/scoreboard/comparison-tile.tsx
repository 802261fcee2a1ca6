import type { ReactNode } from 'react';
import type { GroupMedian, GroupRate } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { IntervalDot, type IntervalRow } from '../../ui/figures/interval-dot.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import { useBoard, useFigureHref } from './board-context.tsx';
import movementClasses from './movement.module.css';
import boardClasses from './scoreboard.module.css';
import tileClasses from './tile.module.css';
import { Tile } from './tile.tsx';

/** Win rate and cycle of partner-sourced against direct deals, with n and interval; too few deals show no figure. */
export function ComparisonTile(): ReactNode {
  const { comparison } = useBoard();
  const { slug } = useDesk();
  const format = useFormat();
  const href = useFigureHref();
  const { winRate, cycle, partnerDealsUnproven, leftOut } = comparison;
  const rate = (label: string, group: GroupRate): IntervalRow => ({
    label,
    href: href(group.figure),
    estimate: group.state === 'hidden' ? null : group,
    reason: group.state === 'hidden' ? group.reason : undefined,
  });
  const median = (label: string, group: GroupMedian): IntervalRow => ({
    label,
    href: href(group.figure),
    estimate:
      group.state === 'hidden'
        ? null
        : { n: group.n, value: group.days, low: group.lowDays, high: group.highDays },
    reason: group.state === 'hidden' ? group.reason : undefined,
  });
  const { difference } = winRate;
  return (
    <Tile
      title="Partner against direct"
      aside="last four quarters"
      definitions={['winRate', 'cycle']}
      className={`${boardClasses.span5} ${movementClasses.compare}`}
    >
      <p className={movementClasses.subhead}>
        Win rate
        {difference === null ? null : (
          <span className={tileClasses.quiet}>
            {' '}
            · difference {format.points(difference.value)} ({format.points(difference.low)} to{' '}
            {format.points(difference.high)})
          </span>
        )}
      </p>
      <IntervalDot
        label="Win rate, partner against direct"
        rows={[rate('Partner', winRate.partner), rate('Direct', winRate.direct)]}
        format={(value) => format.share(value)}
      />
      <p className={movementClasses.subhead}>Cycle, days from creation to the win</p>
      <IntervalDot
        label="Cycle in days, partner against direct"
        rows={[median('Partner', cycle.partner), median('Direct', cycle.direct)]}
        format={(value) => format.count(value)}
      />
      <p className={tileClasses.line}>
        {format.count(partnerDealsUnproven)} partner deals unproven · {format.count(leftOut)} of a lower class
        left out · <a href={paths.lift(slug)}>like with like</a>
      </p>
    </Tile>
  );
}
