/**
 * What an act of origin would have had to be to source the deal: each test that it fails is met by the smallest change,
 * and the changes are told together, since each alone would not do.
 *
 * Handbook: docs/handbook/attribution.md
 */

import { addDays, daysBetween, type LocalDate, type Moment } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { PartnerId } from '#core/ids.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import type { Attempt } from './attempt.ts';
import { classifyCredit } from './classify.ts';
import { type CounterfactualAct, type CounterfactualCode, lackingText } from './counterfactual-words.ts';
import type { CreditFacts, OriginAct, VendorContact } from './facts.ts';
import { isOpenOn, judgeOrigin, lockDate } from './origin.ts';
import type { AttributionPolicy } from './policy.ts';
import type { CreditReason } from './reasons.ts';

type Mended = { readonly act: OriginAct; readonly facts: CreditFacts };
type Mend = Mended & { readonly code: CounterfactualCode; readonly params: ReasonParams };

/** More than this is another story, not a possibility. */
const mostChanges = 3;

/** How this act would have sourced the deal; nothing if it passes its tests and is the first. */
export function originAttempts(
  act: OriginAct,
  facts: CreditFacts,
  policy: AttributionPolicy,
  now: Moment,
): Attempt[] {
  const { settings } = policy;
  const lockOn = lockDate(facts.opportunity, settings);
  const mends: Mend[] = [];
  let at: Mended = { act, facts };
  for (;;) {
    const failed = firstFailing(judgeOrigin(at.act, at.facts, settings, lockOn).reasons);
    if (failed === undefined) break;
    const mend = mends.length < mostChanges ? mendOf(failed, at, settings, lockOn) : null;
    if (mend === null) return [];
    mends.push(mend);
    at = mend;
  }
  const rival = mendRivalry(at, policy, now);
  if (rival !== null) {
    // What another partner did is a second thing, beside what this act lacks.
    if (rival.code === 'without_rival' && mends.length > 0) return [];
    mends.push(rival);
  }
  const last = mends.at(-1);
  if (last === undefined || mends.length > mostChanges) return [];
  const { id: fact, kind, occurredOn: on, partnerId: partner } = act;
  const params = Object.assign(
    { fact, act: kind satisfies CounterfactualAct, on, partner },
    ...mends.map((mend) => mend.params),
  );
  return [{ code: mends[0]?.code ?? last.code, params, facts: last.facts, changes: mends.length }];
}

/** T2 first: another day may change what the other tests find. */
function firstFailing(reasons: readonly CreditReason[]): CreditReason | undefined {
  const failing = reasons.filter((reason) => !reason.holds);
  return failing.find(({ rule }) => rule === 'T2') ?? failing[0];
}

/** The smallest change by which the act passes the test that it failed; null if no change makes sense. */
function mendOf(
  failed: CreditReason,
  { act, facts }: Mended,
  settings: AttributionSettings,
  lockOn: LocalDate,
): Mend | null {
  const { createdOn, qualifiedOn, closedOn } = facts.opportunity;
  const change = (code: CounterfactualCode, params: ReasonParams, part: object): Mend => {
    const changed = { ...act, ...part } as OriginAct;
    return { code, params, act: changed, facts: withAct(facts, act, changed) };
  };
  const move = (day: LocalDate): Mend | null => {
    const days = daysBetween(act.occurredOn, day);
    if (day > createdOn || days === 0) return null;
    return change(
      days < 0 ? 'moved_earlier' : 'moved_later',
      { movedOn: day, movedDays: Math.abs(days) },
      {
        occurredOn: day,
      },
    );
  };
  switch (failed.code) {
    case 'timestamp.too_early':
      return move(addDays(createdOn, -settings.introLookbackDays));
    case 'timestamp.after_creation':
    case 'timestamp.after_qualification':
      return move(qualifiedOn !== null && qualifiedOn < createdOn ? qualifiedOn : createdOn);
    case 'timestamp.not_approved': {
      if (act.kind !== 'registration') return null;
      const days = act.approvedOn === null ? null : daysBetween(createdOn, act.approvedOn);
      return change(
        'approved_earlier',
        { approvedBy: createdOn, approvedDays: days },
        { approvedOn: createdOn },
      );
    }
    case 'timestamp.expired': {
      if (act.kind !== 'registration' || act.expiresOn === null) return null;
      const days = daysBetween(act.expiresOn, createdOn);
      return change('valid_longer', { validUntil: createdOn, validDays: days }, { expiresOn: createdOn });
    }
    case 'lock.too_late':
    case 'lock.after_close': {
      const by = closedOn !== null && closedOn < lockOn ? closedOn : lockOn;
      if (by < act.occurredOn) return null;
      const days = daysBetween(by, act.recordedOn);
      return change('recorded_earlier', { recordedBy: by, recordedDays: days }, { recordedOn: by });
    }
    case 'evidence.no_link':
    case 'evidence.no_person': {
      const lacking = lackingText({ link: act.evidence.length === 0, person: act.partnerPerson === null });
      const part = { evidence: [...act.evidence, 'link'], partnerPerson: act.partnerPerson ?? 'somebody' };
      return change('completed', { lacking }, part);
    }
    case 'evidence.unconfirmed':
    case 'evidence.refused': {
      const confirmation = { by: 'one of us', at: act.recordedAt };
      return change('confirmed', { confirm: true, refused: act.refusedAt !== null }, { confirmation });
    }
    case 'origin.vendor_contact':
      return withoutContacts(act, facts, settings);
    case 'origin.open_opportunity':
      return withoutOpenDeals(act, facts);
    case 'origin.before_loss':
      return move(addDays(failed.params.lostOn as LocalDate, 1));
    case 'origin.inherited':
      return move(addDays(failed.params.wonOn as LocalDate, 1));
    default:
      return null;
  }
}

