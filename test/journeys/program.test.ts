import { describe, expect, it } from 'vitest';
import { defaultDocument } from '#core/blueprint/document.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Seat } from '#core/program/seat.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { TEST_NOW, type TestPerson, testApp, testClock } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { testDatabase } from '#test/harness/database.ts';
import { directDeals, historyMapping, introducedDeal } from '#test/harness/founder-deals.ts';
import { importText } from '#test/harness/importing.ts';

const clock = testClock();
const server = await testApp(await testDatabase(), clock);
const today = '2026-07-15' as LocalDate;

type Page = {
  word: PageWord;
  state: string;
  seats: Seat[];
  draft: { body: unknown; revision: number } | null;
  inForce: { version: number; isDraft: boolean; inForceFrom: string } | null;
  proposed: { version: number; missing: Seat[] } | null;
};
type Gate = { key: string; state: string; conditions: { code: string; state: string; says: string }[] };
type Watch = {
  gates: Gate[];
  catchUp: { items: { gate: string; dueOn: string; isLate: boolean; missing: string[] }[] } | null;
};
type Problem = { detail: string; errors: { path: string; repair: string; line?: number }[] };

/** A founder at the API of an organization of their own, in whose name everything here is done. */
async function founding() {
  const organization = await server.organization({ currency: 'EUR' as CurrencyCode });
  const founder = await organization.person(['administrator', 'ceo']);
  const base = `/o/${organization.slug}`;
  const get = async <T>(path: string): Promise<T> => (await founder.call('GET', base + path)).body as T;
  const put = (path: string, body: object) => founder.call('PUT', base + path, { body });
  const post = (path: string, body: object = {}) => founder.call('POST', base + path, { body });
  const page = async (word: PageWord): Promise<Page> => {
    const found = (await get<{ pages: Page[] }>('/program')).pages.find((one) => one.word === word);
    if (!found) throw new Error(`no page ${word}`);
    return found;
  };
  /** Saves a body as the draft and asks for it to be proposed. */
  const propose = async (word: PageWord, body: unknown) => {
    const seen = (await page(word)).draft?.revision ?? 0;
    const saved = await put(`/program/pages/${word}/draft`, { body, confirmed: [], revision: seen });
    const { revision } = saved.body as { revision: number };
    return post(`/program/pages/${word}/proposals`, { revision });
  };
  const sign = (word: PageWord, version: number, seat: Seat) =>
    post(`/policies/${word}/${version}/signatures`, { seat });
  /** Signs the proposed version of a page for every seat that is missing. */
  const signAll = async (word: PageWord): Promise<void> => {
    const { proposed } = await page(word);
    for (const seat of proposed?.missing ?? []) {
      expect((await sign(word, proposed?.version ?? 0, seat)).status).toBe(201);
    }
  };
  const gates = async (): Promise<Map<string, Gate>> =>
    new Map((await get<Watch>('/program/watch')).gates.map((gate) => [gate.key, gate]));
  return { organization, founder, base, get, put, post, page, propose, sign, signAll, gates };
}

const idOf = ({ context: { actor } }: TestPerson): string =>
  actor.kind === 'member' ? actor.membershipId : '';

const untilRecruiting: readonly PageWord[] = [
  'thesis',
  'archetypes',
  'profile',
  'operating_model',
  'assumptions',
  'registration',
];

