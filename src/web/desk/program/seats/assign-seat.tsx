import { Button, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { holdingFor, mayHold } from '#core/blueprint/standing-seat.ts';
import { type InterimAs, interimHolders, type Seat, seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../paths.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { membersQuery } from '../../settings/members-data.ts';
import { useAssignSeat } from './seats-data.ts';

/** Gives a seat to a member, for good or until its own person comes. */
export function AssignSeat(props: { seat: Seat; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const members = useQuery(membersQuery(slug));
  const assign = useAssignSeat(slug);
  const [membershipId, setMembershipId] = useState('');
  const [interim, setInterim] = useState<InterimAs | 'own'>('own');
  const people = (members.data?.items ?? []).filter((member) => !member.suspended);
  const chosen = people.find((member) => member.membershipId === membershipId);
  // Until somebody is chosen every way is open; then those that their roles allow.
  const fits = (way: InterimAs | null): boolean =>
    chosen === undefined || mayHold(props.seat, way, chosen.roles);
  const isMisfit = chosen !== undefined && holdingFor(props.seat, chosen.roles) === 'never';
  const onChoose = (id: string): void => {
    setMembershipId(id);
    const roles = people.find((member) => member.membershipId === id)?.roles ?? [];
    const way = holdingFor(props.seat, roles);
    if (way !== 'never') setInterim(way ?? 'own');
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    assign.mutate(
      { seat: props.seat, membershipId, interim: interim === 'own' ? null : interim },
      {
        onSuccess: () => {
          toastDone(`${chosen?.name ?? 'The member'} holds the seat ${seatLabel(props.seat)}.`);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={props.onClose} title={`Who holds ${seatLabel(props.seat)}?`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {assign.error === null ? null : <ErrorState error={assign.error} />}
          {members.error === null ? null : <ErrorState error={members.error} />}
          <NativeSelect
            label="Person"
            description="Somebody who is a member here. Invite them first if they are not."
            data={[
              { value: '', label: 'Choose a person' },
              ...people.map((member) => ({ value: member.membershipId, label: member.name })),
            ]}
            value={membershipId}
            onChange={(event) => onChoose(event.currentTarget.value)}
            error={
              isMisfit ? (
                <>
                  {chosen.name} has no role that fits. Give them the role {seatLabel(props.seat)}, CEO, CRO or
                  Advisor under <a href={paths.members(slug)}>Members</a>, or choose somebody who has one.
                </>
              ) : null
            }
            data-autofocus
          />
          <Radio.Group
            label="Holds it"
            description="Design comes before the hire: until the seat’s own person comes, a named interim holder answers and signs for it."
            value={interim}
            onChange={(value) => setInterim(value as InterimAs | 'own')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="own" label="For good" disabled={!fits(null)} />
              {Object.entries(interimHolders)
                .filter(([key]) => key !== props.seat)
                .map(([key, label]) => (
                  <Radio
                    key={key}
                    value={key}
                    label={`In the interim, as ${label}`}
                    disabled={!fits(key as InterimAs)}
                  />
                ))}
            </Stack>
          </Radio.Group>
          <Text size="sm" c="dimmed">
            Every page that this person signs from now on names the seat, and whether they held it in the
            interim.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={assign.isPending} disabled={chosen === undefined || isMisfit}>
              Give the seat
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
