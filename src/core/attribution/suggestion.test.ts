import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId, PartnerPersonId } from '#core/ids.ts';
import { type SuggestionFacts, type SuggestionSignal, suggestTouches } from './suggestion.ts';
import { suggestionReason } from './suggestion-words.ts';

const day = (text: string) => text as LocalDate;
const at = (text: string) => Date.parse(`${text}T12:00:00Z`);
const north = 'north' as PartnerId;
const south = 'south' as PartnerId;
const rachel = 'rachel' as PartnerPersonId;

const stage = (order: number, name: string, on: string) => ({ order, name, at: at(on), on: day(on) });
const nothing: SuggestionFacts = {
  owner: 'Dana Reyes',
  createdOn: day('2026-03-01'),
  closedOn: null,
  stages: [
    stage(1, 'Accepted', '2026-03-01'),
    stage(2, 'Discovery', '2026-03-10'),
    stage(3, 'Validation', '2026-03-24'),
  ],
  signals: [],
  named: [],
  origins: [],
  touches: [],
  people: [{ id: rachel, partnerId: north }],
  dismissed: new Set(),
};
const signal = (id: string, on: string, change: Partial<SuggestionSignal> = {}): SuggestionSignal => ({
  id,
  way: 'mail',
  partnerId: north,
  personId: rachel,
  internalOwner: null,
  subject: 'Architecture workshop',
  summary: null,
  evidence: [`mail:${id}`],
  occurredAt: at(on),
  occurredOn: day(on),
  ...change,
});
const suggested = (change: Partial<SuggestionFacts>, today = '2026-04-01') =>
  suggestTouches({ ...nothing, ...change }, day(today));

describe('a suggestion', () => {
  it('comes of a mail with a partner in it, prefilled from its words and its day', () => {
    const [one, ...rest] = suggested({ signals: [signal('m1', '2026-03-12', { summary: 'Design agreed' })] });
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      key: 'signal:m1',
      partnerId: north,
      personId: rachel,
      internalOwner: 'Dana Reyes',
      role: 'validator',
      action: 'solution_architecture',
      stageOrder: 2,
      outcome: 'Design agreed',
      evidence: ['mail:m1'],
      missing: [],
    });
  });

  it('drafts the outcome from the stage move that followed', () => {
    const [one] = suggested({ signals: [signal('m1', '2026-03-20')] });
    expect(one?.outcome).toBe('The deal moved to Validation on 2026-03-24.');
    expect(one && suggestionReason(one.why, 'Northgate')).toBe(
      'Northgate was there 4 days before the deal moved to Validation on 2026-03-24.',
    );
  });

  it('leaves the outcome open where nothing tells it', () => {
    const [one] = suggested({ signals: [signal('m1', '2026-03-26')] });
    expect(one).toMatchObject({ outcome: null, missing: ['outcome'] });
  });

  it('takes the usual act of the stage where the words say nothing', () => {
    const plain = (id: string, on: string) => signal(id, on, { subject: 'Re: next week' });
    const all = suggested({
      signals: [plain('a', '2026-03-05'), plain('b', '2026-03-12'), plain('c', '2026-03-26')],
    });
    expect(new Map(all.map(({ key, role }) => [key, role]))).toEqual(
      new Map([
        ['signal:a', 'introducer'],
        ['signal:b', 'joint_seller'],
        ['signal:c', 'validator'],
      ]),
    );
  });

  it('asks what a partner did that the CRM names and of whom nothing is known', () => {
    const named = [
      { partnerId: south, role: 'overlap', knownAt: at('2026-03-11'), knownOn: day('2026-03-11') },
    ];
    const [one] = suggested({ named });
    expect(one).toMatchObject({
      key: 'named:south',
      role: 'joint_seller',
      missing: ['person', 'outcome', 'evidence'],
    });
    const touches = [
      { partnerId: south, personId: rachel, action: 'joint_meeting', occurredOn: day('2026-03-02') },
    ] as const;
    expect(suggested({ named, touches })).toEqual([]);
  });

  it('asks what followed an introduction of the account', () => {
    const origins = [
      {
        id: 'i1',
        partnerId: north,
        personId: rachel,
        occurredAt: at('2026-02-20'),
        occurredOn: day('2026-02-20'),
        evidence: [],
      },
    ];
    expect(suggested({ origins })).toMatchObject([
      { key: 'origin:i1', occurredOn: '2026-03-01', personId: rachel },
    ]);
  });

  it('is not made of what is recorded, was dismissed, came after the close or is forgotten', () => {
    const signals = [signal('m1', '2026-03-12')];
    const same = {
      partnerId: north,
      personId: rachel,
      action: 'solution_architecture',
      occurredOn: day('2026-03-12'),
    } as const;
    expect(suggested({ signals, touches: [same] })).toEqual([]);
    expect(suggested({ signals, dismissed: new Set(['signal:m1']) })).toEqual([]);
    expect(suggested({ signals, closedOn: day('2026-03-11') })).toEqual([]);
    expect(suggested({ signals }, '2026-06-11')).toEqual([]);
    expect(suggested({ signals }, '2026-03-11')).toEqual([]);
    expect(suggested({ signals: [signal('m2', '2026-03-12', { partnerId: null })] })).toEqual([]);
  });

  it('is made once of a mail and its entry in the CRM', () => {
    const both = [signal('m1', '2026-03-26'), signal('c1', '2026-03-26', { way: 'crm_event' })];
    expect(suggested({ signals: both }).map(({ key }) => key)).toEqual(['signal:m1']);
  });

  it('is one of at most ten, in an order that does not depend on the order of the facts', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      signal(`m${index}`, `2026-03-${String(index + 12)}`, { subject: index % 2 === 0 ? 'Demo' : 'Hello' }),
    );
    const expected = suggested({ signals: many });
    expect(expected).toHaveLength(10);
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (signals) => {
        expect(suggested({ signals })).toEqual(expected);
      }),
    );
  });
});
