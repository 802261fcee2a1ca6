/**
 * The accounts that are sold to directly (DR-14): a list that partners know, replaced whole and refreshed each quarter.
 * A list that is older than the signed page allows stops nothing any more; it only asks a person.
 *
 * Handbook: docs/handbook/registration.md
 */

import { createHash } from 'node:crypto';
import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { registrationPageOn } from '../program/policies.ts';
import { type ListedAccount, readDirectOnlyFile } from './direct-only-file.ts';
import { insertEntries, insertList, listEntries, presentList } from './direct-only-queries.ts';
import { pageInForce } from './page.ts';
import { keysOf } from './sent.ts';

/** DR-14: replaces the list by that of a CSV file, whole or not at all. */
export async function replaceDirectOnly(context: Context, csv: string): Promise<{ count: number }> {
  requireCapability(context, 'registration.arrange');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const listId: string = ports.ids.next<Id<'list'>>(now);
  return write(context, async (tx) => {
    const { body } = await pageInForce(tx, context);
    const keysFor = (account: ListedAccount) => keysOf({ ...account, legalName: account.name }, body);
    const accounts = readDirectOnlyFile(csv, (account) => {
      const { domain, nameCountry } = keysFor(account);
      return domain !== null || nameCountry !== null;
    });
    const refreshedOn = localDateAt(now, organization.timeZone);
    await insertList(tx, org, { id: listId, refreshedOn, by: actorId(context.actor), now });
    const entries = accounts.map((account) => {
      const { domain, nameCountry } = keysFor(account);
      const { name, country } = account;
      return { entry_id: ports.ids.next<Id<'entry'>>(now), name, country, domain, nameCountry };
    });
    await insertEntries(tx, org, listId, entries);
    const hash = createHash('sha256').update(JSON.stringify(accounts)).digest('hex');
    tx.record({
      action: 'direct_only.replace',
      entityId: listId,
      after: { refreshedOn },
      bulk: { count: accounts.length, hash },
    });
    return { count: accounts.length };
  });
}

/** The list that counts now with its age; `list` is null where nobody ever gave one. */
export async function readDirectOnly(
  context: Context,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  requireCapability(context, 'registration.read');
  const { organization } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  const after = readCursor(page.cursor);
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const present = await presentList(tx, org);
    const signed = await registrationPageOn(tx, organization, today);
    const limitDays = signed?.body.checks.directOnlyDays ?? null;
    if (present === null) return { list: null, limitDays, items: [], nextCursor: null };
    const rows = await listEntries(tx, org, {
      id: present.list_id,
      after,
      limit: page.limit + 1,
    });
    const age = daysBetween(present.refreshed_on as LocalDate, today);
    return {
      list: {
        refreshedOn: present.refreshed_on,
        keptBy: (await memberNames(tx, org)).get(present.kept_by) ?? present.kept_by,
        count: present.count,
        age,
        isOld: limitDays !== null && age > limitDays,
      },
      limitDays,
      ...pageOf(
        rows,
        page.limit,
        (row) => ({ sortKey: row.name, id: row.entry_id }),
        ({ name, domain, country }) => ({ name, domain, country }),
      ),
    };
  });
}
