import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useUrlState } from '../../../ui/url-state.ts';
import { useDesk } from '../../desk-context.ts';
import { programQuery } from '../../program/program-state.ts';
import { CreditPlaces } from '../credit-places.tsx';
import classes from './replay.module.css';
import { aboutWords, replaysQuery, stateWords, useStartReplay } from './replay-data.ts';
import { ReplayForm } from './replay-form.tsx';
import { ReplayOutcome } from './replay-outcome.tsx';

/** What the last four quarters would have been under another attribution page, before anybody signs it. */
export function ReplayPage(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const program = useQuery(programQuery(slug));
  const start = useStartReplay(slug, (replay) =>
    url.set({ replay, from: undefined, to: undefined, partner: undefined, cursor: undefined }),
  );
  const replayId = url.get('replay');
  return (
    <Page
      title="What if"
      lead="The deals of the last four quarters, decided once more under another attribution page. No credit changes by it."
    >
      <CreditPlaces />
      {program.error === null ? null : (
        <ErrorState error={program.error} onRetry={() => void program.refetch()} />
      )}
      {program.data === undefined ? (
        <Loading rows={4} label="Loading the attribution page" />
      ) : (
        <ReplayForm
          state={program.data}
          first={url.get('page')}
          isStarting={start.isPending}
          error={start.error}
          onStart={(wish) => start.mutate(wish)}
        />
      )}
      {replayId === undefined ? null : <ReplayOutcome key={replayId} replayId={replayId} />}
      <Earlier open={replayId} />
    </Page>
  );
}

/** Replays of before, by whom, with what they were about. */
function Earlier(props: { open: string | undefined }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const replays = useQuery(replaysQuery(slug));
  const items = (replays.data?.items ?? []).filter(({ id }) => id !== props.open);
  if (items.length === 0) return null;
  return (
    <Card>
      <Title order={2}>Earlier replays</Title>
      <ul className={classes.list}>
        {items.map((one) => (
          <li key={one.id}>
            <a href={paths.creditReplay(slug, { replay: one.id })}>
              {aboutWords(one.about, format.day(one.knownOn))}
            </a>
            <span className={classes.quiet}>
              {one.by}, {format.instant(one.requestedAt)}, against version {one.baseVersion}
            </span>
            <span className={classes.quiet}>{stateWords[one.state]}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
