import type { Config } from '../config.ts';
import type { Log } from '../refusal.ts';
import { RefusalError } from '../refusal.ts';
import { openEmbedded } from './embedded.ts';
import { withClient } from './embedded-connection.ts';
import { joinOrStart } from './embedded-join.ts';
import { hasCluster } from './embedded-place.ts';
import { migrate, migrationStatus } from './migrate.ts';
import { ensureAppRole, isOwnerPrivileged } from './roles.ts';

/** The database that the configuration names, migrated, with the two ways in. */
export type OpenDatabase = {
  /** Owns the schema: migrations and jobs. Subject to forced row-level security unless it is a superuser. */
  readonly ownerUrl: string;
  /** The role tandem_app: everything that a request asks for. */
  readonly appUrl: string;
  /** Tells later comers to the data folder which address is served. */
  announce(address: string): void;
  /** Stops PostgreSQL if we run it. Close the pools first. */
  close(): Promise<void>;
};

/** For `tandem start`: takes the data folder and its PostgreSQL, or uses the server of DATABASE_URL. */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  if (config.database.kind === 'server') {
    return await prepare(config, log, config.database.url, { announce() {}, async close() {} });
  }
  const embedded = await openEmbedded({ dataDir: config.dataDir, log });
  if (embedded.isElsewhere) log.info(`The database is in ${embedded.cluster}`);
  return await prepare(config, log, embedded.ownerUrl, {
    announce: embedded.lock.announce,
    close: embedded.stop,
  });
}

/**
 * The owner's way in without changing anything: neither migrations nor roles. For `doctor`, which reports on what
 * it finds.
 */
export async function openUntouched(
  config: Config,
  log: Log,
  command: string,
): Promise<{ ownerUrl: string; close(): Promise<void> }> {
  if (config.database.kind === 'server') {
    const { url } = config.database;
    await withClient(url, (owner) => owner.query('select 1')).catch((error) => {
      throw explained(error, url);
    });
    return { ownerUrl: url, async close() {} };
  }
  if (!hasCluster(config.dataDir)) {
    throw new RefusalError(
      'no-installation',
      `There is no database in the data folder ${config.dataDir} yet: run \`tandem start\`, or correct TANDEM_DATA.`,
    );
  }
  return await joinOrStart({ dataDir: config.dataDir, log, command });
}

/** For other commands: joins the PostgreSQL of a running `tandem start`, or runs it for as long as the command. */
export async function openDatabaseForCommand(
  config: Config,
  log: Log,
  command: string,
): Promise<OpenDatabase> {
  if (config.database.kind === 'server') {
    return await prepare(config, log, config.database.url, { announce() {}, async close() {} });
  }
  const joined = await joinOrStart({ dataDir: config.dataDir, log, command });
  const ports = { announce() {}, close: joined.close };
  if (!joined.joined) return await prepare(config, log, joined.ownerUrl, ports);
  const { pending } = await migrationStatus(joined.ownerUrl);
  if (pending.length > 0) {
    throw new RefusalError(
      'server-older',
      `The running server is older than this command (${pending[0]} is not applied): restart \`tandem start\`.`,
    );
  }
  return { ownerUrl: joined.ownerUrl, ...(await ensureAppRole(joined.ownerUrl, config.secret)), ...ports };
}

async function prepare(
  config: Config,
  log: Log,
  ownerUrl: string,
  ports: Pick<OpenDatabase, 'announce' | 'close'>,
): Promise<OpenDatabase> {
  try {
    const { appUrl } = await ensureAppRole(ownerUrl, config.secret);
    await migrate(ownerUrl, { log });
    if (await isOwnerPrivileged(ownerUrl)) {
      log.warn(
        'The user of DATABASE_URL bypasses row-level security: give Tandem an owner that is no superuser.',
      );
    }
    return { ownerUrl, appUrl, ...ports };
  } catch (error) {
    await ports.close();
    throw config.database.kind === 'server' ? explained(error, config.database.url) : error;
  }
}

/** What an administrator of the server has to put right, in a sentence; any other error as it is. */
function explained(error: unknown, url: string): unknown {
  const { code, message } = error as { code?: string; message: string };
  const { host, pathname } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  const remedies: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'start the server, or correct host and port',
    ENOTFOUND: 'correct the host',
    EHOSTUNREACH: 'correct the host, or open the way to it',
    ETIMEDOUT: 'correct the host, or open the way to it',
    ENOENT: 'correct the folder of the socket',
    '28P01': 'correct user and password',
    '28000': 'correct the user, or let pg_hba.conf admit it',
    '3D000': `make the database: create database "${database}"`,
    '42501': `make the user of DATABASE_URL the owner: alter database "${database}" owner to …`,
    '57P03': 'wait until the server has started',
  };
  const remedy = /timeout/i.test(message) ? remedies.ETIMEDOUT : remedies[code ?? ''];
  if (!remedy || error instanceof RefusalError) return error;
  return new RefusalError(
    'database-url',
    `DATABASE_URL (${host || 'socket'}, database ${database}) cannot be used: ${message || code}. Remedy: ${remedy}.`,
  );
}
