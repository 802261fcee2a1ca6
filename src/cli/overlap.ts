import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type CompanyList, readCompanyList } from '#connectors/company-list/read-company-list.ts';
import type { Problem } from '#connectors/port.ts';
import type { ListedCompany } from '#core/ecosystem/overlap/listed-company.ts';
import { matchLists, type Overlap, type OverlapPair } from '#core/ecosystem/overlap/match-lists.ts';
import { overlapDefaults } from '#core/ecosystem/overlap/settings.ts';
import { readHost } from '#server/ecosystem/read-host.ts';
import { ProblemError } from '#server/problem.ts';
import { defineCommand, type Io, jsonOption } from './command.ts';

const shownPairs = 20;
const shownProblems = 10;

/** `tandem overlap OURS THEIRS`: which companies stand in both lists, without anything of an installation. */
export const overlapCommand = defineCommand({
  usage: 'OURS.csv THEIRS.csv [--never-share FILE] [--json]',
  help: [
    'Two lists of companies (CSV or XLSX) with names, web addresses, mail addresses, countries or identifiers',
    '(LEI, DUNS, LinkedIn), under the column names of any CRM. Nothing is stored or sent, and no database is used.',
    'Every pair that is a match or a question to a person is listed, with the reasons and their weight in bits;',
    'pairs that are neither are left out. `ours` and `theirs` are the ids of the rows, or their names without ids.',
    '--never-share  a list of companies that are left out of both lists before anything is compared.',
  ],
  options: { ...jsonOption, 'never-share': { type: 'string' } },
  positionals: { min: 2, max: 2 },
  async run({ values, positionals }, io) {
    const [oursPath = '', theirsPath = ''] = positionals;
    const ours = await read(io, oursPath);
    const theirs = await read(io, theirsPath);
    const never =
      values['never-share'] === undefined ? [] : (await read(io, values['never-share'])).companies;
    const [left, right] = [withoutNever(ours.companies, never), withoutNever(theirs.companies, never)];
    const overlap = matchLists(
      left,
      right,
      readHost,
      overlapDefaults,
      teller(io, left.length + right.length),
    );
    if (values.json) io.json(asJson(overlap, left, right));
    else io.print(asText(overlap, { ours: left, theirs: right, paths: [oursPath, theirsPath] }));
    return 0;
  },
});

async function read(io: Io, path: string): Promise<CompanyList> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    throw new ProblemError('invalid-input', `${path}: there is no such file. Check the path.`);
  }
  const bytes = () => createReadStream(path, { highWaterMark: 1 << 20 });
  const answer = await readCompanyList({ name: basename(path), bytes, expectedBytes: stats.size });
  if (!answer.ok) {
    const { expected, found, repair } = answer.problem;
    throw new ProblemError('invalid-input', `${path}: expected ${expected}, found ${found}. ${repair}`, {
      errors: [{ path, expected, found, repair }],
    });
  }
  const { columns, problems, companies } = answer.list;
  const names = Object.entries(columns).map(([field, all]) => `${field} from ${all.join(', ')}`);
  io.progress(`${path}: ${companies.length} companies; ${names.join('; ')}`);
  for (const problem of problems.slice(0, shownProblems)) io.progress(`  ${lineOf(problem)}`);
  if (problems.length > shownProblems) io.progress(`  and ${problems.length - shownProblems} more`);
  return answer.list;
}

function lineOf({ row, column, expected, found, repair }: Problem): string {
  const where = [row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
  return `${where === '' ? '' : `${where}: `}expected ${expected}, found ${found}. ${repair}`;
}

/** Leaves out whoever is a match or a question with a company of the list that is never shared: doubt keeps it out. */
function withoutNever(
  list: readonly ListedCompany[],
  never: readonly ListedCompany[],
): readonly ListedCompany[] {
  if (never.length === 0) return list;
  const out = new Set(matchLists(list, never, readHost).pairs.map((pair) => pair.ours));
  return list.filter((_, at) => !out.has(at));
}

function teller(io: Io, rows: number): (share: number) => void {
  let told = -1;
  return (share) => {
    const percent = Math.floor(share * 10) * 10;
    if (rows < 50_000 || percent === told) return;
    told = percent;
    io.progress(`${percent} % compared`);
  };
}

function asJson(
  { pairs, compared, learned }: Overlap,
  ours: readonly ListedCompany[],
  theirs: readonly ListedCompany[],
) {
  return {
    rows: { ours: ours.length, theirs: theirs.length },
    ...counts(pairs),
    compared,
    learned,
    pairs: pairs.map((pair) => {
      const [a, b] = [ours[pair.ours], theirs[pair.theirs]];
      return {
        ours: a?.id ?? '',
        theirs: b?.id ?? '',
        score: pair.score,
        decision: pair.decision,
        reasons: pair.reasons,
        oursName: a?.name ?? '',
        theirsName: b?.name ?? '',
        oursRow: a?.row ?? 0,
        theirsRow: b?.row ?? 0,
      };
    }),
  };
}

/** Companies, not rows: what matches the same row of the other list is one. */
function counts(pairs: readonly OverlapPair[]) {
  const matches = pairs.filter(({ decision }) => decision === 'match');
  return {
    companies: companiesIn(matches),
    matches: matches.length,
    asks: pairs.length - matches.length,
  };
}

function companiesIn(matches: readonly OverlapPair[]): number {
  const leader = new Map<string, string>();
  const find = (one: string): string => {
    const up = leader.get(one);
    return up === undefined || up === one ? one : find(up);
  };
  for (const { ours, theirs } of matches) {
    const [a, b] = [find(`o${ours}`), find(`t${theirs}`)];
    leader.set(a, a);
    leader.set(b, a);
  }
  return [...leader].filter(([one, up]) => one === up).length;
}

function asText(
  { pairs, compared }: Overlap,
  {
    ours,
    theirs,
    paths,
  }: { ours: readonly ListedCompany[]; theirs: readonly ListedCompany[]; paths: string[] },
): string {
  const { companies, matches, asks } = counts(pairs);
  const nameOf = (company: ListedCompany | undefined) => company?.name || company?.id || '';
  const line = (pair: OverlapPair) =>
    `  ${pair.score.toFixed(3)}  ${nameOf(ours[pair.ours])}  =  ${nameOf(theirs[pair.theirs])}\n         ${pair.reasons[0] ?? ''}`;
  const shown = (decision: 'match' | 'ask', title: string) => {
    const all = pairs.filter((pair) => pair.decision === decision);
    if (all.length === 0) return [];
    const more = all.length > shownPairs ? [`  and ${all.length - shownPairs} more: --json lists all`] : [];
    return ['', title, ...all.slice(0, shownPairs).map(line), ...more];
  };
  return [
    `${companies} companies stand in both lists (${matches} pairs of rows); ${asks} pairs are for a person to say.`,
    `${ours.length} rows in ${paths[0]}, ${theirs.length} in ${paths[1]}; ${compared} pairs were compared.`,
    ...shown('match', 'The same company:'),
    ...shown('ask', 'To be asked:'),
  ].join('\n');
}
