import type { ReactNode } from 'react';
import { useFormat } from '../../ui/format.tsx';
import classes from './import.module.css';
import type { KindWords } from './kinds.ts';

const parts = [
  ['create', 'New'],
  ['update', 'Changed'],
  ['unchanged', 'Unchanged'],
  ['skip', 'Skipped'],
  ['reject', 'Rejected'],
] as const;

/** What the rows of a file come to; the parts sum to its rows. */
export function Counts(props: { counts: Readonly<Record<string, number>>; words: KindWords }): ReactNode {
  const format = useFormat();
  return (
    <dl className={classes.counts} aria-label={`Rows of ${props.words.many} by what they come to`}>
      {parts.map(([key, label]) => {
        const count = props.counts[key] ?? 0;
        return (
          <div key={key} className={classes.count}>
            <dt>{label}</dt>
            <dd className={key === 'reject' && count > 0 ? classes.bad : undefined}>{format.count(count)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
