import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { launchBrowser } from '#test/harness/browser.ts';
import { startProduct } from '#test/harness/product.ts';
import { paths } from '#web/paths.ts';
import { fillDeal } from './fill-deal.ts';
import { openLetterBox, type TakenLetter } from './letter-box.ts';
import { faultsOf, openPage, type SignedIn, takePicture } from './look.ts';

const box = await openLetterBox();
afterAll(() => box.close());
const product = await startProduct({
  SMTP_URL: box.url,
  TANDEM_MAIL_DOMAIN: 'in.northwind.example',
  TANDEM_MAIL_IN: '127.0.0.1:0',
});
const browser = await launchBrowser();
afterAll(() => browser.close());
const desk = await browser.newContext();

const org = '/o/default';
const kim = { name: 'Kim Jansen', email: 'kim@northwind.example', password: 'four walking green lamps' };
const rita = 'rita@northgate.example';

/** Calls the API as Kim, who holds every seat. */
async function call<T>(method: string, path: string, data?: object): Promise<T> {
  const answer = await desk.request.fetch(`${product.address}/api/v1${path}`, { method, data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

type Seen = {
  registrationId: string;
  number: number;
  state: string;
  conflict: { number: number } | null;
  timeline: { type: string; who: string; said: string | null }[];
};
const seen = (number: number) => call<Seen>('GET', `${org}/registrations/number/${number}`);
/** A link of a letter, which cannot know the port that a test was given. */
const linkIn = (text: string, part: string): string => {
  const link = (text.match(/https?:\/\/[^\s"<>\])]+/g) ?? []).find((one) => one.includes(part));
  if (link === undefined) throw new Error(`no link with ${part} in: ${text}`);
  return link.replace(/^https?:\/\/[^/]+/, product.address);
};

/** A letter as a mail program shows it, wide and on a phone; its HTML has no script, no form and nothing from outside. */
async function lookAt(letter: TakenLetter, name: string): Promise<void> {
  const { page, complaints } = await openPage(browser, 700, 'light');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(letter.html);
  // A mail program shows the letter in a page of its own, below its subject.
  await page.evaluate((subject) => {
    const main = document.createElement('main');
    const heading = document.createElement('h1');
    heading.textContent = subject;
    main.append(heading, ...document.body.childNodes);
    document.body.append(main);
  }, letter.subject);
  expect(letter.html).not.toMatch(/<(?:script|form|iframe)\b/i);
  expect(await faultsOf(page, name)).toEqual([]);
  expect([...asked, ...complaints]).toEqual([]);
  await page.context().close();
}

/** A company whose registration page is signed, and the secret link of its one partner. */
async function openProgram(): Promise<string> {
  await call('POST', '/set-up', {
    token: new URLSearchParams(new URL(product.setUpUrl).hash.slice(1)).get('token'),
    ...{ organizationName: 'Northwind', timeZone: 'Europe/Amsterdam', currency: 'EUR' },
    ...{ fiscalYearStartMonth: 1, publicUrl: null, ...kim },
  });
  const { me } = await call<{ me: { membershipId: string } }>('GET', org);
  const seats = ['cro', 'head_of_partnerships'];
  const roles = ['administrator', 'partner_ops', ...seats];
  await call('PATCH', `${org}/members/${me.membershipId}`, { roles });
  for (const seat of seats) {
    await call('POST', `${org}/program/seats/${seat}/holders`, { membershipId: me.membershipId });
  }
  const at = `${org}/program/pages/registration`;
  const draft = { body: workedExample.registration, confirmed: [], revision: 0 };
  const { revision } = await call<{ revision: number }>('PUT', `${at}/draft`, draft);
  const { version } = await call<{ version: number }>('POST', `${at}/proposals`, {
    revision,
    inForceFrom: null,
  });
  for (const seat of seats) {
    const signature = { seat, password: kim.password };
    await call('POST', `${org}/policies/registration/${version}/signatures`, signature);
  }
  await call('PUT', `${org}/notice-settings`, { digestMinute: 480, gatherMinutes: 0 });
  return addPartner('Northgate', 'northgate.example');
}

/** A signed partner, and its secret link. */
async function addPartner(name: string, domain: string): Promise<string> {
  const { partnerId } = await call<{ partnerId: string }>('POST', `${org}/partners`, {
    ...{ name, domain, country: 'NL', archetype: 'si', signedOn: '2026-01-05', managerId: null },
  });
  const { secret } = await call<{ secret: string }>('POST', `${org}/partners/${partnerId}/registration-link`);
  return product.address + paths.form('default', secret);
}

/** Somebody joins by the letter of an invitation, and is signed in. */
async function joined(name: string, email: string, role: string): Promise<SignedIn> {
  await call('POST', `${org}/invitations`, { email, roles: [role] });
  const { text } = await box.letterTo(email, '/invitation');
  const token = decodeURIComponent(/#token=([\w%-]+)/.exec(text)?.[1] ?? '');
  const own = await browser.newContext();
  const answer = await own.request.post(`${product.address}/api/v1${org}/invitation/accept`, {
    data: { token, name, password: 'seven quiet orange boats' },
  });
  expect(answer.status()).toBe(200);
  const who = await own.storageState();
  await own.close();
  return who;
}

/** A rep without a login registers by the link on a phone. The number of the registration. */
async function registerByLink(link: string, customer: string, domain: string, mail = rita): Promise<number> {
  const { page, complaints } = await openPage(browser, 360, 'light');
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Rita Reyes');
  await page.getByRole('textbox', { name: 'Your work mail' }).fill(mail);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('textbox', { name: 'Customer’s legal name' }).waitFor();
  await fillDeal(page, customer, domain);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  const told = await page.getByText(/It is registered\. Your number is \d+\./).innerText();
  expect(complaints).toEqual([]);
  await page.context().close();
  return Number(/number is (\d+)/.exec(told)?.[1]);
}

describe('a registration that is decided and answered by letters', () => {
  let link = '';
  beforeAll(async () => {
    link = await openProgram();
  }, 120_000);

  it('is accepted by the link of the decider’s letter, on a phone without a sign-in, once', async () => {
    const number = await registerByLink(link, 'Jansen Koeling', 'jansen-koeling.nl');
    const letter = await box.letterTo(kim.email, `Registration ${number}, Jansen Koeling`);
    expect(letter.text).toContain('need no sign-in');
    await lookAt(letter, 'mail-decide');
    const { page, complaints } = await openPage(browser, 360, 'dark');
    await page.goto(linkIn(letter.text, 'mailed-decision?do=accept'));
    await page.getByRole('heading', { name: `Registration ${number}, Jansen Koeling` }).waitFor();
    await page.getByText(/You decide as Kim Jansen; nothing happens before you press/).waitFor();
    expect(page.url()).not.toContain('token');
    // Looking at it, as scanners of mail do, has done nothing.
    expect((await seen(number)).state).toBe('submitted');
    expect(await faultsOf(page, 'letter-accept')).toEqual([]);
    await takePicture(page, 'letter-accept-whole-360', true);
    await page.setViewportSize({ width: 1440, height: 900 });
    await takePicture(page, 'letter-accept-whole', true);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: 'Accept it' }).click();
    await page.getByRole('heading', { name: 'It is accepted' }).waitFor();
    await page.getByText(/protected for Northgate for 120 days/).waitFor();
    expect(await faultsOf(page, 'letter-accepted')).toEqual([]);
    const after = await seen(number);
    expect(after.state).toBe('accepted');
    expect(after.timeline.find(({ type }) => type === 'accept')?.who).toBe('Kim Jansen');

    // The link is spent; the other two of the letter are of the same one.
    await page.goto('about:blank');
    await page.goto(linkIn(letter.text, 'mailed-decision?do=reject'));
    await page.getByRole('heading', { name: 'Your yes is recorded' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();

    // Rita reads it in her letter, whose link opens the registration.
    const news = await box.letterTo(rita, 'It is accepted.');
    const own = await openPage(browser, 360, 'light');
    await own.page.goto(linkIn(news.text, '/own-deal/'));
    await own.page.getByText(/The deal is yours up to and including/).waitFor();
    expect(await faultsOf(own.page, 'letter-own-accepted')).toEqual([]);
    expect(own.complaints).toEqual([]);
    await own.page.context().close();
  }, 180_000);

  it('is asked about by letter; the rep finds the held mail in the form, and answers', async () => {
    const number = await registerByLink(link, 'Kuiper Staal', 'kuiper-staal.nl');
    const letter = await box.letterTo(kim.email, `Registration ${number}, Kuiper Staal`);
    const decider = await openPage(browser, 1440, 'light');
    const { page } = decider;
    await page.goto(linkIn(letter.text, 'mailed-decision?do=ask'));
    await page.getByRole('textbox', { name: 'Your question' }).fill('Who signs at Kuiper?');
    await page.getByText('We asked you for something. “Who signs at Kuiper?”').waitFor();
    expect(await faultsOf(page, 'letter-ask')).toEqual([]);
    await page.getByRole('button', { name: 'Ask it' }).click();
    await page.getByRole('heading', { name: 'The question is with the partner' }).waitFor();
    expect(await faultsOf(page, 'letter-asked')).toEqual([]);
    expect(decider.complaints).toEqual([]);
    await page.context().close();

    const question = await box.letterTo(rita, 'Who signs at Kuiper?');
    await lookAt(question, 'mail-question');
    expect(question.replyTo).toMatch(/@in\.northwind\.example$/);
    // A colleague replies in her place: it is held until she sends it.
    const [host, port] = product.mailIn.split(':');
    const client = createTransport({ host, port: Number(port), ignoreTLS: true });
    await client.sendMail({
      ...{ from: 'Bo Berg <bo@northgate.example>', to: question.replyTo ?? '', subject: 'Re: the question' },
      text: 'Their CFO signs, Ms. Kuiper.\n\nOn Monday, Northwind wrote:\n> Who signs at Kuiper?\n',
    });
    const held = await box.letterTo(rita, 'an answer by mail waits for you');
    expect((await seen(number)).state).toBe('returned');

    const own = await openPage(browser, 360, 'dark');
    await own.page.goto(linkIn(held.text, '/own-deal/'));
    await own.page.getByText('Who signs at Kuiper?').first().waitFor();
    await own.page.getByText('A mail of bo@northgate.example is filled in as the answer.').waitFor();
    expect(await faultsOf(own.page, 'letter-own-question')).toEqual([]);
    await own.page.getByRole('link', { name: 'Answer', exact: true }).click();
    const answer = own.page.getByRole('textbox', { name: 'Your answer' });
    await answer.waitFor();
    expect(await answer.inputValue()).toBe('Their CFO signs, Ms. Kuiper.');
    await own.page.getByText('A mail of bo@northgate.example is filled in as the answer.').waitFor();
    expect(await own.page.getByText('You get a number at once.').count()).toBe(0);
    expect(await faultsOf(own.page, 'letter-own-answer')).toEqual([]);
    await takePicture(own.page, 'letter-own-answer-whole-360', true);
    await own.page.setViewportSize({ width: 1440, height: 900 });
    await takePicture(own.page, 'letter-own-answer-whole', true);
    await own.page.setViewportSize({ width: 360, height: 740 });
    await own.page.getByRole('button', { name: 'Send the answer' }).click();
    await own.page.getByText('Your answer is with us.').waitFor();
    expect(await faultsOf(own.page, 'letter-own-answered')).toEqual([]);
    const after = await seen(number);
    expect(after.state).toBe('submitted');
    expect(after.timeline.find(({ type }) => type === 'answer')?.said).toContain('Ms. Kuiper');
    expect(own.complaints).toEqual([]);
    await own.page.context().close();
  }, 180_000);

  it('is set aside by a ruling, appealed by the link of a letter, and stands again', async () => {
    const lost = await registerByLink(link, 'Vermeer Zuivel', 'vermeer-zuivel.nl');
    const { registrationId } = await seen(lost);
    await call('POST', `${org}/registrations/${registrationId}/acceptance`, {});
    const bo = 'bo@southgate.example';
    const other = await addPartner('Southgate', 'southgate.example');
    const won = await registerByLink(other, 'Vermeer Zuivel', 'vermeer-zuivel.nl', bo);
    const { registrationId: winner, conflict } = await seen(won);
    await call('POST', `${org}/registration-conflicts/${conflict?.number}/ruling`, {
      ...{ ground: 'customer_choice', winner, evidence: ['https://mail.example/letter'] },
      words: 'The customer wrote in May whom it wants.',
    });
    const cleo = await joined('Cleo Fox', 'cleo@northwind.example', 'cro');

    const news = await box.letterTo(rita, 'It is set aside by a ruling.');
    expect(news.text).toContain('The customer chose its partner in writing.');
    await lookAt(news, 'mail-set-aside');
    const own = await openPage(browser, 360, 'dark');
    await own.page.goto(linkIn(news.text, '/own-deal/'));
    await own.page.getByText('You may appeal once.').waitFor();
    expect(await faultsOf(own.page, 'letter-set-aside')).toEqual([]);
    await own.page.getByRole('button', { name: 'Appeal' }).click();
    const dialog = own.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What was overlooked' }).fill('The writer had left in April.');
    expect(await faultsOf(own.page, 'letter-appeal')).toEqual([]);
    await dialog.getByRole('button', { name: 'Appeal' }).click();
    await own.page.getByText('Appeal being decided').first().waitFor();

    // The CRO who did not rule is told, and decides in writing.
    await box.letterTo('cleo@northwind.example', 'Northgate appeals. The appeal waits for your decision.');
    const judge = await openPage(browser, 1440, 'light', cleo);
    await judge.page.goto(product.address + paths.registration('default', String(lost)));
    await judge.page.getByText('Why it was set aside').waitFor();
    await judge.page.getByText('The writer had left in April.').first().waitFor();
    expect(await faultsOf(judge.page, 'appeal-waits')).toEqual([]);
    await takePicture(judge.page, 'appeal-waits-whole', true);
    await judge.page.getByRole('button', { name: 'Grant it' }).click();
    await judge.page.getByText(/protected from today on for the 120 days that were left/).waitFor();
    await judge.page.getByText(/The account goes over: Southgate, registration \d+, is set aside/).waitFor();
    await judge.page
      .getByRole('textbox', { name: 'The ruling on the appeal' })
      .fill('The letter was written by somebody who had left.');
    expect(await faultsOf(judge.page, 'appeal-grant')).toEqual([]);
    await judge.page.getByRole('button', { name: 'Let it stand again' }).click();
    await judge.page.getByText('The appeal is granted.').waitFor();
    await judge.page.getByText(/^On appeal, finally: Northgate has it$/).waitFor();
    await judge.page.getByText('120 days left').waitFor();
    expect(await faultsOf(judge.page, 'appeal-granted')).toEqual([]);
    await takePicture(judge.page, 'appeal-granted-whole', true);
    expect(judge.complaints).toEqual([]);
    await judge.page.context().close();

    await box.letterTo(rita, 'Your appeal is granted: it stands again');
    await own.page.reload();
    await own.page.getByText(/The deal is yours up to and including/).waitFor();
    await own.page.getByRole('button', { name: 'Language: English' }).click();
    await own.page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await own.page.getByText(/Die Registrierung gilt wieder, mit den Tagen/).waitFor();
    expect(await faultsOf(own.page, 'letter-reinstated-german')).toEqual([]);
    expect(own.complaints).toEqual([]);
    await own.page.context().close();
    const away = await box.letterTo(bo, 'It is set aside by a ruling.');
    expect(away.text).toContain('was appealed, and it did not stand');
    expect(away.text).not.toContain('Northgate');
    expect([(await seen(lost)).state, (await seen(won)).state]).toEqual(['accepted', 'void']);
  }, 240_000);
});
