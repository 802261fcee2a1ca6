import { describe, expect, it } from 'vitest';
import { todayIn } from './today.ts';

describe('today', () => {
  it('is the date where the organization is', () => {
    const late = new Date('2026-11-20T23:30:00Z');
    expect(todayIn('UTC', late)).toBe('2026-11-20');
    expect(todayIn('Asia/Tokyo', late)).toBe('2026-11-21');
  });
});
