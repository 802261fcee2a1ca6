// A process that opens the embedded PostgreSQL of a folder and keeps it until SIGTERM, for tests that kill it.
// node hold-embedded.ts DATA_FOLDER; prints one JSON line when open, and exits with 2 when refused.
import { openEmbedded } from '#server/database/embedded.ts';

const tell = (message: string) => process.stderr.write(`${message}\n`);
try {
  const database = await openEmbedded({
    dataDir: process.argv[2] ?? '',
    log: { info: tell, warn: tell, error: tell },
  });
  process.once('SIGTERM', async () => {
    await database.stop();
    process.exit(0);
  });
  const { adopted, ownerUrl, cluster, isElsewhere } = database;
  process.stdout.write(
    `${JSON.stringify({ adopted, ownerUrl, cluster, isElsewhere, pid: database.pid() })}\n`,
  );
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit((error as Error).name === 'DataFolderHeldError' ? 2 : 1);
}
