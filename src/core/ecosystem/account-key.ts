/**
 * By what two records are found to be one account (DR-3): the registrable domain, else name and country. What
 * is only alike is found by blocks (`account-block.ts`) and judged by `nearness`.
 *
 * Where a domain ends (acme.co.uk, and not co.uk) is known outside: whoever calls hands in `ReadHost`.
 *
 * Handbook: docs/handbook/account.md
 */

import { companyNameKey, domainKey } from '#core/opportunity/account-name.ts';
import { commonHosts } from './common-hosts.ts';
import { inLatin, isDisguised, isPlain, mixesScripts, skeleton } from './confusable.ts';
import { splitLegalForm } from './legal-form.ts';

/** A host as the public suffix list sees it. */
export type HostParts = {
  /** In ASCII, as the name servers have it: `xn--mller-kva.de`. */
  readonly ascii: string;
  /** As a person reads it: `müller.de`. */
  readonly shown: string;
  /** What somebody can own: `acme.co.uk` of `shop.acme.co.uk`, in ASCII; null for a suffix alone or an IP address. */
  readonly registrable: string | null;
  /** Whether its suffix is on the list; `intranet.local` is not. */
  readonly isPublic: boolean;
};

/** Reads a host, or null where the text is none. */
export type ReadHost = (host: string) => HostParts | null;

/** What is odd about a domain or a name that was typed. */
export const accountSigns = {
  no_domain: 'there is no web domain',
  not_a_domain: 'it is no web domain',
  common_host: 'many companies share that host',
  mixed_scripts: 'its letters are of several scripts',
  disguised: 'its letters are of another script and look like Latin ones',
  hidden_characters: 'it contains characters that nobody sees',
} as const;
export type AccountSign = keyof typeof accountSigns;

/** What is known of an account when its keys are made. `country` is a code of two letters (ISO 3166-1). */
export type AccountText = {
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
};

/** The keys of an account. Null and empty mean that there is none. */
export type AccountKeys = {
  /** Exact: the registrable domain in ASCII. */
  readonly domain: string | null;
  /** The whole host; differs from the domain for a subdomain. */
  readonly host: string | null;
  /** Exact where there is no domain: the folded name, with its legal form, and the country. */
  readonly nameCountry: string | null;
  /** The name in Latin letters without legal form, its words in order. */
  readonly name: string;
  readonly legalForm: string;
  readonly country: string | null;
  /** What the eye makes of the domain, of its first label and of the name. */
  readonly domainSkeleton: string | null;
  readonly brand: string | null;
  readonly nameSkeleton: string;
  readonly signs: readonly AccountSign[];
};

/** Longer names are compared by their beginning. */
const longest = 200;

/**
 * DR-3: the keys of an account. `shared` are the program's own hosts that many companies share, beside the known ones.
 */
export function accountKeys(
  account: AccountText,
  readHost: ReadHost,
  shared: ReadonlySet<string> = new Set(),
): AccountKeys {
  const country = countryKey(account.country);
  const short = shortened(account.name);
  const key = companyNameKey(short);
  const folded = inLatin(key);
  const { core, form } = splitLegalForm(folded);
  const domain = readDomain(account.domain, readHost, shared);
  const look = domain.registrable === null ? null : skeleton(domain.registrable.shown);
  const nameSigns: AccountSign[] = [];
  if (!isPlain(account.name) && /\p{Cf}/u.test(account.name)) nameSigns.push('hidden_characters');
  if (mixesScripts(short)) nameSigns.push('mixed_scripts');
  return {
    domain: domain.registrable?.ascii ?? null,
    host: domain.registrable === null ? null : domain.host,
    nameCountry: core === '' || country === null ? null : `${folded}|${country}`,
    name: core,
    legalForm: form,
    country,
    domainSkeleton: look,
    brand: look?.split('.')[0] ?? null,
    nameSkeleton: nameSkeleton(key, core),
    signs: [...new Set([...domain.signs, ...nameSigns])],
  };
}

/** The beginning of a name, as it is compared, without what nobody sees. */
function shortened(name: string): string {
  if (isPlain(name)) return name.slice(0, longest);
  return [...name.normalize('NFKC').replace(/\p{Cf}/gu, '')].slice(0, longest).join('');
}

type Domain = {
  readonly host: string | null;
  readonly registrable: { readonly ascii: string; readonly shown: string } | null;
  readonly signs: readonly AccountSign[];
};

function readDomain(text: string | null, readHost: ReadHost, shared: ReadonlySet<string>): Domain {
  const typed = text?.normalize('NFKC').trim() ?? '';
  if (typed === '') return { host: null, registrable: null, signs: ['no_domain'] };
  const signs: AccountSign[] = /\p{Cf}/u.test(typed) ? ['hidden_characters'] : [];
  const host = domainKey(typed.replace(/\p{Cf}/gu, ''));
  const parts = host === null ? null : readHost(host);
  if (parts === null || parts.registrable === null || !parts.isPublic) {
    return { host: null, registrable: null, signs: [...signs, 'not_a_domain'] };
  }
  const { registrable, ascii, shown } = parts;
  const isCommon = (name: string) => commonHosts.has(name) || shared.has(name);
  if (isCommon(ascii) || isCommon(registrable)) {
    return { host: ascii, registrable: null, signs: [...signs, 'common_host'] };
  }
  if (mixesScripts(shown.replaceAll('.', ' '))) signs.push('mixed_scripts');
  // The suffix of a host in other letters may stay Latin, so its own labels are looked at.
  const depth = registrable.split('.').length;
  const shownRegistrable = shown.split('.').slice(-depth).join('.');
  if (isDisguised(shownRegistrable.split('.')[0] ?? '')) signs.push('disguised');
  return { host: ascii, registrable: { ascii: registrable, shown: shownRegistrable }, signs };
}

/** The eye's name, with ae, oe and ue folded to a, o and u: Müller and Mueller are one. */
function nameSkeleton(key: string, core: string): string {
  // A whole word of look-alike letters is read by the eye, not as it is spoken.
  const seen = key.split(' ').some(isDisguised) ? splitLegalForm(skeletonWords(key)).core : core;
  return skeleton(seen).replace(/([aou])e/g, '$1');
}

function skeletonWords(text: string): string {
  return text
    .split(' ')
    .map((word) => skeleton(word))
    .join(' ');
}

function countryKey(country: string | null): string | null {
  const code = country?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}
