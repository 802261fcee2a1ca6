import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import { accountKeys, accountSigns } from '#core/ecosystem/account-key.ts';
import { defaultBody } from '#core/program/field.ts';
import { lifeOf, type WrittenEvent, workingWeek } from '#test/harness/registration-life.ts';
import { rulingGrounds } from './conflict.ts';
import { domainHint, isShownToPartner, partnerNext, partnerState } from './partner-view.ts';
import { type DealStage, plainStage, plainStages } from './plain-stage.ts';
import { portalFormat, portalLanguages } from './portal-format.ts';
import { portalSay, rejectionWords } from './portal-words.ts';
import { type PortalCode, portalEnglish } from './portal-words-en.ts';
import { registrationPage } from './registration-page.ts';
import { pickReason, reasonOfTest, rejectionReasons } from './rejection.ts';
import { rejectionKinds } from './rejection-kinds.ts';
import {
  type RegistrationMove,
  type RegistrationState,
  registrationMoves,
  registrationStates,
} from './state.ts';

const page = defaultBody(registrationPage.fields);
const languages = Object.keys(portalLanguages) as (keyof typeof portalLanguages)[];
const codes = Object.keys(portalEnglish) as PortalCode[];
const params: ReasonParams = {
  dueOn: '2026-11-04',
  lapsesOn: '2026-11-10',
  lastDay: '2027-01-31',
  daysLeft: 3,
  updateBy: '2026-12-01',
  minimumMinor: 500_000,
  currency: 'EUR',
  since: '2026-10-01',
  most: 40,
  activityDays: 14,
  today: '2026-11-02',
  options: 'a, b',
  length: 300,
  name: 'Ada',
  number: 12,
  customer: 'Acme',
  organization: 'Vendor',
  partner: 'Northgate',
};

describe('the words of the portal', () => {
  it.each(languages)('are complete in %s, without a hole', (language) => {
    for (const code of codes) {
      const text = portalSay(language, code, params);
      expect(text, code).toMatch(/^[\p{L}\d].*\S$/u);
      expect(text, code).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}-\d{2}(?!-)(?<!2027-03-31)/);
    }
  });

  it('are another language in each', () => {
    const same = codes.filter((code) => portalSay('en', code, params) === portalSay('de', code, params));
    expect(same).toEqual([]);
  });

  it('have a text for every state, event, sign and reason that a partner can meet', () => {
    const needed = [
      ...Object.keys(registrationStates).map((state) => `state.${partnerState(state as RegistrationState)}`),
      ...Object.keys(registrationMoves)
        .filter((type) => isShownToPartner(type as RegistrationMove))
        .map((type) => `event.${type}`),
      ...Object.keys(accountSigns).map((sign) => `sign.${sign}`),
      ...[...Object.keys(rulingGrounds), 'appeal'].map((ground) => `setAside.${ground}`),
      ...Object.keys(rejectionKinds).map((kind) => `rejected.${kind}`),
      ...Object.keys(page.tests).map((test) => `told.${test}`),
      ...plainStages.map((stage) => `stage.${stage}`),
    ];
    expect(needed.filter((code) => !Object.hasOwn(portalEnglish, code))).toEqual([]);
  });

  it('do not tell a conflict from any other decision', () => {
    expect(partnerState('conflict')).toBe('submitted');
    expect(isShownToPartner('contest')).toBe(false);
  });

  it('write days, amounts and counts as the language does', () => {
    const [en, de] = [portalFormat('en'), portalFormat('de')];
    expect([en.day('2027-03-01'), de.day('2027-03-01')]).toEqual(['1 March 2027', '1. März 2027']);
    expect([en.amount(123_456_700, 'EUR'), de.amount(123_456_750, 'EUR')]).toEqual([
      'EUR 1,234,567',
      '1.234.567,50 EUR',
    ]);
    expect([en.amount(5000, 'JPY'), de.amount(5000, 'JPY')]).toEqual(['JPY 5,000', '5.000 JPY']);
    expect([en.days(1), de.days(1), en.days(2), de.days(2)]).toEqual(['1 day', '1 Tag', '2 days', '2 Tage']);
    expect([en.day('soon'), en.amount('much', 'EUR'), en.amount(5, 'gold')]).toEqual(['soon', 'much', '5']);
  });
});

