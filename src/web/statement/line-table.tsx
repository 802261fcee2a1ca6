import { Badge } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { lineSentence } from '#core/incentive/line-reasons.ts';
import { parseCurrencyCode } from '#core/money.ts';
import type { components } from '../api-schema.d.ts';
import { LanguageContext } from '../speech.ts';
import { useFormat } from '../ui/format.tsx';
import classes from './line-table.module.css';
import { type StatementTexts, StatementTextsContext } from './statement-texts.ts';

export type Line = components['schemas']['Accrual'];

function stateOf({ state, statementNumber }: Line, said: StatementTexts): string {
  return state === 'stated' && statementNumber !== null
    ? said.onStatement(statementNumber)
    : said.state[state];
}

/** Why the line is there, in the reader's language; where it cannot be said in it, in English. */
function Why(props: { line: Line }): ReactNode {
  const { line } = props;
  const format = useFormat();
  const own = lineSentence(useContext(LanguageContext).language, line.reasons);
  return own === null ? (
    <span lang="en">{format.sentence(line.why)}</span>
  ) : (
    <span>{format.sentence(own)}</span>
  );
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
  const said = useContext(StatementTextsContext);
  const money = (minor: number | null, currency: string): string => {
    const code = parseCurrencyCode(currency);
    return format.moneyExact(minor === null || code === null ? null : { minor, currency: code });
  };
  return (
    <table className={classes.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{said.line}</th>
          <th scope="col">{said.deal}</th>
          <th scope="col">{said.why}</th>
          <th scope="col">{said.stateTitle}</th>
          <th scope="col" className={classes.number}>
            {said.amount}
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
              <Why line={line} />
              <span className={classes.small}>
                {[
                  said.byPage(line.rule, line.policyVersion),
                  ...(line.ratesVersion === null ? [] : [said.byRates(line.ratesVersion)]),
                  ...(line.baseMinor === null ? [] : [said.onBase(money(line.baseMinor, line.currency))]),
                  ...(line.person === null ? [] : [said.forPerson(line.person)]),
                ].join(', ')}
              </span>
            </td>
            <td>
              <Badge color={line.state === 'held' ? 'amber' : 'gray'}>{stateOf(line, said)}</Badge>
            </td>
            <td className={classes.number}>{money(line.amountMinor, line.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
