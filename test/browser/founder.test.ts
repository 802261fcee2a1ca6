import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { launchBrowser } from '#test/harness/browser.ts';
import { directDeals, historyMapping, introducedDeal } from '#test/harness/founder-deals.ts';
import { dealMapping } from '#test/harness/importing.ts';
import { startProduct } from '#test/harness/product.ts';
import { paths } from '#web/paths.ts';
import { keyboardOf } from './keyboard.ts';
import { faultsOf, openPage, takePicture } from './look.ts';

const product = await startProduct();
const browser = await launchBrowser();
afterAll(() => browser.close());

const password = 'four walking green lamps';
const org = 'default';
const { page, complaints } = await openPage(browser);
const { tabTo, write, writeDay, press, choose, pick, pickItem, type, key } = keyboardOf(page);

type Gate = { key: string; state: string; conditions: { code: string; state: string; says: string }[] };
type Answer = { status: number; body: unknown };

async function call(method: string, path: string, body?: object | Buffer): Promise<Answer> {
  const mediaType = body instanceof Buffer ? 'application/octet-stream' : 'application/json';
  const answer = await page.context().request.fetch(`${product.address}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { data: body, headers: { 'content-type': mediaType } }),
  });
  return { status: answer.status(), body: await answer.json() };
}

async function read<T>(path: string): Promise<T> {
  const { status, body } = await call('GET', `/o/${org}${path}`);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
  return body as T;
}

async function make<T>(path: string, body: object | Buffer = {}): Promise<T> {
  const { status, body: made } = await call('POST', `/o/${org}${path}`, body);
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(made)}`);
  return made as T;
}

/** Takes a text in as an import, which is a screen of its own and another test’s. */
async function bringIn(text: string, mapping: object): Promise<void> {
  const { fileId } = await make<{ fileId: string }>('/files?name=deals.csv', Buffer.from(text));
  const draft = await make<{ draftId: string }>('/import-drafts', { fileId, mapping });
  const at = `/import-drafts/${draft.draftId}`;
  const become = (state: string): Promise<void> =>
    vi.waitFor(async () => expect(await read(at)).toMatchObject({ state }), { timeout: 30_000 });
  await make(`${at}/try`);
  await become('tried');
  await make(`${at}/commit`);
  await become('committed');
}

