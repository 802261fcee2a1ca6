import { Button, Group, NumberInput, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { attributionSettings } from '#core/program/settings.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import type { components } from '../../../api-schema.d.ts';
import { classWord } from '../../../dispute/case-words.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import { bodyOf, programQuery } from '../../program/program-state.ts';
import { CreditPlaces } from '../credit-places.tsx';
import { FlowFigure } from './flow-figure.tsx';
import classes from './replay.module.css';

type Result = NonNullable<components['schemas']['CreditReplay']['result']>;

/** The numbers that one may change right here; everything else is as the attribution page is written now. */
const tried = [
  'introLookbackDays',
  'lockDays',
  'longLockDays',
  'vendorQuietDays',
  'touchLoggedWithinDays',
] as const;
const words = {
  introLookbackDays: 'Introduction before the deal, at most (days)',
  lockDays: 'Time to record a claim (days)',
  longLockDays: 'Time to record a claim, long cycle (days)',
  vendorQuietDays: 'Account that was new to us for (days)',
  touchLoggedWithinDays: 'Time to log a touch (days)',
} as const satisfies Record<(typeof tried)[number], string>;

/** What the last four quarters would have been under another attribution page, before anybody signs it. */
export function ReplayPage(): ReactNode {
  const { slug } = useDesk();
  const program = useQuery(programQuery(slug));
  const [replayId, setReplayId] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: (page: Record<string, unknown>) =>
      take(api.POST('/api/v1/o/{org}/credit/replays', { params: { path: { org: slug } }, body: { page } })),
    onSuccess: (created) => setReplayId(created.replayId),
  });
  return (
    <Page
      title="What if"
      lead="The deals of the last four quarters, decided once more under another attribution page. Nothing changes by it."
    >
      <CreditPlaces />
      {program.error === null ? null : (
        <ErrorState error={program.error} onRetry={() => void program.refetch()} />
      )}
      {program.data === undefined ? (
        <Loading rows={4} label="Loading the attribution page" />
      ) : (
        <TryForm
          body={bodyOf(program.data, 'attribution')}
          isRunning={start.isPending}
          error={start.error}
          onTry={(page) => start.mutate(page)}
        />
      )}
      {replayId === null ? null : <Outcome replayId={replayId} />}
    </Page>
  );
}

function TryForm(props: {
  body: ReturnType<typeof bodyOf<'attribution'>>;
  isRunning: boolean;
  error: Error | null;
  onTry: (page: Record<string, unknown>) => void;
}): ReactNode {
  const { slug } = useDesk();
  const { body } = props;
  const [numbers, setNumbers] = useState(() =>
    Object.fromEntries(tried.map((key) => [key, body.settings[key] as number])),
  );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    props.onTry({ ...body, settings: { ...body.settings, ...numbers } });
  };
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            As the <a href={paths.programPage(slug, 'attribution')}>attribution page</a> is written now, with
            these numbers. To try another role table, write it there first; it is a draft until it is signed.
          </Text>
          {props.error === null ? null : <ErrorState error={props.error} />}
          <div className={classes.numbers}>
            {tried.map((key) => (
              <NumberInput
                key={key}
                label={words[key]}
                description={attributionSettings[key].rule}
                value={numbers[key] ?? 0}
                onChange={(value) => setNumbers((before) => ({ ...before, [key]: Number(value) }))}
                min={0}
                max={365}
                allowDecimal={false}
              />
            ))}
          </div>
          <Group>
            <Button type="submit" loading={props.isRunning}>
              Replay four quarters
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Outcome(props: { replayId: string }): ReactNode {
  const { slug } = useDesk();
  const replay = useQuery({
    queryKey: ['replay', slug, props.replayId],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/credit/replays/{replayId}', {
          params: { path: { org: slug, replayId: props.replayId } },
        }),
      ),
    refetchInterval: (query) =>
      query.state.data?.state === 'done' || query.state.data?.state === 'failed' ? false : 500,
  });
  if (replay.error !== null) return <ErrorState error={replay.error} onRetry={() => void replay.refetch()} />;
  const { data } = replay;
  if (data?.state === 'failed') {
    return <EmptyState title="The replay failed">A fault of ours stopped it. Start it again.</EmptyState>;
  }
  if (data?.result === null || data === undefined) {
    const { done, all } = data?.progress ?? { done: 0, all: 0 };
    return (
      <Card>
        <Text size="sm" role="status">
          {all === 0 ? 'Waiting to begin' : `${done} of ${all} deals decided`}
        </Text>
        <Progress value={all === 0 ? 0 : (done / all) * 100} mt="xs" aria-label="Progress of the replay" />
      </Card>
    );
  }
  return <Found result={data.result} replayId={props.replayId} from={data.fromOn} />;
}

