import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFormat } from './check-format.ts';
import { checkTypes, TYPE_PROJECTS } from './check-types.ts';
import { checkUnused } from './check-unused.ts';
import { judge } from './outcome.ts';
import { type PlantedRepository, plantRepository } from './planted-repository.ts';

let planted: PlantedRepository;
beforeAll(() => {
  planted = plantRepository({
    'src/core/clock.ts': 'export const mode = process.env.MODE;\n',
    'src/core/first.ts': 'export const first = (list: number[]): number => list[0];\n',
    'src/core/kind.ts': 'export enum Kind {\n  A,\n}\n',
    'src/server/title.ts': 'export const title = document.title;\n',
    'src/server/optional.ts': 'export const a: { b?: number } = { b: undefined };\n',
    'src/web/page.tsx': 'export const Page = () => <p>{Buffer.from("a").length}{missing}</p>;\n',
    'src/web/type-import.ts': "import { Kind } from '#core/kind.ts';\nexport type K = Kind;\n",
    'test/journeys/a.test.ts': 'export const n: number = "text";\n',
    'src/cli/main.ts': "import { used } from './used.ts';\nconsole.log(used);\n",
    'src/cli/used.ts': 'export const used = 1;\nexport const unused = 2;\n',
    'src/cli/orphan.ts': 'export const orphan = 1;\n',
    'src/server/any.ts': 'export const a: any = 1;\n',
    'src/server/default.ts': 'export default 1;\n',
    'src/server/say.ts': "console.log('a');\n",
    'src/server/sure.ts': 'export const sure = (a?: string): string => a!;\n',
    'src/server/barrel.ts': "export * from './say.ts';\n",
    'src/server/badlyFormatted.ts': 'export   const a = "double"\n',
    'src/server/spare.ts': "import { a } from './any.ts';\nexport const spare = 1;\n",
  });
});
afterAll(() => planted.remove());

describe('format and lint', () => {
  const FOUND = [
    ['any.ts', 'noExplicitAny'],
    ['default.ts', 'noDefaultExport'],
    ['say.ts', 'noConsole'],
    ['sure.ts', 'noNonNullAssertion'],
    ['barrel.ts', 'noReExportAll'],
    ['badlyFormatted.ts', 'format'],
    ['badlyFormatted.ts', 'useFilenamingConvention'],
    ['spare.ts', 'noUnusedImports'],
    ['kind.ts', 'noEnum'],
    ['type-import.ts', 'useImportType'],
  ] as const;

  it('finds every planted violation', async () => {
    const { looked, findings } = await checkFormat(planted.root);
    expect(looked).toBeGreaterThan(10);
    for (const [file, rule] of FOUND)
      expect(findings, rule).toContainEqual(expect.stringMatching(new RegExp(`/${file}.*${rule}`)));
  });
});

describe('types', () => {
  const FOUND: Record<string, readonly (readonly [file: string, message: RegExp])[]> = {
    core: [
      ['clock.ts', /Cannot find name 'process'/],
      ['first.ts', /'number \| undefined' is not assignable/],
      ['kind.ts', /erasableSyntaxOnly/],
    ],
    server: [
      ['title.ts', /Cannot find name 'document'/],
      ['optional.ts', /exactOptionalPropertyTypes/],
    ],
    web: [['page.tsx', /Cannot find name 'missing'/]],
    test: [['a.test.ts', /'string' is not assignable/]],
  };

  it.each(TYPE_PROJECTS)('of $name: finds what is planted', async (project) => {
    const { looked, findings } = await checkTypes(planted.root, project);
    expect(looked).toBeGreaterThan(0);
    for (const [file, message] of FOUND[project.name] ?? [])
      expect(findings).toContainEqual(expect.stringMatching(new RegExp(`${file}.*${message.source}`)));
  });
});

describe('unused code', () => {
  it('finds the unused file and the unused export', async () => {
    const { looked, findings } = await checkUnused(planted.root);
    expect(looked).toBeGreaterThan(3);
    expect(findings).toContainEqual(expect.stringMatching(/cli\/orphan\.ts.*unused file/));
    expect(findings).toContainEqual(expect.stringMatching(/cli\/used\.ts:2: exports: unused/));
  });
});

describe('a check that sees nothing', () => {
  it('goes red, whichever it is', async () => {
    const empty = plantRepository({});
    try {
      const outcomes = await Promise.all([
        ...TYPE_PROJECTS.filter(({ name }) => name !== 'test').map((project) =>
          checkTypes(empty.root, project),
        ),
        checkUnused(empty.root),
      ]);
      for (const outcome of outcomes) expect(judge(outcome).findings.length, outcome.name).toBeGreaterThan(0);
    } finally {
      empty.remove();
    }
  });
});
