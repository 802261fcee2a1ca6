import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpportunityRecord } from '#connectors/port.ts';
import { importBytes } from '../fixtures/import-bytes.ts';
import type { MappingFile } from './mapping-file.ts';

type Kind = {
  kind: string;
  /** One row below the header `Id,Name,Stage,Amount,Currency,Close Date,Created Date` (missing cells are empty). */
  cells: Partial<
    Record<'Id' | 'Name' | 'Stage' | 'Amount' | 'Currency' | 'Close Date' | 'Created Date', string>
  >;
  mapping?: Partial<MappingFile>;
  becomes?: Partial<OpportunityRecord>;
  reject?: string;
  note?: string;
};

const header = ['Id', 'Name', 'Stage', 'Amount', 'Currency', 'Close Date', 'Created Date'] as const;
const base: MappingFile = {
  kind: 'opportunities',
  columns: {
    opportunityId: 'Id',
    name: 'Name',
    stage: 'Stage',
    amount: 'Amount',
    currency: 'Currency',
    closedOn: 'Close Date',
    createdAt: 'Created Date',
  },
  stages: { Open: { order: 1 }, Won: { outcome: 'won' }, Lost: { outcome: 'lost' }, Note: { ignore: true } },
};
const point = { decimal: '.' } as const;
const comma = { decimal: ',' } as const;
const usd = (minor: number) => ({ amountMinor: minor, currency: 'USD' as OpportunityRecord['currency'] });
const cur = (code: string) => ({ currency: code as OpportunityRecord['currency'] });

