import { NativeSelect, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './import.module.css';
import { type PartnerCandidate, previewPartners } from './import-data.ts';
import { useKept } from './kept.ts';
import {
  firstTicks,
  noChoice,
  type PartnerChoice,
  pastedNames,
  ticksOf,
  withPartners,
  wouldMatch,
} from './partner-choice.ts';
import { claimedRoles } from './partner-roles.ts';
import { PartnerValues } from './partner-values.tsx';
import { StepBar } from './step-bar.tsx';
import { stepAfter } from './steps.ts';
import type { DraftEdits } from './use-draft.ts';

const previewAfterMs = 350;

/** No column names the partner: which other column does, which pasted names occur, or none at all. */
export function StepPartners(props: { edits: DraftEdits }): ReactNode {
  const { edits } = props;
  const { draft, mapping } = edits;
  const { slug } = useDesk();
  const [kept, setKept] = useKept<PartnerChoice>(`partners:${draft.fileId}`);
  const choice = kept ?? noChoice;
  const set = (part: Partial<PartnerChoice>): void => setKept({ ...choice, ...part });
  const names = useMemo(() => pastedNames(choice.pasted), [choice.pasted]);
  const [asked] = useDebouncedValue(names, previewAfterMs);
  const preview = useQuery({
    queryKey: ['partner-preview', slug, draft.draftId, asked],
    queryFn: () => previewPartners(slug, draft.draftId, asked),
    enabled: choice.how === 'paste' && asked.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const offered = draft.understanding?.partnerCandidates ?? [];
  const matching = (preview.data ?? []).filter((one) => one.values.some(({ matches }) => matches !== null));
  const candidates = choice.how === 'paste' ? matching : offered;
  const candidate =
    candidates.find(({ column }) => column === choice.column) ??
    (choice.how === 'paste' ? (candidates[0] ?? null) : null);
  const ticks = candidate === null ? {} : ticksOf(choice, candidate);
  const found = candidate === null ? null : wouldMatch(candidate, ticks);
  const rows = draft.understanding?.rows ?? 0;
  const blocked =
    choice.how === null
      ? 'Choose one of them.'
      : choice.how === 'paste' && names.length === 0
        ? 'Paste the names of your partners, or choose another way.'
        : choice.how !== 'none' && (found === null || found.rows === 0)
          ? 'Nothing matches yet. Tick a value, or choose “No partner”.'
          : null;
  return (
    <Stack gap="md">
      <Radio.Group
        label={<Title order={2}>Which deals came with a partner?</Title>}
        description="No column of the file names the partner. Another one may show it."
        value={choice.how === 'column' ? `column:${choice.column}` : (choice.how ?? '')}
        onChange={(value) =>
          value.startsWith('column:')
            ? set({ how: 'column', column: value.slice('column:'.length) })
            : set({ how: value as 'paste' | 'none', column: null })
        }
      >
        <Stack gap="xs" mt="sm">
          {offered.map((one) => (
            <Radio
              key={one.column}
              value={`column:${one.column}`}
              label={`The column “${one.column}” shows it`}
              description={one.why}
              classNames={{ root: classes.choice }}
            />
          ))}
          <Radio
            value="paste"
            label="I have a list of partner names"
            description="Paste them; every column is searched for them."
            classNames={{ root: classes.choice }}
          />
          <Radio
            value="none"
            label="No partner in this file"
            description="Deals come in without one. Partners can be added later, by a file or by hand."
            classNames={{ root: classes.choice }}
          />
        </Stack>
      </Radio.Group>
      {choice.how === 'paste' ? (
        <Textarea
          label="Partner names"
          description="One a line, as your partner list has them. Case, accents and legal forms do not matter."
          value={choice.pasted}
          onChange={(event) => set({ pasted: event.currentTarget.value, ticked: {} })}
          autosize
          minRows={4}
          maxRows={12}
        />
      ) : null}
      {preview.error === null || choice.how !== 'paste' ? null : (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {choice.how === 'paste' && names.length > 0 && preview.data !== undefined && matching.length === 0 ? (
        <Text role="status">None of these {names.length} names occurs in the file.</Text>
      ) : null}
      {choice.how === 'paste' && matching.length > 1 ? (
        <NativeSelect
          label="They occur in"
          value={candidate?.column ?? ''}
          data={matching.map(({ column, why }) => ({ value: column, label: `${column}: ${why}` }))}
          onChange={(event) => set({ column: event.currentTarget.value })}
        />
      ) : null}
      {candidate === null || choice.how === 'none' ? null : (
        <Chosen
          candidate={candidate}
          ticks={ticks}
          rows={rows}
          role={choice.role}
          onRole={(role) => set({ role })}
          onTicks={(changed) => set({ ticked: { ...choice.ticked, [candidate.column]: changed } })}
        />
      )}
      <StepBar
        label={choice.how === 'none' ? 'Go on without partners' : 'Go on'}
        busy={edits.busy}
        blocked={blocked}
        onNext={() =>
          edits.save(
            (saved) => stepAfter('partners', saved, saved.mapping ?? mapping),
            withPartners(mapping, choice, candidate),
          )
        }
      />
    </Stack>
  );
}

function Chosen(props: {
  candidate: PartnerCandidate;
  ticks: Readonly<Record<string, string>>;
  rows: number;
  role: string;
  onRole: (role: string) => void;
  onTicks: (ticks: Readonly<Record<string, string>>) => void;
}): ReactNode {
  const { candidate, ticks } = props;
  const format = useFormat();
  const { rows, partners } = wouldMatch(candidate, ticks);
  const shown = partners.slice(0, 4).join(', ');
  const more = partners.length > 4 ? ` and ${format.count(partners.length - 4)} more` : '';
  return (
    <Card>
      <Stack gap="sm">
        <div role="status">
          <Title order={2}>
            {format.count(rows)} of {format.count(props.rows)} rows would name a partner
          </Title>
          <Text size="sm" c="dimmed">
            {partners.length === 0 ? 'Tick the values that stand for a partner.' : `${shown}${more}.`} Beside
            each value stands the partner that it becomes: write the company’s name where the value is none.
          </Text>
        </div>
        <PartnerValues
          candidate={candidate}
          ticks={ticks}
          suggested={firstTicks(candidate)}
          onChange={props.onTicks}
        />
        <NativeSelect
          label="What did these partners do?"
          description="A claim of the file, kept apart from proven credit until somebody proves it."
          value={props.role}
          data={claimedRoles}
          onChange={(event) => props.onRole(event.currentTarget.value)}
          maw="32rem"
        />
      </Stack>
    </Card>
  );
}
