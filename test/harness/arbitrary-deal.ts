import fc from 'fast-check';
import { type CreditClass, creditClasses } from '#core/attribution/credit-class.ts';
import type {
  CheckIn,
  CosellPlan,
  CreditFacts,
  Introduction,
  OriginAct,
  OtherOpportunity,
  Registration,
  Ruling,
  Touch,
  VendorContact,
} from '#core/attribution/facts.ts';
import { partnerRoles } from '#core/attribution/policy.ts';
import { addDays, type LocalDate, type Moment } from '#core/calendar.ts';
import { brandId, type FactId, type OpportunityId, type PartnerId } from '#core/ids.ts';

/** The day on which every arbitrary deal is created. */
export const createdOn = '2026-03-01' as LocalDate;

const [a, b, c] = ['a', 'b', 'c'].map((id) => brandId<PartnerId>(id)) as [PartnerId, PartnerId, PartnerId];
const factId = fc.uuid().map((id) => brandId<FactId>(id));
const partner = fc.constantFrom(a, a, a, b, c);
const people = ['Ida', 'Noor', 'Paul'] as const;

/** The end of the nth day after the deal was created. */
export function dayEnd(n: number): Moment {
  const on = addDays(createdOn, n);
  return { at: Date.parse(`${on}T23:59:59Z`), on };
}

const dayOf = (n: number) => addDays(createdOn, n);
const noonOf = (n: number) => Date.parse(`${dayOf(n)}T12:00:00Z`);
const dayNo = (from: number, to: number) => fc.integer({ min: from, max: to });
const around = (from: number, to: number) => dayNo(from, to).map(dayOf);
/** A value that is usually there, as it is in a program that works. */
const usually = <T>(value: T) => fc.option(fc.constant(value), { freq: 12 });
const links = fc.constantFrom<readonly string[]>(
  ['mail'],
  ['mail'],
  ['mail'],
  ['mail'],
  ['mail', 'notes'],
  [],
);
/** How many days later something was answered; null if it never was. */
const later = (often: number) => fc.option(fc.constantFrom(0, 0, 0, 3, 20, 70), { freq: often });
const rarelyLater = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.nat(60) },
);

const answers = {
  partnerPerson: usually('Sam'),
  evidence: links,
  side: fc.constantFrom('vendor' as const, 'partner' as const),
  confirmedAfter: later(10),
  refusedAfter: rarelyLater,
};

/** An act that occurred on day n and was recorded `delay` days after; answers come that many days after that. */
function actOn(
  n: number,
  delay: number,
  given: { confirmedAfter: number | null; refusedAfter: number | null },
) {
  const at = noonOf(n + delay);
  const sign = given.confirmedAfter;
  return {
    occurredAt: noonOf(n),
    occurredOn: dayOf(n),
    recordedAt: at,
    recordedOn: dayOf(n + delay),
    confirmation: sign === null ? null : { by: 'Ida', at: noonOf(n + delay + sign) },
    refusedAt: given.refusedAfter === null ? null : noonOf(n + delay + given.refusedAfter),
  };
}

const voids = fc.array(fc.record({ by: fc.constantFrom<string>(...people), after: fc.nat(60) }), {
  maxLength: 3,
  size: '-1',
});

/** An introduction or a registration; some of them too early, too late, or of the same day as another. */
export const originAct: fc.Arbitrary<OriginAct> = fc
  .record({
    ...answers,
    id: factId,
    kind: fc.constantFrom('introduction' as const, 'registration' as const),
    partnerId: fc.constantFrom(a, b, c),
    on: fc.constantFrom(-31, -9, -8, 0, 1),
    delay: fc.nat(20),
    buyerMeetingAt: fc.option(fc.nat(1)),
    voids: fc.oneof(
      { weight: 5, arbitrary: fc.constant<{ by: string; after: number }[]>([]) },
      { weight: 1, arbitrary: voids },
    ),
    protectedFor: fc.integer({ min: 20, max: 90 }),
  })
  .map(({ kind, on, delay, protectedFor, voids, confirmedAfter, refusedAfter, ...act }) => {
    const acted = actOn(on, delay, { confirmedAfter, refusedAfter });
    const voidSignatures = voids.map(({ by, after }) => ({ by, at: noonOf(on + delay + after) }));
    const base = { ...act, ...acted, voidSignatures };
    if (kind === 'introduction') return { ...base, kind, sort: 'introduction' } satisfies Introduction;
    const expiresOn = addDays(base.recordedOn, protectedFor);
    return { ...base, kind, approvedOn: base.recordedOn, expiresOn } satisfies Registration;
  });

