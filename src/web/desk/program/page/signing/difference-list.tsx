import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Difference, pageDifferences } from '#core/blueprint/differences.ts';
import type { ProgramDocument } from '#core/blueprint/document.ts';
import type { PageWord } from '#core/program/page.ts';
import classes from './signing.module.css';
import { useValueFormat } from './signing-data.ts';

/** What changed from one body of a page to another, section by section, in plain words. */
export function DifferenceList(props: {
  word: PageWord;
  before: unknown;
  after: unknown;
  /** Said where both say the same. */
  nothing: string;
}): ReactNode {
  const format = useValueFormat();
  // Both bodies come from the server, which has parsed them by the fields of this page.
  const [before, after] = [props.before, props.after] as ProgramDocument[PageWord][];
  const items =
    before === undefined || after === undefined ? [] : pageDifferences(props.word, before, after, format);
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {props.nothing}
      </Text>
    );
  }
  return <DifferenceItems items={items} />;
}

/** Differences that are known already, section by section. */
export function DifferenceItems(props: {
  items: readonly Pick<Difference, 'section' | 'label' | 'before' | 'after'>[];
}): ReactNode {
  const sections = Map.groupBy(props.items, (item) => item.section);
  return (
    <dl className={classes.differences}>
      {[...sections].map(([section, list]) => (
        <div key={section}>
          <dt>{section}</dt>
          {list.map((item) => (
            <dd key={`${item.label} ${item.before} ${item.after}`}>
              {item.label}
              {item.label.endsWith('?') ? ' ' : ': '}
              {item.before === null ? null : <del>{item.before}</del>}
              {item.before !== null && item.after !== null ? ' → ' : null}
              {item.after === null ? null : <ins>{item.after}</ins>}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
