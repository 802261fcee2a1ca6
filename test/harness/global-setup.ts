import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './test-server.ts';

/** One server for all projects of a run, however many of them ask: the set-up of each lands in this process. */
const KEY = Symbol.for('tandem.test.server');
type Held = { server: Promise<TestServer>; users: number };
const holder = globalThis as { [KEY]?: Held };

/** Starts (or joins) the run’s PostgreSQL and tells the workers how to reach it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder[KEY] ??= { server: startTestServer(), users: 0 };
  const held = holder[KEY];
  held.users += 1;
  const server = await held.server;
  project.provide('testServer', server.facts);
  return async () => {
    held.users -= 1;
    if (held.users > 0) return;
    delete holder[KEY];
    await server.stop();
  };
}
