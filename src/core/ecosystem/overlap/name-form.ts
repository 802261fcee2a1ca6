/**
 * A company's name as it is compared: without what people write beside a name, without its legal form, its words in
 * full. A name that carries another one (“Alphabet (formerly Google)”) gives both.
 *
 * Handbook: docs/handbook/overlap.md
 */

import { companyNameKey } from '#core/opportunity/account-name.ts';
import { inLatin, isPlain } from '../confusable.ts';
import { splitLegalForm } from '../legal-form.ts';
import { isOneSlip } from './vocabulary.ts';
import { inFull, saysNothing } from './words-of-trade.ts';

/** A spelling of a name. `words` are never empty; `joined` is them written together. */
export type NameForm = {
  readonly words: readonly string[];
  readonly joined: string;
  /** Legal forms that stood in it, folded; empty where there was none. */
  readonly legalForm: string;
};

const remark =
  'do not use|dnu|donotuse|duplicate|dup|dupe|old|inactive|closed|test|deprecated|merged|archived?|obsolete|deleted?|bad data|bad|void|invalid|ex customer|former customer|lost|churned|on hold|hold|blocked|bankrupt|out of business|see note|use other';
const bracketed = new RegExp(`[([{]\\s*(?:${remark})\\b[^)\\]}]*[)\\]}]`, 'giu');
const atTheEnd = new RegExp(`\\s*(?:[-–—|:/*#]+)\\s*(?:${remark})\\W*$`, 'iu');
const atTheStart = new RegExp(`^\\W*(?:${remark})\\s*[-–—|:/*#]+\\s*`, 'iu');
/** What people put before a name so that it stands last in a list, and signs around it. */
const sunk = /^(?:z{2,}|x{2,}|[*#_.~!+\-–—\s]+)[\s_.\-:]+(?=\S)|^[*#_~!]+|[*#_~!]+$/giu;
/** A name in which nothing can be a remark. */
const bareName = /^(?!\s*(?:z{2}|x{2}))[\p{L}\p{N}\s.,&'’]*$/iu;
const formerly =
  /\b(?:formerly(?: known as)?|f\/?k\/?a|previously|ehemals|vormals|also known as|a\/?k\/?a|doing business as|d\/?b\/?a|trading as|t\/a)\b[:.]?\s*/iu;
const asianForms =
  /株式会社|有限会社|合同会社|（株）|\(株\)|㈱|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|㈜|\(주\)/gu;

/** Every spelling in a name, the main one first; none where nothing but a remark stands there. */
export function nameForms(name: string): NameForm[] {
  const bare = withoutRemarks(name);
  const pieces = spellingsIn(bare);
  const forms = pieces.map(formOf).filter((form) => form !== null);
  const seen = new Set<string>();
  return forms.filter(({ joined }) => !seen.has(joined) && seen.add(joined));
}

/** A name without remarks about the record: “Acme (DO NOT USE)” is Acme. */
export function withoutRemarks(name: string): string {
  let bare = name.normalize('NFKC').replace(bracketed, ' ');
  // Nearly every name is letters and blanks alone, and no remark stands without a sign beside it.
  if (bareName.test(bare)) return bare.trim();
  for (;;) {
    const next = bare.trim().replace(atTheEnd, '').replace(atTheStart, '').replace(sunk, '');
    if (next === bare) return bare;
    bare = next;
  }
}

/** The name, the name without what stands in brackets, what stands there, and the names before and after “formerly”. */
function spellingsIn(name: string): string[] {
  const [, before = '', inside = '', after = ''] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(name) ?? [];
  if (inside.trim() === '') {
    const parts = name.split(formerly).map(trimmed);
    return parts.filter((part) => part !== '');
  }
  const outer = `${before} ${after}`;
  const other = inside.replace(new RegExp(`^\\s*${formerly.source}`, 'iu'), '');
  // A short word in brackets belongs to the name (“Acme (UK) Ltd”); a longer text is another name.
  const isName = other.trim().length > 3 && /\p{L}/u.test(other);
  return [isName ? outer : `${before} ${inside} ${after}`, ...(isName ? [other] : [])].flatMap((part) =>
    part.split(formerly).map(trimmed),
  );
}

function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^[,;:/-]+|[,;:/-]+$/gu, '')
    .trim();
}

function formOf(text: string): NameForm | null {
  if (text === '') return null;
  const plain = isPlain(text) ? text : withoutAsianForms(text);
  const folded = companyNameKey(plain.replace(ampersand, '$1$2'));
  const { core, form } = splitLegalForm(inLatin(folded));
  const all = lettersTogether(core.split(' ').filter((word) => word !== ''));
  const named = all.filter((word) => !saysNothing(word) && !isLegalForm(word));
  const telling = named.map(inFull);
  const words = [...new Set(telling.length > 0 ? telling : all)];
  if (words.length === 0 || !/[\p{L}\p{N}]/u.test(core)) return null;
  return { words: words.slice(0, 12), joined: words.join(''), legalForm: form };
}

/** AT&T and H&M are one word; Procter & Gamble are two. */
const ampersand = /(?<![\p{L}\p{N}])(\p{L}{1,2})&(\p{L}{1,2})(?![\p{L}\p{N}])/gu;

/** Single letters that follow each other are one word: J P Morgan, L-3. */
function lettersTogether(words: readonly string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isSingle = [...word].length === 1;
    if (isSingle && isOpen) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
    isOpen = isSingle;
  }
  return joined;
}

/** Legal forms that mean nothing else, wherever they stand; the longer ones mistyped as well. */
const plainForms =
  'inc incorporated corp corporation llc ltd limited plc gmbh co company llp group holding holdings'.split(
    ' ',
  );
const longForms = plainForms.filter((form) => form.length >= 5);
const isPlainForm = new Set(plainForms);

function isLegalForm(word: string): boolean {
  return isPlainForm.has(word) || longForms.some((form) => isOneSlip(form, word));
}

function withoutAsianForms(text: string): string {
  const bare = text.replace(asianForms, ' ').trim();
  return bare === '' ? text : bare;
}

/** Where companies of this legal form are registered, as far as the form says it; empty where it does not. */
export function homeOfForm(legalForm: string): string {
  for (const word of legalForm.split(' ')) {
    const home = homes.get(word);
    if (home !== undefined) return home;
  }
  return '';
}

const homes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'inc incorporated corp corporation llc',
    gb: 'ltd limited plc',
    de: 'gmbh mbh ag kg kgaa ohg ug ev gbr',
    fr: 'sas sasu sarl eurl',
    it: 'spa srl srls',
    es: 'sl slu sll',
    nl: 'bv nv',
    se: 'ab',
    dk: 'aps',
    no: 'asa',
    fi: 'oy oyj',
    pl: 'zoo',
    cz: 'sro',
    hu: 'kft zrt nyrt',
    ru: 'ooo oao zao pao',
    in: 'pvt',
    au: 'pty',
    jp: 'kk',
    br: 'ltda eireli',
  }).flatMap(([home, forms]) => forms.split(' ').map((form) => [form, home] as const)),
);
