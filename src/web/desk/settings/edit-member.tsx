import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Role } from '../../api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { useChangeMember } from './members-data.ts';
import { RoleChoice } from './role-choice.tsx';

export type EditMemberProps = {
  member: { membershipId: string; name: string; roles: Role[]; accessEndsOn: string | null };
  onClose: () => void;
};

/** Changes a member's roles and the end of their access. */
export function EditMember(props: EditMemberProps): ReactNode {
  const { member } = props;
  const change = useChangeMember(useDesk().slug);
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const [endsOn, setEndsOn] = useState(member.accessEndsOn ?? '');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      { membershipId: member.membershipId, roles, accessEndsOn: endsOn === '' ? null : endsOn },
      {
        onSuccess: () => {
          toastDone(`${member.name} is changed.`);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={props.onClose} title={member.name}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {change.error === null ? null : <ErrorState error={change.error} />}
          <RoleChoice value={roles} onChange={setRoles} />
          <TextInput
            label="Access ends on"
            description="The last day of access. Leave it empty for no end."
            type="date"
            value={endsOn}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending} disabled={roles.length === 0}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