function Found(props: { result: Result; replayId: string; from: string }): ReactNode {
  const { result } = props;
  const { slug, currency } = useDesk();
  const format = useFormat();
  const code = parseCurrencyCode(currency);
  const money = (minor: number): string => format.money(code === null ? null : { minor, currency: code });
  if (result.deals === 0) {
    return (
      <EmptyState title="There is nothing to replay">
        No deal with an act of a partner was created since {format.day(props.from)}.
      </EmptyState>
    );
  }
  const cost = result.payAfterMinor - result.payBeforeMinor;
  return (
    <>
      <Card>
        <Title order={2}>
          {result.movedDeals === 0
            ? 'No deal changes'
            : `${format.count(result.movedDeals)} of ${format.count(result.deals)} deals change`}
        </Title>
        <Text size="sm" c="dimmed">
          Deals created since {format.day(props.from)}. Incentives would be {money(result.payAfterMinor)}{' '}
          instead of {money(result.payBeforeMinor)}
          {cost === 0 ? ': the same' : cost > 0 ? `: ${money(cost)} more` : `: ${money(-cost)} less`}, both at
          the amounts of this page.
        </Text>
        <FlowFigure flows={result.flows} />
      </Card>
      {result.partners.length === 0 ? null : (
        <Card>
          <Title order={2}>Who gains and who loses</Title>
          <ul className={classes.list}>
            {result.partners.map((one) => {
              const change = one.sourcedMinorAfter - one.sourcedMinorBefore;
              return (
                <li key={one.partner.id}>
                  <a href={paths.partner(slug, one.partner.id)}>{one.partner.name}</a>
                  <span>
                    sourced {format.count(one.before.sourced ?? 0)} → {format.count(one.after.sourced ?? 0)},
                    co-sold {format.count(one.before.co_sold ?? 0)} → {format.count(one.after.co_sold ?? 0)},
                    influenced {format.count(one.before.influenced ?? 0)} →{' '}
                    {format.count(one.after.influenced ?? 0)}
                  </span>
                  <span className={classes.number}>
                    {change === 0
                      ? 'no change'
                      : `${change > 0 ? '+' : '−'}${money(Math.abs(change))} sourced`}
                  </span>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      {result.moved.length === 0 ? null : (
        <Card>
          <Group justify="space-between">
            <Title order={2}>The deals that change</Title>
            <a href={`/api/v1/o/${encodeURIComponent(slug)}/credit/replays/${props.replayId}/deals.csv`}>
              Export as CSV
            </a>
          </Group>
          <ul className={classes.list}>
            {result.moved.slice(0, 100).map((one) => (
              <li key={one.opportunityId}>
                <a href={paths.opportunity(slug, one.opportunityId)}>
                  #{one.number} {one.name}
                </a>
                <span>
                  {verdict(one.before)} → {verdict(one.after)}
                  <span className={classes.why}>{one.reasons[0] ?? ''}</span>
                </span>
                <span className={classes.number}>
                  {one.amountMinor === null ? '—' : money(one.amountMinor)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function verdict(one: Result['moved'][number]['before']): string {
  const partner = one.partner === null ? '' : `, ${one.partner.name}`;
  return `${classWord(one.class)}${one.coSold && one.class !== 'co_sold' ? ' and co-sold' : ''}${partner}`;
}
