import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../fixtures/import-bytes.ts';

type Refusal = {
  kind: string;
  file: string | Uint8Array | (() => Promise<Uint8Array>);
  code: string;
  row?: number;
};
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
const zipOf = (name: string) => {
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(`${name}Id,Stage\n1,Won\n`)]);
};
const workbook = (rows: (string | number | boolean | Date | null)[][]) => () =>
  writeXlsx({
    sheets: [
      { name: 'Empty', rows: [] },
      { name: 'Deals', rows },
    ],
  });

const refused: Refusal[] = [
  { kind: 'empty file', file: '', code: 'empty-file' },
  { kind: 'blank lines only', file: '\n \n\n', code: 'empty-file' },
  { kind: 'header only', file: 'Id,Stage\n', code: 'header-only', row: 1 },
  { kind: 'no header', file: '1,Acme,2026-01-01,500\n2,Beta,2026-02-01,600\n', code: 'no-header', row: 1 },
  {
    kind: 'ids instead of a header',
    file: '006A000000abcde,Won\n006A000000abcdf,Lost\n',
    code: 'no-header',
    row: 1,
  },
  { kind: 'unclosed quote', file: 'Id,Name\n1,Acme\n2,"Beta\n3,Gamma\n', code: 'unclosed-quote', row: 3 },
  { kind: 'unclosed quote in the header', file: 'Id,"Name\n1,Acme\n', code: 'unclosed-quote', row: 1 },
  { kind: 'NUL bytes', file: 'Id,Name\n1,Ac\0me\n', code: 'nul-bytes', row: 2 },
  {
    kind: '2,001 columns',
    file: `${Array.from({ length: 2001 }, (_, i) => `c${i}`).join(',')}\n`,
    code: 'too-many-columns',
    row: 1,
  },
  {
    kind: 'cell over 1 MB',
    file: `Id,Name\n1,Acme\n2,${'x'.repeat(1_100_000)}\n`,
    code: 'cell-too-large',
    row: 3,
  },
  { kind: 'one endless line', file: 'word '.repeat(80_000), code: 'no-line-end', row: 1 },
  { kind: 'ZIP archive', file: zipOf('Opportunity.csv'), code: 'zip' },
  { kind: 'HTML named xls', file: '<html><table><tr><td>Id</td></tr></table></html>', code: 'html-table' },
  { kind: 'XML spreadsheet', file: '<?xml version="1.0"?><Workbook></Workbook>', code: 'xml' },
  { kind: 'legacy binary xls', file: Buffer.from('d0cf11e0a1b11ae1', 'hex'), code: 'legacy-xls' },
  { kind: 'PDF', file: '%PDF-1.7\n', code: 'pdf' },
  { kind: 'JSON', file: '[{"id": 1}]', code: 'json' },
  { kind: 'gzip', file: Buffer.from('1f8b0800', 'hex'), code: 'gzip' },
  {
    kind: 'truncated in a UTF-8 character',
    file: Buffer.from('Id,Name\n1,Zoë\n2,Zo\u00eb').subarray(0, -1),
    code: 'truncated',
  },
  {
    kind: 'truncated UTF-16',
    file: bytes('\ufeffId,Name\n1,Acme\n', 'utf16le').subarray(0, -1),
    code: 'truncated',
  },
  {
    kind: 'truncated workbook',
    file: async () => (await workbook([['Id'], ['1']])()).subarray(0, 900),
    code: 'damaged-workbook',
  },
  { kind: 'workbook without rows', file: workbook([]), code: 'empty-file' },
];

describe('files that are refused', () => {
  it.each(refused)('refuses: $kind', async ({ file, code, row }) => {
    const result = await readBytes(typeof file === 'function' ? await file() : file);
    expect(result.refused).toMatchObject({ code, severity: 'reject', ...(row === undefined ? {} : { row }) });
    for (const part of ['expected', 'found', 'repair'] as const) expect(result.refused?.[part]).not.toBe('');
  });

  it('refuses an upload that is shorter than announced', async () => {
    const result = await readBytes('Id,Stage\n1,Won\n', { expectedBytes: 400 });
    expect(result.refused).toMatchObject({ code: 'truncated', found: '15 bytes' });
  });
});
