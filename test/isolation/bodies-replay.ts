import { workedExample } from '#core/blueprint/worked-example.ts';
import type { Wish } from './requests.ts';

/** Bodies of replays. */
export const replayBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  requestReplay: () => ({ page: structuredClone(workedExample.attribution) as Record<string, unknown> }),
};
