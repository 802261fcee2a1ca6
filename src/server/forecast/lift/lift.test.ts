import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { type TestOrganization, testApp, testClock } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { write } from '../../audit/write.ts';
import { endOfLocalDate } from '../../clock.ts';
import { projectOpportunities } from '../../import/project/project-opportunities.ts';

const database = await testDatabase();
const clock = testClock();
const server = await testApp(database, clock);
const zone = 'Europe/Amsterdam';
const today = '2026-07-15' as LocalDate;
const noon = (on: LocalDate): number => endOfLocalDate(on, zone) - 12 * 3_600_000;

type Told = {
  readonly created: LocalDate;
  readonly closesAfter: number | null;
  readonly won: boolean;
  readonly sourced: boolean;
  readonly claimed: boolean;
  /** A confirmed touch so many days after the creation. */
  readonly touchedAfter: number | null;
  /** Written down so many days after it happened. */
  readonly late: number;
  /** Its source spoke of it when it had closed, not before. */
  readonly toldAtClose: boolean;
};

/** 200 deals that close after 10 to 69 days; a tenth stays open. Every fifth is sourced, every third touched. */
const story = Array.from(
  { length: 200 },
  (_, index): Told => ({
    created: addDays(today, -100 - index),
    closesAfter: index % 10 === 9 ? null : 10 + ((index * 7) % 60),
    won: index % 4 === 0 || (index % 5 === 0 && index % 2 === 0),
    sourced: index % 5 === 0,
    claimed: index % 20 === 3,
    touchedAfter: index % 3 === 0 ? (index * 5) % 50 : null,
    late: index % 6 === 0 ? 30 : 0,
    toldAtClose: index % 8 === 0 && index % 10 !== 9,
  }),
);

async function tell(organization: TestOrganization, deals: readonly Told[]): Promise<void> {
  const { context } = organization;
  const org = context.organization.orgId;
  const id = (): string => context.ports.ids.next<Id<'any'>>(noon(today));
  await write(context, async (tx) => {
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
      const all = { org_id: org, ...row };
      const places = Object.keys(all).map((_, place) => `$${place + 1}`);
      return tx.query(
        `insert into tandem.${table} (${Object.keys(all).join(', ')}) values (${places.join(', ')})`,
        Object.values(all) as never,
      );
    };
    const at = (on: LocalDate): string => new Date(noon(on)).toISOString();
    const [source, partner, person] = [id(), id(), id()];
    await insert('source', { source_id: source, name: 'a CRM', created_at: at(today) });
    const stages = [
      { name: 'Qualified', stage_order: 2, outcome: 'open', is_entry: true },
      { name: 'Won', stage_order: 3, outcome: 'won' },
      { name: 'Lost', stage_order: 4, outcome: 'lost' },
    ];
    for (const stage of stages) await insert('stage_rule', { source_id: source, ...stage });
    const named = { name: 'Umbra', name_key: 'umbra', sort_key: 'umbra' };
    await insert('partner', { partner_id: partner, number: 1, ...named });
    await insert('partner_person', {
      partner_person_id: person,
      partner_id: partner,
      name: 'Ines',
      created_at: at(today),
    });
    for (const [index, deal] of deals.entries()) {
      const opportunity = id();
      await insert('opportunity', {
        opportunity_id: opportunity,
        number: index + 1,
        source_id: source,
        record_id: String(index),
        name: `Deal ${index}`,
        sort_key: `deal ${index}`,
        outcome: 'unknown',
        last_known_at: at(deal.created),
      });
      const fact = (on: LocalDate, said: Record<string, unknown>) =>
        insert('opportunity_fact', {
          opportunity_id: opportunity,
          fact_id: id(),
          known_at: at(on),
          known_assumed: false,
          recorded_at: at(on),
          name: `Deal ${index}`,
          currency: 'EUR',
          created_on: deal.created,
          product: index % 2 === 0 ? 'Plus' : 'Basic',
          ...said,
        });
      if (!deal.toldAtClose)
        await fact(deal.created, { stage: 'Qualified', amount_minor: 1_000_00 + index * 10_00 });
      if (deal.closesAfter !== null) {
        const closed = addDays(deal.created, deal.closesAfter);
        const stage = deal.won ? 'Won' : 'Lost';
        await fact(closed, { stage, amount_minor: 9_000_00, closed_on: closed });
      }
      if (deal.sourced) {
        await insert('credit', {
          opportunity_id: opportunity,
          credit_id: id(),
          class: 'sourced',
          partner_id: partner,
          policy_version: 1,
          reasons: '[]',
          evidence: '[]',
          cause: 'a test',
          decided_at: at(deal.created),
        });
      }
      await tx.query(
        'update tandem.opportunity set credit_class = $3, credit_partner_id = $4 where org_id = $1 and opportunity_id = $2',
        [org, opportunity, deal.sourced ? 'sourced' : 'none', deal.sourced ? partner : null],
      );
      if (deal.claimed) {
        await insert('opportunity_partner', {
          opportunity_id: opportunity,
          claim_id: id(),
          slot: 'partner',
          partner_id: partner,
          role: 'originator',
          known_at: at(deal.created),
          recorded_at: at(deal.created),
        });
      }
      if (deal.touchedAfter !== null) {
        const on = addDays(deal.created, deal.touchedAfter);
        const [touch, recorded] = [id(), addDays(on, deal.late)];
        await insert('touch', {
          touch_id: touch,
          opportunity_id: opportunity,
          partner_id: partner,
          partner_person_id: person,
          internal_owner: 'Ada',
          role: 'joint_seller',
          action: 'joint_meeting',
          evidence: '["https://example.org/a"]',
          occurred_at: at(on),
          occurred_on: on,
          recorded_at: at(recorded),
          recorded_on: recorded,
          recorded_by: 'a test',
        });
        await insert('touch_confirmation', {
          touch_id: touch,
          confirmed_by: 'a test',
          confirmed_at: at(recorded),
        });
      }
    }
    await projectOpportunities(tx, context.organization, { of: 'all' });
    tx.record({ action: 'import.commit', movesFigures: true });
  });
}

