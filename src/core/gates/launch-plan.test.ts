import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import type { GateFacts } from './facts.ts';
import { decideGates } from './gates.ts';
import { decideLaunchPlan } from './launch-plan.ts';

const plan = (facts: GateFacts) => decideLaunchPlan(facts, decideGates(facts));
const milestone = (facts: GateFacts, key: string) => plan(facts).milestones.find((one) => one.key === key);

describe('the launch plan', () => {
  it('turns the weeks of the method into days from the kickoff', () => {
    expect(plan(emptyFacts()).milestones.map((one) => [one.key, one.when, one.planned?.by])).toEqual([
      ['g0', 'Week 0', '2026-01-05'],
      ['g1', 'Week 2', '2026-01-19'],
      ['g2', 'Week 3', '2026-01-26'],
      ['g3', 'Week 4', '2026-02-02'],
      ['g4', 'Week 5', '2026-02-09'],
      ['g5', 'Weeks 6 to 8', '2026-03-02'],
      ['hire', 'Week 8', '2026-03-02'],
      ['first_signing', 'Weeks 6 to 12', '2026-03-30'],
      ['first_joint_opportunity', 'Weeks 12 to 16', '2026-04-27'],
      ['first_sourced_win', 'Months 6 to 8', '2026-09-05'],
      ['g6', 'Weeks 20 to 28', '2026-07-20'],
      ['g7', 'Weeks 36 to 52', '2027-01-04'],
    ]);
  });

  it('holds what happened against what was planned', () => {
    const facts = completeFacts();
    expect(milestone(facts, 'g5')).toMatchObject({ actualOn: '2026-03-02', state: 'done' });
    expect(milestone(facts, 'hire')).toMatchObject({ actualOn: '2026-03-02', state: 'done' });
    expect(milestone(facts, 'g1')).toMatchObject({ actualOn: '2026-03-02', state: 'done_late' });
    expect(milestone(facts, 'first_sourced_win')).toMatchObject({ actualOn: '2026-07-06', state: 'done' });
    const early = changedFacts(facts, { 'firstSourcedWin.value': '2026-05-04' });
    expect(milestone(early, 'first_sourced_win')?.state).toBe('ahead');
  });

  it('says what is coming, due and late', () => {
    const at = (today: string) => milestone(changedFacts(emptyFacts(), { today }), 'g5')?.state;
    expect(['2026-02-08', '2026-02-09', '2026-03-02', '2026-03-03'].map(at)).toEqual([
      'coming',
      'due',
      'due',
      'late',
    ]);
  });

  it('shows a gate that was overridden as reached by an override', () => {
    const override = { gate: 'g4', reason: 'The board wants it now', by: 'Cleo', on: '2026-02-01' };
    const facts = changedFacts(emptyFacts(), { overrides: [override] });
    expect(milestone(facts, 'g4')).toMatchObject({ actualOn: '2026-02-01', isOverridden: true });
  });

  it('has weeks and no days without a kickoff', () => {
    const { milestones, paths } = plan(changedFacts(emptyFacts(), { kickoffOn: null }));
    expect(milestones.every((one) => one.planned === null && one.state === 'not_scheduled')).toBe(true);
    expect(paths.a.points.every((one) => one.on === null)).toBe(true);
  });
});

describe('the two paths', () => {
  it('are the worked example: 6 to 8 months with a design, 9 to 11 without, so 3 to 5 are bought', () => {
    const { a, b, monthsSaved, weeks, says } = plan(emptyFacts()).paths;
    expect(a.total).toEqual({ from: 6, to: 8 });
    expect(b.total).toEqual({ from: 9, to: 11 });
    expect(monthsSaved).toEqual({ from: 3, to: 5 });
    expect(weeks).toEqual({ from: 6, to: 8 });
    expect(says).toBe('6 to 8 weeks of design bring the first sourced win 3 to 5 months sooner.');
    expect(a.points.map((one) => [one.key, one.when, one.on?.to])).toEqual([
      ['design_ready', 'Weeks 6 to 8', '2026-03-02'],
      ['hire', 'Week 8', '2026-03-02'],
      ['cohort', 'Weeks 8 to 16', '2026-04-27'],
      ['first_joint_opportunity', 'Week 16', '2026-04-27'],
      ['first_sourced_win', 'Month 6', '2026-07-05'],
    ]);
    expect(a.points[2]?.title).toBe('12 partners are signed');
    expect(b.points.map((one) => [one.key, one.when])).toEqual([
      ['hire', 'Week 0'],
      ['first_joint_opportunity', 'Months 7 to 9'],
      ['first_sourced_win', 'Months 9 to 11'],
    ]);
  });
});