describe('what happens next, told to the partner', () => {
  const submit: WrittenEvent = { on: '2026-11-02', type: 'submit' };
  const accept = { on: '2026-11-03', type: 'accept', days: 90 };
  const next = (events: readonly WrittenEvent[], on: string, valueMinor = 1_000_000) =>
    partnerNext(lifeOf(events), valueMinor, page, workingWeek, on as LocalDate).map(
      ({ code, params: said }) => [code, ...Object.values(said)].join(' '),
    );

  it.each<[string, readonly WrittenEvent[], string, string[]]>([
    ['a draft', [], '2026-11-02', []],
    ['just sent', [submit], '2026-11-02', ['next.decide 2026-11-04']],
    [
      'in conflict it reads the same',
      [submit, { on: '2026-11-02', type: 'contest' }],
      '2026-11-02',
      ['next.decide 2026-11-04'],
    ],
    ['late', [submit], '2026-11-05', ['next.late 2026-11-04']],
    ['returned', [submit, { on: '2026-11-03', type: 'return' }], '2026-11-04', ['next.answer 2026-11-10']],
    ['accepted', [submit, accept], '2026-11-04', ['next.protected 2027-01-31']],
    ['stalled', [submit, accept], '2026-11-20', ['next.stalled', 'next.protected 2027-01-31']],
    [
      'ending',
      [submit, accept, { on: '2027-01-20', type: 'update' }],
      '2027-01-21',
      ['next.ends_soon 2027-01-31 11'],
    ],
    ['held', [submit, accept, { on: '2026-12-01', type: 'hold' }], '2027-06-01', ['next.held']],
    ['over before anybody recorded it', [submit, accept], '2027-02-01', ['next.over']],
    ['expired', [submit, accept, { on: '2027-02-01', type: 'expire' }], '2027-02-02', ['next.over']],
    ['rejected', [submit, { on: '2026-11-03', type: 'reject' }], '2026-11-04', ['next.appeal']],
    [
      'appealed',
      [submit, { on: '2026-11-03', type: 'reject' }, { on: '2026-11-04', type: 'appeal' }],
      '2026-11-04',
      ['next.appealed'],
    ],
    [
      'rejected for good',
      [
        submit,
        { on: '2026-11-03', type: 'reject' },
        { on: '2026-11-04', type: 'appeal' },
        { on: '2026-11-05', type: 'uphold' },
      ],
      '2026-11-05',
      ['next.final'],
    ],
    ['won', [submit, accept, { on: '2026-12-01', type: 'win' }], '2026-12-02', []],
  ])('%s', (_, events, on, expected) => {
    expect(next(events, on)).toEqual(expected);
  });

  it('asks for updates of large deals', () => {
    expect(next([submit, accept], '2026-11-04', 5_000_000)).toEqual([
      'next.update 2026-11-18',
      'next.protected 2027-01-31',
    ]);
  });
});

describe('what the form says of a domain', () => {
  it('is made of what was typed alone', () => {
    const keys = accountKeys({ name: 'Acme', domain: null, country: null }, () => null);
    expect(domainHint(keys)).toEqual({ domain: null, sign: 'no_domain' });
  });
});

describe('the plain stage', () => {
  const open = (order: number | null): DealStage => ({ order, outcome: 'open' });

  it('is one of seven at most, and never goes back while the deal goes on', () => {
    expect(plainStages.length).toBeLessThanOrEqual(7);
    let last = 0;
    for (const order of [null, -3, 0, 1, 2, 3, 4, 5, 6, 40, Number.NaN]) {
      const stage = plainStage('converted', open(order));
      if (stage === null) throw new Error('a protected deal has a stage');
      const at = plainStages.indexOf(stage);
      if (order !== null && !Number.isNaN(order)) {
        expect(at).toBeGreaterThanOrEqual(last);
        last = at;
      }
    }
    expect(last).toBe(plainStages.indexOf('offered'));
  });

  it.each<[RegistrationState, DealStage | null, string | null]>([
    ['submitted', open(3), null],
    ['accepted', null, 'registered'],
    ['accepted', open(2), 'exploring'],
    ['converted', { order: 6, outcome: 'won' }, 'won'],
    ['lost', null, 'lost'],
    ['expired', open(1), null],
  ])('of %s', (state, deal, stage) => expect(plainStage(state, deal)).toBe(stage));
});

describe('the reasons of a rejection (DR-16)', () => {
  it('are a closed list, and each test has one', () => {
    expect(rejectionReasons(page)).toHaveLength(10);
    expect(pickReason(page, ' Existing customer ')).toEqual({ kind: 'customer', words: 'Existing customer' });
    expect(pickReason(page, 'We do not like them')).toBeNull();
    for (const test of Object.keys(page.tests) as (keyof typeof page.tests)[]) {
      expect(reasonOfTest(page, test).kind).toBe(test);
      expect(reasonOfTest({ reasons: [] }, test).words).toBe(rejectionKinds[test]);
    }
  });

  it('of a page of before the kinds count as what they say', () => {
    const reasons = [
      { reason: 'existing customer', kind: 'other' },
      { reason: 'Too far away', kind: 'other' },
      { reason: ' ', kind: 'other' },
    ] as const;
    expect(rejectionReasons({ reasons })).toEqual([
      { words: 'existing customer', kind: 'customer' },
      { words: 'Too far away', kind: 'other' },
    ]);
  });

  it('are read in the words of the page, or in the partner’s language', () => {
    const reason = { kind: 'customer', words: 'We know them' } as const;
    expect(rejectionWords('en', reason)).toBe('We know them');
    expect(rejectionWords('de', reason)).toBe('Das Unternehmen ist bereits Kunde.');
    expect(rejectionWords('de', { kind: 'other', words: 'Too far away' })).toBe('Too far away');
    expect(rejectionWords('en', { kind: 'customer', words: '' })).toBe('The account is a customer already.');
  });
});
