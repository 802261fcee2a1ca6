import { Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './audit.module.css';
import { auditQuery } from './audit-data.ts';
import type { AuditEntry, Words } from './audit-entry.ts';
import { AuditLine } from './audit-line.tsx';
import { sentenceOf } from './audit-sentences.ts';
import { CheckpointCard } from './checkpoint-card.tsx';
import { membersQuery } from './members-data.ts';

/** Settings: who did what, newest first, and whether the trail is whole. */
export function Audit(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const page = useQuery(auditQuery(slug, url.get('cursor')));
  const words = useWords();
  const [filter, setFilter] = useState(url.get('q') ?? '');
  const items = page.data?.items ?? [];
  const shown = items.filter((entry) => matches(filter, sentenceOf(entry, words), entry));
  return (
    <Page
      title="Audit"
      lead="Every change of this organization, with who made it and when. Written together with the change; nothing is ever edited or removed."
    >
      <CheckpointCard />
      <TextInput
        label="Filter this page"
        placeholder="A name, an act, a file"
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value);
          url.set({ q: event.currentTarget.value }, true);
        }}
        maw={320}
        type="search"
      />
      {page.error === null ? null : <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending ? <Loading rows={10} label="Loading the audit" /> : null}
      {page.data === undefined ? null : (
        <Stack gap="md">
          {items.length === 0 ? (
            <EmptyState title="Nothing has happened yet">The first change will stand here.</EmptyState>
          ) : null}
          {items.length > 0 && shown.length === 0 ? (
            <Text c="dimmed">Nothing on this page has these words. The other pages are not searched.</Text>
          ) : null}
          <ol className={classes.trail} aria-label="Audit, newest first">
            {shown.map((entry) => (
              <AuditLine key={entry.seq} entry={entry} words={words} />
            ))}
          </ol>
          <Pager shown={shown.length} nextCursor={page.data.nextCursor} />
        </Stack>
      )}
    </Page>
  );
}

/** Whether an entry has all words of a filter, in its sentence or in the name of its action. */
export function matches(filter: string, sentence: string, entry: Pick<AuditEntry, 'action'>): boolean {
  const text = `${sentence} ${entry.action}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function useWords(): Words {
  const { slug } = useDesk();
  const format = useFormat();
  const members = useQuery({ ...membersQuery(slug), enabled: useMay('member.read') });
  const names = new Map(members.data?.items.map((member) => [member.membershipId, member.name]));
  return {
    member: (id) => (id === null ? 'a member' : (names.get(id) ?? 'a member')),
    count: (value) => format.count(value),
  };
}
