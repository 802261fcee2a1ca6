import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import type { Company } from './company.ts';
import { faultsOf } from './look.ts';

/** The frame of the organization, changed by its administrator; and ways in that say nothing about who exists. */
export function tellSettings({ open, read, product, browser }: Company): void {
  describe('the settings of an organization', () => {
    it('take another name and holidays, and refuse a day that does not exist', async () => {
      const { page, end } = await open(paths.organizationSettings('default'));
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind Traders');
      // The hour of letters has a form of its own.
      const frame = page.locator('form').filter({ has: page.getByLabel('Holidays') });
      const save = frame.getByRole('button', { name: 'Save', exact: true });
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

  describe('a key of the API', () => {
    it('is made with its rights, shown once, works, and is revoked', async () => {
      const { page, end } = await open(paths.apiKeys('default'));
      await page.getByText('No program has a key yet').waitFor();
      await page.getByRole('button', { name: 'Make a key' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Form on our web site');
      const make = page.getByRole('button', { name: 'Make the key' });
      expect(await make.isDisabled()).toBe(true);
      await page.getByRole('checkbox', { name: 'Register deals for partners' }).check();
      await page.getByRole('checkbox', { name: 'Read partners' }).check();
      expect(await faultsOf(page, 'make-api-key')).toEqual([]);
      await make.click();
      const secret = await page.getByText(/^tandem_/).textContent();
      expect(await faultsOf(page, 'api-key-secret')).toEqual([]);
      await page.getByRole('button', { name: 'I have it' }).click();
      const call = (path: string) =>
        fetch(`${product.address}/api/v1/o/default/${path}`, {
          headers: { authorization: `Bearer ${secret}` },
        });
      expect((await call('partners')).status).toBe(200);
      expect((await call('members')).status).toBe(403);
      await page.reload();
      expect(await page.getByText('never').count()).toBe(0);
      expect(await page.content()).not.toContain(secret);
      expect(await faultsOf(page, 'api-keys')).toEqual([]);
      await page.getByRole('button', { name: 'Revoke Form on our web site' }).click();
      await page.getByRole('button', { name: 'Revoke the key' }).click();
      await page.getByText('Revoked', { exact: true }).waitFor();
      expect((await call('partners')).status).toBe(401);
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
