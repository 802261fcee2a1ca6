import { describe, expect, it } from 'vitest';
import { ALL_FENCES } from './all-fences.ts';
import { checkFences } from './check-fences.ts';
import { runFence } from './fence.ts';
import { judge } from './outcome.ts';

/** Written in pieces, so that the fence around the whole repository does not see them here. */
const besideTheClone = ['..', 'shared', 'data'].join('/');
const oneMachine = ['', 'work', 'main'].join('/');
const oneHome = ['', 'home', 'ada', 'tandem'].join('/');
const registryHost = ['registry', 'npmjs', 'org'].join('.');
const silenced = ['@ts', 'ignore'].join('-');

/** Each line: the fence, where the violation stands, what it says, and what is found in it. */
const PLANTED: readonly [fence: string, path: string, text: string, found: RegExp][] = [
  ['core is pure', 'src/core/money.ts', 'export const now = () => Date.now();', /^Date: /],
  ['core is pure', 'src/core/money.ts', 'export const at = (d: Date) => d;', /the type Date/],
  ['core is pure', 'src/core/money.ts', 'export const dice = () => Math.random();', /Math\.random/],
  ['core is pure', 'src/core/money.ts', 'export const mode = () => process.env.MODE;', /^process: /],
  ['core is pure', 'src/core/money.ts', 'export const say = () => console.log(1);', /^console: /],
  ['core is pure', 'src/core/money.ts', 'export const get = () => fetch("/");', /^fetch: /],
  ['core is pure', 'src/core/money.ts', 'export async function later() {}', /^async: /],
  ['core is pure', 'src/core/money.ts', 'export const later = async () => 1;', /^async: /],
  ['core is pure', 'src/core/money.ts', 'export class A { async b() {} }', /^async: /],
  ['core is pure', 'src/core/money.ts', 'const a = await b;', /^await: /],
  ['core is pure', 'src/core/money.ts', 'for await (const a of b) {}', /^for await: /],
  ['core is pure', 'src/core/money.ts', 'export const p = Promise.resolve(1);', /^Promise: /],
  ['core is pure', 'src/core/money.ts', 'export type P = Promise<number>;', /the type Promise/],
  ['core is pure', 'src/core/money.ts', 'setTimeout(() => {}, 1);', /^setTimeout: /],
  ['core is pure', 'src/core/money.ts', 'export const g = globalThis;', /^globalThis: /],
  ['core is pure', 'src/core/money.ts', 'const m = import("./ids.ts");', /^import\(\): /],
  ['core is pure', 'src/core/money.ts', 'export const id = () => crypto.randomUUID();', /^crypto: /],
  ['core is pure', 'src/core/money.ts', '["b", "a"].sort((a, b) => a.localeCompare(b));', /localeCompare/],
  [
    'sql stays home',
    'src/server/tier/promote.ts',
    'await tx.query(`select a from tandem.tier`);',
    /SQL text/,
  ],
  [
    'sql stays home',
    'src/server/tier/promote.ts',
    'const q = "insert into tandem.tier values (1)";',
    /SQL text/,
  ],
  ['sql stays home', 'src/server/tier/promote.ts', 'const q = "UPDATE tandem.tier SET a = 1";', /SQL text/],
  ['sql stays home', 'src/server/tier/promote.ts', 'const q = `delete from $' + '{table}`;', /SQL text/],
  ['sql stays home', 'src/server/tier/promote.ts', 'const q = "with a as (select 1) select 2";', /SQL text/],
  ['sql stays home', 'src/server/tier/routes.ts', 'pool.query("select now()");', /SQL text/],
  ['sql stays home', 'src/connectors/csv/read.ts', 'const q = "copy tandem.tier from stdin";', /SQL text/],
  ['sql stays home', 'src/cli/export.ts', 'client.query("begin");', /SQL text/],
  ['sql stays home', 'src/cli/export.ts', 'const q = "set local app.org = 1";', /SQL text/],
  ['sql stays home', 'seeds/demo.ts', 'const q = "create table a (b int)";', /SQL text/],
  ['sql stays home', 'src/server/tier/promote.ts', 'db.selectFrom("tier");', /selectFrom\(\)/],
  ['sql stays home', 'src/server/tier/promote.ts', 'const f = sql`now()`;', /sql`…`/],
  [
    'verbs keep the law',
    'src/server/tier/promote.ts',
    'export function promote(context: Context) { return write(context, work); }',
    /promote opens a transaction before requireCapability/,
  ],
  [
    'verbs keep the law',
    'src/server/tier/promote.ts',
    'export async function promote(context: Context) { await readTransaction(p, s, w); requireCapability(context, "a.b"); }',
    /promote opens a transaction before requireCapability/,
  ],
  [
    'verbs keep the law',
    'src/server/tier/promote.ts',
    'function promote() { return writeTransaction(pool, scope, work); }',
    /leaves no audit row/,
  ],
  [
    'routes name a capability',
    'src/server/tier/routes.ts',
    'defineRoute({ method: "GET", path: "/o/{org}/tiers" });',
    /names its capability/,
  ],
  [
    'routes name a capability',
    'src/server/tier/routes.ts',
    'defineRoute({ method: "GET", capability: someCapability });',
    /names its capability/,
  ],
  ['routes name a capability', 'src/server/tier/routes.ts', 'defineRoute(definition);', /object literal/],
  ['routes name a capability', 'src/server/tier/routes.ts', 'app.get("/tiers", handler);', /defineRoute/],
  ['names are words', 'src/server/tier/utils.ts', '', /"utils" names nothing/],
  ['names are words', 'src/web/helpers/tier.ts', '', /"helpers" names nothing/],
  ['names are words', 'src/core/tier/types.ts', '', /"types" names nothing/],
  ['names are words', 'src/server/common/clock.ts', '', /"common" names nothing/],
  ['names are words', 'src/web/lib/misc.test.ts', '', /"misc" names nothing/],
  ['names are words', 'src/core/tier/index.ts', '', /no barrels/],
  ['names are words', 'src/core/loyalty/points.ts', '', /"loyalty" is not a word of core/],
  ['files stay small', 'src/web/desk/page.tsx', 'a;\n'.repeat(501), /501 lines/],
  ['no any', 'src/server/tier/promote.ts', 'export const a: any = 1;', /^any: /],
  ['no any', 'test/journeys/tier.test.ts', 'const a = b as any;', /^any: /],
  ['no any', 'src/server/tier/promote.ts', `// ${silenced}\nconst a = 1;`, /repair it/],
  ['no foreign paths', 'README.md', `see ${besideTheClone}`, /beside the repository/],
  ['no foreign paths', 'src/cli/start.ts', `const home = '${oneMachine}';`, /one machine/],
  ['no foreign paths', 'docs/operating/install.md', `cd ${oneHome}/`, /one machine/],
  ['no foreign paths', 'package-lock.json', `"resolved": "https://${registryHost}/pg"`, /host of a registry/],
  ['cited paths exist', 'CONTRIBUTING.md', 'see `src/core/gone.ts`', /src\/core\/gone\.ts/],
  [
    'cited paths exist',
    'docs/handbook/tier.md',
    '[scores](../../src/core/tier/gone.ts)',
    /src\/core\/tier\/gone\.ts/,
  ],
  [
    'cited paths exist',
    'src/core/tier/score.ts',
    '// Handbook: docs/handbook/gone.md',
    /docs\/handbook\/gone\.md/,
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/team/team.tsx',
    'export const Page = () => <p>My team</p>;',
    /“My team” is a literal text/,
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/deals.tsx',
    'export const Page = () => <Field label="Mail address" />;',
    /“Mail address” is a literal text/,
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/deals.tsx',
    'export const Page = (p: P) => <p>{p.won ? "Won on a day" : p.words.lost}</p>;',
    /“Won on a day” is a literal text/,
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/deals.tsx',
    'export const Page = (p: P) => <Page title={`Dispute $' + '{p.number}`} />;',
    /“Dispute” is a literal text/,
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/deals-data.ts',
    'export const done = () => toastDone("Saved it.");',
    /“Saved it.” is a literal text/,
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/deals.tsx',
    'const choices = [{ value: "a", label: "To be decided" }];',
    /“To be decided” is a literal text/,
  ],
];