const kinds: Kind[] = [
  { kind: 'thousand separators', cells: { Amount: '$1,234.50' }, becomes: usd(123450) },
  { kind: 'continental amount', cells: { Amount: '1.234,56' }, becomes: usd(123456) },
  { kind: 'Swiss amount', cells: { Amount: "1'234.50" }, becomes: usd(123450) },
  { kind: 'amount with spaces', cells: { Amount: '1\u00a0234\u202f567,5' }, becomes: usd(123456750) },
  { kind: 'accounting negative', cells: { Amount: '(1,200)' }, mapping: point, becomes: usd(-120000) },
  { kind: 'negative amount', cells: { Amount: '-5.5' }, becomes: usd(-550) },
  { kind: 'trailing minus', cells: { Amount: '5.50-' }, becomes: usd(-550) },
  { kind: 'abbreviated thousands', cells: { Amount: '58.8k' }, becomes: usd(5880000) },
  { kind: 'abbreviated millions', cells: { Amount: '$1.2M' }, becomes: usd(120000000) },
  { kind: 'Data Loader amount', cells: { Amount: '500000.0' }, becomes: usd(50000000) },
  { kind: 'scientific amount', cells: { Amount: '1.2E+06' }, becomes: usd(120000000) },
  { kind: 'more decimals than the currency has', cells: { Amount: '0.125' }, becomes: usd(12) },
  {
    kind: 'currency in the cell',
    cells: { Amount: '€ 1 234' },
    becomes: { amountMinor: 123400, ...cur('EUR') },
  },
  {
    kind: 'currency code in the cell',
    cells: { Amount: 'GBP 10.50' },
    becomes: { amountMinor: 1050, ...cur('GBP') },
  },
  {
    kind: 'currency column',
    cells: { Amount: '10', Currency: 'JPY' },
    becomes: { amountMinor: 10, ...cur('JPY') },
  },
  { kind: 'currency mix in one row', cells: { Amount: '€10', Currency: 'USD' }, reject: 'currency-mix' },
  {
    kind: 'dollars in a euro file',
    cells: { Amount: '$10' },
    mapping: { currency: 'EUR' },
    reject: 'currency-mix',
  },
  { kind: 'no such currency', cells: { Amount: '10', Currency: 'XQQ' }, reject: 'currency-unknown' },
  { kind: 'percentage as amount', cells: { Amount: '12 %' }, reject: 'amount-percent' },
  { kind: 'text as amount', cells: { Amount: 'tbd' }, reject: 'amount-unreadable' },
  { kind: 'amount that reads two ways', cells: { Amount: '1.234' }, reject: 'amount-ambiguous' },
  {
    kind: 'the same with the decimal mark known',
    cells: { Amount: '1.234' },
    mapping: comma,
    becomes: usd(123400),
  },
  {
    kind: 'amount against the decimal mark',
    cells: { Amount: '1,234.50' },
    mapping: comma,
    reject: 'amount-unreadable',
  },
  {
    kind: 'amount beyond exact integers',
    cells: { Amount: '99999999999999999' },
    reject: 'amount-too-large',
  },
  { kind: 'ambiguous date', cells: { 'Close Date': '3/4/2026' }, reject: 'date-ambiguous' },
  {
    kind: 'the same, month first',
    cells: { 'Close Date': '3/4/2026' },
    mapping: { dateOrder: 'mdy' },
    becomes: { expectedCloseOn: day('2026-03-04') },
  },
  {
    kind: 'the same, day first',
    cells: { 'Close Date': '3/4/2026' },
    mapping: { dateOrder: 'dmy' },
    becomes: { expectedCloseOn: day('2026-04-03') },
  },
  {
    kind: 'date against the order',
    cells: { 'Close Date': '31/01/2026' },
    mapping: { dateOrder: 'mdy' },
    reject: 'date-order',
  },
  {
    kind: 'dotted date',
    cells: { 'Close Date': '3.4.2026' },
    becomes: { expectedCloseOn: day('2026-04-03') },
  },
  {
    kind: 'two-digit year',
    cells: { 'Close Date': '02/23/26 08:55 PM' },
    becomes: { expectedCloseOn: day('2026-02-23') },
  },
  {
    kind: 'spreadsheet serial',
    cells: { 'Close Date': '46053' },
    becomes: { expectedCloseOn: day('2026-01-31') },
  },
  {
    kind: 'date with midnight',
    cells: { 'Close Date': '2026-01-31 00:00:00' },
    becomes: { expectedCloseOn: day('2026-01-31') },
  },
  {
    kind: 'date as midnight in UTC',
    cells: { 'Close Date': '2026-01-31T00:00:00.000Z' },
    becomes: { expectedCloseOn: day('2026-01-31') },
  },
  { kind: 'a day that does not exist', cells: { 'Close Date': '2026-02-30' }, reject: 'date-unreadable' },
  { kind: 'text as date', cells: { 'Close Date': 'soon' }, reject: 'date-unreadable' },
  {
    kind: 'ISO time with zone',
    cells: { 'Created Date': '2026-01-31T03:00:00+01:00' },
    becomes: { createdAt: { at: Date.UTC(2026, 0, 31, 2), on: day('2026-01-30'), dateOnly: false } },
  },
  {
    kind: 'Data Loader time with an offset behind Z',
    cells: { 'Created Date': '2010-10-14T12:00:00.000Z-0300' },
    becomes: { createdAt: { at: Date.UTC(2010, 9, 14, 15), on: day('2010-10-14'), dateOnly: false } },
  },
  {
    kind: 'time without zone',
    cells: { 'Created Date': '2026-01-31 23:30:00' },
    becomes: { createdAt: { at: Date.UTC(2026, 1, 1, 4, 30), on: day('2026-01-31'), dateOnly: false } },
  },
  { kind: 'scientific id', cells: { Id: '1.23E+17' }, reject: 'id-damaged' },
  { kind: 'leading-zero id', cells: { Id: '00042' }, becomes: { opportunityId: '00042' } },
  { kind: 'id kept from a spreadsheet', cells: { Id: '="00042"' }, becomes: { opportunityId: '00042' } },
  {
    kind: '15-character Salesforce id',
    cells: { Id: '006bm00000LKJNN' },
    becomes: { opportunityId: '006bm00000LKJNNAA5' },
  },
  {
    kind: '18-character Salesforce id that lost its case',
    cells: { Id: '006BM00000LKJNNAA5' },
    becomes: { opportunityId: '006bm00000LKJNNAA5' },
  },
  {
    kind: '18-character Salesforce id with a wrong end',
    cells: { Id: '006bm00000LKJNN555' },
    reject: 'id-damaged',
  },
  { kind: 'empty reference', cells: { Id: '000000000000000AAA', Name: 'x' }, reject: 'id-missing' },
  { kind: 'formula as name', cells: { Name: '=HYPERLINK("x")' }, becomes: { name: '=HYPERLINK("x")' } },
  { kind: 'markup as name', cells: { Name: '<b>Acme</b>' }, becomes: { name: '<b>Acme</b>' } },
  { kind: '#N/A as name', cells: { Name: '#N/A' }, becomes: { name: null } },
  { kind: 'unknown stage', cells: { Stage: 'Verbal' }, reject: 'stage-unknown' },
  {
    kind: 'stage in another case',
    cells: { Stage: ' WON ', 'Close Date': '2026-01-31' },
    becomes: { outcome: 'won', closedOn: day('2026-01-31'), expectedCloseOn: null },
  },
  { kind: 'no stage', cells: { Stage: '' }, reject: 'stage-missing' },
  {
    kind: 'won without date',
    cells: { Stage: 'Won' },
    becomes: { outcome: 'won', closedOn: null },
    note: 'closed-without-date',
  },
];

