import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { paths } from '#web/paths.ts';
import { bringInFile } from './bring-in.ts';
import { openCompany } from './company.ts';
import { faultsOf, type SignedIn, takePicture } from './look.ts';

const { product, open, as, joined, read, send } = await openCompany();

type Line = {
  id: string;
  opportunityId: string;
  deal: string;
  kind: string;
  state: string;
  amountMinor: number;
  occurredOn: string;
  partner: { id: string; name: string };
};
type Lines = { items: Line[] };
type Statements = {
  items: { id: string; number: number; month: string; paidOn: string | null; partner: { id: string } }[];
};

const org = '/o/demo';
/** The day at the demo company. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format() as LocalDate;
const thisMonth = `${today.slice(0, 7)}-01` as LocalDate;
const lastMonth = addMonths(thisMonth, -1).slice(0, 7);
const issued = /statements? (is|are) issued\./;

/** What a partner is due for the last month that is over: the demo company has not issued it. */
async function dueLine(): Promise<Line> {
  const { items } = await read<Lines>(`${org}/accruals?state=due&limit=200`);
  const line = items.find(({ occurredOn, kind }) => occurredOn < thisMonth && kind === 'accrual');
  if (!line) throw new Error('the demo company is due nothing for the last month');
  return line;
}

/** A deal that the partner brought some days ago, and that is won today. */
async function winDeal(partnerId: string): Promise<string> {
  const make = <T>(path: string, body?: object | Buffer) => send<T>('POST', org + path, body);
  const asked = { read: <T>(path: string) => read<T>(org + path), make };
  const mapping = { ...dealMapping, currency: 'USD' };
  const deal = (stage: string, closedOn: string) =>
    bringInFile(
      asked,
      `${dealHeader}\nS1,Harvest,Harvest Foods,${stage},40000,${addDays(today, -3)},${closedOn},,\n`,
      mapping,
    );
  await deal('Qualified', '');
  const { opportunity } = await read<{ opportunity: { id: string } }>(`${org}/opportunities/S1/credit`);
  const { people } = await read<{ people: { partnerPersonId: string }[] }>(`${org}/partners/${partnerId}`);
  await make('/introductions', {
    ...{ partnerId, partnerPersonId: people[0]?.partnerPersonId, opportunityId: opportunity.id },
    ...{ occurredAt: Date.now() - 6 * 86_400_000, evidence: ['https://mail.example/harvest'] },
  });
  await deal('Closed Won', today);
  return opportunity.id;
}

