import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import type { AmountFigure, FigureRow, FigureRows, Scoreboard } from '#core/scoreboard/payload.ts';
import { type TestOrganization, testApp, testClock } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import type { Context } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { endOfLocalDate } from '../clock.ts';
import { projectOpportunities } from '../import/project/project-opportunities.ts';
import { figureRows } from './figure-rows.ts';
import { scoreboard } from './scoreboard.ts';

const database = await testDatabase();
const clock = testClock();
const server = await testApp(database, clock);
const zone = 'Europe/Amsterdam';
const today = '2026-07-15' as LocalDate;
const noon = (on: LocalDate): number => endOfLocalDate(on, zone) - 12 * 3_600_000;

/** Numbers that are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Said = { known: LocalDate; amount: number | null; expected: LocalDate | null; stage: string | null };
type Told = {
  number: number;
  currency: string;
  created: LocalDate;
  facts: Said[];
  changes: { on: LocalDate; stage: string; amount: number | null }[];
  claims: { known: LocalDate; partner: number | null; role: string }[];
  credits: { on: LocalDate; class: string }[];
  disputed: LocalDate | null;
};

const path = ['Qualified', 'Proposal', 'Contract'];

/** Two years of deals: histories, late snapshots, claims that come and go, credit that changes. */
function story(): Told[] {
  const roll = dice(7);
  return Array.from({ length: 150 }, (_, index): Told => {
    const created = addDays(today, -roll(roll(3) === 0 ? 45 : 700));
    const amount = roll(12) === 0 ? null : 1_000_00 + roll(900) * 100_00;
    const hasHistory = roll(3) > 0;
    const changes: Told['changes'] = [];
    let on = addDays(created, roll(20));
    for (const stage of path.slice(0, roll(4))) {
      if (hasHistory) changes.push({ on, stage, amount: roll(2) === 0 ? amount : null });
      on = addDays(on, 5 + roll(40));
    }
    const end = ['Won', 'Lost', null, null][roll(4)] ?? null;
    if (end !== null && hasHistory) changes.push({ on, stage: end, amount: null });
    const first: Said = {
      known: created,
      amount,
      expected: roll(5) === 0 ? null : addDays(created, 60 + roll(250)),
      stage: hasHistory ? null : (end ?? path[roll(3)] ?? null),
    };
    const later = Array.from({ length: roll(3) }, (): Said => {
      const days = roll(90);
      return {
        known: addDays(today, -days),
        amount: amount === null ? null : amount + roll(100) * 10_00,
        expected: addDays(today, roll(200) - 40),
        stage: null,
      };
    });
    const role = ['originator', 'originator', 'joint_seller', 'validator', ''][roll(5)] ?? '';
    const claims: Told['claims'] = roll(2) === 0 ? [] : [{ known: created, partner: roll(3), role }];
    if (claims.length > 0 && roll(6) === 0) {
      claims.push({ known: addDays(today, -roll(60)), partner: null, role: '' });
    }
    const credits = Array.from({ length: roll(3) === 0 ? 1 + roll(2) : 0 }, (_, turn) => ({
      on: addDays(created, 3 + turn * (10 + roll(300))),
      class: ['sourced', 'sourced', 'co_sold', 'influenced', 'none'][roll(5)] ?? 'none',
    })).filter((credit) => credit.on <= today);
    return {
      number: index + 1,
      currency: roll(4) === 0 ? 'USD' : 'EUR',
      created,
      facts: [first, ...later.filter(({ known }) => known > created)],
      changes: changes.filter((change) => change.on <= today),
      claims,
      credits,
      disputed: credits.length > 0 && roll(3) === 0 ? addDays(today, -roll(30)) : null,
    };
  });
}

let disputes = 0;