type Ready = {
  state: string;
  matured: number;
  maturity: { days: number; landmark: number };
  leftOut: { otherProof: number };
  comparisons: {
    exposure: string;
    win: { step: string; partnerDeals: number; directDeals: number; partner: { won: number } | null };
    size: { partnerMinor: number | null };
    told: { win: string };
    matchedOn: string[];
    balance: { trait: string; level: string }[];
  }[];
};

clock.set(noon(addDays(today, -400)));
const ours = await server.organization({ timeZone: zone });
const empty = await server.organization({ timeZone: zone });
clock.set(noon(today));
await tell(ours, story);
const cro = await ours.person(['cro']);

async function liftOf(query: Record<string, string> = {}): Promise<Ready> {
  for (;;) {
    const answer = await cro.call('GET', `/o/${ours.slug}/lift`, { query });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const body = answer.body as Ready;
    if (body.state === 'ready') return body;
  }
}

const at = (found: Ready, exposure: string) => {
  const one = found.comparisons.find((each) => each.exposure === exposure);
  if (!one) throw new Error(`nothing is said of ${exposure}`);
  return one;
};

describe('the lift over HTTP', () => {
  it('counts each side as its credit says, of all deals that are old enough', async () => {
    const found = await liftOf();
    const { days } = found.maturity;
    const cycles = story.flatMap((deal) => deal.closesAfter ?? []).sort((a, b) => a - b);
    expect(days).toBeGreaterThanOrEqual(cycles[Math.ceil(cycles.length * 0.9) - 1] ?? 0);
    const wins = story.flatMap((deal) => (deal.won ? (deal.closesAfter ?? []) : [])).sort((a, b) => a - b);
    expect(days).toBeGreaterThanOrEqual(wins[Math.ceil(wins.length * 0.9) - 1] ?? 0);
    const compared = story.filter((deal) => deal.sourced || !deal.claimed);
    const { win } = at(found, 'sourced');
    expect(win.partnerDeals).toBe(story.filter((deal) => deal.sourced).length);
    expect(win.directDeals).toBe(compared.length - win.partnerDeals);
    const won = story.filter((deal) => deal.sourced && deal.won && (deal.closesAfter ?? days + 1) <= days);
    expect(win.partner?.won).toBe(won.length);
    expect(win.step).toBe('indicative');
    expect(at(found, 'sourced').told.win).toMatch(
      /associated with \d\.\d\d times .*80 % interval.*40 partner deals/,
    );
    expect(found.leftOut.otherProof).toBe(story.length - compared.length);
  });

  it('counts help that had come, and was written down, by the landmark', async () => {
    const found = await liftOf();
    const { landmark } = found.maturity;
    const running = story.filter(
      (deal) => !deal.sourced && !deal.claimed && (deal.closesAfter ?? 1000) > landmark,
    );
    const helped = running.filter(
      (deal) => deal.touchedAfter !== null && deal.touchedAfter + deal.late <= landmark,
    );
    const { win } = at(found, 'influenced');
    expect(helped.length).toBeGreaterThan(5);
    expect([win.partnerDeals, win.directDeals]).toEqual([helped.length, running.length - helped.length]);
  });

  it('knows the amount and the stage that a deal began with, not those that it ended with', async () => {
    const { balance } = at(await liftOf(), 'sourced');
    const amounts = balance.filter(({ trait }) => trait === 'amountMinor').map(({ level }) => level);
    expect(amounts.sort()).toEqual([
      'largest quarter',
      'not known',
      'second quarter',
      'smallest quarter',
      'third quarter',
    ]);
    expect(balance.some(({ trait }) => trait === 'product')).toBe(true);
  });

  it('says of imports who sourced a deal, and nothing of help that has no date', async () => {
    const found = await liftOf({ scope: 'openingBalance' });
    expect(found.comparisons.map(({ exposure }) => exposure)).toEqual(['sourced']);
    expect(at(found, 'sourced').win.partnerDeals).toBe(
      story.filter((deal) => deal.claimed && !deal.sourced).length,
    );
  });

  it('knows nothing of a past day but what was known then', async () => {
    const early = addDays(today, -200);
    const found = await liftOf({ asOf: early });
    expect(found.matured).toBeLessThan(story.filter((deal) => deal.created <= early).length + 1);
    const future = await cro.call('GET', `/o/${ours.slug}/lift`, { query: { asOf: addDays(today, 1) } });
    expect(future.status).toBe(422);
  });

  it('gives the groups as a file that adds up to what is shown', async () => {
    const found = at(await liftOf(), 'sourced');
    const file = await cro.call('GET', `/o/${ours.slug}/lift/strata.csv`, { query: { exposure: 'sourced' } });
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = String(file.body).trim().split('\r\n');
    const column = found.matchedOn.length;
    const sum = lines
      .slice(1)
      .reduce((all, line) => all + Number(line.split('","')[column]?.replace(/"/g, '')), 0);
    expect(sum).toBe(found.win.partnerDeals);
  });

  it('names every deal of both sides in a file', async () => {
    const found = at(await liftOf(), 'sourced');
    const file = await cro.call('GET', `/o/${ours.slug}/lift/deals.csv`, { query: { exposure: 'sourced' } });
    const rows = String(file.body).trim().split('\r\n').slice(1);
    const partners = rows.filter((row) => row.includes('"partner"'));
    expect([partners.length, rows.length - partners.length]).toEqual([
      found.win.partnerDeals,
      found.win.directDeals,
    ]);
    expect(partners.filter((row) => row.includes('"yes"'))).toHaveLength(found.win.partner?.won ?? -1);
  });

  it('is not for everybody, and not of another organization', async () => {
    const stranger = await empty.person(['cro']);
    expect((await stranger.call('GET', `/o/${ours.slug}/lift`)).status).toBe(404);
    const nothing = (await stranger.call('GET', `/o/${empty.slug}/lift`)).body as Ready;
    expect(nothing).toMatchObject({ state: 'ready', deals: 0, maturity: null, comparisons: [] });
  });
});
