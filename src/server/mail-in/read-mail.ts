import { createHash } from 'node:crypto';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { headerText } from '../mail/message.ts';

/** Somebody whom a mail names. Whether they had a part in it, the mail only claims. */
export type Correspondent = { readonly name: string | null; readonly address: string };

/** A file that came with a mail. It is named, not kept. */
export type NamedAttachment = { readonly name: string; readonly type: string; readonly bytes: number };

/** A mail as text: what it says of itself, fit to be stored and shown. */
export type ReadMail = {
  /** Its Message-ID, or one made of what it says, so that the same mail twice is one. */
  readonly id: string;
  readonly from: Correspondent | null;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string | null;
  /** Its text; where it only has HTML, the words of that. */
  readonly text: string;
  readonly isCut: boolean;
  readonly attachments: readonly NamedAttachment[];
  /** Epoch milliseconds by its own Date, null where that says nothing. */
  readonly sentAt: number | null;
  /** A machine sent it in answer or as a bulk (RFC 3834). */
  readonly isAutomatic: boolean;
};

const longestText = 100_000;
const mostNamed = 50;
/** Control characters that are no line end and no tab, and marks that turn the direction of the text around. */
const unwanted = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Reads a mail. HTML becomes its words and is kept nowhere. Throws when the parts are nested or counted beyond reason.
 * A hostile mail can take seconds: call it by readApart.
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const parsed = await simpleParser(Buffer.from(raw), {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    checksumAlgo: false,
    maxChildNodes: 500,
    maxHtmlLengthToParse: 1024 * 1024,
  });
  const text = plain(parsed.text ?? '').trim();
  const subject = headerText((parsed.subject ?? '').toWellFormed());
  const [from = null] = correspondents(parsed.from);
  const mail = {
    from,
    to: correspondents(parsed.to),
    cc: correspondents(parsed.cc),
    subject: subject === '' ? null : subject,
    text: text.slice(0, longestText).toWellFormed(),
    isCut: text.length > longestText,
    attachments: parsed.attachments.slice(0, mostNamed).map((one) => ({
      name: headerText((one.filename ?? '').toWellFormed()) || 'without a name',
      type: headerText(one.contentType.toWellFormed()),
      bytes: one.size,
    })),
    sentAt: sentAtOf(parsed),
    isAutomatic: isAutomatic(parsed),
  };
  const given = headerText((parsed.messageId ?? '').toWellFormed());
  const said = JSON.stringify([mail.from, mail.subject, mail.sentAt, text]);
  return { ...mail, id: given || `sha256:${createHash('sha256').update(said).digest('hex')}` };
}

/** What a mail server, a calendar or a newsletter sends by itself is nobody's act (RFC 3834, section 2). */
function isAutomatic(parsed: ParsedMail): boolean {
  const submitted = headerLine(parsed, 'auto-submitted');
  if (submitted !== '' && !/^no\b/i.test(submitted)) return true;
  if (/^(bulk|junk|auto_reply)\b/i.test(headerLine(parsed, 'precedence'))) return true;
  return /^multipart\/report\b/i.test(headerLine(parsed, 'content-type'));
}

function correspondents(field: AddressObject | AddressObject[] | undefined): Correspondent[] {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((one) => (one.group ? one.group : [one])))
    .flatMap(({ name, address }) => {
      const plainAddress = headerText((address ?? '').toWellFormed());
      if (!/^[^@\s]+@[^@\s]+$/.test(plainAddress)) return [];
      return [{ name: headerText(name.toWellFormed()) || null, address: plainAddress }];
    })
    .slice(0, mostNamed);
}

/** By the Date header, where that is one; the parser would take the present moment instead of nothing. */
function sentAtOf(parsed: ParsedMail): number | null {
  const line = headerLine(parsed, 'date');
  const at = /\b\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2}/i.test(line) ? Date.parse(line) : Number.NaN;
  return Number.isSafeInteger(at) ? at : null;
}

function headerLine(parsed: ParsedMail, key: string): string {
  const found = parsed.headerLines.find((one) => one.key === key)?.line ?? '';
  return found.slice(found.indexOf(':') + 1).trim();
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '');
}
