import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import type { Config } from '../config.ts';
import type { MailInSettings } from '../config-mail-in.ts';
import { listenAddress } from '../config-mail-in.ts';
import { ProblemError } from '../problem.ts';
import { RefusalError } from '../refusal.ts';
import { readAddress } from './address.ts';
import { type AddressKind, addressKinds, type Taken } from './kinds.ts';
import { readApart, UnreadableMailError } from './read-apart.ts';
import type { ReadMail } from './read-mail.ts';

/** The largest mail that is taken, with everything that comes in it. */
const largestMail = 10 * 1024 * 1024;

export type MailInlet = {
  /** Where it listens, as host:port. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

export type InletServices = { readonly config: Config; readonly ports: Ports; readonly log: Logger };

/** An answer of SMTP: the code decides whether the sender tries again (4xx) or gives up (5xx). */
class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

/** The same for whatever is no address of ours, so that nobody learns which there are. */
const noSuchAddress = () => new SmtpRefusal(550, 'No such address here');

/**
 * Listens for mail to the addresses that this installation made, and takes no other: it relays nothing, knows no
 * passwords and answers no mail. A mail is accepted (250) when what it became is committed; on a fault of ours the
 * sender is asked to try again (451), and a mail that comes twice is kept once. Throws RefusalError when the place to
 * listen is taken.
 */
export async function openInlet(settings: MailInSettings, services: InletServices): Promise<MailInlet> {
  const { log } = services;
  const server = new SMTPServer({
    name: settings.domain,
    banner: 'Tandem',
    size: largestMail,
    rejectOversized: true,
    maxRecipients: 20,
    maxClients: 20,
    maxCommandLength: 2048,
    socketTimeout: 120_000,
    closeTimeout: 10_000,
    authOptional: true,
    // Without a certificate of its own it offers no TLS: it stands behind the company's mail server.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, session, answer) => {
      void answered(() => recipient(services, address), answer, log, session);
    },
    onData: (stream, session, answer) => {
      void answered(() => receive(services, stream, session), answer, log, session);
    },
  });
  server.on('error', (error) => log.warn({ reason: error.message }, 'A connection for mail broke'));
  await listen(server, settings);
  const { port } = server.server.address() as AddressInfo;
  const address = listenAddress({ ...settings, port });
  return { address, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(server: SMTPServer, settings: MailInSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new RefusalError(
          'cannot-listen',
          `Mail cannot be taken at ${listenAddress(settings)} (${error.code}): set TANDEM_MAIL_IN to a free address and port of this machine.`,
        ),
      ),
    );
    server.listen(settings.port, settings.host, () => resolve());
  });
}

/** Gives the answer of a step to the client. What is no refusal is a fault of ours: it is logged, and said as 451. */
async function answered(
  step: () => Promise<string>,
  answer: (error?: Error | null, text?: string) => void,
  log: Logger,
  session: SMTPServerSession,
): Promise<void> {
  let text: string;
  try {
    text = await step();
  } catch (error) {
    if (error instanceof SmtpRefusal) return answer(error);
    log.error({ session: session.id, reason: String(error) }, 'A mail could not be taken');
    return answer(new SmtpRefusal(451, 'A fault on our side: try again later'));
  }
  answer(null, text);
}

type Recipient = { readonly context: Context; readonly kind: AddressKind; readonly reference: string };

/** What an address belongs to, or null for whatever is not ours. The code is asked first: without it nothing is looked up. */
async function find({ config, ports }: InletServices, address: string): Promise<Recipient | null> {
  const parts = readAddress(config, address);
  const kind = parts && addressKinds.get(parts.kind);
  if (!parts || !kind) return null;
  const context = await contextOf(ports, parts.slug, { kind: 'system', name: 'mail' });
  return context && { context, kind, reference: parts.reference };
}

async function recipient(services: InletServices, address: string): Promise<string> {
  const found = await find(services, address);
  if (!found || !(await found.kind.stands(found.context, found.reference))) throw noSuchAddress();
  return 'Accepted';
}

async function receive(
  services: InletServices,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<string> {
  const { log } = services;
  const raw = await collect(stream);
  if (raw === null) throw new SmtpRefusal(552, `Larger than ${largestMail} bytes`);
  const { mailFrom, rcptTo } = session.envelope;
  // Whatever a machine sends by itself, and every report about a mail, is dropped and never answered (RFC 3834).
  const mail = mailFrom && mailFrom.address !== '' ? await readOrRefuse(raw, log, session) : null;
  if (mail === null || mail.isAutomatic) {
    log.info({ session: session.id }, 'A mail that no person sent was dropped');
    return 'Accepted, and not kept: no person sent it';
  }
  for (const { address } of rcptTo) {
    const found = await find(services, address);
    const taken = found ? await take(found, mail, services.config.secret) : 'gone';
    log.info({ session: session.id, org: found?.context.organization.slug, taken }, 'A mail was taken');
  }
  return 'Accepted';
}

async function readOrRefuse(raw: Uint8Array, log: Logger, session: SMTPServerSession): Promise<ReadMail> {
  try {
    return await readApart(raw);
  } catch (error) {
    if (!(error instanceof UnreadableMailError)) throw error;
    log.info({ session: session.id, reason: error.message }, 'A mail was refused');
    throw new SmtpRefusal(554, 'This mail cannot be read');
  }
}

function take({ context, kind, reference }: Recipient, mail: ReadMail, secret: string): Promise<Taken> {
  return kind.take(context, reference, mail, secret).catch((error: unknown) => {
    if (error instanceof ProblemError && error.type === 'too-many-requests') {
      throw new SmtpRefusal(452, error.message);
    }
    throw error;
  });
}

/** The bytes of a mail; null when it is too large. Rejects when the client goes away in the middle. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.length;
    // What comes beyond is read to its end, so that the client hears the answer, and thrown away.
    if (length <= largestMail) pieces.push(piece);
  }
  return length <= largestMail ? Buffer.concat(pieces) : null;
}
