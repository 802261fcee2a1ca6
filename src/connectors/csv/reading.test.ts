import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../fixtures/import-bytes.ts';
import { isFooter } from './footer.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Acme',
    'Zoë',
    'a,b',
    'x;y',
    'tab\there',
    'pipe|d',
    'say "hi"',
    'two\nlines',
    '=1+1',
    '😀',
    "O'Neil",
    '  spaced ',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replace(/[\0\r\ufeff\ufffd\ud800-\udfff\\]/g, '')),
);
const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
  mark: fc.boolean(),
  end: fc.boolean(),
  piece: fc.integer({ min: 1, max: 400 }),
});

describe('reading a table', () => {
  it('gives back every cell, whatever the dialect and however the bytes come in pieces', async () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, dialects, async (table, { delimiter, newline, encoding, mark, end, piece }) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = table.map((cells, index) => [`D-${index}x`, ...cells].map(quoted).join(delimiter));
        const text =
          ['Record ID', 'Deal Name', 'Stage', 'Owner'].map(quoted).join(delimiter) +
          newline +
          lines.join(newline) +
          (end ? newline : '');
        const bytes = Buffer.from((mark || encoding === 'utf16le' ? '\ufeff' : '') + text, encoding);
        const result = await readBytes(bytes, { piece });
        expect(result.refused).toBeNull();
        expect(result.rows.map((row) => row.cells)).toEqual(
          table.map((cells, index) => [`D-${index}x`, ...cells]),
        );
        expect(result.rows.map((row) => row.row)).toEqual(table.map((_, index) => index + 2));
      }),
      { numRuns: 300 },
    );
  });

  it('never fails on any bytes but by a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.integer({ min: 1, max: 90 }),
        async (bytes, piece) => {
          const result = await readBytes(bytes, { piece });
          expect(result.refused !== null || result.shape !== null).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('counts rows as a spreadsheet does and lines as an editor does', async () => {
    const { rows } = await readBytes('Id,Name\n1,"a\nb\nc"\n\n2,d\n');
    expect(rows.map(({ row, line }) => ({ row, line }))).toEqual([
      { row: 2, line: 2 },
      { row: 4, line: 6 },
    ]);
  });

  it('switches to Windows-1252 where the first odd byte comes late', async () => {
    const head = `Id,Name\n${'1,Acme\n'.repeat(60_000)}`;
    const result = await readBytes(
      Buffer.concat([Buffer.from(head), Buffer.from('2,Caf\u00e9\n', 'latin1')]),
      { piece: 65_536 },
    );
    expect(result.rows.at(-1)?.cells).toEqual(['2', 'Café']);
    expect(result.problems).toMatchObject([{ code: 'encoding', severity: 'note' }]);
  });

  it('follows what the person corrected', async () => {
    const { shape, rows } = await readBytes('a;b\nId;Stage\n1;Won\n', {
      choice: { delimiter: ';', headerRow: 2 },
    });
    expect(shape?.columns.map((column) => column.name)).toEqual(['Id', 'Stage']);
    expect(rows).toMatchObject([{ row: 3, cells: ['1', 'Won'] }]);
  });

  it('reads 2,000 columns, whatever the delimiter', async () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `A rather long column name ${index}`);
    const { shape, rows } = await readBytes(
      `${names.join(';')}\n${names.map((_, index) => `a${index}`).join(';')}\n`,
    );
    expect(shape?.columns).toHaveLength(2_000);
    expect(rows[0]?.cells.at(-1)).toBe('a1999');
  });

  it('is not slowed down by cells made to be slow', async () => {
    const spaces = ' '.repeat(300_000);
    const cells = [
      `-${spaces}x`,
      `1${spaces}1`,
      `"${'"'.repeat(100_000)}"`,
      `1/1/2026${spaces}x`,
      '1.'.repeat(100_000),
    ];
    const start = performance.now();
    const { rows } = await readBytes(`Id,Amount\n${cells.map((cell) => `,${cell}`).join('\n')}\n`);
    expect(rows).toHaveLength(cells.length);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('reads the dates of workbooks in either date system', async () => {
    for (const dateSystem of ['1900', '1904'] as const) {
      const rows = [
        ['Id', 'On', 'At'],
        ['1', new Date(Date.UTC(2026, 0, 31)), new Date(Date.UTC(2026, 0, 31, 13, 5))],
      ];
      const read = await readBytes(await writeXlsx({ dateSystem, sheets: [{ name: 'Deals', rows }] }));
      expect(read.rows[0]?.cells).toEqual(['1', '2026-01-31', '2026-01-31 13:05:00']);
    }
  });

  it('reads the sheet that is chosen', async () => {
    const sheets = ['One', 'Two'].map((name) => ({ name, rows: [['Id'], [name]] }));
    const { shape, rows } = await readBytes(await writeXlsx({ sheets }), { choice: { sheet: 'Two' } });
    expect(shape).toMatchObject({ sheet: 'Two', sheets: ['One', 'Two'] });
    expect(rows.map((row) => row.cells)).toEqual([['Two']]);
  });

  it('takes only totals and closing lines for footers', () => {
    expect(isFooter(['Grand Totals (36 records)', '', ''])).toBe(true);
    expect(isFooter(['Total', '', '1,200.00', '$5'])).toBe(true);
    expect(isFooter(['', 'Subtotal', '', '5'])).toBe(true);
    expect(isFooter(['Total', 'Acme', '', ''])).toBe(false);
    expect(isFooter(['Totally Spies', '', ''])).toBe(false);
    expect(isFooter(['Count Basie Ltd', '', '5'])).toBe(false);
  });
});
