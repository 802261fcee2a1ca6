import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { liftSettings } from '#core/forecast/lift/settings.ts';
import { exposureWords } from '#core/forecast/lift/words.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import { BalanceSection } from './balance-section.tsx';
import classes from './lift.module.css';
import type { Comparison, LiftReport } from './lift-data.ts';
import { PlainReport } from './plain-report.tsx';
import { CycleCard, SizeCard, WinCard } from './question-cards.tsx';

/** One comparison: which deals, three answers, what they stand on, and why a plain report would mislead. */
export function ComparisonView(props: {
  report: LiftReport;
  comparison: Comparison;
  maturity: NonNullable<LiftReport['maturity']>;
}): ReactNode {
  const { report, comparison, maturity } = props;
  const { count, day, share } = useFormat();
  const words = exposureWords[comparison.exposure];
  const { slug } = useDesk();
  const file = {
    exposure: comparison.exposure,
    scope: report.scope === 'proven' ? undefined : report.scope,
    asOf: useUrlState().get('asOf'),
  };
  const left = report.leftOut;
  const out = [
    left.undated > 0 ? `${count(left.undated)} without a day of creation` : null,
    left.unknownOutcome > 0 ? `${count(left.unknownOutcome)} in a stage that nobody explained` : null,
    left.otherProof > 0
      ? `${count(left.otherProof)} that ${report.scope === 'proven' ? 'only an import calls sourced' : 'credit proves to be sourced'}`
      : null,
  ].filter((text) => text !== null);
  return (
    <>
      <Text size="sm" maw="52rem">
        As known on {day(report.asOf)}. A deal counts once it is {count(maturity.days)} days old, won, lost or
        open: by that age nine of ten closed deals had closed, and nine of ten won deals were won.{' '}
        {count(report.matured)} of {count(report.deals)} deals are. {words.who}
        {comparison.start === 'landmark'
          ? ` The landmark is day ${count(maturity.landmark)}: by then ${share(0.25)} of the won deals were won.`
          : ''}
        {out.length === 0 ? '' : ` Left out: ${out.join(', ')}.`}
      </Text>
      {comparison.win.step !== 'hidden' ? null : (
        <Text size="sm" maw="52rem">
          {words.teach} From 10 matured partner deals on their own win rate stands here, from 30 a comparison
          that is called indicative, from 100 an adjusted one.
        </Text>
      )}
      <div className={classes.cards}>
        <WinCard comparison={comparison} days={maturity.days} />
        <CycleCard comparison={comparison} />
        <SizeCard comparison={comparison} currency={report.currency} />
      </div>
      <BalanceSection comparison={comparison} strataHref={paths.liftStrata(slug, file)} />
      <PlainReport comparison={comparison} dealsHref={paths.liftDeals(slug, file)} />
      <Thresholds />
    </>
  );
}

/** The numbers that decide what is shown, as anybody may ask for them. */
function Thresholds(): ReactNode {
  const { share, count, decimal } = useFormat();
  const shown = ({ default: value, unit }: (typeof liftSettings)[keyof typeof liftSettings]): string =>
    unit === 'share' ? share(value) : Number.isInteger(value) ? count(value) : decimal(value, 1);
  return (
    <details className={classes.more}>
      <summary>The numbers that decide what is shown</summary>
      <dl className={classes.facts}>
        {Object.entries(liftSettings).map(([name, setting]) => (
          <Fragment key={name}>
            <dt className={classes.number}>{shown(setting)}</dt>
            <dd>{setting.meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
