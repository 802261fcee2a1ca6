import { Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { paths } from '../../../paths.ts';
import { useFormat } from '../../../ui/format.tsx';
import { Keys } from '../../../ui/keys.tsx';
import { Page } from '../../../ui/page.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import classes from './audit.module.css';
import { type Sample, sampleQuery } from './audit-data.ts';
import { nextOpen, standingText } from './audit-words.ts';
import { SampleItem } from './sample-item.tsx';

/** A monthly sample, worked through on one screen: the deals to the left, the deal in hand to the right. */
export function CreditSamplePage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const { month = '' } = useParams({ strict: false }) as { month?: string };
  const sample = useQuery(sampleQuery(slug, month));
  const title = /^\d{4}-\d{2}$/.test(month) ? `Sample of ${format.month(month)}` : 'Sample';
  const up = { label: 'Audit of credit', href: paths.creditAudit(slug) };
  if (sample.error !== null) {
    return (
      <Page title={title} up={up}>
        <ErrorState error={sample.error} onRetry={() => void sample.refetch()} />
      </Page>
    );
  }
  if (sample.data === undefined) return <Loading rows={10} label="Loading the sample" />;
  const { judged, size, errors, errorRate, standing } = sample.data;
  return (
    <Page
      title={title}
      up={up}
      lead={
        <>
          {format.count(judged)} of {format.count(size)} looked at, {format.count(errors)}{' '}
          {errors === 1 ? 'error' : 'errors'}
          {errorRate === null ? '' : `, ${format.share(errorRate, 1)}`}.{' '}
          <span className={standing === 'too_many' ? classes.error : undefined}>
            {standing === 'open' ? '' : `${standingText(sample.data)}.`}
          </span>
        </>
      }
    >
      <Work sample={sample.data} />
      <Draw draw={sample.data.draw} />
    </Page>
  );
}

function Work(props: { sample: Sample }): ReactNode {
  const { items, month } = props.sample;
  const mayWork = useMay('audit_sample.work');
  const [at, setAt] = useState(() => Math.max(0, nextOpen(items, -1)));
  const move = (step: 1 | -1): void =>
    setAt((place) => Math.max(0, Math.min(items.length - 1, place + step)));
  useShortcut('j', 'Next deal', 'Sample', () => move(1));
  useShortcut('k', 'Previous deal', 'Sample', () => move(-1));
  const item = items[at];
  if (item === undefined) return null;
  // What was just found is not in the list yet, so that the deal in hand counts as done.
  const goOn = (): void => {
    const next = nextOpen(
      items.map((one, place) => (place === at ? { finding: 'done' } : one)),
      at,
    );
    if (next >= 0) setAt(next);
  };
  return (
    <>
      {mayWork ? (
        <Group gap={6} wrap="wrap">
          {[
            ['j', 'next'],
            ['k', 'back'],
            ['s', 'sound'],
            ['e', 'an error'],
          ].map(([key = '', what = '']) => (
            <Group key={key} gap={6} wrap="nowrap" mr="xs">
              <Keys keys={key} />
              <Text size="sm" c="dimmed" component="span">
                {what}
              </Text>
            </Group>
          ))}
        </Group>
      ) : null}
      <div className={classes.work}>
        <ol className={classes.deals} aria-label="Deals of the sample">
          {items.map((one, place) => (
            <li key={one.opportunityId}>
              <UnstyledButton
                className={classes.deal ?? ''}
                aria-current={place === at}
                onClick={() => setAt(place)}
              >
                <Mark finding={one.finding?.finding ?? null} />
                <span>
                  #{one.number} {one.name}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ol>
        <SampleItem key={item.opportunityId} item={item} month={month} onFound={goOn} />
      </div>
    </>
  );
}

function Mark(props: { finding: 'sound' | 'error' | null }): ReactNode {
  if (props.finding === null)
    return (
      <span role="img" aria-label="not looked at" className={classes.quiet}>
        ○
      </span>
    );
  if (props.finding === 'sound')
    return (
      <span role="img" aria-label="sound">
        ✓
      </span>
    );
  return (
    <span role="img" aria-label="error" className={classes.error}>
      ✗
    </span>
  );
}

function Draw(props: { draw: Sample['draw'] }): ReactNode {
  const { draw } = props;
  const agrees = draw.seedAgrees && draw.dealsAgree;
  return (
    <section aria-label="How it was drawn">
      <p className={classes.small}>
        Drawn from {draw.population} deals with the seed <span className={classes.hash}>{draw.seed}</span>.
        Hash of the deals: <span className={classes.hash}>{draw.populationHash}</span>.{' '}
        {agrees ? (
          'Drawn again just now: the same deals came out.'
        ) : (
          <span className={classes.error}>
            Drawn again just now, other deals came out. Run bin/tandem doctor: a verdict was changed behind
            the back of the program.
          </span>
        )}
      </p>
    </section>
  );
}
