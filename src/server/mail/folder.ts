import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { envelopeOf } from './envelope.ts';
import type { MailMessage, MailOut } from './message.ts';

/** A message in the folder, as `bin/tandem mail` shows it. */
export type FolderMail = {
  readonly name: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  /** The web address that stands on a line of its own: what the reader is asked to open. */
  readonly link: string | null;
  readonly text: string;
};

/** The folder is for a machine without a mail server, not an archive: older messages go. */
const KEPT = 1000;

async function writeWhole(folder: string, name: string, content: string | Buffer): Promise<void> {
  const partial = join(folder, `.${name}.partial`);
  const file = await open(partial, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, join(folder, name));
}

function readable(message: MailMessage, at: string): string {
  const to = message.to.name ? `${message.to.name} <${message.to.address}>` : message.to.address;
  return `Date: ${at}\nTo: ${to}\nSubject: ${message.subject}\n\n${message.text}`;
}

async function namesNewestFirst(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => /^\d{8}T\d{9}Z-[0-9a-f]{8}\.txt$/.test(name))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort()
    .reverse();
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of (await namesNewestFirst(folder)).slice(KEPT)) {
    await rm(join(folder, `${name}.txt`), { force: true });
    await rm(join(folder, `${name}.eml`), { force: true });
  }
}

/**
 * Writes each message into `folder` as `.eml` (what a mail server would get) and `.txt` (for a person), readable by
 * the owner only, since links in mail sign people in. A file is there whole or not at all.
 */
export function folderMail(folder: string, from: string, now: () => number): MailOut {
  const composer = createTransport(
    { streamTransport: true, buffer: true, newline: 'windows' },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    send: async (message) => {
      const envelope = envelopeOf(message, from);
      const at = new Date(now());
      const name = `${at.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
      const composed = await composer.sendMail({ ...envelope, date: at });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(folder, `${name}.eml`, composed.message as Buffer);
      await writeWhole(folder, `${name}.txt`, readable(message, at.toISOString()));
      await forgetOld(folder);
      return `kept as ${name}.eml`;
    },
    describe: () => `mail is written to ${folder}; read it with: bin/tandem mail`,
    close: () => {},
  };
}

function parse(name: string, content: string): FolderMail {
  const end = content.indexOf('\n\n');
  const header = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(content.slice(0, end))?.[1] ?? '';
  const text = content.slice(end + 2);
  const link = /^https?:\/\/\S+$/m.exec(text)?.[0] ?? null;
  return { name, at: header('Date'), to: header('To'), subject: header('Subject'), link, text };
}

/** The messages of the folder, newest first, at most `limit`. A folder that is not there holds none. */
export async function readMailFolder(folder: string, limit: number): Promise<FolderMail[]> {
  const names = (await namesNewestFirst(folder)).slice(0, limit);
  return Promise.all(
    names.map(async (name) => parse(name, await readFile(join(folder, `${name}.txt`), 'utf8'))),
  );
}
