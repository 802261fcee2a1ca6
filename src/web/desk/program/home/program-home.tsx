import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { GateLadder } from '../gates/gate-ladder.tsx';
import { programQuery, type Watch, watchQuery } from '../program-state.ts';
import { CatchUp } from '../running/catch-up.tsx';
import { WeekOneInvitation } from '../week-one/week-one.tsx';
import classes from './home.module.css';
import { LaunchPlan } from './launch-plan.tsx';
import { NeedsYou } from './needs-you.tsx';
import { PageList } from './page-list.tsx';
import { PitfallWatch } from './pitfall-watch.tsx';
import { PropertyTiles } from './property-tiles.tsx';
import { SetClock } from './set-clock.tsx';
import { Unowned } from './unowned.tsx';

/** Program: the whole design of the program on one screen, in the order that works. */
export function ProgramHome(): ReactNode {
  const { slug } = useDesk();
  const state = useQuery(programQuery(slug));
  const watch = useQuery(watchQuery(slug));
  const [setting, setSetting] = useState(false);
  const onSetClock = (): void => setSetting(true);
  return (
    <Page
      title="Program"
      lead="Written down, checked by arithmetic and signed before anybody is hired. Each page rests on those before it."
      actions={
        <>
          <Button component="a" variant="default" href={paths.programText(slug)}>
            Program as text
          </Button>
          <Button component="a" variant="default" href={paths.programPrint(slug)}>
            Print the blueprint
          </Button>
        </>
      }
    >
      {state.error === null ? null : <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending ? <Loading rows={12} label="Loading the program" /> : null}
      {state.data === undefined ? null : (
        <>
          <WeekOneInvitation />
          {watch.isPending ? <Loading rows={3} label="Loading the gates" /> : null}
          {watch.data === undefined ? null : <PropertyTiles properties={watch.data.properties} />}
          <NeedsYou state={state.data} watch={watch.data} onSetClock={onSetClock} />
          {watch.data?.catchUp ? <CatchUp plan={watch.data.catchUp} /> : null}
          <div className={classes.columns}>
            <Card>
              <Title order={2}>Pages, in the order that works</Title>
              <PageList state={state.data} />
            </Card>
            {watch.data === undefined ? null : <Beside watch={watch.data} />}
          </div>
          {watch.error === null ? null : (
            <ErrorState error={watch.error} onRetry={() => void watch.refetch()} />
          )}
          {watch.data === undefined ? null : <Below watch={watch.data} onSetClock={onSetClock} />}
          {setting ? (
            <SetClock clock={state.data} today={state.data.today} onClose={() => setSetting(false)} />
          ) : null}
        </>
      )}
    </Page>
  );
}

function Beside(props: { watch: Watch }): ReactNode {
  const { watch } = props;
  const { slug } = useDesk();
  return (
    <div className={classes.stack}>
      <Unowned watch={watch} />
      <Card>
        <div className={classes.cardHead}>
          <Title order={2}>Gates</Title>
          <a href={paths.programGates(slug)} className={classes.all}>
            Every condition
          </a>
        </div>
        <GateLadder gates={watch.gates} />
      </Card>
    </div>
  );
}

function Below(props: { watch: Watch; onSetClock: () => void }): ReactNode {
  const { watch } = props;
  const format = useFormat();
  const mayEdit = useMay('program.edit');
  return (
    <>
      <Card>
        <div className={classes.cardHead}>
          <div>
            <Title order={2}>Launch plan</Title>
            <Text size="sm" c="dimmed">
              {watch.kickoffOn === null
                ? 'The weeks count from the kickoff, which has no day yet.'
                : `Kickoff on ${format.day(watch.kickoffOn)}.`}
            </Text>
          </div>
          {mayEdit ? (
            <Button size="compact-sm" variant="default" onClick={props.onSetClock}>
              {watch.kickoffOn === null ? 'Set the kickoff' : 'Change the kickoff'}
            </Button>
          ) : null}
        </div>
        <LaunchPlan plan={watch.launchPlan} today={watch.today} />
      </Card>
      <Card>
        <Title order={2} mb="xs">
          Pitfall watch
        </Title>
        <PitfallWatch pitfalls={watch.pitfalls} />
      </Card>
    </>
  );
}
