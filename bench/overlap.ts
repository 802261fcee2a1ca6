/**
 * Matching two lists of 100,000 companies, fuzzy names included, against an exact hash join of the same keys in the same
 * run: held to sixty times its time and to 600 MB.
 *
 *   node --max-old-space-size=400 bench/overlap.ts [rows of ours] [rows of theirs]
 *
 * The heap is bounded so that what is measured is what is needed, not what the collector lets lie. 1,000,000 against
 * 100,000 rows need `--max-old-space-size=3000`.
 */
import type { ListedCompany } from '#core/ecosystem/overlap/listed-company.ts';
import { matchLists } from '#core/ecosystem/overlap/match-lists.ts';
import { nameForms } from '#core/ecosystem/overlap/name-form.ts';
import { domainKey } from '#core/opportunity/account-name.ts';
import { readHost } from '#server/ecosystem/read-host.ts';

const [oursRows = 100_000, theirsRows = 100_000] = process.argv.slice(2).map(Number);
const inBoth = 0.3;
const heldRatio = 60;
const heldMb = 600;

/** The same numbers in every run (a linear congruential generator of Numerical Recipes). */
let state = 20_261_128;
const next = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T;

const syllables =
  'ba be bo da de di do fa fe ga gi ha he ka ke ki la le li lo ma me mi na ne no pa po ra re ri ro sa se si so ta te ti to va ve vi wa we za'.split(
    ' ',
  );
const ends = 'r n s x l m t rk nd st lt ng'.split(' ');
const trades =
  'Services Solutions Technology Systems Consulting Foods Logistics Engineering Partners Energy Health Capital'.split(
    ' ',
  );
const forms = ['', '', 'Inc', 'Ltd', 'GmbH', 'LLC', 'B.V.', 'SA'];
const countries = ['US', 'GB', 'DE', 'FR', 'NL', null];

function invented(): string {
  let word = '';
  for (let at = 0; at < 3 + next(2); at += 1) word += pick(syllables);
  return word + pick(ends);
}

function companyOf(number: number): ListedCompany {
  const words = [invented(), ...(next(10) < 5 ? [pick(trades)] : []), ...(next(10) < 3 ? [invented()] : [])];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  const domain = `${words.join('').toLowerCase()}.${pick(['com', 'de', 'co.uk', 'io'])}`;
  return {
    ...{ id: `c${number}`, row: number + 2, name: `${name} ${pick(forms)}`.trim(), otherNames: [] },
    ...{ websites: next(10) < 7 ? [domain] : [], emails: [], country: pick(countries) },
    ...{ city: '', lei: '', duns: '', linkedin: '' },
  };
}

/** The same company as somebody else wrote it down. */
function rewritten(company: ListedCompany, number: number): ListedCompany {
  const at = 1 + next(Math.max(1, company.name.length - 2));
  const slipped = company.name.slice(0, at) + company.name.slice(at + 1);
  return {
    ...company,
    ...{ id: `t${number}`, row: number + 2, websites: next(10) < 5 ? company.websites : [] },
    name: next(10) < 2 ? slipped : next(10) < 3 ? company.name.toUpperCase() : company.name,
  };
}

const ours = Array.from({ length: oursRows }, (_, number) => companyOf(number));
const theirs = Array.from({ length: theirsRows }, (_, number) =>
  next(10) < inBoth * 10 ? rewritten(pick(ours), number) : companyOf(number),
);

/** What an exact join has to make of a row first: its registrable domains and its whole names. */
const keysOf = (company: ListedCompany): string[] => [
  ...company.websites.map((text) => {
    const host = domainKey(text);
    return `domain:${host === null ? '' : (readHost(host)?.registrable ?? '')}`;
  }),
  ...nameForms(company.name).map(({ joined }) => `name:${joined}`),
];

/** The yardstick: the same texts made into the same keys, and joined where one is equal. */
function exactJoin(left: readonly (readonly string[])[], right: readonly (readonly string[])[]): number {
  const byKey = new Map<string, number[]>();
  for (const [row, keys] of left.entries()) {
    for (const key of keys) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, [row]);
      else there.push(row);
    }
  }
  let pairs = 0;
  for (const keys of right) for (const key of keys) pairs += byKey.get(key)?.length ?? 0;
  return pairs;
}

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const timed = <T>(run: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
};

/** Once to warm up, then the one that counts. */
let joining = 0;
let pairsJoined = 0;
let total = 0;
for (const _ of ['warm', 'counted']) {
  const made = timed(() => [ours.map(keysOf), theirs.map(keysOf)] as const);
  const joined = timed(() => exactJoin(...made.value));
  joining = joined.ms;
  total = made.ms + joined.ms;
  pairsJoined = joined.value;
}
tell(
  `exact join    ${total.toFixed(0)} ms for ${oursRows} and ${theirsRows} rows, ${joining.toFixed(0)} of them for joining keys that are made; ${pairsJoined} pairs`,
);
let told = 0;
const matched = timed(() =>
  matchLists(ours, theirs, readHost, undefined, (share) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    tell(`              ${Math.round(share * 100)} %`);
  }),
);
const { pairs, compared, learned } = matched.value;
const matches = pairs.filter(({ decision }) => decision === 'match').length;
tell(
  `matched       ${matched.ms.toFixed(0)} ms; ${compared} pairs compared, ${matches} matches, ${pairs.length - matches} questions`,
);
tell(`learned       ${JSON.stringify(learned)}`);
tell(
  `ratio         ${(matched.ms / total).toFixed(1)} times the exact join (held: ${heldRatio}); ${(matched.ms / joining).toFixed(0)} times one whose keys are made`,
);
tell(`memory        ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most (held: ${heldMb})`);
