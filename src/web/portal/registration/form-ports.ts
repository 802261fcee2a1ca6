import { createContext, useContext } from 'react';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { components } from '../../api-schema.d.ts';
import type { Sending } from './draft-keeper.ts';

type Schemas = components['schemas'];

/** What a sent form is answered with. */
export type Submitted = {
  readonly notes: readonly string[];
  readonly state: Schemas['RegistrationState'];
};

export type FormKind = 'registration' | 'answer';

/** Of what is typed, what decides who decides. */
export type OutlookFacts = {
  readonly amountMinor: number | undefined;
  readonly currency: string | undefined;
  readonly country: string | undefined;
};

/** What a form needs of where it stands: in the portal, or on the page of a secret link. */
export type FormPorts = {
  readonly organization: { readonly name: string; readonly currency: string; readonly timeZone: string };
  /** Names whose drafts these are, so that two people on one phone do not meet. */
  readonly place: string;
  /** What is asked of the server stands below it. */
  readonly key: readonly unknown[];
  readonly sending: (language: PortalLanguage, kind: FormKind) => Sending<Submitted>;
  readonly hint: (
    domain: string,
    language: PortalLanguage,
  ) => Promise<{ readonly domain: string | null; readonly hint: string | null }>;
  readonly outlook: (typed: OutlookFacts) => Promise<Schemas['RegistrationOutlook']>;
  /** Where the terms can be read; null: nowhere without a login. */
  readonly termsHref: string | null;
  /** Leads on once it is sent. */
  readonly onSent: (number: number, kind: FormKind) => Promise<void>;
};

export const FormPortsContext = createContext<FormPorts | null>(null);

export function useFormPorts(): FormPorts {
  const ports = useContext(FormPortsContext);
  if (ports === null) throw new Error('this form stands outside FormPortsContext');
  return ports;
}
