import ts from 'typescript';
import { type Fence, type Finding, isTest, isTypeScript } from './fence.ts';
import { eachNode, lineOf, parse } from './syntax.ts';

/** Case counts: SQL is written lower or upper, and a sentence that a person reads begins with one capital. */
const SQL_TEXT = [
  /^\s*(select\s[\s\S]*\sfrom\s|SELECT\s[\s\S]*\sFROM\s)/,
  /^\s*(select|SELECT)\s+(\w+\(|\d)/,
  /^\s*(insert\s+into|INSERT\s+INTO)\s/,
  /^\s*(update\s+[\w."]+\s+(as\s+\w+\s+)?set|UPDATE\s+[\w."]+\s+SET)\s/,
  /^\s*(delete\s+from|DELETE\s+FROM)\s/,
  /^\s*(merge\s+into|MERGE\s+INTO)\s/,
  /^\s*(copy|COPY)\s+[\w."]+\s*(\([^)]*\)\s*)?(from|to|FROM|TO)\s/,
  /^\s*(with|WITH)\s+(recursive\s+)?[\w"]+\s*(\([^)]*\)\s*)?(as|AS)\s*(materialized\s*)?\(/,
  /^\s*(create|CREATE)\s+(or\s+replace\s+)?(unique\s+|temp\w*\s+|UNIQUE\s+|TEMP\w*\s+)?(table|index|view|function|role|schema|policy|type|database|TABLE|INDEX|VIEW|FUNCTION|ROLE|SCHEMA|POLICY|TYPE|DATABASE)\s/,
  /^\s*(alter|drop|truncate|ALTER|DROP|TRUNCATE)\s+(table|role|policy|schema|index|view|TABLE|ROLE|POLICY|SCHEMA|INDEX|VIEW)\s/,
  /^\s*(set|SET)\s+(local|LOCAL|role|ROLE)\s/,
  /^\s*(lock\s+table|LOCK\s+TABLE|listen\s+\w+$|LISTEN\s+\w+$|notify\s+\w+$|NOTIFY\s+\w+$)/,
  /^\s*(begin|commit|rollback|savepoint\s+\w+|BEGIN|COMMIT|ROLLBACK|SAVEPOINT\s+\w+)\s*;?\s*$/,
];

/** Commands of transactions are also plain words; they count only where they are sent somewhere. */
const PLAIN_WORD = /^\s*(begin|commit|rollback)\s*$/i;
const BUILDERS = new Set([
  'selectFrom',
  'insertInto',
  'replaceInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
]);
const SENDERS = new Set(['query', 'execute', 'exec', 'raw']);

function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join('');
  return null;
}

function isSent(node: ts.Node): boolean {
  const call = node.parent;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    SENDERS.has(call.expression.name.text)
  );
}

/**
 * SQL has two homes: `sql/` and the `queries.ts` of its word (and the machinery in `src/server/database`). A word with
 * much to ask has several, each with its noun: `fact-queries.ts`.
 */
export const sqlHome: Fence = {
  name: 'sql stays home',
  covers: (path) =>
    /^(src|seeds)\//.test(path) &&
    isTypeScript(path) &&
    !isTest(path) &&
    !path.startsWith('src/web/') &&
    !path.startsWith('src/server/database/') &&
    !/^src\/server\/.+[/-]queries\.ts$/.test(path),
  find(path, text) {
    const file = parse(path, text);
    const findings: Finding[] = [];
    const report = (node: ts.Node, message: string): void => {
      findings.push({ rule: 'sql-home', file: path, line: lineOf(file, node), message });
    };
    eachNode(file, (node) => {
      const literal = literalText(node);
      if (literal !== null && SQL_TEXT.some((pattern) => pattern.test(literal))) {
        if (!PLAIN_WORD.test(literal) || isSent(node))
          report(node, 'SQL text belongs in sql/ or in the queries.ts of its word');
      }
      if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql')
        report(node, 'a sql`…` fragment belongs in the queries.ts of its word');
      if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        BUILDERS.has(node.expression.name.text)
      )
        report(node, `${node.expression.name.text}(): a query belongs in the queries.ts of its word`);
    });
    return findings;
  },
};
