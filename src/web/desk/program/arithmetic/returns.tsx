import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Figure } from '#core/program/algebra.ts';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import type { Returns as YearReturns } from '#core/program/returns.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './arithmetic.module.css';
import { missingOf, type PlanText, type PlanUnit } from './plan-words.ts';

type Line = {
  readonly label: string;
  readonly unit: PlanUnit;
  readonly of: (year: YearReturns) => Figure;
};

const lines: readonly Line[] = [
  { label: 'Program cost', unit: 'money', of: (year) => year.programCost },
  { label: 'Sourced closed-won', unit: 'money', of: (year) => year.sourcedWon },
  { label: 'Gross margin on it', unit: 'money', of: (year) => year.grossMargin },
  { label: 'Return on the cost', unit: 'share', of: (year) => year.roi },
  { label: 'Cost to win a customer', unit: 'money', of: (year) => year.cac },
  { label: '… against direct', unit: 'times', of: (year) => year.againstDirect.cac },
  { label: 'Payback', unit: 'months', of: (year) => year.paybackMonths },
  { label: '… against direct', unit: 'times', of: (year) => year.againstDirect.payback },
  { label: 'Another unit in brings back', unit: 'times', of: (year) => year.marginalReturn },
];

const memo: readonly Line[] = [
  { label: 'SDR hours saved', unit: 'count', of: (year) => year.memo.sdrHoursSaved },
  { label: '… worth', unit: 'money', of: (year) => year.memo.sdrCostSaved },
  { label: 'AE hours freed', unit: 'count', of: (year) => year.memo.aeHoursFreed },
  { label: '… worth', unit: 'money', of: (year) => year.memo.aeCostFreed },
];

/** OM-5: what the program costs and brings back, year by year; influenced revenue never enters. */
export function Returns(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  const { plan, text } = props;
  const { breakEvenMonth } = plan.months;
  const all = [...lines, ...memo];
  const missing = missingOf(plan.returns.flatMap((year) => all.map((line) => line.of(year))));
  const rows = (list: readonly Line[]) =>
    list.map((line, index) => (
      // The lines never change their order, and two of them have the same label.
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
      <tr key={index}>
        <th scope="row">{line.label}</th>
        {plan.returns.map((year) => (
          <td key={year.year ?? 'all'}>{text.cell(line.of(year), line.unit)}</td>
        ))}
      </tr>
    ));
  return (
    <Card>
      <Title order={2} mb="xs">
        Cost, payback, return
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={classes.scroll} aria-label="Cost, payback and return by year" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Sourced deals only</th>
              {plan.returns.map((year) => (
                <th key={year.year ?? 'all'} scope="col">
                  {year.year === null ? 'Three years' : `Year ${year.year}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows(lines)}</tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={plan.returns.length + 1} className={classes.memo}>
                Beside the return, never inside it
              </th>
            </tr>
            {rows(memo)}
          </tbody>
        </table>
      </section>
      {missing === null ? null : <p className={classes.note}>Not known yet: fill in {missing}.</p>}
      {breakEvenMonth.known || breakEvenMonth.why === 'never' ? (
        <p className={classes.note}>
          {breakEvenMonth.known
            ? `Margins stay above costs from month ${breakEvenMonth.value} on.`
            : 'Margins do not overtake costs within three years.'}
        </p>
      ) : null}
    </Card>
  );
}
