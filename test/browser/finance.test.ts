import { beforeAll, describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { keyboardOf } from './keyboard.ts';
import { faultsOf } from './look.ts';

const { open, read, send } = await openCompany();
const password = 'four walking green lamps';

type Quarters = { items: { quarter: { start: string; label: string }; state: string }[] };
type Quarter = {
  figures: {
    measure: string;
    class: string;
    frozenMinor: number;
    acceptedMinor: number;
    waitingMinor: number;
  }[];
  deals: { measure: string; class: string; opportunityId: string; amountMinor: number }[];
};
type Samples = { unaudited: boolean; items: { month: string; population: number }[] };
type Sample = {
  size: number;
  judged: number;
  errors: number;
  draw: { seedAgrees: boolean; dealsAgree: boolean };
};
type Board = { sourcedClosedWonLastQuarter: { amountMinor: number; deals: number } };

const board = async () => (await read<Board>('/o/demo/scoreboard')).sourcedClosedWonLastQuarter;

beforeAll(async () => {
  const { me } = await read<{ me: { membershipId: string } }>('/o/demo');
  await send('PATCH', `/o/demo/members/${me.membershipId}`, { roles: ['administrator', 'cro', 'cfo'] });
});

describe('the quarter that the CFO closes', () => {
  it('is frozen as it is shown, stays when a deal is deleted, and moves only beside it when Finance accepts', async () => {
    const { items } = await read<Quarters>('/o/demo/quarters');
    const last = items.find(({ state }) => state === 'open')?.quarter;
    const booked = await board();
    const { page, end } = await open(paths.creditQuarters('demo'));
    const { tabTo, type, key, press, write } = keyboardOf(page);
    await page.getByRole('button', { name: 'Close' }).first().waitFor();
    expect(await faultsOf(page, 'quarters')).toEqual([]);

    await press('Close');
    const dialog = page.getByRole('dialog', { name: `Close ${last?.label}` });
    await dialog.getByText('A close cannot be taken back').waitFor();
    expect(await faultsOf(page, 'quarter-close')).toEqual([]);
    await tabTo('textbox', 'Your password');
    await type(password);
    await key('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Closed by Kim Jansen').waitFor();

    const closed = await read<Quarter>(`/o/demo/quarters/${last?.start}`);
    const wonOf = (quarter: Quarter) =>
      quarter.figures.find((one) => one.measure === 'closed_won' && one.class === 'sourced');
    expect(wonOf(closed)?.frozenMinor).toBe(booked.amountMinor);
    expect(await board()).toMatchObject({ amountMinor: booked.amountMinor, deals: booked.deals });

    const gone = closed.deals.find((one) => one.measure === 'closed_won' && one.class === 'sourced');
    await send('POST', `/o/demo/opportunities/${gone?.opportunityId}/deletion`, { reason: 'Entered twice' });
    expect(await board()).toMatchObject({ amountMinor: booked.amountMinor, deals: booked.deals });

    await page.goto(new URL(paths.creditQuarter('demo', last?.start ?? ''), page.url()).href);
    await page.getByText('its source deleted it').first().waitFor();
    expect(await faultsOf(page, 'quarter')).toEqual([]);
    await press('Accept');
    await write('Why', 'Seen in the CRM');
    await press('Accept');
    await page.getByText('Accepted by Kim Jansen').waitFor();
    const after = wonOf(await read<Quarter>(`/o/demo/quarters/${last?.start}`));
    expect(after).toMatchObject({
      ...{ frozenMinor: booked.amountMinor, acceptedMinor: -(gone?.amountMinor ?? 0), waitingMinor: 0 },
    });

    await page.goto(new URL(paths.scoreboard('demo'), page.url()).href);
    await page.getByRole('link', { name: 'As booked' }).waitFor();
    expect(await faultsOf(page, 'scoreboard-booked')).toEqual([]);
    await end();
  });
});

describe('the monthly sample', () => {
  it('is worked through with one key a deal, and marks the figures when it finds too many errors', async () => {
    const { items } = await read<Samples>('/o/demo/credit-audit/samples');
    const month = items.find(({ population }) => population >= 10)?.month ?? '';
    const { page, end } = await open(paths.creditAudit('demo'));
    const { key, press, type } = keyboardOf(page);
    await page.getByRole('button', { name: 'Draw' }).first().waitFor();
    expect(await faultsOf(page, 'credit-audit')).toEqual([]);
    await press('Draw');
    await page.getByText(/^Drawn: \d+ of \d+ deals\.$/).waitFor();

    await page.goto(new URL(paths.creditSample('demo', month), page.url()).href);
    await page.getByRole('button', { name: 'Sound' }).waitFor();
    expect(await faultsOf(page, 'credit-sample')).toEqual([]);
    const sample = () => read<Sample>(`/o/demo/credit-audit/samples/${month}`);
    expect((await sample()).draw).toMatchObject({ seedAgrees: true, dealsAgree: true });

    const { size } = await sample();
    for (let done = 0; done < size; done += 1) {
      if (done < 2) {
        await key('e');
        await page.getByRole('textbox', { name: 'What is wrong' }).waitFor();
        await type('The mail names another account');
        await key('Control+Enter');
      } else {
        await key('s');
      }
      await page.getByText(`${done + 1} of ${size} looked at`).waitFor();
    }
    expect(await sample()).toMatchObject({ judged: size, errors: 2 });
    await page.getByText('Too many errors').waitFor();

    await page.goto(new URL(paths.scoreboard('demo'), page.url()).href);
    await page.getByRole('link', { name: 'Unaudited' }).waitFor();
    await page.getByText('figures unaudited').waitFor();
    expect(await faultsOf(page, 'scoreboard-unaudited')).toEqual([]);
    await end();
  });
});
