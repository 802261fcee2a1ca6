import { useContext } from 'react';
import { LanguageContext, type Speech } from '../speech.ts';
import { type PortalWords, portalPages } from './words.ts';

export function usePortalLanguage(): Speech {
  return useContext(LanguageContext);
}

/** The texts of the partner's pages in the reader's language. */
export function useWords(): PortalWords {
  return portalPages[useContext(LanguageContext).language];
}
