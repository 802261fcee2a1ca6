import { createHmac } from 'node:crypto';
import type { UserId } from '#core/ids.ts';
import type { Pool } from '#server/database/pool.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { randomIds } from '#server/ids.ts';
import type { MailMessage } from '#server/mail/message.ts';
import type { Caller } from './caller.ts';
import { type CurrentUser, currentUser } from './current-user.ts';
import type { Identity, IdentityEvent, IdentityJob } from './identity.ts';
import { identityTasks } from './letters.ts';
import { openIdentity } from './open-identity.ts';
import type { SignIn } from './sign-in-with-password.ts';
import { createUser } from './users.ts';

/** Identity on a real database, with a mailbox and a queue that a test can look into. */
export type IdentityFixture = {
  readonly identity: Identity;
  readonly mailbox: MailMessage[];
  readonly events: IdentityEvent[];
  readonly faults: string[];
  /** Does what the worker would do, and answers the letters that came of it. */
  readonly runJobs: () => Promise<MailMessage[]>;
  /** A new person with this password (none: by mail only). Each has an address of their own. */
  readonly person: (password?: string) => Promise<{ userId: UserId; email: string }>;
  /** A browser at an address of its own. */
  readonly browser: () => Browser;
};

/** Keeps the cookies that it was given, as a browser does. */
export type Browser = {
  readonly caller: () => Caller;
  readonly take: (cookies: readonly string[]) => void;
  /** Takes the cookies of a sign-in and hands it on. */
  readonly after: (signIn: SignIn) => SignIn;
  readonly user: () => Promise<CurrentUser | null>;
  /** The same where a test needs someone to be there. */
  readonly signedInUser: () => Promise<CurrentUser>;
};

let made = 0;
const next = () => {
  made += 1;
  return made;
};

export function identityFixture(pool: Pool, publicUrl = 'http://localhost:3000'): IdentityFixture {
  const mailbox: MailMessage[] = [];
  const events: IdentityEvent[] = [];
  const faults: string[] = [];
  const queue: IdentityJob[] = [];
  const identity = openIdentity({
    pool,
    clock: { now: () => Date.now() },
    ids: randomIds,
    secret: 'a secret for the tests of identity, long and unlike others 4f',
    publicUrl: () => publicUrl,
    mail: {
      send: async (message) => {
        mailbox.push(message);
        return 'kept';
      },
      describe: () => 'a mailbox for tests',
      close: () => {},
    },
    enqueue: async (job) => {
      queue.push(job);
    },
    observe: (event) => events.push(event),
    report: (level, message) => faults.push(`${level}: ${message}`),
  });
  const tasks = identityTasks(identity);

  return {
    identity,
    mailbox,
    events,
    faults,
    runJobs: async () => {
      const before = mailbox.length;
      for (const job of queue.splice(0)) await tasks[job.task](job.payload);
      return mailbox.slice(before);
    },
    person: async (password) => {
      const email = `person-${process.pid}-${next()}@example.org`;
      const input =
        password === undefined ? { email, name: 'Ada Test' } : { email, name: 'Ada Test', password };
      const created = await writeTransaction(pool, {}, (tx) => createUser(identity, tx, input));
      if (created.outcome !== 'created') throw new Error(`no user was made: ${created.reason}`);
      return { userId: created.userId, email };
    },
    browser: () => browserOf(identity, `10.1.${next() % 250}.${next() % 250}`),
  };
}

function browserOf(identity: Identity, address: string): Browser {
  const jar = new Map<string, string>();
  const caller = () => ({
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') || undefined,
    address,
    userAgent: 'a browser for tests',
  });
  const take = (cookies: readonly string[]) => {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const at = pair.indexOf('=');
      if (attributes.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const user = () => currentUser(identity, caller().cookie);
  return {
    caller,
    take,
    after: (signIn) => {
      if (signIn.outcome !== 'refused') take(signIn.cookies);
      return signIn;
    },
    user,
    signedInUser: async () => {
      const found = await user();
      if (!found) throw new Error('expected a session, found none');
      return found;
    },
  };
}

/** The token behind the `#` of the link in a letter. */
export function tokenIn(letter: MailMessage | undefined): string {
  const token = /#token=(\S+)/.exec(letter?.text ?? '')?.[1];
  if (!token) throw new Error('expected a letter with a link, found none');
  return decodeURIComponent(token);
}

/** What an authenticator shows for this address (RFC 6238: SHA-1, six digits, thirty seconds), written apart from better-auth. */
export function authenticator(totpUri: string, atMs = Date.now()): string {
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest[19] ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
