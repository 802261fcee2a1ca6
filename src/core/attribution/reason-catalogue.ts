/**
 * Every reason that a credit can have: its code, the rule it comes from, whether the test was passed, and the
 * sentence that tells it. The desk, the portal, the API and the command line read this one catalogue.
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, OpportunityId, PartnerId } from '#core/ids.ts';
import { classWords } from './class-words.ts';
import type { CreditClass } from './credit-class.ts';
import type { PartnerRole } from './policy.ts';

type OfFact = { readonly fact: FactId };
type AtTouch = OfFact & {
  readonly role: PartnerRole;
  readonly stage: number;
  readonly on: LocalDate;
  /** The deal is a renewal or expansion, so the page's column for these decides (ATT-11). */
  readonly renewal: boolean;
};
type OfTouch = OfFact & { readonly on: LocalDate };

const roleWords = {
  originator: 'originator',
  introducer: 'introducer',
  joint_seller: 'joint seller',
  validator: 'technical validator',
  objection_remover: 'objection remover',
  procurement: 'procurement path',
  reference: 'reference',
  implementer: 'implementer',
  overlap: 'overlap',
} as const satisfies Record<PartnerRole, string>;

export type ReasonEntry<Params> = {
  readonly rule: string;
  readonly holds: boolean;
  readonly say: (params: Params) => string;
};

function yes<Params>(rule: string, say: (params: Params) => string): ReasonEntry<Params> {
  return { rule, holds: true, say };
}

function no<Params>(rule: string, say: (params: Params) => string): ReasonEntry<Params> {
  return { rule, holds: false, say };
}

