import { Progress, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayCheck } from '#core/blueprint/check-document.ts';
import type { Check } from '#core/program/check.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './editor.module.css';

/** What stands in the way of a proposal, what to think about, and how much holds. */
export function sortChecks(checks: readonly Check[]): {
  readonly blocking: readonly Check[];
  readonly advisory: readonly Check[];
  readonly holding: readonly Check[];
} {
  const failing = checks.filter((check) => !check.holds);
  return {
    blocking: failing.filter((check) => check.severity === 'blocking'),
    advisory: failing.filter((check) => check.severity === 'advisory'),
    holding: checks.filter((check) => check.holds),
  };
}

/** What the page still lacks, and what to think about; a press leads to the field. */
export function CheckList(props: { checks: readonly Check[]; onGo: (path: string) => void }): ReactNode {
  const { checks } = props;
  const { blocking, advisory, holding } = sortChecks(checks);
  return (
    <Card p="lg">
      <Text fw={600}>
        {holding.length} of {checks.length} hold
      </Text>
      <Progress
        value={(holding.length / Math.max(1, checks.length)) * 100}
        size="sm"
        mt={6}
        aria-label={`${holding.length} of ${checks.length} checks hold`}
      />
      <div aria-live="polite">
        {blocking.length === 0 ? (
          <Text size="sm" mt="md">
            Nothing stands in the way of a proposal.
          </Text>
        ) : (
          <Items title="To settle before it can be proposed" checks={blocking} onGo={props.onGo} />
        )}
        {advisory.length === 0 ? null : (
          <Items title="To think about; it can be signed all the same" checks={advisory} onGo={props.onGo} />
        )}
      </div>
      {holding.length === 0 ? null : (
        <details className={classes.holding}>
          <summary>What holds</summary>
          <ul>
            {holding.map((check) => (
              <li key={`${check.code} ${check.path}`}>{sayCheck(check)}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Items(props: { title: string; checks: readonly Check[]; onGo: (path: string) => void }): ReactNode {
  return (
    <>
      <Text size="sm" fw={600} mt="md">
        {props.title}
      </Text>
      <ul className={classes.checks}>
        {props.checks.map((check) => (
          <li key={`${check.code} ${check.path}`} data-severity={check.severity}>
            {check.path === '' ? (
              sayCheck(check)
            ) : (
              <UnstyledButton className={classes.check} onClick={() => props.onGo(check.path)}>
                {sayCheck(check)}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
