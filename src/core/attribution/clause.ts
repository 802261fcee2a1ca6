/**
 * The sentence of the signed page by which a test was made, with the page's own numbers: what Sales, Finance and the
 * partner read side by side with the fact.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { Reason } from '#core/decision.ts';
import { classWords } from './class-words.ts';
import { type AttributionPolicy, isPartnerRole, roleTableCell } from './policy.ts';
import type { reasonCatalogue } from './reason-catalogue.ts';

type Clause = (policy: AttributionPolicy, reason: Reason) => string;

/** The clause behind a reason. A reason whose code is no longer known falls under the sentence on precedence. */
export function clauseOf(reason: Reason, policy: AttributionPolicy): string {
  const clause = clauses[reason.code as keyof typeof clauses] as Clause | undefined;
  return clause === undefined ? policy.sentences.precedence : clause(policy, reason);
}

const newAccount: Clause = ({ settings }) =>
  `A partner brings an account on which we had no open deal for the product, and which we neither met nor approached in the ${days(settings.vendorQuietDays)} before.`;
const introductionAge: Clause = ({ settings }) =>
  `An introduction counts for ${days(settings.introLookbackDays)} before the deal is created.`;
const registrationAge: Clause = () =>
  'A registration counts if it was approved and had not expired on the day on which the deal was created.';
const lock: Clause = ({ settings: s }) =>
  `A claim is recorded, by either side, within ${days(s.lockDays)} after the deal was created; within ${s.longLockDays} where the segment’s won deals take ${days(s.longCycleDays)} or more.`;
const close: Clause = () => 'What is done or written down after the close changes no credit.';
const proof: Clause = () =>
  'At least one link proves it, a person at the partner is named, and one of us confirms it, however late.';
const completeTouch: Clause = () =>
  'An act counts with a partner person, one of us, a stage, an outcome, a link, and a name of ours that confirms it.';
const joint: Clause = ({ settings: s }) =>
  `Co-sold needs an active plan and joint selling at ${s.coSoldStages} stages, one of them stage ${s.coSoldStage} or later.`;
const jointInTime: Clause = ({ settings: s }) =>
  `Joint selling and its plan come before the deal enters stage ${s.coSoldBeforeStage}; later they only sustain it.`;
const jointKept: Clause = ({ settings: s }) =>
  `Co-sold falls back to influenced if the plan lapses, or if the partner does not check in during the ${days(s.coSoldCheckinDays)} before the close.`;
const tie: Clause = ({ sentences }) => sentences.tie;
const influencers: Clause = ({ sentences }) => sentences.influencers;
const afterLock: Clause = ({ sentences }) => sentences.afterLock;
const panel: Clause = () =>
  'Where the page is silent, the panel rules, with its names and its reason in writing.';

const clauses: Readonly<Record<keyof typeof reasonCatalogue, Clause>> = {
  'origin.clear': newAccount,
  'origin.vendor_contact': newAccount,
  'origin.open_opportunity': newAccount,
  'origin.before_loss': ({ sentences }) => sentences.winBack,
  'origin.inherited': ({ sentences }) => sentences.renewal,
  'timestamp.introduced': introductionAge,
  'timestamp.too_early': introductionAge,
  'timestamp.registered': registrationAge,
  'timestamp.not_approved': registrationAge,
  'timestamp.expired': registrationAge,
  'timestamp.after_creation': () => 'Who brings a deal acts before there is one.',
  'timestamp.after_qualification': () =>
    'Who brings a deal acts no later than the day on which it was qualified.',
  'timestamp.void': afterLock,
  'lock.in_time': lock,
  'lock.too_late': lock,
  'lock.after_close': close,
  'evidence.complete': proof,
  'evidence.no_link': proof,
  'evidence.no_person': proof,
  'evidence.unconfirmed': proof,
  'evidence.refused': proof,
  'single.only': tie,
  'single.earliest': tie,
  'single.first_meeting': tie,
  'single.later': tie,
  'single.tied': tie,
  'touch.qualifies': tableCell,
  'touch.assists': tableCell,
  'touch.outside_page': tableCell,
  'touch.earns_nothing': tableCell,
  'touch.logged_late': ({ settings }) =>
    `An act is written down, by either side, within ${days(settings.touchLoggedWithinDays)}; later it earns assisted at most.`,
  'touch.overlap': () => 'Overlap and logos are where deals are looked for, never a reason for credit.',
  'touch.origin': ({ roleTable }) =>
    `Role table: “${roleTable.originator.label}” is an introduction or a registration, tested for sourced and for nothing lower.`,
  'touch.before_deal': ({ settings }) =>
    `What was done at an account before there was a deal counts for a deal that is created within ${days(settings.introLookbackDays)}.`,
  'touch.withdrawn': () => 'What was withdrawn stays on record and earns nothing.',
  'touch.unconfirmed': completeTouch,
  'touch.refused': completeTouch,
  'touch.no_outcome': completeTouch,
  'touch.no_person': completeTouch,
  'touch.no_owner': completeTouch,
  'touch.no_evidence': completeTouch,
  'touch.no_stage': completeTouch,
  'touch.after_close': close,
  'cosell.plan_active': joint,
  'cosell.no_plan': joint,
  'cosell.stages': joint,
  'cosell.too_few_stages': (policy, reason) => `${joint(policy, reason)} ${jointInTime(policy, reason)}`,
  'cosell.plan_late': jointInTime,
  'cosell.plan_lapsed': jointKept,
  'cosell.checked_in': jointKept,
  'cosell.no_check_in': jointKept,
  'primary.role': influencers,
  'primary.latest': influencers,
  'primary.fixed': influencers,
  'primary.other': influencers,
  'ruling.stands': panel,
  'ruling.unsigned': panel,
  'ruling.after_lock': afterLock,
  'ruling.needs_two': afterLock,
  'none.merged': () => 'A deal that the source merged into another one has its credit there.',
  'none.deleted': () => 'A deal that the source deleted has no credit.',
  'none.no_act': completeTouch,
};

/** The cell of the role table that decided, in the words that the page has for its row. */
function tableCell(policy: AttributionPolicy, { params }: Reason): string {
  const { role, stage, renewal } = params;
  if (typeof role !== 'string' || !isPartnerRole(role) || typeof stage !== 'number') {
    return policy.sentences.precedence;
  }
  const row = policy.roleTable[role];
  const cell = roleTableCell(policy.roleTable, role, stage, renewal === true);
  const where = renewal === true && row.renewal !== null ? 'on a renewal or expansion' : `at stage ${stage}`;
  if (cell === null) return `Role table: “${row.label}” ${where} is left to the panel.`;
  return `Role table: “${row.label}” ${where} earns ${classWords[cell]}.`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
