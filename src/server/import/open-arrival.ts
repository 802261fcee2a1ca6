import type { ImportKind } from '#connectors/port.ts';
import type { ImportId } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import { importedRegistrations } from '../attribution/imported-registrations.ts';
import type { Tx } from '../database/transaction.ts';
import type { IdMaker } from '../ids.ts';
import { presentEntryStage } from '../program/policies.ts';
import { accountBook } from './load/account-book.ts';
import type { Arrival } from './load/arrival.ts';
import { partnerBook } from './load/partner-book.ts';
import type { Staging } from './load/staging.ts';
import { localDays } from './project/local-days.ts';
import { liveImports, stageRulesOf } from './queries.ts';
import type { ImportMapping } from './reader.ts';
import { foldRules, tableOf } from './stage-rules.ts';

/** What the loading of one file stands on. Without staging it is a dry run, which only looks things up. */
export async function openArrival(
  tx: Tx,
  context: Context,
  given: {
    readonly importId: ImportId;
    readonly sourceId: string | null;
    readonly mapping: ImportMapping;
    readonly staging: Staging | null;
  },
): Promise<Arrival & { readonly adopt: () => Promise<void> }> {
  const { organization, ports, now } = context;
  const org = organization.orgId;
  const { sourceId, mapping, staging } = given;
  const entry = await presentEntryStage(tx, organization);
  const live = sourceId === null ? [] : await liveImports(tx, org, sourceId);
  const rules =
    sourceId === null || staging === null
      ? foldRules([...live.map((row) => row.mapping), mapping])
      : await stageRulesOf(tx, org, sourceId);
  // Ids that rise with time fill an index from one side; those of one instant would fall all over it.
  const ids: IdMaker = { next: () => ports.ids.next(ports.clock.now()) };
  const ground = { tx, org, sourceId, ids, now, staging };
  const partners = await partnerBook(ground);
  return {
    ...ground,
    organization,
    columnOf: (field) => mapping.columns[field] ?? null,
    importId: given.importId,
    isFirst: !live.some((row) => row.kind === mapping.kind),
    namesPartners: namesPartners(mapping),
    dayOf: localDays(organization.timeZone),
    stages: tableOf(rules, entry),
    accounts: await accountBook(ground),
    partners,
    links: [],
    registrations: [],
    adopt: partners.adopt,
  };
}

function namesPartners(mapping: ImportMapping): boolean {
  const { partner, partnerId } = mapping.columns;
  return mapping.partner !== undefined || partner !== undefined || partnerId !== undefined;
}

/** Kinds whose rows say how deals stand. */
export function touchesDeals(kind: ImportKind): boolean {
  return kind === 'opportunities' || kind === 'stage-history' || kind === 'opportunity-partners';
}

/** Why deals are decided again. Registrations have a cause of their own, by which partners are not told of their past. */
export function causeOf(kind: ImportKind, cause: string): string {
  return kind === 'registrations' ? importedRegistrations : cause;
}
