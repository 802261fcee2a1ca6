import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { fillDeal, sendWithALostAnswer } from './fill-deal.ts';
import { faultsOf, openPage, takePicture } from './look.ts';

const { product, browser, joined, read } = await openCompany();
const { items: partners } = await read<{ items: { partnerId: string; name: string }[] }>(
  '/o/demo/partners?signed=true&limit=5',
);
const partner = partners[0] ?? { partnerId: '', name: '' };
const ops = await joined('Ollie Ortega', ['partner_ops']);

/** Calls the API as partner ops. */
async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const own = await browser.newContext({ storageState: ops });
  const answer = await own.request.fetch(`${product.address}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const said = (await answer.json()) as T;
  await own.close();
  return said;
}

type Queued = { registrationId: string; number: number; customer: string; way: string };
const queued = async (customer: string) =>
  (await call<{ items: Queued[] }>('GET', '/o/demo/registrations?limit=200')).items.filter(
    (one) => one.customer === customer,
  );
const newLink = async () => {
  const path = `/o/demo/partners/${partner.partnerId}/registration-link`;
  const { secret } = await call<{ secret: string }>('POST', path);
  return product.address + paths.form('demo', secret);
};

describe('partner ops', () => {
  it('makes the link of a partner, copies it once, replaces and revokes it', async () => {
    const { page, complaints } = await openPage(browser, 1440, 'light', ops);
    await page.goto(product.address + paths.partner('demo', partner.partnerId));
    const card = page.getByRole('region', { name: 'Link to register without a login' });
    await card.getByRole('button', { name: 'Make the link' }).click();
    await card.getByText('It is shown this once.').waitFor();
    const first = await card.locator('code').innerText();
    expect(first).toMatch(/\/o\/demo\/form\/[\w-]{43}$/);
    await card.getByText('Not yet').waitFor();
    expect(await faultsOf(page, 'partner-link')).toEqual([]);
    await card.getByRole('button', { name: 'Replace' }).click();
    await page.getByRole('button', { name: 'Make a new one' }).click();
    await expect.poll(() => card.locator('code').innerText()).not.toBe(first);
    const second = await card.locator('code').innerText();
    await page.reload();
    await card.getByText('Last used').waitFor();
    expect(await card.locator('code').count()).toBe(0);

    const visitor = await openPage(browser, 360, 'dark');
    await visitor.page.goto(first);
    await visitor.page.getByText('This link opens nothing').waitFor();
    expect(await faultsOf(visitor.page, 'form-gone')).toEqual([]);
    await visitor.page.goto(second);
    await visitor.page.getByRole('textbox', { name: 'Your name' }).waitFor();

    await card.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke it' }).click();
    await card.getByRole('button', { name: 'Make the link' }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByText('This link opens nothing').waitFor();
    expect([...complaints, ...visitor.complaints]).toEqual([]);
    await page.context().close();
    await visitor.page.context().close();
  });
});

describe('a rep without a login', () => {
  it('registers on a dark phone, with the connection gone on the way, and sends twice what is sent once', async () => {
    const link = await newLink();
    const { page, complaints } = await openPage(browser, 360, 'dark');
    await page.goto(link);
    await page.getByText(`For ${partner.name}`).waitFor();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Write your name.').waitFor();
    expect(await faultsOf(page, 'form-who')).toEqual([]);
    await page.getByRole('textbox', { name: 'Your name' }).fill('Rita Reyes');
    await page.getByRole('textbox', { name: 'Your work mail' }).fill('rita@northgate.example');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('No connection').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Begin' }).click();
    const name = page.getByRole('textbox', { name: 'Customer’s legal name' });
    await name.waitFor();
    expect(page.url()).toContain('/own-deal/');
    await name.fill('Jansen');
    await page.getByText('Saved', { exact: true }).waitFor();

    await page.context().setOffline(true);
    await name.fill('Jansen Koeling');
    await page.getByText('No connection. Kept on this device').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await name.waitFor();
    expect(await name.inputValue()).toBe('Jansen Koeling');
    await fillDeal(page, 'Jansen Koeling', 'jansen-koeling.nl');
    await page
      .getByText(/decides by .+, with a reason/)
      .first()
      .waitFor();
    expect(await faultsOf(page, 'form-filled')).toEqual([]);
    await takePicture(page, 'form-filled-whole', true);

    expect(await sendWithALostAnswer(page)).toBe(2);
    expect(await queued('Jansen Koeling')).toMatchObject([{ way: 'form' }]);
    expect(await faultsOf(page, 'form-sent')).toEqual([]);

    // The device knows the way back, and who registers.
    await page.goto(link);
    await page.getByRole('link', { name: /Jansen Koeling/ }).waitFor();
    const mail = page.getByRole('textbox', { name: 'Your work mail' });
    expect(await mail.inputValue()).toBe('rita@northgate.example');
    // The browser itself tells of the connections that were cut on purpose.
    expect(complaints.filter((one) => !one.includes('net::ERR_'))).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('answers a question, tells news and withdraws on a wide screen, also in German', async () => {
    const { page, complaints } = await openPage(browser, 1440, 'light');
    await page.goto(await newLink());
    await page.getByRole('textbox', { name: 'Your name' }).fill('Rita Reyes');
    await page.getByRole('textbox', { name: 'Your work mail' }).fill('rita@northgate.example');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('textbox', { name: 'Customer’s legal name' }).waitFor();
    await fillDeal(page, 'Kuiper Staal', 'kuiper-staal.nl');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await faultsOf(page, 'form-wide')).toEqual([]);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/It is registered\. Your number is \d+\./).waitFor();
    const [one] = await queued('Kuiper Staal');
    const base = `/o/demo/registrations/${one?.registrationId}`;
    await call('POST', `${base}/question`, { asks: 'Who signs at Kuiper?', isIncomplete: false });
    await page.reload();
    await page.getByText('Who signs at Kuiper?').first().waitFor();
    expect(await faultsOf(page, 'own-deal-returned')).toEqual([]);
    await page.getByRole('link', { name: 'Answer', exact: true }).click();
    await page.getByRole('textbox', { name: 'Your answer' }).fill('Their CFO.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('Your answer is with us.').waitFor();
    await call('POST', `${base}/acceptance`, {});
    await page.reload();
    await page.getByText(/The deal is yours up to and including/).waitFor();
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'Sagen, wie es steht' }).waitFor();
    expect(await faultsOf(page, 'own-deal-german')).toEqual([]);
    await takePicture(page, 'own-deal-german-whole', true);
    await page.getByRole('button', { name: 'Zurückziehen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Sie haben anderswo gekauft.');
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click();
    await page.getByText('Sie wurde zurückgezogen.').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 240_000);
});
