import { ensureChromium } from './chromium.ts';
import { closeWith, type Part, runProjects, runShown } from './run-vitest.ts';

/**
 * `npm test`: gets a browser, runs every check and every project of tests, and closes with one summary.
 * `npm run test:long` (`--long`) runs only the long ones.
 */
const started = performance.now();
const isLong = process.argv.includes('--long');

async function check(): Promise<Part> {
  const code = await runShown(['test/fences/check.ts']);
  const remark = code === 0 ? {} : { remark: 'see the checks above' };
  return { name: 'check', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, ...remark };
}

const chromium = ensureChromium(console.log);
console.log(`Chromium: ${chromium}`);
const environment = { CHROMIUM_PATH: chromium };

const parts = isLong
  ? await runProjects(['long'], { ...environment, TANDEM_TEST_LONG: '1' })
  : [
      await check(),
      ...(await runProjects(
        ['unit', 'fences', 'server', 'journeys', 'races', 'isolation', 'browser'],
        environment,
      )),
    ];
process.exitCode = closeWith(parts, started);