/** What a link downloads: its name and its bytes. */
async function downloaded(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const arrives = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const download = await arrives;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('what a partner is paid', () => {
  let line: Line;
  let won = '';
  let partner: SignedIn;

  const linesOf = async (opportunityId: string) =>
    (await read<Lines>(`${org}/accruals?opportunityId=${opportunityId}&limit=50`)).items;

  beforeAll(async () => {
    const { me } = await read<{ me: { membershipId: string } }>(org);
    const roles = ['administrator', 'cro', 'cfo', 'partner_manager'];
    await send('PATCH', `${org}/members/${me.membershipId}`, { roles });
    line = await dueLine();
    partner = await joined('Robin Reyes', ['partner_admin'], line.partner.id);
    won = await winDeal(line.partner.id);
  });

  it('is a line of a deal that was won, by the rules of the signed pages', async () => {
    await vi.waitFor(async () => expect(await linesOf(won)).toMatchObject([{ state: 'due' }]), 30_000);
    const { page, end } = await open(paths.incentives('demo'));
    await page.getByRole('heading', { name: 'Rules in force' }).waitFor();
    await page.getByRole('button', { name: /^Issue (one|\d+) statements?$/ }).waitFor();
    await page.getByRole('button', { name: new RegExp(`^${line.partner.name}, Due`) }).click();
    await page.getByRole('link', { name: 'Harvest' }).waitFor();
    await page.goto(product.address + paths.opportunity('demo', won));
    await page.getByRole('heading', { name: 'What it pays' }).waitFor();
    await page.getByText('% of the deal, the commission of the archetype').waitFor();
    await end();
  });

  it('is held while its partner disputes the credit, and due again after', async () => {
    const own = await as(partner, paths.portalDeal('demo', won));
    await own.page.getByRole('button', { name: 'Dispute the credit' }).click();
    const dialog = own.page.getByRole('dialog', { name: 'Dispute the credit' });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Two of us sold on this deal, not one');
    await dialog.getByRole('button', { name: 'Open the case' }).click();
    await own.page.getByText('The case is open.').waitFor();
    await own.page.goto(product.address + paths.portalEarnings('demo'));
    await own.page.getByText('held: disputed').first().waitFor();
    expect(await faultsOf(own.page, 'earnings-held')).toEqual([]);
    expect(await linesOf(won)).toMatchObject([{ state: 'held' }]);

    const { items: cases } = await read<{ items: { number: number; opportunityId: string }[] }>(
      `${org}/disputes?open=true`,
    );
    const number = cases.find(({ opportunityId }) => opportunityId === won)?.number;
    await own.page.goto(product.address + paths.portalDispute('demo', String(number)));
    await own.page.getByRole('textbox', { name: 'What both sides will read' }).fill('It was one of us');
    await own.page.getByRole('button', { name: 'Take the case back' }).click();
    await own.page.getByText('It is in the case. Both sides can read it.').waitFor();
    expect(await linesOf(won)).toMatchObject([{ state: 'due' }]);
    await own.end();
  });

  it('is issued for the month that is over', async () => {
    const { page, end } = await open(paths.incentives('demo'));
    await page.getByRole('button', { name: /^Issue (one|\d+) statements?$/ }).click();
    await page.getByText(issued).waitFor();
    await page.getByRole('button', { name: 'Nothing to issue' }).waitFor();
    await end();
    expect((await linesOf(line.opportunityId)).find(({ id }) => id === line.id)?.state).toBe('stated');
  });

  it('is paid by a statement that Finance opens, takes out as PDF and CSV, and records as paid', async () => {
    const { items } = await read<Statements>(`${org}/statements?limit=200`);
    const mine = items.find((one) => one.month === lastMonth && one.partner.id === line.partner.id);
    const { page, end } = await open(paths.statement('demo', mine?.id ?? ''));
    await page.getByRole('heading', { name: new RegExp(`^${line.partner.name}, `) }).waitFor();
    expect(await faultsOf(page, 'statement')).toEqual([]);
    await takePicture(page, 'statement-whole', true);
    const pdf = await downloaded(page, /as a PDF$/);
    expect(pdf.name).toMatch(/^statement \d+ .*\.pdf$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await downloaded(page, /as a CSV file$/);
    expect(csv.bytes.toString()).toContain(
      await page
        .getByText(/^Fingerprint/)
        .innerText()
        .then((text) => text.slice(-64)),
    );
    await page.getByRole('button', { name: 'Record the payment' }).click();
    const dialog = page.getByRole('dialog', { name: 'Record the payment' });
    await dialog.getByRole('textbox', { name: 'Reference' }).fill('SEPA 2026-11');
    expect(await faultsOf(page, 'statement-payment')).toEqual([]);
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByText('The payment is recorded.').waitFor();
    await page.getByText('SEPA 2026-11').waitFor();
    expect(await page.getByRole('button', { name: 'Record the payment' }).count()).toBe(0);
    await end();
  });

  it('is read and taken home by the partner', async () => {
    const { page, end } = await as(partner, paths.portalEarnings('demo'));
    await page.locator('summary').first().click();
    await page.getByText('paid with the reference SEPA 2026-11').waitFor();
    expect(await faultsOf(page, 'earnings')).toEqual([]);
    await takePicture(page, 'earnings-whole', true);
    const pdf = await downloaded(page, /as a PDF$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await downloaded(page, /as a CSV file$/);
    expect(csv.bytes.toString()).toContain('SEPA 2026-11');
    expect(csv.bytes.toString()).toContain(line.deal);
    await end();
  });

  it('is taken back by a line of its own when the customer leaves, and waits for the next statement', async () => {
    const { page, end } = await open(paths.opportunity('demo', line.opportunityId));
    await page.getByRole('button', { name: 'The customer left' }).click();
    const dialog = page.getByRole('dialog', { name: 'The customer left' });
    await dialog.getByLabel('Left on').fill(addDays(line.occurredOn as LocalDate, 3));
    await dialog.getByRole('textbox', { name: 'Why' }).fill('It was bought by a rival');
    expect(await faultsOf(page, 'customer-left')).toEqual([]);
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('The lines of the deal are taken back.').waitFor();
    await page
      .getByText(/^Taken back: the customer left/)
      .first()
      .waitFor();
    await end();
    const own = await as(partner, paths.portalEarnings('demo'));
    await own.page
      .getByText(/Taken back: the customer left.*bought by a rival/)
      .first()
      .waitFor();
    await own.end();
  });
});