/** Writes the part of the story that was known by the end of a day, as an import and its decisions would. */
async function tell(organization: TestOrganization, deals: readonly Told[], until: LocalDate): Promise<void> {
  const { context } = organization;
  const org = context.organization.orgId;
  const id = (): string => context.ports.ids.next<Id<'any'>>(noon(until));
  await write(context, async (tx) => {
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
      const columns = Object.keys({ org_id: org, ...row });
      const places = columns.map((_, place) => `$${place + 1}`);
      return tx.query(
        `insert into tandem.${table} (${columns.join(', ')}) values (${places.join(', ')})`,
        Object.values({ org_id: org, ...row }) as never,
      );
    };
    const at = (on: LocalDate): string => new Date(noon(on)).toISOString();
    const source = id();
    await insert('source', { source_id: source, name: 'a CRM', created_at: at(until) });
    const rules = [...path, 'Won', 'Lost'].map((name, order) => ({ name, order }));
    for (const { name, order } of rules) {
      const outcome = { Won: 'won', Lost: 'lost' }[name] ?? 'open';
      const entry = name === 'Qualified';
      await insert('stage_rule', {
        source_id: source,
        name,
        stage_order: order + 2,
        outcome,
        is_entry: entry,
      });
    }
    const partners = [id(), id(), id()];
    for (const [index, partner] of partners.entries()) {
      await insert('partner', {
        partner_id: partner,
        number: index + 1,
        name: `Partner ${index}`,
        name_key: `partner ${index}`,
        sort_key: `partner ${index}`,
        archetype: index === 0 ? 'si' : 'reseller',
        signed_on: addDays('2025-03-01' as LocalDate, index * 40),
      });
    }
    for (const [on, rate] of [
      ['2020-01-01', '0.9'],
      ['2026-05-20', '0.85'],
      [addDays(today, -3), '0.8123'],
    ]) {
      await insert('exchange_rate', { currency: 'USD', effective_on: on, rate, recorded_at: at(until) });
    }
    const undone = id();
    await insert('import', {
      import_id: undone,
      number: 1,
      source_id: source,
      kind: 'opportunities',
      file_name: 'wrong.csv',
      file_sha256: '',
      mapping: '{}',
      first_of_source: true,
      counts: '{}',
      committed_at: at('2024-01-01' as LocalDate),
      committed_by: 'a test',
      withdrawn_at: at('2024-01-02' as LocalDate),
      withdrawn_by: 'a test',
    });
    for (const deal of deals) {
      if (deal.created > until) continue;
      const opportunity = id();
      await insert('opportunity', {
        opportunity_id: opportunity,
        number: deal.number,
        source_id: source,
        record_id: String(deal.number),
        name: `Deal ${deal.number}`,
        sort_key: `deal ${deal.number}`,
        outcome: 'unknown',
        last_known_at: at(until),
      });
      for (const fact of deal.facts.filter(({ known }) => known <= until)) {
        await insert('opportunity_fact', {
          opportunity_id: opportunity,
          fact_id: id(),
          known_at: at(fact.known),
          known_assumed: false,
          recorded_at: at(fact.known),
          name: `Deal ${deal.number}`,
          stage: fact.stage,
          amount_minor: fact.amount,
          currency: deal.currency,
          created_on: deal.number % 9 === 0 ? null : deal.created,
          expected_close_on: fact.expected,
        });
      }
      if (deal.number % 7 === 0) {
        await insert('opportunity_fact', {
          opportunity_id: opportunity,
          fact_id: id(),
          import_id: undone,
          known_at: at(deal.created),
          known_assumed: true,
          recorded_at: at(deal.created),
          stage: 'Won',
          amount_minor: 999_999_999_99,
          currency: 'EUR',
        });
      }
      for (const [sequence, change] of deal.changes.entries()) {
        if (change.on > until) continue;
        await insert('stage_change', {
          opportunity_id: opportunity,
          stage_change_id: id(),
          stage: change.stage,
          changed_at: at(change.on),
          changed_on: change.on,
          known_at: at(change.on),
          recorded_at: at(change.on),
          amount_minor: change.amount,
          currency: deal.currency,
          event_key: String(sequence),
          sequence,
        });
      }
      for (const claim of deal.claims.filter(({ known }) => known <= until)) {
        await insert('opportunity_partner', {
          opportunity_id: opportunity,
          claim_id: id(),
          slot: 'partner',
          partner_id: claim.partner === null ? null : partners[claim.partner],
          role: claim.role === '' ? null : claim.role,
          known_at: at(claim.known),
          recorded_at: at(claim.known),
        });
      }
      let standing = { class: 'none', partner: null as string | null };
      for (const credit of deal.credits.filter(({ on }) => on <= until)) {
        standing = { class: credit.class, partner: credit.class === 'none' ? null : (partners[0] ?? null) };
        await insert('credit', {
          opportunity_id: opportunity,
          credit_id: id(),
          class: standing.class,
          partner_id: standing.partner,
          policy_version: 1,
          reasons: '[]',
          evidence: '[]',
          cause: 'a test',
          decided_at: at(credit.on),
        });
      }
      await tx.query(
        'update tandem.opportunity set credit_class = $3, credit_partner_id = $4 where org_id = $1 and opportunity_id = $2',
        [org, opportunity, standing.class, standing.partner],
      );
      if (deal.disputed !== null && deal.disputed <= until) {
        disputes += 1;
        await insert('dispute', {
          dispute_id: id(),
          number: disputes,
          opportunity_id: opportunity,
          claim: 'ours',
          opened_by: 'a test',
          opened_at: at(deal.disputed),
        });
      }
    }
    await projectOpportunities(tx, context.organization, { of: 'all' });
    tx.record({ action: 'import.commit', movesFigures: true });
  });
}

