import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf, openPage, takePicture } from './look.ts';

const { product, browser, open, as, joined, read } = await openCompany();

type Credit = { credit: string; disputed: boolean; partner: { name: string } | null };
type Deals = { items: { opportunityId: string; disputed: boolean; closedOn: string | null }[] };
type Partners = { items: { partnerId: string; name: string; openDeals: number }[] };
type Case = { state: string; closedAt: number | null };

const org = '/o/demo';

describe('a dispute, by four roles', () => {
  it('is opened by the partner, answered by the AE, ruled by two, appealed, and decided by the CRO', async () => {
    const { items: partners } = await read<Partners>(`${org}/partners?signed=true&limit=50`);
    const partner = partners.find(({ openDeals }) => openDeals > 0);
    const rep = await joined('Robin Reyes', ['partner_rep'], partner?.partnerId);
    const ae = await joined('Alex Arden', ['ae']);
    const head = await joined('Harper Hill', ['head_of_partnerships']);
    const ops = await joined('Ollie Ortega', ['partner_ops']);

    const own = await browser.newContext({ storageState: rep });
    const listed = await own.request.get(`${product.address}/api/v1${org}/portal/deals?limit=50`);
    const { items: deals } = (await listed.json()) as Deals;
    await own.close();
    const deal = deals.find((one) => one.closedOn === null && !one.disputed)?.opportunityId ?? '';
    const credit = () => read<Credit>(`${org}/opportunities/${deal}/credit`);
    const before = await credit();
    const waits = 'its commission waits until the case is closed';

    const opened = await as(rep, paths.portalDeal('demo', deal));
    await opened.page.getByRole('button', { name: 'Dispute the credit' }).click();
    const dialog = opened.page.getByRole('dialog', { name: 'Dispute the credit' });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('We opened the door in the spring');
    await dialog.getByRole('textbox', { name: 'What proves it' }).fill('https://mail.example/thread');
    expect(await faultsOf(opened.page, 'dispute-open')).toEqual([]);
    await dialog.getByRole('button', { name: 'Open the case' }).click();
    await opened.page.getByText('The case is open. You can follow it under Disputes.').waitFor();
    await opened.end();
    const { items: cases } = await read<{ items: { number: number; opportunityId: string }[] }>(
      `${org}/disputes?open=true`,
    );
    const number = String(cases.find(({ opportunityId }) => opportunityId === deal)?.number);
    const state = async () => (await read<Case>(`${org}/disputes/${number}`)).state;
    expect(await credit()).toMatchObject({ credit: before.credit, disputed: true });

    const answered = await as(ae, paths.dispute('demo', number));
    await answered.page.getByText(waits).waitFor();
    await answered.page
      .getByRole('textbox', { name: 'What both sides will read' })
      .fill('We knew the buyer from the fair');
    await answered.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await answered.page.getByText('It is in the case. Both sides can read it.').waitFor();
    expect(await answered.page.getByRole('button', { name: 'Propose and sign' }).count()).toBe(0);
    await answered.end();
    expect(await state()).toBe('answered');

    const proposed = await as(head, paths.dispute('demo', number));
    const { page } = proposed;
    await page.getByRole('textbox', { name: 'The question' }).fill('Who opened the door in the spring?');
    await page
      .getByRole('textbox', { name: 'The reason' })
      .fill('Neither side wrote the talk down, and the page credits only what was written down.');
    expect(await faultsOf(page, 'dispute-rule')).toEqual([]);
    await page.getByRole('button', { name: 'Propose and sign' }).click();
    await page.getByText('Proposed and signed by you.').waitFor();
    await page.getByText('has signed for Head of Partnerships').waitFor();
    expect(await page.getByRole('button', { name: 'Sign this ruling' }).count()).toBe(0);
    expect(await faultsOf(page, 'dispute-proposed')).toEqual([]);
    await proposed.end();
    expect(await state()).toBe('answered');

    const signed = await as(ops, paths.dispute('demo', number));
    await signed.page.getByRole('button', { name: 'Sign this ruling' }).click();
    await signed.page.getByText('The ruling stands. The deal is decided again.').waitFor();
    await signed.end();
    expect(await state()).toBe('ruled');
    expect(await credit()).toMatchObject({ credit: 'none', disputed: true });

    const appealed = await as(rep, paths.portalDispute('demo', number));
    await appealed.page.getByText('the page credits only what was written down').waitFor();
    await appealed.page
      .getByRole('textbox', { name: 'What both sides will read' })
      .fill('The calendar shows the talk of 4 May');
    await appealed.page.getByRole('button', { name: 'Appeal to the CRO' }).click();
    await appealed.page.getByText('It is in the case. Both sides can read it.').waitFor();
    expect(await faultsOf(appealed.page, 'dispute-appealed')).toEqual([]);
    await appealed.end();
    expect(await state()).toBe('appealed');
    expect(await credit()).toMatchObject({ disputed: true });

    const final = await open(paths.dispute('demo', number));
    await final.page.getByRole('textbox', { name: 'The question' }).fill('Does a calendar entry count?');
    await final.page.getByRole('combobox', { name: 'The credit' }).click();
    await final.page.getByRole('option', { name: 'Influenced' }).click();
    await final.page.getByRole('combobox', { name: 'Partner' }).fill(partner?.name ?? '');
    await final.page.getByRole('option', { name: partner?.name ?? '' }).click();
    await final.page
      .getByRole('textbox', { name: 'The reason' })
      .fill('The calendar shows that the partner was in the talk, and that counts as written down.');
    await final.page.getByRole('button', { name: 'Decide finally' }).click();
    await final.page.getByText('The ruling stands.').waitFor();
    expect(await faultsOf(final.page, 'dispute-final')).toEqual([]);
    await final.end();
    expect(await state()).toBe('closed');
    const { credit: last, disputed, partner: credited } = await credit();
    expect([last, disputed, credited?.name]).toEqual(['influenced', false, partner?.name]);

    const past = await open(paths.precedents('demo'));
    await past.page.getByRole('searchbox').fill('calendar entry');
    await past.page.getByText('Does a calendar entry count?').waitFor();
    expect(await faultsOf(past.page, 'precedents')).toEqual([]);
    await past.end();
  });
});

