/**
 * Everything that people are told without asking: the one catalogue. Each kind has its group, which a person chooses a
 * way for; the face whose people are told; who they are; and the sentence.
 *
 * Handbook: docs/handbook/notices.md
 */

import { classWords } from '../attribution/class-words.ts';
import type { CreditClass } from '../attribution/credit-class.ts';
import type { LocalDate } from '../calendar.ts';
import type { Face } from '../program/roles.ts';
import { portalFormat } from '../registration/portal-format.ts';
import { type RegistrationNews, registrationNews } from '../registration/registration-news.ts';

/** What a person chooses a way for, in the order in which it is shown. */
export const noticeGroups = {
  asks: {
    label: 'Asks me to act',
    about:
      'Registrations, disputes, claims, rulings, restatements, statements and pages that wait for somebody.',
  },
  credit: { label: 'Credit changed', about: 'The credit of a deal is another than before, and why.' },
  program: { label: 'Program', about: 'A page of the program is signed and counts.' },
} as const;

export type NoticeGroup = keyof typeof noticeGroups;

/** How a notice leaves. It always stands in the inbox as well. */
export const noticeWays = {
  at_once: { label: 'At once', about: 'A letter within minutes; what comes together stands in one.' },
  digest: {
    label: 'Daily digest',
    about: 'One letter in the morning of a business day, and none when there is nothing.',
  },
  here: { label: 'Only here', about: 'No letter.' },
} as const;

export type NoticeWay = keyof typeof noticeWays;

/** What counts for a person who has chosen nothing: what asks for an act at once, the rest once a day. */
export const defaultWays: Readonly<Record<NoticeGroup, NoticeWay>> = {
  asks: 'at_once',
  credit: 'digest',
  program: 'digest',
};

/** Null: a draft that names no customer yet. */
type OfRegistration = { readonly number: number; readonly customer: string | null };

type OfDeal = { readonly number: number; readonly deal: string };

/** The class that a partner is credited with. */
type OwnClass = Exclude<CreditClass, 'none'>;

type KindRule<Whose extends Face, Params> = {
  readonly group: NoticeGroup;
  /** Whose people are told: the company's, or those of a partner. A kind speaks to one of them only. */
  readonly face: Whose;
  readonly who: string;
  /** The sentence in English, made of facts and codes alone: another language makes its own of the same. */
  readonly say: (params: Params) => string;
};

function kind<Whose extends Face, Params>(
  group: NoticeGroup,
  face: Whose,
  who: string,
  say: (params: Params) => string,
): KindRule<Whose, Params> {
  return { group, face, who, say };
}

/** What a side did in a case. */
export const caseMoves = {
  answer: 'answered',
  counter_claim: 'made a counter-claim',
  evidence: 'added evidence',
  appeal: 'appealed the ruling',
  withdrawal: 'took it back',
} as const;

export type CaseMoved = keyof typeof caseMoves;

