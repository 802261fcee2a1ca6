import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { portalSay } from '#core/registration/portal-words.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { PartnerReads } from './partner-reads.tsx';
import classes from './registration.module.css';
import { type Registration, useDeed } from './registration-data.ts';

/** DR-15: an appeal waits for the CRO, who says yes or no once and finally. */
export function AppealCard(props: { registration: Registration }): ReactNode {
  const { registration } = props;
  const { slug } = useDesk();
  const mayDecide = useMay('registration.appeal');
  const [asked, setAsked] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  const decide = useDeed(
    (isGranted: boolean) =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/appeal-decision', {
          params: { path: { org: slug, registrationId: registration.registrationId } },
          body: { isGranted, words: words.trim() },
        }),
      ),
    (_answer, isGranted) => (isGranted ? 'The appeal is granted.' : 'The rejection stands, finally.'),
  );
  if (registration.state !== 'appealed') return null;
  const appeal = registration.timeline.findLast(({ type }) => type === 'appeal');
  const rejection = registration.timeline.findLast(({ type }) =>
    ['reject', 'refuse', 'rule_against'].includes(type),
  );
  const { conflict } = registration;
  const isOfRuling = conflict?.state === 'appealed';
  const ruledByYou = isOfRuling && conflict.ruledByYou;
  const holder = conflict?.parties.find(({ state }) => state === 'accepted' || state === 'converted');
  return (
    <Card>
      <Title order={2}>Appeal</Title>
      <Text size="sm" c="dimmed">
        {isOfRuling
          ? 'Somebody who did not rule decides, once and finally: the CRO, or the CEO where the CRO ruled.'
          : 'The CRO decides, once and finally.'}
      </Text>
      {rejection?.said ? (
        <>
          <Text size="sm" mt="sm" fw={600}>
            Why it was rejected
          </Text>
          <p className={classes.told}>{rejection.said}</p>
        </>
      ) : null}
      {appeal?.said ? (
        <>
          <Text size="sm" mt="sm" fw={600}>
            What the partner says
          </Text>
          <p className={classes.told}>{appeal.said}</p>
        </>
      ) : null}
      {mayDecide && !ruledByYou ? (
        <Group gap="xs" mt="sm">
          <Button onClick={() => setAsked(true)}>Grant it</Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            Let the rejection stand
          </Button>
        </Group>
      ) : (
        <Text size="sm" mt="sm">
          {ruledByYou
            ? 'You ruled on this case, so somebody else decides.'
            : 'You do not decide this: only the CRO does.'}
        </Text>
      )}
      {asked === null ? null : (
        <Dialog
          opened
          onClose={() => setAsked(null)}
          title={asked ? 'Grant the appeal' : 'Let the rejection stand'}
        >
          {decide.error === null ? null : <ErrorState error={decide.error} />}
          {isOfRuling ? (
            <>
              {asked && holder !== undefined ? (
                <Text size="sm" mb="sm">
                  The account goes over: {holder.partner}, registration {holder.number}, is set aside and told
                  so.
                </Text>
              ) : null}
              <Textarea
                label="The ruling on the appeal"
                description="One paragraph that stands for later cases, beside the first ruling."
                required
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
                maxLength={4000}
                autosize
                minRows={3}
                mb="md"
                data-autofocus
              />
            </>
          ) : null}
          <PartnerReads>{portalSay('en', asked ? 'event.grant' : 'event.uphold')}</PartnerReads>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setAsked(null)}>
              Cancel
            </Button>
            <Button
              loading={decide.isPending}
              disabled={isOfRuling && words.trim() === ''}
              data-autofocus={isOfRuling ? undefined : true}
              onClick={() => decide.mutate(asked, { onSuccess: () => setAsked(null) })}
            >
              {asked ? 'Accept it after all' : 'Decide finally'}
            </Button>
          </Group>
        </Dialog>
      )}
    </Card>
  );
}
