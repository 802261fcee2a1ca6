import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLetter } from '#server/mail/letter.ts';
import { openMail } from '#server/mail/mail-out.ts';
import { magicLinkLetter } from '#server/mail/templates/magic-link.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

const data = await mkdtemp(join(tmpdir(), 'tandem-mail-command-'));
const before = { data: process.env.TANDEM_DATA, smtp: process.env.SMTP_URL };

beforeAll(() => {
  process.env.TANDEM_DATA = data;
  delete process.env.SMTP_URL;
});
afterAll(async () => {
  if (before.data === undefined) delete process.env.TANDEM_DATA;
  else process.env.TANDEM_DATA = before.data;
  if (before.smtp !== undefined) process.env.SMTP_URL = before.smtp;
  await rm(data, { recursive: true, force: true });
});

const run = async (...args: string[]) => {
  let out = '';
  let err = '';
  const code = await runCommandLine(['mail', ...args], commands, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};
const link = 'http://localhost:3000/sign-in/link#token=abc';

describe('bin/tandem mail', () => {
  it('says that there is none', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain('No mail in');
    expect(JSON.parse((await run('--json')).out)).toMatchObject({ goesTo: 'folder', mails: [] });
  });

  it('lists messages with their links, prints the last one whole, and gives both as JSON', async () => {
    const mail = openMail({ dataFolder: data, publicUrl: 'http://localhost:3000', now: () => Date.now() });
    await mail.send(
      await writeLetter({ address: 'ada@example.org' }, magicLinkLetter({ name: 'Ada', link, minutes: 15 })),
    );
    expect((await run()).out).toContain(link);
    const last = (await run('--last')).out;
    expect(last).toContain('To: ada@example.org');
    expect(last).toContain('It works once');
    const { mails } = JSON.parse((await run('--last', '--json')).out);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'ada@example.org', link });
  });

  it('refuses what it does not know with 2', async () => {
    expect((await run('--newest')).code).toBe(2);
  });
});
