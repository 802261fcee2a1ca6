// The dependency rule: core ← server ← cli, core ← connectors ← server/compose, core ← web.
// `test/fences/dependencies.test.ts` plants a violation of every rule named here.
// TypeScript 5.9 reads the modules; under 7 the tool sees none and finds nothing wrong, so
// `npm run check` fails when fewer than 50 modules were looked at.

const coreOrder = require('./test/fences/core-order.json');

const TEST = '\\.test\\.tsx?$';

/** Each word of core may import the words before it; a file may import its own word. */
const laterWords = coreOrder.slice(0, -1).map((word, index) => ({
  name: `core-order-${word}`,
  comment: `core/${word} comes before the words it would import here: each pillar depends only on those before it.`,
  severity: 'error',
  from: { path: `^src/core/${word}(/|\\.ts$|\\.test\\.ts$)`, pathNot: TEST },
  to: { path: `^src/core/(${coreOrder.slice(index + 1).join('|')})[/.]` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-imports-only-core',
      comment: 'core is pure: no node module, no package, no other tree.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: TEST },
      to: { pathNot: '^src/core/' },
    },
    ...laterWords,
    {
      name: 'core-knows-its-words',
      comment: 'A new word of core gets its place in test/fences/core-order.json before anything imports it.',
      severity: 'error',
      from: {},
      to: { path: '^src/core/', pathNot: `^src/core/(${coreOrder.join('|')})(/|\\.ts$|\\.test\\.ts$)` },
    },
    {
      name: 'pg-only-in-database',
      comment: 'One place opens connections: src/server/database. A benchmark counts what they are asked.',
      severity: 'error',
      from: { pathNot: '^src/server/database/|^test/harness/|^bench/register\\.ts$' },
      to: { path: 'node_modules/(@types/)?pg(-copy-streams|-pool)?/' },
    },
    {
      name: 'server-serves-nobody-above',
      comment: 'core ← server ← cli: the server knows neither the command line nor the screens.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: TEST },
      to: { path: '^src/(cli|web)/' },
    },
    {
      name: 'connectors-only-through-compose',
      comment:
        'The server meets a connector through its port; only what wires, compose.ts or a command, chooses one.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: `^src/server/compose\\.ts$|${TEST}` },
      to: { path: '^src/connectors/', pathNot: '^src/connectors/port\\.ts$' },
    },
    {
      name: 'connectors-know-only-core',
      comment: 'A connector turns a source into facts: it imports core and its own kind.',
      severity: 'error',
      from: { path: '^src/connectors/', pathNot: TEST },
      to: { path: '^(src/(?!core/|connectors/)|seeds/|test/|bench/)' },
    },
    {
      name: 'web-never-imports-server',
      comment: 'The web knows the server only through the client generated from the OpenAPI document.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: `${TEST}|\\.config\\.ts$` },
      to: { path: '^(src/(?!core/|web/)|seeds/|test/|bench/)' },
    },
    {
      name: 'web-runs-in-a-browser',
      comment: 'No node module reaches the browser.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: `${TEST}|\\.config\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui-knows-no-domain-word',
      comment: 'src/web/ui is the design system: it imports neither the desk nor the portal.',
      severity: 'error',
      from: { path: '^src/web/ui/' },
      to: { path: '^src/web/(desk|portal)/' },
    },
    {
      name: 'desk-and-portal-apart',
      comment: 'The vendor’s screens and the partner’s share only what stands beside both.',
      severity: 'error',
      from: { path: '^src/web/(desk|portal)/' },
      to: { path: '^src/web/(desk|portal)/', pathNot: '^src/web/$1/' },
    },
    {
      name: 'queries-stay-home',
      comment: 'A module uses another module’s verbs, not its queries.',
      severity: 'error',
      from: { path: '^src/server/([^/]+)/', pathNot: TEST },
      to: { path: '^src/server/.*[/-]queries\\.ts$', pathNot: '^src/server/$1/' },
    },
    {
      name: 'queries-have-no-outside-reader',
      comment: 'Only the verbs of the same word read its queries.',
      severity: 'error',
      from: { pathNot: `^src/server/[^/]+/|${TEST}` },
      to: { path: '^src/server/.*[/-]queries\\.ts$' },
    },
    {
      name: 'routes-call-verbs',
      comment: 'A route is an adapter: parse, call a verb, answer. It never reads queries.',
      severity: 'error',
      from: { path: '^src/server/.*routes\\.ts$' },
      to: { path: '[/-]queries\\.ts$' },
    },
    {
      name: 'product-without-tests',
      comment: 'What ships imports no test.',
      severity: 'error',
      from: { path: '^(src|seeds)/', pathNot: TEST },
      to: { path: `^test/|${TEST}` },
    },
    {
      name: 'product-without-development-packages',
      comment: 'What ships runs without devDependencies.',
      severity: 'error',
      from: { path: '^(src|seeds)/', pathNot: `${TEST}|\\.d\\.ts$` },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'packages-are-declared',
      comment: 'An import of a package that package.json does not name works by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|vite/)' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other at run time are one file, or have a third inside them. An import of a type alone is gone by then.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
