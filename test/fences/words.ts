import type { Fence, Finding } from './fence.ts';

/** Written in pieces, so that this file does not trip over itself. */
const FORBIDDEN: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: new RegExp(['\\.\\.', 'shared\\b'].join('/')),
    message: 'a path beside the repository: a clone does not have it',
  },
  {
    pattern: new RegExp(['(^|[\\s"\'`(=:])', '(work|workspace|Users)', '[\\w.-]+'].join('/')),
    message: 'a path of one machine',
  },
  {
    pattern: new RegExp(['(^|[\\s"\'`(=:])', 'home', '(?!tandem\\b)[a-z][\\w-]+', ''].join('/')),
    message: 'a path of one machine',
  },
  {
    pattern: new RegExp(['registry', 'npmjs', 'org'].join('\\.')),
    message: 'the host of a registry: name the package only',
  },
];

/** Nothing in the repository points at one machine, one person’s folders or a registry’s host. */
export const words: Fence = {
  name: 'no foreign paths',
  covers: () => true,
  find(path, text) {
    const findings: Finding[] = [];
    text.split('\n').forEach((line, index) => {
      for (const { pattern, message } of FORBIDDEN) {
        const hit = pattern.exec(line);
        if (hit)
          findings.push({
            rule: 'words',
            file: path,
            line: index + 1,
            message: `${hit[0].trim()}: ${message}`,
          });
      }
    });
    return findings;
  },
};
