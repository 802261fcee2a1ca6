import { Checkbox, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { roles } from '#core/program/roles.ts';
import type { Role } from '../../api.ts';

/** The roles of the vendor's side, in the order of the role table. */
const deskRoles = (Object.keys(roles) as Role[]).filter((role) => roles[role].face === 'desk');

/** Chooses one or more desk roles. All of them stand in view: whoever gives access should see what there is. */
export function RoleChoice(props: {
  value: readonly Role[];
  onChange: (value: Role[]) => void;
  error?: string | null | undefined;
}): ReactNode {
  return (
    <Checkbox.Group
      label="Roles"
      description="What a person may see and do is the sum of their roles."
      value={[...props.value]}
      onChange={(value) => props.onChange(value as Role[])}
      error={props.error}
      withAsterisk
    >
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs" mt="xs">
        {deskRoles.map((role) => (
          <Checkbox key={role} value={role} label={roles[role].label} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
