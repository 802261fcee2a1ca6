import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMailFolder } from './folder.ts';
import { writeLetter } from './letter.ts';
import { mailFolder, openMail } from './mail-out.ts';
import { magicLinkLetter } from './templates/magic-link.ts';

const data = await mkdtemp(join(tmpdir(), 'tandem-mail-'));
afterAll(() => rm(data, { recursive: true, force: true }));

let now = Date.UTC(2026, 10, 20, 14, 0, 0);
const folder = mailFolder(data);
const mail = openMail({ dataFolder: data, publicUrl: 'http://localhost:3000', now: () => now });
const link = (token: string) => `http://localhost:3000/sign-in/link#token=${token}`;
const letter = (token: string) =>
  writeLetter(
    { address: 'ada@example.org', name: 'Ada' },
    magicLinkLetter({ name: 'Ada http://evil.example/', link: link(token), minutes: 15 }),
  );

describe('the mail folder', () => {
  it('holds nothing before the first message', async () => {
    expect(await readMailFolder(folder, 10)).toEqual([]);
  });

  it('shows messages newest first, with the link that the reader is asked to open', async () => {
    await mail.send(await letter('first'));
    now += 1000;
    await mail.send(await letter('second'));
    const [newest, older] = await readMailFolder(folder, 10);
    expect(newest).toMatchObject({
      at: '2026-11-20T14:00:01.000Z',
      to: 'Ada <ada@example.org>',
      subject: 'Your link to sign in to Tandem',
      link: link('second'),
    });
    expect(older?.link).toBe(link('first'));
    expect(await readMailFolder(folder, 1)).toHaveLength(1);
  });

  it('holds each message as a mail server would get it and as a person reads it, for the owner only', async () => {
    const names = (await readdir(folder)).sort();
    expect(names.filter((name) => name.endsWith('.eml'))).toHaveLength(2);
    expect(names.filter((name) => name.endsWith('.txt'))).toHaveLength(2);
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const eml = await readFile(join(folder, names[0] ?? ''), 'utf8');
    expect(eml).toMatch(/^From: Tandem <tandem@localhost>\r$/m);
    expect(eml).toMatch(/^Date: Fri, 20 Nov 2026 14:00:00 \+0000\r$/m);
  });

  it('passes over what a crash or a person left there', async () => {
    await writeFile(join(folder, '.20261120T150000000Z-00000000.txt.partial'), 'To: half');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    expect(await readMailFolder(folder, 10)).toHaveLength(2);
  });

  it('says where it is', () => {
    expect(mail.describe()).toContain('bin/tandem mail');
  });
});
