import type { ReactNode } from 'react';
import type { SeatOpenings } from '#core/scoreboard/payload.ts';
import { useFormat } from '../../ui/format.tsx';
import { AuditLine } from './audit-mark.tsx';
import { useBoard } from './board-context.tsx';
import { AcceptanceText, AcceptButton } from './claims-notice.tsx';
import boardClasses from './scoreboard.module.css';
import tileClasses from './tile.module.css';
import { Why } from './tile.tsx';

/** How fresh the facts are, and whether the people who own the number look at it. */
export function BoardFoot(): ReactNode {
  const { freshness, openings, openingBalance } = useBoard();
  const format = useFormat();
  const { latestFactOn, latestImport, opportunities } = freshness;
  return (
    <footer className={boardClasses.foot}>
      <span>
        {format.count(opportunities)} deals · newest fact {format.day(latestFactOn)}
        {latestImport === null
          ? null
          : ` · import ${latestImport.number}, ${latestImport.fileName}, ${format.day(latestImport.committedOn)}`}
      </span>
      <span>
        <AcceptanceText />
        {openingBalance.acceptance.state === 'accepted' ? <AcceptButton /> : null}
      </span>
      <AuditLine />
      <span className={boardClasses.openings}>
        Opened by{' '}
        {openings.map((seat, index) => (
          <span key={seat.seat}>
            {index === 0 ? null : ' · '}
            {seat.seat.toUpperCase()}{' '}
            <span className={seat.state === 'alert' ? tileClasses.exception : undefined}>
              {openingText(seat, format.day)}
            </span>
          </span>
        ))}
        <Why title="Weekly openings" definitions={['openings']} />
      </span>
    </footer>
  );
}

/** Whether a seat looks at the board, in words. */
export function openingText(seat: SeatOpenings, day: (on: string) => string): string {
  if (seat.state === 'vacant') return 'vacant';
  if (seat.state === 'alert') return `has missed ${seat.missedWeeks} weeks`;
  if (seat.lastOpenedOn === null) return 'not yet';
  return day(seat.lastOpenedOn);
}
