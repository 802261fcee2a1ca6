import { Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { traitWords } from '#core/forecast/lift/words.ts';
import { useFormat } from '../../ui/format.tsx';
import classes from './lift.module.css';
import type { Comparison } from './lift-data.ts';

/** From here on two sides are called unlike in a trait. */
const apart = 0.1;

/** What was adjusted for, how alike both sides are then, and the groups as a file. */
export function BalanceSection(props: { comparison: Comparison; strataHref: string }): ReactNode {
  const { comparison } = props;
  const { share, decimal, count } = useFormat();
  if (comparison.win.adjusted === null) return null;
  const names = (traits: Comparison['matchedOn']): string =>
    traits.length === 0
      ? 'nothing: too few deals are alike'
      : traits.map((trait) => traitWords[trait]).join(', ');
  const before = comparison.balance.filter((row) => Math.abs(row.before) >= apart).length;
  const after = comparison.balance.filter((row) => Math.abs(row.after) >= apart).length;
  return (
    <section className={classes.card} aria-label="Like with like">
      <Title order={2} className={classes.question ?? ''}>
        Like with like
      </Title>
      <dl className={classes.facts}>
        <dt>Compared within groups of the same</dt>
        <dd>{names(comparison.matchedOn)}</dd>
        {comparison.regressedOn.length === 0 ? null : (
          <>
            <dt>Only the regression adjusts for</dt>
            <dd>{names(comparison.regressedOn)}: finer groups would leave too many partner deals alone</dd>
          </>
        )}
        {comparison.without.length === 0 ? null : (
          <>
            <dt>Not adjusted for</dt>
            <dd>{names(comparison.without)}: not known, or the same for every deal</dd>
          </>
        )}
        <dt>Partner deals with a comparable deal</dt>
        <dd>{share(comparison.kept)}; at least 80 % are wanted</dd>
        <dt>Values in which the sides differ</dt>
        <dd>
          {count(before)} of {count(comparison.balance.length)} before, {count(after)} after; the widest{' '}
          {decimal(comparison.worst.before, 2)} before, {decimal(comparison.worst.after, 2)} after (standard
          deviations; below {decimal(apart, 1)} counts as alike)
        </dd>
      </dl>
      <details className={classes.more}>
        <summary>Every value, before and after</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
        <section className={classes.scroll} aria-label="How alike both sides are" tabIndex={0}>
          <Table fz="sm" miw={520}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Known at the start</Table.Th>
                <Table.Th ta="right">Partner</Table.Th>
                <Table.Th ta="right">Others</Table.Th>
                <Table.Th ta="right">Difference before</Table.Th>
                <Table.Th ta="right">After</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {comparison.balance.map((row) => (
                <Table.Tr key={`${row.trait} ${row.level}`}>
                  <Table.Td>
                    <span className={classes.quiet}>{traitWords[row.trait]}</span> {row.level}
                  </Table.Td>
                  <Table.Td ta="right">{share(row.partnerShare)}</Table.Td>
                  <Table.Td ta="right">{share(row.directShare)}</Table.Td>
                  <Table.Td ta="right">{signed(row.before, decimal)}</Table.Td>
                  <Table.Td ta="right">{signed(row.after, decimal)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </details>
      <a className={classes.more} href={props.strataHref} download>
        The groups as a file (CSV)
      </a>
    </section>
  );
}

function signed(value: number, decimal: (value: number, digits: number) => string): string {
  const rounded = decimal(Math.abs(value), 2);
  return value <= -0.005 ? `−${rounded}` : value >= 0.005 ? `+${rounded}` : rounded;
}
