import type { FastifyInstance } from 'fastify';
import { Logger, runOnce, type TaskList } from 'graphile-worker';
import pino from 'pino';
import { afterAll } from 'vitest';
import { slackPoster } from '#connectors/slack/incoming-webhook.ts';
import type { MembershipId, PartnerId, UserId } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import type { Actor, Context } from '#server/access/context.ts';
import { createOrganization, type NewOrganization } from '#server/access/create-organization.ts';
import { write } from '#server/audit/write.ts';
import type { Clock } from '#server/clock.ts';
import { compose } from '#server/compose.ts';
import { loadConfig } from '#server/config.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { buildApp } from '#server/http/app.ts';
import type { Services } from '#server/http/services.ts';
import { createUser, openFirstSession } from '#server/identity/users.ts';
import { type FolderMail, readMailFolder } from '#server/mail/folder.ts';
import { mailFolder } from '#server/mail/mail-out.ts';
import type { TestDatabase } from './database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A clock that stands still until a test moves it. */
export type TestClock = Clock & {
  readonly set: (epochMs: number) => void;
  readonly advance: (ms: number) => void;
};

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, unknown>;
};
export type CallOptions = {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
};

/** Somebody with a session and a membership. */
export type TestPerson = {
  readonly userId: UserId;
  readonly email: string;
  readonly cookie: string;
  /** Calls verbs as this person. */
  readonly context: Context;
  /** Calls the API as this person; the path is below /api/v1. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
};

export type TestOrganization = {
  readonly slug: string;
  /** Acts as the machine’s own command line, which holds every capability. */
  readonly context: Context;
  readonly person: (
    roles: readonly Role[],
    options?: { readonly partnerId?: PartnerId; readonly accessEndsOn?: string },
  ) => Promise<TestPerson>;
  /** A partner with nothing but a name. */
  readonly partner: (name?: string) => Promise<PartnerId>;
};

