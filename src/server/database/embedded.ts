import pg from 'pg';
import type { Log } from '../refusal.ts';
import { usableBinaries } from './embedded-binaries.ts';
import type { ClusterPasswords } from './embedded-cluster.ts';
import { ensureCluster, superuserName } from './embedded-cluster.ts';
import { socketUrl, withClient } from './embedded-connection.ts';
import { choosePlace } from './embedded-place.ts';
import { keepPostmaster } from './embedded-postmaster.ts';
import type { DataLock } from './lock.ts';
import { acquireDataLock } from './lock.ts';

/** The PostgreSQL of a data folder, running and ours. */
export type EmbeddedDatabase = {
  /** URL of the role that owns the database `tandem`: not a superuser, may create roles. */
  readonly ownerUrl: string;
  /** URL of the bootstrap superuser in the database `postgres`; for tests that make databases. Never serve as it. */
  readonly superuserUrl: string;
  /** True when the server was left running by a killed process and taken over. */
  readonly adopted: boolean;
  /** The folder of the cluster. */
  readonly cluster: string;
  /** True when the cluster lies outside the data folder (see choosePlace). */
  readonly isElsewhere: boolean;
  /** The lock of the data folder, to announce the address with. */
  readonly lock: DataLock;
  /** PostgreSQL's process number. */
  pid(): number;
  /** Stops PostgreSQL cleanly and gives the data folder free. */
  stop(): Promise<void>;
};

export const ownerRole = 'tandem_owner';
export const databaseName = 'tandem';

/**
 * Takes the data folder, makes its PostgreSQL cluster on first use, starts or adopts the server and keeps it
 * running. Throws DataFolderHeldError when another process has the folder.
 * `durable: false` (fsync off) is for throw-away databases only.
 */
export async function openEmbedded(options: {
  dataDir: string;
  log: Log;
  command?: string;
  durable?: boolean;
}): Promise<EmbeddedDatabase> {
  const { log, durable = true } = options;
  const place = choosePlace(options.dataDir);
  const lock = acquireDataLock(place.dataDir, options.command ?? 'tandem start');
  try {
    const binaries = await usableBinaries(place.binariesHome, place.account, log);
    const passwords = await ensureCluster(place, binaries, { durable, log });
    const postmaster = await keepPostmaster({
      place,
      binaries,
      superuserPassword: passwords.superuser,
      durable,
      log,
    });
    const superuserUrl = socketUrl(postmaster.socketDir, superuserName, passwords.superuser, 'postgres');
    try {
      await ensureOwner(superuserUrl, passwords);
    } catch (error) {
      await postmaster.stop();
      throw error;
    }
    return {
      ownerUrl: socketUrl(postmaster.socketDir, ownerRole, passwords.owner, databaseName),
      superuserUrl,
      adopted: postmaster.adopted,
      cluster: place.cluster,
      isElsewhere: place.home !== place.dataDir,
      lock,
      pid: postmaster.pid,
      async stop() {
        await postmaster.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The superuser's only task: the owner role and its database. Each step is there or not, so a kill does no harm. */
async function ensureOwner(superuserUrl: string, passwords: ClusterPasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [ownerRole]);
    if (role.rowCount === 0) {
      const password = pg.escapeLiteral(passwords.owner);
      await client.query(
        `create role ${ownerRole} login createrole nosuperuser nobypassrls password ${password}`,
      );
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (database.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`);
  });
}
