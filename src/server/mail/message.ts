/** A letter ready to leave: one addressee, both forms of the same text. */
export type MailMessage = {
  readonly to: MailAddress;
  /** Who writes, by name; the address is always the configured one. */
  readonly fromName?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Names the letter for good, so that one that is sent again after a crash is known as the same: `<id@host>`. */
  readonly messageId?: string;
  /** The address that a mail program calls to end letters like this one (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** Where a reply goes, if not to the sender. */
  readonly replyTo?: string;
};

export type MailAddress = { readonly address: string; readonly name?: string };

/**
 * Where mail leaves. `send` returns when the message is accepted (by the server, or by the disk), with what was
 * answered, and throws otherwise.
 */
export type MailOut = {
  readonly send: (message: MailMessage) => Promise<string>;
  /** Says in one line where mail goes, for the log at start and for `doctor`. Holds no secret. */
  readonly describe: () => string;
  readonly close: () => void;
};

/** A message that no mail server should be given: an address or a header that would say more than was meant. */
export class UnsafeMessageError extends Error {
  override name = 'UnsafeMessageError';
}

/** Line breaks, other control characters, and marks that turn the direction of the text around. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const MESSAGE_ID = /^<[\w.-]{1,64}@[\w.:[\]-]{1,255}>$/;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,255}$/;

/**
 * Refuses a message whose headers could be broken out of: a line break or control character in the subject, the
 * name or the address, or an address that is more than one address. Throws UnsafeMessageError.
 */
export function ensureSafeMessage(message: MailMessage): void {
  if (CONTROL.test(message.subject))
    throw new UnsafeMessageError('a subject may not hold control characters');
  if (message.to.name !== undefined && CONTROL.test(message.to.name)) {
    throw new UnsafeMessageError('a name may not hold control characters');
  }
  if (message.fromName !== undefined && CONTROL.test(message.fromName)) {
    throw new UnsafeMessageError('the name of a sender may not hold control characters');
  }
  if (!ADDRESS.test(message.to.address)) throw new UnsafeMessageError('expected one plain mail address');
  if (message.replyTo !== undefined && !ADDRESS.test(message.replyTo)) {
    throw new UnsafeMessageError('expected one plain mail address to reply to');
  }
  if (message.messageId !== undefined && !MESSAGE_ID.test(message.messageId)) {
    throw new UnsafeMessageError('expected a message id of letters and digits');
  }
}

/** Text that people wrote, made fit for a header: control characters become spaces, and it is at most 200 long. */
export function headerText(text: string): string {
  return text.replace(new RegExp(CONTROL, 'gu'), ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
}