describe('a founder with an empty program', () => {
  const story = founding();
  const signedToday = { name: 'Bluepier Systems', archetype: 'si', signedOn: today };

  it('sets the kickoff, brings the direct deals, and may not recruit anybody yet', async () => {
    const { organization, put, post, get, gates } = await story;
    expect((await put('/program/clock', { kickoffOn: today, mode: 'new' })).status).toBe(200);
    const { deals, history } = directDeals(today);
    await importText(organization.context, deals);
    await importText(organization.context, history, historyMapping);
    const { facts } = await get<{ facts: { key: string; showsFriction: boolean }[] }>('/program/funnel');
    expect(facts.find(({ key }) => key === 'stage_days:3')).toMatchObject({ showsFriction: true });
    const states = [...(await gates()).values()].map(({ state }) => state);
    expect(states).toEqual(states.map(() => 'closed'));
    const refused = await post('/partners', signedToday);
    expect(refused.status).toBe(409);
    expect((refused.body as Problem).detail).toMatch(/^Recruiting waits for gate G4: .+\. Still missing: /);
  });

  it('takes the three seats that sign, each as the CEO', async () => {
    const { founder, post, get, gates } = await story;
    const seats = [
      ['cro', null],
      ['cfo', 'ceo'],
      ['head_of_partnerships', 'ceo'],
    ] as const;
    for (const [seat, interim] of seats) {
      const held = await post(`/program/seats/${seat}/holders`, { membershipId: idOf(founder), interim });
      expect(held.status).toBe(201);
    }
    const { me } = await get<{ me: { signsFor: Seat[] } }>('/program');
    expect(me.signsFor).toEqual(seats.map(([seat]) => seat));
    const g0 = (await gates()).get('g0');
    expect(g0?.conditions.filter(({ state }) => state === 'unmet').map(({ code }) => code)).toEqual([
      'pipeline.known',
    ]);
  });

  it('is argued with about a thesis of slogans', async () => {
    const { propose, page } = await story;
    const slogans = {
      ...workedExample.thesis,
      buyer: { ...workedExample.thesis.buyer, why: 'Customers trust partners.' },
      friction: { fact: '', why: 'Partners accelerate our sales.' },
      gain: { ...workedExample.thesis.gain, impact: 'We get access to our market.' },
    };
    const refused = await propose('thesis', slogans);
    expect(refused.status).toBe(422);
    const { errors } = refused.body as Problem;
    expect(errors.map(({ path }) => path)).toEqual([
      'buyer.why',
      'friction.fact',
      'friction.why',
      'gain.impact',
    ]);
    for (const { repair } of errors) expect(repair).toMatch(/^.{30,}\.$/);
    expect((await page('thesis')).proposed).toBeNull();
  });

  it('writes, proposes and signs page after page, and the gates open one after another', async () => {
    const { page, propose, signAll, gates } = await story;
    for (const word of untilRecruiting) {
      expect((await propose(word, workedExample[word])).status).toBe(201);
      expect(await page(word)).toMatchObject({ state: 'proposed', inForce: { isDraft: true } });
      await signAll(word);
      expect(await page(word)).toMatchObject({ state: 'in_force', inForce: { version: 1, isDraft: false } });
    }
    const now = await gates();
    expect(['g0', 'g1', 'g2', 'g3'].map((key) => now.get(key)?.state)).toEqual([
      'open',
      'open',
      'open',
      'open',
    ]);
    const missing = now.get('g4')?.conditions.filter(({ state }) => state !== 'met');
    expect(missing?.map(({ code }) => code)).toEqual([
      'attribution.signed',
      'registration.entry',
      'test_deal.passed',
    ]);
  });

  it('names who answers registrations, chooses what the attribution page pays, and signs it', async () => {
    const { organization, founder, page, post, sign, signAll } = await story;
    const holder = { membershipId: idOf(founder), interim: 'ceo' };
    expect((await post('/program/seats/partner_ops/holders', holder)).status).toBe(201);
    expect(await page('attribution')).toMatchObject({ state: 'proposed', inForce: { isDraft: true } });
    // What stood there from the start leaves open what joint selling and influence pay: it is signed by nobody.
    const refused = await sign('attribution', 1, 'cro');
    expect(refused.status).toBe(422);
    expect((refused.body as Problem).errors.map(({ path }) => path)).toEqual([
      'incentives.coSold',
      'incentives.influenced',
    ]);
    expect(await proposeAttribution(founder, organization.slug)).toBe(2);
    await signAll('attribution');
    expect(await page('attribution')).toMatchObject({ inForce: { version: 2, isDraft: false } });
  });

  it('follows a test deal from its introduction to its credit, and recruits', async () => {
    const { organization, post, gates, get } = await story;
    const made = await post('/partners', { name: 'Northgate Integration', archetype: 'si' });
    const { partnerId } = made.body as { partnerId: string };
    const person = await post(`/partners/${partnerId}/people`, { name: 'Rachel Stone' });
    const { accountId } = (await findDeal(organization.context, 'D1')) ?? {};
    const introduced = await post('/introductions', {
      partnerId,
      partnerPersonId: (person.body as { partnerPersonId: string }).partnerPersonId,
      accountId,
      occurredAt: TEST_NOW - 86_400_000,
      evidence: ['https://example.org/mail'],
    });
    expect(introduced.status).toBe(201);
    await importText(organization.context, introducedDeal(today));
    expect(await get('/opportunities/T1/credit')).toMatchObject({ credit: 'sourced', isDraft: false });
    const now = await gates();
    expect(now.get('g4')).toMatchObject({ state: 'open' });
    expect(now.get('g5')).toMatchObject({ state: 'closed' });
    const unmeasured = now.get('g5')?.conditions.filter(({ state }) => state === 'not_measured');
    expect(unmeasured?.map(({ code }) => code)).toEqual(['certification.ready', 'cosell.template']);
    expect((await post('/partners', signedToday)).status).toBe(201);
  });

  it('shows what nobody has signed as a draft, wherever it stands', async () => {
    const { base, founder, get, page } = await story;
    expect(await page('tiers')).toMatchObject({ state: 'not_begun', inForce: null });
    expect(await get('/scoreboard')).toMatchObject({ definitions: { state: 'draft' } });
    const { as } = await get<{ as: Record<string, string> }>('/program/text');
    expect(as).toMatchObject({ thesis: 'in_force', tiers: 'defaults', scoreboard: 'proposed' });
    const { body } = await founder.call('GET', `${base}/program/print`, {
      query: { page: 'tiers' },
    });
    expect(String(body).slice(0, 5)).toBe('%PDF-');
  });

  it('has every signature in the trail, with the proof that was given', async () => {
    const { get } = await story;
    const { items } = await get<{ items: { action: string; entityId: string; after: object }[] }>(
      '/audit?limit=200',
    );
    const signed = items.filter(({ action }) => action === 'policy.sign');
    expect(new Set(signed.map(({ entityId }) => entityId))).toEqual(
      new Set([...untilRecruiting.map((word) => `${word} 1`), 'attribution 2']),
    );
    for (const { after } of signed) expect(after).toMatchObject({ proof: expect.any(String) });
    expect(await get('/audit/checkpoint')).toMatchObject({ verified: true });
  });

  it('takes the program out as text and brings it in elsewhere without a loss', async () => {
    const { get } = await story;
    const { text } = await get<{ text: string }>('/program/text');
    const other = await founding();
    const bad = text.replace(/lockDays: .*/, 'lockDays: two weeks');
    const refused = await other.post('/program/text', { text: bad });
    expect(refused.status).toBe(422);
    const [fault] = (refused.body as Problem).errors;
    expect(fault).toMatchObject({ path: 'attribution.settings.lockDays' });
    expect(bad.split('\n')[(fault?.line ?? 0) - 1]).toContain('two weeks');
    expect((await other.page('thesis')).draft).toBeNull();
    expect((await other.post('/program/text', { text })).status).toBe(201);
    expect((await other.page('thesis')).draft?.body).toEqual(workedExample.thesis);
    expect((await other.get<{ text: string }>('/program/text')).text).toBe(text);
  });

  it('changes the attribution page for the next quarter; until it is signed the first one holds', async () => {
    const { page, propose, sign, signAll, get } = await story;
    const body = defaultDocument().attribution;
    const longer = {
      ...body,
      settings: { ...body.settings, lockDays: body.settings.lockDays + 5 },
      // What joint selling and influence pay is for the program to choose.
      incentives: { ...body.incentives, coSold: 0, influenced: 50_000 },
    };
    expect((await propose('attribution', longer)).body).toEqual({ version: 3, inForceFrom: '2026-10-01' });
    expect((await sign('attribution', 3, 'cro')).status).toBe(201);
    const held = async () => (await page('attribution')).inForce;
    expect(await held()).toMatchObject({ version: 2, isDraft: false });
    clock.set(Date.UTC(2026, 9, 2, 12));
    expect(await held()).toMatchObject({ version: 2, isDraft: false });
    clock.set(Date.UTC(2026, 8, 20, 12));
    await signAll('attribution');
    expect(await page('attribution')).toMatchObject({ inForce: { version: 2 }, proposed: null });
    clock.set(Date.UTC(2026, 9, 2, 12));
    expect(await held()).toMatchObject({ version: 3, isDraft: false });
    expect(await get('/opportunities/T1/credit')).toMatchObject({ policyVersion: 2, credit: 'sourced' });
    clock.set(TEST_NOW);
  });
});