export const noticeKinds = {
  verdict: kind(
    'credit',
    'desk',
    'the owner of the deal and the manager of the partner',
    (p: OfDeal & { before: string; after: string; cause: string }) =>
      `${dealName(p)}: ${p.before} → ${p.after}, because ${p.cause}.`,
  ),
  verdicts: kind(
    'credit',
    'desk',
    'the owner of the deals and the manager of the partner, when many changed at once',
    (p: { count: number }) => `The credit of ${p.count} deals changed.`,
  ),
  own_credit: kind(
    'credit',
    'portal',
    'the people of the partner',
    (p: OfDeal & { before: OwnClass | null; after: OwnClass | null }) =>
      p.after === null
        ? `${dealName(p)}: the credit is no longer yours; before it was ${p.before === null ? 'none' : classWords[p.before]}.`
        : `${dealName(p)}: your credit is ${classWords[p.after]}${p.before === null ? '' : `; before it was ${classWords[p.before]}`}.`,
  ),
  own_credits: kind(
    'credit',
    'portal',
    'the people of the partner, when many changed at once',
    (p: { count: number }) => `Your credit on ${p.count} deals changed.`,
  ),
  claim: kind(
    'asks',
    'desk',
    'the owner of the deal and the manager of the partner',
    (p: OfDeal & { partner: string; what: string }) =>
      `${dealName(p)}: ${p.partner} says that it did this, and nobody has confirmed it: ${p.what}.`,
  ),
  claim_answer: kind(
    'credit',
    'portal',
    'whoever claimed it',
    (p: OfDeal & { confirmed: boolean; reason: string | null }) =>
      p.confirmed
        ? `${dealName(p)}: what you told is confirmed and counts.`
        : `${dealName(p)}: what you told is not confirmed. The reason: ${p.reason ?? 'none is given'}`,
  ),
  dispute: kind(
    'asks',
    'desk',
    'the owner of the deal, the manager of the partner and the Head of Partnerships',
    (p: OfDeal & { answerHours: number }) =>
      `${dealName(p)}: the credit is disputed. The first answer is due within ${p.answerHours} hours.`,
  ),
  case: kind(
    'asks',
    'desk',
    'the owner of the deal, the manager of the partner and the Head of Partnerships',
    (p: OfDeal & { dispute: number; move: CaseMoved }) =>
      `${dealName(p)}: in dispute ${p.dispute} the partner ${caseMoves[p.move]}.`,
  ),
  own_case: kind(
    'asks',
    'portal',
    'the people of the partner that opened the case',
    (p: OfDeal & { dispute: number; move: CaseMoved | 'ruled' }) =>
      p.move === 'ruled'
        ? `${dealName(p)}: your dispute ${p.dispute} is ruled on. Read the reason.`
        : `${dealName(p)}: in your dispute ${p.dispute} we ${caseMoves[p.move]}.`,
  ),
  ruling: kind(
    'asks',
    'desk',
    'those of the panel who have not signed',
    (p: OfDeal & { ruling: number }) =>
      `${dealName(p)}: ruling ${p.ruling} waits for another signature of the panel.`,
  ),
  restatement: kind(
    'asks',
    'desk',
    'the CFO and whoever closed the quarter',
    (p: { quarter: string; count: number }) =>
      `${p.quarter} is closed, and ${p.count === 1 ? 'a later fact changes a figure of it: a restatement waits' : `later facts change figures of it: ${p.count} restatements wait`} for your decision.`,
  ),
  page_proposed: kind(
    'asks',
    'desk',
    'those who hold a seat that signs the page',
    (p: { page: string; version: number }) =>
      `Version ${p.version} of the page ${p.page} is proposed and waits for your signature.`,
  ),
  page_signed: kind(
    'program',
    'desk',
    'everybody on the desk',
    (p: { page: string; version: number; from: LocalDate }) =>
      `Version ${p.version} of the page ${p.page} has all its signatures and counts from ${p.from}.`,
  ),
  registration_waits: kind(
    'asks',
    'desk',
    'those who decide the registration',
    (p: OfRegistration & { partner: string; dueOn: LocalDate | null }) =>
      `${registrationName(p)} by ${p.partner} waits for your decision${p.dueOn === null ? '' : `, due on ${p.dueOn}`}.`,
  ),
  registration_late: kind(
    'asks',
    'desk',
    'those who decide it, then the Head of Partnerships, then the CRO',
    (p: OfRegistration & { partner: string; dueOn: LocalDate }) =>
      `${registrationName(p)} by ${p.partner} was due on ${p.dueOn} and is not decided.`,
  ),
  registration_case: kind(
    'asks',
    'desk',
    'those who rule on conflicts',
    (p: OfRegistration) =>
      `${registrationName(p)}: another registration wants the account. The case waits for a ruling.`,
  ),
  registration_appeal: kind(
    'asks',
    'desk',
    'the CRO, or the CEO where each CRO ruled on the case',
    (p: OfRegistration & { partner: string }) =>
      `${registrationName(p)}: ${p.partner} appeals. The appeal waits for your decision.`,
  ),
  registration_ae: kind(
    'asks',
    'desk',
    'the AE who works on it with the partner',
    (p: OfRegistration & { partner: string }) =>
      `${registrationName(p)} is yours to sell with ${p.partner}. Fix the first joint meeting.`,
  ),
  registration_task: kind(
    'asks',
    'desk',
    'the AE and the manager of the partner',
    (p: OfRegistration & { what: string }) => `${registrationName(p)}: ${p.what}`,
  ),
  own_registration: kind(
    'asks',
    'portal',
    'the people of the partner',
    (p: OfRegistration & { news: RegistrationNews }) =>
      `${registrationName(p)}: ${registrationNews.en[p.news]}`,
  ),
  statement: kind(
    'asks',
    'portal',
    'the admins of the partner',
    (p: { number: number; month: LocalDate }) =>
      `Your statement ${p.number} for ${portalFormat('en').month(p.month)} is issued.`,
  ),
} as const;

export type NoticeKind = keyof typeof noticeKinds;

/** The kinds that speak to the people of a partner. */
export type PortalKind = {
  [Kind in NoticeKind]: (typeof noticeKinds)[Kind]['face'] extends 'portal' ? Kind : never;
}[NoticeKind];

/** Their sentences in another language. */
export type PortalSentences = { readonly [Kind in PortalKind]: (params: NoticeParams<Kind>) => string };

/** What the sentence of a kind needs. */
export type NoticeParams<Kind extends NoticeKind> = Parameters<(typeof noticeKinds)[Kind]['say']>[0];

/** What is told, for any kind. */
export type Told = {
  [Kind in NoticeKind]: { readonly kind: Kind; readonly params: NoticeParams<Kind> };
}[NoticeKind];

/** The sentence of a notice. */
export function sentenceOf(told: Told): string {
  // Each kind's sentence takes the params of that kind; the union of both cannot say so.
  const say = noticeKinds[told.kind].say as (params: Told['params']) => string;
  return say(told.params);
}

/** Whether the text names a kind, as it is stored with a notice. */
export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(noticeKinds, text);
}

/** The kinds of a group. */
export function kindsOf(group: NoticeGroup): NoticeKind[] {
  return (Object.keys(noticeKinds) as NoticeKind[]).filter((one) => noticeKinds[one].group === group);
}

/** The groups in which people of this face are told something, in the order in which they are shown. */
export function groupsOf(face: Face): NoticeGroup[] {
  return (Object.keys(noticeGroups) as NoticeGroup[]).filter((group) =>
    kindsOf(group).some((one) => noticeKinds[one].face === face),
  );
}

/** How a notice of a group leaves for a person who made these choices. */
export function wayFor(
  group: NoticeGroup,
  choices: Readonly<Partial<Record<NoticeGroup, NoticeWay>>>,
): NoticeWay {
  return choices[group] ?? defaultWays[group];
}

function registrationName({ number, customer }: OfRegistration): string {
  return `Registration ${number}, ${customer ?? 'without a name'}`;
}

/** A deal as a notice names it, in any language. */
export function dealName({ number, deal }: OfDeal): string {
  return `#${number} ${deal}`;
}
