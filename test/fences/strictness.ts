import ts from 'typescript';
import { type Fence, type Finding, isTypeScript } from './fence.ts';
import { eachNode, lineOf, parse } from './syntax.ts';

const SILENCED = /@ts-(ignore|nocheck|expect-error)\b|biome-ignore-all\b/;

/** No `any`, and no comment that tells the compiler to look away, in tests either. */
export const strictness: Fence = {
  name: 'no any',
  covers: (path) => /^(src|seeds|test|bench)\//.test(path) && isTypeScript(path),
  find(path, text) {
    const file = parse(path, text);
    const findings: Finding[] = [];
    eachNode(file, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword)
        findings.push({
          rule: 'strictness',
          file: path,
          line: lineOf(file, node),
          message: 'any: say what it is',
        });
    });
    text.split('\n').forEach((line, index) => {
      const comment = /(?:\/\/|\/\*|^\s*\*)(.*)$/.exec(line)?.[1];
      const silenced = comment === undefined ? null : SILENCED.exec(comment);
      if (silenced)
        findings.push({
          rule: 'strictness',
          file: path,
          line: index + 1,
          message: `${silenced[0]}: repair it instead`,
        });
    });
    return findings;
  },
};
