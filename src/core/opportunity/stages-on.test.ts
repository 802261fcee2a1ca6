import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { stageTable } from './stage.ts';
import { canHaveBeenAt, type StageSighting, stageOfAct, stagesOn } from './stages-on.ts';

const open = (name: string, order: number) =>
  ({ name, order, outcome: 'open', entry: false, ignore: false }) as const;
const table = stageTable([
  open('Discovery', 2),
  open('Validation', 3),
  { name: 'Won', order: null, outcome: 'won', entry: false, ignore: false },
  { name: 'Note', order: null, outcome: 'open', entry: false, ignore: true },
]);
const at = (text: string): number => Date.parse(`${text}:00Z`);
const row = (stage: string, text: string, sequence = 0): StageSighting => ({
  stage,
  at: at(text),
  on: text.slice(0, 10) as LocalDate,
  sequence,
  isSnapshot: false,
});
const history = [
  row('Validation', '2026-03-10T09:00'),
  row('Discovery', '2026-03-01T00:00'),
  row('Note', '2026-03-05T00:00'),
  row('Won', '2026-04-01T12:00'),
];
const on = (text: string) => {
  const day = stagesOn(history, table, { at: at(text), on: text.slice(0, 10) as LocalDate });
  return [day.at?.order ?? null, day.during.map(({ order }) => order)];
};

describe('the stages of a day', () => {
  it('are the one that the deal had come into before', () => {
    expect(on('2026-03-07T10:00')).toEqual([2, [2]]);
  });
  it('are both on the day of a change, and the moment has one of them', () => {
    expect(on('2026-03-10T08:00')).toEqual([2, [2, 3]]);
    expect(on('2026-03-10T10:00')).toEqual([3, [2, 3]]);
  });
  it('are none before the history begins', () => {
    expect(on('2026-02-27T10:00')).toEqual([null, []]);
  });
  it('are none after the close, and the last open one on the day of it', () => {
    expect(on('2026-04-01T10:00')).toEqual([3, [3]]);
    expect(on('2026-04-01T13:00')).toEqual([null, [3]]);
    expect(on('2026-04-02T10:00')).toEqual([null, []]);
  });
  it('do not depend on the hour on the first day of the history', () => {
    const later = stagesOn([row('Discovery', '2026-03-01T18:00')], table, {
      at: at('2026-03-01T09:00'),
      on: '2026-03-01' as LocalDate,
    });
    expect(later.at?.order).toBe(2);
  });
  it('are told by snapshots only after the last row of the history', () => {
    const taken = (stage: string, text: string) => ({ ...row(stage, text), isSnapshot: true });
    const snapshots = [taken('Validation', '2026-03-02T00:00'), taken('Validation', '2026-03-20T00:00')];
    const rows = [row('Discovery', '2026-03-01T00:00'), row('Discovery', '2026-03-12T00:00'), ...snapshots];
    const stage = (text: string) =>
      stagesOn(rows, table, { at: at(text), on: text.slice(0, 10) as LocalDate }).at?.order;
    expect(stage('2026-03-05T00:00')).toBe(2);
    expect(stage('2026-03-21T00:00')).toBe(3);
  });
  it('leave room between two snapshots, and after the last time that the source was read', () => {
    const taken = (stage: string, text: string) => ({ ...row(stage, text), isSnapshot: true });
    const day = (rows: StageSighting[], text: string) =>
      stagesOn(rows, table, { at: at(text), on: text.slice(0, 10) as LocalDate });
    const weekly = [taken('Discovery', '2026-03-01T00:00'), taken('Validation', '2026-03-08T00:00')];
    expect([1, 2, 3, 4].map((order) => canHaveBeenAt(order, day(weekly, '2026-03-05T00:00'), true))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const told = [row('Discovery', '2026-03-01T00:00'), row('Validation', '2026-03-08T00:00')];
    expect(canHaveBeenAt(3, day(told, '2026-03-05T00:00'), true)).toBe(false);
    const last = day(told, '2026-03-20T00:00');
    expect([true, false].map((isKnown) => canHaveBeenAt(4, last, isKnown))).toEqual([false, true]);
  });
});

describe('the stage of an act', () => {
  const deal = { createdOn: '2026-03-01' as LocalDate, closedOn: '2026-04-01' as LocalDate };
  const of = (said: number | null, text: string) => {
    const day = text.slice(0, 10) as LocalDate;
    return stageOfAct(said, deal, day, stagesOn(history, table, { at: at(text), on: day }), true);
  };
  it('is what the history says where nothing was said, and what was said where the history allows it', () => {
    expect(of(null, '2026-03-07T10:00')).toEqual({ isPossible: true, order: 2 });
    expect(of(2, '2026-03-10T10:00')).toEqual({ isPossible: true, order: 2 });
  });
  it('is 0 before the deal was there, and nothing else', () => {
    expect(of(null, '2026-02-20T10:00')).toEqual({ isPossible: true, order: 0 });
    expect(of(3, '2026-02-20T10:00')).toEqual({
      isPossible: false,
      stages: [{ order: 0, name: 'before the deal' }],
    });
  });
  it('is refused where the deal was in other stages, which are named', () => {
    expect(of(5, '2026-03-10T10:00')).toEqual({
      isPossible: false,
      stages: [
        { order: 2, name: 'Discovery' },
        { order: 3, name: 'Validation' },
      ],
    });
  });
  it('is as it was said after the close', () => {
    expect(of(5, '2026-04-02T10:00')).toEqual({ isPossible: true, order: 5 });
  });
});
