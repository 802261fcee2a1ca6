import { Badge, Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { useFormat } from '../ui/format.tsx';
import { type Line, LineTable } from './line-table.tsx';
import classes from './statement-view.module.css';

/** A statement with its lines, as both sides read it. */
type Statement = {
  readonly number: number;
  readonly month: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly openingMinor: number;
  readonly openingStatements: number;
  readonly hash: string;
  readonly paidOn: string | null;
  readonly reference: string | null;
  readonly items: readonly Line[];
  readonly held: readonly Line[];
};

/** Whether a statement was paid, and when. */
export function PaidBadge(props: { paidOn: string | null }): ReactNode {
  const format = useFormat();
  return props.paidOn === null ? (
    <Badge color="gray">to be paid</Badge>
  ) : (
    <Badge color="teal">paid {format.day(props.paidOn)}</Badge>
  );
}

/** The statement as files: what is printed, and what a spreadsheet reads. `address`: that of the statement in the API. */
export function StatementFiles(props: { number: number; address: string }): ReactNode {
  const { number, address } = props;
  return (
    <>
      <Button
        variant="default"
        component="a"
        href={`${address}/print`}
        aria-label={`Statement ${number} as a PDF`}
      >
        PDF
      </Button>
      <Button
        variant="default"
        component="a"
        href={`${address}/file`}
        aria-label={`Statement ${number} as a CSV file`}
      >
        CSV
      </Button>
    </>
  );
}

/** The account before and after, the lines with their total, and apart from them what waited because of a dispute. */
export function StatementView(props: {
  statement: Statement;
  /** Who pays whom. */
  payer: string;
  partner: string;
  hrefOf: (line: Line) => string;
  /** The level of its headings, below that which stands above it. */
  order: 2 | 3;
}): ReactNode {
  const { statement, hrefOf, order } = props;
  const format = useFormat();
  const code = parseCurrencyCode(statement.currency);
  const money = (minor: number): string =>
    format.moneyExact(code === null ? null : { minor, currency: code });
  const { openingMinor, openingStatements, totalMinor } = statement;
  const owed = openingMinor + totalMinor;
  return (
    <div className={classes.statement}>
      <dl className={classes.account} aria-label="Account when this was issued">
        <div>
          <dt>
            Stated before and not paid
            {openingStatements === 0
              ? ''
              : `, on ${openingStatements === 1 ? 'one statement' : `${openingStatements} statements`}`}
          </dt>
          <dd>{money(openingMinor)}</dd>
        </div>
        <div>
          <dt>This statement</dt>
          <dd>{money(totalMinor)}</dd>
        </div>
        <div>
          <dt>{owed < 0 ? props.partner : props.payer} owed when it was issued</dt>
          <dd>{money(Math.abs(owed))}</dd>
        </div>
      </dl>
      {totalMinor < 0 ? (
        <Text size="sm">More was taken back than earned, so the total of this statement is below zero.</Text>
      ) : null}
      <section>
        <Title order={order} size="h3">
          Lines
        </Title>
        <LineTable
          lines={statement.items}
          label={`Lines of ${format.month(statement.month)}`}
          hrefOf={hrefOf}
        />
      </section>
      {statement.held.length === 0 ? null : (
        <section>
          <Title order={order} size="h3">
            Waited because of a dispute
          </Title>
          <Text size="sm" c="dimmed">
            Not part of the total. A line stands on the next statement once its dispute has ended.
          </Text>
          <LineTable lines={statement.held} label="Lines that waited" hrefOf={hrefOf} />
        </section>
      )}
      <Text size="xs" c="dimmed" className={classes.hash ?? ''}>
        Fingerprint of the lines: {statement.hash}
      </Text>
    </div>
  );
}
