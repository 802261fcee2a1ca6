import { Button, Progress, Text, Title, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sayCheck } from '#core/blueprint/check-document.ts';
import type { Check } from '#core/program/check.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './editor.module.css';

/** So many of what is missing stand there unasked: the print below them should stay in sight. */
const fewest = 2;

/** What the page still lacks, and what to think about; a press leads to the field. What holds is counted. */
export function CheckList(props: { checks: readonly Check[]; onGo: (path: string) => void }): ReactNode {
  const { checks } = props;
  const holding = checks.filter((check) => check.holds);
  const failing = checks.filter((check) => !check.holds);
  const blocking = failing.filter((check) => check.severity === 'blocking');
  const advisory = failing.filter((check) => check.severity === 'advisory');
  const [all, setAll] = useState(false);
  const rest = failing.length - Math.min(fewest, blocking.length);
  return (
    <Card>
      <div className={classes.checkHead}>
        <Title order={2}>Checks</Title>
        <Text size="sm" c="dimmed">
          {holding.length} of {checks.length} hold
        </Text>
      </div>
      <Progress
        value={(holding.length / Math.max(1, checks.length)) * 100}
        size="sm"
        aria-label={`${holding.length} of ${checks.length} checks hold`}
      />
      <div aria-live="polite">
        {blocking.length === 0 ? (
          <Text size="sm" mt="xs">
            Nothing stands in the way of a proposal.
          </Text>
        ) : (
          <Items
            title="Still missing"
            checks={all ? blocking : blocking.slice(0, fewest)}
            onGo={props.onGo}
          />
        )}
        {advisory.length === 0 || !all ? null : (
          <Items title="To think about" checks={advisory} onGo={props.onGo} />
        )}
      </div>
      {rest === 0 && !all ? null : (
        <Button size="compact-sm" variant="subtle" mt="xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${rest} more`}
        </Button>
      )}
      {holding.length === 0 || !all ? null : (
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
      <Text size="sm" fw={600} mt="xs">
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
