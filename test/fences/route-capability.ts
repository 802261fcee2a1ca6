import ts from 'typescript';
import { type Fence, type Finding, isTest, isTypeScript } from './fence.ts';
import { eachNode, lineOf, parse } from './syntax.ts';

const FASTIFY_METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'route']);
const FASTIFY_NAMES = new Set(['app', 'fastify', 'server', 'instance']);

/** Every route says who may call it, in words that can be read where it stands, and only `defineRoute` makes one. */
export const routeCapability: Fence = {
  name: 'routes name a capability',
  covers: (path) => path.startsWith('src/server/') && isTypeScript(path) && !isTest(path),
  find(path, text) {
    const file = parse(path, text);
    const findings: Finding[] = [];
    const report = (node: ts.Node, message: string): void => {
      findings.push({ rule: 'route-capability', file: path, line: lineOf(file, node), message });
    };
    eachNode(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const { expression } = node;
      if (ts.isIdentifier(expression) && expression.text === 'defineRoute') {
        const [definition] = node.arguments;
        if (!definition || !ts.isObjectLiteralExpression(definition)) {
          report(node, 'a route is defined by an object literal, so that its capability can be read');
        } else if (!definition.properties.some(isLiteralCapability)) {
          report(
            node,
            'a route names its capability as a literal: capability: "word.deed", "signed-in" or "public"',
          );
        }
      }
      if (
        ts.isPropertyAccessExpression(expression) &&
        FASTIFY_METHODS.has(expression.name.text) &&
        ts.isIdentifier(expression.expression) &&
        FASTIFY_NAMES.has(expression.expression.text) &&
        !path.startsWith('src/server/http/')
      )
        report(node, `${expression.getText(file)}(): declare the route with defineRoute`);
    });
    return findings;
  },
};

function isLiteralCapability(property: ts.ObjectLiteralElementLike): boolean {
  return (
    ts.isPropertyAssignment(property) &&
    property.name.getText() === 'capability' &&
    ts.isStringLiteralLike(property.initializer) &&
    property.initializer.text !== ''
  );
}
