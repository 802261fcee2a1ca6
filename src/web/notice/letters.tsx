import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import { Pager } from '../ui/pager.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { useUrlState } from '../ui/url-state.ts';
import { DeliveryLine } from './delivery-line.tsx';
import classes from './notice.module.css';
import { type Inbox, lettersQuery } from './notice-data.ts';
import { NoticeTextsContext } from './notice-texts.ts';

/** The letters that left for the person, and whether they arrived. */
export function Letters(props: { inbox: Inbox }): ReactNode {
  const said = useContext(NoticeTextsContext);
  const letters = useQuery(lettersQuery(props.inbox, useUrlState().get('cursor')));
  if (letters.error !== null) {
    return <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />;
  }
  if (letters.data === undefined) return <Loading rows={6} label={said.parts.letters} />;
  const { items, nextCursor } = letters.data;
  if (items.length === 0) {
    return <EmptyState title={said.noLetter}>{said.noLetterSays}</EmptyState>;
  }
  return (
    <>
      <ul className={classes.list}>
        {items.map((one) => (
          <li key={one.id}>
            <DeliveryLine delivery={one} showsWhom={false} />
          </li>
        ))}
      </ul>
      <Pager shown={items.length} nextCursor={nextCursor} />
    </>
  );
}
