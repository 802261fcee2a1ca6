import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf, takePicture } from './look.ts';

const { open, read, send, product } = await openCompany();

type Members = { items: { membershipId: string; name: string; roles: string[] }[] };
type Program = {
  kickoffOn: string | null;
  mode: string;
  today: string;
  seats: { seat: string; holders: { name: string; interim: string | null }[] }[];
};
type Week = { pack: { tasks: { doneAt: number | null }[] } };
type Watch = { gates: { key: string; state: string; override: { reason: string } | null }[] };

const program = (org: string): Promise<Program> => read(`/o/${org}/program`);
const holders = async (org: string, seat: string) =>
  (await program(org)).seats
    .find((one) => one.seat === seat)
    ?.holders.map(({ name, interim }) => ({ name, interim }));
const ticked = async (): Promise<number> => {
  const { pack } = await read<Week>('/o/default/program/week-one');
  return pack.tasks.filter((one) => one.doneAt !== null).length;
};
const gate = async (key: string) =>
  (await read<Watch>('/o/demo/program/watch')).gates.find((one) => one.key === key);

/** The card of a gate or of a seat, by its heading. */
const cardOf = (within: Locator, heading: string | RegExp): Locator =>
  within
    .page()
    .locator('.mantine-Paper-root')
    .filter({
      has: within.page().getByRole('heading', { level: 2, name: heading, exact: true }),
    });

describe('the home of the program', () => {
  it('leads a founder from one thing to the next, and begins with the kickoff', async () => {
    const { page, end } = await open(paths.program('default'));
    const needs = cardOf(page.locator('main'), 'What needs you').getByRole('listitem');
    await needs.nth(2).waitFor();
    expect(await needs.allInnerTexts()).toEqual([
      'Set the kickoff, the day from which the weeks count.',
      'Name who answers as CRO, CFO and Head of Partnerships, for good or in the interim.',
      'Write “Thesis”. It takes about 20 minutes.',
    ]);
    await needs.first().getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: 'When does the program begin?' });
    await dialog.waitFor();
    expect(await faultsOf(page, 'program-set-clock')).toEqual([]);
    const { today } = await program('default');
    await dialog.getByLabel('Kickoff').fill(today);
    await dialog.getByLabel(/We have partners already/).check();
    await dialog.getByRole('button', { name: 'Set the clock' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await program('default')).toMatchObject({ kickoffOn: today, mode: 'running' });
    await page.getByRole('heading', { name: 'The partners you have, and what is missing' }).waitFor();
    await page.getByRole('figure', { name: /^The launch plan/ }).waitFor();
    expect(await needs.allInnerTexts()).not.toContain('Set the kickoff, the day from which the weeks count.');
    expect(await faultsOf(page, 'program-running-home')).toEqual([]);
    await page.getByRole('button', { name: 'Change the kickoff' }).click();
    await dialog.getByLabel(/We have none yet/).check();
    await dialog.getByRole('button', { name: 'Set the clock' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await program('default')).toMatchObject({ mode: 'new' });
    await end();
  });

  it('opens the number of a seat to its figure on the scoreboard', async () => {
    const { page, end } = await open(paths.program('demo'));
    await page.getByText('Who owns which number', { exact: true }).click();
    const figures = page.locator('details').filter({ hasText: 'Who owns which number' }).getByRole('link');
    await figures.first().waitFor();
    const hrefs = await figures.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const opens = hrefs.filter((href) => href.includes('figure='));
    expect(opens.length).toBeGreaterThan(0);
    expect(await faultsOf(page, 'program-owned')).toEqual([]);
    for (const href of opens) {
      await page.goto(product.address + href);
      await page.getByRole('dialog').waitFor();
      expect(await page.getByRole('alert').count(), href).toBe(0);
    }
    await end();
  });

  it('shows every pitfall on demand, those that nobody can measure too', async () => {
    const { page, end } = await open(paths.program('demo'));
    await page.getByRole('button', { name: /^Show the other \d+/ }).click();
    const watch = cardOf(page.locator('main'), 'Pitfall watch').getByRole('listitem');
    expect(await watch.count()).toBe(15);
    await watch.filter({ hasText: 'Not measured yet' }).first().waitFor();
    await end();
  });
});

