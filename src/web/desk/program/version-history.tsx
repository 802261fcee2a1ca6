import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { signingSeats } from '#core/attribution/policy.ts';
import { useFormat } from '../../ui/format.tsx';
import { defaultBodies, type PolicyWord } from './policy-values.ts';
import { type Difference, differences, type PolicyVersion } from './policy-versions.ts';
import { seatLabel } from './policy-words.ts';
import classes from './program.module.css';
import { useTargetText } from './setting-list.tsx';

/** Settings that differ, old and new side by side; says so where nothing does. */
export function DifferenceList(props: { items: readonly Difference[]; nothing: string }): ReactNode {
  if (props.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {props.nothing}
      </Text>
    );
  }
  return (
    <ul className={classes.differences}>
      {props.items.map((one) => (
        <li key={one.label}>
          {one.label}: <del>{one.before}</del> <span aria-hidden="true">→ </span>
          <ins>{one.after}</ins>
        </li>
      ))}
    </ul>
  );
}

/** The versions that were replaced, each with what the version after it changed. */
export function EarlierVersions(props: {
  word: PolicyWord;
  earlier: readonly PolicyVersion[];
  current: PolicyVersion;
}): ReactNode {
  const { word, earlier, current } = props;
  const all = [current, ...earlier];
  return (
    <div>
      <Title order={3}>Versions</Title>
      <Stack gap="sm" component="ol" className={classes.versions}>
        {all.map((version, index) => (
          <li key={version.version}>
            <VersionLine version={version} isCurrent={index === 0} />
            <Change word={word} version={version} before={all[index + 1]} />
          </li>
        ))}
      </Stack>
    </div>
  );
}

/** What a version changes against the one before it, or against the method's defaults if it is the first. */
export function Change(props: {
  word: PolicyWord;
  version: PolicyVersion;
  before: PolicyVersion | undefined;
}): ReactNode {
  const { word, version, before } = props;
  const text = useTargetText();
  const items = differences(word, before?.body ?? defaultBodies[word], version.body, text);
  const than = before === undefined ? 'the method’s defaults' : `version ${before.version}`;
  return <DifferenceList items={items} nothing={`The same as ${than}.`} />;
}

function VersionLine(props: { version: PolicyVersion; isCurrent: boolean }): ReactNode {
  const { version, isCurrent } = props;
  const format = useFormat();
  const signed = signingSeats
    .filter((seat) => version.signatures.some((one) => one.seat === seat))
    .map(seatLabel)
    .join(', ');
  return (
    <Group gap="xs">
      <Text span size="sm" fw={600}>
        Version {version.version}
      </Text>
      {isCurrent ? <Badge color="teal">In force</Badge> : <Badge>Replaced</Badge>}
      <Text span size="sm" c="dimmed">
        from {format.day(version.inForceFrom)} · {signed === '' ? 'signed by nobody' : `signed for ${signed}`}
      </Text>
    </Group>
  );
}
