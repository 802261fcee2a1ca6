type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A body as it goes over the wire, and what is odd about it. */
export type Odd = { readonly name: string; readonly text: string };

const NUL = String.fromCharCode(0);
const LONE = '\\ud800';

/** Values that no field expects, as JSON text. */
const oddValues: readonly Odd[] = [
  { name: 'a NUL character', text: '"a\\u0000b"' },
  { name: 'a lone surrogate', text: `"a${LONE}b"` },
  { name: 'a reversed surrogate pair', text: '"\\udc00\\ud800"' },
  { name: 'a text of 100,000 characters', text: JSON.stringify('x'.repeat(100_000)) },
  { name: 'an empty text', text: '""' },
  { name: 'text against the reading direction', text: JSON.stringify('\u202e\u200b😀') },
  { name: 'markup', text: JSON.stringify('<script>alert(1)</script>') },
  { name: 'a number', text: '7' },
  { name: 'a negative number', text: '-1' },
  { name: 'a fraction', text: '0.5' },
  { name: 'the largest safe integer', text: '9007199254740991' },
  { name: 'more than a double holds', text: '1e400' },
  { name: 'null', text: 'null' },
  { name: 'true', text: 'true' },
  { name: 'a list', text: '[]' },
  { name: 'a list of an odd text', text: '["a\\u0000b"]' },
  { name: 'an object', text: '{}' },
  {
    name: 'an object with a prototype',
    text: '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
  },
  { name: 'a date that is none', text: '"2026-02-30"' },
  { name: 'the last of all dates', text: '"9999-12-31"' },
  { name: 'the first of all dates', text: '"0001-01-01"' },
];

/** Every path of a body to a value in it, the values inside lists and objects too. */
function pathsOf(value: Json, path: readonly string[] = []): string[][] {
  const own = path.length > 0 ? [[...path]] : [];
  if (value === null || typeof value !== 'object') return own;
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

const MARK = '@@here@@';

/** The body as text with the value at a path replaced by a text that need not be JSON. */
function replaced(body: Json, path: readonly string[], text: string): string {
  const copy = structuredClone(body) as Record<string, Json>;
  let inner = copy;
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, Json>;
  inner[path.at(-1) ?? ''] = MARK;
  return JSON.stringify(copy).replace(`"${MARK}"`, () => text);
}

/** A good body with one field spoilt at a time, in every way. `more` are fields that the good body leaves out. */
export function spoiltFields(good: object, more: readonly string[]): Odd[] {
  const paths = [...pathsOf(good as Json), ...more.filter((name) => !(name in good)).map((name) => [name])];
  return paths.flatMap((path) =>
    oddValues.map(({ name, text }) => ({
      name: `${path.join('.')} is ${name}`,
      text: replaced(good as Json, path, text),
    })),
  );
}

/** Bodies that are odd as a whole, around a good one. */
export function oddBodies(good: object): Odd[] {
  const inside = JSON.stringify(good).slice(1);
  const rest = inside === '}' ? inside : `,${inside}`;
  const deep = 50_000;
  return [
    { name: 'nothing', text: '' },
    { name: 'null', text: 'null' },
    { name: 'a text', text: '"text"' },
    { name: 'a list', text: '[]' },
    { name: 'a number', text: '1' },
    { name: 'half of an object', text: '{"a":' },
    { name: 'a NUL character outside of a text', text: `{${NUL}}` },
    { name: 'lists in lists in lists', text: '['.repeat(deep) + ']'.repeat(deep) },
    {
      name: 'objects in objects in an unknown field',
      text: `{"deep":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}${rest}`,
    },
    { name: 'a prototype', text: `{"__proto__":{"isAdmin":true}${rest}` },
    { name: 'a constructor', text: `{"constructor":{"prototype":{"isAdmin":true}}${rest}` },
    { name: 'unknown fields', text: `{"isAdmin":true,"orgId":"x","org_id":"x","roles2":["cro"]${rest}` },
    { name: 'an unknown field of 900 kB', text: `{"long":"${'x'.repeat(900_000)}"${rest}` },
    { name: 'more than a megabyte', text: `{"long":"${'x'.repeat(1_100_000)}"${rest}` },
    { name: 'every field twice', text: `{${inside.slice(0, -1)}${inside === '}' ? '' : ','}${inside}` },
  ];
}

/** What may be wrong with a text in an address, already encoded. */
export const oddAddressTexts: readonly string[] = [
  '%00',
  'a%00b',
  '%ff',
  '%ed%a0%80',
  '..%2f..%2f',
  '%27%20or%201=1--',
  'x'.repeat(150),
  '-1',
  '1e400',
  '9007199254740993',
  '9'.repeat(30),
  '0001-01-01',
  '9999-12-31',
  '__proto__',
  '%F0%9F%98%80',
];
