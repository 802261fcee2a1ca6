import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { remarksOn, type WrittenAct } from './act-remarks.ts';

const day = (text: string) => text as LocalDate;
const complete: WrittenAct = {
  role: 'validator',
  occurredOn: day('2026-03-09'),
  recordedOn: day('2026-03-10'),
  outcome: 'Architecture approved',
  evidence: ['https://calendar.example/1'],
  stageOrder: 3,
  isConfirmed: true,
  closedOn: null,
  isOnAccount: false,
};
const remarks = (change: Partial<WrittenAct>) => remarksOn({ ...complete, ...change }, 14);

describe('what is said of an act when it is written down', () => {
  it('is nothing when it is complete, confirmed and in time', () => {
    expect(remarks({})).toEqual([]);
    expect(remarks({ recordedOn: day('2026-03-23') })).toEqual([]);
  });
  it('names what it lacks', () => {
    expect(remarks({ outcome: null, evidence: [], stageOrder: null, isConfirmed: false })).toEqual([
      'no_outcome',
      'no_evidence',
      'no_stage',
      'unconfirmed',
    ]);
  });
  it('tells a late one from the fifteenth day on', () => {
    expect(remarks({ recordedOn: day('2026-03-24') })).toEqual(['logged_late']);
  });
  it('flags one that happened or was written down after the close', () => {
    expect(remarks({ closedOn: day('2026-03-08') })).toEqual(['after_close']);
    expect(remarks({ closedOn: day('2026-03-09') })).toEqual(['after_close']);
    expect(remarks({ closedOn: day('2026-03-10') })).toEqual([]);
  });
  it('does not ask for a stage before there is a deal', () => {
    expect(remarks({ stageOrder: null, isOnAccount: true })).toEqual(['before_deal']);
  });
  it('says that an originator is not made by a touch', () => {
    expect(remarks({ role: 'originator' })).toEqual(['origin_only']);
    expect(remarks({ role: 'overlap' })).toEqual(['overlap']);
  });
});