export const reasonCatalogue = {
  'origin.clear': yes(
    'T1',
    (p: OfFact & { originOn: LocalDate; windowDays: number }) =>
      `On ${p.originOn} we had no open deal on this account and product, and no contact there in the ${days(p.windowDays)} before.`,
  ),
  'origin.vendor_contact': no(
    'T1',
    (
      p: OfFact & {
        contact: FactId;
        kind: string;
        contactOn: LocalDate;
        originOn: LocalDate;
        days: number;
        windowDays: number;
      },
    ) =>
      `We had our own ${p.kind === 'meeting' ? 'meeting' : 'outbound contact'} at the account on ${p.contactOn}, ${days(p.days)} before the partner's act of ${p.originOn}; it must be quiet for ${days(p.windowDays)}.`,
  ),
  'origin.open_opportunity': no(
    'T1',
    (p: OfFact & { opportunity: OpportunityId; openedOn: LocalDate; originOn: LocalDate }) =>
      `On ${p.originOn} we already had an open deal on this account and product, created on ${p.openedOn}.`,
  ),
  'origin.before_loss': no(
    'ATT-10',
    (p: OfFact & { originOn: LocalDate; lostOn: LocalDate }) =>
      `The act of ${p.originOn} came before we lost the deal of ${p.lostOn} on this account and product; a deal that comes back is sourced by who reopened the conversation.`,
  ),
  'origin.inherited': no(
    'ATT-11',
    (p: OfFact & { originOn: LocalDate; wonOn: LocalDate }) =>
      `The act of ${p.originOn} belongs to the deal won on ${p.wonOn} on this account and product; a renewal or expansion is tested afresh.`,
  ),

  'timestamp.introduced': yes(
    'T2',
    (p: OfFact & { originOn: LocalDate; createdOn: LocalDate; days: number; windowDays: number }) =>
      `Introduced on ${p.originOn}, ${days(p.days)} before the deal was created; at most ${days(p.windowDays)} count.`,
  ),
  'timestamp.registered': yes(
    'T2',
    (p: OfFact & { approvedOn: LocalDate; expiresOn: LocalDate | null; createdOn: LocalDate }) =>
      `Registration approved on ${p.approvedOn} and still valid when the deal was created on ${p.createdOn}.`,
  ),
  'timestamp.too_early': no(
    'T2',
    (p: OfFact & { originOn: LocalDate; days: number; windowDays: number }) =>
      `Introduced on ${p.originOn}, ${days(p.days)} before the deal was created; at most ${days(p.windowDays)} count.`,
  ),
  'timestamp.after_creation': no(
    'T2',
    (p: OfFact & { originOn: LocalDate; createdOn: LocalDate }) =>
      `The partner's act of ${p.originOn} came after the deal was created on ${p.createdOn}.`,
  ),
  'timestamp.after_qualification': no(
    'T2',
    (p: OfFact & { originOn: LocalDate; qualifiedOn: LocalDate }) =>
      `The partner's act of ${p.originOn} came after the deal was qualified on ${p.qualifiedOn}.`,
  ),
  'timestamp.not_approved': no(
    'T2',
    (p: OfFact & { createdOn: LocalDate }) =>
      `The registration was not approved when the deal was created on ${p.createdOn}.`,
  ),
  'timestamp.expired': no(
    'T2',
    (p: OfFact & { expiresOn: LocalDate; createdOn: LocalDate }) =>
      `The registration expired on ${p.expiresOn}, before the deal was created on ${p.createdOn}.`,
  ),
  'timestamp.void': no('T2', (_: OfFact) => 'The introduction or registration was declared void.'),

  'lock.in_time': yes(
    'T3',
    (p: OfFact & { recordedOn: LocalDate; lockOn: LocalDate }) =>
      `Recorded on ${p.recordedOn}, by the lock date ${p.lockOn}.`,
  ),
  'lock.too_late': no(
    'T3',
    (p: OfFact & { recordedOn: LocalDate; lockOn: LocalDate }) =>
      `Recorded on ${p.recordedOn}, after claims on this deal were locked on ${p.lockOn}.`,
  ),
  'lock.after_close': no(
    'T3',
    (p: OfFact & { recordedOn: LocalDate; closedOn: LocalDate }) =>
      `Recorded on ${p.recordedOn}, after the deal closed on ${p.closedOn}.`,
  ),

  'evidence.complete': yes(
    'T4',
    (p: OfFact & { person: string; links: number }) =>
      `Proven by ${p.links === 1 ? 'one link' : `${p.links} links`} and a named person: ${p.person}.`,
  ),
  'evidence.no_link': no('T4', (_: OfFact) => 'No link proves the act.'),
  'evidence.no_person': no('T4', (_: OfFact) => 'No person at the partner is named.'),
  'evidence.unconfirmed': no(
    'T4',
    (_: OfFact) => 'It is the claim of the partner alone: nobody of ours has confirmed it.',
  ),
  'evidence.refused': no('T4', (_: OfFact) => 'It is a claim of the partner that we have refused.'),

  'single.only': yes('T5', (_: OfFact) => 'No other partner has an eligible claim to have sourced the deal.'),
  'single.earliest': yes(
    'T5',
    (p: OfFact & { originOn: LocalDate; other: PartnerId }) =>
      `Its claim of ${p.originOn} is the earliest complete and eligible one.`,
  ),
  'single.first_meeting': yes(
    'T5',
    (p: OfFact & { originOn: LocalDate; other: PartnerId }) =>
      `Another claim is of the same day, ${p.originOn}; this partner's buyer meeting came first.`,
  ),
  'single.later': no(
    'T5',
    (p: OfFact & { originOn: LocalDate; winner: PartnerId }) =>
      `Another partner's complete and eligible claim goes before this one of ${p.originOn}.`,
  ),
  'single.tied': no(
    'T5',
    (p: OfFact & { originOn: LocalDate; other: PartnerId }) =>
      `Another claim is of the same day, ${p.originOn}, and no buyer meeting came first: a panel decides.`,
  ),

  'touch.qualifies': yes(
    '5.3',
    (p: AtTouch & { earns: CreditClass }) =>
      `Took part as ${roleWords[p.role]} at stage ${p.stage} on ${p.on}, with an outcome.`,
  ),
  'touch.assists': yes(
    '5.3',
    (p: AtTouch) => `Helped as ${roleWords[p.role]} at stage ${p.stage} on ${p.on}; that earns assisted.`,
  ),
  'touch.outside_page': yes(
    'ATT-16',
    (p: AtTouch) =>
      `The signed page has no entry for a ${roleWords[p.role]} at stage ${p.stage} (${p.on}): assisted until people decide.`,
  ),
  'touch.logged_late': no(
    'ATT-5',
    (p: OfTouch & { recordedOn: LocalDate; days: number; windowDays: number }) =>
      `What happened on ${p.on} was logged ${days(p.days)} later, on ${p.recordedOn}; beyond ${days(p.windowDays)} it earns assisted at most.`,
  ),
  'touch.earns_nothing': no(
    '5.3',
    (p: AtTouch) => `The signed page gives a ${roleWords[p.role]} at stage ${p.stage} (${p.on}) no credit.`,
  ),
  'touch.overlap': no('5.2', (_: OfTouch) => 'Overlap or a logo is never credit.'),
  'touch.origin': no(
    '5.4',
    (p: OfTouch) =>
      `The act of ${p.on} can only show that the partner sourced the deal, by an introduction or a registration.`,
  ),
  'touch.withdrawn': no('5.4', (p: OfTouch) => `The touch of ${p.on} was withdrawn.`),
  'touch.unconfirmed': no('5.4', (p: OfTouch) => `Nobody has confirmed the touch of ${p.on}.`),
  'touch.refused': no('5.4', (p: OfTouch) => `We have refused the partner's claim of ${p.on}.`),
  'touch.before_deal': no(
    'ATT-3',
    (p: OfTouch & { days: number; windowDays: number }) =>
      `The act of ${p.on} at the account came ${days(p.days)} before the deal; at most ${days(p.windowDays)} count.`,
  ),
  'touch.no_outcome': no('5.4', (p: OfTouch) => `The touch of ${p.on} has no outcome.`),
  'touch.no_person': no('5.4', (p: OfTouch) => `The touch of ${p.on} names no person at the partner.`),
  'touch.no_owner': no('5.4', (p: OfTouch) => `The touch of ${p.on} names nobody of ours.`),
  'touch.no_evidence': no('5.4', (p: OfTouch) => `No link proves the touch of ${p.on}.`),
  'touch.no_stage': no('5.4', (p: OfTouch) => `The stage of the deal at the touch of ${p.on} is not known.`),
  'touch.after_close': no(
    '0.2',
    (p: OfTouch & { closedOn: LocalDate }) =>
      `The touch of ${p.on} happened or was logged after the deal closed on ${p.closedOn}.`,
  ),

  'cosell.plan_active': yes(
    '5.4',
    (p: OfFact & { activeFrom: LocalDate }) => `A co-sell plan is active since ${p.activeFrom}.`,
  ),
  'cosell.no_plan': no(
    '5.4',
    (_: object) => 'They sold jointly without a co-sell plan, which earns influenced.',
  ),
  'cosell.plan_late': no(
    'ATT-6',
    (p: OfFact & { activeFrom: LocalDate; enteredOn: LocalDate }) =>
      `The co-sell plan became active on ${p.activeFrom}, after the deal entered the proposal stage on ${p.enteredOn}.`,
  ),
  'cosell.plan_lapsed': no(
    'ATT-7',
    (p: OfFact & { lapsedOn: LocalDate }) => `The co-sell plan lapsed on ${p.lapsedOn}.`,
  ),
  'cosell.stages': yes(
    '5.4',
    (p: { stages: string }) => `Joint events took place at the stages ${p.stages}.`,
  ),
  'cosell.too_few_stages': no(
    '5.4',
    (p: { stages: string; needed: number; minimumStage: number }) =>
      `Joint events took place at ${p.stages === '' ? 'no stage' : `the stages ${p.stages}`} in time; co-sold needs ${p.needed} stages, one of them ${p.minimumStage} or later.`,
  ),
  'cosell.checked_in': yes(
    'ATT-7',
    (p: OfFact & { on: LocalDate; windowDays: number }) =>
      `The partner last checked in on ${p.on}, within ${days(p.windowDays)} before the close.`,
  ),
  'cosell.no_check_in': no(
    'ATT-7',
    (p: { closedOn: LocalDate; windowDays: number }) =>
      `The partner did not check in during the ${days(p.windowDays)} before the close on ${p.closedOn}.`,
  ),

  'primary.role': yes(
    'ATT-13',
    (p: { role: PartnerRole }) =>
      `Among several partners with this class, its role as ${roleWords[p.role]} is the highest.`,
  ),
  'primary.latest': yes(
    'ATT-13',
    (p: { role: PartnerRole }) =>
      `Several partners acted as ${roleWords[p.role]}; its event before the proposal stage is the latest.`,
  ),
  'primary.fixed': yes(
    'ATT-13',
    (_: object) => 'Several partners are level in role and time; the one first entered is primary.',
  ),
  'primary.other': no(
    'ATT-13',
    (_: { primary: PartnerId }) => `Another partner is the primary one; the amount counts once.`,
  ),

  'ruling.stands': yes(
    'ATT-17',
    (p: OfFact & { class: CreditClass; on: LocalDate; signatures: number }) =>
      `Ruled ${classWords[p.class]} on ${p.on}, signed by ${p.signatures === 1 ? 'one person' : `${p.signatures} people`}.`,
  ),
  'ruling.after_lock': no(
    'ATT-8',
    (p: OfFact & { on: LocalDate; lockOn: LocalDate }) =>
      `The ruling of ${p.on} would make the deal sourced after the lock of ${p.lockOn}, without a claim recorded in time.`,
  ),
  'ruling.needs_two': no(
    'ATT-9',
    (p: OfFact & { on: LocalDate; signatures: number }) =>
      `The ruling of ${p.on} takes a sourced credit away, which needs two signatures; it has ${p.signatures}.`,
  ),
  'ruling.unsigned': no(
    'ATT-17',
    (p: OfFact & { on: LocalDate }) => `Nobody has signed the ruling of ${p.on}.`,
  ),

  'none.merged': no(
    '0.2',
    (_: object) => 'The deal was merged into another one, which carries what was done on it.',
  ),
  'none.deleted': no('0.2', (_: object) => 'The source has deleted the deal.'),
  'none.no_act': no('5.4', (_: object) => 'No act of any partner is recorded on this deal.'),
};

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
