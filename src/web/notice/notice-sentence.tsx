import { type ReactNode, useContext } from 'react';
import { portalSentence } from '#core/notice/portal-sentence.ts';
import { LanguageContext } from '../speech.ts';
import { useFormat } from '../ui/format.tsx';
import type { Notice } from './notice-data.ts';

/** What a notice says, in the reader's language; where it cannot be said in it, as it was told in English. */
export function NoticeSentence(props: { notice: Notice }): ReactNode {
  const format = useFormat();
  const own = portalSentence(useContext(LanguageContext).language, props.notice);
  return own === null ? (
    <span lang="en">{format.sentence(props.notice.sentence)}</span>
  ) : (
    <span>{format.sentence(own)}</span>
  );
}
