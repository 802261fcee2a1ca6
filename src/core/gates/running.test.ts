import { describe, expect, it } from 'vitest';
import { defaultDocument } from '../blueprint/document.ts';
import type { LocalDate } from '../calendar.ts';
import { type RunningCoverage, type RunningPartner, runningSettings, sortPartners } from './running.ts';

const today = '2026-12-01' as LocalDate;
const day = (text: string) => text as LocalDate;
const settings = runningSettings(defaultDocument().journey);
const coverage: RunningCoverage = { registrationsSince: null, actsSince: day('2024-01-01') };

const silent: RunningPartner = {
  partnerId: 'p',
  name: 'Sund',
  signedOn: day('2025-01-15'),
  openingStage: null,
  lastActOn: null,
  openDeals: 0,
  wonInTwoQuarters: 0,
  sourcedAtStage3: 0,
  firstDealOn: null,
  lastRegistrationOn: null,
};
const sort = (partner: Partial<RunningPartner>, of: RunningCoverage = coverage) =>
  sortPartners([{ ...silent, ...partner }], settings, of, today).partners[0];

describe('a partner of a program that already runs', () => {
  it('produces with a win, or with two sourced deals at stage 3 (J3)', () => {
    expect(sort({ wonInTwoQuarters: 1 })).toMatchObject({ group: 'producing', proposal: { kind: 'keep' } });
    expect(sort({ sourcedAtStage3: 2 })?.group).toBe('producing');
    expect(sort({ sourcedAtStage3: 1 })?.group).not.toBe('producing');
  });

  it('is active with an open deal, with an act in 90 days, or freshly signed', () => {
    expect(sort({ openDeals: 1, firstDealOn: day('2025-02-01') })).toMatchObject({
      group: 'active',
      proposal: { kind: 'keep' },
    });
    expect(sort({ lastActOn: day('2026-09-02') })?.group).toBe('active');
    expect(sort({ lastActOn: day('2026-09-01') })?.group).toBe('dormant');
    expect(sort({ signedOn: day('2026-11-20') })).toMatchObject({
      group: 'active',
      evidence: ['Signed on 2026-11-20.'],
    });
  });

  it('is proposed for exit when it never had a deal by day 120', () => {
    expect(sort({})).toMatchObject({
      group: 'dormant',
      proposal: { kind: 'exit', says: expect.stringContaining('never activated') },
    });
    expect(sort({ signedOn: day('2026-08-03') })?.proposal.kind).toBe('cure');
    expect(sort({ signedOn: day('2026-08-02') })?.proposal.kind).toBe('exit');
  });

  it('is proposed for a cure with dated steps when it had deals and fell silent', () => {
    expect(sort({ firstDealOn: day('2025-03-01'), lastActOn: day('2026-05-01') })).toMatchObject({
      group: 'dormant',
      proposal: {
        kind: 'cure',
        path: [
          { on: '2026-12-08', what: 'One real joint action on a named account' },
          { on: '2026-12-21', what: 'A registration, or a deal worked together' },
          { on: '2026-12-31', what: 'Decision: keep, or exit' },
        ],
      },
    });
  });

  it('is proposed for exit without an accepted registration in 180 days, where registrations are kept', () => {
    const dealt = { firstDealOn: day('2025-03-01'), lastActOn: day('2026-05-01') };
    const kept = { ...coverage, registrationsSince: day('2025-01-01') };
    expect(sort(dealt, kept)?.proposal.kind).toBe('exit');
    expect(sort({ ...dealt, lastRegistrationOn: day('2026-06-04') }, kept)?.proposal.kind).toBe('cure');
    expect(sort(dealt)?.proposal.kind).toBe('cure');
  });

  it('is cured while it is active, if it is past day 120 without any deal', () => {
    expect(sort({ lastActOn: day('2026-11-01') })).toMatchObject({
      group: 'active',
      proposal: { kind: 'cure' },
    });
  });

  it('is not called dormant by what nobody recorded', () => {
    for (const unknown of [{ openDeals: null }, { wonInTwoQuarters: null }, { sourcedAtStage3: null }])
      expect(sort(unknown)).toMatchObject({ group: 'unknown', proposal: { kind: 'find_out' } });
    const recent = { registrationsSince: null, actsSince: day('2026-11-01') };
    expect(sort({}, recent)?.group).toBe('unknown');
    expect(sort({}, { registrationsSince: null, actsSince: null })?.group).toBe('unknown');
  });

  it('is not said to be idle since the signature where records begin later', () => {
    const recent = { registrationsSince: null, actsSince: day('2026-08-15') };
    expect(sort({}, recent)).toMatchObject({ group: 'dormant', proposal: { kind: 'cure' } });
  });
});

describe('the health of the roster', () => {
  const many = (count: number, partner: Partial<RunningPartner>) =>
    Array.from({ length: count }, (_, index) => ({ ...silent, partnerId: `${index}`, ...partner }));

  it('is the bad example of the method: 188 of 200 dormant, 94 %', () => {
    const { counts, health } = sortPartners(
      [...many(188, {}), ...many(12, { wonInTwoQuarters: 1 })],
      settings,
      coverage,
      today,
    );
    expect(counts).toEqual({ producing: 12, active: 0, dormant: 188, unknown: 0 });
    expect(health).toMatchObject({
      dormantShare: { known: true, value: 0.94 },
      isAlert: true,
      says: '188 of 200 signed partners are dormant: 94 %. The alert is at 40 %.',
    });
  });

  it('is no alert at 40 %, and unknown while partners cannot be sorted', () => {
    const fine = [...many(4, {}), ...many(6, { openDeals: 1 })];
    expect(sortPartners(fine, settings, coverage, today).health.isAlert).toBe(false);
    const open = [...fine, ...many(1, { openDeals: null })];
    expect(sortPartners(open, settings, coverage, today).health.dormantShare.known).toBe(false);
    expect(sortPartners([], settings, coverage, today).health).toMatchObject({ isAlert: false });
  });

  it('lists those that need a decision first', () => {
    const { partners } = sortPartners(
      [...many(1, { name: 'A', wonInTwoQuarters: 1 }), ...many(1, { name: 'C' }), ...many(1, { name: 'B' })],
      settings,
      coverage,
      today,
    );
    expect(partners.map((one) => one.name)).toEqual(['B', 'C', 'A']);
  });
});