const today = async (): Promise<LocalDate> => (await read<{ today: LocalDate }>('/program')).today;
const visit = async (path: string): Promise<void> => {
  await page.goto(product.address + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const open = (word: PageWord): Promise<void> => visit(paths.programPage(org, word));
const signedToday = async () => ({ name: 'Bluepier Systems', archetype: 'si', signedOn: await today() });

const stateOf = async (word: PageWord): Promise<string | undefined> => {
  const { pages } = await read<{ pages: { word: string; state: string }[] }>('/program');
  return pages.find((one) => one.word === word)?.state;
};

/** Starts the page from the SI template. */
async function startFromTemplate(): Promise<void> {
  await pickItem('Start from', 'SI');
  await press('Replace the draft');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Proposes the page by its shortcut, once it is saved, and signs it for every seat that asks for it. */
async function proposeAndSign(word: PageWord): Promise<void> {
  await key('Control+Enter');
  const panel = page.getByRole('dialog');
  await expect.poll(() => panel.getByRole('button', { name: 'Propose', exact: true }).isEnabled()).toBe(true);
  await press('Propose');
  await panel.waitFor({ state: 'hidden' });
  await signForEverySeat(word);
}

async function signForEverySeat(word: PageWord): Promise<void> {
  const asked = page.getByRole('button', { name: /^Sign for / });
  await asked.first().waitFor();
  for (let left = await asked.count(); left > 0; left -= 1) {
    await press(/^Sign for /);
    await page.getByRole('dialog').waitFor();
    await tabTo('textbox', 'Your password');
    await type(password);
    await key('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => asked.count()).toBe(left - 1);
  }
  await takePicture(page, `founder-${word}`, true);
  expect(await stateOf(word)).toBe('in_force');
}

/** The text of each gate on the page of the gates, by its name. */
async function shownGates(on: Page): Promise<Map<string, string>> {
  await on.getByRole('heading', { level: 2, name: /^G7/ }).waitFor();
  const text = await on.locator('main').innerText();
  return new Map(text.split(/^(?=G\d · )/m).map((part) => [part.slice(0, 2), part]));
}

const candidates = [
  ...['Northgate Integration', 'Bluepier Systems', 'Castell Consulting', 'Ferro & Lane', 'Quillon Partners'],
  ...['Meridian Works', 'Atlas Services', 'Tern Data', 'Oakline Digital', 'Summit CRM'],
];

/** What the ledger and the tools ask for that has no default; amounts in euros. */
const assumptions = [
  ['Total new pipeline per year', '2,400,000'],
  ['Average partner deal', '40,000'],
  ['Cost of an SDR hour', '55'],
  ['Cost of an AE hour', '120'],
  ['Cost of the leader per year, all in', '150,000'],
  ['Cost of a partner manager per year, all in', '90,000'],
  ['Other people per year', '0'],
  ['MDF per year', '10,000'],
  ['SPIFs per year', '0'],
  ['Direct cost to win a customer', '36,000'],
  ['Direct payback', '18'],
  ['CRM with partner attribution', '0'],
  ['Ecosystem data', '500'],
] as const;

describe('a founder without a mouse', { retry: 0, timeout: 300_000 }, () => {
  const nextYear = new Date().getUTCFullYear() + 1;
  let accountId = '';

  beforeAll(async () => {
    await call('POST', '/set-up', {
      token: new URLSearchParams(new URL(product.setUpUrl).hash.slice(1)).get('token'),
      organizationName: 'Northwind',
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR',
      fiscalYearStartMonth: 1,
      publicUrl: null,
      name: 'Kim Jansen',
      email: 'kim@northwind.example',
      password,
    });
    const { items } = await read<{ items: { membershipId: string }[] }>('/members');
    await call('PATCH', `/o/${org}/members/${items[0]?.membershipId}`, { roles: ['administrator', 'ceo'] });
    const { deals, history } = directDeals(await today());
    await bringIn(deals, dealMapping);
    await bringIn(history, historyMapping);
    const { account } = await read<{ account: { accountId: string } }>('/opportunities/D1');
    accountId = account.accountId;
  });

  it('sets the kickoff', async () => {
    await visit(paths.program(org));
    await page.getByRole('button', { name: 'Set the kickoff' }).waitFor();
    await press('Set the kickoff');
    await page.getByRole('dialog').waitFor();
    await press('Set the clock');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await read('/program')).toMatchObject({ kickoffOn: await today(), mode: 'new' });
  });

  it('cannot recruit anybody yet, and is told why', async () => {
    const { status, body } = await call('POST', `/o/${org}/partners`, await signedToday());
    expect(status).toBe(409);
    expect((body as { detail: string }).detail).toMatch(
      /^Recruiting waits for gate G4: Credit and registration work\. Still missing: /,
    );
  });

  it('takes the seats that sign a page, and the one that answers registrations, as the CEO', async () => {
    await visit(paths.programSeats(org));
    for (const [seat, how] of [
      ['CRO', 'For good'],
      ['CFO', 'In the interim, as CEO'],
      ['Head of Partnerships', 'In the interim, as CEO'],
      ['Partner ops', 'In the interim, as CEO'],
    ] as const) {
      await press(`Give the seat ${seat}`);
      await page.getByRole('dialog').waitFor();
      await choose('Person', 'Kim Jansen');
      await pick('Holds it', how);
      await press('Give the seat');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    const { me } = await read<{ me: { signsFor: string[] } }>('/program');
    expect(me.signsFor).toEqual(['cro', 'cfo', 'head_of_partnerships']);
  });

  it('is told by the thesis that slogans are none', async () => {
    await open('thesis');
    await write('Market', 'The SaaS market');
    await press('Add a segment');
    await type('Mid-market');
    await write('Segment', 'Everybody');
    await write('Motion', 'B2B sales');
    await write('Buyer role', 'Decision makers');
    await write('In which segment', 'Mid-market');
    await write('Why they buy faster', 'Customers trust partners.');
    await write('Why it is slow, and what the partner changes', 'Partners accelerate our sales.');
    await write('Joint solution', 'A best-in-class partnership.');
    await write('Impact, in the partner’s terms', 'We get access to our market.');
    await pick('Beside the form', /^Checks/);
    const missing = page.getByRole('region', { name: 'Checks' }).locator('[data-severity="blocking"]');
    for (const slogan of [/Everybody/, /number/, /funnel/, /their|partner/]) {
      await missing.filter({ hasText: slogan }).first().waitFor();
    }
    await takePicture(page, 'founder-slogans', true);
    await key('Control+Enter');
    const panel = page.getByRole('dialog');
    await panel.getByText('It cannot be proposed yet').waitFor();
    expect(await panel.getByRole('button', { name: 'Propose', exact: true }).isDisabled()).toBe(true);
    await key('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('writes a thesis that passes, and signs it for three seats', async () => {
    await write('Market', 'Planning software for service teams, Benelux');
    await write('Segment', 'Mid-market');
    await write('Motion', 'Outbound by an SDR, sold by an AE, with a technical test');
    await write(
      'Why they buy faster',
      'Somebody owns the integration. In 3 of 6 deals that was the open question.',
    );
    await write('Buyer role', 'Head of Service');
    await press('Add a piece of evidence');
    await choose('Piece of evidence 1: Kind', 'Lost deal');
    await write(
      'Piece of evidence 1: What it showed',
      'Customer 2: nobody could connect the ERP in 6 weeks.',
    );
    await choose('Archetype that owns the relationship', 'SI');
    await write(
      'The relationship it owns, and the work it already does',
      'They run the integration of our buyers under yearly contracts, 3 projects a year for each.',
    );
    await pick('Are their customers the customers you want?', 'Yes');
    await pick('Can they name accounts that they would introduce?', 'Yes');
    await pick(/^Does it create urgency/, 'Yes');
    await pick(/^Measured fact of the direct funnel/, /Proposal.* days|days.*Proposal/);
    await write(
      'Why it is slow, and what the partner changes',
      'The proposal stands 55 days because our buyers have no one for the integration. A partner starts it in week 1.',
    );
    await write(
      'Joint solution',
      'Planning connected to the ERP in 4 weeks at a fixed price. The partner delivers, we sell and support.',
    );
    await write('Sourced pipeline', '360,000');
    await write('Sourced closed-won', '90,000');
    await writeDay('From', `${nextYear}-01-01`);
    await writeDay('To', `${nextYear}-12-12`);
    await write(
      'Impact, in the partner’s terms',
      'They bill 20 days of integration per deal and keep the service.',
    );
    await write('Worth to the partner per deal', '14000');
    await write('Probability', '25');
    await write('Effort of the partner per deal', '30');
    await press('Add a criterion');
    await write('Criterion 1: Metric', 'Accepted registrations');
    await write('Criterion 1: Threshold', 'fewer than 5');
    await writeDay('Criterion 1: By', `${nextYear}-06-06`);
    await page.getByText('Nothing stands in the way of a proposal.').waitFor();
    await proposeAndSign('thesis');
  });

  it('begins the archetypes from a template, and replaces what it could not know', async () => {
    await open('archetypes');
    await startFromTemplate();
    await page
      .getByText(/still holds a prompt in square brackets/)
      .first()
      .waitFor();
    await write('SI: Contract template', 'SI agreement, version 1');
    await proposeAndSign('archetypes');
  });

  it('tries the profile on ten companies', async () => {
    await open('profile');
    await startFromTemplate();
    for (const [at, name] of candidates.entries()) {
      await press('Add a candidate');
      await type(name);
      for (let criterion = 1; criterion <= 6; criterion += 1) {
        await key('Tab');
        await type(String((at + criterion) % 5));
      }
    }
    await tabTo('combobox', 'One partner type');
    await proposeAndSign('profile');
    const { pages } = await read<{ pages: { word: string; inForce: { body: unknown } }[] }>('/program');
    const { body } = pages.find(({ word }) => word === 'profile')?.inForce ?? {};
    expect(body).toMatchObject({
      candidates: candidates.map((name, at) => ({ name, ipp1: (at + 1) % 5, ipp6: (at + 6) % 5 })),
    });
  });

  it('keeps the defaults of the operating model', async () => {
    await open('operating_model');
    await startFromTemplate();
    await press(/^Keep all \d+ defaults here: Sponsors and caps$/);
    await proposeAndSign('operating_model');
  });

  it('fills in what only the company knows, and sees whether the plan can work', async () => {
    await open('assumptions');
    await startFromTemplate();
    for (const [row, value] of assumptions)
      await write(new RegExp(`^${row}[,:] (?:Value|Cost per month)`), value);
    await page
      .getByRole('heading', { name: /can work|feasible/i })
      .first()
      .waitFor();
    await proposeAndSign('assumptions');
  });

  it('sees the credit of a test deal marked as a draft, until the attribution page is signed', async () => {
    const made = { name: 'Northgate Integration', archetype: 'si' };
    const { partnerId } = await make<{ partnerId: string }>('/partners', made);
    const person = { name: 'Rachel Stone' };
    const { partnerPersonId } = await make<{ partnerPersonId: string }>(
      `/partners/${partnerId}/people`,
      person,
    );
    const occurredAt = Date.now() - 86_400_000;
    const evidence = ['https://example.org/mail'];
    await make('/introductions', { partnerId, partnerPersonId, accountId, occurredAt, evidence });
    await bringIn(introducedDeal(await today()), dealMapping);
    const credited = async (): Promise<string> => {
      await visit(paths.opportunity(org, 'T1'));
      await page.getByText('by attribution page 1').waitFor();
      return page.locator('main').innerText();
    };
    expect(await credited()).toMatch(/\bSourced\b[\s\S]*\bDraft\b[\s\S]*by attribution page 1/i);
    await open('attribution');
    await signForEverySeat('attribution');
    await page.getByText('In force', { exact: true }).first().waitFor();
    expect(await credited()).not.toMatch(/\bDraft\b/i);
  });

  it('says how partners register, and every gate up to G4 is open', async () => {
    await open('registration');
    await startFromTemplate();
    await proposeAndSign('registration');
    await visit(paths.programGates(org));
    const shown = await shownGates(page);
    for (const gate of ['G0', 'G1', 'G2', 'G3', 'G4']) {
      expect(shown.get(gate)).toMatch(/\bOpen\b/i);
      expect(shown.get(gate)).not.toMatch(/override|Missing|Not measured/i);
    }
    expect(shown.get('G5')).toMatch(/\bClosed\b/i);
    expect(shown.get('G5')?.match(/^Not measured yet$/gim)).toHaveLength(2);
    const { gates } = await read<{ gates: Gate[] }>('/program/watch');
    expect(gates.map(({ state }) => state)).toEqual([...Array(5).fill('open'), ...Array(3).fill('closed')]);
    expect(await faultsOf(page, 'founder-gates')).toEqual([]);
  });

  it('recruits the first partner on the same day', async () => {
    expect((await call('POST', `/o/${org}/partners`, await signedToday())).status).toBe(201);
  });

  it('sees which pages are signed, and what is not as a draft everywhere', async () => {
    await open('tiers');
    await startFromTemplate();
    await vi.waitFor(async () => expect(await stateOf('tiers')).toBe('draft'), { timeout: 10_000 });
    await page.getByRole('article', { name: 'Print of Tiers' }).getByText('Draft', { exact: true }).waitFor();
    await key('Control+Enter');
    await page
      .getByRole('dialog')
      .getByText(/^Gate G5 is closed/)
      .first()
      .waitFor();
    await key('Escape');
    await visit(paths.program(org));
    const line = (title: string) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: title, exact: true }) })
        .first();
    await line('Attribution page').getByText('Signed, version 1').waitFor();
    await line('Tiers').getByText('Draft', { exact: true }).waitFor();
    await open('attribution');
    const print = page.getByRole('article', { name: 'Print of Attribution page' });
    await print
      .getByText(/^Signed /)
      .first()
      .waitFor();
    expect(await print.getByText('Not signed').count()).toBe(0);
    await visit(paths.scoreboard(org));
    await press('Draft: what is not signed');
    await page.getByText(/They stand on scoreboard definitions 1/).waitFor();
    expect(await read('/program/text')).toMatchObject({ as: { attribution: 'in_force', tiers: 'draft' } });
  });

  it('leaves a trail of signatures, each with the proof that was given', async () => {
    const { items } = await read<{ items: { action: string; entityId: string; after: object }[] }>(
      '/audit?limit=200',
    );
    const signed = items.filter(({ action }) => action === 'policy.sign');
    expect(signed.filter(({ entityId }) => entityId === 'attribution 1')).toHaveLength(3);
    for (const { after } of signed) expect(after).toMatchObject({ proof: 'password' });
    expect(await read('/audit/checkpoint')).toMatchObject({ verified: true });
    expect(complaints).toEqual([]);
  });
});
