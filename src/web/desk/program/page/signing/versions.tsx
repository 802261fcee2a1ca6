import { Badge, Button, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useState } from 'react';
import { sayCheck } from '#core/blueprint/check-document.ts';
import { defaultDocument, pages } from '#core/blueprint/document.ts';
import { versionLife } from '#core/blueprint/standing.ts';
import { unchosenIn } from '#core/blueprint/standing-signature.ts';
import type { Check } from '#core/program/check.ts';
import type { PageWord } from '#core/program/page.ts';
import { paths } from '../../../../paths.ts';
import { Card } from '../../../../ui/card.tsx';
import { useFormat } from '../../../../ui/format.tsx';
import { SidePanel } from '../../../../ui/side-panel.tsx';
import { ErrorState, Loading } from '../../../../ui/states.tsx';
import { useDesk } from '../../../desk-context.ts';
import type { ProgramState } from '../../program-state.ts';
import { goToField } from '../go-to-field.ts';
import { VersionPrint } from '../print/version-print.tsx';
import { DifferenceList } from './difference-list.tsx';
import { SignatureBlock } from './signature-block.tsx';
import classes from './signing.module.css';
import { type Version, versionsQuery } from './signing-data.ts';

const colors = {
  proposed: 'amber',
  overtaken: 'gray',
  signed: 'teal',
  in_force: 'teal',
  superseded: 'gray',
} as const satisfies Record<Version['standing'], string>;

/** Every version of a page, newest first: where it stands, who signed it, what it changed, and its print. */
export const Versions = memo(function Versions(props: { word: PageWord; state: ProgramState }): ReactNode {
  const { word } = props;
  const { slug } = useDesk();
  const versions = useQuery(versionsQuery(slug, word));
  const items = versions.data?.items;
  const past = items?.filter((version) => !isAlive(version)) ?? [];
  return (
    <Card data-path="signatures" className={classes.place ?? ''}>
      <Title order={2}>Versions and signatures</Title>
      {versions.error === null ? null : (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      )}
      {versions.isPending ? <Loading rows={4} label="Loading the versions" /> : null}
      {items?.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing has been proposed yet. A proposed version never changes; a new one takes its place.
        </Text>
      ) : null}
      <Entries word={word} state={props.state} items={items ?? []} isShown={isAlive} />
      {past.length === 0 ? null : (
        <details className={classes.changes}>
          <summary>{past.length === 1 ? '1 earlier version' : `${past.length} earlier versions`}</summary>
          <Entries
            word={word}
            state={props.state}
            items={items ?? []}
            isShown={(version) => !isAlive(version)}
          />
        </details>
      )}
    </Card>
  );
});

/** A version that holds, will hold, or waits for signatures. The others are history. */
function isAlive({ standing }: Version): boolean {
  return standing !== 'superseded' && standing !== 'overtaken';
}

function Entries(props: {
  word: PageWord;
  state: ProgramState;
  items: readonly Version[];
  isShown: (version: Version) => boolean;
}): ReactNode {
  const { items } = props;
  return (
    <ol className={classes.versions}>
      {items.map((version, index) =>
        props.isShown(version) ? (
          <VersionEntry
            key={version.version}
            word={props.word}
            version={version}
            before={items[index + 1]}
            state={props.state}
          />
        ) : null,
      )}
    </ol>
  );
}

function VersionEntry(props: {
  word: PageWord;
  version: Version;
  before: Version | undefined;
  state: ProgramState;
}): ReactNode {
  const { word, version, before } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const [reading, setReading] = useState(false);
  const isWaiting = version.standing === 'proposed';
  const than = before === undefined ? 'the method’s defaults' : `version ${before.version}`;
  return (
    <li>
      <Group gap="xs">
        <Text span size="sm" fw={600}>
          Version {version.version}
        </Text>
        <Badge color={colors[version.standing]}>
          {version.isDraft && version.standing === 'in_force'
            ? 'Draft, not signed'
            : versionLife[version.standing].label}
        </Badge>
        <Text span size="sm" c="dimmed">
          from {format.day(version.inForceFrom)}, proposed by {version.proposedBy} on{' '}
          {format.instant(version.proposedAt)}
        </Text>
        <Text
          span
          size="sm"
          component="a"
          href={paths.programPrint(slug, { page: word, version: String(version.version) })}
        >
          PDF
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`Read version ${version.version}`}
          onClick={() => setReading(true)}
        >
          Read
        </Button>
      </Group>
      {isWaiting ? <Unchosen checks={unchosenIn(word, version.body)} /> : null}
      <SignatureBlock word={word} version={version} state={props.state} />
      <details className={classes.changes} open={isWaiting}>
        <summary>What it changes against {than}</summary>
        <DifferenceList
          word={word}
          before={before?.body ?? defaultDocument()[word]}
          after={version.body}
          nothing={`The same as ${than}.`}
        />
      </details>
      <SidePanel
        opened={reading}
        onClose={() => setReading(false)}
        title={`${pages[word].title}, version ${version.version}`}
      >
        <VersionPrint word={word} version={version} />
      </SidePanel>
    </li>
  );
}

/** What the version leaves open, so that nobody can sign it; a press leads to where it is chosen. */
function Unchosen(props: { checks: readonly Check[] }): ReactNode {
  const { checks } = props;
  if (checks.length === 0) return null;
  return (
    <div role="note" className={classes.blocking}>
      <Text size="sm" fw={600}>
        It cannot be signed: {checks.length === 1 ? 'a choice is' : `${checks.length} choices are`} open
      </Text>
      <ul>
        {checks.map((check) => (
          <li key={`${check.code} ${check.path}`}>
            <UnstyledButton className={classes.choose ?? ''} onClick={() => goToField(check.path)}>
              {sayCheck(check)}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Text size="sm">Choose on the page, propose that, and it waits for the signatures instead.</Text>
    </div>
  );
}