/** Something that a partner did on the deal, or at its account shortly before there was one. */
export const touch: fc.Arbitrary<Touch> = fc
  .record({
    ...answers,
    id: factId,
    partnerId: partner,
    internalOwner: usually('Ida'),
    role: fc.oneof(fc.constant('joint_seller' as const), fc.constantFrom(...partnerRoles)),
    action: fc.constant('joint_meeting' as const),
    stageOrder: fc.option(fc.constantFrom(0, 1, 2, 2, 3, 3, 4, 5), { freq: 12 }),
    on: dayNo(0, 90),
    before: fc.option(dayNo(1, 40), { freq: 1, nil: null }),
    delay: fc.constantFrom(0, 0, 1, 3, 7, 14, 15, 18),
    outcome: usually('agreed'),
    withdrawnAfter: rarelyLater,
    onAccount: fc.constantFrom(false, false, false, false, false, true),
  })
  .map(({ on, before, delay, confirmedAfter, refusedAfter, withdrawnAfter, ...given }) => {
    const day = given.onAccount ? -(before ?? 5) : on;
    const withdrawnAt = withdrawnAfter === null ? null : noonOf(day + delay + withdrawnAfter);
    return { ...given, ...actOn(day, delay, { confirmedAfter, refusedAfter }), withdrawnAt };
  });

export const cosellPlan: fc.Arbitrary<CosellPlan> = fc
  .record({
    id: factId,
    partnerId: partner,
    from: dayNo(0, 40),
    lapsed: fc.option(dayNo(61, 120), { freq: 1 }),
  })
  .chain(({ from, lapsed, ...plan }) =>
    fc.record({
      ...fixed({ ...plan, activeFrom: dayOf(from), recordedAt: noonOf(from) }),
      lapsedOn: fc.constant(lapsed === null ? null : dayOf(lapsed)),
      lapseRecordedAt: lapsed === null ? fc.constant(null) : dayNo(lapsed, lapsed + 9).map(noonOf),
      withdrawnAt: rarelyLater.map((after) => (after === null ? null : noonOf(from + after))),
    }),
  );

function fixed<Row extends object>(row: Row) {
  const entries = Object.entries(row).map(([key, value]) => [key, fc.constant(value)]);
  return Object.fromEntries(entries) as { [Key in keyof Row]: fc.Arbitrary<Row[Key]> };
}

export const checkIn: fc.Arbitrary<CheckIn> = fc
  .record({ id: factId, partnerId: partner, on: dayNo(0, 120), delay: fc.nat(5), gone: rarelyLater })
  .map(({ on, delay, gone, ...given }) => ({
    ...given,
    occurredOn: dayOf(on),
    recordedAt: noonOf(on + delay),
    withdrawnAt: gone === null ? null : noonOf(on + delay + gone),
  }));

const vendorContact: fc.Arbitrary<VendorContact> = fc
  .record({
    id: factId,
    kind: fc.constantFrom('meeting' as const, 'outbound' as const),
    on: dayNo(-120, -30),
    delay: fc.constantFrom(0, 0, 0, 80),
    gone: rarelyLater,
  })
  .map(({ on, delay, gone, ...given }) => ({
    ...given,
    occurredOn: dayOf(on),
    recordedAt: noonOf(on + delay),
    withdrawnAt: gone === null ? null : noonOf(on + delay + gone),
  }));

