import fc from 'fast-check';
import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import type { Field, ScalarField } from '#core/program/field.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';

type Unit = string | undefined;

/** Bodies of a page, made from its fields: everything that a person could have put there, and nothing else. */
export function arbitraryPage<Word extends PageWord>(word: Word): fc.Arbitrary<ProgramDocument[Word]> {
  return recordOf(pages[word].fields as Readonly<Record<string, Field>>) as unknown as fc.Arbitrary<
    ProgramDocument[Word]
  >;
}

/** Whole programs. */
export function arbitraryDocument(): fc.Arbitrary<ProgramDocument> {
  const all = Object.fromEntries(pageWords.map((word) => [word, arbitraryPage(word)]));
  return fc.record(all) as unknown as fc.Arbitrary<ProgramDocument>;
}

function recordOf(fields: Readonly<Record<string, Field>>, unit?: Unit): fc.Arbitrary<unknown> {
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, anyOf(field, unit)])),
    {
      noNullPrototype: true,
    },
  );
}

function anyOf(field: Field, unit: Unit): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'group':
      return recordOf(field.fields);
    case 'grid':
      return fc.record(
        Object.fromEntries(
          Object.entries(field.rows).map(([key, row]) => [key, recordOf(field.columns, row.unit)]),
        ),
        { noNullPrototype: true },
      );
    case 'table':
      return fc.array(recordOf(field.columns), { maxLength: Math.min(field.most, 4) });
    case 'series':
      return fc.tuple(...field.labels.map(() => scalarOf(field.of, unit)));
    default:
      return scalarOf(field, unit);
  }
}

function scalarOf(field: ScalarField, unit: Unit): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return text(field.lines, field.most);
    case 'flag':
      return fc.boolean();
    case 'choice':
      return open(field.default, fc.constantFrom(...Object.keys(field.options)));
    case 'date':
      return open(field.default, day);
    case 'money':
      return open(field.default, money);
    case 'share':
      return open(field.default, between(field.least, field.most));
    case 'number':
      return open(
        field.default,
        field.isWhole ? fc.integer({ min: field.least, max: field.most }) : between(field.least, field.most),
      );
    case 'measure':
      if (unit === 'money') return open(field.default, money);
      return open(field.default, unit === 'share' ? between(-1, 10) : between(0, 1_000_000));
  }
}

const open = (standard: unknown, values: fc.Arbitrary<unknown>) =>
  standard === null ? fc.option(values) : values;
const money = fc.maxSafeNat();
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const between = (least: number, most: number) =>
  fc.double({ min: least, max: most, noNaN: true }).map((number) => (number === 0 ? 0 : number));

/** What is hard to write in YAML: words that look like something else, comments, quotes, breaks, odd letters. */
const awkward = [
  ...['', ' ', 'null', 'true', 'no', '~', '5', '0x1f', '1e3', '2027-03-31', '# not a comment', 'key: value'],
  ...[
    '- item',
    '"quoted"',
    "it's",
    '{a: b}',
    '[1]',
    '&anchor',
    '*alias',
    '!tag',
    '%TAG',
    '@at',
    '`tick`',
    '|',
  ],
  ...[
    '>',
    '---',
    '...',
    'ends with space ',
    ' begins with space',
    'tab\there',
    'ąЖ€–’',
    '🤝',
    'a: b # c',
    '?',
    ':',
  ],
];
const linesOf = [
  ...['two\nlines', 'ends with a break\n', '\nbegins with one', 'three\n\n\nbreaks', '  indented\nthen not'],
  ...['a\r\nb', 'trailing \n spaces \n', '# like a comment\n# twice', '\n', '\t\n\t', 'x'.repeat(200)],
];

function text(lines: 'one' | 'many', most: number): fc.Arbitrary<string> {
  const fits = (value: string) => [...value].length <= most;
  const letters = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((value) => !/[\u0000-\u001f\u007f-\u009f]/.test(value));
  const known = fc.constantFrom(...awkward, ...(lines === 'many' ? linesOf : []));
  return fc.oneof(known, letters).filter(fits);
}
