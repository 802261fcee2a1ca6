/**
 * Labelled lists of companies with the noise that CRMs have: two lists of one invented market, in which is known who is
 * who. Misspelled, shortened, reordered and annotated names, other legal forms, missing and other domains, mail hosts,
 * duplicates; and beside them companies that share words, places, domains or nearly a name, and are others.
 */

import type { ListedCompany } from '#core/ecosystem/overlap/listed-company.ts';
import type { Chance } from '#seeds/random.ts';

/** `company`: which company the row is of, the same in both lists. */
export type Labelled = { readonly company: string; readonly row: ListedCompany };

/** A row of which only these things are known. */
function listedCompany(known: Partial<ListedCompany> & Pick<ListedCompany, 'id' | 'name'>): ListedCompany {
  return {
    ...{ row: 0, otherNames: [], websites: [], emails: [], country: null },
    ...{ city: '', lei: '', duns: '', linkedin: '' },
    ...known,
  };
}

export type Noise = {
  /** The share of companies of each list that are in the other one too. */
  readonly common: number;
  /** The share of rows that have a web domain. */
  readonly domains: number;
  /** The share of rows whose name is changed, beyond legal form and case. */
  readonly names: number;
  /** The share of rows that state a country. */
  readonly countries: number;
  /** The share of rows that come twice in a list. */
  readonly twice: number;
  /** The share of rows with mail addresses, some of them of free mail hosts. */
  readonly mails: number;
};

type Base = {
  readonly company: string;
  readonly name: string;
  readonly domain: string;
  readonly country: string;
};

const syllables =
  'ba be bo bra cal cor da del do dra el fa fen fi ga gor ha hel in ka kel ki la lem li lor ma mer mi mon na ner no or pa pel pi qua ra rel ri ro sa sel si sta ta tel ti tor u va vel vi von wa wel xa yo za zel zi'.split(
    ' ',
  );
const trades =
  'Systems,Logistics,Solutions,Services,Engineering,Construction,Software,Trading,Consulting,Technologies,Energy,Medical,Foods,Financial,Insurance,Industries,Pharmaceuticals,Manufacturing,Communications,Partners,Bank,Media,Analytics,Packaging'.split(
    ',',
  );
const qualities = 'National,United,First,American,General,Global,Advanced,Northern,Royal,Universal'.split(
  ',',
);
const forms: Readonly<Record<string, readonly string[]>> = {
  US: ['Inc', 'Inc.', 'LLC', 'Corp', 'Corporation', 'Co.', 'Incorporated'],
  GB: ['Ltd', 'Limited', 'PLC', 'LLP'],
  DE: ['GmbH', 'AG', 'GmbH & Co. KG', 'SE'],
  NL: ['BV', 'B.V.', 'NV'],
  FR: ['SA', 'SAS', 'SARL'],
};
const places: Readonly<Record<string, string>> = {
  US: 'USA',
  GB: 'UK',
  DE: 'Germany',
  NL: 'Netherlands',
  FR: 'France',
};
const countries = Object.keys(forms);
const endings: Readonly<Record<string, string>> = { US: 'com', GB: 'co.uk', DE: 'de', NL: 'nl', FR: 'fr' };
const shortForms: Readonly<Record<string, string>> = {
  Technologies: 'Tech',
  Manufacturing: 'Mfg',
  Services: 'Svcs',
  Financial: 'Fin',
  Communications: 'Comms',
  National: 'Natl',
  Industries: 'Ind.',
  International: 'Intl',
};
const notes = ['(DO NOT USE)', '- OLD', '[duplicate]', '(inactive)', '*** closed', '(merged)'];
const freeMail = ['gmail.com', 'outlook.com', 'gmx.de', 'orange.fr', 'yahoo.com'];

function madeWord(random: Chance): string {
  const word = Array.from({ length: random.between(2, 4) }, () => random.pick(syllables)).join('');
  return (word[0] ?? '').toUpperCase() + word.slice(1);
}

/** A market of invented companies; about a third come in families that share their first word. */
export function inventedMarket(count: number, random: Chance): Base[] {
  const market: Base[] = [];
  const taken = new Set<string>();
  const add = (name: string, host: string, country: string): void => {
    const domain = `${host.toLowerCase().replace(/[^a-z0-9]/g, '')}.${random.happens(0.6) ? 'com' : endings[country]}`;
    if (taken.has(domain) || taken.has(name)) return;
    taken.add(domain).add(name);
    market.push({ company: `C${market.length}`, name, domain, country });
  };
  while (market.length < count) {
    const head = madeWord(random);
    const country = random.pick(countries);
    const kind = random.next();
    if (kind < 0.45) add(head, head, country);
    else if (kind < 0.75) add(`${head} ${random.pick(trades)}`, head, country);
    else if (kind < 0.85) {
      const name = `${random.pick(qualities)} ${head}`;
      add(name, name, country);
    } else {
      // A family: one word, several companies.
      for (let many = random.between(2, 4); many > 0; many -= 1) {
        const name = `${head} ${random.pick(trades)}`;
        add(name, name, random.pick(countries));
      }
    }
  }
  return market;
}

