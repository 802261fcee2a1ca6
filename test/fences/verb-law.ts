import ts from 'typescript';
import { type Fence, type Finding, isTest, isTypeScript } from './fence.ts';
import { eachNode, lineOf, parse } from './syntax.ts';

/**
 * The machinery opens transactions of its own, and a demo company goes away with its trail; every other module changes
 * things through audit's `write`.
 */
const MACHINERY = /^src\/server\/(access|audit|database|demo|http|identity|jobs|mail)\//;
const TRANSACTIONS = new Set(['write', 'writeTransaction', 'readTransaction', 'withoutTrail']);

/** Where transactions for a Context are made, and guards (`requireDraft`) that a verb calls after it has asked. */
const MAKERS = /^src\/server\/(audit\/|jobs\/without-trail\.ts$)/;
const GUARD = /^require[A-Z]/;

/**
 * The law of the verb, as far as text shows it: an exported deed that takes a Context asks for its capability
 * before it opens a transaction, and a module of the domain writes only where its audit row is written too.
 */
export const verbLaw: Fence = {
  name: 'verbs keep the law',
  covers: (path) =>
    /^src\/server\/[^/]+\/.+/.test(path) &&
    !MAKERS.test(path) &&
    isTypeScript(path) &&
    !isTest(path) &&
    !/(queries|routes)\.ts$/.test(path),
  find(path, text) {
    const file = parse(path, text);
    const findings: Finding[] = [];
    const report = (node: ts.Node, message: string): void => {
      findings.push({ rule: 'verb-law', file: path, line: lineOf(file, node), message });
    };
    eachNode(file, (node) => {
      if (isCallOf(node, 'writeTransaction') && !MACHINERY.test(path))
        report(node, 'writeTransaction leaves no audit row: change things through write(context, …)');
      if (!ts.isFunctionDeclaration(node) || !node.body || !isExported(node) || !takesContext(node)) return;
      const calls: { name: string; at: number }[] = [];
      eachCall(node.body, (name, at) => calls.push({ name, at }));
      const opens = calls.find(({ name }) => TRANSACTIONS.has(name));
      const asks = calls.find(({ name }) => name === 'requireCapability');
      if (opens && !GUARD.test(node.name?.text ?? '') && (!asks || asks.at > opens.at))
        report(node, `${node.name?.text ?? 'this verb'} opens a transaction before requireCapability`);
    });
    return findings;
  },
};

function isExported(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function takesContext(node: ts.FunctionDeclaration): boolean {
  return node.parameters.some(({ type }) => type?.getText() === 'Context');
}

function isCallOf(node: ts.Node, name: string): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;
}

function eachCall(body: ts.Node, visit: (name: string, at: number) => void): void {
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) visit(node.expression.text, node.pos);
    ts.forEachChild(node, walk);
  };
  walk(body);
}
