import type { SendMailOptions } from 'nodemailer';
import { ensureSafeMessage, type MailMessage } from './message.ts';

/**
 * A message as nodemailer takes it, checked, from `sender` (an address, or a name with the address in angle brackets). The
 * one-click header goes with the address that it is for (RFC 8058).
 */
export function envelopeOf(message: MailMessage, sender: string): SendMailOptions {
  ensureSafeMessage(message);
  const { subject, html, text, messageId, unsubscribeUrl, replyTo, fromName } = message;
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
    // Only the name is the letter's own: a mail server takes no other address of ours.
    from: fromName === undefined ? sender : { name: fromName, address: addressIn(sender) },
    subject,
    html,
    text,
    ...(messageId === undefined ? {} : { messageId }),
    // Whoever answers by machine (RFC 3834) shall not answer a question.
    ...(replyTo === undefined ? {} : { replyTo, headers: { 'Auto-Submitted': 'auto-generated' } }),
    ...oneClick,
  };
}

/** The address of a sender, without the name that may stand before it. */
function addressIn(sender: string): string {
  return /<([^<>]*)>\s*$/.exec(sender)?.[1] ?? sender;
}
