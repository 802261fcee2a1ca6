import { Readable } from 'node:stream';
import { currencyExponent, parseCurrencyCode } from '#core/money.ts';
import type { Context } from '../access/context.ts';
import type { FileBody } from '../http/route.ts';
import { csvLine } from '../import/safe-cell.ts';
import { readOwnStatement, readStatement, type WholeStatement } from './statements.ts';

/** A statement as a file: line by deal, with rule, version, base and amount; then what waited for a dispute. */
export async function statementFile(context: Context, statementId: string): Promise<FileBody> {
  return fileOf(await readStatement(context, statementId));
}

/** The same for the partner that is signed in. */
export async function ownStatementFile(context: Context, statementId: string): Promise<FileBody> {
  return fileOf(await readOwnStatement(context, statementId));
}

function fileOf(statement: WholeStatement): FileBody {
  type Line = WholeStatement['items'][number];
  const row = (line: Line, part: string) => [
    part,
    String(line.number),
    line.kind,
    `#${line.dealNumber} ${line.deal}`,
    line.occurredOn,
    line.class,
    line.rule,
    line.why,
    String(line.policyVersion),
    line.ratesVersion === null ? '' : String(line.ratesVersion),
    amountOf(line.baseMinor, line.currency),
    line.share === null ? '' : String(line.share),
    amountOf(line.amountMinor, line.currency),
    line.currency,
  ];
  const lines = [
    [
      'part',
      'line',
      'kind',
      'deal',
      'date',
      'class',
      'rule',
      'why',
      'attribution page',
      'archetypes page',
      'base',
      'share',
      'amount',
      'currency',
    ],
    ...statement.items.map((line) => row(line, 'stated')),
    [
      'total',
      ...Array.from({ length: 11 }, () => ''),
      amountOf(statement.totalMinor, statement.currency),
      statement.currency,
    ],
    ...statement.held.map((line) => row(line, 'waited for a dispute')),
    [
      'stated before, not paid at the issue',
      ...Array.from({ length: 11 }, () => ''),
      amountOf(statement.openingMinor, statement.currency),
      statement.currency,
    ],
    ['paid on', statement.paidOn ?? '', statement.reference ?? ''],
    ['fingerprint', statement.hash],
  ];
  return {
    fileName: `statement ${statement.number} ${statement.partner.name} ${statement.month}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from(lines.map((cells, index) => `${index === 0 ? '\ufeff' : ''}${csvLine(cells)}`)),
  };
}

/** An amount in units of its currency, with a point: what a spreadsheet reads as a number. */
function amountOf(minor: number | null, currency: string): string {
  const code = parseCurrencyCode(currency);
  if (minor === null || code === null) return '';
  const places = currencyExponent(code);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
