import type { ReactNode } from 'react';
import { Page } from '../ui/page.tsx';
import { useUrlState } from '../ui/url-state.ts';
import { Choices } from './choices.tsx';
import { Letters } from './letters.tsx';
import classes from './notice.module.css';
import { faceOf, type Inbox } from './notice-data.ts';
import { NoticeList } from './notice-list.tsx';

const parts = [
  { show: undefined, label: 'Inbox' },
  { show: 'choices', label: 'What is mailed' },
  { show: 'letters', label: 'Letters to me' },
] as const;

/** Everything that the person was told, how they want to be told, and which letters left for them. */
export function InboxPage(props: { inbox: Inbox }): ReactNode {
  const { inbox } = props;
  const show = useUrlState().get('show');
  return (
    <Page title="Notices" width="narrow" lead="What you were told without asking, newest first.">
      <nav aria-label="Notices" className={classes.parts}>
        {parts.map((part) => (
          <a
            key={part.label}
            href={`${faceOf(inbox)}/notices${part.show === undefined ? '' : `?show=${part.show}`}`}
            aria-current={show === part.show ? 'page' : undefined}
          >
            {part.label}
          </a>
        ))}
      </nav>
      {show === 'choices' ? (
        <Choices inbox={inbox} />
      ) : show === 'letters' ? (
        <Letters inbox={inbox} />
      ) : (
        <NoticeList inbox={inbox} />
      )}
    </Page>
  );
}
