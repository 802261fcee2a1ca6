import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Partner } from './partner-data.ts';
import { fieldsOf, PartnerFieldInputs, type PartnerFields } from './partner-fields.tsx';

/** The dialog in which a partner is added or changed; `partner` null is a new one. */
export function PartnerForm(props: {
  title: string;
  act: string;
  partner: Partner | null;
  error: Error | null;
  busy: boolean;
  onSubmit: (fields: PartnerFields) => void;
  onClose: () => void;
}): ReactNode {
  const [fields, setFields] = useState(() => fieldsOf(props.partner));
  const problem = props.error === null ? null : problemOf(props.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit(fields);
  };
  return (
    <Dialog opened onClose={props.onClose} title={props.title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={props.error} />}
          <PartnerFieldInputs
            fields={fields}
            onChange={(change) => setFields((before) => ({ ...before, ...change }))}
            problem={problem}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={props.busy} disabled={fields.name.trim() === ''}>
              {props.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