function day(text: string) {
  return text as NonNullable<OpportunityRecord['closedOn']>;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('malformed cells', () => {
  it.each(kinds)('$kind', async ({ cells, mapping = {}, becomes, reject, note }) => {
    const row = { Id: 'D-1', Stage: 'Open', ...cells };
    const line = header.map((name) => quoted(row[name] ?? '')).join(',');
    const result = await importBytes(
      `${header.join(',')}\n${line}\n`,
      {},
      { mapping: { ...base, ...mapping } },
    );
    expect(result.rejects.map((problem) => problem.code)).toEqual(reject ? [reject] : []);
    if (becomes) expect(result.opportunities[0]).toMatchObject(becomes);
    if (note) expect(result.problems).toMatchObject([{ code: note, severity: 'note', row: 2 }]);
    for (const problem of result.rejects) {
      expect(problem.row).toBe(2);
      expect(problem.repair).not.toBe('');
    }
  });

  it('rejects a second row with other values for the same id, and skips an equal one', async () => {
    const file = 'Id,Stage\nA,Open\nA,Open\nA,Won\na,Won\n';
    const mapping: MappingFile = { ...base, columns: { opportunityId: 'Id', stage: 'Stage' } };
    const result = await importBytes(file, {}, { mapping });
    expect(result.rejects).toMatchObject([{ code: 'duplicate-id', row: 4, column: 'Id' }]);
    expect(result.skipped).toBe(1);
    expect(result.opportunities.map((record) => record.opportunityId)).toEqual(['A', 'a']);
  });

  it('gives records or reasons for whatever stands in the cells, and never fails', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'Won',
        'Open',
        '__proto__',
        'constructor',
        '1/2/2026',
        '1,5',
        'EUR',
        '46053',
        '€',
        '#N/A',
        '1e99',
      ),
      fc.stringMatching(/^[-\d.,/:$€%kM() eE+TZ]{1,18}$/),
    );
    const rows = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const lines = table.map((cells, index) => [`D${index}`, ...cells.slice(1)].map(quoted).join(','));
        const file = `${header.join(',')}\n${lines.join('\n')}\n`;
        const result = await importBytes(file, {}, { mapping: base });
        const rejected = new Set(result.rejects.map((problem) => problem.row)).size;
        const footers = result.problems.filter((problem) => problem.code === 'footer').length;
        expect(result.opportunities.length + result.skipped + rejected + footers).toBe(table.length);
        for (const { amountMinor, currency } of result.opportunities) {
          expect(amountMinor === null || Number.isSafeInteger(amountMinor)).toBe(true);
          expect(amountMinor === null).toBe(currency === null);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out ignored stages and deleted records', async () => {
    const file = 'Id,Stage,IsDeleted\n1,Note,0\n2,Open,1\n3,Open,0\n';
    const mapping: MappingFile = {
      ...base,
      columns: { opportunityId: 'Id', stage: 'Stage', deleted: 'IsDeleted' },
    };
    const result = await importBytes(file, {}, { mapping });
    expect(result.opportunities.map((record) => record.opportunityId)).toEqual(['3']);
    expect(result).toMatchObject({ skipped: 2, rejects: [] });
  });

  it('accounts for every row exactly once', async () => {
    const file = 'Id,Stage\n1,Open\n2,What\n3,Note\n4,Open,x\n,Open\n';
    const mapping: MappingFile = { ...base, columns: { opportunityId: 'Id', stage: 'Stage' } };
    const result = await importBytes(file, {}, { mapping });
    expect(result.rows).toBe(5);
    expect(result.rejects.map((problem) => [problem.row, problem.code])).toEqual([
      [5, 'row-too-long'],
      [3, 'stage-unknown'],
      [6, 'id-missing'],
    ]);
    expect(result.opportunities.length + result.skipped + result.rejects.length).toBe(5);
  });
});
