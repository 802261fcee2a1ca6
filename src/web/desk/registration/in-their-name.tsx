import { Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { movesFor } from '#core/registration/state.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { type Registration, useDeed } from './registration-data.ts';

const acts = {
  answer: {
    button: 'Write down its answer',
    title: 'Answer in the partner’s name',
    says: 'What it wrote or said. The clock runs again.',
    label: 'The answer',
    act: 'Answer',
    done: 'It is answered. The clock runs again.',
  },
  update: {
    button: 'Write down news',
    title: 'News from the partner',
    says: 'What happened on the deal. It counts as activity today.',
    label: 'The news',
    act: 'Write it down',
    done: 'It is written down.',
  },
  appeal: {
    button: 'Write down its appeal',
    title: 'Appeal in the partner’s name',
    says: 'What was overlooked, in its words. The CRO decides, once and finally.',
    label: 'The appeal',
    act: 'Appeal',
    done: 'The appeal waits for the CRO.',
  },
  withdraw: {
    button: 'Take it back',
    title: 'Take it back in the partner’s name',
    says: 'This cannot be undone: what comes back is registered anew, and whoever came meanwhile is first.',
    label: 'Why the partner takes it back',
    act: 'Take it back',
    done: 'It is withdrawn.',
  },
} as const;
type Act = keyof typeof acts;

/** What our own people write down for a partner that is not in the portal. */
export function InTheirName(props: { registration: Registration }): ReactNode {
  const { registrationId, state, partner } = props.registration;
  const { slug } = useDesk();
  const mayRecord = useMay('registration.record');
  const [act, setAct] = useState<Act | null>(null);
  const say = useDeed(
    (words: string) => {
      const init = { params: { path: { org: slug, registrationId } }, body: { words } };
      const base = '/api/v1/o/{org}/registrations/{registrationId}';
      switch (act) {
        case 'answer':
          return take(api.POST(`${base}/answer`, init));
        case 'appeal':
          return take(api.POST(`${base}/appeal`, init));
        case 'withdraw':
          return take(api.POST(`${base}/withdrawal`, init));
        default:
          return take(api.POST(`${base}/update`, init));
      }
    },
    () => (act === null ? '' : acts[act].done),
  );
  const moves: readonly string[] = movesFor(state, 'manager');
  const possible = (Object.keys(acts) as Act[]).filter(
    (one) => moves.includes(one) && (one !== 'appeal' || props.registration.mayAppeal),
  );
  if (!mayRecord || possible.length === 0) return null;
  const close = (): void => {
    setAct(null);
    say.reset();
  };
  return (
    <Card>
      <Title order={2}>In the partner’s name</Title>
      <Text size="sm" c="dimmed">
        For what {partner.name} wrote or said outside the portal.
      </Text>
      <Group gap="xs" mt="sm">
        {possible.map((one) => (
          <Button key={one} variant="default" size="xs" onClick={() => setAct(one)}>
            {acts[one].button}
          </Button>
        ))}
      </Group>
      {act === null ? null : (
        <ReasonDialog
          title={acts[act].title}
          says={acts[act].says}
          label={acts[act].label}
          act={acts[act].act}
          danger={act === 'withdraw'}
          error={say.error}
          isPending={say.isPending}
          onSubmit={(words) => say.mutate(words, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Card>
  );
}
