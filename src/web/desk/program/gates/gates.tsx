import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { pages } from '#core/blueprint/document.ts';
import { guardedBy } from '#core/gates/guard.ts';
import { listed } from '#core/gates/phrase.ts';
import { isPageWord } from '#core/program/page.ts';
import { seatLabel } from '#core/program/seat.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { type Formatters, useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { PortalByOverrideNote } from '../../portal/portal-opening.tsx';
import { type Watch, watchQuery } from '../program-state.ts';
import classes from './gates.module.css';
import { OverrideGate } from './override-gate.tsx';

type Gate = Watch['gates'][number];

const stateWords = {
  open: { label: 'Open', color: 'teal' },
  overridden: { label: 'Open by override', color: 'red' },
  closed: { label: 'Closed', color: 'gray' },
} as const;

const conditionWords = { met: 'Met', unmet: 'Missing', not_measured: 'Not measured yet' } as const;

/** Program: every gate with its conditions, what is missing, who can supply it, and what it guards. */
export function Gates(): ReactNode {
  const { slug } = useDesk();
  const watch = useQuery(watchQuery(slug));
  return (
    <Page
      title="Gates"
      lead="Each gate opens what comes next once its facts are there. Nothing here is ticked by hand, and what cannot be measured yet never counts as passed."
      up={{ label: 'Program', href: paths.program(slug) }}
    >
      {watch.error === null ? null : <ErrorState error={watch.error} onRetry={() => void watch.refetch()} />}
      {watch.isPending ? <Loading rows={12} label="Loading the gates" /> : null}
      {watch.data?.gates.map((gate) => (
        <GateCard
          key={gate.key}
          gate={gate}
          past={watch.data.pastOverrides.filter((one) => one.gate === gate.key)}
        />
      ))}
    </Page>
  );
}

function GateCard(props: { gate: Gate; past: Watch['pastOverrides'] }): ReactNode {
  const { gate } = props;
  const format = useFormat();
  const { slug } = useDesk();
  const mayOverride = useMay('gate.override');
  const [asking, setAsking] = useState(false);
  const { label, color } = stateWords[gate.state];
  const by = gate.planned === null ? `by week ${gate.weeks.by}` : `by ${format.day(gate.planned.by)}`;
  return (
    <Card>
      <span id={gate.key} className={classes.anchor} />
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2}>
            {gate.name} · {gate.title}
          </Title>
          <Text size="sm" c="dimmed">
            Planned {by}. Unlocks: {gate.unlocks}. Answers for it: {seatLabel(gate.owner)}.
          </Text>
        </div>
        <Badge color={color}>
          {label}
          {gate.state === 'open' && gate.openedOn !== null ? ` since ${format.day(gate.openedOn)}` : ''}
        </Badge>
      </Group>
      <ul className={classes.conditions}>
        {gate.conditions.map((one) => (
          <li key={one.code} className={classes.condition} data-state={one.state}>
            <span className={classes.conditionState}>{conditionWords[one.state]}</span>
            <div>
              <Text size="sm">{format.sentence(one.says)}</Text>
              <Text size="xs" c="dimmed">
                {detailOf(one, format)}{' '}
                <a href={paths.programPlace(slug, one.place)}>{placeLabel(one.place)}</a>
              </Text>
            </div>
          </li>
        ))}
      </ul>
      {gate.waitsFor.length === 0 ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          Opens after {listed(gate.waitsFor.map((key) => key.toUpperCase()))}.
        </Text>
      )}
      {props.past.map((one) => (
        <Text key={`${one.on} ${one.takenBackOn} ${one.reason}`} size="xs" c="dimmed">
          Was overridden by {one.by} on {format.day(one.on)}: {one.reason} Taken back by {one.takenBackBy} on{' '}
          {format.day(one.takenBackOn)}.
        </Text>
      ))}
      {gate.override === null ? null : <Override gate={gate} mayTakeBack={mayOverride} />}
      {gate.state === 'closed' && mayOverride ? (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => setAsking(true)}>
          Override {gate.name}
        </Button>
      ) : null}
      {asking ? <OverrideGate gate={gate} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}

/** What a condition was read from, since when, and who can supply what is missing; no day is said twice. */
export function detailOf(one: Gate['conditions'][number], format: Formatters): string {
  const evidence = one.evidence === null ? '' : format.sentence(one.evidence);
  const since = one.on === null ? '' : format.day(one.on);
  const isSaid = since === '' || `${evidence} ${format.sentence(one.says)}`.includes(since);
  const seats = listed(one.who.map(seatLabel));
  const who = { met: '', unmet: `${seats} can supply it.`, not_measured: `${seats} will answer for it.` }[
    one.state
  ];
  return [evidence, isSaid ? '' : `Since ${since}.`, who].filter((part) => part !== '').join(' ');
}

const placeLabels: Readonly<Record<string, string>> = {
  seats: 'Open the seats',
  import: 'Import deals',
  pipeline: 'Open the pipeline',
  partners: 'Open the partners',
  scoreboard: 'Open the scoreboard',
};

/** The words of a link to where a condition can be supplied. */
function placeLabel(place: string): string {
  return isPageWord(place) ? `Open “${pages[place].title}”` : (placeLabels[place] ?? 'Open the program');
}

function Override(props: { gate: Gate; mayTakeBack: boolean }): ReactNode {
  const { gate } = props;
  const format = useFormat();
  const { slug } = useDesk();
  const queries = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () =>
      take(
        api.DELETE('/api/v1/o/{org}/program/gates/{gate}/overrides', {
          params: { path: { org: slug, gate: gate.key } },
        }),
      ),
    onSuccess: () => toastDone(`The override of ${gate.name} is taken back.`),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries(),
  });
  if (gate.override === null) return null;
  return (
    <Stack gap={4} className={classes.override}>
      <Text size="sm">
        <strong>Overridden by {gate.override.by}</strong> on {format.day(gate.override.on)}:{' '}
        {gate.override.reason}
      </Text>
      {gate.key === guardedBy.portal.gate ? <PortalByOverrideNote /> : null}
      {props.mayTakeBack ? (
        <div>
          <Button
            size="compact-xs"
            variant="default"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate()}
          >
            Take it back
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
