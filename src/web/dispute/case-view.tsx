import { Badge, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { nameIn } from '../any-language.ts';
import { Proofs } from '../proofs.tsx';
import { Card } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import classes from './case.module.css';
import { type CaseTexts, CaseTextsContext } from './case-texts.ts';
import type { DisputeCase, Ruling } from './case-words.ts';

/** Where a case stands: whose turn it is, by when, and what was claimed. */
export function CaseHead(props: { dispute: DisputeCase }): ReactNode {
  const { dispute } = props;
  const format = useFormat();
  const said = useContext(CaseTextsContext);
  const credit = inSentence(nameIn(said.class, dispute.credit), format.language);
  return (
    <Card>
      <Group gap="xs">
        <Badge color={dispute.isOverdue ? 'red' : dispute.closedAt === null ? 'amber' : 'gray'}>
          {said.state[dispute.state]}
        </Badge>
        {dispute.dueAt === null ? null : (
          <Text size="sm" {...(dispute.isOverdue ? { c: 'red', fw: 600 } : { c: 'dimmed' })}>
            {(dispute.isOverdue ? said.overdue : said.due)(format.instant(dispute.dueAt))}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {said.opened(format.instant(dispute.openedAt), dispute.openedBy)}
        </Text>
      </Group>
      <Text mt="xs">
        {claimOf(dispute, said, format.language)}{' '}
        {dispute.closedAt === null ? said.stands(credit) : said.isNow(credit)}
      </Text>
    </Card>
  );
}

/** A class within a sentence: small in English, and in German small where it is no noun. */
function inSentence(word: string, language: string): string {
  return language.startsWith('de') && word.includes(' ') ? word : word.toLowerCase();
}

function claimOf(dispute: DisputeCase, said: CaseTexts, language: string): string {
  if (dispute.claimedClass === null) return said.disputed;
  const what = inSentence(nameIn(said.class, dispute.claimedClass), language);
  return dispute.partner === null ? said.claims(what) : said.claimsFor(what, dispute.partner.name);
}

/** What both sides said, side by side: who opened the case on the left, who answers on the right, each in order of time. */
export function Statements(props: { dispute: DisputeCase }): ReactNode {
  const { statements, openedBy } = props.dispute;
  const said = useContext(CaseTextsContext);
  const claims = statements.filter(({ by }) => by === openedBy);
  const answers = statements.filter(({ by }) => by !== openedBy);
  return (
    <Card>
      <Title order={2}>{said.said}</Title>
      <div className={classes.sides}>
        <Side title={said.claimBy(openedBy)} statements={claims} />
        <Side title={said.otherSide} statements={answers} />
      </div>
    </Card>
  );
}

function Side(props: { title: string; statements: DisputeCase['statements'] }): ReactNode {
  const format = useFormat();
  const said = useContext(CaseTextsContext);
  return (
    <section>
      <h3>{props.title}</h3>
      {props.statements.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {said.nothing}
        </Text>
      ) : null}
      <ol className={classes.statements}>
        {props.statements.map((one) => (
          <li key={one.id} data-side={one.side}>
            <p className={classes.who}>
              <strong>{nameIn(said.kind, one.kind)}</strong> {said.by(one.by, format.instant(one.at))}
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
  const said = useContext(CaseTextsContext);
  const missing = ruling.missing.length === 0 ? said.aSignature : ruling.missing.join(` ${said.or} `);
  return (
    <article className={classes.ruling}>
      <Group justify="space-between" align="flex-start">
        <p className={classes.who}>
          <strong>
            {(ruling.isAppeal ? said.onAppeal : said.ruling)(ruling.number)}:{' '}
            {inSentence(nameIn(said.class, ruling.class), format.language)}
            {ruling.partner === null ? '' : `, ${ruling.partner.name}`}
          </strong>
        </p>
        <Badge color={ruling.standsAt === null ? 'amber' : 'teal'}>
          {ruling.standsAt === null
            ? said.waitsFor(missing)
            : said.standsSince(format.instant(ruling.standsAt))}
        </Badge>
      </Group>
      <p className={classes.question}>{ruling.question}</p>
      <p className={classes.body}>{ruling.reason}</p>
      <p className={classes.who}>
        {ruling.signatures.map((one) => said.signed(one.by, one.seat, format.instant(one.at))).join('; ')}
      </p>
      {props.actions}
    </article>
  );
}
