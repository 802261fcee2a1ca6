import { join } from 'node:path';
import { folderMail } from './folder.ts';
import type { MailOut } from './message.ts';
import { smtpMail } from './smtp.ts';

/** The settings that say where mail goes. `smtpUrl` is SMTP_URL; `?from=` in it names the sender. */
export type MailSettings = {
  readonly smtpUrl?: string;
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly now: () => number;
};

/** The folder that holds the messages where no SMTP server is set. */
export function mailFolder(dataFolder: string): string {
  return join(dataFolder, 'mail');
}

/** SMTP when SMTP_URL is set, otherwise the folder `mail` in the data folder. */
export function openMail(settings: MailSettings): MailOut {
  const host = new URL(settings.publicUrl).hostname;
  if (!settings.smtpUrl) {
    return folderMail(mailFolder(settings.dataFolder), sender(undefined, host), settings.now);
  }
  const url = new URL(settings.smtpUrl);
  const from = url.searchParams.get('from') ?? undefined;
  url.searchParams.delete('from');
  return smtpMail(url.href, sender(from ?? addressOf(url), host));
}

/** A user name that is an address is the address to send from: most servers accept no other. */
function addressOf(url: URL): string | undefined {
  const user = decodeURIComponent(url.username);
  return user.includes('@') ? user : undefined;
}

function sender(from: string | undefined, host: string): string {
  if (from?.includes('<')) return from;
  return `Tandem <${from ?? `tandem@${host}`}>`;
}