/** What looks like a violation and is none: a fence that cries wolf is soon taken down. */
const ALLOWED: readonly [fence: string, path: string, text: string][] = [
  ['core is pure', 'src/core/calendar.ts', 'type A = { Date: string }; export const a = (b: A) => b.Date;'],
  ['core is pure', 'src/core/tier/score.ts', 'export const f = (performance: number) => performance + 1;'],
  [
    'sql stays home',
    'src/server/tier/promote.ts',
    'const label = "Select the tier that you want from this list";',
  ],
  ['sql stays home', 'src/server/tier/promote.ts', 'const state = "begin"; const l = "Update your plan";'],
  [
    'verbs keep the law',
    'src/server/tier/promote.ts',
    'export function promote(context: Context) { requireCapability(context, "a.b"); return write(context, work); }',
  ],
  ['routes name a capability', 'src/server/tier/routes.ts', 'defineRoute({ capability: "tier.read" });'],
  ['names are words', 'src/server/program/commonplace.ts', ''],
  ['files stay small', 'src/web/desk/page.tsx', 'a;\n'.repeat(500)],
  ['no any', 'src/server/tier/promote.ts', 'const any = "any"; // any of them'],
  ['no foreign paths', 'docs/operating/install.md', 'a clone under /root, data in /var/lib/tandem'],
  [
    'cited paths exist',
    'CONTRIBUTING.md',
    'see `src/core/<word>`, `src/server/*/queries.ts` and `npm run check`',
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/deals.tsx',
    'export const Page = (p: P) => <Card kind="own deal" label={p.words.title}>#{p.number} · {`$' +
      '{p.a}, $' +
      '{p.b}`}</Card>;',
  ],
  [
    'the portal speaks from its catalogue',
    'src/web/portal/frame.tsx',
    'const places = [{ label: "home", path: "/o/x" }];',
  ],
];

