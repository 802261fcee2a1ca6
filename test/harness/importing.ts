import { Readable } from 'node:stream';
import { fileReader } from '#connectors/file-reader.ts';
import type { Context } from '#server/access/context.ts';

import { readTransaction } from '#server/database/transaction.ts';
import { storeFile } from '#server/file/store-file.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import type { Draft } from '#server/import/draft.ts';
import { openDraft } from '#server/import/open-draft.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import type { TestDatabase } from './database.ts';
import { dealMapping } from './deal-table.ts';

/** The moment of each call in a row: a minute after the one before. */
let minutes = 0;

/** The context a while later, so that facts come one after another as they do with people. */
export function later(context: Context): Context {
  minutes += 1;
  return { ...context, now: context.now + minutes * 60_000 };
}

/** Stores a text as a file and opens a draft of it. */
export async function draftOfText(
  context: Context,
  text: string,
  mapping: object = dealMapping,
  name = 'deals.csv',
): Promise<Draft> {
  const stored = await storeFile(context, { name, bytes: Readable.from([Buffer.from(text)]) });
  return openDraft(context, fileReader, { fileId: stored.fileId, fileName: name, mapping });
}

/** Takes a text all the way in, as a person would: dry run, then commit. */
export async function importText(
  context: Context,
  text: string,
  mapping: object = dealMapping,
  leaveOutRejected = false,
): Promise<Draft> {
  const at = later(context);
  const draft = await draftOfText(at, text, mapping);
  await tryDraft(at, fileReader, draft.draftId);
  return commitDraft(at, fileReader, draft.draftId, { leaveOutRejected });
}

/** The present reading of an organization's deals, companies and claims, without what only numbers them. */
export async function projectionOf(database: TestDatabase, context: Context): Promise<unknown> {
  const org = context.organization.orgId;
  const read = (text: string) =>
    readTransaction(database.pool, { org }, (tx) => tx.query<Record<string, unknown>>(text, [org]));
  return {
    deals: await read(
      `select o.record_id, o.name, a.name as account, o.stage, o.stage_order, o.outcome, o.amount_minor, o.currency,
         o.created_on, o.entered_on, o.entered_assumed, o.entry_amount_minor, o.entry_currency, o.expected_close_on,
         o.closed_on, o.closed_assumed, o.owner, o.product, o.lead_source, o.late_events, o.claim_class,
         p.name as partner, encode(o.fingerprint, 'hex') as fingerprint, o.last_known_at
       from tandem.opportunity o
       left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
       left join tandem.partner p on p.org_id = o.org_id and p.partner_id = o.claim_partner_id
       where o.org_id = $1 and not o.is_withdrawn order by o.record_id collate "C"`,
    ),
    accounts: await read(
      `select name, name_key, domain, country, industry from tandem.account
       where org_id = $1 and not is_withdrawn order by name collate "C"`,
    ),
    partners: await read(
      `select name, archetype, signed_on from tandem.partner
       where org_id = $1 and not is_withdrawn order by name collate "C"`,
    ),
    stages: await read(
      'select name, stage_order, outcome, is_entry, is_ignored from tandem.stage_rule where org_id = $1 order by name collate "C"',
    ),
  };
}