type Told = {
  sentence: string;
  disputableUntil: string | null;
  isDisputable: boolean;
  reasons: { fact: string }[];
};

describe('the credit of a deal whose time to dispute is over', () => {
  it('offers no dispute to either side, and is told to its partner in German', async () => {
    const { items: partners } = await read<Partners>(`${org}/partners?signed=true&limit=50`);
    const partner = partners.find(({ openDeals }) => openDeals > 0);
    const rep = await joined('Gerda Gruber', ['partner_rep'], partner?.partnerId);
    const own = await browser.newContext({ storageState: rep });
    const get = async <T>(path: string): Promise<T> =>
      (await (await own.request.get(`${product.address}/api/v1${org}/portal/deals${path}`)).json()) as T;
    const { items: deals } = await get<Deals>('?limit=200');
    const closed = deals.filter((one) => one.closedOn !== null && !one.disputed);
    let deal = '';
    let credit: Told | undefined;
    for (const { opportunityId } of closed) {
      const one = await get<Told>(`/${opportunityId}/credit?language=de`);
      if (one.isDisputable || one.reasons.length < (credit?.reasons.length ?? 1)) continue;
      [deal, credit] = [opportunityId, one];
    }
    await own.close();
    expect(credit?.sentence).toMatch(/gebracht|verkauft|beeinflusst|unterstützt|gutgeschrieben/);

    for (const [width, theme] of [
      [1440, 'light'],
      [360, 'dark'],
    ] as const) {
      const { page, complaints } = await openPage(browser, width, theme, rep);
      await page.addInitScript(() => localStorage.setItem('tandem-portal-language', 'de'));
      await page.goto(product.address + paths.portalDeal('demo', deal));
      await page.getByText('Die Frist, die Gutschrift zu bestreiten, endete am').waitFor();
      expect(await page.getByRole('button', { name: 'Die Gutschrift bestreiten' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Sagen, was Sie getan haben' }).waitFor();
      // What is quoted from the signed page is the only English left.
      const main = page.getByRole('main');
      const english = await main
        .locator('[lang="en"]')
        .evaluateAll((all) => all.map(({ tagName }) => tagName));
      expect(new Set(english)).toEqual(new Set(['Q']));
      const german = await main.evaluate((node) => {
        const copy = node.cloneNode(true) as HTMLElement;
        for (const quoted of copy.querySelectorAll('q')) quoted.remove();
        return copy.textContent ?? '';
      });
      const left =
        /\d{4}-\d\d-\d\d|Introduced|Recorded|Proven|Took part|No other|Without the|(?:by|with) [A-Z]/;
      expect(german).not.toMatch(left);
      await takePicture(page, `german-credit-${width}-${theme}`, true);
      if (width === 1440) expect(await faultsOf(page, 'german-credit')).toEqual([]);
      await page.getByRole('button', { name: 'Sprache: Deutsch' }).click();
      await page.getByRole('menuitem', { name: 'English' }).click();
      await page.getByText('The time to dispute the credit was over on').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    }

    const desk = await open(paths.opportunity('demo', deal));
    const disputes = desk.page.getByRole('region', { name: 'Disputes' });
    await disputes.getByText('The time to dispute it was over on').waitFor();
    expect(await disputes.getByRole('button', { name: 'Dispute this credit' }).count()).toBe(0);
    await desk.end();
  });
});
