import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar.ts';
import { localDateAt } from '#server/clock.ts';
import { launchBrowser } from '#test/harness/browser.ts';
import { startProduct } from '#test/harness/product.ts';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';
import { paths } from '#web/paths.ts';
import { faultsOf, openPage } from './look.ts';

const product = await startProduct();
const browser = await launchBrowser();
afterAll(() => browser.close());

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/files/${name}`, import.meta.url));
const { page, complaints } = await openPage(browser);

const step = (name: string | RegExp) => page.getByRole('heading', { name, level: 2 }).waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

async function drop(on: Page, ...paths: string[]): Promise<void> {
  await on.locator('input[type=file]').setInputFiles(paths);
}

async function dealsInAll(): Promise<number> {
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/v1/o/default/opportunities?limit=200');
    return (await response.json()) as { items: unknown[] };
  });
  return answer.items.length;
}

describe('the first import', () => {
  beforeAll(async () => {
    await page.goto(product.setUpUrl);
    await page.getByLabel('Organization name').fill('Northwind');
    await page.getByLabel('Your name').fill('Kim Jansen');
    await page.getByLabel('Mail address').fill('kim@northwind.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('four walking green lamps');
    await press('Create the organization');
  });

  it('begins on a page that asks for the pipeline, and says what was understood of a report', async () => {
    await page.getByRole('heading', { name: 'Bring your pipeline' }).waitFor();
    expect(await faultsOf(page, 'start')).toEqual([]);
    await drop(page, fixture('salesforce-like-report.csv'));
    await step('This is a Salesforce report of deals: 8 rows');
    await page.getByText('Filtered by: All opportunities').waitFor();
    await page.getByText('Confidential Information - Do Not Distribute').waitFor();
    expect(await faultsOf(page, 'understood')).toEqual([]);
  });

  it('maps the columns by itself and asks only what nobody else can know', async () => {
    await press('Looks right');
    await step('9 of 10 columns are used');
    expect(await page.getByLabel('Amount means').inputValue()).toBe('amount');
    expect(await faultsOf(page, 'columns')).toEqual([]);
    await press('Go on');
    await step(/^6\/5\/2025: is this 6 May 2025 or 5 Jun 2025\?$/);
    await page
      .getByText('Still open: the order of the dates, the currency of the amounts, what one stage means.')
      .waitFor();
    expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Month first' }).check();
    const currency = page.getByRole('combobox', { name: 'Currency of the amounts' });
    await currency.fill('USD');
    await page.getByRole('option', { name: 'USD' }).click();
    const review = page.getByRole('radiogroup', { name: 'Security Review means' });
    await review.getByText('Open', { exact: true }).click();
    expect(await faultsOf(page, 'stages')).toEqual([]);
  });

  it('loses nothing that was answered when the page is loaded again', async () => {
    await page.reload();
    await step('What the stages mean');
    expect(await page.getByRole('radio', { name: 'Month first' }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'Pipeline from Qualification' }).isChecked()).toBe(true);
    await press('Go on');
    await step('Which deals came with a partner?');
  });

  it('finds partners in the lead source and counts what would match', async () => {
    await page.getByRole('radio', { name: /Lead Source/ }).check();
    await step('5 of 8 rows would name a partner');
    await page.getByLabel('Partner - Lumen Consulting means the partner').fill('Lumen Consulting');
    await page.getByLabel('Partner - Northgate IT means the partner').fill('Northgate IT');
    await page.getByLabel('What did these partners do?').selectOption('originator');
    expect(await faultsOf(page, 'partners')).toEqual([]);
    await press('Go on');
  });

  it('shows the row that cannot come in, and what repairs it, before anything changed', async () => {
    await step('7 rows can come in, 1 row cannot');
    const bad = page.getByRole('region', { name: 'Rejected rows' });
    await bad.getByText('forty thousand').waitFor();
    expect(await page.getByRole('button', { name: 'Import 7 rows' }).isDisabled()).toBe(true);
    expect(await faultsOf(page, 'dry-run')).toEqual([]);
    expect(await dealsInAll()).toBe(0);
    await page.getByRole('checkbox', { name: /^Leave the rejected row out/ }).check();
    await press('Import 7 rows');
    await step('7 deals are in');
    expect(await dealsInAll()).toBe(7);
  });

  it('takes the rejected row back once it is corrected, mapped already', async () => {
    await page.getByRole('heading', { name: 'What is missing for better numbers' }).waitFor();
    expect(await faultsOf(page, 'done')).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download it' }).click();
    const corrected = join(temporaryFolder(), 'corrected.csv');
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain('forty thousand');
    await writeFile(corrected, text.replace('forty thousand', '40000'));
    await drop(page, corrected);
    await step('This is a Salesforce report of deals: 1 row');
    await page.getByText('Columns as last time').waitFor();
    await press('Check the rows');
    await step('All 1 row can come in');
    await press('Import 1 row');
    await step('1 deal is in');
    expect(await dealsInAll()).toBe(8);
  });

  it('ends on the scoreboard', async () => {
    await page.getByRole('link', { name: 'Open the scoreboard' }).click();
    await page.waitForURL(/\/scoreboard/);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('a HubSpot-like file', () => {
  it('needs no answer about dates or stages, and brings its stage dates', async () => {
    await page.goto(`${product.address}/o/default/import/new`);
    expect(await faultsOf(page, 'upload')).toEqual([]);
    await drop(page, fixture('hubspot-like-deals.csv'));
    await step('This is a HubSpot export of deals: 4 rows');
    await press('Looks right');
    await step('13 of 13 columns are used');
    await press('Go on');
    await step('What the stages mean');
    await press('Go on');
    await page.getByRole('radio', { name: 'No partner in this file' }).check();
    await press('Go on without partners');
    await step('All 4 rows can come in');
    await press('Import 4 rows');
    await step('4 deals are in');
    expect(await dealsInAll()).toBe(12);
  });

  it('changes nothing when it is dropped again', async () => {
    await page.goto(`${product.address}/o/default/import/new`);
    await drop(page, fixture('hubspot-like-deals.csv'));
    await page.getByText('Columns as last time').waitFor();
    await press('Check the rows');
    await step('Nothing in it is new');
    await press('Finish');
    await step('Everything in it was there already');
  });

  it('goes away whole when its import is undone', async () => {
    await page.goto(`${product.address}/o/default/import`);
    await page.getByRole('heading', { name: 'Opening balance: imported, unproven' }).waitFor();
    expect(await faultsOf(page, 'imports')).toEqual([]);
    await press('Undo the import of hubspot-like-deals.csv');
    await page.getByText('4 deals that only this file brought go away.').waitFor();
    expect(await faultsOf(page, 'undo')).toEqual([]);
    await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
    await page.getByText(/^undone/).waitFor();
    expect(await dealsInAll()).toBe(8);
  });
});

describe('the opening balance', () => {
  it('is accepted by a person who may, in their own name, and stays unproven', async () => {
    await page.getByText('The CRO, the CFO or the Head of Partnerships can accept it.').waitFor();
    await page.getByRole('link', { name: 'Give somebody that seat' }).click();
    await page.getByRole('button', { name: 'Change Kim Jansen' }).click();
    await page.getByRole('menuitem', { name: 'Roles and end of access' }).click();
    await page.getByRole('checkbox', { name: 'CRO' }).check();
    await press('Save');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.goto(`${product.address}/o/default/import`);
    await press('Accept as Kim Jansen');
    await page
      .getByRole('dialog')
      .getByText(/what the imports up to number \d+ claim: 5 deals/)
      .waitFor();
    expect(await faultsOf(page, 'accept')).toEqual([]);
    await press('Accept in my name');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText(/^Accepted by Kim Jansen on .*: 5 claims/).waitFor();
    await page.getByRole('heading', { name: 'Opening balance: imported, unproven' }).waitFor();
    expect(await page.getByRole('button', { name: /^Accept/ }).count()).toBe(0);
  });
});

describe('a list of what partners did', () => {
  const header =
    'Deal ID,Partner,Partner contact,Assigned to,Role,Activity type,Date,Outcome,Evidence,Confirmed by';
  const act =
    '0065e00000AbC03AAF,Lumen Consulting,Ada Moreno <ada@lumen.example>,Tom Reyes,Technical validator,Technical workshop,6/20/2025,Design accepted,https://mail.example/7,Kim Jansen';
  const list = [
    header,
    act,
    act.replace('6/20/2025', '6/27/2025').replace('Technical validator', 'Validater'),
    act.replace('6/20/2025', '6/25/2025').replace('Design accepted', ''),
  ].join('\n');

  it('is known by its columns, says what a touch lacks and which row cannot come in', async () => {
    const path = join(temporaryFolder(), 'acts.csv');
    await writeFile(path, `${list}\n`);
    await page.goto(`${product.address}/o/default/import/new`);
    await drop(page, path);
    await step('This is a table of touches: 3 rows');
    expect(await page.getByLabel('The rows are').inputValue()).toBe('touches');
    expect(await faultsOf(page, 'touches-understood')).toEqual([]);
    await page.getByRole('button', { name: 'Look at the columns first' }).click();
    await step('10 of 10 columns are used');
    expect(await page.getByLabel('Assigned to means').inputValue()).toBe('internalOwner');
    expect(await faultsOf(page, 'touches-columns')).toEqual([]);
    await press('Go on');
    await step('2 rows can come in, 1 row cannot');
    await page.getByRole('region', { name: 'Rejected rows' }).getByText('Validater').waitFor();
    await page.getByText('It has no outcome, so it earns nothing.', { exact: false }).waitFor();
    expect(await faultsOf(page, 'touches-check')).toEqual([]);
    await page.getByRole('checkbox', { name: /^Leave the rejected row out/ }).check();
    await press('Import 2 rows');
    await step('2 touches are in');
    expect(await faultsOf(page, 'touches-done')).toEqual([]);
  });

  it('stands on the page of its deal as what it is', async () => {
    await page.goto(`${product.address}/o/default/pipeline`);
    await page.getByRole('link', { name: 'Plant rollout' }).click();
    await page.getByText('Ada Moreno').first().waitFor();
    expect(await faultsOf(page, 'touches-deal')).toEqual([]);
  });
});

describe('a list of what partners registered elsewhere', () => {
  const today = localDateAt(Date.now(), 'Europe/Amsterdam');
  const [sent, decided, last] = [addDays(today, -40), addDays(today, -38), addDays(today, 52)];
  const header =
    'Registration ID,Partner,Customer,Customer domain,Value,Currency,Submitted on,Decided on,State,Protected until,Rep';
  const deal = `DR-1,Lumen Consulting,Borealis Foods,borealis-foods.nl,90000,EUR,${sent},${decided},accepted,${last},Ada Moreno`;
  const list = [header, deal, deal.replace('DR-1', 'DR-2').replace('accepted', 'maybe')].join('\n');

  it('says what it protects and which row cannot come in', async () => {
    const path = join(temporaryFolder(), 'registrations.csv');
    await writeFile(path, `${list}\n`);
    await page.goto(`${product.address}/o/default/import/new`);
    await drop(page, path);
    await step('This is a table of registrations: 2 rows');
    expect(await faultsOf(page, 'registrations-understood')).toEqual([]);
    await page.getByRole('button', { name: 'Look at the columns first' }).click();
    await step('11 of 11 columns are used');
    expect(await page.getByLabel('Protected until means').inputValue()).toBe('protectedUntil');
    expect(await faultsOf(page, 'registrations-columns')).toEqual([]);
    await press('Go on');
    await step('1 row can come in, 1 row cannot');
    await page.getByRole('region', { name: 'Rejected rows' }).getByText('maybe').waitFor();
    expect(await faultsOf(page, 'registrations-check')).toEqual([]);
    await page.getByRole('checkbox', { name: /^Leave the rejected row out/ }).check();
    await press('Import 1 row');
    await step('1 registration is in');
    await page.getByRole('link', { name: 'Open the registrations' }).waitFor();
    expect(await faultsOf(page, 'registrations-done')).toEqual([]);
  });

  it('stands on its own page as what it was, though the program has no registration page yet', async () => {
    await page.goto(`${product.address}${paths.registration('default', '1')}`);
    await page.getByText('took it over from a file').waitFor();
    await page.getByText('It was decided elsewhere, before it was imported.').waitFor();
    expect(await faultsOf(page, 'registration-imported')).toEqual([]);
  });
});

describe('a file that is no table', () => {
  it('is refused in words, and what can be read goes on', async () => {
    await page.goto(`${product.address}/o/default/import/new`);
    const broken = join(temporaryFolder(), 'broken.xlsx');
    await writeFile(broken, 'this is no workbook');
    await drop(page, broken, fixture('hubspot-like-deals.csv'));
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page, 'refused')).toEqual([]);
    await press('Go on with the other file');
    await step('This is a HubSpot export of deals: 4 rows');
  });

  it('was the last thing of which the browser had nothing to complain', () => {
    expect(complaints).toEqual([]);
  });
});
