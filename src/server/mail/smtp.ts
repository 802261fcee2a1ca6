import { createTransport } from 'nodemailer';
import { envelopeOf } from './envelope.ts';
import type { MailOut } from './message.ts';

/**
 * Sends by the SMTP server of `url` (smtp:// or smtps://, with user and password where it needs them). The sender is
 * `from`. TLS is used where the server offers it, and certificates are checked. Throws when the server refuses.
 */
export function smtpMail(url: string, from: string): MailOut {
  const transport = createTransport(
    { url, pool: true, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    send: async (message) => (await transport.sendMail(envelopeOf(message, from))).response,
    describe: () => `mail goes to ${new URL(url).host} by SMTP, from ${from}`,
    close: () => transport.close(),
  };
}
