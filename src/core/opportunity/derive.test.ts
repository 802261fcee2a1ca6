import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, type Moment } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import { deriveOpportunityState, firstReachedOn } from './derive.ts';
import type { OpportunityFact, StageChange } from './facts.ts';
import { findStage, type StageRule, stageTable } from './stage.ts';

const dayLength = 86_400_000;
const firstDay = '2026-01-01' as LocalDate;
const on = (text: string) => text as LocalDate;
const at = (date: LocalDate) => daysBetween(firstDay, date) * dayLength;
const moment = (text: string): Moment => ({ at: at(on(text)) + dayLength - 1, on: on(text) });

function rule(name: string, order: number | null, outcome: StageRule['outcome'] = 'open'): StageRule {
  return { name, order, outcome, entry: order === 2, ignore: name === 'Note' };
}
const stages = stageTable([
  rule('New', 0),
  rule('Accepted', 1),
  rule('Discovery', 2),
  rule('Validation', 3),
  rule('Proposal', 4),
  rule('Note', null),
  rule('Won', null, 'won'),
  rule('Lost', null, 'lost'),
]);

/** A snapshot known on that day; a first import is `firstImport(…)`, known on the deal's created date. */
function snapshot(known: string, given: Partial<OpportunityFact> = {}): OpportunityFact {
  return {
    knownAt: at(on(known)),
    knownOn: on(known),
    knownAssumed: false,
    recordedOn: on(known),
    sequence: 0,
    name: null,
    accountId: null,
    stage: null,
    amountMinor: null,
    currency: null,
    createdOn: null,
    expectedCloseOn: null,
    closedOn: null,
    owner: null,
    product: null,
    leadSource: null,
    ...given,
  };
}

function firstImport(
  created: string,
  recorded: string,
  given: Partial<OpportunityFact> = {},
): OpportunityFact {
  return snapshot(created, {
    knownAssumed: true,
    createdOn: on(created),
    recordedOn: on(recorded),
    ...given,
  });
}

function change(date: string, stage: string, amountMinor: number | null = null, sequence = 0): StageChange {
  return {
    stage,
    changedAt: at(on(date)),
    changedOn: on(date),
    knownAt: at(on(date)),
    amountMinor,
    currency: null,
    sequence,
  };
}

const derive = (facts: OpportunityFact[], changes: StageChange[], asOf?: string) =>
  deriveOpportunityState(facts, changes, stages, asOf === undefined ? null : moment(asOf));

