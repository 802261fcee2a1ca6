import { Badge, Button, Group, Menu, Stack, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { roles } from '#core/program/roles.ts';
import { api, type Role } from '../../api.ts';
import { take } from '../../api-client.ts';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { toastDone, toastProblem, toastUndo } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { EditMember } from './edit-member.tsx';
import { InviteMember } from './invite-member.tsx';
import { membersQuery, useChangeMember } from './members-data.ts';

type Member = {
  membershipId: string;
  name: string;
  roles: Role[];
  accessEndsOn: string | null;
  suspended: boolean;
};
type OpenInvitation = { invitationId: string; email: string; roles: Role[]; expiresAt: number };

const roleNames = (list: readonly Role[]): string => list.map((role) => roles[role].label).join(', ');

/** Settings: who belongs to the organization, as what, until when, and who is invited. */
export function Members(): ReactNode {
  const { slug } = useDesk();
  const mayChange = useMay('member.change');
  const members = useQuery(membersQuery(slug));
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<Member | null>(null);
  return (
    <Page
      title="Members"
      lead="Who sees this organization, in which role, and until when."
      actions={mayChange ? <Button onClick={() => setInviting(true)}>Invite a person</Button> : null}
    >
      <MemberTable
        rows={members.data?.items}
        error={members.error}
        onRetry={() => void members.refetch()}
        onEdit={mayChange ? setEditing : null}
      />
      {members.data === undefined || members.data.invitations.length === 0 ? null : (
        <Stack gap="sm">
          <Title order={2}>Open invitations</Title>
          <InvitationTable rows={members.data.invitations} mayChange={mayChange} />
        </Stack>
      )}
      <InviteMember opened={inviting} onClose={() => setInviting(false)} />
      {editing === null ? null : <EditMember member={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function MemberTable(props: {
  rows: Member[] | undefined;
  error: unknown;
  onRetry: () => void;
  onEdit: ((member: Member) => void) | null;
}): ReactNode {
  const format = useFormat();
  const { slug, me } = useDesk();
  const change = useChangeMember(slug);
  const suspend = (member: Member, suspended: boolean): void =>
    change.mutate(
      { membershipId: member.membershipId, suspended },
      {
        onError: toastProblem,
        onSuccess: () =>
          toastUndo(
            suspended ? `${member.name} has no access now.` : `${member.name} has access again.`,
            () =>
              change.mutate(
                { membershipId: member.membershipId, suspended: !suspended },
                { onError: toastProblem },
              ),
          ),
      },
    );
  return (
    <DataTable
      label="Members"
      rows={props.rows}
      error={props.error}
      onRetry={props.onRetry}
      rowKey={(member) => member.membershipId}
      empty={null}
      columns={[
        {
          key: 'name',
          header: 'Name',
          cell: (member) => (member.membershipId === me.membershipId ? `${member.name} (you)` : member.name),
        },
        { key: 'roles', header: 'Roles', cell: (member) => roleNames(member.roles) },
        {
          key: 'access',
          header: 'Access',
          cell: (member) =>
            member.suspended ? (
              <Badge color="amber">Suspended</Badge>
            ) : member.accessEndsOn === null ? (
              'no end date'
            ) : (
              `until ${format.day(member.accessEndsOn)}`
            ),
        },
        {
          key: 'actions',
          header: 'Actions',
          cell: (member) =>
            props.onEdit === null ? null : (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button size="compact-sm" variant="default" aria-label={`Change ${member.name}`}>
                    Change
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => props.onEdit?.(member)}>Roles and end of access</Menu.Item>
                  {member.membershipId === me.membershipId ? null : (
                    <Menu.Item onClick={() => suspend(member, !member.suspended)}>
                      {member.suspended ? 'Give access again' : 'Suspend access'}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            ),
        },
      ]}
    />
  );
}

function InvitationTable(props: { rows: OpenInvitation[]; mayChange: boolean }): ReactNode {
  const format = useFormat();
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState<OpenInvitation | null>(null);
  const revoke = useMutation({
    mutationFn: (invitationId: string) =>
      take(
        api.DELETE('/api/v1/o/{org}/invitations/{invitationId}', {
          params: { path: { org: slug, invitationId } },
        }),
      ),
    onSuccess: () => toastDone('The invitation is taken back.'),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['members', slug] }),
  });
  return (
    <>
      <DataTable
        label="Open invitations"
        rows={props.rows}
        rowKey={(invitation) => invitation.invitationId}
        empty={null}
        columns={[
          { key: 'email', header: 'Mail address', cell: (invitation) => invitation.email },
          { key: 'roles', header: 'Roles', cell: (invitation) => roleNames(invitation.roles) },
          { key: 'expires', header: 'Expires', cell: (invitation) => format.instant(invitation.expiresAt) },
          {
            key: 'actions',
            header: 'Actions',
            cell: (invitation) =>
              props.mayChange ? (
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Take back the invitation of ${invitation.email}`}
                    onClick={() => setRevoking(invitation)}
                  >
                    Take back
                  </Button>
                </Group>
              ) : null,
          },
        ]}
      />
      <ConfirmDanger
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        onConfirm={async () => {
          if (revoking !== null) await revoke.mutateAsync(revoking.invitationId).catch(() => undefined);
        }}
        title="Take this invitation back?"
        confirmLabel="Take it back"
      >
        The link that {revoking?.email} received stops working. You can invite them again.
      </ConfirmDanger>
    </>
  );
}
