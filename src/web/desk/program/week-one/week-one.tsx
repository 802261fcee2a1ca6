import { Badge, Button, Checkbox, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { WeekOneTask } from '#core/blueprint/week-one.ts';
import { interimHolders } from '#core/program/seat.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import classes from './week-one.module.css';

/** The leader's pack, or nothing for everybody else. */
export function weekOneQuery(org: string) {
  return queryOptions({
    queryKey: ['week-one', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/program/week-one', { params: { path: { org } } })),
  });
}

type Pack = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof weekOneQuery>['queryFn']>>>['pack']>;

/** The leader's first week: what is in force, their number, what is still closed, and the ten first tasks. */
export function WeekOne(): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const week = useQuery(weekOneQuery(slug));
  const open = useMutation({
    mutationFn: () => take(api.POST('/api/v1/o/{org}/program/week-one', { params: { path: { org: slug } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['week-one', slug] }),
  });
  const pack = week.data?.pack;
  const isNew = pack !== undefined && pack !== null && pack.openedAt === null;
  // The first visit opens the pack; a later one changes nothing.
  useEffect(() => {
    if (isNew) open.mutate();
  }, [isNew, open.mutate]);
  return (
    <Page
      title="Your first week"
      lead="The program was designed before you came. Stand by each page in your own name, or propose another version."
      up={{ label: 'Program', href: paths.program(slug) }}
    >
      {week.error === null ? null : <ErrorState error={week.error} onRetry={() => void week.refetch()} />}
      {week.isPending ? <Loading rows={10} label="Loading your first week" /> : null}
      {pack === null ? (
        <EmptyState
          title="This is for the Head of Partnerships"
          action={{ label: 'Open the seats', href: paths.programSeats(slug) }}
        >
          Whoever takes that seat in person, and not in the interim, finds their first week here.
        </EmptyState>
      ) : null}
      {pack === undefined || pack === null ? null : <PackView pack={pack} />}
    </Page>
  );
}

function PackView(props: { pack: Pack }): ReactNode {
  const { pack } = props;
  const { slug } = useDesk();
  const { number, target, guard } = pack.number;
  return (
    <div className={classes.columns}>
      <Card>
        <Title order={2}>Ten first tasks</Title>
        <ol className={classes.tasks}>
          {pack.tasks.map((task) => (
            <TaskLine key={task.task} task={task} />
          ))}
        </ol>
      </Card>
      <Stack gap="md">
        <Card>
          <Title order={2}>Your number</Title>
          <Text size="sm">{number === '' ? 'No number is written down yet.' : number}</Text>
          <Text size="sm" c="dimmed">
            {target === '' ? 'No target yet' : `Target: ${target}`}
            {guard === '' ? '' : `. Guard: ${guard}`}
          </Text>
        </Card>
        <Card>
          <Title order={2}>Pages in force</Title>
          {pack.pages.length === 0 ? <Text size="sm">No page is signed yet.</Text> : null}
          <ul className={classes.list}>
            {pack.pages.map((page) => (
              <PageLine key={page.word} page={page} />
            ))}
          </ul>
        </Card>
        <Card>
          <Title order={2}>Gates that are still closed</Title>
          <Text size="sm">
            {pack.closedGates.length === 0 ? 'None.' : pack.closedGates.join(', ').toUpperCase()}{' '}
            <a href={paths.programGates(slug)}>See what each misses</a>
          </Text>
        </Card>
      </Stack>
    </div>
  );
}

function PageLine(props: { page: Pack['pages'][number] }): ReactNode {
  const { page } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const signed = page.signedForYou;
  const how = signed?.interim ? `, in the interim as ${interimHolders[signed.interim]}` : '';
  return (
    <li>
      <a href={paths.programPage(slug, page.word)}>{page.title}</a>, version {page.version}
      <Text size="xs" c="dimmed">
        {signed === null
          ? 'Your seat does not sign this page.'
          : `Signed for your seat by ${signed.name}${how} on ${format.instant(signed.signedAt)}.`}
      </Text>
      {page.needsCountersignature ? <Badge color="amber">Countersign, or propose a version</Badge> : null}
    </li>
  );
}

function TaskLine(props: { task: Pack['tasks'][number] }): ReactNode {
  const { task } = props;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<boolean | null>(null);
  const params = { path: { org: slug, task: task.task as WeekOneTask } };
  const tick = useMutation({
    mutationFn: (done: boolean) =>
      done
        ? take(api.PUT('/api/v1/o/{org}/program/week-one/tasks/{task}', { params }))
        : take(api.DELETE('/api/v1/o/{org}/program/week-one/tasks/{task}', { params })),
    onError: toastProblem,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['week-one', slug] });
      setAsked(null);
    },
  });
  if (task.isToldByFacts) {
    return (
      <li className={classes.fact}>
        <span className={classes.mark} data-done={task.isDone || undefined} aria-hidden="true">
          {task.isDone ? '✓' : ''}
        </span>
        <div>
          <Text size="sm">
            <VisuallyHidden>{task.isDone ? 'Done: ' : 'Not done: '}</VisuallyHidden>
            {task.label}
          </Text>
          <Text size="xs" c="dimmed">
            {task.guidance} {task.isDone ? '' : 'It ticks itself once the facts are there.'}
          </Text>
        </div>
      </li>
    );
  }
  return (
    <li>
      <Checkbox
        label={task.label}
        description={task.guidance}
        // The box shows what was asked until the answer is here, and keeps the focus of the keyboard.
        checked={asked ?? task.isDone}
        onChange={(event) => {
          setAsked(event.currentTarget.checked);
          tick.mutate(event.currentTarget.checked);
        }}
      />
    </li>
  );
}

/** Leads the leader to their first week until they have been there. */
export function WeekOneInvitation(): ReactNode {
  const { slug } = useDesk();
  const week = useQuery(weekOneQuery(slug));
  const pack = week.data?.pack ?? null;
  const open = pack?.tasks.filter((task) => !task.isDone).length ?? 0;
  if (pack === null || open === 0) return null;
  return (
    <Card>
      <div className={classes.invitation}>
        <Text size="sm">
          {pack.openedAt === null ? 'You have taken the seat. ' : ''}
          {open} of {pack.tasks.length} tasks of your first week are open.
        </Text>
        <Button component="a" size="compact-sm" href={paths.programWeekOne(slug)}>
          Open your first week
        </Button>
      </div>
    </Card>
  );
}
