import { createContext, useContext } from 'react';
import type { InAnyLanguage } from '../any-language.ts';
import type { Problem } from '../problem.ts';

/** What stands around every page, in English. The portal says it in its reader's language. */
export const uiEnglish = {
  skip: 'Skip to the page',
  openNavigation: 'Open the navigation',
  closeNavigation: 'Close the navigation',
  navigation: 'Main',
  colours: { auto: 'as the system', light: 'light', dark: 'dark' },
  changeColours: (now: string, next: string) => `Colours: ${now}. Change to ${next}`,
  account: (name: string) => `Account of ${name}`,
  changeOrganization: 'Change organization',
  signOut: 'Sign out',
  close: 'Close',
  closeMessage: 'Close this message',
  cancel: 'Cancel',
  loading: 'Loading',
  tryAgain: 'Try again',
  pages: 'Pages',
  rows: (shown: string, of: string | null, isOne: boolean, isInside: boolean) =>
    `${shown}${of === null ? '' : ` of ${of}`} ${isOne && of === null ? 'row' : 'rows'}${isInside ? ' on this page' : ''}`,
  firstPage: 'First page',
  nextPage: 'Next page',
};

/** What a failure is called where the server's own title is not the reader's language, and what to do. */
type FailureTexts = {
  readonly offline: string;
  readonly offlineSays: string;
  readonly gone: string;
  readonly goneSays: string;
  readonly notAllowed: string;
  readonly other: string;
  readonly tooManySays: string;
  readonly oursSays: string;
};

export type UiTexts = InAnyLanguage<typeof uiEnglish> & {
  /** Left out where the server's own words are read as they are. */
  readonly failures?: FailureTexts;
};

/** What a failure is called and why, for the reader of these texts; `language` where the server says it. */
export function failureIn(
  { failures }: UiTexts,
  { title, status, detail = '', language }: Problem,
): { readonly title: string; readonly says: string; readonly language?: string | undefined } {
  if (failures === undefined) return { title, says: detail, language };
  const { offline, offlineSays, gone, goneSays, notAllowed, other, tooManySays, oursSays } = failures;
  if (status === 0) return { title: offline, says: offlineSays };
  if (status === 404) return { title: gone, says: goneSays };
  if (status === 429 && language === 'en') return { title: other, says: tooManySays };
  if (status >= 500) return { title: other, says: oursSays };
  return { title: status === 403 ? notAllowed : other, says: detail, language };
}

/** The texts around a page, in the language of its face. */
export const UiTextsContext = createContext<UiTexts>(uiEnglish);

export function useUiTexts(): UiTexts {
  return useContext(UiTextsContext);
}
