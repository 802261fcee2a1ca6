import { addDays, type LocalDate, weekday } from '#core/calendar.ts';
import type { Chance } from '../random.ts';
import { accounts, type CastPartner, legacyPartners, products, sellers } from './cast.ts';

/** The company's pipeline. Reaching Discovery makes a deal pipeline. */
export const stages = [
  { name: 'New', order: 0 },
  { name: 'Accepted', order: 1 },
  { name: 'Discovery', order: 2, entry: true },
  { name: 'Validation', order: 3 },
  { name: 'Proposal', order: 4 },
  { name: 'Contract', order: 5 },
] as const;

export type DealEvent = { readonly stage: string; readonly on: LocalDate; readonly amount: number };

export type Deal = {
  readonly id: string;
  readonly name: string;
  readonly account: (typeof accounts)[number];
  readonly product: string;
  readonly owner: string;
  readonly leadSource: string;
  readonly createdOn: LocalDate;
  readonly events: readonly DealEvent[];
  readonly outcome: 'open' | 'won' | 'lost';
  /** Where the CRM expects it to close: a date that sellers move. */
  readonly expectedCloseOn: LocalDate;
  readonly legacyPartner: string | null;
  readonly partner: CastPartner | null;
};

type Motion = { readonly advance: readonly number[]; readonly days: readonly number[] };

/** Chance to move on from each stage, and days in it. What partners bring is better qualified and moves faster. */
const direct: Motion = { advance: [0.8, 0.75, 0.7, 0.65, 0.65, 0.8], days: [3, 10, 20, 26, 22, 14] };
const withPartner: Motion = { advance: [0.97, 0.94, 0.8, 0.76, 0.74, 0.86], days: [2, 6, 17, 22, 18, 12] };

/** A day on which people work: weekends move to Monday. */
export function workday(date: LocalDate): LocalDate {
  const day = weekday(date);
  return day > 5 ? addDays(date, 8 - day) : date;
}

/** Plays one deal from its first day to its end, or to the last day of the story. */
export function playDeal(
  random: Chance,
  wanted: {
    number: number;
    createdOn: LocalDate;
    endOn: LocalDate;
    partner: CastPartner | null;
    mustWinOn?: LocalDate;
  },
): Deal {
  const { partner, createdOn, endOn, mustWinOn } = wanted;
  const account = random.pick(accounts);
  const product = random.pick(products);
  const motion = partner ? withPartner : direct;
  const events: DealEvent[] = [];
  let amount = Math.round(random.logNormal(partner ? 38_000 : 31_000, 0.65) / 500) * 500;
  let on = createdOn;
  let outcome: Deal['outcome'] = 'open';
  for (const [index, stage] of stages.entries()) {
    if (on > endOn) break;
    events.push({ stage: stage.name, on, amount });
    on = workday(addDays(on, mustWinOn ? 11 : random.days(motion.days[index] ?? 20)));
    if (on > endOn) break;
    if (!mustWinOn && !random.happens(motion.advance[index] ?? 0)) {
      outcome = 'lost';
      events.push({ stage: 'Closed Lost', on, amount });
      break;
    }
    if (index > 1 && random.happens(0.25))
      amount = Math.round((amount * random.between(80, 125)) / 100 / 500) * 500;
    if (index === stages.length - 1) {
      outcome = 'won';
      events.push({ stage: 'Closed Won', on: mustWinOn ?? on, amount });
    }
  }
  const last = events.at(-1)?.on ?? createdOn;
  const hoped = addDays(createdOn, random.between(60, 150));
  return {
    id: `006${String(wanted.number).padStart(6, '0')}`,
    name: `${account.name} – ${product}`,
    account,
    product,
    owner: random.pick(sellers),
    leadSource: partner ? 'Partner' : random.pick(['Outbound', 'Inbound', 'Event', 'Website']),
    createdOn,
    events,
    outcome,
    expectedCloseOn:
      outcome === 'open' ? (hoped > endOn ? hoped : workday(addDays(endOn, random.between(3, 70)))) : last,
    legacyPartner: null,
    partner,
  };
}

/** The same deal with a partner that the CRM named before there was a program. */
export function withLegacyPartner(random: Chance, deal: Deal): Deal {
  return { ...deal, legacyPartner: random.pick(legacyPartners) };
}
