import { Button, Group, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import classes from './opportunity.module.css';
import type { Opportunity } from './opportunity-data.ts';
import { type FactChange, type FactField, factChanges } from './opportunity-history.ts';
import { moneyOf } from './opportunity-words.ts';

type Fact = Opportunity['facts'][number];

const fieldLabels = {
  name: 'Name',
  stage: 'Stage',
  amount: 'Amount',
  expectedCloseOn: 'Expected close',
  closedOn: 'Closed',
  owner: 'Owner',
} as const satisfies Record<FactField, string>;

const shownAtFirst = 6;

/** What the source said about the deal over time: before and after, when it was known, by which import. */
export function FactHistory(props: { facts: readonly Fact[] }): ReactNode {
  const [all, setAll] = useState(false);
  const changes = factChanges(props.facts);
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <Card>
      <Title order={2}>What its source said</Title>
      <ul className={classes.evidence}>
        {shown.map((change) => (
          <li key={`${change.fact.knownAt} ${change.fact.recordedAt}`}>
            <Change change={change} />
          </li>
        ))}
      </ul>
      {shown.length === changes.length ? null : (
        <Group>
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            Show all {changes.length}
          </Button>
        </Group>
      )}
    </Card>
  );
}

function Change(props: { change: FactChange }): ReactNode {
  const format = useFormat();
  const { fact, isFirst, changes } = props.change;
  const say = (field: FactField, of: Fact): string => {
    if (field === 'amount') return format.money(moneyOf(of.amountMinor, of.currency));
    if (field === 'expectedCloseOn' || field === 'closedOn') return format.day(of[field]);
    return of[field] ?? format.count(null);
  };
  return (
    <>
      {isFirst ? (
        <p>First known: {[say('stage', fact), say('amount', fact), say('owner', fact)].join(', ')}</p>
      ) : (
        changes.map(({ field, before, after }) => (
          <p key={field}>
            {fieldLabels[field]}: <span className={classes.quiet}>{say(field, before)} →</span>{' '}
            {say(field, after)}
          </p>
        ))
      )}
      <p className={classes.small}>
        known {format.instant(fact.knownAt)}
        {fact.knownAssumed ? ' (assumed)' : ''}
        {fact.importNumber === null ? '' : `, import ${fact.importNumber}`}, recorded{' '}
        {format.instant(fact.recordedAt)}
      </p>
    </>
  );
}
