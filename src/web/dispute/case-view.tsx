import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Proofs } from '../proofs.tsx';
import { Card } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import classes from './case.module.css';
import { classWord, type DisputeCase, kindWord, type Ruling, stateWords } from './case-words.ts';

/** Where a case stands: whose turn it is, by when, and what was claimed. */
export function CaseHead(props: { dispute: DisputeCase }): ReactNode {
  const { dispute } = props;
  const format = useFormat();
  return (
    <Card>
      <Group gap="xs">
        <Badge color={dispute.isOverdue ? 'red' : dispute.closedAt === null ? 'amber' : 'gray'}>
          {stateWords(dispute.state)}
        </Badge>
        {dispute.dueAt === null ? null : (
          <Text size="sm" {...(dispute.isOverdue ? { c: 'red', fw: 600 } : { c: 'dimmed' })}>
            {dispute.isOverdue ? 'overdue since' : 'due'} {format.instant(dispute.dueAt)}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          opened {format.instant(dispute.openedAt)} by {dispute.openedBy}
        </Text>
      </Group>
      <Text mt="xs">
        {dispute.claimedClass === null
          ? 'The credit is disputed.'
          : `Claims: ${classWord(dispute.claimedClass).toLowerCase()}${dispute.partner === null ? '' : ` for ${dispute.partner.name}`}.`}{' '}
        {dispute.closedAt === null
          ? `The credit stands at ${classWord(dispute.credit).toLowerCase()}; its commission waits until the case is closed.`
          : `The credit is ${classWord(dispute.credit).toLowerCase()} now.`}
      </Text>
    </Card>
  );
}

/** What both sides said, side by side: who opened the case on the left, who answers on the right, each in order of time. */
export function Statements(props: { dispute: DisputeCase }): ReactNode {
  const { statements, openedBy } = props.dispute;
  const claims = statements.filter(({ by }) => by === openedBy);
  const answers = statements.filter(({ by }) => by !== openedBy);
  return (
    <Card>
      <Title order={2}>What was said</Title>
      <div className={classes.sides}>
        <Side title={`The claim, by ${openedBy}`} statements={claims} />
        <Side title="The other side" statements={answers} />
      </div>
    </Card>
  );
}

function Side(props: { title: string; statements: DisputeCase['statements'] }): ReactNode {
  const format = useFormat();
  return (
    <section>
      <h3>{props.title}</h3>
      {props.statements.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          Nothing has been said yet.
        </Text>
      ) : null}
      <ol className={classes.statements}>
        {props.statements.map((one) => (
          <li key={one.id} data-side={one.side}>
            <p className={classes.who}>
              <strong>{kindWord(one.kind)}</strong> by {one.by}, {format.instant(one.at)}
            </p>
            <p className={classes.body}>{one.body}</p>
            <Proofs evidence={one.links} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A ruling with its reason, who has signed it, and who still has to. */
export function RulingText(props: { ruling: Ruling; actions?: ReactNode }): ReactNode {
  const { ruling } = props;
  const format = useFormat();
  return (
    <article className={classes.ruling}>
      <Group justify="space-between" align="flex-start">
        <p className={classes.who}>
          <strong>
            {ruling.isAppeal ? 'On appeal' : 'Ruling'} {ruling.number}:{' '}
            {classWord(ruling.class).toLowerCase()}
            {ruling.partner === null ? '' : `, ${ruling.partner.name}`}
          </strong>
        </p>
        <Badge color={ruling.standsAt === null ? 'amber' : 'teal'}>
          {ruling.standsAt === null
            ? `waits for ${ruling.missing.length === 0 ? 'a signature' : ruling.missing.join(' or ')}`
            : `stands since ${format.instant(ruling.standsAt)}`}
        </Badge>
      </Group>
      <p className={classes.question}>{ruling.question}</p>
      <p className={classes.body}>{ruling.reason}</p>
      <p className={classes.who}>
        {ruling.signatures.map((one) => `${one.by} for ${one.seat}, ${format.instant(one.at)}`).join('; ')}
      </p>
      {props.actions}
    </article>
  );
}
