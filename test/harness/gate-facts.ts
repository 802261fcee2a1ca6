import { defaultDocument, type ProgramDocument } from '#core/blueprint/document.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { GateFacts, Measured, PageStanding, SeatHolder } from '#core/gates/facts.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { type Seat, seats } from '#core/program/seat.ts';

const day = (text: string) => text as LocalDate;
const unknown = { known: false, waitsFor: 'something that is not there yet' } as const;

function known<T>(value: T, on: string): Measured<T> {
  return { known: true, value, on: day(on), evidence: 'Read from a test.' };
}

const forPages = <T>(value: T) =>
  Object.fromEntries(pageWords.map((word) => [word, value])) as Record<PageWord, T>;
const forSeats = <T>(value: (seat: Seat) => T) =>
  Object.fromEntries(seats.map((seat) => [seat, value(seat)])) as Record<Seat, T>;

const notBegun: PageStanding = { inForce: null, signedAhead: null, proposed: null, hasDraft: false };
const inForce: PageStanding = {
  ...notBegun,
  inForce: { version: 1, from: day('2026-01-20'), signedOn: day('2026-01-18') },
};

const unmeasured = {
  feasible: unknown,
  crmFields: unknown,
  testDeal: unknown,
  certification: unknown,
  coSellPlanTemplate: unknown,
  cohortActivation: unknown,
  producingPartners: unknown,
  acceptedRegistrations: unknown,
  weeklyReviews: unknown,
  registrationSla: unknown,
  coverage: unknown,
  sourcedShare: unknown,
  shareForecast: unknown,
  lowBandMet: unknown,
  cfoAudit: unknown,
  recruiting: unknown,
  packaging: unknown,
  activePartners: unknown,
  signedPartners: unknown,
  firstSigning: unknown,
  firstJointOpportunity: unknown,
  firstSourcedWin: unknown,
  signingsThisMonth: unknown,
  activationsThisQuarter: unknown,
  dormantShare: unknown,
  unactivatedAfterLimit: unknown,
  reviewsWithoutSales: unknown,
  aeParticipation: unknown,
  darkAfterSigning: unknown,
  directRatesUsed: unknown,
  bandMissing: unknown,
  backdated: unknown,
  partnerWashing: unknown,
  certificateTheatre: unknown,
  shareByQuarter: unknown,
  activityWithoutOutput: unknown,
} as const;

/** A program that nobody has begun: nothing written, nobody seated, nothing measured. */
export function emptyFacts(): GateFacts {
  return {
    today: day('2026-12-01'),
    kickoffOn: day('2026-01-05'),
    mode: 'new',
    pages: forPages(notBegun),
    document: defaultDocument(),
    seats: forSeats(() => []),
    overrides: [],
    ...unmeasured,
    ownedFigures: {},
  };
}

/** A program in which every gate is open and no pitfall shows. */
export function completeFacts(): GateFacts {
  return {
    today: day('2026-12-01'),
    kickoffOn: day('2026-01-05'),
    mode: 'new',
    pages: forPages(inForce),
    document: completeDocument(),
    seats: forSeats((seat): SeatHolder[] => [
      {
        membershipId: seat,
        name: `Holder of ${seat}`,
        interim: null,
        since: day(seat === 'head_of_partnerships' ? '2026-03-02' : '2026-01-05'),
      },
    ]),
    overrides: [],
    feasible: known(true, '2026-01-25'),
    crmFields: known(true, '2026-01-28'),
    testDeal: known(true, '2026-02-03'),
    certification: known(true, '2026-02-10'),
    coSellPlanTemplate: known(true, '2026-02-20'),
    cohortActivation: known(0.6, '2026-06-01'),
    producingPartners: known(5, '2026-06-10'),
    acceptedRegistrations: known(10, '2026-06-15'),
    weeklyReviews: known(8, '2026-06-20'),
    registrationSla: known(0.95, '2026-06-20'),
    coverage: known(3.5, '2026-05-01'),
    sourcedShare: known(0.16, '2026-09-30'),
    shareForecast: known(true, '2026-09-01'),
    lowBandMet: known(1, '2026-09-30'),
    cfoAudit: known(true, '2026-10-12'),
    recruiting: known(12, '2026-03-10'),
    packaging: known(false, '2026-03-10'),
    activePartners: known(30, '2026-11-01'),
    signedPartners: known(30, '2026-11-01'),
    firstSigning: known(day('2026-03-10'), '2026-03-10'),
    firstJointOpportunity: known(day('2026-04-20'), '2026-04-20'),
    firstSourcedWin: known(day('2026-07-06'), '2026-07-06'),
    signingsThisMonth: known(1, '2026-11-30'),
    activationsThisQuarter: known(3, '2026-11-30'),
    dormantShare: known(0.1, '2026-11-30'),
    unactivatedAfterLimit: known(0, '2026-11-30'),
    reviewsWithoutSales: known(0, '2026-11-30'),
    aeParticipation: known(0.5, '2026-11-30'),
    darkAfterSigning: known(0, '2026-11-30'),
    directRatesUsed: known(0, '2026-11-30'),
    bandMissing: known(0, '2026-11-30'),
    backdated: known(0, '2026-11-30'),
    partnerWashing: known(0, '2026-11-30'),
    certificateTheatre: known(0, '2026-11-30'),
    shareByQuarter: known([0.02, 0.05, 0.09, 0.12, 0.16], '2026-09-30'),
    activityWithoutOutput: known(false, '2026-11-30'),
    ownedFigures: {},
  };
}

function completeDocument(): ProgramDocument {
  const defaults = defaultDocument();
  const candidate = {
    name: 'Candidate',
    ipp1: 3,
    ipp2: 3,
    ipp3: 4,
    ipp4: 3,
    ipp5: 2,
    ipp6: 2,
    disqualified: '',
  };
  const { archetypes } = defaults.archetypes;
  const { ledger } = defaults.assumptions;
  return {
    ...defaults,
    archetypes: {
      ...defaults.archetypes,
      archetypes: { ...archetypes, si: { ...archetypes.si, state: 'in_build' } },
    },
    profile: { ...defaults.profile, candidates: Array.from({ length: 10 }, () => candidate) },
    assumptions: {
      ...defaults.assumptions,
      ledger: {
        ...ledger,
        newPipelinePerYear: { ...ledger.newPipelinePerYear, value: 2_400_000_000 },
      },
    },
  };
}

/** The facts with changes as vectors write them: a path with dots, and the value that it takes. */
export function changedFacts(facts: GateFacts, changes: Readonly<Record<string, unknown>>): GateFacts {
  return Object.entries(changes).reduce((each, [path, value]) => set(each, path.split('.'), value), facts);
}

function set<T>(target: T, path: readonly string[], value: unknown): T {
  const [head, ...rest] = path;
  if (head === undefined) return value as T;
  if (typeof target !== 'object' || target === null || !(head in target))
    throw new Error(`no ${path.join('.')} to change`);
  if (Array.isArray(target))
    return target.map((one, index) => (String(index) === head ? set(one, rest, value) : one)) as T;
  return { ...target, [head]: set((target as Record<string, unknown>)[head], rest, value) };
}
