import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityViolations } from '#test/harness/browser.ts';

/** The cookies of somebody who has signed in. */
export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page that keeps what the browser complains about: errors, warnings and refusals of its content policy. */
export async function openPage(
  browser: Browser,
  width = 1440,
  colorScheme: 'light' | 'dark' = 'light',
  storageState?: SignedIn,
) {
  const page = await browser.newPage({
    ...(storageState === undefined ? {} : { storageState }),
    viewport: { width, height: 900 },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    // An answer that refuses is no fault of the page.
    if (/the server responded with a status of 4\d\d/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** What makes the page wider than the screen; nothing may, save regions that scroll by themselves. */
export async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const reaches = (element: Element) => element.getBoundingClientRect().right > width + 0.5;
    // The innermost ones are the cause; those around them only hold them.
    return [...document.querySelectorAll('body *')]
      .filter((element) => reaches(element) && ![...element.children].some(reaches))
      .slice(0, 20)
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

/** What still overflows when the page has had time to draw itself anew; charts measure themselves after the resize. */
async function settledOverflow(page: Page): Promise<string[]> {
  let found: string[] = [];
  for (let attempt = 0; attempt < 15; attempt += 1) {
    await page.waitForTimeout(150);
    found = await overflowing(page);
    if (found.length === 0) break;
  }
  return found;
}

/**
 * What is wrong with the page as it stands: axe in both themes, and anything wider than a phone of 360 px. Leaves the
 * page as it was. With TANDEM_SCREENSHOTS it also takes a picture of each.
 */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.waitForTimeout(350);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(100);
    const found = await accessibilityViolations(page);
    faults.push(...found.map((line) => `${name}, ${colorScheme}: ${line}`));
    await takePicture(page, `${name}-${colorScheme}`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  faults.push(...(await settledOverflow(page)).map((line) => `${name}, 360 px: ${line}`));
  await takePicture(page, `${name}-360`);
  await page.setViewportSize(before);
  return faults;
}

/** Takes a picture where TANDEM_SCREENSHOTS names a folder for them. */
export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.TANDEM_SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
}
