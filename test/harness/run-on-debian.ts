import { startDebianPostgres } from './debian-postgres.ts';
import { closeWith, runProjects } from './run-vitest.ts';

/**
 * `npm run test:debian`: the tests that use a database, on Debian’s PostgreSQL instead of the embedded one,
 * save the walks over every route (`vitest.config.ts`).
 */
const started = performance.now();
const server = await startDebianPostgres(console.log);
console.log(`PostgreSQL ${server.version}`);
try {
  const environment = { TEST_DATABASE_URL: server.ownerUrl };
  const parts = await runProjects(['server', 'journeys', 'races', 'isolation'], environment);
  process.exitCode = closeWith(parts, started);
} finally {
  await server.stop();
}