/** Both lists, each row labelled with its company, and in each list subsidiaries that are companies of their own. */
export function noisyLists(market: readonly Base[], random: Chance, noise: Noise) {
  const ours: Labelled[] = [];
  const theirs: Labelled[] = [];
  for (const base of market) {
    const side = random.next();
    const isBoth = side < noise.common;
    for (const [list, prefix, wants] of [
      [ours, 'A', isBoth || side < (1 + noise.common) / 2],
      [theirs, 'B', isBoth || side >= (1 + noise.common) / 2],
    ] as const) {
      if (!wants) continue;
      for (let copies = random.happens(noise.twice) ? 2 : 1; copies > 0; copies -= 1) {
        list.push({
          company: base.company,
          row: noisyRow(base, `${prefix}${list.length + 1}`, random, noise),
        });
      }
      if (!isBoth && random.happens(0.05)) list.push(subsidiary(base, `${prefix}${list.length + 1}`, random));
    }
  }
  return { ours, theirs };
}

/** A company of the same name in another country, with a domain of its own or none. */
function subsidiary({ company, name, country }: Base, id: string, random: Chance): Labelled {
  const other = random.pick(countries.filter((one) => one !== country));
  const form = random.pick(forms[other] ?? []);
  const row = listedCompany({ id, name: `${name} ${places[other]} ${form}`, country: other });
  return { company: `${company} in ${other}`, row };
}

function noisyRow({ name, domain, country }: Base, id: string, random: Chance, noise: Noise): ListedCompany {
  const host = domain.split('.')[0] ?? '';
  const web = random.pick([
    domain,
    `https://www.${domain}/`,
    `http://${domain}/en?x=1`,
    domain.toUpperCase(),
  ]);
  const mail = random.happens(0.3) ? random.pick(freeMail) : domain;
  return listedCompany({
    id,
    name: noisyName(name, country, random, noise),
    websites: random.happens(noise.domains) ? [web] : [],
    emails: random.happens(noise.mails) ? [`info@${mail}`, `${host}.sales@${mail}`] : [],
    country: random.happens(noise.countries) ? country : null,
  });
}

function noisyName(name: string, country: string, random: Chance, noise: Pick<Noise, 'names'>): string {
  let words = name.split(' ');
  if (random.happens(noise.names)) {
    const kind = random.next();
    if (kind < 0.4) words = misspelled(words, random);
    else if (kind < 0.6) words = words.map((word) => shortForms[word] ?? word);
    else if (kind < 0.7 && words.length > 1) words = [...words.slice(1), ...words.slice(0, 1)];
    else if (kind < 0.8) words = [words.join(random.pick(['', '-', '  ']))];
    else words.push(random.pick(notes));
  }
  const isNoted = notes.some((note) => words.includes(note));
  if (!isNoted && random.happens(0.6)) words.push(random.pick(forms[country] ?? ['Inc']));
  const text = words.join(' ');
  const casing = random.next();
  return casing < 0.1 ? text.toUpperCase() : casing < 0.2 && !isNoted ? text.toLowerCase() : text;
}

/** One slip of the fingers in a word of six letters or more; shorter names stay as they are. */
function misspelled(words: readonly string[], random: Chance): string[] {
  const long = words.flatMap((word, at) => (word.length >= 6 ? [at] : []));
  if (long.length === 0) return [...words];
  const at = random.pick(long);
  return words.map((word, index) => (index === at ? slipped(word, random) : word));
}

function slipped(word: string, random: Chance): string {
  const letters = [...word];
  const at = random.between(1, letters.length - 2);
  const kind = random.between(0, 3);
  if (kind === 0) letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
  if (kind === 1) letters.splice(at, 1);
  if (kind === 2) letters.splice(at, 0, letters[at] ?? 'e');
  if (kind === 3) letters[at] = random.pick([...'aeioulrnst']);
  return letters.join('');
}

/** How good the decisions are against the labels. Asks are counted apart: they are neither right nor wrong. */
export function measured(
  lists: { readonly ours: readonly Labelled[]; readonly theirs: readonly Labelled[] },
  pairs: readonly {
    readonly ours: ListedCompany;
    readonly theirs: ListedCompany;
    readonly decision: string;
  }[],
) {
  const companyOf = new Map([...lists.ours, ...lists.theirs].map(({ company, row }) => [row.id, company]));
  const rowsOf = (list: readonly Labelled[]) => {
    const counts = new Map<string, number>();
    for (const { company } of list) counts.set(company, (counts.get(company) ?? 0) + 1);
    return counts;
  };
  const theirs = rowsOf(lists.theirs);
  let truth = 0;
  for (const [company, rows] of rowsOf(lists.ours)) truth += rows * (theirs.get(company) ?? 0);
  const isRight = (pair: (typeof pairs)[number]) =>
    companyOf.get(pair.ours.id) === companyOf.get(pair.theirs.id);
  const matches = pairs.filter(({ decision }) => decision === 'match');
  const asks = pairs.filter(({ decision }) => decision === 'ask');
  const right = matches.filter(isRight).length;
  const rightAsks = asks.filter(isRight).length;
  const precision = matches.length === 0 ? 1 : right / matches.length;
  const recall = truth === 0 ? 1 : right / truth;
  return {
    truth,
    matches: matches.length,
    asks: asks.length,
    rightAsks,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    /** What is found by a match or by asking. */
    found: truth === 0 ? 1 : (right + rightAsks) / truth,
    wrong: matches.filter((pair) => !isRight(pair)),
  };
}
