import { describe, expect, it } from 'vitest';
import { isTaskDone, isToldByFacts, openWeekOneTasks, weekOneTaskKeys } from './week-one.ts';

const nothing = {
  toCountersign: 3,
  openSeats: 1,
  isKickoffSet: false,
  haveDeals: false,
  unmanagedPartners: 2,
};
const all = { toCountersign: 0, openSeats: 0, isKickoffSet: true, haveDeals: true, unmanagedPartners: 0 };

describe('the first week of the leader', () => {
  it('has ten tasks, all of them open at the start', () => {
    expect(weekOneTaskKeys).toHaveLength(10);
    expect(openWeekOneTasks(nothing, [])).toEqual(weekOneTaskKeys);
  });

  it('is told by facts where facts can tell, and a tick on such a task counts for nothing', () => {
    expect(isTaskDone('kickoff', nothing, ['kickoff'])).toBe(false);
    expect(isTaskDone('kickoff', all, [])).toBe(true);
    expect(openWeekOneTasks(all, [])).toEqual(weekOneTaskKeys.filter((task) => !isToldByFacts(task)));
  });

  it('is over when facts and ticks together leave nothing', () => {
    expect(openWeekOneTasks(all, ['read_pages', 'own_number', 'arithmetic', 'sales', 'candidates'])).toEqual(
      [],
    );
  });
});
