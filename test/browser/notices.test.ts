import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages } from '#core/blueprint/document.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { readMailFolder } from '#server/mail/folder.ts';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf, openPage, type SignedIn } from './look.ts';

const { product, browser, open, read, send } = await openCompany();

const org = '/o/default';
const mails = () => readMailFolder(join(product.dataDir, 'mail'), 100);

/** What comes of `find`, asked again until it is there. */
async function waited<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 80; attempt++) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${what}: not there in 20 seconds`);
}

/** Invites somebody, who joins by the letter and is signed in. */
async function joined(name: string, email: string, role: string, partnerId?: string): Promise<SignedIn> {
  const seat = { roles: [role], ...(partnerId === undefined ? {} : { partnerId }) };
  await send('POST', `${org}/invitations`, { email, ...seat });
  const token = await waited('the invitation', async () => {
    const letter = (await mails()).find(({ to }) => to.includes(email));
    return /#token=([\w%-]+)/.exec(letter?.link ?? '')?.[1];
  });
  const context = await browser.newContext();
  const answer = await context.request.post(`${product.address}/api/v1${org}/invitation/accept`, {
    data: { token: decodeURIComponent(token), name, password: 'seven quiet orange boats' },
  });
  expect(answer.status()).toBe(200);
  const signedIn = await context.storageState();
  await context.close();
  return signedIn;
}

/** A page of somebody at an address, which must complain of nothing until `end`. */
async function as(who: SignedIn, path: string): Promise<{ page: Page; end: () => Promise<void> }> {
  const { page, complaints } = await openPage(browser, 1440, 'light', who);
  await page.goto(product.address + path);
  return {
    page,
    end: async () => {
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  };
}

/** Proposes the next version of the journey page, which waits for the signature of the Head of Partnerships. */
async function proposeJourney(): Promise<void> {
  const at = `${org}/program/pages/journey`;
  const body = { body: workedExample.journey, confirmed: [], revision: 0 };
  const { revision } = await send<{ revision: number }>('PUT', `${at}/draft`, body);
  await send('POST', `${at}/proposals`, { revision, inForceFrom: null });
}

const title = pages.journey.title;
const sentence = (version: number) =>
  `Version ${version} of the page ${title} is proposed and waits for your signature.`;

describe('the notices of a person', () => {
  it('are mailed, stand in the inbox, are read by keyboard, chosen, and followed in the log', async () => {
    const email = 'cleo@northwind.example';
    const cleo = await joined('Cleo Fox', email, 'head_of_partnerships');
    await send('PUT', `${org}/notice-settings`, { digestMinute: 480, gatherMinutes: 0 });

    const empty = await as(cleo, paths.notices('default'));
    await empty.page.getByRole('heading', { name: 'Nothing yet' }).waitFor();
    expect(await faultsOf(empty.page, 'notices-empty')).toEqual([]);
    await empty.end();

    await proposeJourney();
    await proposeJourney();
    const letter = await waited('the letter', async () =>
      (await mails()).find(({ to, text }) => to.includes(email) && text.includes(sentence(2))),
    );
    expect(letter.text).toContain('/o/default/notices?show=choices');

    const inbox = await as(cleo, paths.notices('default'));
    const { page } = inbox;
    const newest = page.getByRole('link', { name: sentence(2) });
    await newest.waitFor();
    await page.getByRole('button', { name: 'Notices, 2 new' }).waitFor();
    expect(await faultsOf(page, 'notices-inbox')).toEqual([]);
    // Step to the newest, mark it as read: the next one has the focus.
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Notices, 1 new' }).waitFor();
    await page.getByText('Unread (1)').click();
    await page.getByRole('link', { name: `Unread: ${sentence(1)}` }).waitFor();
    expect(await newest.count()).toBe(0);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('heading', { name: 'You have read everything' }).waitFor();
    expect(await faultsOf(page, 'notices-read')).toEqual([]);

    await page.getByRole('link', { name: 'What is mailed', exact: true }).click();
    const asks = page.getByRole('radiogroup', { name: 'Asks me to act' });
    await asks.getByText('Only here').click();
    await page.getByText('Asks me to act: only here.').waitFor();
    expect(await faultsOf(page, 'notices-choices')).toEqual([]);
    await page.getByRole('link', { name: 'Letters to me' }).click();
    await page.getByText(sentence(2)).waitFor();
    await page.getByText('Sent', { exact: true }).first().waitFor();
    expect(await faultsOf(page, 'notices-letters')).toEqual([]);
    await inbox.end();

    const before = (await mails()).filter(({ to }) => to.includes(email)).length;
    await proposeJourney();
    await waited('the notice', async () => {
      const { items } = await read<{ items: unknown[] }>(`${org}/deliveries`);
      return items.length > 0 ? true : undefined;
    });
    expect((await mails()).filter(({ to }) => to.includes(email))).toHaveLength(before);

    const log = await open(paths.deliveries('default'));
    await log.page.getByText('Letter to Cleo Fox').first().waitFor();
    expect(await faultsOf(log.page, 'deliveries')).toEqual([]);
    await log.page.getByText('Failed', { exact: true }).click();
    await log.page.getByRole('heading', { name: 'Nothing has failed' }).waitFor();
    await log.end();
  });

  it('of a partner stand on its own pages, with its own choices', async () => {
    const details = { domain: null, country: null, archetype: null, signedOn: null, managerId: null };
    const partner = { name: 'Northgate', ...details };
    const { partnerId } = await send<{ partnerId: string }>('POST', `${org}/partners`, partner);
    // The portal opens by gate G5, or by the word of the CRO.
    const chief = await joined('Casey Cole', 'casey@northwind.example', 'cro');
    const cro = await browser.newContext({ storageState: chief });
    const overrides = `${product.address}/api/v1${org}/program/gates/g5/overrides`;
    const reason = 'Partners come in before the certification is ready.';
    expect((await cro.request.post(overrides, { data: { reason } })).status()).toBe(201);
    await cro.close();
    const robin = await joined('Robin Reyes', 'robin@northgate.example', 'partner_rep', partnerId);
    const { page, end } = await as(robin, paths.portalNotices('default'));
    await page.getByRole('heading', { name: 'Nothing yet' }).waitFor();
    await page.getByRole('button', { name: 'Notices', exact: true }).click();
    await page.getByRole('link', { name: 'All notices, and what is mailed to you' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await faultsOf(page, 'portal-notices')).toEqual([]);
    await page.getByRole('link', { name: 'What is mailed', exact: true }).click();
    await page.getByRole('radiogroup', { name: 'Credit changed' }).waitFor();
    expect(await page.getByRole('radiogroup', { name: 'Program' }).count()).toBe(0);
    expect(await faultsOf(page, 'portal-choices')).toEqual([]);
    // The language is kept with the person: a device without a choice of its own takes it.
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/portal/language'));
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    expect((await kept).status()).toBe(200);
    await end();
    const other = await as(robin, paths.portalNotices('default'));
    await other.page.getByRole('heading', { name: 'Noch nichts' }).waitFor();
    await other.page.getByRole('link', { name: 'Briefe an mich' }).click();
    await other.page.getByRole('heading', { name: 'Noch ist kein Brief an Sie abgegangen' }).waitFor();
    expect(await faultsOf(other.page, 'portal-letters-german')).toEqual([]);
    await other.end();
    const { items } = await read<{ items: { action: string }[] }>(`${org}/audit?limit=20`);
    expect(items.filter(({ action }) => action === 'member.choose_language')).toHaveLength(1);
  });

  it('go to a Slack channel as well, whose address is checked, tested and never shown again', async () => {
    const { page, end } = await open(paths.organizationSettings('default'));
    await page.getByRole('button', { name: 'Add a channel' }).click();
    const address = page.getByLabel('Address of the incoming webhook');
    await address.fill('http://127.0.0.1/services/secret-part');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('Copy it from the page of your Slack app, under Incoming Webhooks.').waitFor();
    expect(await faultsOf(page, 'slack-form')).toEqual([]);
    await address.fill('https://hooks.slack.invalid/services/secret-part');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('Posts go to a webhook at hooks.slack.invalid').waitFor();
    expect(await page.content()).not.toContain('secret-part');
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await page.getByText('The test did not arrive').waitFor();
    expect(await faultsOf(page, 'slack-channel')).toEqual([]);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Remove the channel' }).click();
    await page.getByRole('button', { name: 'Add a channel' }).waitFor();
    await end();
  });
});
