import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../refusal.ts';
import { databaseName, openEmbedded, ownerRole } from './embedded.ts';
import { readPasswords } from './embedded-cluster.ts';
import { probe, readPostmasterFile, socketUrl } from './embedded-connection.ts';
import { namedLocation } from './embedded-place.ts';
import { DataFolderHeldError, readDataLock } from './lock.ts';

/** A data folder's PostgreSQL for the length of one command. */
export type JoinedDatabase = {
  readonly ownerUrl: string;
  /** True when another process runs the server and only its socket is used. */
  readonly joined: boolean;
  /** Ends the use: stops the server if this command started it. */
  close(): Promise<void>;
};

/**
 * For commands: uses the server of a running `tandem start` through its socket, else starts one that `close` stops.
 * While another command has the folder it waits, up to ten minutes: that command will stop the server when done.
 */
export async function joinOrStart(options: {
  dataDir: string;
  log: Log;
  command: string;
  waitMs?: number;
}): Promise<JoinedDatabase> {
  const deadline = Date.now() + (options.waitMs ?? 600_000);
  let saidWaiting = false;
  for (;;) {
    const holder = readDataLock(options.dataDir);
    if (holder?.command === 'tandem start') {
      const ownerUrl = await runningOwnerUrl(options.dataDir);
      if (ownerUrl) return { ownerUrl, joined: true, close: async () => {} };
    } else {
      try {
        const database = await openEmbedded(options);
        return { ownerUrl: database.ownerUrl, joined: false, close: database.stop };
      } catch (error) {
        if (!(error instanceof DataFolderHeldError) || Date.now() > deadline) throw error;
      }
    }
    if (holder && Date.now() > deadline) throw new DataFolderHeldError(options.dataDir, holder);
    if (holder && !saidWaiting) options.log.info(`Waiting for \`${holder.command}\` (process ${holder.pid})`);
    saidWaiting ||= holder !== null;
    await sleep(200);
  }
}

async function runningOwnerUrl(dataDir: string): Promise<string | null> {
  const home = namedLocation(dataDir) ?? dataDir;
  const running = readPostmasterFile(join(home, 'postgres'));
  if (!running) return null;
  const url = socketUrl(running.socketDir, ownerRole, readPasswords(dataDir).owner, databaseName);
  // The very first start is still making role and database; until then the owner is turned away.
  const state = await probe(url).catch((error: { code?: string }) => {
    if (error.code === '28P01' || error.code === '3D000') return 'starting';
    throw error;
  });
  return state === 'ready' ? url : null;
}
