/**
 * From what a rep typed to a registration (method 6). A submission is taken in whole or answered with every error at
 * once; a draft is taken in as it is, so that nothing typed is lost. HTML and anything else that looks like code is text.
 *
 * Handbook: docs/handbook/registration.md
 */

import { type LocalDate, parseLocalDate } from '#core/calendar.ts';
import { type CurrencyCode, type Money, parseCurrencyCode } from '#core/money.ts';
import { domainKey } from '#core/opportunity/account-name.ts';
import { countries } from './countries.ts';
import type { FormInput, RegistrationForm, WantedRole } from './form.ts';
import { productKey } from './protection.ts';

/** A registration that is complete. Null: not asked, or left empty where that is allowed. */
export type Submission = {
  readonly legalName: string | null;
  /** As it was typed; `accountKeys` makes the key of it. */
  readonly domain: string | null;
  readonly country: string | null;
  readonly contactName: string | null;
  readonly contactRole: string | null;
  readonly contactMail: string | null;
  /** Products of the page, as the page spells them; none: the whole account. */
  readonly products: readonly string[];
  readonly useCase: string | null;
  readonly value: Money | null;
  readonly closeOn: LocalDate | null;
  readonly evidence: string | null;
  readonly evidenceLinks: readonly string[];
  readonly nextStep: string | null;
  readonly nextStepOn: LocalDate | null;
  readonly consent: boolean;
  readonly role: WantedRole | null;
  readonly currentVendor: string | null;
  readonly competitors: string | null;
  readonly services: string | null;
  readonly own: Readonly<Record<string, string | number | boolean>>;
};

export type FormErrorCode =
  | 'required'
  | 'not_confirmed'
  | 'too_long'
  | 'too_many'
  | 'hidden_characters'
  | 'not_text'
  | 'not_a_domain'
  | 'not_a_country'
  | 'not_a_mail'
  | 'not_an_amount'
  | 'not_a_currency'
  | 'not_a_day'
  | 'day_past'
  | 'not_a_number'
  | 'not_a_choice'
  | 'not_a_link'
  | 'not_yes_or_no'
  | 'not_asked'
  | 'not_a_form';

/** What is wrong with one input. The catalogue turns it into what was expected and what to do. */
export type FormError = {
  /** The key of the input: `closeOn`, `own.budget`, `evidenceLinks[1]`; empty for the whole. */
  readonly path: string;
  readonly code: FormErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** What came in, shortened. */
  readonly found: string;
};

export type ParsedSubmission =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** Enough to mend a form; a hostile one is not worth more. */
const mostErrors = 50;
/** What a draft keeps of one text; more is refused, never cut. */
const mostInDraft = 20_000;

type Values = Readonly<Record<string, unknown>>;
type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: FormError[] };

/**
 * Method 6: the registration, or everything that is wrong with it. `today` is the day in the organization's time zone: a
 * close and a next step lie on it or later. Input that is not asked is an error, so that nobody believes it was read.
 */
export function parseSubmission(form: RegistrationForm, input: unknown, today: LocalDate): ParsedSubmission {
  if (!isObject(input)) return { ok: false, errors: [error('', 'not_a_form', input)] };
  const own = input.own ?? {};
  if (!isObject(own)) return { ok: false, errors: [error('own', 'not_a_form', own)] };
  const errors: FormError[] = [];
  const values: Record<string, unknown> = {};
  const ownValues: Record<string, string | number | boolean> = {};
  for (const { inputs, ownLabel } of form.fields) {
    for (const one of inputs) {
      const isOwn = ownLabel !== null;
      const path = isOwn ? `own.${one.key}` : one.key;
      const read = readInput(one, memberOf(isOwn ? own : input, one.key), path, today);
      if (!read.ok) errors.push(...read.errors);
      else if (isOwn && read.value !== null) ownValues[one.key] = read.value as string | number | boolean;
      else if (!isOwn) values[one.key] = read.value;
    }
  }
  errors.push(...notAsked(form, input, own));
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, mostErrors) };
  return { ok: true, submission: { ...emptySubmission, ...values, own: ownValues } };
}

