import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name.ts';
import { parseHolidays } from './organization.tsx';

describe('settings', () => {
  it('name a device as a person would', () => {
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';
    expect(deviceName(firefox)).toBe('Firefox on Windows');
    expect(deviceName(phone)).toBe('Safari on iPhone');
    expect(deviceName('curl/8.1')).toBe('curl/8.1');
    expect(deviceName(null)).toBe('Unknown device');
  });

  it('read holidays line by line and name what is no date', () => {
    expect(parseHolidays('2026-12-25\n2026-01-01, 2026-12-25')).toEqual({
      dates: ['2026-01-01', '2026-12-25'],
      wrong: [],
    });
    expect(parseHolidays('25/12/2026').wrong).toEqual(['25/12/2026']);
  });
});
