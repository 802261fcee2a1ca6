import { Button, Checkbox, Code, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, type KeyCapability } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { keyRights } from './key-rights.ts';

const empty = { name: '', capabilities: [] as KeyCapability[], endsOn: '' };

/** Makes a key, then shows its secret this once. */
export function MakeApiKey(props: { onClose: () => void }): ReactNode {
  const { slug, me } = useDesk();
  const queries = useQueryClient();
  const [fields, setFields] = useState(empty);
  const make = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/api-keys', {
          params: { path: { org: slug } },
          body: { ...fields, endsOn: fields.endsOn === '' ? null : fields.endsOn },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys', slug] }),
  });
  const problem = make.error === null ? null : problemOf(make.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data !== undefined) {
    return <Secret name={fields.name} secret={make.data.secret} onClose={props.onClose} />;
  }
  const offered = (Object.keys(keyRights) as KeyCapability[]).filter((one) => me.capabilities.includes(one));
  return (
    <Dialog opened onClose={props.onClose} title="Make an API key" size="lg">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={make.error} />}
          <TextInput
            label="Name"
            description="Which program will use it. It stands in the audit trail beside all that it does."
            placeholder="Form on our web site"
            value={fields.name}
            onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
            error={fieldError(problem, 'name')}
            maxLength={100}
            autoComplete="off"
            required
            data-autofocus
          />
          <Checkbox.Group
            label="What it may do"
            description="Give it no more than it needs. No key signs, decides, confirms a claim or invites people."
            value={fields.capabilities}
            onChange={(value) => setFields({ ...fields, capabilities: value as KeyCapability[] })}
            error={fieldError(problem, 'capabilities')}
            withAsterisk
          >
            <Stack gap="xs" mt="xs">
              {offered.map((one) => (
                <Checkbox key={one} value={one} label={keyRights[one]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            label="Works until"
            description="The last day. Leave it empty for a key that works until somebody revokes it."
            type="date"
            value={fields.endsOn}
            onChange={(event) => setFields({ ...fields, endsOn: event.currentTarget.value })}
            error={fieldError(problem, 'endsOn')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={make.isPending} disabled={fields.capabilities.length === 0}>
              Make the key
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Secret(props: { name: string; secret: string; onClose: () => void }): ReactNode {
  return (
    <Dialog opened onClose={props.onClose} title={`The key for ${props.name}`} size="lg">
      <Stack gap="md">
        <Text>Copy it now. It is not kept anywhere and cannot be shown again.</Text>
        <Code block>{props.secret}</Code>
        <Text size="sm" c="dimmed">
          A program sends it with each call, as the header <Code>Authorization: Bearer …</Code>
        </Text>
        <Group justify="flex-end">
          <CopyButton value={props.secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy the key'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={props.onClose}>I have it</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
