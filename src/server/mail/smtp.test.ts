import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLetter } from './letter.ts';
import { openMail } from './mail-out.ts';
import { type MailMessage, UnsafeMessageError } from './message.ts';
import { magicLinkLetter } from './templates/magic-link.ts';

type Received = { from: string; to: string[]; user: string; data: string };

const received: Received[] = [];
let refusing = false;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
  onRcptTo: (_address, _session, done) => done(refusing ? new Error('mailbox is full') : null),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map((one) => one.address),
        user: String(session.user ?? ''),
        data: Buffer.concat(chunks).toString('utf8'),
      });
      done();
    });
  },
});

const open = (credentials: string, query = '') => {
  const { port } = server.server.address() as AddressInfo;
  return openMail({
    smtpUrl: `smtp://${credentials}127.0.0.1:${port}/${query}`,
    dataFolder: '/nonexistent',
    publicUrl: 'https://partners.example.org',
    now: () => Date.now(),
  });
};
const letter = (to = { address: 'ada@example.org', name: 'Ada, “the first”' }) =>
  writeLetter(
    to,
    magicLinkLetter({ name: 'Ada', link: 'https://partners.example.org/x#token=t', minutes: 15 }),
  );

beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise<void>((done) => void server.close(done)));

describe('mail by SMTP', () => {
  it('reaches the one addressee, as text and HTML, from the address that the settings name', async () => {
    const mail = open('', '?from=partners@example.org');
    await mail.send(await letter());
    mail.close();
    const [message] = received.splice(0);
    expect(message).toMatchObject({ from: 'partners@example.org', to: ['ada@example.org'] });
    expect(message?.data).toMatch(/^From: Tandem <partners@example\.org>$/m);
    expect(message?.data).toMatch(/^Subject: Your link to sign in to Tandem$/m);
    expect(message?.data).toContain('multipart/alternative');
  });

  it('is sent from the user of the server where that is an address, else from the public host', async () => {
    const asUser = open('robot%40example.net:secret@');
    await asUser.send(await letter());
    asUser.close();
    const asHost = open('');
    await asHost.send(await letter());
    asHost.close();
    expect(received.splice(0).map((one) => [one.user, one.from])).toEqual([
      ['robot@example.net', 'robot@example.net'],
      ['', 'tandem@partners.example.org'],
    ]);
  });

  it('fails aloud when the server refuses, so that the job tries again', async () => {
    const mail = open('');
    refusing = true;
    await expect(mail.send(await letter())).rejects.toThrow('mailbox is full');
    refusing = false;
    await mail.send(await letter());
    mail.close();
    expect(received.splice(0)).toHaveLength(1);
  });

  it('does not say its password', () => {
    const mail = open('robot:verysecret@');
    expect(mail.describe()).not.toContain('verysecret');
    mail.close();
  });

  it.each<[string, Partial<MailMessage>]>([
    ['a line break in the subject', { subject: 'Hi\r\nBcc: all@example.org' }],
    ['a line break in the name', { to: { address: 'ada@example.org', name: 'Ada\nBcc: x@example.org' } }],
    ['two addresses', { to: { address: 'ada@example.org, bob@example.org' } }],
    ['a line break in the address', { to: { address: 'ada@example.org\r\nRCPT TO:<x@example.org>' } }],
    ['an address in brackets', { to: { address: '<ada@example.org>' } }],
    ['a group', { to: { address: 'all: ada@example.org;' } }],
    ['no address', { to: { address: '' } }],
  ])('never carries %s', async (_, change) => {
    const mail = open('');
    await expect(mail.send({ ...(await letter()), ...change })).rejects.toThrow(UnsafeMessageError);
    mail.close();
    expect(received).toHaveLength(0);
  });
});
