import { Badge, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import { inputLabel } from '#core/program/assumptions-checks.ts';
import type { Variance as Row } from '#core/program/variance.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import classes from './arithmetic.module.css';
import type { PlanText } from './plan-words.ts';

/** OM-4: every assumption against what the company's own data says; without data it is unknown, never on plan. */
export function Variance(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  const known = props.plan.variance.filter((row) => row.actual !== null);
  const waiting = props.plan.variance.length - known.length;
  return (
    <Card>
      <Title order={2}>Assumed against actual</Title>
      {known.length === 0 ? (
        <Text size="sm">
          No assumption has an actual yet. Import your opportunities, and what they say stands here.
        </Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className={classes.scroll} aria-label="Assumed against actual" tabIndex={0}>
          <table className={`${classes.table} ${classes.evidence}`}>
            <thead>
              <tr>
                <th scope="col">Assumption</th>
                <th scope="col">Assumed</th>
                <th scope="col">Actual</th>
                <th scope="col">Variance</th>
              </tr>
            </thead>
            <tbody>
              {known.map((row) => (
                <Line key={row.key} row={row} text={props.text} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {waiting === 0 ? null : <p className={classes.note}>{waiting} assumptions have no actual yet.</p>}
    </Card>
  );
}

function Line(props: { row: Row; text: PlanText }): ReactNode {
  const { row, text } = props;
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        {inputLabel(row.key)}
        <Text size="xs" c="dimmed">
          {format.sentence(row.actual?.evidence ?? '')} {row.isSmallSample ? 'A small sample.' : ''}
        </Text>
      </th>
      <td>{row.assumed === null ? 'not assumed yet' : text.ledger(row.key, row.assumed)}</td>
      <td>{row.actual === null ? '' : text.ledger(row.key, row.actual.value)}</td>
      <td>
        {row.variance === null
          ? '—'
          : `${row.variance < 0 ? '−' : '+'}${text.number(Math.abs(row.variance), 'share')}`}{' '}
        {row.standing === 'flagged' ? <Badge color="amber">Look</Badge> : null}
      </td>
    </tr>
  );
}