describe('the gates', () => {
  it('are opened by the CRO with a reason that stays in view, and closed again', async () => {
    const { page, end } = await open(paths.programGates('demo', 'g6'));
    await page.getByRole('button', { name: 'Override G6' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open G6 all the same?' });
    const confirm = dialog.getByRole('button', { name: 'Open it by override' });
    await dialog.getByLabel('Reason').fill('Too short');
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('The certification follows in two weeks.');
    expect(await faultsOf(page, 'program-override')).toEqual([]);
    await confirm.click();
    await dialog.waitFor({ state: 'hidden' });
    const card = cardOf(page.locator('main'), /^G6 · /);
    await card.getByText('Open by override').waitFor();
    await card.getByText('Overridden by Kim Jansen').waitFor();
    await card.getByText('The certification follows in two weeks.').waitFor();
    expect(await gate('g6')).toMatchObject({ state: 'overridden' });
    expect(await faultsOf(page, 'program-overridden')).toEqual([]);
    await card.getByRole('button', { name: 'Take it back' }).click();
    await card.getByText('Closed', { exact: true }).waitFor();
    expect(await gate('g6')).toMatchObject({ state: 'closed', override: null });
    await end();
  });
});

describe('the seats', () => {
  it('are given in the interim, ended, and given back by Undo', async () => {
    const { page, end } = await open(paths.programSeats('demo'));
    await page.getByRole('button', { name: 'Name a holder: Partner marketing' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who holds Partner marketing?' });
    await dialog.getByLabel('Person').selectOption({ label: 'Kim Jansen' });
    // The way that fits the roles of the person is chosen, and the others are closed.
    expect(await dialog.getByLabel('In the interim, as CRO').isChecked()).toBe(true);
    expect(await dialog.getByLabel('For good').isDisabled()).toBe(true);
    expect(await faultsOf(page, 'program-assign-seat')).toEqual([]);
    await dialog.getByRole('button', { name: 'Give the seat' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const card = cardOf(page.locator('main'), 'Partner marketing');
    await card.getByText(', in the interim as CRO').waitFor();
    expect(await holders('demo', 'partner_marketing')).toEqual([{ name: 'Kim Jansen', interim: 'cro' }]);
    await card.getByRole('button', { name: 'End Kim Jansen’s time in this seat' }).click();
    await card.getByText('Nobody answers for this seat.').waitFor();
    expect(await holders('demo', 'partner_marketing')).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.getByText(', in the interim as CRO').waitFor();
    expect(await holders('demo', 'partner_marketing')).toEqual([{ name: 'Kim Jansen', interim: 'cro' }]);
    await end();
  });

  it('pass to a successor, with partners and tasks, in one act', async () => {
    const { page, end } = await open(paths.programSeats('demo'));
    await page.getByRole('button', { name: 'Hand over' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hand over everything that a person holds' });
    await dialog.getByLabel('From').selectOption({ label: 'Elena Sorokina' });
    await dialog.getByLabel('To').selectOption({ label: 'Marcus Adeyemi' });
    expect(await faultsOf(page, 'program-hand-over')).toEqual([]);
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText(/^Passed on: 1 seat, \S+ partners, \S+ tasks\.$/).waitFor();
    expect(await holders('demo', 'head_of_partnerships')).toEqual([
      { name: 'Marcus Adeyemi', interim: 'cro' },
    ]);
    await end();
  });
});

describe('the first week of the leader', () => {
  beforeAll(async () => {
    const { items } = await read<Members>('/o/default/members');
    const membershipId = items[0]?.membershipId;
    await send('PATCH', `/o/default/members/${membershipId}`, {
      roles: ['administrator', 'head_of_partnerships'],
    });
    await send('POST', '/o/default/program/seats/head_of_partnerships/holders', {
      membershipId,
      interim: null,
    });
  });

  it('is offered on the home page, opens, and takes a tick and takes it back', async () => {
    const { page, end } = await open(paths.program('default'));
    await page.getByRole('link', { name: 'Open your first week' }).click();
    const task = page.getByRole('checkbox').first();
    await task.waitFor();
    expect(await page.getByRole('list').first().getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await faultsOf(page, 'program-first-week')).toEqual([]);
    await takePicture(page, 'program-first-week', true);
    await task.check();
    await expect.poll(ticked).toBe(1);
    await task.uncheck();
    await expect.poll(ticked).toBe(0);
    await page.reload();
    await task.waitFor();
    expect(await task.isChecked()).toBe(false);
    await end();
  });
});

describe('the arithmetic on its own page', () => {
  it('moves its tornado to the result that is asked for', async () => {
    const { page, end } = await open(paths.programArithmetic('demo'));
    await page.getByRole('heading', { name: 'The plan can work' }).waitFor();
    await page.getByRole('combobox', { name: 'Result that moves' }).selectOption('roi');
    await page.getByRole('figure', { name: /return/i }).waitFor();
    await end();
  });
});
