import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { paths } from '#web/paths.ts';
import { bringInFile } from './bring-in.ts';
import { openCompany } from './company.ts';
import { keyboardOf } from './keyboard.ts';
import { faultsOf, takePicture } from './look.ts';

const { open, read, send, product } = await openCompany();

const org = '/o/demo';
const today = new Date().toISOString().slice(0, 10) as LocalDate;

type Partners = { items: { partnerId: string; name: string }[] };
type Sent = { registrationId: string; number: number; state: string };
type Desk = { number: number; state: string; conflict: { number: number } | null };

/** Registers a deal in a partner's name as the API takes it. */
async function register(partnerId: string, legalName: string, domain: string): Promise<number> {
  const typed = {
    ...{ legalName, domain, country: 'NL' },
    ...{ contactName: 'Ada Vermeer', contactRole: 'Head of operations', contactMail: `ada@${domain}` },
    useCase: 'Planning for three plants',
    value: { amountMinor: 4_000_000, currency: 'USD' },
    closeOn: addDays(today, 120),
    evidence: 'We run their network since 2021 and met the head of operations on Monday.',
    nextStep: 'Discovery with both teams',
    nextStepOn: addDays(today, 14),
    consent: true,
  };
  const rep = { name: 'Robin Reyes', email: 'robin@partner.example' };
  const draft = await send<Sent>('POST', `${org}/registrations`, { partnerId, rep, typed });
  return (await send<Sent>('POST', `${org}/registrations/${draft.registrationId}/submission`)).number;
}

const stateOf = async (number: number): Promise<string> =>
  (await read<Desk>(`${org}/registrations/number/${number}`)).state;

const pageOf = (number: number): string => paths.registration('demo', String(number));

/** The answers can be given: the page has everything that a decision hangs on. */
const ready = (page: Page): Promise<void> => page.getByRole('button', { name: /^Accept/ }).waitFor();

