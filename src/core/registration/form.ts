/**
 * The form of a registration (method 6): which fields the signed page asks of an archetype, which inputs they are made
 * of, and what is filled in before anybody types.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Archetype } from '#core/program/archetype.ts';
import { productKey } from './protection.ts';
import type { ownFieldKinds } from './registration-form.ts';
import type { RegistrationBody } from './registration-page.ts';

/** A field of the page's list. One field may be several inputs: a contact is a name, a role and a mail. */
export type StandardField = keyof RegistrationBody['form'];

/** What an input takes. `most` is the most characters (code points), values of a list or the largest number. */
export type InputKind =
  | 'text'
  | 'long'
  | 'domain'
  | 'country'
  | 'mail'
  | 'products'
  | 'amount'
  | 'day'
  | 'yes'
  | 'choice'
  | 'number'
  | 'link'
  | 'links';

export type FormInput = {
  /** The key under which it comes in; own fields come in below `own`. */
  readonly key: string;
  readonly kind: InputKind;
  readonly most: number;
  /** The keys that a choice may have; for an own field they are also what is shown. Empty for other kinds. */
  readonly options: readonly string[];
  readonly isRequired: boolean;
};

export type FormField = {
  /** A key of the page's list, or the key of an own field. */
  readonly field: string;
  readonly isRequired: boolean;
  /** The label that the program wrote for a field of its own; null: the label is in the catalogue. */
  readonly ownLabel: string | null;
  readonly inputs: readonly FormInput[];
};

export type RegistrationForm = {
  readonly fields: readonly FormField[];
  readonly consent: string;
  /** The products to choose from, as they are shown; none: the account is protected as a whole. */
  readonly products: readonly string[];
};

/** The roles that a partner may ask for. */
export const wantedRoles = ['introduce', 'sell_together', 'sell', 'deliver'] as const;
export type WantedRole = (typeof wantedRoles)[number];

type Part = {
  readonly key: string;
  readonly kind: InputKind;
  readonly most: number;
  readonly options?: readonly string[];
  /** Asked with the field, and never required. */
  readonly isExtra?: true;
};

/** The inputs of every standard field. Lengths are those of the columns that hold them. */
const partsOf = {
  legalName: [{ key: 'legalName', kind: 'text', most: 200 }],
  domain: [{ key: 'domain', kind: 'domain', most: 253 }],
  country: [{ key: 'country', kind: 'country', most: 2 }],
  contact: [
    { key: 'contactName', kind: 'text', most: 120 },
    { key: 'contactRole', kind: 'text', most: 120 },
    { key: 'contactMail', kind: 'mail', most: 254 },
  ],
  product: [
    { key: 'products', kind: 'products', most: 20 },
    { key: 'useCase', kind: 'text', most: 300 },
  ],
  value: [{ key: 'value', kind: 'amount', most: Number.MAX_SAFE_INTEGER }],
  closeOn: [{ key: 'closeOn', kind: 'day', most: 0 }],
  evidence: [
    { key: 'evidence', kind: 'long', most: 2000 },
    { key: 'evidenceLinks', kind: 'links', most: 5, isExtra: true },
  ],
  nextStep: [
    { key: 'nextStep', kind: 'text', most: 300 },
    { key: 'nextStepOn', kind: 'day', most: 0 },
  ],
  consent: [{ key: 'consent', kind: 'yes', most: 0 }],
  role: [{ key: 'role', kind: 'choice', most: 0, options: wantedRoles }],
  currentVendor: [{ key: 'currentVendor', kind: 'text', most: 200 }],
  competitors: [{ key: 'competitors', kind: 'text', most: 500 }],
  services: [{ key: 'services', kind: 'long', most: 2000 }],
} as const satisfies Record<StandardField, readonly Part[]>;

const lengthOfOwn = {
  text: 300,
  long: 2000,
  number: Number.MAX_SAFE_INTEGER,
  day: 0,
  choice: 0,
  yes: 0,
  link: 2000,
} as const satisfies Record<keyof typeof ownFieldKinds, number>;

