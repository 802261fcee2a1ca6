import { describe, expect, it } from 'vitest';
import { actWords, lockWords, waitWords, wayWords } from './waiting-words.ts';

describe('what waits', () => {
  it('says what was done', () => {
    expect(actWords({ kind: 'touch', what: 'joint_meeting' })).toBe('Joint meeting');
    expect(actWords({ kind: 'introduction', what: 'reopening' })).toBe('Reopened conversation');
    expect(actWords({ kind: 'introduction', what: 'of another kind' })).toBe('Introduction');
  });
  it('says how long until the lock', () => {
    const lock = (daysToLock: number | null) =>
      lockWords({ kind: 'introduction', lockOn: daysToLock === null ? null : '2026-03-15', daysToLock });
    expect([null, -1, 0, 1, 9].map(lock)).toEqual([
      null,
      'locked',
      'locks tonight',
      'locks tomorrow',
      'locks in 9 days',
    ]);
    expect(lockWords({ kind: 'touch', lockOn: '2026-03-15', daysToLock: -1 })).toBeNull();
  });
  it('says how long it waits and who wrote it down', () => {
    expect([0, 1, 6].map(waitWords)).toEqual(['since today', 'since yesterday', 'for 6 days']);
    expect(wayWords({ side: 'partner', way: 'portal' })).toBe('by the partner');
    expect(wayWords({ side: 'vendor', way: 'mail' })).toBe('from a mail');
    expect(wayWords({ side: 'vendor', way: 'desk' })).toBe('by us');
  });
});
