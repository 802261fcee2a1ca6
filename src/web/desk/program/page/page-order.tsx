import type { ReactNode } from 'react';
import { pages } from '#core/blueprint/document.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { paths } from '../../../paths.ts';
import { useDesk } from '../../desk-context.ts';
import classes from './editor.module.css';

/** Which of the ten pages this is, how long it takes, and the way to the ones before and after it. */
export function PageOrder(props: { word: PageWord; isFoot?: boolean }): ReactNode {
  const { slug } = useDesk();
  const index = pageWords.indexOf(props.word);
  const [before, after] = [pageWords[index - 1], pageWords[index + 1]];
  return (
    <nav
      className={classes.order}
      aria-label={props.isFoot === true ? 'Next page of the program' : 'Pages of the program'}
    >
      {props.isFoot === true ? null : (
        <span>
          Page {index + 1} of {pageWords.length} · about {pages[props.word].minutes} minutes
        </span>
      )}
      {before === undefined ? null : <a href={paths.programPage(slug, before)}>← {pages[before].title}</a>}
      {after === undefined ? null : <a href={paths.programPage(slug, after)}>{pages[after].title} →</a>}
    </nav>
  );
}
