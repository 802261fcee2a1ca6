import { createTransport } from 'nodemailer';
import { afterAll, describe, expect, it } from 'vitest';
import { addressOf } from '#server/mail-in/address.ts';
import { openInlet } from '#server/mail-in/inlet.ts';
import { TEST_NOW, testApp, testClock } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { returnRegistration } from '../decide.ts';
import { readForDesk } from '../show-desk.ts';
import { makeLink, readLink, revokeLink } from './links.ts';
import { answerReference } from './mail-kinds.ts';

const domain = 'in.company.example';
const settings = { TANDEM_MAIL_DOMAIN: domain, TANDEM_MAIL_IN: '127.0.0.1:0' };
const server = await testApp(await testDatabase(), testClock(TEST_NOW), settings);
const { config, delivery } = server.services;
if (!config.mailIn) throw new Error('the inlet is off');
const inlet = await openInlet(config.mailIn, server.services);
afterAll(() => inlet.close());
const client = createTransport({
  host: '127.0.0.1',
  port: Number(inlet.address.split(':').at(-1)),
  ignoreTLS: true,
});

const scene = await registrationScene(server, { partners: 1 });
const { slug } = scene.organization;
const partnerId = scene.partners[0]?.partnerId ?? '';
const link = await makeLink(scene.ops.context, delivery.formKey, partnerId);
let sent = 0;
const mail = (to: string, change: object = {}) => {
  sent += 1;
  return client.sendMail({
    ...{ from: 'Rita Reyes <rita@northgate.example>', to, subject: 'A deal at Vermeer' },
    text: 'Vermeer Dairy wants planning.\n\nOn Monday, Tandem wrote:\n> old words\n',
    messageId: `<${sent}@northgate.example>`,
    ...change,
  });
};
const refused = { responseCode: 550 };
const letterTo = async (email: string, text: string) => {
  await server.runJobs();
  return (await server.letters(email)).find(({ subject }) => subject.includes(text));
};
const passIn = (text: string | undefined) => /\/own-deal\/([\w-]{43})/.exec(text ?? '')?.[1] ?? '';

/** A registration that the rep was asked about, and where a reply goes. */
async function asked(email: string, customer: string) {
  const { body } = await server.call('POST', `/o/${slug}/form/${link.secret}/registrations`, {
    headers: { 'x-forwarded-for': `10.8.0.${(sent % 200) + 1}` },
    body: {
      rep: { name: 'Rita Reyes', email },
      typed: typedDeal({ legalName: customer, domain: `${customer.toLowerCase()}.nl` }),
    },
  });
  const { secret: pass, number } = body as { secret: string; number: number };
  const at = `/o/${slug}/own-deal/${pass}`;
  await server.call('POST', `${at}/submission`, { body: {} });
  const { registrationId } = await readForDesk(scene.ops.context, number);
  await returnRegistration(scene.ops.context, registrationId, { asks: 'Who signs?', isIncomplete: false });
  const reference = answerReference(number, 2);
  const address = addressOf(config, { kind: 'answer', reference, slug }) ?? '';
  return { at, number, address };
}

describe('a mail to the address of a partner’s link', () => {
  it('becomes a draft with a letter that leads to it, once, and registers nothing', async () => {
    const address = (await readLink(scene.ops.context, config, partnerId))?.address ?? '';
    expect(address).toMatch(/^register-1-.+@in\.company\.example$/);
    await mail(address, { messageId: '<same@northgate.example>' });
    await mail(address, { messageId: '<same@northgate.example>' });
    const letter = await letterTo('rita@northgate.example', 'complete the draft that your mail made');
    const pass = passIn(letter?.text);
    const { body } = await server.call('GET', `/o/${slug}/own-deal/${pass}`);
    expect(body).toMatchObject({
      registration: {
        state: 'draft',
        typed: { useCase: 'A deal at Vermeer', evidence: 'Vermeer Dairy wants planning.' },
      },
    });
    const letters = await server.letters('rita@northgate.example');
    expect(letters.filter(({ subject }) => subject.includes('complete the draft'))).toHaveLength(1);
    await makeLink(scene.ops.context, delivery.formKey, partnerId).then(({ number }) =>
      expect(number).toBe(2),
    );
    await expect(mail(address)).rejects.toMatchObject(refused);
    await revokeLink(scene.ops.context, partnerId);
    const next = await makeLink(scene.ops.context, delivery.formKey, partnerId);
    Object.assign(link, next);
  });
});

describe('a reply to the letter with a question', () => {
  it('is the answer where the rep wrote it, without what it quotes, and once', async () => {
    const { at, address, number } = await asked('rita@northgate.example', 'Bakker');
    const letter = await letterTo('rita@northgate.example', 'a question for you');
    expect(letter?.text).toContain('You can also reply to this letter');
    const answer = { text: 'Their CFO signs.\n\n> Who signs?\n', messageId: '<reply@northgate.example>' };
    await mail(address, answer);
    const { timeline, state } = await readForDesk(scene.ops.context, number);
    expect(state).toBe('submitted');
    expect(timeline.at(-1)).toMatchObject({ type: 'answer', said: 'Their CFO signs.', who: 'Rita Reyes' });
    // The question is answered: another mail to it is refused, so that its sender knows.
    await expect(mail(address, answer)).rejects.toMatchObject(refused);
    expect((await server.call('GET', at)).body).toMatchObject({ heldAnswer: null });
  });

  it('of anybody else is held until the rep sends it', async () => {
    const { at, address, number } = await asked('rik@northgate.example', 'Visser');
    await mail(address, { from: 'Somebody <else@elsewhere.example>', text: 'The CEO signs.' });
    expect((await readForDesk(scene.ops.context, number)).state).toBe('returned');
    const letter = await letterTo('rik@northgate.example', 'an answer by mail waits for you');
    expect(letter?.text).toContain(at);
    const { body } = await server.call('GET', at);
    expect(body).toMatchObject({ heldAnswer: { from: 'else@elsewhere.example', words: 'The CEO signs.' } });
    const done = await server.call('POST', `${at}/answer`, { body: { words: 'The CEO signs.' } });
    expect(done).toMatchObject({ status: 201 });
    expect((await server.call('GET', at)).body).toMatchObject({ heldAnswer: null });
  });

  it('is no answer from a machine, to another question, or with a guessed address', async () => {
    const { address, number } = await asked('ron@northgate.example', 'Smit');
    const own = { from: 'ron@northgate.example', text: 'I am away.' };
    await mail(address, { ...own, headers: { 'Auto-Submitted': 'auto-replied' } });
    expect((await readForDesk(scene.ops.context, number)).state).toBe('returned');
    const other = addressOf(config, { kind: 'answer', reference: answerReference(number, 9), slug }) ?? '';
    await expect(mail(other, own)).rejects.toMatchObject(refused);
    const guessed = address.replace(/-[0-9a-z]{10}@/, '-0000000000@');
    await expect(mail(guessed, own)).rejects.toMatchObject(refused);
  });
});
