import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import type { components } from '../api-schema.d.ts';
import { useFormat } from '../ui/format.tsx';
import classes from './line-table.module.css';

export type Line = components['schemas']['Accrual'];

const states = { due: 'due', held: 'held: disputed', stated: 'on a statement', paid: 'paid' } as const;

function stateOf({ state, statementNumber }: Line): string {
  return state === 'stated' && statementNumber !== null ? `on statement ${statementNumber}` : states[state];
}

/** Lines of what credit pays: the deal, why, on which amount, how much. Every amount on a screen is a sum of these. */
export function LineTable(props: {
  lines: readonly Line[];
  label: string;
  hrefOf?: ((line: Line) => string) | undefined;
  /** Names the partner where lines of several stand together. */
  showsPartner?: boolean | undefined;
}): ReactNode {
  const format = useFormat();
  const money = (minor: number | null, currency: string): string => {
    const code = parseCurrencyCode(currency);
    return format.moneyExact(minor === null || code === null ? null : { minor, currency: code });
  };
  return (
    <table className={classes.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Deal</th>
          <th scope="col">Why</th>
          <th scope="col">State</th>
          <th scope="col" className={classes.number}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.id} data-reversed={line.reversed || line.kind === 'reversal' || undefined}>
            <td>{line.number}</td>
            <td>
              {props.hrefOf === undefined ? line.deal : <a href={props.hrefOf(line)}>{line.deal}</a>}
              <span className={classes.small}>
                {props.showsPartner === true ? `${line.partner.name}, ` : ''}
                {format.day(line.occurredOn)}
              </span>
            </td>
            <td>
              {format.sentence(line.why)}
              <span className={classes.small}>
                {line.rule}, attribution page {line.policyVersion}
                {line.ratesVersion === null ? '' : `, archetypes page ${line.ratesVersion}`}
                {line.baseMinor === null ? '' : `, on ${money(line.baseMinor, line.currency)}`}
                {line.person === null ? '' : `, for ${line.person}`}
              </span>
            </td>
            <td>
              <Badge color={line.state === 'held' ? 'amber' : 'gray'}>{stateOf(line)}</Badge>
            </td>
            <td className={classes.number}>{money(line.amountMinor, line.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
