import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk, useMay } from '../desk-context.ts';
import { Counts } from './counts.tsx';
import { draftQuery, type ImportDraft, rejectsHref } from './import-data.ts';
import { kinds } from './kinds.ts';
import { MissingForBetterNumbers, scoreboardQuery } from './missing.tsx';
import { OpeningBalanceCard } from './opening-balance.tsx';
import { nextInQueue, parseQueue } from './steps.ts';
import { UploadPanel } from './upload-panel.tsx';

/** The file is in: where its figures are, what was left out, and what would make them better. */
export function StepDone(props: { draft: ImportDraft }): ReactNode {
  const { draft } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const url = useUrlState();
  const queue = parseQueue(url.get('queue'));
  const nextId = nextInQueue(queue, draft.draftId);
  const next = useQuery({ ...draftQuery(slug, nextId ?? ''), enabled: nextId !== null });
  useEffect(() => {
    // Figures, lists and the imports themselves have moved.
    void queries.invalidateQueries({
      predicate: ({ queryKey: [head] }) =>
        head !== 'import-draft' && head !== 'me' && head !== 'organization',
    });
  }, [queries]);
  const mayRead = useMay('scoreboard.read');
  const board = useQuery({ ...scoreboardQuery(slug), enabled: mayRead && nextId === null });
  const isOld = board.data?.missing.some(({ code }) => code === 'nothingRecent') ?? false;
  const newest = isOld ? (board.data?.freshness.latestDealOn ?? undefined) : undefined;
  const counts = draft.result?.counts;
  const kind = draft.mapping?.kind ?? 'opportunities';
  const words = kinds[kind];
  const came = counts === undefined ? 0 : counts.create + counts.update;
  const rejected = counts?.reject ?? 0;
  const nextName = next.data?.fileName ?? 'the next file';
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>
          {draft.importId === null
            ? 'Everything in it was there already'
            : `${format.count(came)} ${came === 1 ? words.one : words.many} ${came === 1 ? 'is' : 'are'} in`}
        </Title>
        <Text size="sm" c="dimmed">
          {draft.importId === null
            ? 'The file changed nothing, so there is nothing to undo.'
            : 'Every figure shows them now.'}
        </Text>
      </div>
      <Group gap="sm">
        {nextId === null && kind === 'registrations' ? (
          <Button component="a" href={paths.registrations(slug)}>
            Open the registrations
          </Button>
        ) : nextId === null ? (
          <Button component="a" href={paths.scoreboard(slug, newest)}>
            Open the scoreboard{newest === undefined ? '' : ` as of ${format.day(newest)}`}
          </Button>
        ) : (
          <Button component="a" href={paths.importDraft(slug, nextId, { queue: queue.join('.') })}>
            Next: {nextName}
          </Button>
        )}
        {draft.importId === null ? null : (
          <Button component="a" variant="default" href={paths.importRun(slug, draft.importId)}>
            Look at this import
          </Button>
        )}
      </Group>
      {counts === undefined ? null : <Counts counts={counts} words={words} />}
      {rejected === 0 ? null : (
        <Card>
          <Stack gap="sm">
            <Title order={2}>
              {rejected === 1 ? 'One row was' : `${format.count(rejected)} rows were`} left out
            </Title>
            <Text size="sm">
              <a href={rejectsHref(slug, draft.draftId)} download>
                Download {rejected === 1 ? 'it' : 'them'}
              </a>
              , correct what the last column says, and drop the file here.
            </Text>
            <UploadPanel label="Drop the corrected rows here" hint="They are mapped already." />
          </Stack>
        </Card>
      )}
      {nextId === null ? (
        <>
          <OpeningBalanceCard />
          <MissingForBetterNumbers />
        </>
      ) : null}
    </Stack>
  );
}
