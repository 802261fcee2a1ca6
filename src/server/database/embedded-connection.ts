import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** What postmaster.pid says of a running (or dead) server. */
export type PostmasterFile = { readonly pid: number; readonly socketDir: string };

/** Reads the cluster's postmaster.pid; null when there is none or it is being written. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const socketDir = lines[4] ?? '';
    return Number.isInteger(pid) && pid > 0 && socketDir !== '' ? { pid, socketDir } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The URL of a database behind a unix socket, as pg and graphile-worker read it. */
export function socketUrl(socketDir: string, user: string, password: string, database: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

/** Connects, runs `work`, disconnects. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'tandem',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Whether the server answers: `ready`; `starting` while it recovers or shuts down; `absent` when nothing listens.
 * Any other refusal (a wrong password) is thrown.
 */
export async function probe(url: string): Promise<'ready' | 'starting' | 'absent'> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return 'ready';
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '57P03' || code === '53300') return 'starting';
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE')
      return 'absent';
    if (/timeout|terminated unexpectedly/i.test((error as Error).message)) return 'starting';
    throw error;
  }
}
