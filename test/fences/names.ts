import coreOrder from './core-order.json' with { type: 'json' };
import type { Fence, Finding } from './fence.ts';

const NAMELESS = new Set([
  'util',
  'utils',
  'utility',
  'utilities',
  'helper',
  'helpers',
  'common',
  'misc',
  'lib',
  'libs',
  'shared',
  'types',
  'stuff',
  'manager',
]);

/** A file or folder is named by the word of the domain that it holds, never by being a leftover. */
export const names: Fence = {
  name: 'names are words',
  covers: (path) => /^(src|seeds|test|bench|bin|sql)\//.test(path),
  find(path) {
    const findings: Finding[] = [];
    const report = (message: string): void => {
      findings.push({ rule: 'names', file: path, line: 1, message });
    };
    for (const part of path.split('/')) {
      const stem = part.replace(/\..*$/, '');
      if (NAMELESS.has(stem)) report(`"${stem}" names nothing: use the word of what is in it`);
    }
    if (/(^|\/)index\.tsx?$/.test(path)) report('no barrels: import the file that holds the word');
    const [, core, word] = /^(src\/core)\/([^/]+)/.exec(path) ?? [];
    if (core !== undefined && word !== undefined && word !== 'tsconfig.json') {
      if (!coreOrder.includes(word.replace(/\..*$/, '')))
        report(`"${word}" is not a word of core: give it a place in test/fences/core-order.json`);
    }
    return findings;
  },
};
