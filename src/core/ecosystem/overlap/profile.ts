/**
 * What is compared of a listed company, with its texts as numbers.
 *
 * Handbook: docs/handbook/overlap.md
 */

import { domainKey } from '#core/opportunity/account-name.ts';
import type { ReadHost } from '../account-key.ts';
import { commonHosts } from '../common-hosts.ts';
import type { ListedCompany } from './listed-company.ts';
import { homeOfForm, nameForms } from './name-form.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';

/** A spelling of a name by the numbers of its words and of them written together. */
export type SpelledName = {
  readonly words: readonly number[];
  readonly joined: number;
  readonly initials: number;
  readonly home: string;
};

export type CompanyProfile = {
  readonly names: readonly SpelledName[];
  /** Registrable domains of its sites and of its people's mail, without hosts that anybody uses. */
  readonly domains: readonly number[];
  /** The first labels of them: `acme` of acme.co.uk. */
  readonly brands: readonly number[];
  readonly country: string | null;
  readonly city: number;
  readonly lei: number;
  readonly duns: number;
  readonly linkedin: number;
};

/** The two lists as profiles, and the words and keys that stand behind the numbers. */
export type Profiles = {
  readonly lists: readonly [readonly CompanyProfile[], readonly CompanyProfile[]];
  readonly words: Vocabulary;
  readonly keys: Vocabulary;
};

/** No such text. */
export const none = -1;

/** Reads both lists. Each word and key is counted once for each company that has it. */
export function profilesOf(
  lists: readonly [readonly ListedCompany[], readonly ListedCompany[]],
  readHost: ReadHost,
): Profiles {
  const words = vocabulary();
  const keys = vocabulary();
  const hosts = new Map<string, Domain | null>();
  const seen = new Set<string>();
  const domainOf = (text: string): Domain | null => {
    const host = domainKey(text);
    if (host === null) return null;
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const read = registrableOf(host, readHost);
    hosts.set(host, read);
    return read;
  };
  const profile = (company: ListedCompany, side: 0 | 1): CompanyProfile => {
    const domains = [...company.websites, ...company.emails].map(domainOf).filter((one) => one !== null);
    const spelled = [company.name, ...company.otherNames].flatMap(nameForms);
    // A row without a name is called by its domain.
    const forms = spelled.length > 0 ? spelled : domains.flatMap(({ brand }) => nameForms(brand));
    const names = forms.map((form) => ({
      words: form.words.map((word) => words.numberOf(word)),
      joined: keys.numberOf(`name:${form.joined}`),
      initials: form.words.length < 3 ? none : keys.numberOf(`name:${initials(form.words)}`),
      home: homeOfForm(form.legalForm),
    }));
    const made = {
      names,
      domains: unique(domains.map(({ name }) => keys.numberOf(`domain:${name}`))),
      brands: unique(domains.map(({ brand }) => (brand.length < 3 ? none : keys.numberOf(`name:${brand}`)))),
      country: company.country,
      city: keyed(keys, 'city', company.city.trim().toLowerCase()),
      lei: keyed(keys, 'lei', company.lei.toUpperCase().replace(/[^A-Z0-9]/g, '')),
      duns: keyed(keys, 'duns', company.duns.replace(/\D/g, '').replace(/^0+/, '')),
      linkedin: keyed(keys, 'linkedin', linkedinSlug(company.linkedin)),
    };
    // A row that stands twice in a list makes its words no commoner.
    const spellings = made.names.map((name) => name.joined).join();
    const double = `${side} ${spellings} ${made.domains.join()} ${made.country} ${made.city} ${made.lei} ${made.duns} ${made.linkedin}`;
    if (seen.has(double)) return made;
    seen.add(double);
    for (const word of new Set(made.names.flatMap((name) => name.words))) words.count(word, side);
    const own = [...made.domains, made.city, made.lei, made.duns, made.linkedin];
    for (const key of new Set([...own, ...made.names.map((name) => name.joined)])) {
      if (key !== none) keys.count(key, side);
    }
    return made;
  };
  return {
    lists: [lists[0].map((one) => profile(one, 0)), lists[1].map((one) => profile(one, 1))],
    words,
    keys,
  };
}

type Domain = { readonly name: string; readonly brand: string };

function registrableOf(host: string, readHost: ReadHost): Domain | null {
  const parts = readHost(host);
  if (parts === null || parts.registrable === null || !parts.isPublic) return null;
  const { registrable, ascii } = parts;
  if (commonHosts.has(ascii) || commonHosts.has(registrable)) return null;
  return { name: registrable, brand: (registrable.split('.')[0] ?? '').replaceAll('-', '') };
}

/** The end of the address of a company's page: `acme` of linkedin.com/company/acme/about. */
function linkedinSlug(text: string): string {
  const bare = text.trim().toLowerCase();
  const [, slug] = /linkedin\.com\/(?:company|school|showcase|organization)\/([^/?#\s]+)/.exec(bare) ?? [];
  return slug ?? (/^[\p{L}\p{N}-]+$/u.test(bare) ? bare : '');
}

function initials(words: readonly string[]): string {
  return words.map((word) => [...word][0] ?? '').join('');
}

function keyed(keys: Vocabulary, kind: string, text: string): number {
  return text === '' ? none : keys.numberOf(`${kind}:${text}`);
}

function unique(numbers: readonly number[]): number[] {
  if (numbers.length < 2) return numbers.filter((one) => one !== none);
  return [...new Set(numbers)].filter((one) => one !== none);
}
