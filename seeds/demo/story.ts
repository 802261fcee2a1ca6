import type { TouchAction } from '#core/attribution/facts.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import { addDays, daysBetween, type LocalDate, mondayOf } from '#core/calendar.ts';
import { type Chance, chance } from '../random.ts';
import { type CastPartner, partners, people } from './cast.ts';
import { type Deal, playDeal, stages, withLegacyPartner, workday } from './deals.ts';

/** An act with both of its days: when it happened and when somebody wrote it down. */
export type StoryIntroduction = {
  readonly deal: Deal;
  readonly partner: CastPartner;
  readonly person: string;
  readonly on: LocalDate;
  readonly recordedOn: LocalDate;
};

export type StoryTouch = StoryIntroduction & {
  readonly role: PartnerRole;
  readonly action: TouchAction;
  readonly outcome: string | null;
  readonly stageOrder: number;
  readonly confirmed: boolean;
};

export type StoryContact = { readonly deal: Deal; readonly on: LocalDate };

export type Story = {
  /** Monday of program week 0: the thesis is begun. */
  readonly programOn: LocalDate;
  readonly startOn: LocalDate;
  readonly endOn: LocalDate;
  readonly deals: readonly Deal[];
  readonly introductions: readonly StoryIntroduction[];
  readonly touches: readonly StoryTouch[];
  readonly contacts: readonly StoryContact[];
  /** The deal whose credit is fought over. */
  readonly disputed: Deal | null;
  /** Deals of ours that a partner helps to win under a plan of both sides, from the day of its first touch. */
  readonly plans: readonly StoryTouch[];
  /** What a partner's person says in the portal that they did, in the last days. */
  readonly claimed: StoryTouch | null;
  /** A deal of a partner that was paid, and the day on which its customer left. */
  readonly left: { readonly deal: Deal; readonly on: LocalDate } | null;
};

/** Which of the many stories is told: one whose last weeks have wins and new deals whatever the weekday. */
const storySeed = 36;

const weeksBefore = 26;
const weeksOfProgram = 78;
const firstPartnerDealInWeek = 16;
const firstPartnerWinInWeek = 25;

/**
 * Tells the demo company's two years, ending on a day: a quarter of a thousand direct deals a quarter throughout,
 * a program designed before anyone is hired, its first jointly sourced opportunity in week 16 and its first
 * partner-sourced win in month six. The same end day tells the same story.
 */
export function tellStory(endOn: LocalDate): Story {
  const random = chance(storySeed);
  const programOn = addDays(mondayOf(endOn), -7 * weeksOfProgram);
  const startOn = addDays(programOn, -7 * weeksBefore);
  const day = (week: number, within = 0) => addDays(programOn, week * 7 + within);
  let number = 0;
  const deals: Deal[] = [];
  const introductions: StoryIntroduction[] = [];
  const play = (createdOn: LocalDate, partner: CastPartner | null, mustWinOn?: LocalDate): Deal => {
    number += 1;
    const deal = playDeal(random, { number, createdOn, endOn, partner, ...(mustWinOn ? { mustWinOn } : {}) });
    deals.push(deal);
    return deal;
  };

  for (let week = -weeksBefore; week < weeksOfProgram; week += 1) {
    const arrivals = random.count(17 + (week + weeksBefore) / 26);
    for (let one = 0; one < arrivals; one += 1) {
      const deal = play(workday(day(week, random.between(0, 4))), null);
      if (week < 0 && random.happens(0.05)) deals[deals.length - 1] = withLegacyPartner(random, deal);
    }
    for (const partner of broughtBy(random, week)) {
      const createdOn = workday(day(week, random.between(0, 4)));
      introductions.push(introduce(random, play(createdOn, partner), partner));
    }
  }
  const opener = partners[0];
  if (opener) {
    const deal = play(day(firstPartnerDealInWeek, 1), opener, day(firstPartnerWinInWeek, 3));
    introductions.push({
      ...introduce(random, deal, opener),
      on: addDays(deal.createdOn, -6),
      recordedOn: addDays(deal.createdOn, -5),
    });
  }

  const within = <T extends { readonly on: LocalDate; readonly recordedOn: LocalDate }>(acts: T[]) =>
    acts.filter((act) => act.on >= startOn && act.recordedOn <= endOn);
  const touches = within(deals.flatMap((deal) => touchesOn(random, deal, programOn)));
  const openHelped = touches.filter(({ deal }) => deal.partner === null && deal.outcome === 'open');
  const firstOnes = openHelped.filter((act) => openHelped.find(({ deal }) => deal === act.deal) === act);
  return {
    programOn,
    startOn,
    endOn,
    deals,
    introductions: within(introductions),
    touches,
    contacts: contactsOf(random, introductions),
    plans: firstOnes.slice(-4),
    claimed: claimOf(deals, endOn),
    left: leaving(deals, endOn),
    disputed:
      deals.findLast(
        (deal) => deal.partner !== null && deal.outcome === 'open' && daysBetween(deal.createdOn, endOn) > 40,
      ) ?? null,
  };
}