export type TestApp = {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly clock: TestClock;
  /** A new organization that no other test knows. */
  readonly organization: (wanted?: Partial<NewOrganization>) => Promise<TestOrganization>;
  /**
   * Does what the worker would do by now, letters included. `early`: first brings forward what is planned for later,
   * for a test that has moved its own clock.
   */
  readonly runJobs: (options?: { readonly early?: boolean }) => Promise<void>;
  /** The letters to an address, newest first. */
  readonly letters: (email: string) => Promise<FolderMail[]>;
  /** Calls the API as nobody, or with headers of one’s own. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
};

/** Wednesday 15 July 2026, noon in UTC: the third quarter of a calendar year, two weeks in. */
export const TEST_NOW = Date.UTC(2026, 6, 15, 12);

let counted = 0;
const next = (): number => {
  counted += 1;
  return counted;
};

export function testClock(startMs = TEST_NOW): TestClock {
  let now = startMs;
  return {
    now: () => now,
    set: (epochMs) => {
      now = epochMs;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/**
 * The real server on a test’s database, called in process: every hook, route and check of it, but no port, no web
 * and no worker. Identity keeps the machine’s own time, since sessions are checked against it.
 * Call it at the top of a file: `const server = await testApp(database);`. `settings` stand beside those of every test.
 */
export async function testApp(
  database: TestDatabase,
  clock: TestClock = testClock(),
  settings: Readonly<Record<string, string>> = {},
): Promise<TestApp> {
  const config = loadConfig({
    DATABASE_URL: database.ownerUrl,
    TANDEM_SECRET: 'kB7-for-tests-of-the-server-only-29fQ',
    TANDEM_DATA: temporaryFolder(),
    TANDEM_URL: 'http://localhost:3000',
    ...settings,
  });
  const log = pino({ level: process.env.TANDEM_TEST_LOG ?? 'silent' });
  const slack = slackPoster('loopback');
  const composed = await compose({ config, appUrl: database.appUrl, log, clock, slack, poolSize: 6 });
  const app = await buildApp(composed.services, { callsPerMinute: 1_000_000 });
  afterAll(async () => {
    await app.close();
    await composed.close();
  });
  const { services } = composed;

  const call: TestApp['call'] = async (method, path, options = {}) => {
    const response = await app.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { host: 'localhost:3000', ...options.headers },
      ...(options.query ? { query: options.query } : {}),
      ...(options.body === undefined ? {} : { payload: options.body as object }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: isJson ? response.json() : response.body,
      headers: response.headers,
    };
  };

  return {
    app,
    services,
    clock,
    call,
    runJobs: async ({ early = false } = {}) => {
      if (early) {
        await database.ownerPool.query(
          'update graphile_worker._private_jobs set run_at = now() where run_at > now()',
        );
      }
      await runOnce({
        pgPool: database.ownerPool,
        taskList: composed.tasks as unknown as TaskList,
        logger: new Logger(() => () => {}),
        noHandleSignals: true,
      });
    },
    letters: async (email) =>
      (await readMailFolder(mailFolder(config.dataDir), 1000)).filter(({ to }) => to.includes(email)),
    organization: (wanted) => makeOrganization(services, call, wanted),
  };
}

async function makeOrganization(
  services: Services,
  call: TestApp['call'],
  wanted: Partial<NewOrganization> = {},
): Promise<TestOrganization> {
  const slug = wanted.slug ?? `test-${process.pid}-${next()}`;
  const actor: Actor = { kind: 'cli', name: 'test' };
  const context = await createOrganization(services.ports, actor, {
    name: `Organization ${slug}`,
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR' as NewOrganization['currency'],
    fiscal: { yearStartMonth: 1 },
    isDemo: false,
    ...wanted,
    slug,
  });
  return {
    slug,
    context,
    person: (roles, options) => makePerson(services, call, context, roles, options),
    partner: (name = `Partner ${next()}`) => makePartner(context, name),
  };
}

async function makePartner(context: Context, name: string): Promise<PartnerId> {
  const { ports, organization, now } = context;
  const partnerId = ports.ids.next<PartnerId>(now);
  await write(context, async (tx) => {
    await tx.query(
      `insert into tandem.partner (org_id, partner_id, number, name, name_key, sort_key)
       values ($1, $2, $3, $4, $5, $5)`,
      [organization.orgId, partnerId, 1_000_000 + next(), name, name.toLowerCase()],
    );
    tx.record({ action: 'partner.add', entityId: partnerId, after: { name } });
  });
  return partnerId;
}

async function makePerson(
  services: Services,
  call: TestApp['call'],
  context: Context,
  roles: readonly Role[],
  options: { readonly partnerId?: PartnerId; readonly accessEndsOn?: string } = {},
): Promise<TestPerson> {
  const { identity, ports } = services;
  const email = `person-${process.pid}-${next()}@example.org`;
  const name = `Person ${counted}`;
  const made = await writeTransaction(ports.pool, {}, (tx) => createUser(identity, tx, { email, name }));
  if (made.outcome !== 'created') throw new Error(`no user was made: ${made.reason}`);
  const { userId } = made;
  const membershipId = ports.ids.next<MembershipId>(ports.clock.now());
  const partnerId = options.partnerId ?? null;
  await write(context, async (tx) => {
    await tx.query(
      `insert into tandem.membership
         (org_id, membership_id, user_id, display_name, roles, partner_id, access_ends_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
      [
        context.organization.orgId,
        membershipId,
        userId,
        name,
        [...roles],
        partnerId,
        options.accessEndsOn ?? null,
        ports.clock.now(),
      ],
    );
    // Who is of a partner comes in by the portal, which is open then: what closes it is a test of its own.
    if (partnerId !== null) {
      await tx.query('update tandem.organization set portal_opened_at = now() where org_id = $1', [
        context.organization.orgId,
      ]);
    }
    tx.record({ action: 'member.add', entityId: membershipId, after: { roles } });
  });
  const caller = { cookie: undefined, address: '127.0.0.1', userAgent: 'a test' };
  const cookies = await openFirstSession(identity, caller, userId);
  const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
  const actor: Actor = { kind: 'member', membershipId, userId, name, roles, partnerId };
  return {
    userId,
    email,
    cookie,
    context: { ...context, actor },
    call: (method, path, callOptions = {}) =>
      call(method, path, { ...callOptions, headers: { cookie, ...callOptions.headers } }),
  };
}
