import { describe, expect, it } from 'vitest';
import { isRole, roles } from './roles.ts';
import { attributionSettings, defaultProgramSettings, scoreboardSettings } from './settings.ts';

describe('the settings of a program', () => {
  it('start with the defaults of the method', () => {
    expect(defaultProgramSettings.attribution).toMatchObject({
      introLookbackDays: 30,
      lockDays: 14,
      longLockDays: 30,
      longCycleDays: 180,
      vendorQuietDays: 60,
      touchLoggedWithinDays: 14,
    });
    expect(defaultProgramSettings.scoreboard).toMatchObject({
      shareFloors: [0.15, 0.25, 0.35],
      flatPoints: 2,
      flatQuarters: 4,
      rateMinimumDeals: 20,
    });
  });

  it('say what each of them does, by which rule and from where', () => {
    for (const setting of Object.values({ ...attributionSettings, ...scoreboardSettings })) {
      expect(setting.meaning).toMatch(/[.…,]$/);
      expect(setting.rule && setting.source).not.toBe('');
    }
  });
});

describe('a role', () => {
  it('is known by its stored name only', () => {
    expect(isRole('cro')).toBe(true);
    for (const text of ['CRO', 'sales', '', 'toString']) expect(isRole(text)).toBe(false);
  });

  it('owns one number on the desk, unless it runs Tandem or looks in from outside', () => {
    const without = Object.entries(roles).filter(([, role]) => role.owns === null);
    expect(without.map(([name]) => name)).toEqual(['administrator', 'advisor', 'partner_admin']);
  });
});
