import ts from 'typescript';
import { type Fence, type Finding, isTest } from './fence.ts';
import { eachNode, lineOf, parse } from './syntax.ts';

/** What is read, or read out: attributes, and the fields of what lists and tables are made of. */
const SAID = new Set([
  ...['title', 'label', 'description', 'placeholder', 'alt', 'aria-label', 'lead', 'error', 'says', 'act'],
  ...['keep', 'close', 'text', 'heading', 'hint'],
]);

/** Calls that show what they are given. */
const SHOWS = new Set(['toastDone', 'toastUndo']);

/**
 * The partner's pages are there in each language: their texts stand in the catalogue, which cannot lack one in a
 * language, and nowhere else. A literal text in a page would be there in one language only.
 */
export const portalTexts: Fence = {
  name: 'the portal speaks from its catalogue',
  covers: (path) =>
    /^src\/web\/portal\/.+\.tsx?$/.test(path) && !isTest(path) && !/\/words[\w-]*\.ts$/.test(path),
  find(path, text) {
    const file = parse(path, text);
    const findings: Finding[] = [];
    const report = (node: ts.Node, said: string): void => {
      const message = `“${said.trim().slice(0, 60)}” is a literal text: put it into words-en.ts and words-de.ts`;
      findings.push({ rule: 'portal-texts', file: path, line: lineOf(file, node), message });
    };
    const look = (node: ts.Expression): void => {
      for (const literal of literalsOf(node)) if (isText(literal.text)) report(literal.node, literal.text);
    };
    eachNode(file, (node) => {
      if (ts.isJsxText(node) && isText(node.text)) report(node, node.text);
      if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
        look(node.expression);
      if (ts.isJsxAttribute(node) && SAID.has(node.name.getText(file))) {
        const given = node.initializer;
        if (given && ts.isStringLiteral(given)) look(given);
        if (given && ts.isJsxExpression(given) && given.expression) look(given.expression);
      }
      if (ts.isPropertyAssignment(node) && SAID.has(nameOf(node.name))) look(node.initializer);
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SHOWS.has(node.expression.text))
        for (const given of node.arguments) look(given);
    });
    return findings;
  },
};

/**
 * Two letters in a row, which no unit, sign or number has; a key of a catalogue is one word in small letters,
 * and the product is called the same everywhere.
 */
function isText(text: string): boolean {
  const said = text.trim();
  return /\p{L}{2}/u.test(said) && !/^[a-z][\w.-]*$/.test(said) && said !== 'Tandem';
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** The literals that an expression may come to: itself, either side of a choice, the parts of a template. */
function literalsOf(node: ts.Expression): { node: ts.Node; text: string }[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return [{ node, text: node.text }];
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((part) => ({
      node: part,
      text: part.text,
    }));
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literalsOf);
  if (ts.isBinaryExpression(node)) return [node.left, node.right].flatMap(literalsOf);
  return [];
}
