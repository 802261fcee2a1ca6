import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './registration.module.css';
import { type Registration, useDeed } from './registration-data.ts';

const held = new Set(['accepted', 'converted']);

/** DR-8 to DR-11: how long the deal is the partner's, and the one extension: asked for, given, refused. */
export function ProtectionCard(props: { registration: Registration }): ReactNode {
  const { protection, state, registrationId } = props.registration;
  const { slug } = useDesk();
  const format = useFormat();
  const mayDecide = useMay('registration.decide');
  const decide = useDeed(
    (isGiven: boolean) =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/extension', {
          params: { path: { org: slug, registrationId } },
          body: { isGiven },
        }),
      ),
    (_answer, isGiven) => (isGiven ? 'The protection is longer now.' : 'The partner was told.'),
  );
  if (!held.has(state) || protection.lastDay === null) return null;
  const { daysLeft, extension, extensionDays, askedWith, isProtected } = protection;
  const isAsked = extension === 'asked';
  const isOpen = isAsked || extension === 'none';
  return (
    <Card>
      <Title order={2}>Protection</Title>
      <p className={classes.timer}>
        {!isProtected
          ? 'Its protection is over'
          : protection.isHeld
            ? 'Held: it does not run out meanwhile'
            : daysLeft === 1
              ? 'Ends today'
              : `${daysLeft} days left`}
      </p>
      <Text size="sm" c="dimmed">
        Up to and including {format.day(protection.lastDay)}.
        {protection.isStalled ? ' Nothing has happened for a while: it is stalled.' : ''}
        {extension === 'given' ? ' It was extended once.' : ''}
        {extension === 'refused' ? ' More time was refused.' : ''}
      </Text>
      {isAsked ? (
        <>
          <Text size="sm" mt="sm" fw={600}>
            The partner asks for more time
          </Text>
          <p className={classes.told}>{askedWith ?? 'without a word'}</p>
        </>
      ) : null}
      {decide.error === null ? null : <ErrorState error={decide.error} />}
      {mayDecide && isProtected && isOpen && extensionDays > 0 ? (
        <Group gap="xs" mt="sm">
          <Button
            variant={isAsked ? 'filled' : 'default'}
            size="xs"
            loading={decide.isPending}
            onClick={() => decide.mutate(true)}
          >
            Give {extensionDays} more days
          </Button>
          {isAsked ? (
            <Button
              variant="default"
              size="xs"
              disabled={decide.isPending}
              onClick={() => decide.mutate(false)}
            >
              Refuse
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Card>
  );
}
