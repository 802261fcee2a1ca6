import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations } from '#test/harness/browser.ts';

/** A page that keeps what the browser complains about: errors, warnings and refusals of its content policy. */
export async function openPage(browser: Browser, width = 1440, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({
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
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => element.outerHTML.slice(0, 160));
  });
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
  await page.waitForTimeout(150);
  faults.push(...(await overflowing(page)).map((line) => `${name}, 360 px: ${line}`));
  await takePicture(page, `${name}-360`);
  await page.setViewportSize(before);
  return faults;
}

/** Takes a picture where TANDEM_SCREENSHOTS names a folder for them. */
export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.TANDEM_SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
}