export type ParsedDraft =
  | {
      readonly ok: true;
      /** What to keep, as it came. */
      readonly kept: Values;
      /** What a submission would still say, for a form that shows it beside the fields. */
      readonly missing: readonly FormError[];
    }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** Method 6: a draft. Anything is kept as it was typed; only what no database can hold, or what is far too long, is refused. */
export function parseDraft(form: RegistrationForm, input: unknown, today: LocalDate): ParsedDraft {
  if (!isObject(input)) return { ok: false, errors: [error('', 'not_a_form', input)] };
  const own = input.own ?? {};
  if (!isObject(own)) return { ok: false, errors: [error('own', 'not_a_form', own)] };
  const errors = [...unkeepable(input, ''), ...notAsked(form, input, own)];
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, mostErrors) };
  const parsed = parseSubmission(form, input, today);
  return { ok: true, kept: input, missing: parsed.ok ? [] : parsed.errors };
}

/** A registration of which nothing is said. */
export const emptySubmission: Submission = {
  legalName: null,
  domain: null,
  country: null,
  contactName: null,
  contactRole: null,
  contactMail: null,
  products: [],
  useCase: null,
  value: null,
  closeOn: null,
  evidence: null,
  evidenceLinks: [],
  nextStep: null,
  nextStepOn: null,
  consent: false,
  role: null,
  currentVendor: null,
  competitors: null,
  services: null,
  own: {},
};

