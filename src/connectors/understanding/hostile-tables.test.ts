import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importBytes, readBytes } from '../fixtures/import-bytes.ts';
import { parseMapping } from '../mapping/mapping-file.ts';

const header = fc.oneof(
  fc.constantFrom(
    'Opportunity ID',
    'Deal - ID',
    'Stage',
    'Deal - Status',
    'Amount',
    'Close Date',
    'Created Date',
  ),
  fc.constantFrom(
    'Partner',
    'IsWon',
    'IsClosed',
    'Field / Event',
    'New Value',
    'Edit Date',
    'Lead Source',
    'Currency',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'Date entered "X (Y)"',
    'Record ID',
    '""',
    'hasOwnProperty',
  ),
);
const cell = fc.oneof(
  fc.constantFrom(
    'Won',
    'constructor',
    '__proto__',
    '1',
    '0',
    'true',
    '3/4/2026',
    '13/4/2026',
    '1.234',
    '1,5',
    'Stage',
    'a;b',
  ),
  fc.string({ maxLength: 8 }),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('hostile tables', () => {
  it('are understood or refused, and what is suggested is a mapping that fits them', async () => {
    const tables = fc.uniqueArray(header, { minLength: 2, maxLength: 9 }).chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
          minLength: 1,
          maxLength: 9,
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(tables, async ([names, rows]) => {
        const file = `${[names, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
        const { refused } = await readBytes(file);
        if (refused) return;
        const result = await importBytes(file).catch((error: Error) => {
          // What a required question asks for is not in the mapping yet.
          expect(error.message).toMatch(/"path":"columns\./);
          return null;
        });
        if (!result) return;
        expect(parseMapping(JSON.parse(JSON.stringify(result.understanding.mapping))).ok).toBe(true);
        const required = result.understanding.questions.filter((question) => question.required);
        expect(new Set(required.map((question) => question.id)).size).toBe(required.length);
      }),
      { numRuns: 500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
