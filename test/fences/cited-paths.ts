import { posix } from 'node:path';
import type { Fence, Finding } from './fence.ts';
import type { SourceTree } from './source-tree.ts';

const FOLDERS = '(?:src|docs|test|sql|seeds|bench|bin)';
const IN_CODE = new RegExp(`\`(${FOLDERS}/[\\w./-]+)\``, 'g');
const IN_LINK = /\]\((?!\w+:|#)([^)#\s]+)(?:#[^)]*)?\)/g;
const IN_COMMENT = /\bdocs\/[\w/-]+\.md\b/g;

/** A document, or the comment of a source file, that names a file of ours names one that is there. */
export const citedPaths: Fence = {
  name: 'cited paths exist',
  covers: (path) =>
    /^(README|CONTRIBUTING|docs\/.*)\.md$|^(docs|src|test|seeds|bench)\/.*\.(md|tsx?)$/.test(path),
  find(path, text, tree) {
    const findings: Finding[] = [];
    text.split('\n').forEach((line, index) => {
      for (const cited of pathsIn(path, line)) {
        if (exists(tree, cited)) continue;
        findings.push({ rule: 'cited-paths', file: path, line: index + 1, message: `${cited} is not there` });
      }
    });
    return findings;
  },
};

function pathsIn(path: string, line: string): string[] {
  if (!path.endsWith('.md')) return path.startsWith('test/fences/') ? [] : (line.match(IN_COMMENT) ?? []);
  const inCode = [...line.matchAll(IN_CODE)].map(([, cited = '']) => cited);
  const inLinks = [...line.matchAll(IN_LINK)].map(([, cited = '']) => posix.join(posix.dirname(path), cited));
  return [...inCode, ...inLinks].map((cited) => cited.replace(/[/.]$/, ''));
}

/** A picture is not text, so only the folder of one is looked for. */
function exists(tree: SourceTree, cited: string): boolean {
  const wanted = /\.(png|svg|jpe?g|webp|gif)$/.test(cited) ? posix.dirname(cited) : cited;
  if (tree.has(wanted) || wanted === '.') return true;
  for (const path of tree.keys()) if (path.startsWith(`${wanted}/`)) return true;
  return /\.(png|jpe?g|webp|gif)$/.test(cited);
}
