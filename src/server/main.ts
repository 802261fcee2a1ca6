import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { renewSetupToken } from './access/set-up.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/embedded-or-server.ts';
import { openPool } from './database/pool.ts';
import { writeTransaction } from './database/transaction.ts';
import { buildApp } from './http/app.ts';
import { buildWeb } from './http/web-build.ts';
import { serveWeb } from './http/web-static.ts';
import { enqueue } from './jobs/enqueue.ts';
import { migrateJobs, releaseJobsOfTheDead, startWorker } from './jobs/worker.ts';
import { openInlet } from './mail-in/inlet.ts';

export type RunningServer = { readonly address: string; readonly close: () => Promise<void> };

/**
 * Brings everything up: the database (ours or the one of DATABASE_URL), migrations, the web, the worker, and the
 * server that listens, for mail too where that is set. Whatever was opened is closed again when a later step fails. `close` finishes the requests
 * and jobs under way, then stops in reverse order.
 */
export async function startServer({ config, log }: { config: Config; log: Logger }): Promise<RunningServer> {
  const opened: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const database = await openDatabase(config, log);
    opened.push(() => database.close());
    // After the data folder is ours: a second start that is refused builds nothing.
    const building = buildWeb({ log: (line) => log.info(line) });
    building.catch(() => {});
    const owner = openPool({ connectionString: database.ownerUrl }, { max: 5, name: 'tandem worker' });
    opened.push(() => owner.end());
    await migrateJobs(owner);
    // The data folder is ours alone, so whoever holds a job in it died before we came.
    if (config.database.kind === 'embedded') await releaseJobsOfTheDead(owner);

    const composed = await compose({ config, appUrl: database.appUrl, log });
    opened.push(composed.close);
    const worker = await startWorker({ owner, tasks: composed.tasks, prune: composed.prune, log });
    opened.push(worker.stop);
    await writeTransaction(composed.services.ports.pool, {}, (tx) =>
      enqueue(tx, 'fill_account_blocks', {}, 'fill_account_blocks'),
    );

    const folder = await building;
    const app = await buildApp(composed.services, { web: (scope) => serveWeb(scope, folder) });
    opened.push(() => app.close());
    await app.listen({ port: config.port, host: config.host });
    if (config.mailIn) {
      const inlet = await openInlet(config.mailIn, composed.services);
      opened.push(inlet.close);
      log.info(`Mail for @${config.mailIn.domain} comes in at ${inlet.address}`);
    }
    const { port } = app.server.address() as AddressInfo;
    const address = composed.services.publicUrl().replace(/:0$/, `:${port}`);
    database.announce(address);

    const token = await renewSetupToken(composed.services.ports);
    if (token) log.info(`Set Tandem up at ${address}/set-up#token=${token}`);
    return { address, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
