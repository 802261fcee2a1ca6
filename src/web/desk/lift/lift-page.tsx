import { Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { exposureWords } from '#core/forecast/lift/words.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import { ComparisonView } from './comparison-view.tsx';
import classes from './lift.module.css';
import { type LiftReport, liftQuery } from './lift-data.ts';

/** Whether partner deals are won more often, sooner and larger: like compared with like, and never more than that. */
export function LiftPage(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const scope = url.get('scope') === 'openingBalance' ? 'openingBalance' : undefined;
  const lift = useQuery(liftQuery(slug, { asOf: url.get('asOf'), scope }));
  return (
    <Page
      title="Lift"
      lead="Are partner deals won more often, sooner, larger? Like is compared with like. What is found is an association: nobody drew lots about which deals got a partner."
    >
      {lift.error !== null ? (
        <ErrorState error={lift.error} onRetry={() => void lift.refetch()} />
      ) : lift.data === undefined ? (
        <Loading rows={8} label="Comparing deals" />
      ) : lift.data.state === 'working' ? (
        <Working done={lift.data.done} />
      ) : (
        <Report report={lift.data} />
      )}
    </Page>
  );
}

function Working(props: { done: number }): ReactNode {
  const { share } = useFormat();
  return (
    <Stack gap="xs" maw="34rem" role="status">
      <Text size="sm">
        Comparing deals, and drawing the accounts anew many times to see how sure that is: {share(props.done)}{' '}
        done.
      </Text>
      <Progress value={props.done * 100} aria-label="How much is compared" />
    </Stack>
  );
}

function Report(props: { report: LiftReport }): ReactNode {
  const { report } = props;
  const { slug } = useDesk();
  const url = useUrlState();
  const format = useFormat();
  if (report.deals === 0 && report.scope === 'proven') return <NothingYet />;
  const wanted = url.get('side') ?? 'sourced';
  const shown = report.comparisons.find(({ exposure }) => exposure === wanted) ?? report.comparisons[0];
  const scopes = [
    { label: 'What credit proves', scope: undefined },
    { label: 'What imports say', scope: 'openingBalance' },
  ];
  return (
    <Stack gap="md">
      <div className={classes.choices}>
        <nav aria-label="Where a partner’s part comes from" className={classes.choice}>
          {scopes.map(({ label, scope }) => (
            <a
              key={label}
              href={paths.lift(slug, {
                scope,
                side: scope === undefined ? wanted : undefined,
                asOf: url.get('asOf'),
              })}
              aria-current={(scope ?? 'proven') === report.scope ? 'page' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        {report.comparisons.length < 2 ? null : (
          <nav aria-label="What the partner did" className={classes.choice}>
            {report.comparisons.map(({ exposure, win }) => (
              <a
                key={exposure}
                href={paths.lift(slug, { side: exposure, asOf: url.get('asOf') })}
                aria-current={exposure === shown?.exposure ? 'page' : undefined}
              >
                {exposureWords[exposure].name}{' '}
                <span className={classes.quiet}>{format.count(win.partnerDeals)}</span>
              </a>
            ))}
          </nav>
        )}
      </div>
      {report.scope === 'openingBalance' ? <ImportsSay /> : null}
      {report.maturity === null || shown === undefined ? (
        <TooYoung report={report} />
      ) : (
        <ComparisonView report={report} comparison={shown} maturity={report.maturity} />
      )}
    </Stack>
  );
}

function ImportsSay(): ReactNode {
  return (
    <Text size="sm" maw="44rem">
      Imports say who sourced a deal, without proof and without a date. A name that was entered after the win
      makes a partner look better than it is, so read this as the record that you start from. Of partners that
      helped later, imports do not say since when; nothing is compared there.
    </Text>
  );
}

function TooYoung(props: { report: LiftReport }): ReactNode {
  const { count } = useFormat();
  const { report } = props;
  return (
    <EmptyState title="Too few deals have closed">
      {count(report.closed)} of 10 deals have closed with a known day. From ten on Tandem knows how old a deal
      must be to have had its chance: the age by which nine of ten closed deals had closed, and nine of ten
      won ones were won. A comparison counts every deal of that age, also those that are still open.
    </EmptyState>
  );
}

function NothingYet(): ReactNode {
  const { slug } = useDesk();
  return (
    <EmptyState
      title="No deal to compare yet"
      action={{ label: 'Import deals', href: paths.newImport(slug) }}
    >
      A comparison needs deals with the day of their creation and of their close, with a partner and without.
      From 10 matured partner deals on their own win rate is shown, from 30 a comparison that is called
      indicative, from 100 an adjusted one.
    </EmptyState>
  );
}
