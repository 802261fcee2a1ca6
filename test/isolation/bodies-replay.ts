import { workedExample } from '#core/blueprint/worked-example.ts';
import { TEST_NOW } from '#test/harness/app.ts';
import type { Wish } from './requests.ts';

/** Bodies of replays and notices. */
export const replayBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  requestReplay: () => ({ page: structuredClone(workedExample.attribution) as Record<string, unknown> }),
  logReading: () => ({ until: TEST_NOW }),
};
