import type { WaitingClaim } from './waiting-data.ts';

/** What was done, in words: `joint_meeting` reads "Joint meeting". */
export function actWords(claim: Pick<WaitingClaim, 'kind' | 'what'>): string {
  const words = {
    introduction: 'Introduction',
    reopening: 'Reopened conversation',
    expansion: 'Introduction at a customer',
  };
  if (claim.kind === 'introduction') return words[claim.what as keyof typeof words] ?? 'Introduction';
  const text = claim.what.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * How much time is left until the lock. That it has passed matters to an introduction only; null where there is nothing
 * to say, or no deal yet.
 */
export function lockWords(claim: Pick<WaitingClaim, 'kind' | 'lockOn' | 'daysToLock'>): string | null {
  const { lockOn, daysToLock } = claim;
  if (lockOn === null || daysToLock === null) return null;
  if (daysToLock < 0) return claim.kind === 'introduction' ? 'locked' : null;
  if (daysToLock === 0) return 'locks tonight';
  return daysToLock === 1 ? 'locks tomorrow' : `locks in ${daysToLock} days`;
}

/** Since when it waits for us. */
export function waitWords(days: number): string {
  if (days === 0) return 'since today';
  return days === 1 ? 'since yesterday' : `for ${days} days`;
}

/** How it came in, said only where that is not the desk. */
export function wayWords(claim: Pick<WaitingClaim, 'side' | 'way'>): string {
  if (claim.side === 'partner') return 'by the partner';
  const ways: Readonly<Record<string, string>> = {
    mail: 'from a mail',
    import: 'from an import',
    crm_event: 'from the CRM',
    api: 'by the API',
  };
  return ways[claim.way] ?? 'by us';
}