function readInput(input: FormInput, value: unknown, path: string, today: LocalDate): Read {
  const isList = input.kind === 'products' || input.kind === 'links';
  const isEmpty =
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (isList && Array.isArray(value) && value.length === 0);
  if (isEmpty) {
    if (input.isRequired) return bad(path, input.kind === 'yes' ? 'not_confirmed' : 'required', value);
    return good(isList ? [] : input.key === 'consent' ? false : null);
  }
  switch (input.kind) {
    case 'amount':
      return readAmount(value, path);
    case 'yes':
      if (typeof value !== 'boolean') return bad(path, 'not_yes_or_no', value);
      return input.isRequired && input.key === 'consent' && !value
        ? bad(path, 'not_confirmed', value)
        : good(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? good(value)
        : bad(path, 'not_a_number', value);
    case 'products':
    case 'links':
      return readList(input, value, path);
    default:
      return readText(input, value, path, today);
  }
}

function readText(input: FormInput, value: unknown, path: string, today: LocalDate): Read {
  if (typeof value !== 'string') return bad(path, 'not_text', value);
  const lines = value.replace(/\r\n?/g, '\n');
  const text = (input.kind === 'long' ? lines : lines.replace(/[\n\t]+/g, ' ')).normalize('NFC').trim();
  if (!isStorable(text)) return bad(path, 'hidden_characters', value);
  switch (input.kind) {
    case 'country': {
      const code = text.toUpperCase();
      return countries.has(code) ? good(code) : bad(path, 'not_a_country', value);
    }
    case 'day': {
      const day = parseLocalDate(text);
      if (day === null) return bad(path, 'not_a_day', value);
      const isAhead = input.key === 'closeOn' || input.key === 'nextStepOn';
      return isAhead && day < today ? bad(path, 'day_past', value, { today }) : good(day);
    }
    case 'choice':
      return input.options.includes(text)
        ? good(text)
        : bad(path, 'not_a_choice', value, { options: input.options.join(', ') });
    default:
  }
  if ([...text].length > input.most) {
    return bad(path, 'too_long', value, { most: input.most, length: [...text].length });
  }
  if (input.kind === 'domain' && domainKey(text) === null) return bad(path, 'not_a_domain', value);
  if (input.kind === 'mail' && !isMail(text)) return bad(path, 'not_a_mail', value);
  if (input.kind === 'link' && !isLink(text)) return bad(path, 'not_a_link', value);
  return good(text);
}

function readList(input: FormInput, value: unknown, path: string): Read {
  if (!Array.isArray(value)) return bad(path, 'not_a_choice', value, { options: input.options.join(', ') });
  if (value.length > Math.max(input.most, input.options.length)) {
    return bad(path, 'too_many', value, { most: Math.max(input.most, input.options.length) });
  }
  const errors: FormError[] = [];
  const items = new Set<string>();
  for (const [index, item] of value.entries()) {
    const at = `${path}[${index}]`;
    if (typeof item !== 'string') errors.push(error(at, 'not_text', item));
    else if (input.kind === 'links') {
      if (isLink(item.trim())) items.add(item.trim());
      else errors.push(error(at, 'not_a_link', item));
    } else {
      const known = input.options.find((option) => productKey(option) === productKey(item));
      if (known === undefined) {
        errors.push(error(at, 'not_a_choice', item, { options: input.options.join(', ') }));
      } else items.add(known);
    }
  }
  return errors.length > 0 ? { ok: false, errors } : good([...items]);
}

function readAmount(value: unknown, path: string): Read {
  if (!isObject(value)) return bad(path, 'not_an_amount', value);
  const { amountMinor, currency } = value;
  if (typeof amountMinor !== 'number' || !Number.isSafeInteger(amountMinor) || amountMinor < 0) {
    return bad(path, 'not_an_amount', amountMinor);
  }
  const code: CurrencyCode | null = typeof currency === 'string' ? parseCurrencyCode(currency) : null;
  if (code === null) return bad(path, 'not_a_currency', currency);
  return good({ minor: amountMinor, currency: code });
}

function notAsked(form: RegistrationForm, input: Values, own: Values): FormError[] {
  const asked = new Set(['own']);
  const ownAsked = new Set<string>();
  for (const { inputs, ownLabel } of form.fields) {
    for (const { key } of inputs) (ownLabel === null ? asked : ownAsked).add(key);
  }
  const odd = (values: Values, known: ReadonlySet<string>, before: string) =>
    Object.keys(values)
      .filter((key) => !known.has(key) && values[key] !== undefined && values[key] !== null)
      .slice(0, mostErrors)
      .map((key) => error(`${before}${shorten(key, 40)}`, 'not_asked', values[key]));
  return [...odd(input, asked, ''), ...odd(own, ownAsked, 'own.')];
}

/** What cannot be kept even in a draft, at any depth; three levels are all that a form has. */
function unkeepable(value: unknown, path: string, depth = 0): FormError[] {
  if (typeof value === 'string') {
    if (value.length > mostInDraft) {
      return [error(path, 'too_long', value, { most: mostInDraft, length: value.length })];
    }
    return isWellFormed(value) && !value.includes('\u0000') ? [] : [error(path, 'hidden_characters', value)];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (depth === 3) return [error(path, 'not_a_form', value)];
  const members = Object.entries(value);
  if (members.length > 200) return [error(path, 'too_many', value, { most: 200 })];
  return members.flatMap(([key, member]) => [
    ...unkeepable(key, path, depth + 1),
    ...unkeepable(member, path === '' ? key : `${path}.${shorten(key, 40)}`, depth + 1),
  ]);
}

/** Everything but characters that a database or a terminal takes for orders. Line breaks and tabs are fine. */
function isStorable(text: string): boolean {
  return isWellFormed(text) && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}

/** Whether every half of a pair of surrogates has its other half; a database refuses text where it has not. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function isMail(text: string): boolean {
  const [, host] = /^[^\s@<>"]{1,64}@([^\s@<>"]+)$/.exec(text) ?? [];
  return host !== undefined && domainKey(host) === host.toLowerCase().replace(/^www\./, '');
}

function isLink(text: string): boolean {
  return text.length <= 2000 && /^https?:\/\/[^\s"<>\\]+$/i.test(text) && domainKey(text) !== null;
}

/** A member of the object itself, never of its prototype. */
function memberOf(values: Values, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function good(value: unknown): Read {
  return { ok: true, value };
}

function bad(path: string, code: FormErrorCode, found: unknown, params: FormError['params'] = {}): Read {
  return { ok: false, errors: [error(path, code, found, params)] };
}

function error(
  path: string,
  code: FormErrorCode,
  found: unknown,
  params: FormError['params'] = {},
): FormError {
  return { path, code, params, found: shown(found) };
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return shorten(value, 80);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? `[${value.length}]` : '{}';
}

function shorten(text: string, most: number): string {
  const letters = [...text.slice(0, most * 2 + 2)];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
}