/** Every object in the payload that names a figure and says a sum. */
function figuresIn(value: unknown): AmountFigure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (value === null || typeof value !== 'object') return [];
  const own = 'figure' in value && 'dealsWithoutAmount' in value ? [value as AmountFigure] : [];
  return [...own, ...Object.values(value).flatMap(figuresIn)];
}

const at = (context: Context, on: LocalDate): Context => ({ ...context, now: noon(on) });
const deals = story();
clock.set(noon(addDays(today, -800)));
const ours = await server.organization({ timeZone: zone });
clock.set(noon(today));
await tell(ours, deals, today);
const cro = await ours.person(['cro']);

async function rowsOverHttp(figure: string, asOf: string, limit: number) {
  const items: FigureRow[] = [];
  let page: FigureRows;
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = {
      figure,
      asOf,
      limit: String(limit),
      ...(cursor ? { cursor } : {}),
    };
    const answer = await cro.call('GET', `/o/${ours.slug}/scoreboard/rows`, { query });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    page = answer.body as FigureRows;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { page, items };
}

describe('the scoreboard over HTTP', () => {
  it('opens every figure on the page to rows that sum to it', async () => {
    const answer = await cro.call('GET', `/o/${ours.slug}/scoreboard`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const board = answer.body as Scoreboard;
    expect(board.sourcedPipelineThisQuarter.deals).toBeGreaterThan(0);
    expect(board.openingBalance.waterfall.bars.length).toBeGreaterThan(10);
    const figures = figuresIn(board);
    expect(figures.length).toBeGreaterThan(100);
    // What an undone import brought is nowhere.
    expect(Math.max(...figures.map(({ amountMinor }) => amountMinor ?? 0))).toBeLessThan(999_999_999_99);
    for (const figure of figures) {
      const { page, items } = await rowsOverHttp(figure.figure, board.asOf, 40);
      expect(page.total, figure.figure).toBe(figure.amountMinor ?? (figure.deals > 0 ? null : 0));
      expect(items.reduce((sum, row) => sum + (row.contribution ?? 0), 0)).toBe(figure.amountMinor ?? 0);
      expect(new Set(items.map((row) => row.opportunityId)).size).toBe(figure.deals);
    }
    for (const gap of board.completeness) {
      expect((await rowsOverHttp(gap.figure, board.asOf, 200)).items).toHaveLength(gap.deals);
    }
    const { partner, direct } = board.comparison.winRate;
    for (const group of [partner, direct]) {
      const { items } = await rowsOverHttp(group.figure, board.asOf, 7);
      expect(items).toHaveLength(group.n);
      if (group.state === 'measured') {
        expect(items.filter(({ contribution }) => contribution === 1)).toHaveLength(group.won);
      }
    }
  });

  it('opens every week of a sparkline, as of its day', async () => {
    const { body } = await cro.call('GET', `/o/${ours.slug}/scoreboard`);
    for (const scope of [body as Scoreboard, (body as Scoreboard).openingBalance]) {
      for (const week of scope.sourcedPipelineThisQuarter.weeks) {
        const { page } = await rowsOverHttp(scope.sourcedPipelineThisQuarter.figure, week.on, 200);
        expect([page.total, page.rows], week.on).toEqual([week.amountMinor, week.deals]);
      }
    }
  });

  it('refuses a figure, a day and a cursor that do not exist, and says what to send', async () => {
    const rows = `/o/${ours.slug}/scoreboard/rows`;
    for (const query of [
      { figure: 'proven.everything' },
      { figure: 'proven.forecastBasis', asOf: '2026-02-30' },
      { figure: 'proven.forecastBasis', asOf: '2031-01-01' },
      { figure: 'proven.forecastBasis', cursor: 'page-two' },
    ]) {
      expect(await cro.call('GET', rows, { query })).toMatchObject({ status: 422 });
    }
  });

  it('is for the desk of its own organization', async () => {
    const stranger = await (await server.organization()).person(['cro']);
    expect(await stranger.call('GET', `/o/${ours.slug}/scoreboard`)).toMatchObject({ status: 404 });
    expect(await server.call('GET', `/o/${ours.slug}/scoreboard`)).toMatchObject({ status: 401 });
  });
});

describe('the scoreboard of a past day', () => {
  it.each(['2026-07-12', '2026-06-30', '2026-03-02', '2025-08-20'] as LocalDate[])(
    'on %s is the one that was seen then',
    async (day) => {
      clock.set(noon(addDays(today, -800)));
      const then = await server.organization({ timeZone: zone, name: ours.context.organization.name });
      clock.set(noon(today));
      await tell(then, deals, day);
      const seen = await scoreboard(at(then.context, day));
      const replayed = await scoreboard(at(ours.context, today), { asOf: day });
      expect(seen.isToday).toBe(true);
      // Only the sentence says that this is the past, and openings are read from each organization's own log.
      const comparable = { isToday: true, openings: [], answer: seen.answer };
      expect({ ...replayed, ...comparable }).toEqual({ ...seen, ...comparable });
      expect(replayed.answer.text).toBe(`As known on ${day}: ${seen.answer.text}`);
      expect(figuresIn(seen).some(({ deals }) => deals > 0)).toBe(true);
    },
  );
});

describe('a kept scoreboard', () => {
  it('is handed out again until a fact moves a figure', async () => {
    const first = await scoreboard(at(ours.context, today));
    expect((await scoreboard(at(ours.context, today))).columns).toBe(first.columns);
    await write(ours.context, async (tx) => tx.record({ action: 'note.write', movesFigures: false }));
    expect((await scoreboard(at(ours.context, today))).columns).toBe(first.columns);
    await write(ours.context, async (tx) => tx.record({ action: 'deal.change', movesFigures: true }));
    const after = await scoreboard(at(ours.context, today));
    expect(after.columns).not.toBe(first.columns);
    expect(after.columns).toEqual(first.columns);
  });

  it('is another one on the next day', async () => {
    const tomorrow = await scoreboard(at(ours.context, addDays(today, 1)));
    expect(tomorrow.asOf).toBe('2026-07-16');
  });

  it('keeps rows apart by day and figure', async () => {
    const [now, before] = await Promise.all(
      [today, '2026-03-02'].map((asOf) =>
        figureRows(at(ours.context, today), { figure: 'company.open.all', asOf }),
      ),
    );
    expect(now?.asOf).toBe(today);
    expect(now?.rows).not.toBe(before?.rows);
  });
});

describe('an opening by the CRO', () => {
  it('is logged once a day, ends an alert, and moves no figure', async () => {
    const state = async (context: Context) =>
      (await scoreboard(context)).openings.find(({ seat }) => seat === 'cro');
    const theirs = await server.organization({ timeZone: zone });
    const person = await theirs.person(['cro', 'head_of_partnerships']);
    const open = () => person.call('POST', `/o/${theirs.slug}/scoreboard/openings`);
    expect(await open()).toMatchObject({ status: 200, body: { logged: true } });
    expect(await open()).toMatchObject({ status: 200, body: { logged: true } });
    const now = await state(at(theirs.context, today));
    expect(now).toMatchObject({ state: 'opened', lastOpenedOn: today });
    expect(now?.weeks.at(-1)).toEqual({ monday: '2026-07-13', openings: 1 });

    expect(await state(at(theirs.context, '2026-07-30' as LocalDate))).toMatchObject({
      state: 'opened',
      missedWeeks: 1,
    });
    const late = '2026-08-05' as LocalDate;
    expect(await state(at(theirs.context, late))).toMatchObject({ state: 'alert', missedWeeks: 2 });
    clock.set(noon(late));
    await open();
    expect(await state(at(theirs.context, late))).toMatchObject({ state: 'opened', missedWeeks: 0 });
    clock.set(noon(today));
  });

  it('is not logged for others', async () => {
    const manager = await ours.person(['partner_manager']);
    const answer = await manager.call('POST', `/o/${ours.slug}/scoreboard/openings`);
    expect(answer).toMatchObject({ status: 200, body: { logged: false } });
    expect(
      (await scoreboard(at(ours.context, today))).openings.map(({ seat, state }) => [seat, state]),
    ).toEqual([
      ['cro', 'new'],
      ['ceo', 'vacant'],
    ]);
  });
});
