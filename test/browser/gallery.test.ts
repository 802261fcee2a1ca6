import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWeb } from '#server/http/web-static.ts';
import { accessibilityViolations, launchBrowser } from '#test/harness/browser.ts';
import { buildGallery } from './gallery-build.ts';
import { openPage, overflowing, takePicture } from './look.ts';

let folder: string;
let app: FastifyInstance;
let browser: Browser;
let address: string;

beforeAll(async () => {
  folder = await buildGallery();
  app = Fastify();
  await serveWeb(app, folder);
  await app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(width: number, colorScheme: 'light' | 'dark') {
  const opened = await openPage(browser, width, colorScheme);
  await opened.page.goto(address);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

describe('the primitives of the web', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      it(`are accessible and break no policy in ${colorScheme} at ${width} px`, async () => {
        const { page, complaints } = await open(width, colorScheme);
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await overflowing(page)).toEqual([]);
        await takePicture(page, `gallery-${colorScheme}-${width}`, true);
        await page.close();
      });
    }

    it(`have accessible dialogs, palette and messages in ${colorScheme}`, async () => {
      const { page, complaints } = await open(1440, colorScheme);
      await page.getByRole('button', { name: 'Show a message' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Remove member' }).click();
      await page.getByRole('dialog', { name: 'Remove Kim' }).waitFor();
      await page.waitForTimeout(400);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /How is this computed\? Sourced pipeline/ }).click();
      await page.waitForTimeout(400);
      expect(await accessibilityViolations(page)).toEqual([]);
      await takePicture(page, `why-${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
      await page.waitForTimeout(400);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Go to, find or do' }).waitFor();
      await page.waitForTimeout(400);
      expect(await accessibilityViolations(page)).toEqual([]);
      await takePicture(page, `palette-${colorScheme}`);
      expect(complaints).toEqual([]);
      await page.close();
    });
  }

  it('move between rows by j, k and the arrows, and open one by Enter', async () => {
    const { page } = await open(1440, 'light');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Deal 2 for renewal and expansion',
    );
    await page.close();
  });
});