/** The last open deal of the partner whose person comes in through the portal, and what that person did on it. */
function claimOf(deals: readonly Deal[], endOn: LocalDate): StoryTouch | null {
  const portal = people.find((one) => one.partner !== undefined);
  const partner = partners.find((one) => one.name === portal?.partner);
  const on = workday(addDays(endOn, -6));
  const deal = deals.findLast(
    (one) => one.partner === partner && one.outcome === 'open' && one.createdOn < addDays(on, -7),
  );
  if (partner === undefined || portal === undefined || deal === undefined) return null;
  return {
    ...{
      deal,
      partner,
      person: portal.name,
      on,
      recordedOn: addDays(on, 2),
      confirmed: false,
      stageOrder: 0,
    },
    ...{ role: 'introducer', action: 'stakeholder_access' },
    outcome: 'Their head of security joined and asked for the audit report',
  };
}

/** A deal that a partner brought and that closed some weeks ago; its customer left within the days of the page. */
function leaving(deals: readonly Deal[], endOn: LocalDate): Story['left'] {
  const closedOn = ({ events }: Deal) => events.at(-1)?.on ?? endOn;
  const deal = deals.find(
    (one) =>
      one.partner !== null &&
      one.outcome === 'won' &&
      closedOn(one) > addDays(endOn, -100) &&
      closedOn(one) < addDays(endOn, -55),
  );
  return deal === undefined ? null : { deal, on: addDays(closedOn(deal), 40) };
}

/** Which partners bring a deal in a week. Those that went dark bring none; each needs weeks after signing to begin. */
function broughtBy(random: Chance, week: number): CastPartner[] {
  const active = partners.filter((partner) => week >= partner.signedInWeek + 8 && partner.weight > 0);
  const ripeness = (partner: CastPartner) => Math.min(1, (week - partner.signedInWeek - 6) / 30);
  if (week <= firstPartnerDealInWeek) return [];
  return active.filter((partner) => random.happens((partner.weight / 11) * ripeness(partner)));
}

/** Most introductions come in time; some are too old, some were written down after the lock. */
function introduce(random: Chance, deal: Deal, partner: CastPartner): StoryIntroduction {
  const before = random.happens(0.1) ? random.between(33, 48) : random.between(2, 24);
  const on = workday(addDays(deal.createdOn, -before - 2));
  const late = random.happens(0.08) ? random.between(17, 28) + before : random.between(0, 6);
  return { deal, partner, person: random.pick(partner.people), on, recordedOn: addDays(on, late) };
}

const helping: readonly { role: PartnerRole; action: TouchAction; outcomes: readonly string[] }[] = [
  {
    role: 'validator',
    action: 'solution_architecture',
    outcomes: ['Architecture approved by their platform team', 'Integration path agreed; pilot unblocked'],
  },
  {
    role: 'introducer',
    action: 'stakeholder_access',
    outcomes: ['Met the VP of Operations, who owns the budget', 'CIO joined the next call'],
  },
  {
    role: 'objection_remover',
    action: 'objection_handled',
    outcomes: ['Security review passed after the joint session'],
  },
  { role: 'reference', action: 'account_update', outcomes: ['Reference call held'] },
];

/** What partners did on deals: on their own, and on some direct ones. A few acts lack an outcome or a confirmation, or came late. */
function touchesOn(random: Chance, deal: Deal, programOn: LocalDate): StoryTouch[] {
  const helper =
    deal.partner ?? (random.happens(0.09) ? random.pick(partners.filter((one) => one.weight > 0)) : null);
  if (!helper || deal.createdOn < addDays(programOn, (helper.signedInWeek + 4) * 7)) return [];
  const touches: StoryTouch[] = [];
  for (const event of deal.events) {
    const stage = stages.find((one) => one.name === event.stage);
    if (!stage || stage.order < 2 || !random.happens(deal.partner ? 0.45 : 0.6)) continue;
    const help = random.pick(helping);
    const on = workday(addDays(event.on, 1));
    touches.push({
      deal,
      partner: helper,
      person: random.pick(helper.people),
      on,
      recordedOn: addDays(on, random.happens(0.1) ? random.between(16, 30) : random.between(0, 7)),
      role: help.role,
      action: help.action,
      outcome: random.happens(0.12) ? null : random.pick(help.outcomes),
      stageOrder: stage.order,
      confirmed: random.happens(0.88),
    });
  }
  return touches;
}

/** Now and then we had met the account ourselves, shortly before the partner introduced us. */
function contactsOf(random: Chance, introductions: readonly StoryIntroduction[]): StoryContact[] {
  return introductions
    .filter(() => random.happens(0.06))
    .map(({ deal, on }) => ({ deal, on: addDays(on, -random.between(10, 50)) }));
}
