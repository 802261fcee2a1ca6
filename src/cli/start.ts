import { loadConfig } from '#server/config.ts';
import { startServer } from '#server/main.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand } from './command.ts';
import { openServerLog } from './log.ts';

/** How long a clean stop may take before the process ends anyway. */
const closeMs = 45_000;

/** `tandem start`: serves until SIGTERM, SIGINT or SIGHUP, then stops in order. A second signal ends it at once. */
export const startCommand = defineCommand({
  usage: '',
  help: [
    'Serves on HOST and PORT (127.0.0.1:3000). The log goes to standard error, the address to standard output.',
    'Exits with 2 when a setting is wrong, or when another process has the data folder.',
  ],
  options: {},
  async run(_args, io) {
    const config = loadConfig();
    const log = openServerLog();
    let isAsked = false;
    const asked = signalled().then((signal) => {
      isAsked = true;
      return signal;
    });
    const server = await startServer({ config, log }).catch((error: NodeJS.ErrnoException) => {
      // Ctrl-C during the first start reaches what it has begun, such as the build of the web.
      if (isAsked) return null;
      throw error.syscall === 'listen' ? cannotListen(config, error) : error;
    });
    if (server === null) {
      log.info('Stopped before it was ready');
      return 0;
    }
    io.print(`Tandem is ready: ${server.address}`);
    const signal = await asked;
    log.info(`Stopping (${signal})`);
    setTimeout(() => process.exit(1), closeMs).unref();
    await server.close();
    log.info('Stopped');
    return 0;
  },
});

/** npm passes Ctrl-C on to a process that already had it: the echo is no second wish. */
const echoMs = 1_000;

function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve(signal);
        firstAt ??= Date.now();
        if (Date.now() - firstAt > echoMs) process.exit(1);
      });
    }
  });
}

function cannotListen(config: { host: string; port: number }, error: NodeJS.ErrnoException): Error {
  const whys: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is in use by another program',
    EACCES: 'may not be opened by this user',
    EADDRNOTAVAIL: 'is no address of this machine',
  };
  const why = whys[error.code ?? ''];
  if (!why) return error;
  return new RefusalError(
    'cannot-listen',
    `${config.host}:${config.port} ${why}: set PORT (or HOST) to another.`,
  );
}
