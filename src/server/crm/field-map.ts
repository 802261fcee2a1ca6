import {
  type CrmField,
  type CrmFieldNames,
  type CrmSystem,
  crmFields,
  crmSystemNames,
  crmSystems,
  defaultCrmNames,
} from '#core/attribution/crm-fields.ts';
import { crmNameFaults } from '#core/attribution/crm-names.ts';
import type { OrgId } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { write } from '../audit/write.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { fieldRows, putFields, putSource, sourceRows } from './queries.ts';

/** Which field of a CRM carries what, and the source whose deals it holds. */
export type CrmMap = {
  readonly system: CrmSystem;
  /** The source by its name in Tandem: record ids are told apart by it. */
  readonly source: string;
  readonly names: CrmFieldNames;
  /** Who last set it, and when; null while the proposed names count. */
  readonly setBy: string | null;
  readonly setAt: number | null;
};

/** The map of each system: the names that somebody has set, else the proposed ones. */
export function readCrmMaps(context: Context): Promise<CrmMap[]> {
  requireCapability(context, 'crm.work');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, (tx) => mapsOf(tx, context));
}

/** The map of one system within a transaction. */
export async function crmMapOf(tx: Tx, context: Context, system: CrmSystem): Promise<CrmMap> {
  const map = (await mapsOf(tx, context)).find((one) => one.system === system);
  if (!map) throw new Error(`no map of ${system}`);
  return map;
}

/** Every name under which somebody has said that a field of the credit is carried, in small letters. */
export async function carriedNamesOf(tx: Tx, org: OrgId): Promise<ReadonlySet<string>> {
  return new Set((await fieldRows(tx, org)).flatMap(({ name }) => name?.toLowerCase() ?? []));
}

/** The names that are written. Without a public address nothing can be linked. */
export function carriedNames({ names }: CrmMap, publicUrl: string | null): CrmFieldNames {
  return publicUrl === null ? { ...names, evidenceLink: null } : names;
}

/** The fields that have a name, in the order of the columns. */
export function carriedFields(names: CrmFieldNames): { field: CrmField; name: string }[] {
  return crmFields.flatMap((field) => {
    const name = names[field];
    return name === null ? [] : [{ field, name }];
  });
}

/**
 * Sets which field of a CRM carries what; a field without a name is not carried. Throws ProblemError `invalid-input`
 * with every name that the system would not take.
 */
export async function setCrmMap(
  context: Context,
  change: { readonly system: CrmSystem; readonly source: string; readonly names: CrmFieldNames },
): Promise<CrmMap> {
  requireCapability(context, 'crm.work');
  const { system, names } = change;
  const source = change.source.trim();
  refuseFaults(system, names);
  const org = context.organization.orgId;
  return write(context, async (tx) => {
    const by = actorId(context.actor);
    await putSource(tx, org, { system, sourceName: source, by }, context.now);
    const before = await crmMapOf(tx, context, system);
    const rows = crmFields.map((field) => ({ field, name: names[field] }));
    await putFields(tx, org, system, rows, { by, now: context.now });
    tx.record({
      action: 'crm.map',
      entityId: system,
      before: before.names,
      after: { source, ...names },
    });
    return crmMapOf(tx, context, system);
  });
}

function refuseFaults(system: CrmSystem, names: CrmFieldNames): void {
  const errors = crmNameFaults(system, names).map(({ field, ...fault }) => ({
    path: `body.names.${field}`,
    ...fault,
  }));
  const [first] = errors;
  if (!first) return;
  throw new ProblemError(
    'invalid-input',
    `${crmSystemNames[system]} takes ${first.expected}; found ${first.found}. ${first.repair}`,
    { errors },
  );
}

async function mapsOf(tx: Tx, context: Context): Promise<CrmMap[]> {
  const org = context.organization.orgId;
  const fields = await fieldRows(tx, org);
  const sources = new Map((await sourceRows(tx, org)).map((row) => [row.system, row]));
  const people = await memberNames(tx, org);
  return crmSystems.map((system) => {
    const set = new Map<CrmField, string | null>(
      fields.filter((row) => row.system === system).map((row) => [row.field, row.name]),
    );
    const nameOf = (field: CrmField) => {
      const name = set.get(field);
      return name === undefined ? defaultCrmNames[system][field] : name;
    };
    const source = sources.get(system);
    return {
      system,
      source: source?.source_name ?? crmSystemNames[system],
      names: Object.fromEntries(crmFields.map((field) => [field, nameOf(field)])) as CrmFieldNames,
      setBy: source ? (people.get(source.set_by) ?? source.set_by) : null,
      setAt: source?.set_at ?? null,
    };
  });
}