type FormPage = Pick<RegistrationBody, 'form' | 'formExceptions' | 'ownFields' | 'products' | 'consent'>;

/** Method 6: whether the page asks the field of the archetype. The last exception that fits decides. */
export function askOf(
  { form, formExceptions }: Pick<FormPage, 'form' | 'formExceptions'>,
  field: StandardField,
  archetype: Archetype | null,
): 'required' | 'optional' | 'off' {
  const exception = formExceptions.findLast(
    (row) => row.field === field && (row.archetype === 'any' || row.archetype === archetype),
  );
  return (exception ?? form[field]).ask;
}

/** Method 6: the form for a partner of that archetype, in the order of the page; consent comes last. */
export function formFor(page: FormPage, archetype: Archetype | null): RegistrationForm {
  const products = productsOf(page);
  const standard = (Object.keys(page.form) as StandardField[]).flatMap((field): FormField[] => {
    const ask = askOf(page, field, archetype);
    if (ask === 'off' || field === 'consent') return [];
    return [standardField(field, ask === 'required', products)];
  });
  const own = page.ownFields
    .filter((row) => row.archetype === 'any' || row.archetype === archetype)
    .map(ownField);
  const consent =
    askOf(page, 'consent', archetype) === 'off' ? [] : [standardField('consent', true, products)];
  return { fields: [...standard, ...own, ...consent], consent: page.consent, products };
}

function productsOf({ products }: Pick<FormPage, 'products'>): readonly string[] {
  const byKey = new Map(products.map(({ product }) => [productKey(product), product.trim()]));
  byKey.delete('');
  return [...byKey.values()];
}

function standardField(field: StandardField, isRequired: boolean, products: readonly string[]): FormField {
  const parts: readonly Part[] = partsOf[field];
  const inputs = parts
    // Without a list of products the account is protected as a whole, and only the use case is asked.
    .filter(({ kind }) => kind !== 'products' || products.length > 0)
    .map(
      ({ key, kind, most, options = [], isExtra }): FormInput => ({
        key,
        kind,
        most,
        options: kind === 'products' ? products : options,
        // Where products are chosen from a list, the words beside it are the rep's own business.
        isRequired: isRequired && isExtra !== true && !(key === 'useCase' && products.length > 0),
      }),
    );
  return { field, isRequired, ownLabel: null, inputs };
}

function ownField({ key, label, holds, options, isRequired }: FormPage['ownFields'][number]): FormField {
  const values = options
    .split(';')
    .map((option) => option.trim())
    .filter((option) => option !== '');
  return {
    field: key.trim(),
    isRequired,
    ownLabel: label.trim(),
    inputs: [
      {
        key: key.trim(),
        kind: holds,
        most: lengthOfOwn[holds],
        options: holds === 'choice' ? [...new Set(values)] : [],
        isRequired,
      },
    ],
  };
}

/** What is known of a rep before it types. */
export type KnownOfRep = {
  readonly archetype: Archetype | null;
  /** The countries of the partner's agreement; null: everywhere. */
  readonly countries: readonly string[] | null;
  readonly lastCountry: string | null;
};

/** Method 6: what the form begins with, so that a rep types less. Nothing here says anything about an account. */
export function prefill(form: RegistrationForm, known: KnownOfRep): Readonly<Record<string, unknown>> {
  const asked = new Set(form.fields.flatMap(({ inputs }) => inputs.map(({ key }) => key)));
  const onlyCountry = known.countries?.length === 1 ? known.countries[0] : undefined;
  const country = onlyCountry ?? known.lastCountry ?? undefined;
  const role: WantedRole | undefined =
    known.archetype === null ? undefined : known.archetype === 'referral' ? 'introduce' : 'sell_together';
  const values = {
    ...(country === undefined ? {} : { country }),
    ...(form.products.length === 1 ? { products: form.products } : {}),
    ...(role === undefined ? {} : { role }),
  };
  return Object.fromEntries(Object.entries(values).filter(([key]) => asked.has(key)));
}
