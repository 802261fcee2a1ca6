import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf, openPage, takePicture } from './look.ts';

const { product, browser, joined, read } = await openCompany();
const { items: partners } = await read<{ items: { partnerId: string }[] }>(
  '/o/demo/partners?signed=true&limit=5',
);
const partnerId = partners[0]?.partnerId ?? '';
const admin = await joined('Anna Adler', ['partner_admin'], partnerId);
const rep = await joined('Robin Reyes', ['partner_rep'], partnerId);
const heir = await joined('Hanna Hill', ['partner_rep'], partnerId);

async function begin(): Promise<void> {
  const own = await browser.newContext({ storageState: rep });
  const answer = await own.request.post(`${product.address}/api/v1/o/demo/portal/registrations`, {
    data: { typed: { legalName: 'Vermeer Dairy', country: 'NL' } },
  });
  expect(answer.status()).toBe(201);
  await own.close();
}

describe('the admin of a partner', () => {
  it('invites, sends again, takes back, and lets a rep go whose deals a colleague takes over', async () => {
    await begin();
    const { page, complaints } = await openPage(browser, 1440, 'light', admin);
    await page.goto(product.address + paths.portalTeam('demo'));
    await page.getByText('robin.reyes@example.org').waitFor();
    expect(await faultsOf(page, 'team')).toEqual([]);

    await page.getByRole('button', { name: 'Invite a colleague' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite a colleague' });
    await dialog.getByLabel('Mail address').fill('hanna.hill@example.org');
    await dialog.getByText('They are in the team already.').waitFor();
    expect(await faultsOf(page, 'team-invite')).toEqual([]);
    await dialog.getByLabel('Mail address').fill('new.one@example.org');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    const invited = page.getByRole('list', { name: 'Invited, not here yet' });
    await invited.getByText('new.one@example.org').waitFor();
    await invited.getByRole('button', { name: 'Send the letter to new.one@example.org again' }).click();
    await page.getByText('A new letter is on its way').waitFor();
    expect(await faultsOf(page, 'team-invited')).toEqual([]);
    await invited.getByRole('button', { name: 'Take the invitation of new.one@example.org back' }).click();
    await invited.waitFor({ state: 'detached' });

    // By keys alone: the menu of the rep, the end of the access, the successor.
    await page.getByRole('button', { name: 'What to do with Robin Reyes' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'End access' }).waitFor();
    expect(await faultsOf(page, 'team-menu')).toEqual([]);
    await page.getByRole('menuitem', { name: 'End access' }).focus();
    await page.keyboard.press('Enter');
    const end = page.getByRole('dialog', { name: 'End the access of Robin Reyes' });
    await end.getByText('1 deal that is not over goes on under another name').waitFor();
    expect(await end.getByRole('button', { name: 'End access' }).isDisabled()).toBe(true);
    expect(await faultsOf(page, 'team-end')).toEqual([]);
    await end.getByLabel('Who takes over').selectOption({ label: 'Hanna Hill' });
    await page.keyboard.press('Enter');
    await end.getByRole('button', { name: 'End access' }).click();
    await page.getByText('No access', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'What to do with Anna Adler' }).click();
    await page.getByText('A team keeps an admin.', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();

    const gone = await openPage(browser, 360, 'light', rep);
    await gone.page.goto(product.address + paths.portal('demo'));
    await gone.page.getByText('These pages cannot be shown').waitFor();
    await gone.page.context().close();
  });

  it('shows a rep who is there and no more, on a phone and in German', async () => {
    const { page, complaints } = await openPage(browser, 360, 'dark', heir);
    await page.addInitScript(() => localStorage.setItem('tandem-portal-language', 'de'));
    await page.goto(product.address + paths.portalTeam('demo'));
    await page.getByRole('heading', { name: 'Mein Team' }).waitFor();
    await page.getByText('Hanna Hill (Sie)').waitFor();
    await page.getByText('1 offenes Geschäft').waitFor();
    expect(await page.getByText('@example.org').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Kollegen einladen' }).count()).toBe(0);
    await takePicture(page, 'team-rep-de-360', true);
    expect(await faultsOf(page, 'team-rep-de')).toEqual([]);
    await page.goto(product.address + paths.portalRegistrations('demo'));
    await page.getByText('Vermeer Dairy').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
