import { configDefaults, defineConfig } from 'vitest/config';

const database = {
  globalSetup: ['./test/harness/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/**
 * Walks over every route: they look at the app, and the same walk on another PostgreSQL would take five minutes to tell
 * nothing new. What is told apart by the database (walls, races, queries) runs on both.
 */
const walks = [
  'test/isolation/routes.test.ts',
  'test/isolation/hostile-input.test.ts',
  'test/races/acts.test.ts',
];
const exclude = [...configDefaults.exclude, ...(process.env.TEST_DATABASE_URL ? walks : [])];

/** Kills, large inputs and whole days of clock: minutes to hours, so only `npm run test:long` runs them. */
const long = {
  extends: true as const,
  test: { name: 'long', include: ['test/long/**/*.test.ts'], ...database, testTimeout: 3_600_000 },
};

export default defineConfig({
  test: {
    // The machines that run this have two cores, and PostgreSQL and Chromium want their share.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/{core,connectors,web}/**/*.test.{ts,tsx}'],
          // Properties take their time on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fences',
          include: ['test/fences/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['src/{server,cli}/**/*.test.ts', 'seeds/**/*.test.ts', 'test/harness/**/*.test.ts'],
          ...database,
        },
      },
      { extends: true, test: { name: 'journeys', include: ['test/journeys/**/*.test.ts'], ...database } },
      { extends: true, test: { name: 'races', include: ['test/races/**/*.test.ts'], exclude, ...database } },
      {
        extends: true,
        test: { name: 'isolation', include: ['test/isolation/**/*.test.ts'], exclude, ...database },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...database,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A browser on a busy machine may miss a moment; a fault of ours is there again the second time.
          retry: 2,
        },
      },
      ...(process.env.TANDEM_TEST_LONG ? [long] : []),
    ],
  },
});
