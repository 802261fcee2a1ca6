import type { SendMailOptions } from 'nodemailer';
import { ensureSafeMessage, type MailMessage } from './message.ts';

/** A message as nodemailer takes it, checked. The one-click header goes with the address that it is for (RFC 8058). */
export function envelopeOf(message: MailMessage): SendMailOptions {
  ensureSafeMessage(message);
  const { subject, html, text, messageId, unsubscribeUrl, replyTo } = message;
  const oneClick =
    unsubscribeUrl === undefined
      ? {}
      : {
          list: { unsubscribe: new URL(unsubscribeUrl).href },
          headers: {
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            'Auto-Submitted': 'auto-generated',
          },
        };
  return {
    to: { address: message.to.address, name: message.to.name ?? '' },
    subject,
    html,
    text,
    ...(messageId === undefined ? {} : { messageId }),
    // Whoever answers by machine (RFC 3834) shall not answer a question.
    ...(replyTo === undefined ? {} : { replyTo, headers: { 'Auto-Submitted': 'auto-generated' } }),
    ...oneClick,
  };
}
