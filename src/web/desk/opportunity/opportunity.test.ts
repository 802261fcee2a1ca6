import { describe, expect, it } from 'vitest';
import { evidenceLines } from '../../evidence-lines.ts';
import { foundHref } from '../find.ts';
import { viewQuery } from '../view/saved-views.tsx';
import { filterOf, type Opportunity } from './opportunity-data.ts';
import { factChanges, stageSteps } from './opportunity-history.ts';
import { countText, instantOn, listSort, moneyOf, plainWords, stageText } from './opportunity-words.ts';

type Fact = Opportunity['facts'][number];
type Stage = Opportunity['stages'][number];

const fact = (change: Partial<Fact>): Fact => ({
  knownAt: 0,
  knownAssumed: false,
  recordedAt: 0,
  importNumber: 1,
  name: 'Deal',
  stage: 'Offer',
  amountMinor: 100,
  currency: 'EUR',
  expectedCloseOn: null,
  closedOn: null,
  owner: 'Kim',
  ...change,
});
const stage = (name: string, changedOn: string): Stage => ({
  stage: name,
  changedAt: Date.parse(changedOn),
  changedOn,
  amountMinor: null,
  currency: null,
});

describe('a deal on screen', () => {
  it('tells what changed from one fact to the next, newest first, and not what stayed', () => {
    const told = factChanges([
      fact({}),
      fact({ knownAt: 1 }),
      fact({ knownAt: 2, currency: 'USD', owner: null }),
    ]);
    expect(told.map(({ fact: { knownAt }, isFirst }) => [knownAt, isFirst])).toEqual([
      [2, false],
      [0, true],
    ]);
    expect(told[0]?.changes.map(({ field }) => field)).toEqual(['amount', 'owner']);
  });

  it('draws the stages to today, or to the close', () => {
    const stages = [stage('New', '2026-01-01'), stage('Offer', '2026-01-11')];
    expect(stageSteps(stages, '2026-01-21', false).map(({ at, days }) => [at, days])).toEqual([
      [0, 10],
      [0.5, null],
    ]);
    expect(stageSteps(stages, '2026-06-01', true).map(({ at }) => at)).toEqual([0, 1]);
    expect(stageSteps([stage('Won', '2026-01-01')], '2026-01-01', true).map(({ at }) => at)).toEqual([1]);
    expect(stageSteps([], '2026-01-01', false)).toEqual([]);
  });

  it('adds the outcome to a stage whose name does not say it', () => {
    expect(stageText('Closed Won', 'won')).toBe('Closed Won');
    expect(stageText('Declined', 'lost')).toBe('Declined (lost)');
    expect(stageText('Offer', 'open')).toBe('Offer');
    expect(stageText(null, 'unknown')).toBe('Not known');
  });

  it('stands an act at noon of its day in the organization, never in the future', () => {
    const later = Date.parse('2027-01-01T00:00:00Z');
    expect(instantOn('2026-07-01', 'Europe/Amsterdam', later)).toBe(Date.parse('2026-07-01T10:00:00Z'));
    expect(instantOn('2026-07-01', 'America/New_York', later)).toBe(Date.parse('2026-07-01T16:00:00Z'));
    const early = Date.parse('2026-07-01T08:00:00Z');
    expect(instantOn('2026-07-01', 'UTC', early)).toBe(early - 60_000);
  });

  it('reads evidence line by line', () => {
    expect(evidenceLines(' https://a.example \n\n mail of 3 May')).toEqual([
      'https://a.example',
      'mail of 3 May',
    ]);
  });

  it('knows an amount only with its currency', () => {
    expect(moneyOf(100, 'EUR')).toEqual({ minor: 100, currency: 'EUR' });
    expect(moneyOf(100, null)).toBeNull();
    expect(moneyOf(null, 'EUR')).toBeNull();
    expect(moneyOf(100, 'nonsense')).toBeNull();
  });

  it('says words of the API as people write them', () => {
    expect(plainWords('joint_meeting')).toBe('Joint meeting');
  });
});

describe('the list of deals', () => {
  it('counts exactly, or says that there are more', () => {
    const say = (count: number): string => count.toLocaleString('en');
    expect(countText({ count: 1234, isMore: false }, say)).toBe('1,234 deals');
    expect(countText({ count: 1, isMore: false }, say)).toBe('1 deal');
    expect(countText({ count: 10_000, isMore: true }, say)).toBe('more than 10,000 deals');
  });

  it('sorts each column the one way that the API can, and by name otherwise', () => {
    expect(['amount', '-amount', 'name', '-name', undefined].map(listSort)).toEqual([
      '-amount',
      '-amount',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes its filters from the address and leaves the rest', () => {
    expect(filterOf({ q: 'acme', outcome: '', sort: '-amount', cursor: 'x', owner: 'Kim' })).toEqual({
      q: 'acme',
      owner: 'Kim',
    });
  });

  it('keeps filters and order in a view, and not the place within the list', () => {
    expect(viewQuery({ owner: 'Kim & Co', sort: '-amount', cursor: 'x' })).toBe(
      'owner=Kim+%26+Co&sort=-amount',
    );
  });

  it('leads to each kind of record that the palette finds', () => {
    expect(foundHref('a', { kind: 'opportunity', id: '1' })).toBe('/o/a/pipeline/1');
    expect(foundHref('a', { kind: 'partner', id: '2' })).toBe('/o/a/partners/2');
    expect(foundHref('a', { kind: 'account', id: '3' })).toBe('/o/a/pipeline?accountId=3');
    expect(foundHref('a', { kind: 'nonsense', id: '4' })).toBeNull();
  });
});
