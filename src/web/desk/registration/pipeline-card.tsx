import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { DealSelect } from './deal-select.tsx';
import { type Registration, useDeed } from './registration-data.ts';

const held = new Set(['accepted', 'converted']);

/** DR-6: the deal that an accepted registration stands on, and the AE who works on it with the partner. */
export function PipelineCard(props: { registration: Registration }): ReactNode {
  const { registration } = props;
  const { slug } = useDesk();
  const mayDecide = useMay('registration.decide') && held.has(registration.state);
  const { deal, ae } = registration;
  if (deal === null && !held.has(registration.state)) return null;
  return (
    <Card>
      <Title order={2}>In the pipeline</Title>
      <Stack gap="sm" mt="xs">
        {deal === null ? null : (
          <Text size="sm">
            <a href={paths.opportunity(slug, deal.opportunityId)}>Open the deal and its credit</a>
            {deal.isOwn
              ? '. It was opened for this registration and waits for the deal of the CRM.'
              : `. It is ${deal.outcome}.`}
          </Text>
        )}
        {mayDecide && (deal === null || deal.isOwn) ? <LinkDeal registration={registration} /> : null}
        {mayDecide ? (
          <AssignAe registration={registration} />
        ) : (
          <Text size="sm">{ae === null ? 'No AE is named yet.' : `AE: ${ae}`}</Text>
        )}
      </Stack>
    </Card>
  );
}

function LinkDeal(props: { registration: Registration }): ReactNode {
  const { registrationId, customer } = props.registration;
  const { slug } = useDesk();
  const [opportunityId, setOpportunityId] = useState<string | null>(null);
  const link = useDeed(
    (id: string) =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/deal', {
          params: { path: { org: slug, registrationId } },
          body: { opportunityId: id },
        }),
      ),
    () => 'It stands on the deal of the CRM now.',
  );
  return (
    <>
      {link.error === null ? null : <ErrorState error={link.error} />}
      <Group gap="xs" align="flex-end">
        <div style={{ flex: 1, minWidth: '12rem' }}>
          <DealSelect
            label="The deal in the CRM"
            value={opportunityId}
            onChange={setOpportunityId}
            first={customer}
          />
        </div>
        <Button
          variant="default"
          disabled={opportunityId === null}
          loading={link.isPending}
          onClick={() => opportunityId !== null && link.mutate(opportunityId)}
        >
          Link it
        </Button>
      </Group>
    </>
  );
}

function AssignAe(props: { registration: Registration }): ReactNode {
  const { registrationId, ae, aes } = props.registration;
  const { slug } = useDesk();
  const [chosen, setChosen] = useState('');
  const assign = useDeed(
    (membershipId: string) =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/ae', {
          params: { path: { org: slug, registrationId } },
          body: { membershipId },
        }),
      ),
    () => 'The AE and the partner were told.',
  );
  if (aes.length === 0) {
    return (
      <Text size="sm">
        {ae === null ? 'Nobody here has the role AE.' : `AE: ${ae}.`}{' '}
        <a href={paths.members(slug)}>Give somebody the role</a>
      </Text>
    );
  }
  return (
    <>
      {assign.error === null ? null : <ErrorState error={assign.error} />}
      <Group gap="xs" align="flex-end">
        <NativeSelect
          label="AE"
          description={ae === null ? 'Nobody is named yet.' : `Now: ${ae}`}
          data={[
            { value: '', label: 'Choose somebody' },
            ...aes.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
          ]}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          style={{ flex: 1, minWidth: '12rem' }}
        />
        <Button
          variant="default"
          disabled={chosen === ''}
          loading={assign.isPending}
          onClick={() => assign.mutate(chosen, { onSuccess: () => setChosen('') })}
        >
          Name
        </Button>
      </Group>
    </>
  );
}
