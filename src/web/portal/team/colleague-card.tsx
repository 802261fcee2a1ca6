import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../language.ts';
import { usePortal } from '../portal-context.ts';
import type { Succession } from './successor-dialog.tsx';
import classes from './team.module.css';
import { type Colleague, type TeamRole, useTeamAct } from './team-data.ts';

/** Somebody of the team: as what they are here, how much is with them, and for admins what can be done. */
export function ColleagueCard(props: {
  colleague: Colleague;
  mayChange: boolean;
  isLastAdmin: boolean;
  onSuccession: (succession: Succession) => void;
}): ReactNode {
  const { colleague, mayChange } = props;
  const { organization } = usePortal();
  const { team } = useWords();
  const format = useFormat();
  const facts = [
    ...(colleague.email === null ? [] : [colleague.email]),
    team.registrations(colleague.registrations),
    ...(!mayChange
      ? []
      : [colleague.lastSeenAt === null ? team.neverSeen : team.seen(format.instant(colleague.lastSeenAt))]),
    ...(colleague.isOpen || colleague.mayReopen ? [] : [team.endedByVendor(organization.name)]),
  ];
  return (
    <Card>
      <div className={classes.row}>
        <div className={classes.who}>
          <Group gap="xs">
            <Text fw={600}>
              {colleague.name}
              {colleague.isMe ? ` (${team.me})` : ''}
            </Text>
            <Badge color={colleague.isOpen ? 'teal' : 'gray'}>
              {colleague.isOpen ? team.role[colleague.role as TeamRole] : team.ended}
            </Badge>
          </Group>
          <div className={classes.facts}>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </div>
        </div>
        {mayChange ? <ColleagueMenu {...props} /> : null}
      </div>
    </Card>
  );
}

function ColleagueMenu(props: {
  colleague: Colleague;
  isLastAdmin: boolean;
  onSuccession: (succession: Succession) => void;
}): ReactNode {
  const { colleague, isLastAdmin, onSuccession } = props;
  const { name, colleagueId, isOpen, registrations } = colleague;
  const { team } = useWords();
  const toast = useToast();
  const act = useTeamAct();
  const isAdmin = colleague.role === 'partner_admin';
  const setRole = (role: TeamRole): void =>
    act.mutate(
      { kind: 'role', colleagueId, role },
      {
        onError: toast.problem,
        onSuccess: () => toast.done(role === 'partner_admin' ? team.madeAdmin(name) : team.madeRep(name)),
      },
    );
  const reopen = (): void =>
    act.mutate(
      { kind: 'reopen', colleagueId },
      { onError: toast.problem, onSuccess: () => toast.done(team.reopened(name)) },
    );
  const mayHandOver = registrations > 0;
  if (!isOpen && !colleague.mayReopen && !mayHandOver) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={team.more(name)} loading={act.isPending}>
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isLastAdmin ? <Menu.Label>{team.lastAdmin}</Menu.Label> : null}
        {isOpen ? (
          <Menu.Item
            disabled={isLastAdmin}
            onClick={() => setRole(isAdmin ? 'partner_rep' : 'partner_admin')}
          >
            {isAdmin ? team.makeRep : team.makeAdmin}
          </Menu.Item>
        ) : null}
        {mayHandOver ? (
          <Menu.Item onClick={() => onSuccession({ kind: 'handOver', from: colleague })}>
            {team.handOver.button}
          </Menu.Item>
        ) : null}
        {isOpen ? (
          <Menu.Item disabled={isLastAdmin} onClick={() => onSuccession({ kind: 'end', from: colleague })}>
            {team.end.button}
          </Menu.Item>
        ) : colleague.mayReopen ? (
          <Menu.Item onClick={reopen}>{team.reopen}</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
