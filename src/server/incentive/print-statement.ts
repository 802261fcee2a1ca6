import { amountText } from '#core/blueprint/amount-text.ts';
import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import { type CurrencyCode, currencyExponent, parseCurrencyCode } from '#core/money.ts';
import type { Context } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Table } from '../paper/draw-table.ts';
import { valueFormat } from '../program/text/value-format.ts';
import { drawStatement, type StatementSheet } from './statement-sheet.ts';
import { readOwnStatement, readStatement, type WholeStatement } from './statements.ts';

/**
 * IN-12: a statement as a PDF, with the numbers of the screen and of the CSV file: line by deal, class, rule, versions of
 * the pages, base, rate and amount; what waited apart; the account before and after it.
 */
export async function printStatement(context: Context, statementId: string) {
  return printed(context, await readStatement(context, statementId));
}

/** The same for the partner that is signed in. */
export async function printOwnStatement(context: Context, statementId: string) {
  return printed(context, await readOwnStatement(context, statementId));
}

async function printed(context: Context, statement: WholeStatement) {
  const { number, partner, month } = statement;
  return {
    fileName: `statement ${number} ${partner.name} ${month}.pdf`,
    bytes: await drawStatement(sheetOf(context, statement)),
  };
}

/** What stands on the paper, every amount and day as a text. */
export function sheetOf({ organization }: Context, statement: WholeStatement): StatementSheet {
  const { number, partner, currency, totalMinor, openingMinor, openingStatements } = statement;
  const first = `${statement.month}-01` as LocalDate;
  const { date } = valueFormat(organization.currency);
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${first}T00:00:00Z`),
  );
  const money = (minor: number) => moneyText(minor, currency);
  const until = date(addDays(addMonths(first, 1), -1));
  const paid =
    statement.paidOn === null
      ? 'Not recorded as paid'
      : `On ${date(statement.paidOn as LocalDate)}, reference ${statement.reference ?? ''}`;
  const before = openingStatements === 1 ? 'one statement' : `${openingStatements} statements`;
  return {
    owner: organization.name,
    title: `Statement ${number}`,
    month,
    lead: `What ${organization.name} pays ${partner.name} for deals that were won by ${until}.`,
    facts: [
      ['Partner', partner.name],
      ['Month', month],
      ['Issued', date(localDateAt(statement.issuedAt, organization.timeZone))],
      ['Currency', currency],
      ['Paid', paid],
    ],
    account: {
      head: ['When this was issued', currency],
      rows: [
        [
          openingStatements === 0 ? 'Stated before and not paid' : `Stated before and not paid, on ${before}`,
          money(openingMinor),
        ],
        ['This statement', money(totalMinor)],
        [
          openingMinor + totalMinor < 0 ? `${partner.name} owes` : `${organization.name} owes`,
          money(Math.abs(openingMinor + totalMinor)),
        ],
      ],
      ...{ named: false, dense: false, numbersFrom: 1, hasTotal: true },
    },
    lines: linesTable(statement.items),
    held: statement.held.length === 0 ? null : linesTable(statement.held),
    hash: statement.hash,
    at: statement.issuedAt,
  };
}

type Line = WholeStatement['items'][number];

const classWords: Readonly<Record<string, string>> = {
  sourced: 'Sourced',
  co_sold: 'Co-sold',
  influenced: 'Influenced',
};

/** The lines and, below them, their sum in each currency. */
function linesTable(lines: readonly Line[]): Table {
  const sums = [...Map.groupBy(lines, (line) => line.currency)].map(
    ([currency, own]) => [currency, own.reduce((sum, line) => sum + line.amountMinor, 0)] as const,
  );
  const total = sums.map(([currency, sum]) => moneyText(sum, currency)).join('\n');
  return {
    head: ['Line', 'Deal', 'Class', 'Why', 'Pages', 'Base', 'Rate', 'Amount'],
    rows: [...lines.map(rowOf), ['', 'Total', '', '', '', '', '', total]],
    ...{ named: false, dense: false, numbersFrom: 5, hasTotal: true },
  };
}

function rowOf(line: Line): string[] {
  const person = line.person === null ? '' : ` For ${line.person}.`;
  const { date } = valueFormat(line.currency as CurrencyCode);
  return [
    String(line.number),
    `#${line.dealNumber} ${line.deal}, ${date(line.occurredOn as LocalDate)}`,
    classWords[line.class] ?? line.class,
    `${line.rule}. ${line.why.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => date(day as LocalDate))}${person}`,
    `attribution ${line.policyVersion}${line.ratesVersion === null ? '' : `, archetypes ${line.ratesVersion}`}`,
    line.baseMinor === null ? '' : moneyText(line.baseMinor, line.currency),
    line.share === null ? '' : `${Math.round(line.share * 1_000_000) / 10_000} %`,
    moneyText(line.amountMinor, line.currency),
  ];
}

/** An amount with all of its places, so that a column of them can be read down. */
function moneyText(minor: number, currency: string): string {
  const code = parseCurrencyCode(currency);
  if (code === null) return `${minor} ${currency}`;
  const format = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  });
  return format.format(amountText(minor, currencyExponent(code)) as `${number}`);
}
