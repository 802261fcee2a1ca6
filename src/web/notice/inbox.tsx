import { type ReactNode, useContext } from 'react';
import { Page } from '../ui/page.tsx';
import { useUrlState } from '../ui/url-state.ts';
import { Choices } from './choices.tsx';
import { Letters } from './letters.tsx';
import classes from './notice.module.css';
import { faceOf, type Inbox } from './notice-data.ts';
import { NoticeList } from './notice-list.tsx';
import { NoticeTextsContext } from './notice-texts.ts';

const parts = [
  { show: undefined, label: 'inbox' },
  { show: 'choices', label: 'choices' },
  { show: 'letters', label: 'letters' },
] as const;

/** Everything that the person was told, how they want to be told, and which letters left for them. */
export function InboxPage(props: { inbox: Inbox }): ReactNode {
  const { inbox } = props;
  const said = useContext(NoticeTextsContext);
  const show = useUrlState().get('show');
  return (
    <Page title={said.title} width="narrow" lead={said.lead}>
      <nav aria-label={said.title} className={classes.parts}>
        {parts.map((part) => (
          <a
            key={part.label}
            href={`${faceOf(inbox)}/notices${part.show === undefined ? '' : `?show=${part.show}`}`}
            aria-current={show === part.show ? 'page' : undefined}
          >
            {said.parts[part.label]}
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
