import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import type { GateFacts } from './facts.ts';
import { decideGates } from './gates.ts';
import { decideProperties } from './properties.ts';

const decide = (facts: GateFacts) => decideProperties(facts, decideGates(facts));
const unknown = emptyFacts().coverage;

describe('forecastable', () => {
  it('is a program whose coverage is known and whose low band was met', () => {
    expect(decide(completeFacts()).forecastable).toMatchObject({ state: 'yes', missing: [] });
  });

  it('counts down two quarters from the day on which G5 opened', () => {
    const facts = changedFacts(completeFacts(), { lowBandMet: unknown, today: '2026-08-23' });
    expect(decide(facts).forecastable).toMatchObject({
      state: 'counting',
      launch: { on: '2026-03-02', isExpected: false },
      dueOn: '2026-09-02',
      daysLeft: 10,
      says: '10 days left, until 2026-09-02.',
      missing: [expect.stringContaining('low band')],
    });
  });

  it('counts from the planned day while G5 is closed, and from today once that has passed', () => {
    const at = (today: string) => decide(changedFacts(emptyFacts(), { today })).forecastable;
    expect(at('2026-02-01')).toMatchObject({ launch: { on: '2026-03-02', isExpected: true } });
    expect(at('2026-06-01')).toMatchObject({ state: 'counting', launch: { on: '2026-06-01' } });
  });

  it('is missed when the two quarters are over', () => {
    const facts = changedFacts(completeFacts(), { coverage: unknown });
    expect(decide(facts).forecastable).toMatchObject({ state: 'missed', dueOn: '2026-09-02' });
  });

  it('has not started without a kickoff', () => {
    const facts = changedFacts(emptyFacts(), { kickoffOn: null });
    expect(decide(facts).forecastable).toMatchObject({ state: 'not_started', dueOn: null });
  });
});

describe('documented', () => {
  it('is a program whose ten pages are signed and in force', () => {
    expect(decide(completeFacts()).documented).toMatchObject({ holds: true, open: [] });
  });

  it('lists every page that is not, with who has still to sign', () => {
    const none = emptyFacts().pages.thesis;
    const facts = changedFacts(completeFacts(), {
      'pages.tiers': none,
      'pages.journey': { ...none, hasDraft: true },
      'pages.thesis': { ...none, hasDraft: true, proposed: { version: 2, missing: ['cfo'] } },
    });
    expect(decide(facts).documented).toEqual({
      holds: false,
      says: '7 of 10 pages are signed and in force.',
      open: [
        { word: 'thesis', title: 'Thesis', state: 'proposed', missing: ['cfo'] },
        { word: 'tiers', title: 'Tiers', state: 'not_begun', missing: ['cfo', 'head_of_partnerships'] },
        { word: 'journey', title: 'Partner journey', state: 'draft', missing: ['head_of_partnerships'] },
      ],
    });
  });
});

describe('owned', () => {
  it('shows each seat with its holder, its number and the figure with its trend', () => {
    const figure = { value: 0.16, unit: 'share', currency: null, before: 0.12, figure: null };
    const facts = changedFacts(completeFacts(), {
      ownedFigures: { cro: { known: true, value: figure, on: null, evidence: 'Read from a test.' } },
    });
    const { holds, rows } = decide(facts).owned;
    expect(holds).toBe(true);
    expect(rows.find((row) => row.seat === 'cro')).toMatchObject({
      state: 'held',
      key: 'sourced_share',
      number: 'Sourced pipeline as a share of total new pipeline',
      figure: { known: true, value: { value: 0.16 } },
      trend: 'up',
    });
    expect(rows.find((row) => row.seat === 'ae')).toMatchObject({
      figure: { known: false },
      trend: null,
    });
  });

  it('calls a seat without a holder a gap once it has to be held', () => {
    const facts = changedFacts(completeFacts(), { 'seats.partner_marketing': [], 'seats.cfo': [] });
    const at = (today: string) => {
      const { rows } = decide(changedFacts(facts, { today })).owned;
      return rows.filter((row) => row.holders.length === 0).map((row) => [row.seat, row.state]);
    };
    expect(at('2026-02-01')).toEqual([
      ['cfo', 'gap'],
      ['partner_marketing', 'later'],
    ]);
    expect(at('2026-12-01')).toEqual([
      ['cfo', 'gap'],
      ['partner_marketing', 'gap'],
    ]);
  });

  it('is held in the interim by somebody who holds it for another', () => {
    const facts = changedFacts(completeFacts(), { 'seats.cfo.0.interim': 'ceo' });
    expect(decide(facts).owned.rows.find((row) => row.seat === 'cfo')?.state).toBe('interim');
  });
});
