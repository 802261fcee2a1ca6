/**
 * What every connector hands to the server: rows with the place where a person finds them, problems that say
 * what to repair, and typed records. A connector never touches the database, the clock or the network.
 *
 * Handbook: docs/handbook/import-formats.md
 */

import type { TouchAction } from '#core/attribution/facts.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { JourneyStage } from '#core/journey/journey-stage.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { PastState } from '#core/registration/past.ts';

/** What the rows of a file are about. */
export type ImportKind =
  | 'opportunities'
  | 'stage-history'
  | 'accounts'
  | 'partners'
  | 'opportunity-partners'
  | 'touches'
  | 'registrations';

/** The system whose export a file is; `table` is any other table. */
export type SourceName =
  | 'salesforce-report'
  | 'salesforce-data-export'
  | 'salesforce-data-loader'
  | 'hubspot'
  | 'pipedrive'
  | 'odoo'
  | 'table';

/**
 * Something that is not as expected, in words for the person who has to repair it. `row` counts as a
 * spreadsheet does (the first row of the file is 1, a cell with line breaks is one row); null where the whole
 * file is meant. `column` is the header as found; null where the whole row is meant.
 */
export type Problem = {
  readonly code: string;
  /** `reject`: the row gives no record. `note`: it does, and this is worth knowing. */
  readonly severity: 'reject' | 'note';
  readonly row: number | null;
  readonly column: string | null;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

/** One row of a file. `line` is its first line in a text editor, which is larger once a cell holds line breaks. */
export type SourceRow = { readonly row: number; readonly line: number; readonly cells: readonly string[] };

/** A stretch of rows in file order. `problems` are those of reading: ragged rows, footers, odd bytes. */
export type RowBatch = {
  readonly rows: readonly SourceRow[];
  /** Rows that reading itself had to reject; each has its problem. */
  readonly rejected: readonly SourceRow[];
  readonly problems: readonly Problem[];
};

/** An instant with its day in the mapping's time zone; `dateOnly` where the source gave a day without a time. */
export type ImportedMoment = { readonly at: number; readonly on: LocalDate; readonly dateOnly: boolean };

/** One opportunity as the file states it. Null: the file does not say. */
export type OpportunityRecord = {
  readonly type: 'opportunity';
  readonly row: number;
  readonly opportunityId: string;
  readonly name: string | null;
  readonly accountId: string | null;
  readonly account: string | null;
  readonly accountDomain: string | null;
  readonly stage: string | null;
  readonly pipeline: string | null;
  /** `unknown` only where the row has no stage. */
  readonly outcome: 'open' | 'won' | 'lost' | 'unknown';
  readonly amountMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly createdAt: ImportedMoment | null;
  /** The source's own time stamp of this state; the fact's `known_at` where it is given. */
  readonly updatedAt: ImportedMoment | null;
  readonly expectedCloseOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly owner: string | null;
  readonly product: string | null;
  readonly leadSource: string | null;
  readonly campaign: string | null;
  /** The registration that the CRM carries for us, as it stands there. */
  readonly registration: string | null;
};

/** The deal came into `stage` at that moment. */
export type StageEventRecord = {
  readonly type: 'stage-event';
  readonly row: number;
  readonly opportunityId: string;
  readonly stage: string;
  readonly pipeline: string | null;
  readonly changedAt: ImportedMoment;
  readonly amountMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly expectedCloseOn: LocalDate | null;
};

/** History that is no move: the amount, a date or the name changed while the stage stood still. */
export type OpportunityChangeRecord = {
  readonly type: 'opportunity-change';
  readonly row: number;
  readonly opportunityId: string;
  readonly changedAt: ImportedMoment;
  readonly stage: string | null;
  readonly amountMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly expectedCloseOn: LocalDate | null;
};

/** A partner on an opportunity, as claimed by the file: an opening balance, never credit by itself. */
export type OpportunityPartnerRecord = {
  readonly type: 'opportunity-partner';
  readonly row: number;
  readonly opportunityId: string;
  readonly partnerId: string | null;
  readonly partner: string | null;
  readonly role: string | null;
  readonly primary: boolean | null;
};

/** One end-customer company. */
export type AccountRecord = {
  readonly type: 'account';
  readonly row: number;
  /** The source's id; the name where the source has no ids. */
  readonly accountId: string;
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
  readonly industry: string | null;
  readonly parent: string | null;
  readonly owner: string | null;
};

/** One partner company. */
export type PartnerRecord = {
  readonly type: 'partner';
  readonly row: number;
  readonly partnerId: string;
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
  readonly archetype: string | null;
  readonly signedOn: LocalDate | null;
  /** Where it stands in the partner journey as it comes in. */
  readonly openingStage: JourneyStage | null;
  readonly owner: string | null;
};

/** What a person at a partner did on a deal, or at an account before there was one. */
export type TouchRecord = {
  readonly type: 'touch';
  readonly row: number;
  /** The source's id of the deal, or `#` and its number in Tandem; null where the row names an account only. */
  readonly opportunityId: string | null;
  readonly accountId: string | null;
  readonly account: string | null;
  readonly accountDomain: string | null;
  readonly partnerId: string | null;
  readonly partner: string | null;
  /** One of both is there. */
  readonly person: string | null;
  readonly personEmail: string | null;
  readonly owner: string;
  /** As written: the signed page has its own names for roles. */
  readonly role: string;
  readonly action: TouchAction;
  /** The stage of the deal then, by name or by order, as written. */
  readonly stage: string | null;
  readonly outcome: string | null;
  /** Each piece once, in its one spelling. */
  readonly evidence: readonly string[];
  readonly occurredAt: ImportedMoment;
  /** The day on which the source wrote it down. */
  readonly recordedOn: LocalDate | null;
  /** Who of ours confirmed it. */
  readonly confirmedBy: string | null;
};

/** A deal that a partner registered elsewhere, and how it stands. Whom, what and why it names is asked where these are known. */
export type RegistrationRecord = {
  readonly type: 'registration';
  readonly row: number;
  /** The source's id of it; null where it has none. */
  readonly registrationId: string | null;
  readonly partnerId: string | null;
  readonly partner: string | null;
  /** The customer's legal name. */
  readonly account: string;
  readonly accountDomain: string | null;
  /** A code of two letters. */
  readonly country: string | null;
  /** As written: one product, or several in one cell. */
  readonly product: string | null;
  readonly amountMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly expectedCloseOn: LocalDate | null;
  readonly submittedAt: ImportedMoment;
  readonly decidedAt: ImportedMoment | null;
  readonly closedOn: LocalDate | null;
  readonly state: PastState;
  readonly reason: string | null;
  /** The last day that is protected. */
  readonly protectedUntil: LocalDate | null;
  readonly person: string | null;
  readonly personEmail: string | null;
  /** The source's id of the deal, or `#` and its number in Tandem. */
  readonly opportunityId: string | null;
};

export type ImportRecord =
  | OpportunityRecord
  | StageEventRecord
  | OpportunityChangeRecord
  | OpportunityPartnerRecord
  | AccountRecord
  | PartnerRecord
  | TouchRecord
  | RegistrationRecord;
