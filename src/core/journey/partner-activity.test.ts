import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { isActivated, isActivatedWithin, isProducing, type PartnerActivity } from './partner-activity.ts';

const quiet: PartnerActivity = {
  partnerId: 'p',
  name: 'Northgate',
  signedOn: '2026-01-05' as LocalDate,
  openingStage: null,
  activatedOn: null,
  provenWins: 0,
  recentWins: 0,
  recentSourced: 0,
  recentAdvanced: 0,
  recentSourcedWins: 0,
  openDeals: 0,
  firstDealOn: null,
  lastDealOn: null,
  lastActOn: null,
  firstActOn: null,
};

describe('a partner', () => {
  it('is activated by a deal after its signature, or was before it came (JR-1)', () => {
    expect(isActivated(quiet)).toBe(false);
    expect(isActivated({ ...quiet, openingStage: 'onboard' })).toBe(false);
    expect(isActivated({ ...quiet, openingStage: 'manage' })).toBe(true);
    expect(isActivated({ ...quiet, activatedOn: '2026-06-01' as LocalDate })).toBe(true);
  });

  it('activates within ninety days up to the ninetieth day (JR-2)', () => {
    const on = (day: string) => isActivatedWithin({ ...quiet, activatedOn: day as LocalDate }, 90);
    expect([on('2026-04-05'), on('2026-04-06')]).toEqual([true, false]);
    expect(isActivatedWithin({ ...quiet, openingStage: 'manage' }, 90)).toBe(false);
  });

  it('produces with one win, or with two sourced deals that got far (J3)', () => {
    expect(isProducing(quiet, 2)).toBe(false);
    expect(isProducing({ ...quiet, provenWins: 1 }, 2)).toBe(true);
    expect(isProducing({ ...quiet, recentAdvanced: 1 }, 2)).toBe(false);
    expect(isProducing({ ...quiet, recentAdvanced: 2 }, 2)).toBe(true);
  });
});
