import { Alert, Button, Checkbox, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { Counts } from './counts.tsx';
import {
  draftKey,
  type ImportDraft,
  rejectsHref,
  startCommit,
  startTry,
  type TryResult,
} from './import-data.ts';
import { useKept } from './kept.ts';
import { kinds } from './kinds.ts';
import { ProblemGroups, RejectedRows } from './problems.tsx';
import { StepBar } from './step-bar.tsx';
import type { DraftEdits } from './use-draft.ts';

/** The dry run: what each row would come to, what is wrong and what repairs it; then the import itself. */
export function StepCheck(props: { edits: DraftEdits }): ReactNode {
  const { draft } = props.edits;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const keepDraft = (fresh: ImportDraft): void => {
    queries.setQueryData(draftKey(slug, draft.draftId), fresh);
  };
  const trying = useMutation({ mutationFn: () => startTry(slug, draft.draftId), onSuccess: keepDraft });
  const committing = useMutation({
    mutationFn: (leaveOut: boolean) => startCommit(slug, draft.draftId, leaveOut),
    onSuccess: keepDraft,
  });
  const started = useRef(false);
  const needsTry = draft.state === 'uploaded' && draft.result === null;
  useEffect(() => {
    if (!needsTry || started.current) return;
    started.current = true;
    trying.mutate();
  }, [needsTry, trying]);
  const error = trying.error ?? committing.error;
  const { result } = draft;
  return (
    <Stack gap="md">
      {error === null ? null : <ErrorState error={error} onRetry={() => trying.mutate()} />}
      {draft.state === 'failed' ? (
        <Failed draft={draft} busy={trying.isPending} onAgain={() => trying.mutate()} />
      ) : null}
      {draft.state === 'running' || (needsTry && error === null) ? (
        <Running draft={draft} />
      ) : result === null ? (
        error === null || draft.state === 'failed' ? null : (
          <Button variant="default" onClick={() => props.edits.go('columns')}>
            Back to the columns
          </Button>
        )
      ) : draft.state === 'tried' ? (
        <Found
          draft={draft}
          result={result}
          busy={committing.isPending}
          onCommit={(leaveOut) => committing.mutate(leaveOut)}
        />
      ) : null}
    </Stack>
  );
}

const phases = {
  reading: 'Reading the rows',
  writing: 'Writing them down',
  projecting: 'Working out where each deal stands',
} as const;

function Running(props: { draft: ImportDraft }): ReactNode {
  const format = useFormat();
  const { progress, task, understanding } = props.draft;
  const what = task === 'commit' ? 'Importing' : 'Checking every row';
  const value = progress === null ? 0 : Math.round(progress.share * 100);
  const known = progress !== null && progress.phase === 'reading';
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2}>{what}</Title>
        <Progress value={known ? value : 100} animated aria-label={what} size="lg" />
        <Text size="sm" c="dimmed" role="status">
          {progress === null
            ? 'Beginning'
            : `${phases[progress.phase]}: ${format.count(progress.rows)} of ${format.count(understanding?.rows ?? null)}`}
        </Text>
        <Text size="sm" c="dimmed">
          It goes on if you leave this page, and this address leads back here.
        </Text>
      </Stack>
    </Card>
  );
}

function Failed(props: { draft: ImportDraft; busy: boolean; onAgain: () => void }): ReactNode {
  const committing = props.draft.task === 'commit';
  return (
    <Alert color="red" title={committing ? 'Nothing was imported' : 'The check did not end'} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{props.draft.failure ?? 'It stopped without a reason.'}</Text>
        <Button variant="default" size="xs" loading={props.busy} onClick={props.onAgain}>
          Check again
        </Button>
      </Stack>
    </Alert>
  );
}

function Found(props: {
  draft: ImportDraft;
  result: TryResult;
  busy: boolean;
  onCommit: (leaveOutRejected: boolean) => void;
}): ReactNode {
  const { draft, result, busy } = props;
  const { counts } = result;
  const { slug } = useDesk();
  const format = useFormat();
  const [leaveOut, setLeaveOut] = useKept<boolean>(`leave-out:${draft.draftId}`);
  const words = kinds[draft.mapping?.kind ?? 'opportunities'];
  const coming = counts.create + counts.update;
  const rejected = counts.reject;
  const rows = (count: number): string => `${format.count(count)} ${count === 1 ? 'row' : 'rows'}`;
  return (
    <Stack gap="md">
      <Title order={2}>
        {rejected === 0
          ? coming === 0
            ? 'Nothing in it is new'
            : `All ${rows(counts.rows)} can come in`
          : `${rows(counts.rows - rejected)} can come in, ${rows(rejected)} cannot`}
      </Title>
      <Counts counts={counts} words={words} />
      <NewCompanies accounts={result.newAccounts} partners={result.newPartners} />
      {rejected === 0 ? null : (
        <Card>
          <Stack gap="sm">
            <ProblemGroups title="What to repair" groups={result.groups} />
            <RejectedRows rejects={result.rejects} all={rejected} />
            <Group gap="sm">
              <Button component="a" variant="default" href={rejectsHref(slug, draft.draftId)} download>
                Download the rejected rows
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              It has your own columns and, behind them, what to repair. Once the others are in, you can drop
              the corrected rows here; they are mapped already.
            </Text>
            <Checkbox
              label={`Leave ${rejected === 1 ? 'the rejected row' : `the ${rows(rejected)}`} out for now and import the others`}
              checked={leaveOut === true}
              onChange={(event) => setLeaveOut(event.currentTarget.checked ? true : null)}
            />
          </Stack>
        </Card>
      )}
      {result.notes.length === 0 ? null : (
        <Card>
          <ProblemGroups title="Worth knowing" groups={result.notes} quiet />
        </Card>
      )}
      <StepBar
        label={coming === 0 ? 'Finish' : `Import ${rows(coming)}`}
        busy={busy}
        blocked={
          rejected > 0 && leaveOut !== true
            ? 'All or nothing: correct the rejected rows, or tick that they are left out.'
            : null
        }
        onNext={() => props.onCommit(rejected > 0)}
      >
        {coming === 0 || (rejected > 0 && leaveOut !== true) ? null : (
          <Text size="sm" c="dimmed">
            You can undo the whole import afterwards.
          </Text>
        )}
      </StepBar>
    </Stack>
  );
}

function NewCompanies(props: { accounts: number; partners: number }): ReactNode {
  const format = useFormat();
  const parts = [
    ...(props.accounts === 0
      ? []
      : [`${format.count(props.accounts)} ${props.accounts === 1 ? 'account' : 'accounts'}`]),
    ...(props.partners === 0
      ? []
      : [`${format.count(props.partners)} ${props.partners === 1 ? 'partner' : 'partners'}`]),
  ];
  if (parts.length === 0) return null;
  return <Text size="sm">The rows also name {parts.join(' and ')} that nobody named before.</Text>;
}
