import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/format.tsx';
import classes from './lift.module.css';
import type { Comparison } from './lift-data.ts';

/** Why a plain report lies, with what it would say here, and how many deals an answer takes. */
export function PlainReport(props: { comparison: Comparison; dealsHref: string }): ReactNode {
  const { naive, start, needed, win, fromEntry } = props.comparison;
  const { decimal, count, share } = useFormat();
  const known = needed.filter(({ deals }) => deals !== null);
  return (
    <div className={classes.cards}>
      <section className={classes.card} aria-label="Why a plain report misleads">
        <Title order={2} className={classes.question ?? ''}>
          Why a plain report misleads
        </Title>
        {naive === null ? null : (
          <p className={classes.sentence}>
            Of closed deals, those with a partner at any time against the others, it would say:{' '}
            {decimal(naive.winRatio, 2)} times the win rate and {decimal(naive.cycleRatio, 2)} times the cycle
            ({count(naive.partner.closed)} partner deals, {count(naive.direct.closed)} others).
          </p>
        )}
        <ul className={classes.list}>
          {start === 'landmark' ? (
            <li>
              A deal that runs long has longer to be worked on. Partners tagged by lot would seem to make
              cycles longer and wins likelier. So only help by one fixed day counts, for deals that were still
              open then.
            </li>
          ) : null}
          <li>Closed deals only: those that stall are not in it, and they stall on both sides.</li>
          <li>Partners bring other deals than we find ourselves: other customers, products and amounts.</li>
          <li>A partner that picks deals which are about to be won looks good without doing anything.</li>
          <li>Names that are entered after the win count wins only.</li>
        </ul>
        <p className={classes.note}>
          No adjustment sees what nobody wrote down. Only lots would: offer a partner on half of the deals
          where one could help, and compare the halves.
        </p>
      </section>
      <section className={classes.card} aria-label="How many deals an answer takes">
        <Title order={2} className={classes.question ?? ''}>
          How many deals an answer takes
        </Title>
        <p className={classes.sentence}>
          {count(win.partnerDeals)} partner deals have matured, against {count(win.directDeals)} others.{' '}
          <a href={props.dealsHref} download>
            The deals as a file (CSV)
          </a>
        </p>
        {known.length === 0 ? (
          <p className={classes.note}>Without a win on the other side nobody can say how many it takes.</p>
        ) : (
          <dl className={classes.facts}>
            {known.map(({ lift, deals }) => (
              <FactRow key={lift} label={`To find wins ${share(lift)} more often`}>
                {count(deals)} partner deals
              </FactRow>
            ))}
          </dl>
        )}
        <p className={classes.note}>
          With so many matured partner deals, and as many others for each as now, a difference of that size
          would be found four times in five.
        </p>
        {fromEntry.win.adjusted === null ? null : (
          <p className={classes.note}>
            Watched from the day on which a deal became pipeline, with what was known of partners by then:{' '}
            {decimal(fromEntry.win.adjusted.value, 2)} times as many wins ({fromEntry.win.coverage} % interval{' '}
            {decimal(fromEntry.win.adjusted.low, 2)} to {decimal(fromEntry.win.adjusted.high, 2)};{' '}
            {count(fromEntry.win.partnerDeals)} partner deals, {count(fromEntry.win.directDeals)} others).
          </p>
        )}
      </section>
    </div>
  );
}

function FactRow(props: { label: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
