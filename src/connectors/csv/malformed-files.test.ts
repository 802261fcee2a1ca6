import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../fixtures/import-bytes.ts';

type Reading = {
  kind: string;
  file: string | Uint8Array | (() => Promise<Uint8Array>);
  /** Cells of the data rows, joined by ` | `, in front of them the row number. */
  rows: string[];
  columns?: string[];
  problems?: string[];
  shape?: Record<string, unknown>;
};

const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
const swap = (buffer: Buffer) => Buffer.from(buffer).swap16();
const workbook = (rows: (string | number | boolean | Date | null)[][]) => () =>
  writeXlsx({
    sheets: [
      { name: 'Empty', rows: [] },
      { name: 'Deals', rows },
    ],
  });

const read: Reading[] = [
  {
    kind: 'duplicate headers',
    file: 'Id,Amount,Amount\n1,2,3\n',
    columns: ['Id', 'Amount', 'Amount (2)'],
    rows: ['2: 1 | 2 | 3'],
  },
  {
    kind: 'blank header',
    file: 'Id,,Stage\n1,x,Won\n',
    columns: ['Id', 'Column 2', 'Stage'],
    rows: ['2: 1 | x | Won'],
  },
  {
    kind: 'header named __proto__',
    file: '__proto__,constructor\n1,2\n',
    columns: ['__proto__', 'constructor'],
    rows: ['2: 1 | 2'],
  },
  {
    kind: 'BOM UTF-8',
    file: '\ufeffId,Name\n1,Zoë\n',
    columns: ['Id', 'Name'],
    rows: ['2: 1 | Zoë'],
    shape: { encoding: 'utf-8-bom' },
  },
  {
    kind: 'BOM UTF-16 LE',
    file: bytes('\ufeffId,Name\n1,Zoë\n', 'utf16le'),
    rows: ['2: 1 | Zoë'],
    shape: { encoding: 'utf-16le' },
  },
  {
    kind: 'BOM UTF-16 BE',
    file: swap(bytes('\ufeffId,Name\n1,Zoë\n', 'utf16le')),
    rows: ['2: 1 | Zoë'],
    shape: { encoding: 'utf-16be' },
  },
  {
    kind: 'UTF-16 without BOM',
    file: bytes('Id,Name\n1,Acme\n', 'utf16le'),
    rows: ['2: 1 | Acme'],
    shape: { encoding: 'utf-16le' },
  },
  {
    kind: 'UTF-32',
    file: Buffer.from([...'\ufeffId,N\n1,😀\n'].flatMap((c) => [...le32(c.codePointAt(0) ?? 0)])),
    rows: ['2: 1 | 😀'],
    shape: { encoding: 'utf-32le' },
  },
  {
    kind: 'Windows-1252',
    file: bytes('Id,Name\n1,Caf\u00e9 \u0080\n', 'latin1'),
    rows: ['2: 1 | Café €'],
    shape: { encoding: 'windows-1252' },
  },
  {
    kind: 'mixed encodings',
    file: Buffer.concat([bytes('Id,Name\n1,Zoë Ütz ñ\n', 'utf8'), bytes('2,Caf\u00e9\n', 'latin1')]),
    rows: ['2: 1 | Zoë Ütz ñ', '3: 2 | Café'],
    problems: ['encoding'],
  },
  {
    kind: 'CR only',
    file: 'Id,Name\r1,Acme\r2,Beta\r',
    rows: ['2: 1 | Acme', '3: 2 | Beta'],
    shape: { newline: '\r' },
  },
  {
    kind: 'CRLF',
    file: 'Id,Name\r\n1,Acme\r\n2,"Be ""ta"""\r\n',
    rows: ['2: 1 | Acme', '3: 2 | Be "ta"'],
    shape: { newline: '\r\n' },
  },
  {
    kind: 'mixed newlines',
    file: 'Id,Name\r\n1,Acme\n2,Beta\r3,Gamma\r\n',
    rows: ['2: 1 | Acme', '3: 2 | Beta', '4: 3 | Gamma'],
    shape: { newline: 'mixed' },
  },
  {
    kind: 'quote inside an unquoted cell',
    file: 'Id,Name\n1,5" pipe\n2,a "b" c\n',
    rows: ['2: 1 | 5" pipe', '3: 2 | a "b" c'],
  },
  {
    kind: 'quotes not doubled inside a quoted cell',
    file: 'Id,Name\n1,"The "Best" one"\n',
    rows: ['2: 1 | The "Best" one'],
  },
  {
    kind: 'a quote that runs into the next row',
    file: 'Id,Name,X\n1,"Acme,a\n2,"Beta",b\n3,Gamma,c\n',
    rows: ['3: 3 | Gamma | c'],
    problems: ['unclosed-quote@2'],
  },
  {
    kind: 'spaces before quotes',
    file: 'Id, Name, X\n1, "Acme, Inc", a\n2, "Be ""ta""", b\n',
    rows: ['2: 1 | Acme, Inc |  a', '3: 2 | Be "ta" |  b'],
    shape: { spaced: true },
  },
  { kind: 'Control-Z at the end', file: 'Id,Name\n1,a\n\u001a', rows: ['2: 1 | a'] },
  { kind: 'years as headers', file: 'Account,2024,2025\nAcme,1,2\n', rows: ['2: Acme | 1 | 2'] },
  {
    kind: 'doubled quotes',
    file: 'Id,Name\n1,"a ""b"""\n',
    rows: ['2: 1 | a "b"'],
    shape: { escape: 'double' },
  },
  {
    kind: 'backslash quotes',
    file: 'Id,Name\n1,"a \\"b\\", c"\n2,"d"\n',
    rows: ['2: 1 | a "b", c', '3: 2 | d'],
    shape: { escape: 'backslash' },
  },
  { kind: 'line break inside a cell', file: 'Id,Name\n1,"a\nb"\n2,c\n', rows: ['2: 1 | a\nb', '3: 2 | c'] },
  {
    kind: 'semicolons',
    file: 'Id;Name;Amount\n1;Acme, Inc;1,5\n2;Beta, Inc;2,5\n',
    rows: ['2: 1 | Acme, Inc | 1,5', '3: 2 | Beta, Inc | 2,5'],
    shape: { delimiter: ';' },
  },
  { kind: 'tabs', file: 'Id\tName\n1\tAcme, Inc\n', rows: ['2: 1 | Acme, Inc'], shape: { delimiter: '\t' } },
  { kind: 'pipes', file: 'Id|Name\n1|Acme; Beta\n', rows: ['2: 1 | Acme; Beta'], shape: { delimiter: '|' } },
  {
    kind: 'sep= line',
    file: 'sep=;\r\nId;Name\r\n1;a,b\r\n',
    rows: ['3: 1 | a,b'],
    shape: { delimiter: ';', headerRow: 2 },
  },
  {
    kind: 'preamble',
    file: 'Pipeline report\nAs of 2026-11-20\n\nId,Stage,Amount\n1,Won,5\n',
    rows: ['5: 1 | Won | 5'],
    shape: { headerRow: 4 },
  },
  {
    kind: 'Salesforce report footer',
    file: '"Opportunity ID","Stage","Amount"\n"1","Closed Won","5"\n\n"Grand Totals (1 records)","","5"\n\n"Confidential Information - Do Not Distribute"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n',
    rows: ['2: 1 | Closed Won | 5'],
    problems: ['footer@4', 'footer@6', 'footer@7'],
  },
  {
    kind: 'subtotal rows',
    file: 'Owner,Deal,Amount\nAda,X,5\nSubtotal,,5\nTotal Energies,Y,7\nTotal,,12\n',
    rows: ['2: Ada | X | 5', '4: Total Energies | Y | 7'],
    problems: ['footer@3', 'footer@5'],
  },
  {
    kind: 'header of two rows',
    file: 'Deal,,Money,\nId,Stage,Amount,Date\n1,Won,5,2026-01-01\n2,Won,6,2026-01-02\n',
    rows: ['3: 1 | Won | 5 | 2026-01-01', '4: 2 | Won | 6 | 2026-01-02'],
    shape: { headerRow: 2 },
  },
  {
    kind: 'units below the header',
    file: 'Id,Stage,Amount,Date\n,text,USD,day\n1,Won,5,2026-01-01\n2,Won,6,2026-01-02\n3,Won,6,2026-01-02\n4,Won,6,2026-01-02\n',
    rows: [
      '3: 1 | Won | 5 | 2026-01-01',
      '4: 2 | Won | 6 | 2026-01-02',
      '5: 3 | Won | 6 | 2026-01-02',
      '6: 4 | Won | 6 | 2026-01-02',
    ],
  },
  {
    kind: 'repeated header',
    file: 'Id,Stage\n1,Won\nId,Stage\n2,Lost\n',
    rows: ['2: 1 | Won', '4: 2 | Lost'],
    problems: ['repeated-header@3'],
  },
  {
    kind: 'short rows',
    file: 'Id,Stage,Note\n1,Won\n2\n3,Lost,x\n',
    rows: ['2: 1 | Won', '3: 2', '4: 3 | Lost | x'],
  },
  {
    kind: 'long row',
    file: 'Id,Stage\n1,Won,extra\n2,Lost\n',
    rows: ['3: 2 | Lost'],
    problems: ['row-too-long@2'],
  },
  {
    kind: 'trailing delimiter',
    file: 'Id,Stage,\n1,Won,\n2,Lost,\n',
    columns: ['Id', 'Stage'],
    rows: ['2: 1 | Won | ', '3: 2 | Lost | '],
  },
  { kind: 'trailing delimiter in the rows only', file: 'Id,Stage\n1,Won,\n', rows: ['2: 1 | Won | '] },
  {
    kind: 'cut off in the last row',
    file: 'Id,Stage,Amount\n1,Won,5\n2,Lo',
    rows: ['2: 1 | Won | 5'],
    problems: ['truncated-row@3'],
  },
  {
    kind: 'HTML in cells',
    file: 'Id,Name\n1,<script>alert(1)</script>\n',
    rows: ['2: 1 | <script>alert(1)</script>'],
  },
  {
    kind: 'formula cells',
    file: 'Id,Name\n1,=cmd|calc\n2,@SUM(A1)\n',
    rows: ['2: 1 | =cmd|calc', '3: 2 | @SUM(A1)'],
  },
  {
    kind: 'emoji, right-to-left and zero-width text',
    file: 'Id,Name\n1,😀 שלום\u200d\u202e\n',
    rows: ['2: 1 | 😀 שלום\u200d\u202e'],
  },
  {
    kind: 'XLSX named csv',
    file: workbook([
      ['Id', 'Amount', 'Date'],
      ['007', 1.5, new Date(Date.UTC(2026, 0, 31))],
      [null, null, null],
      ['8', 1.234, true],
    ]),
    rows: ['2: 007 | 1.5 | 2026-01-31', '4: 8 | 1.2340 | TRUE'],
    shape: { container: 'xlsx', sheet: 'Deals' },
  },
];

function le32(point: number): Uint8Array {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(point);
  return buffer;
}

describe('malformed files that are read', () => {
  it.each(read)('reads: $kind', async ({ file, rows, columns, problems = [], shape = {} }) => {
    const content = typeof file === 'function' ? await file() : file;
    for (const piece of [1_000_000, 5]) {
      const result = await readBytes(content, { piece });
      expect(result.refused).toBeNull();
      expect(result.rows.map((row) => `${row.row}: ${row.cells.join(' | ')}`)).toEqual(rows);
      const found = result.problems.map(
        (problem) => `${problem.code}${problem.row === null ? '' : `@${problem.row}`}`,
      );
      if (!problems.includes('encoding')) expect(found).toEqual(problems);
      if (columns) expect(result.shape?.columns.map((column) => column.name)).toEqual(columns);
      expect(result.shape).toMatchObject(shape);
    }
  });
});
