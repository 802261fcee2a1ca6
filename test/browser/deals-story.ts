import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import type { Company } from './company.ts';

type Deals = { items: { opportunityId: string; name: string; outcome: string }[] };
type Credit = { disputes: { claim: string; closedAt: number | null; outcome: string | null }[] };

/** Deals and partners of the demo company: lists, details, the palette and the keyboard. */
export function tellDeals({ open, read, send }: Company): void {
  describe('the list of deals', () => {
    it('keeps its filters in the address: Back, forward and a reload restore them', async () => {
      const { page, end } = await open(paths.pipeline('demo'));
      const rows = page.getByRole('region', { name: 'Deals' }).getByRole('row');
      await rows.nth(1).waitFor();
      await page.getByRole('combobox', { name: 'Outcome' }).click();
      await page.getByRole('option', { name: 'Won', exact: true }).click();
      await page.waitForURL(/outcome=won/);
      const { count } = await read<{ count: number }>('/o/demo/opportunities/count?outcome=won');
      await page.getByText(new RegExp(`^${count} deals?`)).waitFor();
      await page.getByRole('button', { name: 'Amount' }).click();
      await page.waitForURL(/sort=/);
      const sorted = page.url();
      await page.goBack();
      await page.waitForURL((url) => url.search === '?outcome=won');
      await page.goBack();
      await page.waitForURL((url) => url.search === '');
      expect(await page.getByRole('combobox', { name: 'Outcome' }).inputValue()).toBe('');
      await page.goForward();
      await page.goForward();
      await page.waitForURL(sorted);
      await page.reload();
      await rows.nth(1).waitFor();
      expect(await page.getByRole('combobox', { name: 'Outcome' }).inputValue()).toBe('Won');
      await end();
    });

    it('keeps a view under a name, applies it again and takes it away', async () => {
      const { page, end } = await open(paths.pipeline('demo', { outcome: 'open' }));
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'Save this view' }).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('What is open');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('What is open is saved.').waitFor();
      await page.goto(page.url().replace(/\?.*$/, ''));
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: /What is open/ }).click();
      await page.waitForURL(/outcome=open/);
      await page.getByRole('button', { name: 'What is open', exact: true }).click();
      await page.getByRole('button', { name: 'Remove the view What is open' }).click();
      await page.getByText('The view What is open is removed.').waitFor();
      expect(await read('/o/demo/views?page=opportunities')).toEqual({ items: [] });
      await end();
    });

    it('is walked by j and k and opened by Enter', async () => {
      const { page, end } = await open(paths.pipeline('demo'));
      const { items } = await read<Deals>('/o/demo/opportunities?limit=3');
      await page.locator('[data-row-link]').first().waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
      for (const [key, index] of [
        ['j', 0],
        ['j', 1],
        ['j', 2],
        ['k', 1],
      ] as const) {
        await page.keyboard.press(key);
        expect(await focused()).toBe(paths.opportunity('demo', items[index]?.opportunityId ?? ''));
      }
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: items[1]?.name ?? '' }).waitFor();
      await end();
    });

    it('teaches what to do where there is none', async () => {
      const { page, end } = await open(paths.pipeline('default'));
      await page.getByText('No deals yet').waitFor();
      await page.getByRole('link', { name: 'Bring your pipeline' }).waitFor();
      await end();
    });
  });

  describe('the palette', () => {
    it('finds a partner by the start of its name and goes there by Enter', async () => {
      const { page, end } = await open(paths.pipeline('demo'));
      const { items } = await read<{ items: { partnerId: string; name: string }[] }>('/o/demo/partners');
      const [partner] = items;
      await page.locator('[data-row-link]').first().waitFor();
      await page.keyboard.press('Control+k');
      const field = page.getByPlaceholder('Go to, find or do …');
      await field.fill(partner?.name ?? '');
      await page
        .getByRole('dialog')
        .getByText(partner?.name ?? '', { exact: true })
        .first()
        .waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${paths.partner('demo', partner?.partnerId ?? '')}`);
      await page.getByRole('heading', { level: 1, name: partner?.name ?? '' }).waitFor();
      await end();
    });
  });

  describe('one deal', () => {
    it('explains its credit test by test, and takes a dispute from its opening to its end', async () => {
      const { items } = await read<Deals>('/o/demo/opportunities?credit=sourced&outcome=open&limit=5');
      const deal = items.at(-1);
      const id = deal?.opportunityId ?? '';
      const { page, end } = await open(paths.opportunity('demo', id));
      await page.getByRole('heading', { level: 1, name: deal?.name ?? '' }).waitFor();
      const tests = page.getByRole('region', { name: 'Tests' }).getByRole('listitem');
      await tests.first().waitFor();
      expect(await tests.count()).toBeGreaterThanOrEqual(5);
      const disputes = page.getByRole('region', { name: 'Disputes' });
      await disputes.getByRole('button', { name: 'Dispute this credit' }).click();
      const claim = 'We met them before';
      await page.getByLabel('What is claimed, and why').fill(claim);
      await page.getByRole('button', { name: 'Open the dispute' }).click();
      await disputes.getByText(claim).waitFor();
      await disputes.getByText('open', { exact: true }).waitFor();
      await disputes.getByRole('link', { name: /^Dispute \d+$/ }).click();
      await page.getByLabel('What both sides will read').fill('The calendar shows that they were first');
      await page.getByRole('button', { name: 'Take the case back' }).click();
      const credit = async () =>
        (await read<Credit>(`/o/demo/opportunities/${id}/credit`)).disputes.find(
          (one) => one.claim === claim,
        );
      await expect.poll(credit).toMatchObject({ closedAt: expect.any(Number) });
      expect((await credit())?.outcome).toContain('they were first');
      await end();
    });

    it('that does not exist says so and leads back', async () => {
      const { page, end } = await open(paths.opportunity('demo', '01980000-0000-7000-8000-000000000000'));
      await page.getByRole('heading', { name: 'This deal cannot be shown' }).waitFor();
      await end();
    });
  });

  describe('partners', () => {
    it('are listed, filtered in the address and opened with their people and deals', async () => {
      const { page, end } = await open(paths.partners('demo'));
      const links = page.locator('[data-row-link]');
      await links.first().waitFor();
      const name = (await links.first().locator('xpath=ancestor-or-self::a').textContent()) ?? '';
      await page.getByRole('combobox', { name: 'Archetype' }).click();
      await page.getByRole('option').first().click();
      await page.waitForURL(/archetype=/);
      await page.goBack();
      await links.first().waitFor();
      await links.first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(name).toContain((await page.getByRole('heading', { level: 1 }).textContent()) ?? 'no name');
      await page.getByText('@').first().waitFor();
      await end();
    });

    it('that were never added leave a list that says how to begin', async () => {
      const { page, end } = await open(paths.partners('default'));
      await page.getByText('No partners yet').waitFor();
      await send('POST', '/o/default/partners', { name: 'First partner' });
      await page.reload();
      await page.getByRole('link', { name: 'First partner' }).click();
      await page.getByRole('heading', { level: 1, name: 'First partner' }).waitFor();
      await end();
    });
  });
}
