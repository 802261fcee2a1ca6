import ts from 'typescript';
import { type Fence, type Finding, isTest, isTypeScript } from './fence.ts';
import { declaredNames, eachNode, lineOf, parse, readsName } from './syntax.ts';

/** Of the language itself: no file of core may even reuse these names. */
const FORBIDDEN_OF_THE_LANGUAGE = new Map([
  ['Date', 'the clock is passed in as epoch milliseconds and the date as a LocalDate'],
  ['Promise', 'core is synchronous'],
  ['globalThis', 'core has no surroundings'],
  ['eval', 'core runs no text'],
  ['Function', 'core runs no text'],
]);

/** Of the surroundings: also plain words, which a file may give to something of its own. */
const FORBIDDEN_OF_THE_SURROUNDINGS = new Map([
  ['process', 'core has no environment'],
  ['console', 'core returns what it has to say'],
  ['fetch', 'core has no network'],
  ['setTimeout', 'core is synchronous'],
  ['setInterval', 'core is synchronous'],
  ['setImmediate', 'core is synchronous'],
  ['queueMicrotask', 'core is synchronous'],
  ['performance', 'the clock is passed in'],
  ['crypto', 'ids and randomness are passed in'],
  ['require', 'core imports only core'],
]);

/** Their answer depends on the locale data of the machine, so a replay elsewhere would differ. */
const FORBIDDEN_MEMBERS = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
]);

/** Core is pure: no clock, randomness, environment, network or asynchrony, nor what a locale decides. */
export const corePurity: Fence = {
  name: 'core is pure',
  covers: (path) => path.startsWith('src/core/') && isTypeScript(path) && !isTest(path),
  find(path, text) {
    const file = parse(path, text);
    const own = declaredNames(file);
    const findings: Finding[] = [];
    const report = (node: ts.Node, message: string): void => {
      findings.push({ rule: 'core-purity', file: path, line: lineOf(file, node), message });
    };
    eachNode(file, (node) => {
      if (ts.isIdentifier(node) && readsName(node)) {
        const why =
          FORBIDDEN_OF_THE_LANGUAGE.get(node.text) ??
          (own.has(node.text) ? undefined : FORBIDDEN_OF_THE_SURROUNDINGS.get(node.text));
        if (why !== undefined) report(node, `${node.text}: ${why}`);
      }
      if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
        if (/^(Date|Promise|PromiseLike|AsyncIterable|AsyncIterator)$/.test(node.typeName.text))
          report(node, `the type ${node.typeName.text} has no place in core`);
      }
      if (ts.isPropertyAccessExpression(node)) {
        if (
          ts.isIdentifier(node.expression) &&
          node.expression.text === 'Math' &&
          node.name.text === 'random'
        )
          report(node, 'Math.random: randomness is passed in');
        if (FORBIDDEN_MEMBERS.has(node.name.text))
          report(node, `${node.name.text} depends on the machine’s locale`);
      }
      if (node.kind === ts.SyntaxKind.AsyncKeyword) report(node, 'async: core is synchronous');
      if (ts.isAwaitExpression(node)) report(node, 'await: core is synchronous');
      if (ts.isForOfStatement(node) && node.awaitModifier) report(node, 'for await: core is synchronous');
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        report(node, 'import(): core is synchronous');
    });
    return findings;
  },
};