describe('each fence', () => {
  it.each(PLANTED)('%s: finds what is planted in %s (%#)', (name, path, text, found) => {
    const outcome = checkFences(new Map([[path, text]])).find((one) => one.name === name);
    expect(outcome?.looked).toBe(1);
    expect(outcome?.findings.map((finding) => finding.replace(/^\S+:\d+: /, ''))).toContainEqual(
      expect.stringMatching(found),
    );
  });

  it.each(ALLOWED)('%s: lets pass what is allowed in %s (%#)', (name, path, text) => {
    const outcome = checkFences(new Map([[path, text]])).find((one) => one.name === name);
    expect(outcome).toMatchObject({ looked: 1, findings: [] });
  });

  it.each(ALL_FENCES.map((fence) => [fence.name, fence] as const))('%s: has a planted violation', (name) => {
    expect(PLANTED.filter(([fence]) => fence === name).length).toBeGreaterThan(0);
  });

  it.each(ALL_FENCES.map((fence) => [fence.name, fence] as const))(
    '%s: goes red when it sees no file',
    (_name, fence) => {
      const { name, files, findings } = runFence(fence, new Map());
      expect(judge({ name, looked: files, findings: findings.map(String) }).findings).toEqual([
        expect.stringContaining('the check is blind'),
      ]);
    },
  );

  it('knows SQL at home from SQL abroad', () => {
    const text = 'export const all = "select a from tandem.tier";';
    for (const path of [
      'src/server/tier/queries.ts',
      'src/server/tier/score-queries.ts',
      'src/server/database/migrate.ts',
    ])
      expect(checkFences(new Map([[path, text]])).flatMap(({ findings }) => findings)).toEqual([]);
  });
});
