import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { portalFormat } from '#core/registration/portal-format.ts';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { fillDeal, sendWithALostAnswer } from './fill-deal.ts';
import { countedThumb } from './keystrokes.ts';
import { faultsOf, openPage, type SignedIn, takePicture } from './look.ts';

const { product, browser, joined, read } = await openCompany();
const { items: partners } = await read<{ items: { partnerId: string; name: string }[] }>(
  '/o/demo/partners?signed=true&limit=5',
);
const partner = partners[0] ?? { partnerId: '', name: '' };
const rep = await joined('Robin Reyes', ['partner_rep'], partner.partnerId);
const ops = await joined('Ollie Ortega', ['partner_ops']);

type Own = {
  registrationId: string;
  number: number;
  customer: string;
  state: string;
  dueOn: string | null;
  daysLeft: number | null;
  protectedUntil: string | null;
};

/** Calls the API as one of the two. */
async function call<T>(who: SignedIn, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const own = await browser.newContext({ storageState: who });
  const answer = await own.request.fetch(`${product.address}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const said = (await answer.json()) as T;
  await own.close();
  return said;
}

const ownDeals = async () => (await call<{ items: Own[] }>(rep, 'GET', '/o/demo/portal/registrations')).items;
const dealOf = async (customer: string) => (await ownDeals()).filter((one) => one.customer === customer);

async function phone(path: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, 360, 'light', rep);
  await opened.page.goto(product.address + path);
  return opened;
}

describe('a rep with a phone', () => {
  it('registers a deal within 90 seconds, and knows the number and the day of the answer', async () => {
    const { page, complaints } = await phone(paths.portal('demo'));
    await page.getByRole('link', { name: 'Register a deal' }).waitFor();
    expect(await faultsOf(page, 'portal-home')).toEqual([]);

    const thumb = countedThumb(page);
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    thumb.think();
    await thumb.tap(page.getByRole('link', { name: 'Register a deal' }));
    await field('Customer’s legal name').waitFor();
    expect(await faultsOf(page, 'register-empty')).toEqual([]);

    // A name, then the key that goes on: the keyboard of the phone stays open from field to field.
    thumb.think();
    await thumb.tap(field('Customer’s legal name'));
    await thumb.type('Vermeer Dairy');
    await thumb.goOn();
    thumb.think();
    await thumb.type('vermeer.nl');
    await thumb.goOn();
    thumb.think();
    await thumb.type('Neth');
    await thumb.tap(page.getByRole('option', { name: 'Netherlands', exact: true }));
    thumb.think();
    await thumb.tap(field('Contact’s name'));
    await thumb.type('Ada Vermeer');
    await thumb.goOn();
    thumb.think();
    await thumb.type('CIO');
    await thumb.goOn();
    thumb.think();
    await thumb.type('ada');
    await thumb.tap(page.getByRole('button', { name: 'Add @vermeer.nl' }));
    thumb.think();
    await thumb.tap(field('What is it for?'));
    await thumb.type('Planning');
    await thumb.goOn();
    thumb.think();
    await thumb.type('40000');
    thumb.think();
    await thumb.tap(page.getByRole('group', { name: 'Expected close' }).getByText('In 3 months'));
    thumb.think();
    await thumb.tap(field('How do you know them?'));
    await thumb.type('We run their network, met the CIO on Monday');
    thumb.think();
    await thumb.tap(field('Next joint step'));
    await thumb.type('First call');
    thumb.think();
    await thumb.tap(page.getByRole('group', { name: 'Its date' }).getByText('In a week'));
    thumb.think();
    await thumb.tap(page.getByRole('checkbox'));
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await dealOf('Vermeer Dairy')).toMatchObject([{ state: 'draft' }]);
    await page
      .getByText(/decides by .+, with a reason/)
      .first()
      .waitFor();
    expect(await faultsOf(page, 'register-filled')).toEqual([]);
    await takePicture(page, 'register-filled-whole', true);

    thumb.think();
    await thumb.tap(page.getByRole('button', { name: 'Send' }));
    await page.getByText(/It is registered\. Your number is \d+\./).waitFor();
    const { K, P, M } = thumb.counts();
    const seconds = thumb.seconds();
    // biome-ignore lint/suspicious/noConsole: the figure of the form, to be read in the run
    console.info(`A deal on a phone: ${K} keys, ${P} taps, ${M} thoughts: ${seconds.toFixed(1)} s.`);
    expect(seconds).toBeLessThanOrEqual(90);

    const [sent] = await dealOf('Vermeer Dairy');
    expect(sent).toMatchObject({ state: 'submitted' });
    await page.getByText(`Your number is ${sent?.number}.`).waitFor();
    const due = portalFormat('en').day(sent?.dueOn ?? '');
    await page.getByText(`You get an answer with a reason by ${due}.`).waitFor();
    expect(await faultsOf(page, 'register-sent')).toEqual([]);

    await call(ops, 'POST', `/o/demo/registrations/${sent?.registrationId}/acceptance`, {});
    await page.goto(product.address + paths.portalRegistration('demo', String(sent?.number)));
    const [accepted] = await dealOf('Vermeer Dairy');
    const until = portalFormat('en').day(accepted?.protectedUntil ?? '');
    await page.getByText(`The deal is yours up to and including ${until}.`).waitFor();
    await page.getByText(`${accepted?.daysLeft} days`).first().waitFor();
    expect(accepted?.daysLeft).toBeGreaterThan(30);
    expect(await faultsOf(page, 'registration-protected')).toEqual([]);

    await page.getByRole('button', { name: 'Tell how it goes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tell how it goes' });
    await dialog.getByRole('textbox', { name: 'What happened' }).fill('Discovery is fixed for Monday.');
    expect(await faultsOf(page, 'registration-update')).toEqual([]);
    await dialog.getByRole('button', { name: 'Tell how it goes' }).click();
    await page.getByText('Discovery is fixed for Monday.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('loses nothing with the connection, and registers once what it sends twice', async () => {
    const { page } = await phone(paths.portalRegister('demo'));
    await page.getByRole('textbox', { name: 'Customer’s legal name' }).fill('Visser');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(page.url()).toMatch(/number=\d+/);

    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Customer’s legal name' }).fill('Visser Logistics');
    await page.getByText('No connection. Kept on this device').waitFor();
    await takePicture(page, 'register-offline-360');
    await page.context().setOffline(false);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    const name = page.getByRole('textbox', { name: 'Customer’s legal name' });
    await name.waitFor();
    expect(await name.inputValue()).toBe('Visser Logistics');

    await fillDeal(page, 'Visser Logistics', 'visser-logistics.nl');
    // The server takes it in, and its answer never arrives: the phone sends again by itself.
    expect(await sendWithALostAnswer(page)).toBe(2);
    expect(await dealOf('Visser Logistics')).toMatchObject([{ state: 'submitted' }]);
    await page.context().close();
  });

  it('reads what is wrong beside the fields, with the first of them ready to be typed', async () => {
    const { page, complaints } = await phone(paths.portalRegister('demo'));
    await page.getByRole('textbox', { name: 'Customer’s legal name' }).fill('Bakker');
    await page.getByRole('textbox', { name: 'Contact’s mail' }).fill('ada at bakker');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/\d+ fields need another look\./).waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'));
    await expect.poll(focused).toBe('domain');
    await page.getByText('Check the address.').waitFor();
    expect(await faultsOf(page, 'register-errors')).toEqual([]);
    await page.getByRole('textbox', { name: 'Customer’s web domain' }).fill('https://www.gmail.com/bakker');
    await page.getByText(/Many companies share this host/).waitFor();
    await fillDeal(page, 'Bakker', 'bakker-brood.nl');
    expect(await page.getByText(/need another look|needs another look/).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('answers a question with the form before it, and takes a deal back', async () => {
    const { registrationId, number } = await call<Own>(rep, 'POST', '/o/demo/portal/registrations', {
      typed: {},
    });
    const { page, complaints } = await phone(paths.portalRegister('demo', String(number)));
    await fillDeal(page, 'Smit Bouw', 'smit-bouw.nl');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(`Your number is ${number}.`).waitFor();
    const asks = { asks: 'Who signs at Smit?', isIncomplete: false };
    await call(ops, 'POST', `/o/demo/registrations/${registrationId}/question`, asks);

    await page.goto(product.address + paths.portal('demo'));
    await page.getByRole('link', { name: /Smit Bouw/ }).click();
    await page.getByText('Who signs at Smit?').first().waitFor();
    expect(await faultsOf(page, 'registration-returned')).toEqual([]);
    await page.getByRole('link', { name: 'Answer', exact: true }).click();
    await page.getByRole('textbox', { name: 'Your answer' }).fill('Their CFO, Bo Smit.');
    await page.getByRole('textbox', { name: 'Contact’s role' }).fill('CFO');
    expect(await faultsOf(page, 'registration-answer')).toEqual([]);
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('Your answer is with us.').waitFor();
    await page.getByText('Their CFO, Bo Smit.').waitFor();

    await page.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this deal' });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('They bought elsewhere.');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('It is withdrawn.').waitFor();
    expect(await dealOf('Smit Bouw')).toMatchObject([{ state: 'withdrawn' }]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the pages of a partner', () => {
  it('are there in German too, and remember it', async () => {
    const { page, complaints } = await openPage(browser, 1440, 'light', rep);
    await page.goto(product.address + paths.portalRegistrations('demo'));
    await page.getByRole('heading', { name: 'My deals' }).waitFor();
    expect(await faultsOf(page, 'registrations')).toEqual([]);
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Meine Geschäfte' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    for (const [name, path, heading] of [
      ['home', paths.portal('demo'), 'Was mich braucht'],
      ['registrations', paths.portalRegistrations('demo'), 'Meine Geschäfte'],
      ['register', paths.portalRegister('demo'), 'Geschäft registrieren'],
      ['terms', paths.portalTerms('demo'), 'Bedingungen'],
    ] as const) {
      await page.goto(product.address + path);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(await faultsOf(page, `german-${name}`)).toEqual([]);
      await takePicture(page, `german-${name}-1440`, true);
    }
    await page.goto(product.address + paths.portalRegister('demo'));
    await page.getByRole('button', { name: 'Senden' }).click();
    await page.getByText(/\d+ Felder brauchen noch einen Blick\./).waitFor();
    // The choice goes with the person: the next device reads English again.
    await page.getByRole('button', { name: 'Sprache: Deutsch' }).click();
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/portal/language') && answer.ok());
    await page.getByRole('menuitem', { name: 'English' }).click();
    await kept;
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('tell the terms of the signed page, and nothing of what it keeps to itself', async () => {
    const { page, complaints } = await phone(paths.portalTerms('demo'));
    await page.getByText(/An accepted deal is yours for \d+ days\./).waitFor();
    await page.getByText('The value is below our minimum: rejected at once').waitFor();
    expect(await page.getByText('Our own sales have an open deal there').count()).toBe(0);
    expect(await faultsOf(page, 'terms')).toEqual([]);
    await takePicture(page, 'terms-whole', true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
