import type { CreditFacts } from '#core/attribution/facts.ts';
import type { LocalDate, Moment } from '#core/calendar.ts';
import golden from '#test/vectors/attribution.json' with { type: 'json' };

type Row = Record<string, unknown>;
type Lists = Readonly<Record<string, unknown>>;

const instants = ['occurredAt', 'buyerMeetingAt', 'ruledAt'];

/**
 * The facts as the vectors of credit mean them: each is the default of its kind in `attribution.json` with the given
 * fields over it. A day without an hour is its noon in UTC; what is confirmed, refused, withdrawn or void is so from
 * the day that is given for it, or from the day on which the act was recorded.
 */
export function creditFacts(given: Lists): CreditFacts {
  const { defaults } = golden;
  const list = (name: string, fallbackOf: (row: Row) => Row) =>
    ((given[name] ?? []) as Row[]).map((row) => complete({ ...fallbackOf(row), ...row }));
  // The vectors are data from outside; the tests that they run are what checks their shape.
  return {
    opportunity: { ...defaults.opportunity, ...withEnd(given.opportunity as Row | undefined) },
    originActs: list('originActs', ({ kind }) =>
      kind === 'registration' ? defaults.registration : defaults.introduction,
    ),
    touches: list('touches', () => defaults.touch),
    cosellPlans: list('cosellPlans', () => defaults.cosellPlan),
    checkIns: list('checkIns', () => defaults.checkIn),
    vendorContacts: list('vendorContacts', () => ({})),
    otherOpportunities: ((given.otherOpportunities ?? []) as Row[]).map((row) => ({
      closedOn: null,
      outcome: 'open',
      ...row,
    })),
    rulings: list('rulings', () => ({})),
    disputes: ((given.disputes ?? []) as Row[]).map(({ openedOn, closedOn }) => ({
      openedAt: noon(openedOn),
      closedAt: noon(closedOn),
    })),
  } as unknown as CreditFacts;
}

/** The end of a day: everything that happened on it is known. */
export function endOf(day: string): Moment {
  return { at: Date.parse(`${day}T23:59:59Z`), on: day as LocalDate };
}

function complete(row: Row): Row {
  const { confirmedBy, confirmedOn, voidedBy, voidedOn, withdrawnOn, refusedOn, lapseRecordedOn, ...rest } =
    row;
  const on = { occurredAt: row.occurredOn, ruledAt: row.ruledOn };
  for (const key of instants) {
    const text = rest[key] ?? on[key as keyof typeof on];
    if (typeof text === 'string') rest[key] = text.includes('T') ? Date.parse(text) : noon(text);
  }
  const recordedOn = row.recordedOn ?? row.occurredOn;
  const recordedAt = noon(recordedOn ?? row.activeFrom) ?? 0;
  return {
    sort: 'introduction',
    side: 'vendor',
    ...rest,
    recordedOn,
    recordedAt,
    confirmation:
      typeof confirmedBy === 'string' ? { by: confirmedBy, at: noon(confirmedOn) ?? recordedAt } : null,
    refusedAt: noon(refusedOn),
    voidSignatures: ((voidedBy ?? []) as string[]).map((by, index) => ({
      by,
      at: noon(((voidedOn ?? []) as string[])[index]) ?? recordedAt,
    })),
    withdrawnAt: noon(withdrawnOn),
    lapseRecordedAt: noon(lapseRecordedOn ?? row.lapsedOn),
  };
}

function withEnd(opportunity: Row | undefined): Row {
  if (opportunity === undefined) return {};
  const { endedOn, endedHow, ...rest } = opportunity;
  return endedOn === undefined ? rest : { ...rest, ended: { how: endedHow, at: noon(endedOn) } };
}

function noon(day: unknown): number | null {
  return typeof day === 'string' ? Date.parse(`${day}T12:00:00Z`) : null;
}