describe('a deal with stage history', () => {
  const history = [
    change('2026-01-05', 'New', 100),
    change('2026-02-01', 'discovery', 120),
    change('2026-02-20', 'New', 130),
    change('2026-03-01', 'Discovery', 140),
    change('2026-04-01', 'Won', 150),
  ];

  it('enters the pipeline once, on the day it first reaches the entry stage, with the amount of that row', () => {
    expect(derive([], history)).toMatchObject({
      enteredOn: '2026-02-01',
      enteredAssumed: false,
      entryAmountMinor: 120,
      entryAmountAssumed: false,
      outcome: 'won',
      closedOn: '2026-04-01',
      closedAssumed: false,
      amountMinor: 150,
      createdOn: '2026-01-05',
      createdAssumed: true,
    });
  });

  it('is read as of a past day from what was known then', () => {
    expect(derive([], history, '2026-01-31')).toMatchObject({
      enteredOn: null,
      outcome: 'open',
      stage: 'New',
    });
    expect(derive([], history, '2026-02-20')).toMatchObject({
      enteredOn: '2026-02-01',
      stage: 'New',
      amountMinor: 130,
    });
    expect(derive([], history, '2025-12-31')).toMatchObject({
      stage: null,
      outcome: 'unknown',
      createdOn: null,
    });
  });

  it('leaves a row out until its source knew it', () => {
    const late = { ...change('2026-02-01', 'Discovery', 120), knownAt: at(on('2026-03-10')) };
    expect(derive([], [change('2026-01-05', 'New'), late], '2026-03-09').enteredOn).toBeNull();
    expect(derive([], [change('2026-01-05', 'New'), late], '2026-03-10').enteredOn).toBe('2026-02-01');
  });

  it('closes at the first end; what comes after is counted and changes nothing', () => {
    const reopened = [...history, change('2026-04-02', 'Proposal', 900), change('2026-05-01', 'Lost', 0)];
    expect(derive([], reopened)).toEqual({ ...derive([], history), lateEvents: 2 });
  });

  it('enters by winning, but not by losing', () => {
    expect(derive([], [change('2026-01-05', 'New'), change('2026-02-01', 'Won', 70)])).toMatchObject({
      enteredOn: '2026-02-01',
      entryAmountMinor: 70,
      skippedStage: true,
    });
    expect(derive([], [change('2026-01-05', 'New'), change('2026-02-01', 'Lost', 70)])).toMatchObject({
      enteredOn: null,
      entryAmountMinor: null,
      outcome: 'lost',
      skippedStage: false,
    });
  });

  it('keeps each amount with the currency it was stated in', () => {
    const usd = { ...change('2026-02-01', 'Discovery', 120), currency: 'USD' as CurrencyCode };
    const eur = snapshot('2026-03-01', { amountMinor: 100, currency: 'EUR' as CurrencyCode });
    expect(derive([eur], [usd])).toMatchObject({
      amountMinor: 100,
      currency: 'EUR',
      entryAmountMinor: 120,
      entryCurrency: 'USD',
    });
    expect(derive([eur], [change('2026-02-01', 'Discovery', 120)]).entryCurrency).toBe('EUR');
  });

  it('ignores rows that are no stage, before and after the close', () => {
    const notes = [...history, change('2026-01-06', 'Note', 1), change('2026-06-01', 'NOTE', 2)];
    expect(derive([], notes)).toEqual(derive([], history));
  });

  it('keeps a stage that the table does not know, and says that its outcome is unknown', () => {
    const unknown = derive([], [change('2026-01-05', 'New'), change('2026-01-06', 'Sabbatical')]);
    expect(unknown).toMatchObject({
      stage: 'Sabbatical',
      stageOrder: null,
      outcome: 'unknown',
      enteredOn: null,
    });
  });

  it('takes two rows of one instant in the order of their source', () => {
    const rows = [change('2026-01-05', 'Lost', null, 2), change('2026-01-05', 'Won', null, 1)];
    expect(derive([], rows)).toMatchObject({ outcome: 'won', lateEvents: 1 });
  });

  it('takes the entry amount from the snapshot known that day where the row has none', () => {
    const rows = [change('2026-01-05', 'New'), change('2026-02-01', 'Discovery')];
    const snapshots = [
      snapshot('2026-01-10', { amountMinor: 80 }),
      snapshot('2026-02-02', { amountMinor: 95 }),
    ];
    expect(derive(snapshots, rows)).toMatchObject({
      entryAmountMinor: 80,
      entryAmountAssumed: false,
      amountMinor: 95,
    });
    expect(derive(snapshots.slice(1), rows)).toMatchObject({
      entryAmountMinor: 95,
      entryAmountAssumed: true,
    });
    expect(derive([], rows)).toMatchObject({ entryAmountMinor: null, entryAmountAssumed: false });
  });

  it('is still in its last open stage if its source dates the close ahead', () => {
    const ahead = { ...change('2026-12-31', 'Won'), knownAt: at(on('2026-03-01')) };
    const rows = [change('2026-01-05', 'New'), change('2026-02-01', 'Discovery'), ahead];
    expect(derive([], rows, '2026-03-02')).toMatchObject({
      outcome: 'open',
      stage: 'Discovery',
      stageOrder: 2,
      closedOn: null,
    });
  });

  it('tells when a stage order was first reached before the close', () => {
    const rows = [
      change('2026-01-05', 'New'),
      change('2026-02-01', 'Validation'),
      change('2026-03-01', 'Won'),
    ];
    expect(firstReachedOn(rows, stages, 3)).toBe('2026-02-01');
    expect(firstReachedOn(rows, stages, 4)).toBe('2026-03-01');
    expect(firstReachedOn(rows, stages, 4, moment('2026-02-15'))).toBeNull();
    expect(firstReachedOn([change('2026-02-01', 'Lost'), change('2026-03-01', 'Won')], stages, 4)).toBeNull();
  });
});

