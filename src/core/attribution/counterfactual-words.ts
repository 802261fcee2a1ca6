import type { ReasonParams } from '#core/decision.ts';
import type { CreditClass } from './credit-class.ts';

/** What the credit would be. `named` gives the name of the partner whose id stands under that key of the params. */
export type CounterfactualResult = {
  readonly class: CreditClass;
  readonly partner: string | null;
  readonly named: (key: string) => string;
};

type Result = CounterfactualResult;
type Params = ReasonParams;
export type CounterfactualSay = (params: Params, result: Result) => string;

/** How each possibility is told. What lacks several things is told under the code of the first. */
export const counterfactualWords = {
  moved_earlier: tellAct,
  moved_later: tellAct,
  recorded_earlier: tellAct,
  approved_earlier: tellAct,
  valid_longer: tellAct,
  completed: tellAct,
  confirmed: tellAct,
  without_contact: tellAct,
  without_open_deal: tellAct,
  without_rival: tellAct,
  met_first: tellAct,
  with_plan: tellJoint,
  with_events: tellJoint,
  with_check_in: tellJoint,
  without_ruling: (p, result) => `Without the ruling of ${p.on}, ${wouldBe(result)}.`,
  second_signature: (p, result) =>
    `With a second signature the ruling of ${p.on} would stand: ${wouldBe(result)}.`,
  rests_on: (p, result) => `Without ${restedOn(p, result)}, ${wouldBe(result)}.`,
} as const satisfies Record<string, CounterfactualSay>;

export type CounterfactualCode = keyof typeof counterfactualWords;

/** What is made different or taken away, as it stands under `act`. */
const acts = {
  introduction: 'introduction',
  registration: 'registration',
  touch: 'touch',
  cosell_plan: 'co-sell plan',
} as const;

export type CounterfactualAct = keyof typeof acts;

function actOf(p: Params): string {
  // `act` is written by the attempts alone, with these words.
  return acts[p.act as CounterfactualAct];
}

/** What an act can lack, in the order in which it is told. */
const lacking = {
  outcome: 'an outcome',
  link: 'a link that proves it',
  person: 'a named person at the partner',
  owner: 'a name of ours',
} as const;

export type LackingPart = keyof typeof lacking;

/** What an act lacks, to stand under `lacking`: words with spaces between. */
export function lackingText(missing: Partial<Record<LackingPart, boolean>>): string {
  return Object.entries(missing)
    .flatMap(([part, isMissing]) => (isMissing ? [part] : []))
    .join(' ');
}

/** What the act lacks, read back from `lacking`. */
export function lackingParts(p: Params): LackingPart[] {
  const parts = Object.keys(lacking) as LackingPart[];
  const named = `${p.lacking}`.split(' ');
  return parts.filter((part) => named.includes(part));
}

function tellAct(p: Params, result: Result): string {
  const act = `the ${actOf(p)} of ${p.on}`;
  const conditions = actConditions.flatMap((say) => say(p, result) ?? []);
  if (conditions.length === 0) {
    return `Once one of us confirms it${p.refused === true ? ' after all' : ''}, ${act} ${makes(result)}.`;
  }
  if (p.confirm === true) conditions.push('confirmed by one of us');
  return `${capitalized(conditions.join(', and '))}, ${act} would ${makes(result).replace('makes', 'make')}.`;
}

/** What each change of an act is called; null where it was not made. */
const actConditions: readonly ((p: Params, result: Result) => string | null)[] = [
  (p) => {
    if (p.movedOn === undefined) return null;
    return `made ${days(p.movedDays)} ${`${p.movedOn}` < `${p.on}` ? 'earlier' : 'later'}, on ${p.movedOn}`;
  },
  (p) => {
    if (p.approvedBy === undefined) return null;
    if (p.approvedDays === null) return `approved by ${p.approvedBy}`;
    return `approved ${days(p.approvedDays)} earlier, by ${p.approvedBy}`;
  },
  (p) => (p.validUntil === undefined ? null : `valid ${days(p.validDays)} longer, until ${p.validUntil}`),
  (p) => (p.recordedBy === undefined ? null : `recorded ${days(p.recordedDays)} earlier, by ${p.recordedBy}`),
  (p) => (p.lacking === undefined ? null : `with ${listed(lackingParts(p).map((part) => lacking[part]))}`),
  (p) => (p.contacts === undefined ? null : withoutContact(p)),
  (p) => {
    if (p.openDeals === undefined) return null;
    if (p.openDeals === 1) return `without our own deal, open since ${p.openedOn}`;
    return `without our own ${p.openDeals} deals, open since ${p.openedOn}`;
  },
  (p, { named }) => {
    if (p.rival === undefined) return null;
    if (p.metFirst === true) return `with a meeting with the buyer before that of ${named('rival')}`;
    return `without the earlier claim of ${named('rival')}`;
  },
];

function withoutContact(p: Params): string {
  if (p.contacts !== 1) return `without our own ${p.contacts} contacts since ${p.quietFrom}`;
  return `without our own ${p.contactKind === 'meeting' ? 'meeting' : 'outbound contact'} of ${p.contactOn}`;
}

/** A partner that would gain reads whose act it was, as far as it may; the day of another's act is not its business. */
function restedOn(p: Params, { partner, named }: Result): string {
  const isAnothers = partner !== null && named('owner') !== partner;
  return `the ${actOf(p)} ${isAnothers ? `by ${named('owner')}` : `of ${p.on}`}`;
}

function tellJoint(p: Params, result: Result): string {
  const additions = [
    ...(p.plan === undefined ? [] : [planWords(p)]),
    ...(p.events === undefined ? [] : [eventWords(p)]),
    ...(p.checkInDays === undefined
      ? []
      : [`a check-in of the partner in the ${days(p.checkInDays)} before the close`]),
  ];
  return `${capitalized(additions.join(', and '))} would ${makes(result).replace('makes', 'make')}.`;
}

function planWords(p: Params): string {
  if (p.plan === 'late') {
    return `a co-sell plan active ${days(p.planDays)} earlier${p.planBy === null ? '' : `, by ${p.planBy}`}`;
  }
  if (p.plan === 'lapsed') return `a co-sell plan that did not lapse on ${p.lapsedOn}`;
  return p.planBy === null ? 'a co-sell plan' : `a co-sell plan active by ${p.planBy}`;
}

function eventWords(p: Params): string {
  const when =
    p.enteredOn === null
      ? `before the deal enters stage ${p.before}`
      : `before the deal entered stage ${p.before} on ${p.enteredOn}`;
  if (p.events !== 1) return `joint events at the stages ${listed(`${p.stages}`.split(' '))} ${when}`;
  if (p.late !== true) return `a joint event at one more stage ${when}`;
  const orLater = Number(p.stage) + 1 < Number(p.before) ? ' or later' : '';
  return `a joint event at stage ${p.stage}${orLater} ${when}`;
}

const classPhrase = {
  sourced: 'sourced by',
  co_sold: 'co-sold with',
  influenced: 'influenced by',
  assisted: 'assisted by',
  none: 'not credited to',
} as const satisfies Record<CreditClass, string>;

function makes(result: Result): string {
  return `makes the deal ${classPhrase[result.class]} ${result.partner}`;
}

function wouldBe(result: Result): string {
  if (result.partner === null) return 'nobody would be credited';
  return `the deal would be ${classPhrase[result.class]} ${result.partner}`;
}

function days(count: unknown): string {
  return count === 1 ? 'one day' : `${count} days`;
}

function listed(all: readonly string[]): string {
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
