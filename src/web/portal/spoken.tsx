import type { ReactNode } from 'react';
import { NoticeTextsContext } from '../notice/notice-texts.ts';
import { LanguageContext, type Speech } from '../speech.ts';
import { UiTextsContext } from '../ui/texts.ts';
import { portalPages } from './words.ts';

/** Everything inside is said in the reader's language, what both faces share included. */
export function Spoken(props: { speech: Speech; children: ReactNode }): ReactNode {
  const words = portalPages[props.speech.language];
  return (
    <LanguageContext value={props.speech}>
      <UiTextsContext value={words.ui}>
        <NoticeTextsContext value={words.notice}>{props.children}</NoticeTextsContext>
      </UiTextsContext>
    </LanguageContext>
  );
}
