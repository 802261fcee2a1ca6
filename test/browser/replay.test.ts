import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf } from './look.ts';

const { open, read } = await openCompany();

type Replays = { items: { id: string; state: string; about: string; by: string }[] };
type Replay = {
  result: { deals: number; movedDeals: number; flows: { from: string; to: string; deals: number }[] } | null;
};

const latest = async () => (await read<Replays>('/o/demo/credit/replays')).items[0];

describe('what if', () => {
  it('replays the quarters under a page with other numbers, draws it, and opens the deals behind a figure', async () => {
    const { page, end } = await open(paths.creditReplay('demo'));
    await page.getByRole('textbox', { name: 'Introduction before the deal (days)' }).fill('3');
    await page.getByRole('textbox', { name: 'Time to log a touch (days)' }).fill('1');
    expect(await faultsOf(page, 'replay-form')).toEqual([]);
    await page.getByRole('button', { name: 'Replay four quarters' }).click();
    await page.getByRole('heading', { name: /deals change$/ }).waitFor();
    const replay = await latest();
    expect(replay).toMatchObject({ state: 'done', about: 'given', by: 'Kim Jansen' });
    const { result } = await read<Replay>(`/o/demo/credit/replays/${replay?.id}`);
    const heading = page.getByRole('heading', {
      name: `${result?.movedDeals} of ${result?.deals} deals change`,
    });
    await heading.waitFor();
    await page.getByRole('figure', { name: 'Deals from class to class' }).waitFor();
    await page.getByRole('heading', { name: 'What makes the difference' }).waitFor();
    expect(await faultsOf(page, 'replay-result')).toEqual([]);

    const [move] = (result?.flows ?? []).filter(({ from, to }) => from !== to);
    await page.getByRole('list', { name: 'Deals that move' }).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Show all' }).waitFor();
    const rows = page.getByRole('navigation', { name: 'Pages' });
    await rows.getByText(`${move?.deals} ${move?.deals === 1 ? 'row' : 'rows'}`).waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'All of them as a file (CSV)' }).click();
    expect((await file).suggestedFilename()).toBe('replay.csv');
    await end();
  });

  it('explains a past number, and changes nothing under the page as it is', async () => {
    const { page, end } = await open(paths.creditReplay('demo'));
    await page.getByRole('button', { name: 'Replay four quarters' }).click();
    await page.getByRole('heading', { name: 'No deal changes' }).waitFor();
    await page.getByRole('radio', { name: 'No other page: explain a past number' }).click();
    await page.getByRole('button', { name: 'Explain it' }).click();
    await page
      .getByText(/^What was known on/)
      .first()
      .waitFor();
    await expect.poll(async () => (await latest())?.about).toBe('then');
    expect(await faultsOf(page, 'replay-past')).toEqual([]);
    await end();
  });

  it('teaches where there is nothing to replay', async () => {
    const { page, end } = await open(paths.creditReplay('default'));
    await page.getByRole('button', { name: 'Replay four quarters' }).click();
    await page.getByRole('heading', { name: 'There is nothing to replay' }).waitFor();
    expect(await faultsOf(page, 'replay-empty')).toEqual([]);
    await end();
  });
});
