import { brandId, type FactId, type PartnerId } from '#core/ids.ts';
import { companyNameKey, sortKey } from '#core/opportunity/account-name.ts';
import type { Arrival, PartnerBook } from './arrival.ts';
import { copyInstant } from './copy-text.ts';
import { adoptRecordId, allPartners } from './queries.ts';

type Ground = Pick<Arrival, 'tx' | 'org' | 'sourceId' | 'ids' | 'now' | 'staging'>;

/** Partners that deals name: found by the id that the source uses, else by name; made where there is none. */
export async function partnerBook(
  ground: Ground,
): Promise<PartnerBook & { readonly adopt: () => Promise<void> }> {
  const { tx, org, sourceId, ids, now, staging } = ground;
  const byRecord = new Map<string, PartnerId>();
  const byName = new Map<string, PartnerId>();
  const withoutRecord = new Set<PartnerId>();
  const adopted = new Map<PartnerId, string>();
  for (const row of await allPartners(tx, org)) {
    const id = brandId<PartnerId>(row.id);
    if (row.record_id !== null && row.source_id === sourceId) byRecord.set(row.record_id, id);
    if (!byName.has(row.name_key)) byName.set(row.name_key, id);
    if (row.record_id === null) withoutRecord.add(id);
  }
  let ordinal = 0;
  return {
    created: () => ordinal,
    find(recordId, name, knownAt) {
      const byId = recordId === null ? undefined : byRecord.get(recordId);
      if (byId !== undefined) return byId;
      const shown = name ?? recordId ?? '';
      const key = companyNameKey(shown);
      const named = byName.get(key);
      if (named !== undefined) {
        if (recordId !== null && withoutRecord.delete(named)) {
          byRecord.set(recordId, named);
          adopted.set(named, recordId);
        }
        return named;
      }
      const id = ids.next<PartnerId>(now);
      ordinal += 1;
      byName.set(key, id);
      if (recordId !== null) byRecord.set(recordId, id);
      staging?.add('partner', [
        id,
        ordinal,
        recordId,
        shown,
        key,
        null,
        null,
        null,
        null,
        null,
        sortKey(shown),
        null,
      ]);
      const body = JSON.stringify({ name: shown });
      staging?.add('partner_fact', [id, ids.next<FactId>(now), copyInstant(knownAt), body]);
      return id;
    },
    async adopt() {
      if (sourceId === null) return;
      for (const [id, recordId] of adopted) await adoptRecordId(tx, org, 'partner', id, sourceId, recordId);
    },
  };
}
