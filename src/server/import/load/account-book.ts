import { type AccountId, brandId, type FactId } from '#core/ids.ts';
import { companyNameKey, domainKey, sortKey } from '#core/opportunity/account-name.ts';
import { blocksOf } from '../../ecosystem/keep-blocks.ts';
import type { AccountBook, AccountName, Arrival } from './arrival.ts';
import { copyInstant } from './copy-text.ts';
import { adoptRecordId, hasAccounts, type KnownCompany, knownAccounts } from './queries.ts';
import { unshared } from './row-records.ts';

type Ground = Pick<Arrival, 'tx' | 'org' | 'sourceId' | 'ids' | 'now' | 'staging'>;

/**
 * Accounts that deals name. A deal's account is found by the id that its source uses, else by its name as it is
 * compared, and, where the deal gives neither, by its domain; what is not found is made. Two names are never
 * taken for one.
 */
export async function accountBook(ground: Ground): Promise<AccountBook> {
  const { tx, org, sourceId, ids, now, staging } = ground;
  const byRecord = new Map<string, AccountId>();
  const byName = new Map<string, AccountId>();
  const byDomain = new Map<string, AccountId>();
  const adoptable = new Map<AccountId, true>();
  const anyThere = await hasAccounts(tx, org);
  let ordinal = 0;

  function learn(row: KnownCompany): void {
    const id = brandId<AccountId>(row.id);
    if (row.record_id !== null && row.source_id === sourceId) byRecord.set(row.record_id, id);
    if (!byName.has(row.name_key)) byName.set(row.name_key, id);
    if (row.domain !== null && !byDomain.has(row.domain)) byDomain.set(row.domain, id);
    if (row.record_id === null) adoptable.set(id, true);
  }

  function make(wanted: AccountName, key: string, domain: string | null, knownAt: number): AccountId {
    const id = ids.next<AccountId>(now);
    const name = wanted.name ?? domain ?? wanted.recordId ?? '';
    ordinal += 1;
    if (wanted.recordId !== null) byRecord.set(unshared(wanted.recordId), id);
    if (!byName.has(key)) byName.set(unshared(key), id);
    if (domain !== null && !byDomain.has(domain)) byDomain.set(unshared(domain), id);
    if (staging) for (const block of blocksOf(name, domain, null)) staging.add('account_block', [id, block]);
    staging?.add('account', [
      id,
      ordinal,
      wanted.recordId,
      name,
      key,
      domain,
      null,
      null,
      sortKey(name),
      null,
    ]);
    const body = JSON.stringify(domain === null ? { name } : { name, domain });
    staging?.add('account_fact', [id, ids.next<FactId>(now), copyInstant(knownAt), body]);
    return id;
  }

  return {
    created: () => ordinal,
    async prepare(wanted) {
      if (!anyThere) return;
      const recordIds = new Set<string>();
      const nameKeys = new Set<string>();
      const domains = new Set<string>();
      for (const one of wanted) {
        if (one.recordId !== null && !byRecord.has(one.recordId)) recordIds.add(one.recordId);
        const key = one.name === null ? null : companyNameKey(one.name);
        if (key !== null && !byName.has(key)) nameKeys.add(key);
        const domain = one.domain === null ? null : domainKey(one.domain);
        if (domain !== null && !byDomain.has(domain)) domains.add(domain);
      }
      if (recordIds.size + nameKeys.size + domains.size === 0) return;
      const source = sourceId ?? org;
      const rows = await knownAccounts(tx, org, source, {
        recordIds: [...recordIds],
        nameKeys: [...nameKeys],
        domains: [...domains],
      });
      for (const row of rows) learn(row);
      if (!staging || sourceId === null) return;
      for (const one of wanted) {
        if (one.recordId === null || one.name === null || byRecord.has(one.recordId)) continue;
        const id = byName.get(companyNameKey(one.name));
        if (id === undefined || !adoptable.delete(id)) continue;
        byRecord.set(unshared(one.recordId), id);
        await adoptRecordId(tx, org, 'account', id, sourceId, one.recordId);
      }
    },
    find(wanted, knownAt) {
      const { recordId, name } = wanted;
      if (recordId !== null) {
        const known = byRecord.get(recordId);
        if (known !== undefined) return known;
      }
      const domain = wanted.domain === null ? null : domainKey(wanted.domain);
      if (name === null && recordId === null) {
        if (domain === null) return null;
        return byDomain.get(domain) ?? make(wanted, companyNameKey(domain), domain, knownAt);
      }
      const key = companyNameKey(name ?? recordId ?? '');
      // A name with an id of its own is another company than one of the same name with another id.
      const known = recordId === null ? byName.get(key) : undefined;
      return known ?? make(wanted, key, domain, knownAt);
    },
  };
}
