import { Badge, Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../language.ts';
import classes from './team.module.css';
import { type TeamInvitation, type TeamRole, useTeamAct } from './team-data.ts';

/** Who was invited and has not come: the letter can be sent again, or the invitation taken back. */
export function InvitationList(props: { invitations: readonly TeamInvitation[] }): ReactNode {
  const { team } = useWords();
  if (props.invitations.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {team.invitations.title}
      </Title>
      <ul className={classes.people} aria-label={team.invitations.title}>
        {props.invitations.map((one) => (
          <li key={one.invitationId}>
            <Invitation invitation={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invitation(props: { invitation: TeamInvitation }): ReactNode {
  const { email, role, expiresAt, isOver, invitationId: ownInvitation } = props.invitation;
  const { team } = useWords();
  const toast = useToast();
  const said = team.invitations;
  const format = useFormat();
  const act = useTeamAct();
  const send = (kind: 'renew' | 'withdraw', done: string): void =>
    act.mutate({ kind, ownInvitation }, { onError: toast.problem, onSuccess: () => toast.done(done) });
  const when = format.instant(expiresAt);
  return (
    <Card>
      <Group gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Text>
        <Badge color={isOver ? 'amber' : 'gray'}>{team.role[role as TeamRole]}</Badge>
      </Group>
      <div className={classes.facts}>
        <span>{isOver ? said.over(when) : said.until(when)}</span>
      </div>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          aria-label={said.againFor(email)}
          disabled={act.isPending}
          onClick={() => send('renew', said.sentAgain(email))}
        >
          {said.again}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={said.withdrawFor(email)}
          disabled={act.isPending}
          onClick={() => send('withdraw', said.withdrawn(email))}
        >
          {said.withdraw}
        </Button>
      </div>
    </Card>
  );
}
