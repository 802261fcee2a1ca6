import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import { useBoard } from './board-context.tsx';
import tileClasses from './tile.module.css';

/** "Unaudited": a monthly sample of Finance had too many errors, and no later one was clean (ATT-20). */
export function AuditMark(): ReactNode {
  const { audit } = useBoard();
  const { slug } = useDesk();
  const format = useFormat();
  if (!audit.unaudited) return null;
  const most = audit.latest === null ? '' : ` More than ${format.share(audit.latest.most)} is too many.`;
  return (
    <Badge
      component="a"
      href={paths.creditAudit(slug)}
      color="red"
      style={{ cursor: 'pointer' }}
      title={`A sample of Finance had too many errors.${most}`}
    >
      Unaudited
    </Badge>
  );
}

/** The newest sample of Finance in words, leading to it; nothing before the first one. */
export function AuditLine(): ReactNode {
  const { audit } = useBoard();
  const { slug } = useDesk();
  const format = useFormat();
  const { latest } = audit;
  if (latest === null || latest.errorRate === null) return null;
  const rest = latest.judged < latest.size ? ` of ${latest.judged} looked at` : '';
  return (
    <span>
      <a href={paths.creditSample(slug, latest.month)}>Finance’s sample of {latest.month}</a>:{' '}
      <span className={audit.unaudited ? tileClasses.exception : undefined}>
        {format.share(latest.errorRate, 1)} errors{rest}
        {audit.unaudited ? ', figures unaudited' : ''}
      </span>
    </span>
  );
}
