import { describe, expect, it } from 'vitest';
import { pngOf } from '#test/harness/picture.ts';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf, openPage, takePicture } from './look.ts';

const { product, browser, signedIn, joined, read, send, open } = await openCompany();
const { items: partners } = await read<{ items: { partnerId: string; openDeals: number }[] }>(
  '/o/demo/partners?signed=true&limit=50',
);
const partnerId = partners.find(({ openDeals }) => openDeals > 0)?.partnerId ?? '';
const admin = await joined('Anna Adler', ['partner_admin'], partnerId);
const rep = await joined('Robin Reyes', ['partner_rep'], partnerId);
const ops = await joined('Ollie Ortega', ['partner_ops']);
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

  it('says what stands around every page in German too, and the sign-in after it', async () => {
    const guest = await joined('Lena Lang', ['partner_rep'], partnerId);
    const { page } = await openPage(browser, 360, 'light', guest);
    await page.addInitScript(() => localStorage.setItem('tandem-portal-language', 'de'));
    await page.goto(product.address + paths.portal('demo'));
    await page.getByRole('button', { name: 'Navigation öffnen' }).waitFor();
    await page.getByRole('button', { name: 'Konto von Lena Lang' }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.getByLabel('E-Mail-Adresse').fill('lena.lang@example.org');
    await page.getByRole('textbox', { name: 'Passwort' }).fill('not the right one');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Die Adresse oder das Passwort stimmt nicht.').waitFor();
    await takePicture(page, 'sign-in-de-360', true);
    expect(await faultsOf(page, 'sign-in-de')).toEqual([]);
    for (const [name, path, heading] of [
      ['forgot', paths.forgotPassword(), 'Ein neues Passwort wählen'],
      ['link', '/sign-in/link', 'Dieser Link meldet Sie nicht an'],
      ['invitation', '/o/demo/invitation', 'Diese Einladung gilt nicht mehr'],
    ] as const) {
      await page.goto(product.address + path);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(await faultsOf(page, `entry-${name}-de`)).toEqual([]);
    }
    await page.context().close();
  });
});

