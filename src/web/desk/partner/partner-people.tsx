import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './partner.module.css';
import type { Partner } from './partner-data.ts';
import { PersonThere } from './person-leaves.tsx';

/** The people at a partner whom a touch or an introduction can name. */
export function PartnerPeople(props: { partner: Partner }): ReactNode {
  const { people } = props.partner;
  const mayChange = useMay('partner.change');
  const [adding, setAdding] = useState(false);
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>People</Title>
        {mayChange ? (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            Add a person
          </Button>
        ) : null}
      </Group>
      {people.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          Nobody is known by name. A touch needs a named person to count.
        </Text>
      ) : (
        <ul className={classes.people}>
          {people.map((person) => (
            <li key={person.partnerPersonId}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <span>{person.name}</span>
                <PersonThere partner={props.partner} person={person} />
              </Group>
              {person.email === null ? null : (
                <Text size="xs" c="dimmed">
                  {person.email}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding ? <AddPerson partner={props.partner} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

function AddPerson(props: { partner: Partner; onClose: () => void }): ReactNode {
  const { partner } = props;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const add = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/partners/{partnerId}/people', {
          params: { path: { org: slug, partnerId: partner.partnerId } },
          body: { name: name.trim(), email: email.trim() === '' ? null : email.trim() },
        }),
      ),
    onSuccess: async () => {
      toastDone(`${name.trim()} is added.`);
      props.onClose();
      await queries.invalidateQueries({ queryKey: ['partner', slug, partner.partnerId] });
    },
  });
  const problem = add.error === null ? null : problemOf(add.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title={`Add a person at ${partner.name}`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={add.error} />}
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldError(problem, 'name')}
            maxLength={200}
            autoComplete="off"
            required
            data-autofocus
          />
          <TextInput
            label="Mail address"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={fieldError(problem, 'email')}
            autoComplete="off"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
              Add the person
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
