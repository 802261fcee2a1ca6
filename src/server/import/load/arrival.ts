import type { Problem } from '#connectors/port.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { AccountId, ImportId, OrgId, PartnerId } from '#core/ids.ts';
import type { StageTable } from '#core/opportunity/stage.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import type { IdMaker } from '../../ids.ts';
import type { LinkToMake } from '../../registration/link-import.ts';
import type { PastToKeep } from '../../registration/past/keep-past.ts';
import type { RecordBatch } from '../reader.ts';
import type { Staging } from './staging.ts';

/** Everything that the loading of one file stands on. A dry run has no staging and changes nothing. */
export type Arrival = {
  readonly tx: Tx;
  readonly org: OrgId;
  readonly organization: Organization;
  readonly importId: ImportId;
  /** Null in the dry run of a source that does not exist yet. */
  readonly sourceId: string | null;
  /** No opportunities of this source stand there yet: undated fields take the deal's created date. */
  readonly isFirst: boolean;
  /** The mapping says where partners stand, so a row without one says that there is none. */
  readonly namesPartners: boolean;
  /** The column that the mapping gives a field; null where it gives none. */
  readonly columnOf: (field: string) => string | null;
  readonly now: number;
  readonly dayOf: (epochMs: number) => LocalDate;
  readonly stages: StageTable;
  readonly ids: IdMaker;
  readonly staging: Staging | null;
  readonly accounts: AccountBook;
  readonly partners: PartnerBook;
  /** Registrations that the rows name for the CRM's deals; they are linked once the deals stand. */
  readonly links: LinkToMake[];
  /** Registrations that the rows are; they are kept once their import stands. */
  readonly registrations: PastToKeep[];
};

/** Finds the account that a row means, or makes it. */
export type AccountBook = {
  /** Looks up what a batch will ask for, in one go. */
  readonly prepare: (wanted: readonly AccountName[]) => Promise<void>;
  readonly find: (wanted: AccountName, knownAt: number) => AccountId | null;
  readonly created: () => number;
};

export type AccountName = {
  readonly recordId: string | null;
  readonly name: string | null;
  readonly domain: string | null;
};

/** Finds the partner that a row means, or makes it. */
export type PartnerBook = {
  readonly find: (recordId: string | null, name: string | null, knownAt: number) => PartnerId;
  readonly created: () => number;
};

/** What became of the rows of a batch; `problems` are rows that only the database could refuse. */
export type Verdicts = {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly problems: readonly Problem[];
};

/** Takes in a file of one kind, batch by batch. */
export type Loader = {
  readonly take: (batch: RecordBatch) => Promise<Verdicts>;
  /** What can be said only once every row was read, since rows of the whole file are held against each other. */
  readonly finish?: () => Promise<Verdicts>;
};
