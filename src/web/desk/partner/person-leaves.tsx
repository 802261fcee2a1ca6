import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastProblem, toastUndo } from '../../ui/toast.tsx';
import { todayIn, useDesk, useMay } from '../desk-context.ts';
import type { Partner } from './partner-data.ts';

type Person = Partner['people'][number];

/** Whether a person is still at the partner, and the way to say that they left. */
export function PersonThere(props: { partner: Partner; person: Person }): ReactNode {
  const { partner, person } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const mayChange = useMay('partner.change');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const set = async (leftOn: string | null): Promise<void> => {
    await take(
      api.PATCH('/api/v1/o/{org}/partners/{partnerId}/people/{partnerPersonId}', {
        params: {
          path: { org: slug, partnerId: partner.partnerId, partnerPersonId: person.partnerPersonId },
        },
        body: { leftOn },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['partner', slug, partner.partnerId] });
  };
  const leave = useMutation({
    mutationFn: set,
    onSuccess: () => {
      setAsking(false);
      toastUndo(`${person.name} has left.`, () => void set(null).catch(toastProblem));
    },
  });
  if (person.leftOn !== null) {
    return (
      <Text size="xs" c="dimmed">
        left, last day {format.day(person.leftOn)}
      </Text>
    );
  }
  if (!mayChange) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => setAsking(true)}
        aria-label={`${person.name} has left`}
      >
        Has left
      </Button>
      {asking ? (
        <LeftDialog
          name={person.name}
          error={leave.error}
          isPending={leave.isPending}
          onSubmit={(leftOn) => leave.mutate(leftOn)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function LeftDialog(props: {
  name: string;
  error: Error | null;
  isPending: boolean;
  onSubmit: (leftOn: string) => void;
  onClose: () => void;
}): ReactNode {
  const { timeZone } = useDesk();
  const [leftOn, setLeftOn] = useState(() => todayIn(timeZone));
  const problem = props.error === null ? null : problemOf(props.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit(leftOn);
  };
  return (
    <Dialog opened onClose={props.onClose} title={`When did ${props.name} leave?`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={props.error} />}
          <Text size="sm">
            What they did up to that day stays and counts. An act after it can no longer be recorded in their
            name.
          </Text>
          <TextInput
            type="date"
            label="Their last day"
            value={leftOn}
            max={todayIn(timeZone)}
            onChange={(event) => setLeftOn(event.currentTarget.value)}
            error={fieldError(problem, 'leftOn')}
            required
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={props.isPending} disabled={leftOn === ''}>
              Keep it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
