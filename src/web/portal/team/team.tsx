import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { useWords } from '../language.ts';
import { useMayInPortal, usePortal } from '../portal-context.ts';
import { Trouble } from '../trouble.tsx';
import { ColleagueCard } from './colleague-card.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { type Succession, SuccessorDialog } from './successor-dialog.tsx';
import classes from './team.module.css';
import { teamQuery } from './team-data.ts';

/** Who of the partner is in the portal; its admins invite, hand over and end from here. */
export function TeamPage(): ReactNode {
  const { slug, organization, partner } = usePortal();
  const words = useWords();
  const mayChange = useMayInPortal('portal.team');
  const team = useQuery(teamQuery(slug));
  const [inviting, setInviting] = useState(false);
  const [succession, setSuccession] = useState<Succession | null>(null);
  const members = team.data?.members ?? [];
  const admins = members.filter(({ isOpen, role }) => isOpen && role === 'partner_admin').length;
  return (
    <Page
      title={words.team.title}
      lead={words.team.lead(organization.name, partner.name)}
      width="narrow"
      actions={
        mayChange ? <Button onClick={() => setInviting(true)}>{words.team.invite.button}</Button> : undefined
      }
    >
      {team.error === null ? null : <Trouble error={team.error} onRetry={() => void team.refetch()} />}
      {team.data === undefined && team.error === null ? <Loading rows={4} label={words.ui.loading} /> : null}
      {team.data === undefined ? null : (
        <>
          <ul className={classes.people} aria-label={words.team.title}>
            {members.map((one) => (
              <li key={one.colleagueId}>
                <ColleagueCard
                  colleague={one}
                  mayChange={mayChange}
                  isLastAdmin={one.role === 'partner_admin' && one.isOpen && admins === 1}
                  onSuccession={setSuccession}
                />
              </li>
            ))}
          </ul>
          {mayChange ? null : (
            <Text size="sm" c="dimmed">
              {words.team.forReps}
            </Text>
          )}
          <InvitationList invitations={team.data.invitations} />
          {inviting ? <InviteDialog team={team.data} onClose={() => setInviting(false)} /> : null}
          {succession === null ? null : (
            <SuccessorDialog succession={succession} members={members} onClose={() => setSuccession(null)} />
          )}
        </>
      )}
    </Page>
  );
}
