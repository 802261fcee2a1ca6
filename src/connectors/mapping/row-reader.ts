import type { ImportedMoment, Problem, SourceRow } from '#connectors/port.ts';
import type { LocalDate } from '#core/calendar.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { FileColumn } from '../csv/file-shape.ts';
import { canonicalSalesforceId, isSalesforceId } from '../salesforce/record-id.ts';
import type { Field } from '../understanding/fields.ts';
import { readAmount } from '../values/amount.ts';
import { flagOf, idTextOf, isDamagedId, textOf } from '../values/cell-text.ts';
import { type CivilRead, type DateFault, dayOf, momentOf, readDate } from '../values/date.ts';
import type { Plan } from './plan.ts';

export type AmountCell = { readonly minor: number; readonly currency: CurrencyCode };

/**
 * Reads the cells of one row after another as the plan says. What cannot be read becomes a problem of the row;
 * an empty cell is null and no problem.
 */
export type RowReader = {
  /** Moves to the next row and forgets the last one's problems. */
  start(row: SourceRow): void;
  readonly problems: Problem[];
  has(field: Field): boolean;
  text(field: Field): string | null;
  textAt(column: FileColumn): string | null;
  id(field: Field): string | null;
  flag(field: Field): boolean | null;
  amount(): AmountCell | null;
  /** An amount written in a cell of another field, such as the new value of a history row. */
  amountIn(field: Field): AmountCell | null;
  moment(field: Field): ImportedMoment | null;
  momentAt(column: FileColumn): ImportedMoment | null;
  day(field: Field): LocalDate | null;
  /** Adds a problem about the field's cell (or the whole row, where the field has no column). */
  report(
    severity: Problem['severity'],
    code: string,
    field: Field | FileColumn | null,
    problem: ProblemText,
  ): void;
};

export type ProblemText = { readonly expected: string; readonly found: string; readonly repair: string };

/** A reader for one pass. */
export function rowReader(plan: Plan): RowReader {
  let cells: readonly string[] = [];
  let row = 0;
  const problems: Problem[] = [];

  const report: RowReader['report'] = (severity, code, field, { expected, found, repair }) => {
    const column = typeof field === 'string' ? plan.column(field) : field;
    problems.push({
      severity,
      code,
      row,
      column: column?.name ?? null,
      expected,
      found: found.slice(0, 120),
      repair,
    });
  };
  const cellAt = (column: FileColumn | null): string | undefined =>
    column ? cells[column.index] : undefined;

  const date = (column: FileColumn | null): CivilRead | null => {
    const text = textOf(cellAt(column));
    if (text === null) return null;
    const read = readDate(text, plan.dateOrder);
    if (typeof read !== 'string') return read;
    report('reject', dateCodes[read], column, dateProblem(read, text, plan.dateOrder));
    return null;
  };
  const moment = (column: FileColumn | null): ImportedMoment | null => {
    const read = date(column);
    return read && momentOf(read, plan.sourceClock, plan.clock);
  };
  const amount = (field: Field): AmountCell | null => {
    const text = textOf(cellAt(plan.column(field)));
    if (text === null) return null;
    const said = currencyOfRow();
    if (said === undefined) return null;
    const read = readAmount(text, plan.decimal, said ?? plan.currency, said !== null);
    if (read.ok) return { minor: read.minor, currency: read.currency };
    report('reject', read.code, field, {
      expected: read.expected,
      found: text,
      repair: amountRepairs[read.code],
    });
    return null;
  };
  /** Null where the row names none, undefined (and a problem) where it names no real one. */
  const currencyOfRow = (): CurrencyCode | null | undefined => {
    const text = textOf(cellAt(plan.column('currency')));
    if (text === null) return null;
    const code = parseCurrencyCode(currencyNames.get(text.toLowerCase()) ?? text);
    if (code !== null) return code;
    report('reject', 'currency-unknown', 'currency', {
      expected: 'an ISO 4217 currency code such as EUR',
      found: text,
      repair: 'Correct the code.',
    });
    return undefined;
  };

  return {
    problems,
    report,
    start(next) {
      cells = next.cells;
      row = next.row;
      problems.length = 0;
    },
    has: (field) => plan.column(field) !== null,
    text: (field) => textOf(cellAt(plan.column(field))),
    textAt: (column) => textOf(cellAt(column)),
    flag: (field) => flagOf(cellAt(plan.column(field))),
    id(field) {
      const id = idTextOf(cellAt(plan.column(field)));
      if (id === null) return null;
      if (isDamagedId(id)) {
        report('reject', 'id-damaged', field, {
          expected: 'a record id',
          found: id,
          repair:
            'A spreadsheet made a number of this id. Export again and do not save the file from a spreadsheet.',
        });
        return null;
      }
      if (!isSalesforceId(id)) return id;
      const canonical = canonicalSalesforceId(id);
      if (canonical !== null) return canonical;
      report('reject', 'id-damaged', field, {
        expected: 'a Salesforce id whose last three characters fit the others',
        found: id,
        repair: 'Copy the id again from Salesforce.',
      });
      return null;
    },
    amount: () => amount('amount'),
    amountIn: amount,
    moment: (field) => moment(plan.column(field)),
    momentAt: moment,
    day(field) {
      const read = date(plan.column(field));
      return read && dayOf(read, plan.sourceClock, plan.clock);
    },
  };
}

/** Currencies by the names that CRMs write out. */
const currencyNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '€': 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', 'british pound': 'GBP', 'swiss franc': 'CHF' },
    ...{ 'us dollar': 'USD', 'u.s. dollar': 'USD', us$: 'USD', kč: 'CZK', zł: 'PLN' },
  }),
);

const dateCodes: Readonly<Record<DateFault, string>> = {
  'not-a-date': 'date-unreadable',
  ambiguous: 'date-ambiguous',
  'wrong-order': 'date-order',
  'no-such-day': 'date-unreadable',
};

function dateProblem(fault: DateFault, text: string, order: Plan['dateOrder']): ProblemText {
  if (fault === 'ambiguous') {
    return {
      expected: 'a known order of day and month',
      found: text,
      repair: 'Say in the mapping which comes first: "dateOrder": "mdy" or "dmy".',
    };
  }
  if (fault === 'wrong-order') {
    return {
      expected: `a date in the order ${order}, as the mapping says`,
      found: text,
      repair: 'Correct the date, or say in which order day and month stand.',
    };
  }
  const expected = fault === 'no-such-day' ? 'a day that exists' : 'a date such as 2026-01-31';
  return { expected, found: text, repair: 'Correct the date or empty the cell.' };
}

const amountRepairs = {
  'amount-unreadable': 'Correct the amount, or say which mark is the decimal one.',
  'amount-ambiguous': 'Say in the mapping which sign is the decimal mark: "decimal": "." or ",".',
  'amount-percent': 'Map another column as the amount.',
  'amount-too-large': 'Correct the amount.',
  'currency-mix': 'Correct the currency of the row, or map the column that names it.',
} as const;
