import { ALL_FENCES } from './all-fences.ts';
import { runFence } from './fence.ts';
import type { Outcome } from './outcome.ts';
import type { SourceTree } from './source-tree.ts';

/** Our own fences, which see what no ready-made tool does. One outcome each. */
export function checkFences(tree: SourceTree): Outcome[] {
  return ALL_FENCES.map((fence) => {
    const { name, files, findings } = runFence(fence, tree);
    return {
      name,
      looked: files,
      findings: findings.map(({ file, line, rule, message }) => `${file}:${line}: ${message} (${rule})`),
    };
  });
}
