import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { readMailFolder } from '#server/mail/folder.ts';
import { launchBrowser } from '#test/harness/browser.ts';
import { startProduct } from '#test/harness/product.ts';
import { faultsOf, openPage } from './look.ts';

const product = await startProduct();
const browser = await launchBrowser();
afterAll(() => browser.close());

const kim = { name: 'Kim Jansen', email: 'kim@northwind.example', password: 'four walking green lamps' };
const lee = { name: 'Lee Park', email: 'lee@northwind.example', password: 'seven quiet orange boats' };

/** The code that an authenticator shows for a secret at this moment, or so many half minutes later. */
function authenticatorCode(secret: string, later = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/\s/g, '')].map((letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The newest link of this kind that was mailed, waited for. A letter cannot know the port that a test was given. */
async function mailedLink(part: string): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt++) {
    for (const letter of await readMailFolder(join(product.dataDir, 'mail'), 10)) {
      const link = /https?:\/\/[^\s"<>]+#token=[\w%-]+/.exec(JSON.stringify(letter))?.[0];
      if (link?.includes(part) === true) return link.replace(/^https?:\/\/[^/]+/, product.address);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no letter with a link to ${part} in 15 seconds`);
}

async function signIn(page: Page, person: typeof kim): Promise<void> {
  await page.goto(`${product.address}/sign-in`);
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('the first people of an installation', () => {
  it('set it up in one page that guesses the frame and explains a refusal', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(product.setUpUrl);
    await page.getByLabel('Organization name').fill('Northwind');
    expect(page.url()).not.toContain('token');
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Amsterdam');
    expect(await page.getByRole('combobox', { name: 'Currency' }).inputValue()).toContain('EUR');
    await page.getByRole('combobox', { name: 'Currency' }).click();
    expect(await faultsOf(page, 'currencies')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByLabel('Your name').fill(kim.name);
    await page.getByLabel('Mail address').fill(kim.email);
    await page.getByRole('textbox', { name: 'Password' }).fill('password12');
    await page.getByRole('button', { name: 'Create the organization' }).click();
    await page.getByText('Choose a longer one, such as four unrelated words.').waitFor();
    expect(await faultsOf(page, 'set-up')).toEqual([]);
    await page.getByRole('textbox', { name: 'Password' }).fill(kim.password);
    await page.getByRole('button', { name: 'Create the organization' }).click();
    await page.waitForURL(/\/o\/default/);
    await page.goto(`${product.address}/set-up`);
    await page.getByRole('heading', { name: 'Tandem is set up' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('invite a colleague, who joins by the letter and sees only what the role allows', async () => {
    const { page, complaints } = await openPage(browser);
    await signIn(page, kim);
    await page.waitForURL(/\/o\/default/);
    await page.goto(`${product.address}/o/default/settings/members`);
    await page.getByRole('button', { name: 'Invite a person' }).click();
    await page.getByLabel('Mail address').fill(lee.email);
    await page.getByRole('checkbox', { name: 'CRO' }).check();
    expect(await faultsOf(page, 'invite')).toEqual([]);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('rowheader', { name: lee.email }).waitFor();
    expect(await faultsOf(page, 'members')).toEqual([]);

    const { page: theirs, complaints: theirComplaints } = await openPage(browser);
    const link = await mailedLink('/invitation');
    await theirs.goto(link);
    await theirs.getByRole('heading', { name: 'Join Northwind' }).waitFor();
    expect(await faultsOf(theirs, 'invitation')).toEqual([]);
    await theirs.getByLabel('Your name').fill(lee.name);
    await theirs.getByRole('textbox', { name: 'Choose a password' }).fill(lee.password);
    await theirs.getByRole('button', { name: 'Accept and go on' }).click();
    await theirs.getByRole('button', { name: `Account of ${lee.name}` }).waitFor();
    await theirs.goto(`${product.address}/o/default/settings/members`);
    await theirs.getByRole('rowheader', { name: `${lee.name} (you)` }).waitFor();
    expect(await theirs.getByRole('button', { name: 'Invite a person' }).count()).toBe(0);
    await theirs.goto(link);
    await theirs.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    expect([...complaints, ...theirComplaints]).toEqual([]);
    await page.close();
    await theirs.close();
  });

  it('turn a second factor on and come back by a mailed link and a code', async () => {
    const { page, complaints } = await openPage(browser);
    await signIn(page, lee);
    await page.waitForURL(/\/o\/default/);
    await page.goto(`${product.address}/o/default/settings/security`);
    await page.getByLabel('Your present password').fill(lee.password);
    await page.getByRole('button', { name: 'Set up an authenticator' }).click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    const secret = (await page.locator('pre').first().textContent()) ?? '';
    const backupCode = (await page.locator('li code').first().textContent()) ?? '';
    expect(await faultsOf(page, 'enrol')).toEqual([]);
    await page.getByLabel('A first code from the authenticator').fill('000000');
    await page.getByRole('button', { name: 'Turn the second factor on' }).click();
    await page.getByText('The code is not right').waitFor();
    await page.getByLabel('A first code from the authenticator').fill(authenticatorCode(secret));
    await page.getByRole('button', { name: 'Turn the second factor on' }).click();
    await page.getByRole('button', { name: 'Make new backup codes' }).waitFor();
    expect(await faultsOf(page, 'security')).toEqual([]);

    await page.getByRole('button', { name: `Account of ${lee.name}` }).click();
    expect(await faultsOf(page, 'account-menu')).toEqual([]);
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel('Mail address').fill(lee.email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByText('Look in your mail').waitFor();
    expect(await faultsOf(page, 'sign-in')).toEqual([]);
    await page.goto(await mailedLink('/sign-in/link'));
    expect(await faultsOf(page, 'magic-link')).toEqual([]);
    await page.getByRole('button', { name: 'Sign in now' }).click();
    await page.waitForURL(/second-factor/);
    expect(await faultsOf(page, 'second-factor')).toEqual([]);
    await page.getByLabel('Code').fill(backupCode);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/\/o\/default/);

    const { page: next } = await openPage(browser);
    await signIn(next, lee);
    await next.waitForURL(/second-factor/);
    await next.getByLabel('Code').fill(backupCode);
    await next.getByRole('button', { name: 'Continue' }).click();
    await next.getByRole('alert').first().waitFor();
    expect(next.url()).toContain('second-factor');
    // The code of this half minute has turned the second factor on, and a code works once.
    await next.getByLabel('Code').fill(authenticatorCode(secret, 1));
    await next.getByRole('button', { name: 'Continue' }).click();
    await next.waitForURL(/\/o\/default/);
    expect(complaints).toEqual([]);
    await page.close();
    await next.close();
  });

  it('see and end their sessions; an ended one leads to sign-in and back', async () => {
    const first = await browser.newContext();
    const page = await first.newPage();
    await signIn(page, kim);
    await page.waitForURL(/\/o\/default/);
    const { page: other } = await openPage(browser);
    await signIn(other, kim);
    await other.waitForURL(/\/o\/default/);
    await other.goto(`${product.address}/o/default/settings/sessions`);
    await other.getByText('This one').waitFor();
    expect(await faultsOf(other, 'sessions')).toEqual([]);
    await other.getByRole('button', { name: 'End all others' }).click();
    await other.getByText(/other sessions? (?:is|are) ended/).waitFor();
    await page.goto(`${product.address}/o/default/settings/members?sort=name`);
    await page.waitForURL(/\/sign-in\?then=/);
    await page.getByLabel('Mail address').fill(kim.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(kim.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/settings\/members\?sort=name/);
    await other.reload();
    await other.getByText('This one').waitFor();
    await other
      .getByRole('button', { name: /^End the session of/ })
      .first()
      .click();
    await other.getByRole('button', { name: /^End the session of/ }).waitFor({ state: 'hidden' });
    await page.reload();
    await page.waitForURL(/\/sign-in\?then=/);
    await other.reload();
    await other.getByText('This one').waitFor();
    await first.close();
    await other.close();
  });
});
