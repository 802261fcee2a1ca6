import type { AccountRecord, PartnerRecord, Problem } from '#connectors/port.ts';
import { type AccountId, brandId, type FactId, type PartnerId } from '#core/ids.ts';
import { companyNameKey, domainKey, sortKey } from '#core/opportunity/account-name.ts';
import { blocksOf } from '../../ecosystem/keep-blocks.ts';
import { archetypeOf } from './archetype.ts';
import type { Arrival, Loader } from './arrival.ts';
import { type CopyValue, copyInstant } from './copy-text.ts';
import { adoptRecordId, allPartners, type KnownCompany, knownAccounts } from './queries.ts';
import { fingerprint } from './row-records.ts';

/** Accounts, one a row: found by the source's id, else by a name that has no id yet; otherwise made. */
export function accountLoader(arrival: Arrival): Loader {
  const { tx, org, sourceId, staging, ids, now } = arrival;
  let ordinal = 0;
  return {
    async take(batch) {
      const rows = batch.records.filter((record) => record.type === 'account');
      const found = await knownAccounts(tx, org, sourceId ?? org, {
        recordIds: rows.map((row) => row.accountId),
        nameKeys: rows.map((row) => companyNameKey(row.name)),
        domains: [],
      });
      const byRecord = recordsOf(found, sourceId);
      const byName = new Map(found.filter((row) => row.record_id === null).map((row) => [row.name_key, row]));
      const counts = { create: 0, update: 0, unchanged: 0, rejected: 0 };
      for (const row of rows) {
        const print = printOf(row);
        const key = companyNameKey(row.name);
        let known = byRecord.get(row.accountId);
        if (!known) {
          known = byName.get(key);
          byName.delete(key);
          if (known && staging && sourceId)
            await adoptRecordId(tx, org, 'account', known.id, sourceId, row.accountId);
        }
        const verdict = verdictOf(known, print);
        counts[verdict] += 1;
        if (verdict === 'unchanged') continue;
        const id = known ? brandId<AccountId>(known.id) : ids.next<AccountId>(now);
        const domain = row.domain === null ? null : domainKey(row.domain);
        const { country, industry, name } = row;
        staging?.add('account_fact', [
          id,
          ids.next<FactId>(now),
          copyInstant(now),
          bodyOf({ ...row, domain }, print),
        ]);
        if (known) {
          staging?.add('touched_account', [id]);
          continue;
        }
        ordinal += 1;
        const print_ = { hex: print };
        const facts: CopyValue[] = [name, key, domain, country, industry, sortKey(name), print_];
        staging?.add('account', [id, ordinal, row.accountId, ...facts]);
        if (!staging) continue;
        for (const block of blocksOf(name, domain, country)) staging.add('account_block', [id, block]);
      }
      return { ...counts, problems: [] };
    },
  };
}

/** Partner companies, one a row. Of one name there is one partner. */
export async function partnerLoader(arrival: Arrival): Promise<Loader> {
  const { tx, org, sourceId, staging, ids, now } = arrival;
  const all = await allPartners(tx, org);
  const byRecord = recordsOf(all, sourceId);
  const byName = new Map<string, KnownCompany>();
  for (const row of all) if (!row.is_withdrawn && !byName.has(row.name_key)) byName.set(row.name_key, row);
  const taken = new Set<string>();
  let ordinal = 0;
  return {
    async take(batch) {
      const counts = { create: 0, update: 0, unchanged: 0, rejected: 0 };
      const problems: Problem[] = [];
      for (const row of batch.records) {
        if (row.type !== 'partner') continue;
        const key = companyNameKey(row.name);
        const named = byName.get(key);
        const known = byRecord.get(row.partnerId) ?? (named?.record_id == null ? named : undefined);
        if (taken.has(key) || (named !== undefined && named.id !== known?.id)) {
          counts.rejected += 1;
          problems.push(nameTaken(row));
          continue;
        }
        taken.add(key);
        const print = printOf(row);
        const verdict = verdictOf(known, print);
        counts[verdict] += 1;
        if (verdict === 'unchanged') continue;
        const archetype = row.archetype === null ? null : archetypeOf(row.archetype);
        if (row.archetype !== null && archetype === null) problems.push(unknownArchetype(row, row.archetype));
        const id = known ? brandId<PartnerId>(known.id) : ids.next<PartnerId>(now);
        const domain = row.domain === null ? null : domainKey(row.domain);
        const body = bodyOf({ ...row, domain, archetype }, print);
        staging?.add('partner_fact', [id, ids.next<FactId>(now), copyInstant(now), body]);
        if (known) {
          if (known.record_id === null && staging && sourceId)
            await adoptRecordId(tx, org, 'partner', known.id, sourceId, row.partnerId);
          staging?.add('touched_partner', [id]);
          continue;
        }
        ordinal += 1;
        const { country, signedOn, openingStage, name } = row;
        const said = [name, key, domain, country, archetype, signedOn, openingStage];
        const facts = [...said, sortKey(name), { hex: print }];
        staging?.add('partner', [id, ordinal, row.partnerId, ...facts]);
      }
      return { ...counts, problems };
    },
  };
}

function recordsOf(rows: readonly KnownCompany[], sourceId: string | null): Map<string, KnownCompany> {
  const own = rows.filter((row) => row.record_id !== null && row.source_id === sourceId);
  return new Map(own.map((row) => [row.record_id ?? '', row]));
}

function verdictOf(known: KnownCompany | undefined, print: string): 'create' | 'update' | 'unchanged' {
  if (!known || known.is_withdrawn) return 'create';
  return known.fingerprint?.toString('hex') === print ? 'unchanged' : 'update';
}

function printOf(record: AccountRecord | PartnerRecord): string {
  return fingerprint({ ...record, row: 0 });
}

/** What a row says, as its fact keeps it: only what it does say. */
function bodyOf(record: object, print: string): string {
  const said = Object.entries(record).filter(
    ([key, value]) => value !== null && !['type', 'row', 'accountId', 'partnerId'].includes(key),
  );
  return JSON.stringify({ ...Object.fromEntries(said), print });
}

function nameTaken(row: PartnerRecord): Problem {
  return {
    code: 'partner-name-taken',
    severity: 'reject',
    row: row.row,
    column: null,
    expected: 'a name that no other partner has',
    found: row.name,
    repair: 'Leave out the row that is a repeat, or tell the two companies apart by their names.',
  };
}

function unknownArchetype(row: PartnerRecord, found: string): Problem {
  return {
    code: 'archetype-unknown',
    severity: 'note',
    row: row.row,
    column: null,
    expected: 'reseller, MSP, SI, ISV, referral or agency',
    found,
    repair: 'The partner is imported without an archetype. Set it on the partner’s page.',
  };
}
