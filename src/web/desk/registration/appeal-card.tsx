import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { portalSay } from '#core/registration/portal-words.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { PartnerReads } from './partner-reads.tsx';
import classes from './registration.module.css';
import { type Registration, useDeed } from './registration-data.ts';

const ofRejection = {
  why: 'Why it was rejected',
  refuse: 'Let the rejection stand',
  grant: 'Accept it after all',
  granted: 'event.grant',
  refused: 'event.uphold',
} as const;

const ofSetAside = {
  why: 'Why it was set aside',
  refuse: 'Let the ruling stand',
  grant: 'Let it stand again',
  granted: 'event.reinstate',
  refused: 'event.keep_aside',
} as const;

/** DR-15: an appeal waits for the CRO, who says yes or no once and finally. */
export function AppealCard(props: { registration: Registration }): ReactNode {
  const { registration } = props;
  const { slug } = useDesk();
  const format = useFormat();
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
    (_answer, isGranted) => (isGranted ? 'The appeal is granted.' : 'It stays as it was, finally.'),
  );
  const { appeal } = registration;
  if (appeal === null) return null;
  const { daysBack, dueAt } = appeal;
  const texts = daysBack === null ? ofRejection : ofSetAside;
  const isOverdue = dueAt !== null && dueAt < Date.now();
  const appealed = registration.timeline.findLast(({ type }) => type === 'appeal');
  const answer = registration.timeline.findLast(({ type }) =>
    ['reject', 'refuse', 'rule_against', 'void'].includes(type),
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
      {dueAt === null ? null : (
        <Text size="sm" c={isOverdue ? 'red' : 'dimmed'}>
          {isOverdue ? 'Late: was to be decided by' : 'Decide by'} {format.instant(dueAt)}.
        </Text>
      )}
      {answer?.said ? (
        <>
          <Text size="sm" mt="sm" fw={600}>
            {texts.why}
          </Text>
          <p className={classes.told}>{answer.said}</p>
        </>
      ) : null}
      {appealed?.said ? (
        <>
          <Text size="sm" mt="sm" fw={600}>
            What the partner says
          </Text>
          <p className={classes.told}>{appealed.said}</p>
        </>
      ) : null}
      {mayDecide && !ruledByYou ? (
        <Group gap="xs" mt="sm">
          <Button onClick={() => setAsked(true)}>Grant it</Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {texts.refuse}
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
        <Dialog opened onClose={() => setAsked(null)} title={asked ? 'Grant the appeal' : texts.refuse}>
          {decide.error === null ? null : <ErrorState error={decide.error} />}
          {asked && daysBack !== null ? (
            <Text size="sm" mb="sm">
              It stands again with its deal, protected from today on for{' '}
              {daysBack === 1 ? 'the day that was left' : `the ${daysBack} days that were left`}.
            </Text>
          ) : null}
          {isOfRuling && asked && holder !== undefined ? (
            <Text size="sm" mb="sm">
              The account goes over: {holder.partner}, registration {holder.number}, is set aside and told so.
            </Text>
          ) : null}
          {isOfRuling || !asked ? (
            <Textarea
              label={isOfRuling ? 'The ruling on the appeal' : 'Your words'}
              description={
                isOfRuling
                  ? 'One paragraph that stands for later cases, beside the first ruling. Whoever loses by it reads it: name no other partner.'
                  : 'Why it stays as it was. Never name another partner.'
              }
              required={isOfRuling}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              maxLength={4000}
              autosize
              minRows={3}
              mb="md"
              data-autofocus
            />
          ) : null}
          <PartnerReads>
            {portalSay('en', asked ? texts.granted : texts.refused)}
            {asked || words.trim() === '' ? '' : ` “${words.trim()}”`}
          </PartnerReads>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setAsked(null)}>
              Cancel
            </Button>
            <Button
              loading={decide.isPending}
              disabled={isOfRuling && words.trim() === ''}
              data-autofocus={isOfRuling || !asked ? undefined : true}
              onClick={() => decide.mutate(asked, { onSuccess: () => setAsked(null) })}
            >
              {asked ? texts.grant : 'Decide finally'}
            </Button>
          </Group>
        </Dialog>
      )}
    </Card>
  );
}
