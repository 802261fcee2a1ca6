import { createRequire } from 'node:module';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDependencies } from './check-dependencies.ts';
import coreOrder from './core-order.json' with { type: 'json' };
import { judge } from './outcome.ts';
import { type PlantedRepository, plantRepository } from './planted-repository.ts';

const configuration: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);

const ROOT_WORDS = ['money', 'calendar', 'ids', 'decision'];
const fileOf = (word: string): string =>
  ROOT_WORDS.includes(word) ? `src/core/${word}.ts` : `src/core/${word}/rule.ts`;
const importing = (specifier: string): string =>
  `import * as planted from '${specifier}';\nexport const seen = planted;\n`;

/** Each rule with the file that breaks it and the import that it makes. A file here breaks its own rule. */
const PLANTED: Readonly<Record<string, readonly [path: string, specifier: string]>> = {
  'core-imports-only-core': ['src/core/profile/clock.ts', 'node:fs'],
  'core-knows-its-words': ['src/core/profile/points.ts', '#core/loyalty/points.ts'],
  'pg-only-in-database': ['src/server/tier/connect.ts', 'pg'],
  'server-serves-nobody-above': ['src/server/tier/command.ts', '#cli/main.ts'],
  'connectors-only-through-compose': ['src/server/tier/source.ts', '#connectors/csv/read.ts'],
  'connectors-know-only-core': ['src/connectors/csv/write.ts', '#server/tier/promote.ts'],
  'web-never-imports-server': ['src/web/desk/tier.tsx', '#server/tier/promote.ts'],
  'web-runs-in-a-browser': ['src/web/desk/file.tsx', 'node:fs'],
  'ui-knows-no-domain-word': ['src/web/ui/tier-badge.tsx', '#web/desk/names.tsx'],
  'desk-and-portal-apart': ['src/web/portal/tier.tsx', '#web/desk/names.tsx'],
  'queries-stay-home': ['src/server/activation/start.ts', '../tier/queries.ts'],
  'queries-have-no-outside-reader': ['src/cli/tier.ts', '#server/tier/queries.ts'],
  'routes-call-verbs': ['src/server/tier/routes.ts', './queries.ts'],
  'product-without-tests': ['src/server/tier/fake.ts', '#test/harness/fake.ts'],
  'product-without-development-packages': ['src/server/tier/guess.ts', 'fast-check'],
  'packages-are-declared': ['src/server/tier/pad.ts', 'semver'],
  'imports-resolve': ['src/server/tier/gone.ts', './nowhere.ts'],
  'no-cycles': ['src/server/tier/egg.ts', './hen.ts'],
};

const BESIDE: Readonly<Record<string, string>> = {
  'src/core/loyalty/points.ts': 'export const points = 1;\n',
  'src/cli/main.ts': 'export const main = 1;\n',
  'src/connectors/csv/read.ts': 'export const read = 1;\n',
  'src/server/tier/promote.ts': "import { read } from './queries.ts';\nexport const promote = read;\n",
  'src/server/tier/queries.ts': 'export const read = 1;\n',
  'src/server/tier/hen.ts': importing('./egg.ts'),
  'src/web/desk/names.tsx': 'export const names = 1;\n',
  'test/harness/fake.ts': 'export const fake = 1;\n',
};

/** The first word imports the second, the second the third: each a step against the order. */
function backwards(): Record<string, string> {
  const files: Record<string, string> = {};
  coreOrder.forEach((word, index) => {
    const later = coreOrder[index + 1];
    files[fileOf(word)] =
      later === undefined
        ? 'export const last = 1;\n'
        : importing(`#core/${fileOf(later).slice('src/core/'.length)}`);
  });
  return files;
}

describe('the dependency rule', () => {
  let planted: PlantedRepository;
  let findings: string[];

  beforeAll(async () => {
    const violations = Object.values(PLANTED).map(
      ([path, specifier]) => [path, importing(specifier)] as const,
    );
    planted = plantRepository({ ...backwards(), ...BESIDE, ...Object.fromEntries(violations) });
    findings = (await checkDependencies(planted.root)).findings;
  });
  afterAll(() => planted.remove());

  it.each(Object.entries(PLANTED))('%s: finds the violation planted in it', (rule, [path]) => {
    expect(findings).toContainEqual(
      expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')} → .*: ${rule}$`)),
    );
  });

  it.each(coreOrder.slice(0, -1))('core-order: %s may not import the word after it', (word) => {
    expect(findings).toContainEqual(
      expect.stringMatching(new RegExp(`^${fileOf(word).replaceAll('.', '\\.')} → .*: core-order-${word}$`)),
    );
  });

  it('has a planted violation for every rule of the configuration', () => {
    const names = configuration.forbidden
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('core-order-'));
    expect(names.sort()).toEqual(Object.keys(PLANTED).sort());
  });

  it('finds nothing in a repository that keeps the rule', async () => {
    const clean = plantRepository({
      'src/core/money.ts': 'export const zero = 0;\n',
      'src/core/tier/rule.ts': "import { zero } from '../money.ts';\nexport const least = zero;\n",
      'src/server/database/pool.ts': "import pg from 'pg';\nexport const pool = pg;\n",
      'src/server/tier/queries.ts':
        "import type { pool } from '../database/pool.ts';\nexport type Q = typeof pool;\n",
      'src/server/tier/promote.ts':
        "import { least } from '#core/tier/rule.ts';\nimport type { Q } from './queries.ts';\nexport const promote = (q: Q) => [q, least];\n",
      'src/server/tier/routes.ts':
        "import { promote } from './promote.ts';\nexport const routes = [promote];\n",
      'src/web/desk/tier.tsx': "import { zero } from '#core/money.ts';\nexport const Tier = () => zero;\n",
      'src/core/money.test.ts':
        "import { readFileSync } from 'node:fs';\nimport { zero } from './money.ts';\nreadFileSync(String(zero));\n",
    });
    try {
      expect(await checkDependencies(clean.root)).toMatchObject({ looked: 9, findings: [] });
    } finally {
      clean.remove();
    }
  });

  it('goes red when it sees too few modules, as it would under a compiler without its JavaScript interface', async () => {
    const empty = plantRepository({ 'src/core/empty.md': '' });
    try {
      const outcome = judge(await checkDependencies(empty.root), 50);
      expect(outcome.findings).toContainEqual(expect.stringContaining('the check is blind'));
    } finally {
      empty.remove();
    }
  });

  it('reads through a compiler that still has that interface', () => {
    expect(ts.version).toMatch(/^5\./);
    expect(typeof ts.transpileModule).toBe('function');
  });
});
