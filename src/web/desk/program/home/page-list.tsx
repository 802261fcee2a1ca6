import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { pages } from '#core/blueprint/document.ts';
import { seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../paths.ts';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import type { PageStateEntry, ProgramState } from '../program-state.ts';
import classes from './home.module.css';
import { nextPage } from './needs.ts';

/** The pages in the order that works; the first one that is not in force is the next to work on. */
export function PageList(props: { state: ProgramState }): ReactNode {
  const next = nextPage(props.state);
  return (
    <ol className={classes.pages}>
      {props.state.pages.map((page, index) => (
        <PageLine key={page.word} page={page} number={index + 1} isNext={page.word === next?.word} />
      ))}
    </ol>
  );
}

function PageLine(props: { page: PageStateEntry; number: number; isNext: boolean }): ReactNode {
  const { page } = props;
  const { slug } = useDesk();
  const { title, question, minutes } = pages[page.word];
  return (
    <li className={classes.page} data-next={props.isNext || undefined}>
      <span className={classes.number} aria-hidden="true">
        {props.number}
      </span>
      <div>
        <a href={paths.programPage(slug, page.word)} className={classes.pageTitle}>
          {title}
        </a>
        <Text size="sm" c="dimmed">
          {question}{' '}
          {page.word === 'assumptions' ? (
            <a href={paths.programArithmetic(slug)}>See the arithmetic</a>
          ) : null}
        </Text>
      </div>
      <div className={classes.pageState}>
        <PageState page={page} />
        {props.isNext ? (
          <Text size="xs" fw={600}>
            Next, about {minutes} minutes
          </Text>
        ) : null}
      </div>
    </li>
  );
}

/** Where a page stands, in a badge and a few words; what waits for a signature says whose. */
function PageState(props: { page: PageStateEntry }): ReactNode {
  const { inForce, proposed, draft } = props.page;
  const format = useFormat();
  const signed = inForce !== null && !inForce.isDraft;
  return (
    <>
      {signed ? (
        <Badge color="teal">Signed, version {inForce.version}</Badge>
      ) : inForce !== null || draft !== null || proposed !== null ? (
        <Badge color="amber">Draft</Badge>
      ) : (
        <Badge>Not begun</Badge>
      )}
      {proposed === null ? null : (
        <Text size="xs">Waits for {proposed.missing.map(seatLabel).join(', ')}</Text>
      )}
      {draft === null || proposed !== null ? null : (
        <Text size="xs" c="dimmed">
          {signed ? 'A new draft is begun' : `Last edited ${format.instant(draft.updatedAt)}`}
        </Text>
      )}
    </>
  );
}