const otherOpportunity: fc.Arbitrary<OtherOpportunity> = fc
  .record({
    id: fc.uuid(),
    from: dayNo(-300, -100),
    closed: fc.option(dayNo(-99, -5)),
    outcome: fc.constantFrom('won' as const, 'lost' as const, 'unknown' as const),
  })
  .map(({ id, from, closed, outcome }) => ({
    opportunityId: brandId<OpportunityId>(id),
    createdOn: dayOf(from),
    closedOn: closed === null ? null : dayOf(closed),
    outcome: closed === null ? 'open' : outcome,
  }));

export const ruling: fc.Arbitrary<Ruling> = fc
  .record({
    id: factId,
    signedBy: fc.subarray([...people], { minLength: 1 }),
    on: dayNo(5, 120),
    class: fc.constantFrom<CreditClass>(...creditClasses),
    partnerId: partner,
  })
  .map(({ on, partnerId, class: ruled, ...given }) => {
    const base = { ...given, ruledAt: noonOf(on), ruledOn: dayOf(on) };
    return ruled === 'none'
      ? { ...base, class: 'none', partnerId: null }
      : { ...base, class: ruled, partnerId };
  });

const dispute = fc.record({ from: dayNo(0, 100), closed: fc.option(fc.nat(20)) }).map(({ from, closed }) => ({
  openedAt: noonOf(from),
  closedAt: closed === null ? null : noonOf(from + closed),
}));

/** Everything that can happen to a deal in 140 days, without what people rule. */
export const dealFacts: fc.Arbitrary<CreditFacts> = fc
  .record({
    opportunity: fc.record({
      createdOn: fc.constant(createdOn),
      qualifiedOn: fc.option(around(0, 20)),
      enteredS4On: fc.option(around(30, 80), { freq: 1 }),
      closedOn: fc.option(around(60, 120), { freq: 1 }),
      cycleDays: fc.constantFrom(null, 120, 200),
      segment: fc.constant(null),
      ended: fc.constant(null),
      kind: fc.constantFrom('new' as const, 'new' as const, 'renewal' as const, 'expansion' as const),
    }),
    originActs: fc.oneof(fc.constant([]), fc.array(originAct, { maxLength: 5, size: '+1' })),
    touches: fc.array(touch, { maxLength: 9, size: '+1' }),
    cosellPlans: fc.array(cosellPlan, { maxLength: 3 }),
    checkIns: fc.array(checkIn, { maxLength: 3 }),
    vendorContacts: fc.oneof(fc.constant([]), fc.array(vendorContact, { maxLength: 2 })),
    otherOpportunities: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(otherOpportunity, { maxLength: 2 }) },
    ),
    rulings: fc.constant([]),
    disputes: fc.array(dispute, { maxLength: 1 }),
  })
  .map(withOwnIds);

/** No two facts of a deal have one id, not even when a failing example is made smaller. */
function withOwnIds(facts: CreditFacts): CreditFacts {
  const own = <Row extends { readonly id: FactId }>(kind: string, rows: readonly Row[]): Row[] =>
    rows.map((row, index) => ({ ...row, id: brandId<FactId>(`${row.id}-${kind}${index}`) }));
  return {
    ...facts,
    originActs: own('o', facts.originActs),
    touches: own('t', facts.touches),
    cosellPlans: own('p', facts.cosellPlans),
    checkIns: own('c', facts.checkIns),
    vendorContacts: own('v', facts.vendorContacts),
  };
}

/** The same with rulings, and rarely an end at the source. */
export const ruledFacts: fc.Arbitrary<CreditFacts> = fc
  .tuple(
    dealFacts,
    fc.array(ruling, { maxLength: 2 }),
    fc.option(dayNo(10, 120), { freq: 1, nil: null }),
    fc.nat(9),
  )
  .map(([facts, rulings, end, dice]) => {
    const ended = end !== null && dice === 0 ? ({ how: 'merged', at: noonOf(end) } as const) : null;
    return { ...facts, rulings, opportunity: { ...facts.opportunity, ended } };
  });
