import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './opportunity.module.css';
import type { Credit } from './opportunity-data.ts';
import { classLabel, plainWords } from './opportunity-words.ts';

type Reason = Credit['reasons'][number];

/** Every test of every partner: passed or not, the fact behind it, and the sentence of the signed page. */
export function CreditTests(props: { credit: Credit }): ReactNode {
  const { partners, reasons } = props.credit;
  return (
    <section aria-label="Tests">
      <Title order={2}>The tests</Title>
      {reasons.length === 0 ? (
        <Text size="sm" c="dimmed">
          No test has been run: nobody has recorded what a partner did on this deal. Record an introduction or
          a touch and it is decided at once.
        </Text>
      ) : null}
      {partners.length === 0 ? <TestList reasons={reasons} /> : null}
      {partners.map((one) => (
        <section key={one.partner.id} aria-label={`Tests of ${one.partner.name}`}>
          <Group gap="xs" mt="sm">
            <Title order={3}>{one.partner.name}</Title>
            <Badge color={one.credited ? 'teal' : 'gray'}>
              {one.credited ? classLabel(one.class) : `${classLabel(one.class)}, not counted`}
            </Badge>
            {one.role === null ? null : (
              <Text size="sm" c="dimmed">
                {plainWords(one.role)}
              </Text>
            )}
          </Group>
          <TestList reasons={one.reasons} />
        </section>
      ))}
    </section>
  );
}

function TestList(props: { reasons: readonly Reason[] }): ReactNode {
  // The same test may have been run on several acts, and say the same of each.
  const tests = props.reasons.map((reason, at) => ({ key: `${at} ${reason.rule}`, reason }));
  return (
    <ul className={classes.tests}>
      {tests.map(({ key, reason }) => (
        <li key={key}>
          <span className={reason.holds ? classes.yes : classes.no}>{reason.holds ? '✓ yes' : '✗ no'}</span>
          <span>
            {reason.fact}
            <span className={classes.clause}>{reason.clause}</span>
          </span>
          <span className={classes.small}>{reason.rule}</span>
        </li>
      ))}
    </ul>
  );
}