describe('a founder whose program already runs', () => {
  const partners = {
    kind: 'partners',
    source: 'Test CRM',
    dateOrder: 'ymd',
    columns: { partnerId: 'Id', name: 'Name', signedOn: 'Signed', openingStage: 'Stage' },
  };

  it('brings the partners in as they are, sees them sorted, and gets a dated plan to catch up', async () => {
    const { organization, put, get, post } = await founding();
    await put('/program/clock', { kickoffOn: addDays(today, -7), mode: 'running' });
    await importText(
      organization.context,
      `Id,Name,Signed,Stage
P1,Alpha,2024-01-01,Producing
P2,Beta,2026-06-20,Onboard
P3,Gamma,2024-01-01,Manage
`,
      partners,
    );
    await importText(organization.context, directDeals(today).deals);
    const { partners: rows, counts } = await get<{
      partners: { name: string; sort: string; proposal: string; path: { on: string }[]; evidence: string }[];
      counts: Record<string, number>;
    }>('/program/running');
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(3);
    for (const { evidence } of rows) expect(evidence).not.toBe('');
    expect(rows.find(({ name }) => name === 'Gamma')).toMatchObject({ sort: 'dormant' });
    const { catchUp } = await get<Watch>('/program/watch');
    expect(catchUp?.items.map(({ gate }) => gate)).toContain('g1');
    for (const { dueOn, isLate, missing } of catchUp?.items ?? []) {
      expect(isLate).toBe(dueOn < today);
      expect(missing.length).toBeGreaterThan(0);
    }
    expect((await post('/partners', { name: 'Delta', signedOn: '2025-05-01' })).status).toBe(201);
    expect((await post('/partners', { name: 'Epsilon', signedOn: today })).status).toBe(409);
  });
});
