import { Badge, Button, Text, Title } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { useFormat } from '../ui/format.tsx';
import { type Line, LineTable } from './line-table.tsx';
import { StatementTextsContext } from './statement-texts.ts';
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
  const said = useContext(StatementTextsContext);
  return props.paidOn === null ? (
    <Badge color="gray">{said.toBePaid}</Badge>
  ) : (
    <Badge color="teal">{said.paidOn(format.day(props.paidOn))}</Badge>
  );
}

/** The statement as files: what is printed, and what a spreadsheet reads. `address`: that of the statement in the API. */
export function StatementFiles(props: { number: number; address: string }): ReactNode {
  const { number, address } = props;
  const said = useContext(StatementTextsContext);
  return (
    <>
      <Button variant="default" component="a" href={`${address}/print`} aria-label={said.pdf(number)}>
        PDF
      </Button>
      <Button variant="default" component="a" href={`${address}/file`} aria-label={said.csv(number)}>
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
  const said = useContext(StatementTextsContext);
  const code = parseCurrencyCode(statement.currency);
  const money = (minor: number): string =>
    format.moneyExact(code === null ? null : { minor, currency: code });
  const { openingMinor, openingStatements, totalMinor } = statement;
  const owed = openingMinor + totalMinor;
  return (
    <div className={classes.statement}>
      <dl className={classes.account} aria-label={said.account}>
        <div>
          <dt>{openingStatements === 0 ? said.before : said.beforeOn(openingStatements)}</dt>
          <dd>{money(openingMinor)}</dd>
        </div>
        <div>
          <dt>{said.own}</dt>
          <dd>{money(totalMinor)}</dd>
        </div>
        <div>
          <dt>{said.owed(owed < 0 ? props.partner : props.payer)}</dt>
          <dd>{money(Math.abs(owed))}</dd>
        </div>
      </dl>
      {totalMinor < 0 ? <Text size="sm">{said.below}</Text> : null}
      <section>
        <Title order={order} size="h3">
          {said.lines}
        </Title>
        <LineTable
          lines={statement.items}
          label={said.linesOf(format.month(statement.month))}
          hrefOf={hrefOf}
        />
      </section>
      {statement.held.length === 0 ? null : (
        <section>
          <Title order={order} size="h3">
            {said.waited}
          </Title>
          <Text size="sm" c="dimmed">
            {said.waitedSays}
          </Text>
          <LineTable lines={statement.held} label={said.waitedLabel} hrefOf={hrefOf} />
        </section>
      )}
      <Text size="xs" c="dimmed" className={classes.hash ?? ''}>
        {said.fingerprint(statement.hash)}
      </Text>
    </div>
  );
}
