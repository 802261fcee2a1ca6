import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { accessibilityViolations, launchBrowser } from '#test/harness/browser.ts';
import { startProduct } from '#test/harness/product.ts';

const product = await startProduct();
const browser: Browser = await launchBrowser();
afterAll(() => browser.close());

describe('the product, started as the README says', () => {
  it('prints an address where a person can set it up, on a page without a fault', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(product.setUpUrl);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('answers the commands of the same data folder while it runs', async () => {
    const { code, out } = await product.cli(['doctor', '--json']);
    expect(JSON.parse(out)).toMatchObject({ ok: true });
    expect(code).toBe(0);
  });
});
