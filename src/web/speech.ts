import { createContext } from 'react';
import type { PortalLanguage } from '#core/registration/portal-format.ts';

export type Speech = {
  readonly language: PortalLanguage;
  readonly choose: (language: PortalLanguage) => void;
};

/** The language that the reader chose in the portal. Everywhere else it is English. */
export const LanguageContext = createContext<Speech>({ language: 'en', choose: () => undefined });
