/**
 * What the checks at submission compare (DR-1, DR-2, DR-3, DR-14, DR-18).
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { AccountSign } from '#core/ecosystem/account-key.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { Abuse } from './abuse.ts';

/** A fact that may be missing: a source that failed, a list that nobody gave. Not known is asked, never passed. */
export type Known<T> = { readonly known: true; readonly value: T } | { readonly known: false };

/** How another record was found to be about the same account: by a key, or by a likeness that a person judges. */
export type Likeness = {
  readonly by: 'domain' | 'subdomain' | 'name_country' | 'near';
  /** Between 0 and 1; 1 for a key. */
  readonly score: number;
};

/** What stands against a registration, for the desk alone: it is put beside the registration. */
export type Collision = {
  readonly kind: 'opportunity' | 'registration' | 'contact' | 'account' | 'direct_only';
  readonly id: string;
  readonly likeness: Likeness;
};

/** An open deal of ours at the account. `partnerId` is the partner it is credited to; null means direct. */
export type OpenDeal = {
  readonly opportunityId: OpportunityId;
  readonly openedAt: number;
  readonly openedOn: LocalDate;
  readonly product: string | null;
  readonly partnerId: PartnerId | null;
  readonly likeness: Likeness;
};

/** Our own meeting or outreach at the account. */
export type DirectContact = {
  readonly id: string;
  readonly on: LocalDate;
  readonly kind: 'meeting' | 'outbound';
  readonly likeness: Likeness;
};

/** Another registration that is open or protected. */
export type OtherRegistration = {
  readonly registrationId: string;
  readonly partnerId: PartnerId;
  readonly products: readonly string[];
  readonly isProtected: boolean;
  readonly submittedOn: LocalDate;
  readonly likeness: Likeness;
};

/** An account that buys from us already. */
export type ExistingCustomer = { readonly accountId: string; readonly likeness: Likeness };

/** The direct-only list as it was when the registration arrived. */
export type DirectOnlyList = {
  readonly refreshedOn: LocalDate;
  readonly hits: readonly { readonly id: string; readonly likeness: Likeness }[];
};

/** What the partner is, for the program (DR-1, DR-18). `countries` null: everywhere; `archetypes` null: no limit. */
export type PartnerStanding = {
  readonly partnerId: PartnerId;
  readonly isSuspended: boolean;
  readonly isSigned: boolean;
  readonly isCertified: boolean;
  readonly archetype: Archetype | null;
  readonly countries: readonly string[] | null;
};

/** Everything that the checks compare. `valueMinor` is in the organization's currency; null: not given. */
export type CheckFacts = {
  readonly submittedAt: number;
  readonly submittedOn: LocalDate;
  readonly country: string | null;
  /** Keys of products (`productKey`); none is the whole account. */
  readonly products: readonly string[];
  readonly valueMinor: Known<number | null>;
  /** Whether the registration page and the attribution page are signed and in force. */
  readonly isPageSigned: Known<boolean>;
  /** Archetypes that the program registers deals with; the partner's own must be one of them. */
  readonly archetypes: Known<readonly Archetype[]>;
  readonly partner: Known<PartnerStanding>;
  readonly openDeals: Known<readonly OpenDeal[]>;
  readonly contacts: Known<readonly DirectContact[]>;
  readonly directOnly: Known<DirectOnlyList>;
  readonly otherRegistrations: Known<readonly OtherRegistration[]>;
  readonly customers: Known<readonly ExistingCustomer[]>;
  /** What is odd about the domain that was typed. */
  readonly signs: readonly AccountSign[];
  readonly abuse: Known<readonly Abuse[]>;
};
