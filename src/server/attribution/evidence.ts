import { evidenceWords } from '#core/attribution/evidence-words.ts';
import type { Touch } from '#core/attribution/facts.ts';
import { isVoid } from '#core/attribution/origin.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Organization } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import type { Decided } from './decide-credit.ts';
import type { Evidence } from './explanation-schema.ts';
import {
  checkInsOn,
  type IntroductionRow,
  introductionsFor,
  plansOn,
  vendorContactsAt,
} from './fact-queries.ts';
import { type TouchNote, touchNotes } from './touch-fact-queries.ts';

type Names = {
  readonly language: PortalLanguage;
  readonly partner: (id: string) => string;
  readonly member: (id: string) => string;
};

/** Everything that anybody recorded about who brought and worked the deal, in the order in which it happened. */
export async function evidenceOf(
  tx: Tx,
  organization: Organization,
  decided: Decided,
  names: Names,
): Promise<Evidence[]> {
  const { orgId: org, timeZone } = organization;
  const { deal, facts, decision } = decided;
  const words = evidenceWords[names.language];
  const counting = new Set<string>(decision.evidence);
  // Acts of merged deals and at the account are among the facts: only what was decided from is told.
  const known = new Set(facts.originActs.map((one) => one.id as string));
  const accounts = deal.account_id === null ? [] : [deal.account_id];
  const own = [deal.opportunity_id];
  const sources = await introductionsFor(tx, org, own, accounts);
  const day = (at: number | null) => (at === null ? null : localDateAt(at, timeZone));
  const introductions = sources
    .filter((row) => known.has(row.introduction_id))
    .map((row) => {
      const act = facts.originActs.find(({ id }) => id === row.introduction_id);
      return introduction(row, act !== undefined && isVoid(act), day, names);
    });
  const touchById = new Map(facts.touches.map((one) => [one.id as string, one]));
  const touches = (await touchNotes(tx, org, deal.opportunity_id, deal.account_id)).flatMap((note) => {
    const fact = touchById.get(note.touch_id);
    return fact === undefined ? [] : [touch(fact, note, day, names)];
  });
  const plans = (await plansOn(tx, org, own)).map(
    (row): Omit<Evidence, 'counts'> => ({
      ...blank(row.cosell_plan_id, 'cosell_plan', row.active_on, row.recorded_on),
      ...of(row.partner_id, row.person, names),
      owner: row.internal_owner,
      what: row.lapsed_on === null ? words.plan : words.planEnded(row.lapsed_on as LocalDate),
      outcome: row.goal,
      links: row.evidence,
      withdrawn: row.withdrawn_at !== null,
    }),
  );
  const checkIns = (await checkInsOn(tx, org, own)).map(
    (row): Omit<Evidence, 'counts'> => ({
      ...blank(row.check_in_id, 'check_in', row.occurred_on, row.recorded_on),
      ...of(row.partner_id, row.person, names),
      what: words.checkIn,
      outcome: row.next_step,
      withdrawn: row.withdrawn_at !== null,
    }),
  );
  const contacts = (await vendorContactsAt(tx, org, accounts)).map(
    (row): Omit<Evidence, 'counts'> => ({
      ...blank(
        row.vendor_contact_id,
        'vendor_contact',
        row.occurred_on,
        day(row.recorded_at) ?? row.occurred_on,
      ),
      what: words.ownContact[row.kind === 'meeting' ? 'meeting' : 'outbound'],
      withdrawn: row.withdrawn_at !== null,
    }),
  );
  return [...introductions, ...touches, ...plans, ...checkIns, ...contacts]
    .map((one) => ({ ...one, counts: counting.has(one.id) }))
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
}

type Day = (at: number | null) => string | null;

function introduction(
  row: IntroductionRow,
  isVoided: boolean,
  day: Day,
  names: Names,
): Omit<Evidence, 'counts'> {
  const isOurs = row.side === 'vendor';
  const by = row.confirmed_by ?? (isOurs ? row.recorded_by : null);
  return {
    ...blank(row.introduction_id, 'introduction', row.occurred_on, row.recorded_on),
    ...of(row.partner_id, row.person, names),
    what: evidenceWords[names.language].introduction[row.kind],
    outcome: row.note,
    links: row.evidence,
    side: row.side,
    way: row.way,
    confirmed: by !== null,
    confirmedOn: row.confirmed_at === null ? (isOurs ? row.recorded_on : null) : day(row.confirmed_at),
    confirmedBy: by === null ? null : names.member(by),
    refused: row.refusal,
    withdrawn: isVoided,
    withdrawal:
      row.withdrawn_by === null
        ? null
        : {
            id: row.withdrawal_id,
            state: isVoided ? 'done' : 'proposed',
            by: names.member(row.withdrawn_by),
            reason: row.withdrawal_reason ?? '',
          },
  };
}

function touch(fact: Touch, note: TouchNote, day: Day, names: Names): Omit<Evidence, 'counts'> {
  return {
    ...blank(fact.id, 'touch', fact.occurredOn, fact.recordedOn),
    ...of(fact.partnerId, fact.partnerPerson, names),
    owner: fact.internalOwner,
    what: evidenceWords[names.language].touch[fact.action],
    role: fact.role,
    stage: fact.stageOrder,
    outcome: fact.outcome,
    links: [...fact.evidence],
    side: fact.side,
    way: note.way,
    importNumber: note.import_number,
    confirmed: fact.confirmation !== null,
    confirmedOn: day(fact.confirmation?.at ?? null),
    confirmedBy: fact.confirmation === null ? null : names.member(fact.confirmation.by),
    refused: note.refusal,
    withdrawn: fact.withdrawnAt !== null,
    withdrawal:
      note.withdrawn_by === null
        ? null
        : {
            id: null,
            state: 'done',
            by: names.member(note.withdrawn_by),
            reason: note.withdrawal_reason ?? '',
          },
  };
}

function of(partnerId: string, person: string | null, names: Names) {
  return { partnerId, partner: names.partner(partnerId), person };
}

function blank(
  id: string,
  kind: Evidence['kind'],
  occurredOn: string,
  recordedOn: string,
): Omit<Evidence, 'counts'> {
  return {
    id,
    kind,
    partnerId: null,
    partner: null,
    person: null,
    owner: null,
    occurredOn,
    recordedOn,
    confirmedOn: null,
    confirmedBy: null,
    what: '',
    role: null,
    stage: null,
    outcome: null,
    links: [],
    side: 'vendor',
    way: 'desk',
    importNumber: null,
    confirmed: true,
    refused: null,
    withdrawn: false,
    withdrawal: null,
  };
}
