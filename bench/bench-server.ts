/** A real server for a benchmark: PostgreSQL with the app's role, every hook and route, one company, and people of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import type { MembershipId, PartnerId, UserId } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import type { Actor, Context } from '#server/access/context.ts';
import { createOrganization, type NewOrganization } from '#server/access/create-organization.ts';
import { write } from '#server/audit/write.ts';
import { compose } from '#server/compose.ts';
import { loadConfig } from '#server/config.ts';
import { appPassword, appRole, withUser } from '#server/database/roles.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { buildApp } from '#server/http/app.ts';
import type { Services } from '#server/http/services.ts';
import { createUser, openFirstSession } from '#server/identity/users.ts';
import type { Tasks } from '#server/jobs/worker.ts';
import { startTestServer, withDatabase } from '#test/harness/test-server.ts';

export type BenchServer = {
  readonly address: string;
  /** Of the role that owns the tables. */
  readonly ownerUrl: string;
  readonly services: Services;
  readonly tasks: Tasks;
  /** Acts in the company as the machine's own command line. */
  readonly context: Context;
  readonly close: () => Promise<void>;
};

/** Starts it over a company without anything in it; `more` adds routes of the benchmark's own. */
export async function startBenchServer(
  slug: string,
  more: (app: FastifyInstance, services: Services) => Promise<void> = async () => {},
): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const database = await startTestServer();
  const ownerUrl = withDatabase(database.facts.ownerUrl, database.facts.template);
  const appUrl = withUser(ownerUrl, appRole, appPassword(database.facts.secret));
  const config = loadConfig({
    DATABASE_URL: ownerUrl,
    TANDEM_SECRET: 'kB7-of-a-benchmark-only-29fQ-x83Lm',
    TANDEM_DATA: folder,
    TANDEM_URL: 'http://localhost:3000',
  });
  const composed = await compose({ config, appUrl, log: pino({ level: 'silent' }) });
  const { services } = composed;
  const app = await buildApp(services, {
    callsPerMinute: 100_000_000,
    web: (scope) => more(scope, services),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const context = await createOrganization(
    services.ports,
    { kind: 'cli', name: 'bench' },
    {
      slug,
      name: slug,
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR' as NewOrganization['currency'],
      fiscal: { yearStartMonth: 1 },
      isDemo: false,
    },
  );
  return {
    address: `http://127.0.0.1:${port}`,
    ...{ ownerUrl, services, tasks: composed.tasks, context },
    close: async () => {
      await app.close();
      await composed.close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody of the company who is signed in. */
export type BenchPerson = {
  readonly userId: UserId;
  readonly context: Context;
  readonly headers: Readonly<Record<string, string>>;
};

/** Makes a person of the company, or of one of its partners, and signs them in. */
export async function addPerson(
  { services, context }: Pick<BenchServer, 'services' | 'context'>,
  name: string,
  role: Role,
  partnerId: PartnerId | null = null,
): Promise<BenchPerson> {
  const { identity, ports } = services;
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`;
  const made = await writeTransaction(ports.pool, {}, (tx) => createUser(identity, tx, { email, name }));
  if (made.outcome !== 'created') throw new Error(`no user was made: ${made.reason}`);
  const { userId } = made;
  const membershipId = ports.ids.next<MembershipId>(context.now);
  await write(context, async (tx) => {
    await tx.query(
      `insert into tandem.membership (org_id, membership_id, user_id, display_name, roles, partner_id, created_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [context.organization.orgId, membershipId, userId, name, [role], partnerId],
    );
    if (partnerId !== null) {
      await tx.query('update tandem.organization set portal_opened_at = now() where org_id = $1', [
        context.organization.orgId,
      ]);
    }
    tx.record({ action: 'member.add' });
  });
  const caller = { cookie: undefined, address: '127.0.0.1', userAgent: 'a benchmark' };
  const cookies = await openFirstSession(identity, caller, userId);
  const actor: Actor = { kind: 'member', membershipId, userId, name, roles: [role], partnerId };
  return {
    userId,
    context: { ...context, actor },
    headers: { cookie: cookies.map((line) => line.split(';', 1)[0]).join('; '), host: 'localhost:3000' },
  };
}