describe('a deal without stage history', () => {
  it('is assumed to have entered on its created date if it is found in the pipeline', () => {
    const found = firstImport('2026-01-10', '2026-06-01', { stage: 'Proposal', amountMinor: 500 });
    expect(derive([found], [])).toMatchObject({
      outcome: 'open',
      enteredOn: '2026-01-10',
      enteredAssumed: true,
      entryAmountMinor: 500,
      entryAmountAssumed: true,
      createdAssumed: false,
    });
  });

  it('is assumed the same if it is found won or lost', () => {
    for (const stage of ['Won', 'Lost']) {
      const found = firstImport('2026-01-10', '2026-06-01', { stage, closedOn: on('2026-04-01') });
      expect(derive([found], [])).toMatchObject({
        enteredOn: '2026-01-10',
        enteredAssumed: true,
        closedOn: '2026-04-01',
        closedAssumed: false,
      });
    }
  });

  it('has not entered if it is found before the entry stage', () => {
    expect(derive([firstImport('2026-01-10', '2026-06-01', { stage: 'Accepted' })], []).enteredOn).toBeNull();
  });

  it('was open on the days before its close, without hindsight of the date', () => {
    const found = firstImport('2026-01-10', '2026-06-01', {
      stage: 'Won',
      closedOn: on('2026-04-01'),
      amountMinor: 5,
    });
    expect(derive([found], [], '2026-03-31')).toMatchObject({
      outcome: 'open',
      stage: null,
      closedOn: null,
      expectedCloseOn: null,
      enteredOn: '2026-01-10',
      amountMinor: 5,
    });
    expect(derive([found], [], '2026-04-01')).toMatchObject({ outcome: 'won', closedOn: '2026-04-01' });
  });

  it('cannot have closed after the day on which that was recorded', () => {
    const found = firstImport('2026-01-10', '2026-06-01', { stage: 'Won', closedOn: on('2026-12-31') });
    expect(derive([found], [])).toMatchObject({ closedOn: '2026-06-01', closedAssumed: true });
    const undated = firstImport('2026-01-10', '2026-06-01', { stage: 'Lost' });
    expect(derive([undated], [])).toMatchObject({ closedOn: '2026-06-01', closedAssumed: true });
  });

  it('moves on the day of the snapshot that first shows it elsewhere', () => {
    const snapshots = [
      firstImport('2026-01-10', '2026-01-20', { stage: 'New', amountMinor: 10 }),
      snapshot('2026-02-01', { stage: 'Validation', amountMinor: 20 }),
      snapshot('2026-03-01', { stage: 'Lost', closedOn: on('2026-02-25') }),
    ];
    expect(derive(snapshots, [])).toMatchObject({
      enteredOn: '2026-02-01',
      enteredAssumed: true,
      entryAmountMinor: 20,
      entryAmountAssumed: false,
      closedOn: '2026-02-25',
      closedAssumed: false,
      skippedStage: false,
    });
  });

  it('entered no later than on its close, when a corrected close date lies before the day it was found won', () => {
    const facts = [
      snapshot('2026-01-01', { stage: 'New' }),
      firstImport('2026-01-01', '2026-03-02', { stage: 'Won', sequence: 2 }),
      snapshot('2026-01-02', { stage: 'Won', closedOn: on('2026-01-01'), sequence: 1 }),
    ];
    const state = derive(facts, [], '2026-01-02');
    expect(state).toMatchObject({ outcome: 'won', enteredOn: '2026-01-01', closedOn: '2026-01-01' });
  });

  it('takes a corrected close date, but not a second outcome', () => {
    const won = firstImport('2026-01-10', '2026-03-01', { stage: 'Won', closedOn: on('2026-02-25') });
    const corrected = snapshot('2026-03-08', { stage: 'won', closedOn: on('2026-02-27') });
    expect(derive([won, corrected], [])).toMatchObject({ closedOn: '2026-02-27', lateEvents: 0 });
    expect(derive([won, snapshot('2026-03-08', { stage: 'Lost' })], [])).toMatchObject({
      outcome: 'won',
      lateEvents: 1,
    });
  });
});

describe('snapshots beside history', () => {
  it('move the deal only if they are newer than all of it', () => {
    const history = [change('2026-01-05', 'New'), change('2026-02-01', 'Discovery')];
    const stale = firstImport('2026-01-05', '2026-03-01', { stage: 'Won', closedOn: on('2026-02-20') });
    expect(derive([stale], history)).toMatchObject({ stage: 'Discovery', outcome: 'open' });
    const fresh = snapshot('2026-03-01', { stage: 'Won', closedOn: on('2026-02-20') });
    expect(derive([fresh], history)).toMatchObject({
      outcome: 'won',
      closedOn: '2026-02-20',
      enteredOn: '2026-02-01',
    });
  });

  it('leave the word to history at the same instant, but not the amount', () => {
    const history = [change('2026-01-05', 'New', 10), change('2026-02-01', 'Discovery', 20)];
    const same = snapshot('2026-02-01', { stage: 'Proposal', amountMinor: 30 });
    expect(derive([same], history)).toMatchObject({
      stage: 'Discovery',
      amountMinor: 30,
      entryAmountMinor: 20,
    });
  });

  it('do not move a close that history has dated', () => {
    const history = [change('2026-01-05', 'New'), change('2026-02-01', 'Won')];
    const later = snapshot('2026-03-01', { stage: 'Won', closedOn: on('2026-02-15') });
    expect(derive([later], history)).toMatchObject({
      closedOn: '2026-02-01',
      closedAssumed: false,
      lateEvents: 0,
    });
  });

  it('cannot report a close later than the day on which their source knew it', () => {
    const known = snapshot('2026-03-01', {
      createdOn: on('2026-01-10'),
      recordedOn: on('2026-06-01'),
      stage: 'Won',
      closedOn: on('2026-05-01'),
    });
    expect(derive([known], [])).toMatchObject({ closedOn: '2026-03-01', closedAssumed: true });
  });

  it('give each field the latest value that any of them says', () => {
    const eur = 'EUR' as CurrencyCode;
    const snapshots = [
      snapshot('2026-02-01', { owner: 'Ada', amountMinor: 7 }),
      snapshot('2026-01-01', { owner: 'Bo', name: 'Deal', currency: eur, createdOn: on('2025-12-01') }),
    ];
    expect(derive(snapshots, [])).toMatchObject({
      owner: 'Ada',
      name: 'Deal',
      currency: 'EUR',
      amountMinor: 7,
      createdOn: '2025-12-01',
      createdAssumed: false,
    });
  });
});

