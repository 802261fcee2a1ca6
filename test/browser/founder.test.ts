import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { PageWord } from '#core/program/page.ts';
import { dealMapping } from '#test/harness/deal-table.ts';
import { directDeals, historyMapping, introducedDeal } from '#test/harness/founder-deals.ts';
import { paths } from '#web/paths.ts';
import { startFounder } from './founder.ts';
import {
  assumptions,
  candidates,
  days,
  evidence,
  gain,
  place,
  relationship,
  slogans,
  solution,
} from './founder-answers.ts';
import { keyboardOf } from './keyboard.ts';
import { faultsOf, takePicture } from './look.ts';

const founder = await startFounder();
const { page, call, read, make, bringIn, today, stateOf, visit } = founder;
const { tabTo, write, writeDay, press, choose, pick, pickItem, type, key } = keyboardOf(page);

const org = 'default';
const open = (word: PageWord): Promise<void> => visit(paths.programPage(org, word));
const recruit = async (): Promise<Awaited<ReturnType<typeof call>>> =>
  call('POST', '/partners', { name: 'Bluepier Systems', archetype: 'si', signedOn: await today() });
const writeAll = async (answers: readonly (readonly [field: string, text: string])[]): Promise<void> => {
  for (const [field, text] of answers) await write(field, text);
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
    await type(founder.password);
    await key('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => asked.count()).toBe(left - 1);
  }
  await takePicture(page, `founder-${word}`, true);
  expect(await stateOf(word)).toBe('in_force');
}

/** The text of each gate on the page of the gates, by its name. */
async function shownGates(): Promise<Map<string, string>> {
  await page.getByRole('heading', { level: 2, name: /^G7/ }).waitFor();
  const text = await page.locator('main').innerText();
  return new Map(text.split(/^(?=G\d · )/m).map((part) => [part.slice(0, 2), part]));
}

describe('a founder without a mouse', { retry: 0, timeout: 300_000 }, () => {
  let accountId = '';

  beforeAll(async () => {
    const { deals, history } = directDeals(await today());
    await bringIn(deals, dealMapping);
    await bringIn(history, historyMapping);
    const { account } = await read<{ account: { accountId: string } }>('/opportunities/D1');
    accountId = account.accountId;
  });

  it('sets the kickoff', async () => {
    await visit(paths.program(org));
    await press(/^Set the kickoff/);
    await page.getByRole('dialog').waitFor();
    await press('Set the clock');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await read('/program')).toMatchObject({ kickoffOn: await today(), mode: 'new' });
  });

  it('cannot recruit anybody yet, and is told why', async () => {
    const { status, body } = await recruit();
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
      await press(new RegExp(`^(Name a holder|Give to somebody): ${seat}$`));
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
    await writeAll(slogans);
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
    await writeAll(place);
    await press('Add a piece of evidence');
    await choose('Piece of evidence 1: Kind', 'Lost deal');
    await write('Piece of evidence 1: What it showed', evidence);
    await choose('Archetype that owns the relationship', 'SI');
    await write('The relationship it owns, and the work it already does', relationship);
    await pick('Are their customers the customers you want?', 'Yes');
    await pick('Can they name accounts that they would introduce?', 'Yes');
    await pick(/^Does it create urgency/, 'Yes');
    await pick(/^Measured fact of the direct funnel/, /days.*Proposal/);
    await writeAll(solution);
    await writeDay('From', days.from);
    await writeDay('To', days.to);
    await writeAll(gain);
    await press('Add a criterion');
    await write('Criterion 1: Metric', 'Accepted registrations');
    await write('Criterion 1: Threshold', 'fewer than 5');
    await writeDay('Criterion 1: By', days.kill);
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

  it('sees the credit of a test deal marked as a draft, until it is chosen what the page pays and the page is signed', async () => {
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
      await page
        .getByText(/by attribution page \d/)
        .first()
        .waitFor();
      return page.locator('main').innerText();
    };
    expect(await credited()).toMatch(/\bSourced\b[\s\S]*\bDraft\b[\s\S]*by attribution page 1/i);
    await open('attribution');
    await page.getByText('It cannot be signed: 2 choices are open').waitFor();
    expect(await page.getByRole('button', { name: /^Sign for / }).count()).toBe(0);
    expect(await faultsOf(page, 'founder-unchosen')).toEqual([]);
    await write(/^Co-sold: SPIF to the partner’s rep/, '0');
    await pick(/^Influenced pays/, 'Tier points and MDF priority, no money');
    await proposeAndSign('attribution');
    await page.getByText('In force', { exact: true }).first().waitFor();
    expect(await credited()).toMatch(/by attribution page 2/);
    expect(await credited()).not.toMatch(/\bDraft\b/i);
  });

  it('says how partners register, and every gate up to G4 is open', async () => {
    await open('registration');
    await startFromTemplate();
    await proposeAndSign('registration');
    await visit(paths.programGates(org));
    const shown = await shownGates();
    for (const gate of ['G0', 'G1', 'G2', 'G3', 'G4']) {
      expect(shown.get(gate)).toMatch(/\bOpen\b/i);
      expect(shown.get(gate)).not.toMatch(/override|Missing|Not measured/i);
    }
    expect(shown.get('G5')).toMatch(/\bClosed\b/i);
    expect(shown.get('G5')?.match(/^Not measured yet$/gim)).toHaveLength(2);
    const { gates } = await read<{ gates: { state: string }[] }>('/program/watch');
    expect(gates.map(({ state }) => state)).toEqual([...Array(5).fill('open'), ...Array(3).fill('closed')]);
    expect(await faultsOf(page, 'founder-gates')).toEqual([]);
  });

  it('recruits the first partner on the same day', async () => {
    expect((await recruit()).status).toBe(201);
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
    await line('Attribution page').getByText('Signed, version 2').waitFor();
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
    expect(signed.filter(({ entityId }) => entityId === 'attribution 2')).toHaveLength(3);
    for (const { after } of signed) expect(after).toMatchObject({ proof: 'password' });
    expect(await read('/audit/checkpoint')).toMatchObject({ verified: true });
    expect(founder.complaints).toEqual([]);
  });
});
