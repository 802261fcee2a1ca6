import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { todayIn } from '../../today.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import type { PolicyWord } from './policy-values.ts';
import { type PolicyVersion, type Standing, standingOf } from './policy-versions.ts';
import { policyTitles, seatLabel } from './policy-words.ts';
import { policyQuery } from './program-data.ts';
import { RoleTable } from './role-table.tsx';
import { SeatLines } from './seat-lines.tsx';
import { SettingList } from './setting-list.tsx';
import { Change, EarlierVersions } from './version-history.tsx';

const draftMeans: Readonly<Record<PolicyWord, string>> = {
  attribution: 'Until they have, credit is decided by it all the same, but nothing can be paid on it.',
  scoreboard: 'Until they have, the figures of the scoreboard carry the draft mark.',
};

/** One signed page: the version in force with its signatures and settings, what comes next, what was before. */
export function PolicyCard(props: { word: PolicyWord; lead: ReactNode; actions?: ReactNode }): ReactNode {
  const { word } = props;
  const { slug, timeZone } = useDesk();
  const versions = useQuery(policyQuery(slug, word));
  const standing = versions.data === undefined ? null : standingOf(versions.data.items, todayIn(timeZone));
  return (
    <Card>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2}>{policyTitles[word]}</Title>
            <Text size="sm" c="dimmed" maw="44rem">
              {props.lead}
            </Text>
          </div>
          {props.actions}
        </Group>
        {versions.error === null ? null : (
          <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
        )}
        {versions.isPending ? <Loading rows={6} /> : null}
        {standing === null ? null : <InForce word={word} standing={standing} />}
      </Stack>
    </Card>
  );
}

function InForce(props: { word: PolicyWord; standing: Standing }): ReactNode {
  const { word } = props;
  const { current, coming, earlier } = props.standing;
  const format = useFormat();
  return (
    <>
      <Stack gap="xs">
        <Group gap="xs">
          <Text span fw={600}>
            Version {current.version}, in force from {format.day(current.inForceFrom)}
          </Text>
          {current.isDraft ? <Badge color="amber">Draft</Badge> : <Badge color="teal">Signed</Badge>}
        </Group>
        {current.isDraft ? (
          <Text size="sm">
            A draft: {seatList(current.missing)} {current.missing.length === 1 ? 'has' : 'have'} not signed.{' '}
            {draftMeans[word]}
          </Text>
        ) : null}
        <SeatLines word={word} version={current} />
      </Stack>
      {coming.map((version, index) => (
        <Coming key={version.version} word={word} version={version} before={coming[index - 1] ?? current} />
      ))}
      <SettingList word={word} body={current.body} />
      {word === 'attribution' ? <RoleTable body={current.body} /> : null}
      <EarlierVersions word={word} earlier={earlier} current={current} />
    </>
  );
}

function Coming(props: { word: PolicyWord; version: PolicyVersion; before: PolicyVersion }): ReactNode {
  const { word, version, before } = props;
  const format = useFormat();
  return (
    <Alert
      color="gray"
      title={`Version ${version.version} takes effect on ${format.day(version.inForceFrom)}`}
    >
      <Stack gap="sm">
        <Change word={word} version={version} before={before} />
        <SeatLines word={word} version={version} />
      </Stack>
    </Alert>
  );
}

function seatList(seats: readonly string[]): string {
  const labels = seats.map(seatLabel);
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}
