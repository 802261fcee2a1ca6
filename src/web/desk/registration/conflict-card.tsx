import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { conflictStates, rulingGrounds } from '#core/registration/conflict.ts';
import { registrationStates } from '#core/registration/state.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { useFormat } from '../../ui/format.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './registration.module.css';
import { type Conflict, type Registration, useDeed } from './registration-data.ts';
import { RulingForm } from './ruling-form.tsx';

/** DR-13 to DR-15: who wants the account, what the rules say, and the ruling. */
export function ConflictCard(props: { registration: Registration; conflict: Conflict }): ReactNode {
  const { registration, conflict } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const mayRule = useMay('registration.rule');
  const [isDismissing, setDismissing] = useState(false);
  const isOpen = conflict.state === 'open';
  const isOverdue = isOpen && conflict.dueAt < Date.now();
  const dismiss = useDeed(
    () =>
      take(
        api.POST('/api/v1/o/{org}/registration-conflicts/{conflict}/dismissal', {
          params: { path: { org: slug, conflict: conflict.number } },
        }),
      ),
    () => 'There is no conflict. Everybody goes on as before.',
  );
  const winner = conflict.parties.find(({ registrationId }) => registrationId === conflict.recommended);
  return (
    <Card>
      <Group justify="space-between" gap="xs">
        <Title order={2}>Conflict {conflict.number}</Title>
        <Badge color={isOverdue ? 'red' : isOpen ? 'amber' : 'gray'}>{conflictStates[conflict.state]}</Badge>
      </Group>
      {isOpen ? (
        <Text size="sm" c={isOverdue ? 'red' : 'dimmed'}>
          {isOverdue ? 'Late: was to be ruled on by' : 'Rule by'} {format.instant(conflict.dueAt)}. The
          partners see only that it is being decided.
        </Text>
      ) : null}
      <ul className={classes.list} aria-label="Who wants the account">
        {conflict.parties.map((party) => (
          <li key={party.registrationId}>
            <Group justify="space-between" gap="xs">
              <span>
                {party.registrationId === registration.registrationId ? (
                  <strong>{party.partner} (this one)</strong>
                ) : (
                  <a href={paths.registration(slug, String(party.number))}>
                    {party.partner}, registration {party.number}
                  </a>
                )}
              </span>
              {party.registrationId === conflict.recommended && isOpen ? (
                <Badge color="teal">the rules say this one</Badge>
              ) : null}
            </Group>
            <span className={classes.second}>
              {party.customer} · {registrationStates[party.state]} ·{' '}
              {party.completeAt === null
                ? 'not complete'
                : `complete since ${format.instant(party.completeAt)}`}
              {party.isEligible ? '' : ' · not eligible'}
            </span>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Text size="sm" mt="xs">
          <strong>
            {conflict.recommended === 'direct'
              ? 'The rules say our own deal.'
              : winner === undefined
                ? 'No rule decides.'
                : `The rules say ${winner.partner}.`}
          </strong>{' '}
          {format.sentence(conflict.sentence)}
        </Text>
      ) : null}
      <Ruled conflict={conflict} />
      <Final conflict={conflict} />
      <Precedents conflict={conflict} />
      {isOpen && mayRule ? (
        <details style={{ marginTop: 10 }}>
          <summary>
            <Text span size="sm" fw={600}>
              Rule on it
            </Text>
          </summary>
          <RulingForm conflict={conflict} />
          <Button variant="default" size="xs" mt="md" onClick={() => setDismissing(true)}>
            There is no conflict
          </Button>
        </details>
      ) : null}
      <ConfirmDanger
        opened={isDismissing}
        onClose={() => setDismissing(false)}
        onConfirm={() => dismiss.mutateAsync().then(() => undefined, toastProblem)}
        title="There is no conflict"
        confirmLabel="Close the case"
      >
        The accounts are two. The case is closed, and everybody who waited in it waits for a decision again.
      </ConfirmDanger>
    </Card>
  );
}

function Ruled(props: { conflict: Conflict }): ReactNode {
  const { ground, words, evidence, winnerId, parties, ruledBy } = props.conflict;
  if (ground === null || words === null) return null;
  const winner = parties.find(({ registrationId }) => registrationId === winnerId);
  return (
    <>
      <Text size="sm" mt="sm" fw={600}>
        {winner === undefined ? 'Our own deal has it' : `${winner.partner} has it`}: {rulingGrounds[ground]}
      </Text>
      <p className={classes.told}>{words}</p>
      <Text size="xs" c="dimmed">
        {ruledBy === null ? '' : `Ruled by ${ruledBy}. `}
        {evidence.map((link) => (
          <a key={link} href={link} target="_blank" rel="noreferrer noopener nofollow">
            {link}{' '}
          </a>
        ))}
      </Text>
    </>
  );
}

/** DR-15: that the ruling is appealed, and what was decided on the appeal. */
function Final(props: { conflict: Conflict }): ReactNode {
  const { appealedAt, final, parties } = props.conflict;
  const format = useFormat();
  if (appealedAt === null) return null;
  if (final === null) {
    return (
      <Text size="sm" mt="sm">
        Appealed on {format.instant(appealedAt)}. The ruling stands until the appeal is decided.
      </Text>
    );
  }
  const winner = parties.find(({ registrationId }) => registrationId === final.winnerId);
  return (
    <>
      <Text size="sm" mt="sm" fw={600}>
        On appeal, finally: {winner === undefined ? 'our own deal has it' : `${winner.partner} has it`}
      </Text>
      <p className={classes.told}>{final.words}</p>
      <Text size="xs" c="dimmed">
        Decided by {final.by} on {format.instant(final.at)}.
      </Text>
    </>
  );
}

function Precedents(props: { conflict: Conflict }): ReactNode {
  const { precedents } = props.conflict;
  const format = useFormat();
  if (precedents.length === 0) return null;
  return (
    <details style={{ marginTop: 10 }}>
      <summary>
        <Text span size="sm">
          {precedents.length === 1 ? 'One earlier ruling' : `${precedents.length} earlier rulings`} of this
          kind
        </Text>
      </summary>
      <ul className={classes.list}>
        {precedents.map((one) => (
          <li key={one.number}>
            <strong>
              Conflict {one.number}, {one.account}
            </strong>{' '}
            · {rulingGrounds[one.ground]} · {format.instant(one.ruledAt)}
            <span className={classes.second}>{one.words}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
