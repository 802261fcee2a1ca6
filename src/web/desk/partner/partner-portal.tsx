import { Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { roles } from '#core/program/roles.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { PortalClosedNote, usePortalOpening } from '../portal/portal-opening.tsx';
import type { Partner } from './partner-data.ts';

/** The portal for the people of a partner: whom to invite, or why nobody can be invited yet. */
export function PartnerPortal(props: { partner: Partner }): ReactNode {
  const { partner } = props;
  const mayInvite = useMay('member.change');
  const opening = usePortalOpening();
  const [inviting, setInviting] = useState(false);
  const noteId = useId();
  const closed = opening.data?.state === 'closed' ? opening.data : null;
  return (
    <Card>
      <section aria-label="Portal">
        <Group justify="space-between">
          <Title order={2}>Portal</Title>
          {mayInvite && opening.data !== undefined ? (
            <Button
              size="compact-sm"
              variant="default"
              disabled={closed !== null}
              {...(closed === null ? {} : { 'aria-describedby': noteId })}
              onClick={() => setInviting(true)}
            >
              Invite a person
            </Button>
          ) : null}
        </Group>
        <Stack gap="xs" mt={4}>
          {opening.error === null ? null : (
            <ErrorState error={opening.error} onRetry={() => void opening.refetch()} />
          )}
          {opening.isPending ? <Loading rows={2} label="Loading whether the portal is open" /> : null}
          {closed === null ? null : <PortalClosedNote id={noteId} opening={closed} />}
          {opening.data?.state === 'open' ? (
            <Text size="sm" c="dimmed">
              With a login the people of {partner.name} register deals and see how they stand.{' '}
              {mayInvite ? 'Its' : 'An administrator invites the first of them; its'} admins invite their
              colleagues.
            </Text>
          ) : null}
        </Stack>
      </section>
      {inviting ? <InviteToPortal partner={partner} onClose={() => setInviting(false)} /> : null}
    </Card>
  );
}

const choices = [
  ['partner_admin', 'registers deals, sees earnings, runs the team'],
  ['partner_rep', 'registers deals'],
] as const;

function InviteToPortal(props: { partner: Partner; onClose: () => void }): ReactNode {
  const { partner, onClose } = props;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof choices)[number][0]>('partner_admin');
  const invite = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/invitations', {
          params: { path: { org: slug } },
          body: { email: email.trim(), roles: [role], partnerId: partner.partnerId, accessEndsOn: null },
        }),
      ),
    onSuccess: async () => {
      toastDone(`The invitation is on its way to ${email.trim()}.`);
      onClose();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['members', slug] }),
        queries.invalidateQueries({ queryKey: ['portal-opening', slug] }),
      ]);
    },
  });
  const problem = invite.error === null ? null : problemOf(invite.error);
  const ofMail = fieldError(problem, 'email');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title={`Invite somebody of ${partner.name}`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Text size="sm">They get a letter with a link that works once, for seven days.</Text>
          {problem === null || ofMail !== null ? null : <ErrorState error={invite.error} />}
          <TextInput
            label="Mail address"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={ofMail}
            autoComplete="off"
            required
            data-autofocus
          />
          <Radio.Group label="Role" value={role} onChange={(value) => setRole(value as typeof role)}>
            <Stack gap="xs" mt="xs">
              {choices.map(([one, says]) => (
                <Radio key={one} value={one} label={roles[one].label} description={says} />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={invite.isPending}>
              Send the invitation
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