describe('the looks of the portal', () => {
  it('are chosen at the desk with the portal beside them, and refused where nobody could see them', async () => {
    const { page, complaints } = await openPage(browser, 1440, 'light', ops);
    await page.goto(product.address + paths.portalSettings('demo'));
    await page.getByRole('heading', { name: 'Portal', exact: true }).waitFor();
    expect(await faultsOf(page, 'brand-empty')).toEqual([]);
    const accent = page.getByRole('textbox', { name: 'Accent', exact: true });
    await accent.fill('#ffd400');
    await page.getByText('Hard to see on the light page: a contrast of 1.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    expect(await faultsOf(page, 'brand-refused')).toEqual([]);
    await page.getByRole('button', { name: /^Take #[0-9a-f]{6}, the nearest that fits$/ }).click();
    await page.getByText('It can be seen on the light and on the dark page', { exact: false }).waitFor();
    await accent.fill('#c8372b');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Larkspur Partners');
    await page
      .getByLabel('Welcome, in English')
      .fill('Good to have you.\nWrite to partners@larkspur.example.');
    await page.getByLabel('Welcome, in German').fill('Schön, dass Sie da sind.');
    const logo = { mimeType: 'image/png', buffer: pngOf(96, 48) };
    const svg = {
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    };
    const drop = page.locator('input[type=file]');
    await drop.setInputFiles({ name: 'logo.png', ...svg });
    await page.getByRole('cell', { name: 'an SVG, which can carry scripts' }).waitFor();
    await drop.setInputFiles({ name: 'logo.png', ...logo });
    await page.getByText('96 × 48 pixels').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. Partners see it with their next page.').waitFor();
    expect(await faultsOf(page, 'brand')).toEqual([]);
    await takePicture(page, 'brand-whole', true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are seen in the portal and on the page on which partners sign in to it', async () => {
    const guest = await joined('Nora Novak', ['partner_rep'], partnerId);
    const { page, complaints } = await openPage(browser, 1440, 'light', guest);
    await page.goto(product.address + paths.portal('demo'));
    await page.getByText('Good to have you.', { exact: false }).waitFor();
    const button = page.getByRole('link', { name: 'Register a deal' });
    const colours = () =>
      button.evaluate((element) => {
        const { backgroundColor, color } = getComputedStyle(element);
        return [backgroundColor, color];
      });
    expect(await colours()).toEqual(['rgb(200, 55, 43)', 'rgb(255, 255, 255)']);
    expect(await page.getByRole('link', { name: /^Larkspur Partners · / }).count()).toBe(1);
    expect(await faultsOf(page, 'brand-portal')).toEqual([]);
    await page.getByRole('button', { name: /Language/ }).click();
    await page.getByText('Deutsch').click();
    await page.getByText('Schön, dass Sie da sind.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();

    const door = await openPage(browser, 1440, 'light');
    await door.page.goto(product.address + paths.signIn(paths.portal('demo')));
    await door.page.getByText('Larkspur Partners').waitFor();
    expect(await faultsOf(door.page, 'brand-sign-in')).toEqual([]);
    await door.page.goto(product.address + paths.signIn(paths.scoreboard('demo')));
    await door.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await door.page.getByText('Larkspur Partners').count()).toBe(0);
    expect(door.complaints).toEqual([]);
    await door.page.context().close();
  });
});

describe('the older pages of the portal', () => {
  it('speak German to who reads German, and quote the signed page as it was signed', async () => {
    const own = await browser.newContext({ storageState: admin });
    const listed = await own.request.get(`${product.address}/api/v1/o/demo/portal/deals?limit=50`);
    const { items } = (await listed.json()) as {
      items: { opportunityId: string; disputed: boolean; closedOn: string | null }[];
    };
    await own.close();
    const deal = items.find((one) => one.closedOn === null && !one.disputed)?.opportunityId ?? '';
    const { page, complaints } = await openPage(browser, 1440, 'light', admin);
    await page.addInitScript(() => localStorage.setItem('tandem-portal-language', 'de'));
    const see = async (path: string, heading: string, name: string) => {
      await page.goto(product.address + path);
      await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
      expect(await faultsOf(page, name)).toEqual([]);
    };
    await see(paths.portalDeals('demo'), 'Gutschriften', 'credit-de');
    await see(paths.portalDeal('demo', deal), 'Die Prüfungen', 'deal-de');
    expect(await page.locator('q[lang=en]').count()).toBeGreaterThan(0);
    expect(await page.locator('p[lang=en]').count()).toBe(0);
    await page.getByRole('button', { name: 'Sagen, was Sie getan haben' }).click();
    await page.getByRole('dialog', { name: 'Sagen, was Sie getan haben' }).waitFor();
    expect(await faultsOf(page, 'claim-de')).toEqual([]);
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('button', { name: 'Die Gutschrift bestreiten' }).click();
    const dialog = page.getByRole('dialog', { name: 'Die Gutschrift bestreiten' });
    await dialog.getByLabel('Warum').fill('Wir haben sie eingeführt.');
    await dialog.getByRole('button', { name: 'Fall eröffnen' }).click();
    await page.getByText('Der Fall ist eröffnet.', { exact: false }).waitFor();
    await see(paths.portalDisputes('demo'), 'Streitfälle', 'disputes-de');
    await page.getByText('Wartet auf eine Antwort', { exact: false }).click();
    await page.getByRole('heading', { name: 'Was gesagt wurde' }).waitFor();
    expect(await faultsOf(page, 'dispute-de')).toEqual([]);
    await see(paths.portalEarnings('demo'), 'Vergütung', 'earnings-de');
    const { items: cases } = await read<{ items: { number: number; opportunityId: string }[] }>(
      '/o/demo/disputes?open=true',
    );
    const number = cases.find(({ opportunityId }) => opportunityId === deal)?.number;
    const answer = { kind: 'answer', body: 'We look into it.', links: [] };
    await send('POST', `/o/demo/disputes/${number}/statements`, answer);
    await see(paths.portalNotices('demo'), 'Mitteilungen', 'notices-de');
    await page
      .getByRole('link', { name: new RegExp(`: In Ihrem Streitfall ${number} haben wir geantwortet\\.$`) })
      .waitFor();
    expect(await page.locator('main [lang=en]').count()).toBe(0);
    await see(`${paths.portalNotices('demo')}?show=choices`, 'Mitteilungen', 'choices-de');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the portal before gate G5', () => {
  const overrides = `${product.address}/api/v1/o/demo/program/gates/g5/overrides`;

  it('is closed with the override that opened it, in either language, and opens with the next', async () => {
    const gates = await open(paths.programGates('demo', 'g5'));
    await gates.page.getByText('The portal is open by this override.', { exact: false }).waitFor();
    await gates.end();
    const cro = await browser.newContext({ storageState: signedIn });
    expect((await cro.request.delete(overrides)).status()).toBe(200);

    const { page, complaints } = await openPage(browser, 1440, 'light', heir);
    await page.goto(product.address + paths.portalRegistrations('demo'));
    await page.getByRole('heading', { name: 'The portal is not open yet' }).waitFor();
    await page
      .getByText('By the link that Larkspur Partners has given your team.', { exact: false })
      .waitFor();
    expect(await faultsOf(page, 'portal-closed')).toEqual([]);
    await page.getByRole('button', { name: /^Language/ }).click();
    await page.getByText('Deutsch').click();
    await page.getByRole('heading', { name: 'Das Portal ist noch nicht geöffnet' }).waitFor();
    expect(await faultsOf(page, 'portal-closed-de')).toEqual([]);
    const again = page.getByRole('button', { name: 'Noch einmal nachsehen' });
    await again.click();
    await again.and(page.locator(':enabled')).waitFor();

    const reason = { reason: 'The certification is kept outside Tandem this year.' };
    expect((await cro.request.post(overrides, { data: reason })).status()).toBe(201);
    await again.click();
    await page.getByRole('heading', { name: 'Meine Geschäfte' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
    await cro.close();
  });

  it('invites nobody of a partner, and the page of the partner says beforehand why', async () => {
    const details = { domain: null, country: null, archetype: null, signedOn: null, managerId: null };
    const made = await send<{ partnerId: string }>('POST', '/o/default/partners', {
      name: 'Halyard',
      ...details,
    });
    const { page, end } = await open(paths.partner('default', made.partnerId));
    const card = page.getByRole('region', { name: 'Portal' });
    await card.getByText('The portal is closed: it waits for gate G5', { exact: false }).waitFor();
    const invite = card.getByRole('button', { name: 'Invite a person' });
    expect(await invite.isDisabled()).toBe(true);
    await card.scrollIntoViewIfNeeded();
    expect(await faultsOf(page, 'partner-portal-closed')).toEqual([]);
    await takePicture(page, 'partner-portal-closed-whole', true);
    await card.getByRole('link', { name: 'See what G5 lacks' }).click();
    await page.getByRole('heading', { name: /^G5 · / }).waitFor();
    await page.goto(product.address + paths.portalSettings('default'));
    await page.getByText('The portal is closed: it waits for gate G5', { exact: false }).waitFor();
    expect(await faultsOf(page, 'settings-portal-closed')).toEqual([]);
    await end();

    const there = await open(paths.partner('demo', partnerId));
    await there.page
      .getByRole('region', { name: 'Portal' })
      .getByRole('button', { name: 'Invite a person' })
      .click();
    const dialog = there.page.getByRole('dialog', { name: /^Invite somebody of / });
    await dialog.getByLabel('Mail address').fill('ada@halyard.example');
    expect(await faultsOf(there.page, 'partner-portal-invite')).toEqual([]);
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await there.page.getByText('The invitation is on its way to ada@halyard.example.').waitFor();
    await there.end();
  });
});
