import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { roles } from '#core/program/roles.ts';
import type { Role } from '../../api.ts';

/** The roles of the vendor's side, in the order of the role table. */
const deskRoles = (Object.keys(roles) as Role[])
  .filter((role) => roles[role].face === 'desk')
  .map((role) => ({ value: role, label: roles[role].label }));

/** Chooses one or more desk roles. */
export function RoleSelect(props: {
  value: readonly Role[];
  onChange: (value: Role[]) => void;
  error?: string | null | undefined;
}): ReactNode {
  return (
    <MultiSelect
      label="Roles"
      description="What a person may see and do is the sum of their roles."
      data={deskRoles}
      value={[...props.value]}
      onChange={(value) => props.onChange(value as Role[])}
      error={props.error}
      withAsterisk
      searchable
      hidePickedOptions
    />
  );
}
