import { countries } from '#core/registration/countries.ts';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** What people write that no list of names has. */
const otherNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  usa: 'US',
  unitedstatesofamerica: 'US',
  holland: 'NL',
  czechrepublic: 'CZ',
};

let byName: ReadonlyMap<string, string> | null = null;

/** The code of two letters of a country: by the code itself, or by its name in English or German; null for anything else. */
export function countryOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (countries.has(code)) return code;
  byName ??= new Map([
    ...['en', 'de'].flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region' });
      return [...countries].map((one): [string, string] => [fold(names.of(one) ?? one), one]);
    }),
    ...Object.entries(otherNames),
  ]);
  return byName.get(fold(text)) ?? null;
}
