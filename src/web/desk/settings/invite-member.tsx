import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, type Role } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { RoleChoice } from './role-choice.tsx';

const empty = { email: '', roles: [] as Role[], accessEndsOn: '' };

/** Invites a person by mail: one link, used once, for seven days. */
export function InviteMember(props: { opened: boolean; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [fields, setFields] = useState(empty);
  const invite = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/invitations', {
          params: { path: { org: slug } },
          body: {
            email: fields.email,
            roles: fields.roles,
            partnerId: null,
            accessEndsOn: fields.accessEndsOn === '' ? null : fields.accessEndsOn,
          },
        }),
      ),
    onSuccess: async () => {
      toastDone(`The invitation is on its way to ${fields.email}.`);
      setFields(empty);
      props.onClose();
      await queries.invalidateQueries({ queryKey: ['members', slug] });
    },
  });
  const problem = invite.error === null ? null : problemOf(invite.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title="Invite a person">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={invite.error} />}
          <Text size="sm" c="dimmed">
            Somebody of your own company. The people of a partner are invited on{' '}
            <a href={paths.partners(slug)}>the page of that partner</a>.
          </Text>
          <TextInput
            label="Mail address"
            type="email"
            value={fields.email}
            onChange={(event) => setFields({ ...fields, email: event.currentTarget.value })}
            error={fieldError(problem, 'email')}
            autoComplete="off"
            required
            data-autofocus
          />
          <RoleChoice
            value={fields.roles}
            onChange={(roles) => setFields({ ...fields, roles })}
            error={fieldError(problem, 'roles')}
          />
          <TextInput
            label="Access ends on"
            description="The last day of access. Leave it empty for no end; advisors usually have one."
            type="date"
            value={fields.accessEndsOn}
            onChange={(event) => setFields({ ...fields, accessEndsOn: event.currentTarget.value })}
            error={fieldError(problem, 'accessEndsOn')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={invite.isPending} disabled={fields.roles.length === 0}>
              Send the invitation
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
