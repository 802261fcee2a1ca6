import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import type { Company } from './company.ts';

/** The frame of the organization, changed by its administrator; and ways in that say nothing about who exists. */
export function tellSettings({ open, read, product, browser }: Company): void {
  describe('the settings of an organization', () => {
    it('take another name and holidays, and refuse a day that does not exist', async () => {
      const { page, end } = await open(paths.organizationSettings('default'));
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind Traders');
      const save = page.getByRole('button', { name: 'Save', exact: true });
      await page.getByLabel('Holidays').fill('2026-02-30');
      await page.getByText('Not a date: 2026-02-30').waitFor();
      expect(await save.isDisabled()).toBe(true);
      await page.getByLabel('Holidays').fill('2026-12-25\n2026-12-26');
      await save.click();
      await page.getByText('Saved.').waitFor();
      expect(await read('/o/default')).toMatchObject({
        name: 'Northwind Traders',
        holidays: ['2026-12-25', '2026-12-26'],
      });
      await end();
    });

    it('take an exchange rate and show it', async () => {
      const { page, end } = await open(paths.organizationSettings('default'));
      await page.getByRole('combobox', { name: 'Currency' }).last().fill('USD');
      await page.getByRole('option', { name: /USD/ }).first().click();
      await page.getByLabel('From').fill('2026-01-01');
      await page.getByLabel('One buys this much EUR').fill('0.92');
      await page.getByRole('button', { name: 'Record the rate' }).click();
      await page.getByText('The rate is recorded.').waitFor();
      expect(await read('/o/default/exchange-rates')).toEqual({
        items: [{ currency: 'USD', effectiveOn: '2026-01-01', rate: '0.92' }],
      });
      await end();
    });
  });

  describe('a wrong password', () => {
    it('says the same for somebody who exists and for nobody', async () => {
      const told: (string | null)[] = [];
      for (const email of ['kim@northwind.example', 'nobody@northwind.example']) {
        const page = await browser.newPage();
        await page.goto(`${product.address}${paths.signIn()}`);
        await page.getByLabel('Mail address').fill(email);
        await page.getByRole('textbox', { name: 'Password' }).fill('not the password at all');
        await page.getByRole('button', { name: 'Sign in' }).click();
        const alert = page.getByRole('alert').first();
        await alert.waitFor();
        told.push(await alert.textContent());
        await page.close();
      }
      expect(told[0]).toBe(told[1]);
      expect(told[0]?.length).toBeGreaterThan(10);
    });
  });
}
