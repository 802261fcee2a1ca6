import type { SourceTree } from './source-tree.ts';

/** One place where a rule is broken. `line` counts from 1. */
export type Finding = { rule: string; file: string; line: number; message: string };

/** A rule about single files. `covers` says which files it reads; `find` returns what is
 * wrong in one, and may look at the rest of the tree for what it names. */
export type Fence = {
  name: string;
  covers(path: string): boolean;
  find(path: string, text: string, tree: SourceTree): Finding[];
};

export type FenceResult = { name: string; files: number; findings: Finding[] };

/** Reads every file that the fence covers. A fence over no file proves nothing: its caller must fail. */
export function runFence(fence: Fence, tree: SourceTree): FenceResult {
  let files = 0;
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    if (!fence.covers(path)) continue;
    files += 1;
    findings.push(...fence.find(path, text, tree));
  }
  return { name: fence.name, files, findings };
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
