import type { ReactNode } from 'react';
import { daysBetween, parseLocalDate } from '#core/calendar.ts';
import { EvidenceLine, type LineMark } from '../../ui/figures/evidence-line.tsx';
import { type Formatters, useFormat } from '../../ui/format.tsx';
import type { Credit } from './opportunity-data.ts';
import { plainWords } from './opportunity-words.ts';

type Evidence = Credit['evidence'][number];

/** The evidence on a line of time, against the window of an introduction, the lock and the stages of the deal. */
export function CreditTimeline(props: { credit: Credit }): ReactNode {
  const { timeline, evidence } = props.credit;
  const format = useFormat();
  if (timeline === null || evidence.length === 0) return null;
  const at = (day: string): number => daysFrom(timeline.from, day);
  const limit = (key: string, label: string, day: string | null) =>
    day === null ? [] : [{ key, label, at: at(day) }];
  return (
    <EvidenceLine
      label="What was done, and when it was written down"
      days={at(timeline.to)}
      ends={[format.day(timeline.from), format.day(timeline.to)]}
      bands={timeline.stages.map((stage) => ({
        key: `${stage.name} ${stage.from}`,
        label: stage.name,
        from: at(stage.from),
        to: at(stage.to),
      }))}
      windows={[
        {
          key: 'lookback',
          label: 'an introduction counts',
          from: at(timeline.lookbackFrom),
          to: at(timeline.createdOn),
        },
      ]}
      limits={[
        ...limit('created', 'created', timeline.createdOn),
        ...limit('lock', 'lock', timeline.lockOn),
        ...limit('closed', 'closed', timeline.closedOn),
      ]}
      rows={rowsOf(evidence, at, format)}
    />
  );
}

function rowsOf(evidence: readonly Evidence[], at: (day: string) => number, format: Formatters) {
  const byWho = Map.groupBy(evidence, (one) => one.partner ?? 'Us');
  return [...byWho].map(([who, acts]) => ({
    key: who,
    label: who,
    marks: acts.map(
      (act): LineMark => ({
        key: act.id,
        at: at(act.occurredOn),
        writtenAt: act.recordedOn > act.occurredOn ? at(act.recordedOn) : null,
        state: act.withdrawn ? 'struck' : act.counts ? 'full' : 'open',
        says: says(act, format),
      }),
    ),
  }));
}

function says(act: Evidence, format: Formatters): string {
  const state = act.withdrawn ? 'withdrawn' : act.counts ? 'counts' : 'does not count';
  const late = act.recordedOn > act.occurredOn ? `, written down ${format.day(act.recordedOn)}` : '';
  return `${plainWords(act.what)}, ${format.day(act.occurredOn)}${late}; ${state}`;
}

function daysFrom(from: string, to: string): number {
  const [a, b] = [parseLocalDate(from), parseLocalDate(to)];
  return a === null || b === null ? 0 : daysBetween(a, b);
}
