import { addDays, addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import { openDispute } from '#server/attribution/dispute/open-dispute.ts';
import { speak } from '#server/attribution/dispute/speak.ts';
import { confirmClaim } from '#server/attribution/touch/answer-claim.ts';
import { acceptPlan, recordCheckIn } from '#server/attribution/touch/cosell-plan.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { recordVendorContact } from '#server/attribution/touch/record-vendor-contact.ts';
import { acceptOpeningBalance } from '#server/import/opening-balance.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { claimTouch } from '#server/portal/claims.ts';
import { defaultScoreboardDefinitions } from '#server/program/policies.ts';
import { proposeDefinitions } from '#server/program/propose-definitions.ts';
import { logOpening } from '#server/scoreboard/log-opening.ts';
import { type CastMember, partners, people } from './cast.ts';
import type { Deal } from './deals.ts';
import { designing, openingPortal, recruiting, signAll, takeSeat } from './design.ts';
import { exportOn } from './exports.ts';
import { paying } from './paying.ts';
import { registering } from './registering.ts';
import type { Stage } from './stage.ts';
import type { Story, StoryIntroduction, StoryTouch } from './story.ts';

/** Something that somebody did on a day. Steps of one day keep the order in which they were written. */
export type Step = {
  readonly on: LocalDate;
  readonly hour: number;
  readonly play: (stage: Stage) => Promise<void>;
};

/** The whole story as steps, in the order in which they happened. */
export function stepsOf(story: Story): Step[] {
  const day = (week: number, within = 0) => addDays(story.programOn, week * 7 + within);
  const steps: Step[] = [
    ...people.filter((one) => one.joinsInWeek > 0).map((one) => joining(one, day(one.joinsInWeek))),
    ...designing(day),
    ...signing(day),
    recruiting(day(9)),
    openingPortal(day(19)),
    ...imports(story, day),
    ...openings(story, day),
    ...partners.map((one) => ({
      on: day(one.signedInWeek, 2),
      hour: 14,
      play: async (stage: Stage) => {
        const { signedInWeek, people: names, weight: _, ...details } = one;
        const managerId = stage.memberId(
          signedInWeek < 14 ? 'head' : signedInWeek < 44 ? 'manager' : 'manager2',
        );
        const signedOn = day(signedInWeek, 2);
        const { partnerId } = await createPartner(stage.as('head'), { ...details, signedOn, managerId });
        for (const name of names) {
          const email = `${name.toLowerCase().replace(' ', '.')}@${one.domain}`;
          const { partnerPersonId } = await addPartnerPerson(stage.as('head'), partnerId, { name, email });
          stage.remember(`person ${name}`, partnerPersonId);
        }
        stage.remember(`partner ${one.name}`, partnerId);
      },
    })),
    ...story.contacts.map((contact) => ({
      on: contact.on,
      hour: 16,
      play: async (stage: Stage) => {
        const accountId = await stage.account(contact.deal);
        if (accountId)
          await recordVendorContact(stage.as('manager'), {
            accountId,
            kind: 'meeting',
            occurredAt: stage.at(contact.on, 15),
          });
      },
    })),
    ...story.introductions.map(introduction),
    ...story.touches.map(touch),
    ...story.plans.flatMap((plan) => cosell(plan, story.endOn)),
    ...(story.disputed ? dispute(story.disputed, story.endOn) : []),
    ...paying(story),
    ...(story.claimed ? [claim(story.claimed)] : []),
    ...registering(story.endOn),
  ];
  const beginning = day(0);
  return steps
    .filter((step) => step.on >= beginning && step.on <= story.endOn)
    .map((step, index) => ({ step, index }))
    .sort((a, b) =>
      a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : a.step.hour - b.step.hour || a.index - b.index,
    )
    .map(({ step }) => step);
}

function joining(member: CastMember, on: LocalDate): Step {
  return {
    on,
    hour: 9,
    play: async (stage) => {
      await stage.join(member);
      if (member.key === 'head') await takeSeat(stage);
    },
  };
}

/** Weeks 4 to 6: the CFO's targets, and the signatures of three seats, one of them held in the interim by the CEO. */
function signing(day: (week: number, within?: number) => LocalDate): Step[] {
  return [
    {
      on: day(4, 1),
      hour: 11,
      play: async (stage) => {
        const { fiscal } = stage.as('cro').organization;
        const quarter = quarterOf(day(4, 1), fiscal);
        const plan = [40, 60, 90, 130, 160, 190].entries();
        for (const [index, tenThousands] of plan) {
          const targets = {
            sourcedPipelineMinor: tenThousands * 1_000_000,
            sourcedClosedWonMinor: Math.round(tenThousands * 250_000),
          };
          const from = addQuarters(quarter, index, fiscal).start;
          await proposeDefinitions(stage.as('cro'), { ...defaultScoreboardDefinitions, targets }, from);
        }
      },
    },
    {
      on: day(6, 1),
      hour: 15,
      play: async (stage) => {
        await signAll(stage, 'scoreboard');
      },
    },
  ];
}

/** The CRM's export, first with all of its history, then what changed, every Monday. */
function imports(story: Story, day: (week: number, within?: number) => LocalDate): Step[] {
  const first: Step = {
    on: day(5),
    hour: 7,
    play: async (stage) => {
      const { accounts, opportunities, history } = exportOn(story.deals, null, day(4, 6));
      await stage.import('accounts', accounts);
      await stage.import('opportunities', opportunities);
      await stage.import('history', history);
      await acceptOpeningBalance(stage.as('cro'));
    },
  };
  const weekly: Step[] = [];
  for (let week = 6; day(week) <= story.endOn; week += 1) {
    weekly.push({
      on: day(week),
      hour: 7,
      play: (stage) => importSince(stage, story, day(week - 1, -1), day(week, -1)),
    });
  }
  const monday = weekly.at(-1)?.on;
  const last: Step = {
    on: story.endOn,
    hour: 7,
    play: (stage) => importSince(stage, story, addDays(monday ?? story.endOn, -1), story.endOn),
  };
  return [first, ...weekly, ...(monday && monday < story.endOn ? [last] : [])];
}

/** The CRO opens the scoreboard every Monday, the CEO every other one. */
function openings(story: Story, day: (week: number, within?: number) => LocalDate): Step[] {
  const steps: Step[] = [];
  for (let week = 7; day(week) <= story.endOn; week += 1) {
    const readers = week % 2 === 0 ? ['cro', 'ceo'] : ['cro'];
    steps.push({
      on: day(week),
      hour: 8,
      play: async (stage) => {
        for (const who of readers) await logOpening(stage.as(who));
      },
    });
  }
  return steps;
}

async function importSince(stage: Stage, story: Story, since: LocalDate, on: LocalDate): Promise<void> {
  const { opportunities, history } = exportOn(story.deals, since, on);
  await stage.import('opportunities', opportunities);
  await stage.import('history', history);
}

function introduction(act: StoryIntroduction): Step {
  return {
    on: act.recordedOn,
    hour: 17,
    play: async (stage) => {
      const accountId = await stage.account(act.deal);
      if (!accountId) return;
      await recordIntroduction(stage.as('manager'), {
        partnerId: stage.recall(`partner ${act.partner.name}`),
        partnerPersonId: stage.recall(`person ${act.person}`),
        accountId,
        opportunityId: null,
        product: act.deal.product,
        occurredAt: stage.at(act.on, 11),
        evidence: [`https://mail.larkspur.example/thread/${act.deal.id}`],
        note: `${act.person} introduced us to the head of operations`,
      });
    },
  };
}

function touch(act: StoryTouch): Step {
  return {
    on: act.recordedOn,
    hour: 18,
    play: async (stage) => {
      const opportunityId = await stage.opportunity(act.deal);
      if (!opportunityId) return;
      const { touchId } = await recordTouch(stage.as('manager'), {
        opportunityId,
        partnerId: stage.recall(`partner ${act.partner.name}`),
        partnerPersonId: stage.recall(`person ${act.person}`),
        internalOwner: act.deal.owner,
        role: act.role,
        action: act.action,
        stageOrder: act.stageOrder,
        outcome: act.outcome,
        evidence: [`https://calendar.larkspur.example/${act.deal.id}/${act.on}`],
        occurredAt: stage.at(act.on, 13),
      });
      if (act.confirmed) await confirmClaim(stage.as('head'), 'touch', touchId);
    },
  };
}

/** A plan of both sides on the day of the first touch, and a check-in every second week from then on. */
function cosell(act: StoryTouch, endOn: LocalDate): Step[] {
  const who = (stage: Stage) => ({
    partnerId: stage.recall(`partner ${act.partner.name}`),
    partnerPersonId: stage.recall(`person ${act.person}`),
  });
  const accepting: Step = {
    on: act.on,
    hour: 18,
    play: async (stage) => {
      const opportunityId = await stage.opportunity(act.deal);
      if (!opportunityId) return;
      await acceptPlan(stage.as('manager'), {
        ...who(stage),
        opportunityId,
        internalOwner: act.deal.owner,
        goal: 'Win the platform team first, then sign before the end of the quarter',
        evidence: [`https://mail.larkspur.example/plan/${act.deal.id}`],
        activeOn: act.on,
      });
    },
  };
  const steps = [accepting];
  for (let on = addDays(act.on, 13); on <= endOn; on = addDays(on, 13)) {
    steps.push({
      on,
      hour: 18,
      play: async (stage) => {
        const opportunityId = await stage.opportunity(act.deal);
        if (!opportunityId) return;
        const occurredAt = stage.at(on, 10);
        const nextStep = `${act.person} prepares the next meeting with their architects`;
        await recordCheckIn(stage.as('manager'), { ...who(stage), opportunityId, nextStep, occurredAt });
      },
    });
  }
  return steps;
}

/** What a partner says in the portal that it did: nobody has confirmed it yet. */
function claim(act: StoryTouch): Step {
  return {
    on: act.recordedOn,
    hour: 15,
    play: async (stage) => {
      const opportunityId = await stage.opportunity(act.deal);
      if (!opportunityId) return;
      await claimTouch(stage.as('rachel'), {
        opportunityId,
        partnerPersonId: stage.recall(`person ${act.person}`),
        internalOwner: act.deal.owner,
        role: act.role,
        action: act.action,
        outcome: act.outcome,
        evidence: [`https://calendar.${act.partner.domain}/${act.deal.id}`],
        occurredAt: stage.at(act.on, 11),
      });
    },
  };
}

/** A case of the last days: what Sales says, and what the head of partnerships answers two days later. */
function dispute(deal: Deal, endOn: LocalDate): Step[] {
  return [
    {
      on: addDays(endOn, -9),
      hour: 12,
      play: async (stage) => {
        const opportunityId = await stage.opportunity(deal);
        if (!opportunityId) return;
        const { disputeId } = await openDispute(stage.as('manager'), {
          opportunityId,
          claim: 'Sales says that it had spoken to the account at the spring trade fair.',
          claimedClass: null,
          partnerId: null,
          links: [],
        });
        stage.remember('disputed', disputeId);
      },
    },
    {
      on: addDays(endOn, -7),
      hour: 11,
      play: async (stage) => {
        if (!(await stage.opportunity(deal))) return;
        await speak(stage.as('head'), stage.recall('disputed'), {
          kind: 'answer',
          body: 'The fair gave us a badge scan, not a meeting. The partner brought us to the head of operations.',
          links: ['https://calendar.larkspur.example/spring-fair'],
        });
      },
    },
  ];
}
