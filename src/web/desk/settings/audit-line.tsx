import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { unknownText, useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './audit.module.css';
import { changedValues } from './audit-changes.ts';
import type { AuditEntry, Words } from './audit-entry.ts';
import { placeOf, sentenceOf } from './audit-sentences.ts';

/** One entry of the trail: when, what, and on demand the values before and after. */
export function AuditLine(props: { entry: AuditEntry; words: Words }): ReactNode {
  const { entry, words } = props;
  const format = useFormat();
  const place = placeOf(entry, useDesk().slug);
  return (
    <li className={classes.entry}>
      <Text span size="sm" c="dimmed">
        <time dateTime={new Date(entry.at).toISOString()}>{format.instant(entry.at)}</time>
      </Text>
      <div className={classes.what}>
        <Text size="sm">{sentenceOf(entry, words)}</Text>
        <Text span size="sm">
          {place === null ? null : <a href={place.href}>{place.label}</a>}
        </Text>
        <details className={classes.details}>
          <summary>
            Entry {format.count(entry.seq)}
            <span className={classes.forReaders}>: details</span>
          </summary>
          <Values entry={entry} />
          <dl className={classes.facts}>
            <dt>Action</dt>
            <dd>{entry.action}</dd>
            {entry.entityId === null ? null : (
              <>
                <dt>Thing</dt>
                <dd>{entry.entityId}</dd>
              </>
            )}
            <dt>Actor</dt>
            <dd>
              {entry.actorKind}, {entry.actorId}
            </dd>
            <dt>Hash</dt>
            <dd>{entry.hash}</dd>
          </dl>
        </details>
      </div>
    </li>
  );
}

function Values(props: { entry: AuditEntry }): ReactNode {
  const { before, after } = props.entry;
  const values = changedValues(before, after);
  if (values.length === 0) return null;
  const hasBefore = before !== null && before !== undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.values} aria-label={`Values of entry ${props.entry.seq}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Value</th>
            {hasBefore ? <th scope="col">Before</th> : null}
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <tr key={value.name}>
              <th scope="row">{spoken(value.name)}</th>
              {hasBefore ? <td>{value.before ?? unknownText}</td> : null}
              <td>{value.after ?? unknownText}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "frame.inForceFrom" reads "frame, in force from". */
function spoken(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
    .replaceAll('.', ', ');
}