const stageName = fc.constantFrom(
  'New',
  'Accepted',
  'Discovery',
  'Validation',
  'Proposal',
  'Note',
  'Won',
  'Lost',
  '??',
);
const date = fc.integer({ min: 0, max: 120 }).map((days) => addDays(firstDay, days));
const amount = fc.option(fc.integer({ min: 0, max: 10_000 }));
const numbered = <Row extends object>(row: fc.Arbitrary<Row>) =>
  fc.array(row, { maxLength: 7 }).map((rows) => rows.map((each, sequence) => ({ ...each, sequence })));

const someChanges = numbered(
  fc
    .record({ stage: stageName, date, delay: fc.nat(30), amountMinor: amount })
    .map(({ stage, date: day, delay, amountMinor }) => ({
      ...change(day, stage, amountMinor),
      knownAt: at(day) + delay * dayLength,
    })),
);
const someFacts = numbered(
  fc
    .record({
      date,
      stage: fc.option(stageName),
      amountMinor: amount,
      closedOn: fc.option(date),
      assumed: fc.boolean(),
    })
    .map(({ date: day, assumed, ...given }) =>
      assumed ? firstImport(day, addDays(day, 60), given) : snapshot(day, given),
    ),
);

describe('any opportunity', () => {
  it('has one state, whatever the order of its rows', () => {
    const shuffled = fc.tuple(someFacts, someChanges).chain(([facts, changes]) =>
      fc.record({
        facts: fc.constant(facts),
        changes: fc.constant(changes),
        otherFacts: fc.shuffledSubarray(facts, { minLength: facts.length }),
        otherChanges: fc.shuffledSubarray(changes, { minLength: changes.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ facts, changes, otherFacts, otherChanges }) => {
        expect(derive(otherFacts, otherChanges)).toEqual(derive(facts, changes));
      }),
    );
  });

  it('reads as of a day exactly as it did on that day', () => {
    fc.assert(
      fc.property(someFacts, someChanges, date, (facts, changes, day) => {
        const then = moment(day);
        const known = <Row extends { knownAt: number }>(rows: Row[]) =>
          rows.filter((row) => row.knownAt <= then.at);
        expect(derive(facts, changes, day)).toEqual(derive(known(facts), known(changes), day));
      }),
    );
  });

  it('keeps its first close, whatever happens later', () => {
    fc.assert(
      fc.property(someFacts, someChanges, fc.nat(60), stageName, (facts, changes, later, stage) => {
        const before = derive(facts, changes);
        fc.pre(
          before.closedOn !== null &&
            changes.some((each) => findStage(stages, each.stage)?.outcome === before.outcome),
        );
        const after = derive(facts, [
          ...changes,
          { ...change(addDays(firstDay, 200 + later), stage), sequence: 99 },
        ]);
        expect([after.outcome, after.enteredOn]).toEqual([before.outcome, before.enteredOn]);
      }),
    );
  });

  it('is in the pipeline if it was won, and has an entry amount only if it entered', () => {
    fc.assert(
      fc.property(someFacts, someChanges, fc.option(date), (facts, changes, day) => {
        const state = derive(facts, changes, day ?? undefined);
        if (state.outcome === 'won') expect(state.enteredOn).not.toBeNull();
        if (state.enteredOn !== null && state.closedOn !== null) {
          expect(state.enteredOn <= state.closedOn).toBe(true);
        }
        if (state.enteredOn === null) expect(state.entryAmountMinor).toBeNull();
        expect(state.closedOn === null).toBe(state.outcome === 'open' || state.outcome === 'unknown');
      }),
    );
  });
});
