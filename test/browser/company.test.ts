import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { tellDeals } from './deals-story.ts';
import { faultsOf, openPage } from './look.ts';
import { addresses, knownOf, outside } from './pages.ts';
import { tellScoreboard } from './scoreboard-story.ts';
import { tellSettings } from './settings-story.ts';

const company = await openCompany();
const { product, browser, signedIn } = company;
const known = await knownOf(company);

describe('every page of the web', () => {
  it('has an address here to be looked at', () => {
    expect(Object.keys(addresses).sort()).toEqual(Object.keys(paths).sort());
  });

  it.each(Object.entries(addresses).map(([name, of]) => [name, of(known)] as const))(
    '%s is there, without a fault in light, in dark and on a phone',
    async (name, list) => {
      const isOutside = outside.includes(name);
      const { page, complaints } = await openPage(browser, 1440, 'light', isOutside ? undefined : signedIn);
      for (const address of list) {
        await page.goto(product.address + address);
        await page.waitForLoadState('networkidle');
        await page.locator('h1').first().waitFor();
        const heads = await page.locator('h1').allTextContents();
        expect(heads.join(), address).not.toMatch(
          /nothing at this address|could not be shown|cannot be shown/i,
        );
        expect(await faultsOf(page, address.replaceAll(/\W+/g, '-'))).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    // Ten long pages stand behind one of the names.
    300_000,
  );
});

describe('an address that leads nowhere', () => {
  it.each([
    ['within the desk', '/o/demo/no-such-page'],
    ['on its own', '/no-such-page'],
  ])('%s is said in one main region', async (_where, address) => {
    const { page, complaints } = await openPage(browser, 1440, 'light', signedIn);
    await page.goto(product.address + address);
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    expect(await page.getByRole('main').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

tellScoreboard(company);
tellDeals(company);
tellSettings(company);
