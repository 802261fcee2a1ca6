import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FigureRows, Scoreboard } from '#core/scoreboard/payload.ts';
import { paths } from '#web/paths.ts';
import type { Company } from './company.ts';
import { overflowing } from './look.ts';

const fixed = ['Sourced pipeline', 'Sourced closed-won'] as const;

/** An amount as it is written, in minor units of a currency with cents. */
function minorOf(text: string): number {
  const digits = text.replaceAll('\u2212', '-').replaceAll(/[^0-9.-]/g, '');
  return Math.round(Number(digits) * 100);
}

/** The rows of the open panel: what each adds, and the sum below them. All pages are fetched first. */
async function readPanel(page: Page): Promise<{ adds: number[]; sum: number }> {
  const panel = page.getByRole('dialog');
  await panel.getByRole('table').waitFor();
  const more = panel.getByRole('button', { name: 'Show more' });
  while ((await more.count()) > 0) {
    // The button goes when the last page has come; a click that finds it gone, or busy, looks again.
    await more.click({ timeout: 1000 }).catch(() => {});
    await page.waitForTimeout(50);
  }
  const cells = await panel.locator('tbody tr td:nth-child(2)').allTextContents();
  const sum = (await panel.locator('tfoot td:nth-child(2)').textContent()) ?? '';
  return { adds: cells.filter((text) => /\d/.test(text)).map(minorOf), sum: minorOf(sum) };
}

/** The weekly screen, as the CRO of the demo company uses it. */
export function tellScoreboard({ open, read }: Company): void {
  const boardOf = (asOf?: string) =>
    read<Scoreboard>(`/o/demo/scoreboard${asOf === undefined ? '' : `?asOf=${asOf}`}`);

  describe('the scoreboard of the demo company', () => {
    it('answers in a sentence, shows three numbers and fits a screen of 1440 by 900', async () => {
      const { page, end } = await open(paths.scoreboard('demo'));
      const board = await boardOf();
      const sentence = page.getByRole('heading', { level: 1 });
      await sentence.waitFor();
      expect((await sentence.textContent())?.length).toBeGreaterThan(30);
      for (const name of fixed) {
        const tile = page.getByRole('region', { name, exact: true });
        expect(await tile.locator('[data-figure]').count()).toBeGreaterThan(0);
      }
      const { figure } = board.forecastSourcedPipelineNextQuarter;
      expect(await page.locator(`[data-figure="${figure}"]`).count()).toBeGreaterThan(0);
      await page.waitForLoadState('networkidle');
      const heights = await page.evaluate(() => [
        document.documentElement.scrollHeight,
        document.querySelector('main')?.scrollHeight ?? 0,
      ]);
      for (const height of heights) expect(height).toBeLessThanOrEqual(900);
      await end();
    });

    it('opens each of its numbers to rows that sum to it, and Back closes them', async () => {
      const { page, end } = await open(paths.scoreboard('demo'));
      const board = await boardOf();
      const figures = [
        board.sourcedPipelineThisQuarter,
        board.sourcedClosedWonLastQuarter,
        board.company.openPipeline.all,
      ];
      for (const { figure, amountMinor, deals } of figures) {
        await page.locator(`main [data-figure="${figure}"]`).first().click();
        const { adds, sum } = await readPanel(page);
        expect(
          adds.reduce((total, each) => total + each, 0),
          figure,
        ).toBe(amountMinor ?? 0);
        expect(sum, figure).toBe(amountMinor ?? 0);
        const rows = await read<FigureRows>(`/o/demo/scoreboard/rows?figure=${figure}`);
        expect([rows.total, rows.rows]).toEqual([amountMinor, deals]);
        await page.goBack();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        expect(page.url()).not.toContain('figure=');
      }
      await end();
    });

    it('shows a day of the past by the date field, says so, and comes back', async () => {
      const { page, end } = await open(paths.scoreboard('demo'));
      const past = '2026-03-02';
      await page.getByLabel('As of', { exact: true }).fill(past);
      await page.getByText('The past:').waitFor();
      expect(page.url()).toContain(`asOf=${past}`);
      const board = await boardOf(past);
      const { figure, amountMinor } = board.company.openPipeline.all;
      await page.locator(`main [data-figure="${figure}"]`).first().click();
      expect((await readPanel(page)).sum).toBe(amountMinor);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('link', { name: 'Back to today' }).click();
      await page.getByText('The past:').waitFor({ state: 'hidden' });
      await end();
    });

    it('needs no sideways scrolling on a phone, the open panel included', async () => {
      const { page, end } = await open(paths.scoreboard('demo'));
      await page.setViewportSize({ width: 360, height: 740 });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await overflowing(page)).toEqual([]);
      await page.goto(page.url().replace(/\?.*$/, '').concat('?figure=company.open.all'));
      await page.getByRole('dialog').getByRole('table').waitFor();
      expect(await overflowing(page)).toEqual([]);
      await end();
    });
  });

  describe('the scoreboard of an organization without deals', () => {
    it('says what it is for and leads to the import, without a single nought', async () => {
      const { page, end } = await open(paths.scoreboard('default'));
      await page.getByText('No opportunities are known yet').waitFor();
      expect(await page.locator('[data-figure]').count()).toBe(0);
      await page.getByRole('link', { name: 'Bring your pipeline' }).click();
      await page.waitForURL(/\/o\/default\/start/);
      await end();
    });
  });
}
