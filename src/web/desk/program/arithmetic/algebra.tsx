import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Algebra as YearAlgebra } from '#core/program/algebra.ts';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './arithmetic.module.css';
import { missingOf, type PlanText, type PlanUnit } from './plan-words.ts';

type Line = {
  readonly label: string;
  readonly unit: PlanUnit;
  readonly of: (year: YearAlgebra) => Parameters<PlanText['figure']>[0];
};

const lines: readonly Line[] = [
  { label: 'Total new pipeline', unit: 'money', of: (year) => year.totalPipeline },
  { label: '× share from partners', unit: 'share', of: (year) => year.share },
  { label: '= pipeline needed from partners', unit: 'money', of: (year) => year.neededPipeline },
  { label: '÷ pipeline of one producing partner', unit: 'money', of: (year) => year.perProducer },
  { label: '= producing partners needed', unit: 'count', of: (year) => year.producersNeeded },
  { label: '÷ activation = signings needed', unit: 'count', of: (year) => year.signingsNeeded },
  { label: '÷ cap = partner managers needed', unit: 'count', of: (year) => year.managersNeeded },
];

/** OM-6: from the target to the names, line by line, for the three program years. */
export function Algebra(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  const { plan, text } = props;
  const { oneCohort } = plan.algebra;
  const missing = missingOf(plan.years.flatMap((year) => lines.map((line) => line.of(year))));
  return (
    <Card>
      <Title order={2} mb="xs">
        From the target to the names
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={classes.scroll} aria-label="The partner algebra" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              {plan.years.map((year) => (
                <th key={year.year} scope="col">
                  Year {year.year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                {plan.years.map((year) => (
                  <td key={year.year}>{text.cell(line.of(year), line.unit)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {missing === null ? null : <p className={classes.note}>Not known yet: fill in {missing}.</p>}
      {oneCohort.pipeline.known && oneCohort.share.known ? (
        <p className={classes.note}>
          One cohort of {oneCohort.signings} brings {text.figure(oneCohort.pipeline, 'money')} in a full year,
          a share of {text.figure(oneCohort.share, 'share')}.
        </p>
      ) : null}
    </Card>
  );
}