function withoutOpenDeals(act: OriginAct, facts: CreditFacts): Mend {
  const on = act.occurredOn;
  const open = facts.otherOpportunities.filter((other) => isOpenOn(other, on));
  const openedOn = open.reduce((day, one) => (one.createdOn < day ? one.createdOn : day), on);
  const otherOpportunities = facts.otherOpportunities.filter((other) => !open.includes(other));
  const params = { openDeals: open.length, openedOn };
  return { code: 'without_open_deal', params, act, facts: { ...facts, otherOpportunities } };
}

function withoutContacts(act: OriginAct, facts: CreditFacts, settings: AttributionSettings): Mend {
  const quietFrom = addDays(act.occurredOn, -settings.vendorQuietDays);
  const isInWay = ({ occurredOn: on }: VendorContact) => on < act.occurredOn && on >= quietFrom;
  const inWay = facts.vendorContacts.filter((one) => one.withdrawnAt === null && isInWay(one));
  const last = inWay.toSorted((a, b) => (a.occurredOn > b.occurredOn ? -1 : 1))[0];
  const params = {
    contacts: inWay.length,
    contactOn: last?.occurredOn ?? null,
    contactKind: last?.kind ?? null,
    quietFrom,
  };
  const without = facts.vendorContacts.filter((one) => !inWay.includes(one));
  return { code: 'without_contact', params, act, facts: { ...facts, vendorContacts: without } };
}

/** ATT-12: what stands between an eligible claim and the credit is another partner's, earlier or of the same day. */
function mendRivalry({ act, facts }: Mended, policy: AttributionPolicy, now: Moment): Mend | null {
  const { considered } = classifyCredit(facts, policy, now);
  const own = considered.find(({ partnerId }) => partnerId === act.partnerId);
  const single = own?.reasons.find(({ rule }) => rule === 'T5');
  if (single === undefined || single.holds) return null;
  const rival = (single.params.winner ?? single.params.other) as PartnerId;
  const theirs = facts.originActs.filter((one) => one.partnerId !== act.partnerId);
  const sameDay = theirs.filter(({ occurredOn }) => occurredOn === act.occurredOn);
  if (sameDay.some(({ partnerId }) => partnerId === rival)) {
    const first = Math.min(
      act.occurredAt,
      ...sameDay.map((one) => (one.buyerMeetingAt ?? act.occurredAt) - 1),
    );
    const changed = { ...act, buyerMeetingAt: first };
    return {
      code: 'met_first',
      params: { rival, metFirst: true },
      act: changed,
      facts: withAct(facts, act, changed),
    };
  }
  const without = facts.originActs.filter((one) => one.partnerId !== rival);
  return { code: 'without_rival', params: { rival }, act, facts: { ...facts, originActs: without } };
}

function withAct(facts: CreditFacts, act: OriginAct, changed: OriginAct): CreditFacts {
  return { ...facts, originActs: facts.originActs.map((one) => (one === act ? changed : one)) };
}
