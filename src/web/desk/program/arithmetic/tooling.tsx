import { Badge, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanArithmetic } from '#core/program/assumptions-arithmetic.ts';
import { assumptionsPage } from '#core/program/assumptions-page.ts';
import { type ToolVerdict, toolingWords } from '#core/program/tooling.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './arithmetic.module.css';
import type { PlanText } from './plan-words.ts';

const verdicts = { have: 'Have it', buy: 'Buy', wait: 'Wait' } as const;

/** The three layers of tooling: when each is worth its price, what it costs, buy or wait. */
export function Tooling(props: { plan: PlanArithmetic; text: PlanText }): ReactNode {
  return (
    <Card>
      <Title order={2}>Tools: buy or wait</Title>
      <ul className={classes.tools}>
        {props.plan.tooling.map((one) => (
          <Tool key={one.tool} verdict={one} text={props.text} />
        ))}
      </ul>
    </Card>
  );
}

function Tool(props: { verdict: ToolVerdict; text: PlanText }): ReactNode {
  const { verdict, text } = props;
  return (
    <li>
      <div className={classes.head}>
        <Text size="sm" fw={600}>
          {assumptionsPage.fields.tooling.rows[verdict.tool].label}
        </Text>
        <Badge color={verdict.verdict === 'wait' ? 'gray' : 'teal'}>{verdicts[verdict.verdict]}</Badge>
      </div>
      {verdict.reasons.map((reason) => (
        <Text key={reason.code} size="sm">
          {reason.holds
            ? toolingWords[reason.code].holds(reason.params)
            : toolingWords[reason.code].fails(reason.params)}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        {verdict.monthlyCost === null
          ? 'No monthly cost in the plan yet.'
          : `${text.number(verdict.monthlyCost, 'money')} a month.`}{' '}
        {verdict.fromMonth === null
          ? 'The plan does not come to it in three years.'
          : `Paid from month ${verdict.fromMonth}.`}
        {verdict.disagrees ? ' Your decision says otherwise.' : ''}
      </Text>
    </li>
  );
}