describe('registrations on the desk', () => {
  let one: string;
  let two: string;

  beforeAll(async () => {
    const { me } = await read<{ me: { membershipId: string } }>(org);
    const roles = ['administrator', 'cro', 'partner_ops', 'head_of_partnerships', 'ae'];
    await send('PATCH', `${org}/members/${me.membershipId}`, { roles });
    const { items } = await read<Partners>(`${org}/partners?signed=true&limit=50`);
    [one = '', two = ''] = items.map(({ partnerId }) => partnerId);
  });

  it('are taken in in a partner’s name by the form of the signed page, with what is wrong at its field', async () => {
    const { page, end } = await open(paths.registrations('demo'));
    await page
      .getByRole('link', { name: /^\d+\. / })
      .first()
      .waitFor();
    expect(await faultsOf(page, 'registrations-waiting')).toEqual([]);
    await page.getByRole('link', { name: 'Register for a partner' }).click();
    await page.getByText('Choose the partner first').waitFor();
    await page.goto(product.address + paths.registerFor('demo', { partner: one }));
    const field = (name: string) => page.getByRole('textbox', { name });
    await field('Person at the partner').fill('Robin Reyes');
    await field('Customer’s legal name').fill('Vermeer Plants BV');
    await page.getByRole('button', { name: 'Send it in the partner’s name' }).click();
    await page.getByRole('alert').getByText('fields need another look').waitFor();
    expect(await field('Customer’s web domain').getAttribute('aria-invalid')).toBe('true');
    expect(await faultsOf(page, 'register-for-errors')).toEqual([]);
    await field('Customer’s web domain').fill('vermeer-plants.nl');
    await page.getByRole('combobox', { name: 'Country' }).fill('Netherlands');
    await page.getByRole('option', { name: 'Netherlands', exact: true }).click();
    await field('Contact’s name').fill('Ada Vermeer');
    await field('Contact’s role').fill('Head of operations');
    await field('Contact’s mail').fill('ada@vermeer-plants.nl');
    await field('What is it for?').fill('Planning for three plants');
    await field('Estimated annual value').fill('45,000');
    await page.getByLabel('Expected close').fill(addDays(today, 120));
    await field('How do you know them?').fill('We run their network since 2021.');
    await field('Next joint step').fill('Discovery with both teams');
    await page.getByLabel('Its date').fill(addDays(today, 14));
    await page.getByRole('checkbox').last().check();
    // What was typed is there again after the page is loaded anew.
    await page.reload();
    await field('Customer’s web domain').waitFor();
    expect(await field('Customer’s web domain').inputValue()).toBe('vermeer-plants.nl');
    await page.getByRole('button', { name: 'Send it in the partner’s name' }).click();
    await page.getByRole('heading', { name: /\. Vermeer Plants BV$/ }).waitFor();
    await page.getByText(/^All \d+ pass\.$/).waitFor();
    await page.getByText('$45,000').waitFor();
    expect(await faultsOf(page, 'registration-waits')).toEqual([]);
    await takePicture(page, 'registration-waits-whole', true);
    await end();
  });

  it('are found and accepted by keys, protected, given an AE, and stand in the pipeline', async () => {
    const { page, end } = await open(paths.registrations('demo'));
    const row = page.getByRole('link', { name: /Vermeer Plants BV/ });
    await row.waitFor();
    const isReached = () => row.evaluate((link) => link === document.activeElement);
    for (let steps = 0; steps < 30 && !(await isReached()); steps += 1) await page.keyboard.press('j');
    expect(await isReached()).toBe(true);
    await page.keyboard.press('Enter');
    await ready(page);
    await page.keyboard.press('a');
    await page
      .getByRole('dialog')
      .getByText(/It was accepted\. The deal is yours up to and including/)
      .waitFor();
    expect(await faultsOf(page, 'registration-accept')).toEqual([]);
    await keyboardOf(page).press('Accept it');
    await page.getByText('It is accepted and protected.').waitFor();
    await page.getByText(/^\d+ days left$/).waitFor();
    await page.getByRole('combobox', { name: 'AE' }).selectOption({ label: 'Kim Jansen' });
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await page.getByText('Now: Kim Jansen').waitFor();
    expect(await faultsOf(page, 'registration-protected')).toEqual([]);
    await takePicture(page, 'registration-protected-whole', true);
    await page.getByRole('link', { name: 'Open the deal and its credit' }).click();
    await page.getByRole('heading', { name: 'Vermeer Plants BV' }).first().waitFor();
    await end();
  });

  it('stand beside what collides with them, with how alike it is and the way there', async () => {
    const make = <T>(path: string, body?: object | Buffer) => send<T>('POST', org + path, body);
    const columns = { ...dealMapping.columns, accountDomain: 'Website' };
    await bringInFile(
      { read: <T>(path: string) => read<T>(org + path), make },
      `${dealHeader},Website\nB1,Borealis lines,Borealis Foods,Qualified,90000,${addDays(today, -30)},,,,borealis-foods.nl\n`,
      { ...dealMapping, currency: 'USD', columns },
    );
    const number = await register(one, 'Borealis Foods BV', 'shop.borealis-foods.nl');
    const { page, end } = await open(pageOf(number));
    const beside = page.getByRole('region', { name: 'Our own deal: side by side' });
    await beside.getByRole('link', { name: /Borealis lines/ }).waitFor();
    await beside.getByText('A subdomain of the same domain').waitFor();
    await beside.getByRole('cell', { name: 'Borealis Foods', exact: true }).waitFor();
    expect(await faultsOf(page, 'registration-collides')).toEqual([]);
    await takePicture(page, 'registration-collides-whole', true);
    await end();
  });

  it('are asked back and rejected by keys, after the reader saw what the partner will read', async () => {
    const number = await register(two, 'Kaasmakers NV', 'kaasmakers-desk.nl');
    const { page, end } = await open(pageOf(number));
    await ready(page);
    await page.keyboard.press('q');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your question' }).fill('Who signs the contract?');
    await dialog.getByText('We asked you for something. “Who signs the contract?”').waitFor();
    expect(await faultsOf(page, 'registration-ask')).toEqual([]);
    await dialog.getByRole('button', { name: 'Ask it' }).click();
    await page.getByText('Waits for the partner').waitFor();
    await page.getByRole('button', { name: 'Write down its answer' }).click();
    await dialog.getByRole('textbox', { name: 'The answer' }).fill('The COO does.');
    await dialog.getByRole('button', { name: 'Answer' }).click();
    await ready(page);
    await page.keyboard.press('r');
    await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('Not qualified');
    await dialog.getByRole('textbox', { name: 'Your words' }).fill('No budget this year.');
    await dialog.getByText('It was not accepted. Not qualified. “No budget this year.”').waitFor();
    expect(await faultsOf(page, 'registration-reject')).toEqual([]);
    await dialog.getByRole('button', { name: 'Reject it' }).click();
    await page.getByText(/^Decided on .*, in time$/).waitFor();
    await page.getByText('Not qualified · No budget this year.').waitFor();
    expect(await stateOf(number)).toBe('rejected');
    await end();
  });

  it('are ruled on where two partners want one account, with what the rules say beside it', async () => {
    await register(one, 'Zuiderzee Werven', 'zuiderzee-werven.nl');
    const later = await register(two, 'Zuiderzee Werven', 'zuiderzee-werven.nl');
    const { page, end } = await open(pageOf(later));
    await page.getByText(/It was complete first/).waitFor();
    await page.getByText('Rule on it').click();
    await page.getByRole('radio', { name: new RegExp(`registration ${later}$`) }).check();
    await page
      .getByRole('combobox', { name: 'Ground' })
      .selectOption('The customer chose its partner in writing');
    await page.getByRole('textbox', { name: 'The ruling' }).fill('The customer wrote whom it wants.');
    expect(await faultsOf(page, 'registration-conflict')).toEqual([]);
    await takePicture(page, 'registration-conflict-whole', true);
    await page.getByRole('textbox', { name: 'Links to what proves it' }).fill('https://mail.example/letter');
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await page.getByText(/^The ruling stands\./).waitFor();
    await page.getByText(/has it: The customer chose its partner in writing$/).waitFor();
    expect(await stateOf(later)).toBe('accepted');
    await end();
  });

  it('are decided together: those whose checks pass are accepted, the rest is told why not', async () => {
    const clear = await register(one, 'Haven Logistiek', 'haven-logistiek.nl');
    const looked = await register(two, 'Borealis Foods BV', 'borealis-foods.nl');
    // What only resembles an account is looked up by a job; a yes to many waits for it.
    type Seen = { checks: { outcome: string }[] };
    const seen = async () => (await read<Seen>(`${org}/registrations/number/${looked}`)).checks;
    await expect
      .poll(async () => (await seen()).some(({ outcome }) => outcome !== 'pass'), { timeout: 60_000 })
      .toBe(true);
    const { page, end } = await open(paths.registrations('demo'));
    const box = (number: number) => page.getByRole('checkbox', { name: `Select registration ${number}` });
    // By keys: x begins to select at the row that has the focus, Shift and x takes all rows since it.
    await page.getByRole('link', { name: new RegExp(`^${clear}\\. `) }).focus();
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    expect(await box(clear).isChecked()).toBe(true);
    await page.getByRole('link', { name: new RegExp(`^${looked}\\. `) }).focus();
    await page.keyboard.press('Shift+X');
    expect(await box(looked).isChecked()).toBe(true);
    await box(looked).uncheck();
    await page.getByRole('button', { name: /^Select all \d+ shown$/ }).click();
    await page.getByRole('button', { name: 'Select none' }).click();
    await page.getByText('0 selected').waitFor();
    await box(clear).check();
    await box(looked).check();
    expect(await faultsOf(page, 'registrations-bulk')).toEqual([]);
    await page.getByRole('button', { name: 'Accept those whose checks all pass' }).click();
    const results = page.getByRole('dialog', { name: 'What was decided' });
    await results.getByText('not decided. It is in conflict. Rule on the case first.').waitFor();
    expect(await results.getByText('accepted', { exact: true }).count()).toBe(1);
    expect(await faultsOf(page, 'registrations-results')).toEqual([]);
    await results.getByRole('button', { name: 'Back to the queue' }).click();
    expect(await stateOf(clear)).toBe('accepted');
    await page.getByText(/^Protected \d+$/).click();
    await page.getByRole('link', { name: /Haven Logistiek/ }).waitFor();
    expect(await faultsOf(page, 'registrations-protected')).toEqual([]);
    await end();
  });

  it('are answered at once for direct-only accounts, whose list a file replaces whole or not at all', async () => {
    const { page, end } = await open(paths.directOnlyAccounts('demo'));
    await page.getByRole('heading', { name: 'No list was given yet' }).waitFor();
    const choose = (name: string, text: string) =>
      page
        .getByLabel('Choose a CSV')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const dialog = page.getByRole('dialog');
    await choose('bad.csv', 'name,domain,country\nAcme,acme-direct.nl,Holland\n');
    await dialog.getByRole('button', { name: 'Replace it' }).click();
    await dialog.getByRole('cell', { name: 'row 2, country' }).waitFor();
    expect(await faultsOf(page, 'direct-only-errors')).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep the list' }).click();
    await choose('good.csv', 'name;domain;country\nAcme;acme-direct.nl;NL\nBorealis;;DE\n');
    await dialog.getByRole('button', { name: 'Replace it' }).click();
    await page.getByText(/^2 accounts, put in on/).waitFor();
    await page.getByRole('rowheader', { name: 'Borealis' }).waitFor();
    expect(await faultsOf(page, 'direct-only')).toEqual([]);
    await end();
    expect(await stateOf(await register(one, 'Acme', 'acme-direct.nl'))).toBe('rejected');
  });

  it('are closed to a partner that is suspended, from its page', async () => {
    const { page, end } = await open(paths.partner('demo', two));
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend it' }).click();
    await page.getByText(/^Suspended since/).waitFor();
    await page.getByRole('heading', { name: 'Registrations that wait' }).waitFor();
    expect(await faultsOf(page, 'partner-suspended')).toEqual([]);
    await expect(register(two, 'Late BV', 'late-suspended.nl')).rejects.toThrow('409');
    await page.getByRole('button', { name: 'Let it register again' }).click();
    await page.getByText('May register', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change territory' }).click();
    await page.getByRole('combobox', { name: 'Countries of its agreement' }).fill('Germany');
    await page.getByRole('option', { name: 'Germany', exact: true }).click();
    expect(await faultsOf(page, 'partner-territory')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('definition').getByText('Germany', { exact: true }).waitFor();
    await end();
  });
});
