import { citedPaths } from './cited-paths.ts';
import { corePurity } from './core-purity.ts';
import type { Fence } from './fence.ts';
import { fileSize } from './file-size.ts';
import { names } from './names.ts';
import { portalTexts } from './portal-texts.ts';
import { routeCapability } from './route-capability.ts';
import { sqlHome } from './sql-home.ts';
import { strictness } from './strictness.ts';
import { verbLaw } from './verb-law.ts';
import { words } from './words.ts';

/** Every fence that `npm run check` runs. */
export const ALL_FENCES: readonly Fence[] = [
  corePurity,
  sqlHome,
  verbLaw,
  routeCapability,
  names,
  fileSize,
  strictness,
  words,
  citedPaths,
  portalTexts,
];
