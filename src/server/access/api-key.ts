/**
 * Keys by which other programs call the API, such as the form on a company's own web site: each says what it may do,
 * belongs to the organization, can have a last day, and is revoked at once. What asks for a person (signing, deciding,
 * ruling, closing a quarter, inviting) no key may do.
 *
 * Handbook: docs/handbook/access.md
 */

import type { LocalDate } from '#core/calendar.ts';
import { brandId, type Id } from '#core/ids.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import { hashToken, newToken } from '../identity/token.ts';
import { invalidField, notFound } from '../problem.ts';
import {
  type ApiKeyRow,
  apiKeyOfHash,
  apiKeys,
  closeApiKey,
  insertApiKey,
  noteUse,
} from './api-key-queries.ts';
import { type Capability, isCapability, type KeyCapability, keyCapabilities } from './capabilities.ts';
import { type Context, may, type Ports, requireCapability } from './context.ts';
import { type Entered, organizationOf } from './enter.ts';
import { memberNames } from './member-names.ts';
import { orgOfSlug } from './queries.ts';

/** Every secret begins with it, so that a scanner of leaked secrets knows it for one of ours. */
const mark = 'tandem_';

/** The use of a key is noted so often: a busy one shall not write a row with each call. */
const usedEvery = 3_600_000;

/** What somebody sees of a key. Its secret was shown once, when it was made. */
export type ShownApiKey = {
  readonly apiKeyId: string;
  readonly name: string;
  readonly hint: string;
  readonly capabilities: string[];
  readonly madeBy: string | null;
  readonly madeAt: number;
  readonly endsOn: string | null;
  readonly lastUsedAt: number | null;
  readonly state: 'works' | 'over' | 'revoked';
};

/** All keys of the organization, the newest first. */
export async function listApiKeys(context: Context): Promise<ShownApiKey[]> {
  requireCapability(context, 'key.work');
  const { organization, now, ports } = context;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(ports.pool, { org: organization.orgId }, async (tx) => {
    const names = await memberNames(tx, organization.orgId);
    return (await apiKeys(tx, organization.orgId)).map((row) => ({
      apiKeyId: row.api_key_id,
      name: row.name,
      hint: row.hint,
      capabilities: row.capabilities,
      madeBy: names.get(row.made_by) ?? null,
      madeAt: row.made_at,
      endsOn: row.ends_on,
      lastUsedAt: row.last_used_at,
      state: stateOf(row, today),
    }));
  });
}

/** Makes a key that may do no more than its maker. The secret is in the answer and nowhere else. */
export async function makeApiKey(
  context: Context,
  wanted: {
    readonly name: string;
    readonly capabilities: readonly KeyCapability[];
    readonly endsOn: LocalDate | null;
  },
): Promise<{ apiKeyId: string; secret: string }> {
  requireCapability(context, 'key.work');
  const { actor, organization, now, ports } = context;
  if (actor.kind !== 'member') throw notFound('person to make a key as');
  const { membershipId } = actor;
  const beyond = wanted.capabilities.find((capability) => !may(actor, capability));
  if (beyond !== undefined) {
    throw invalidField('body.capabilities', 'rights that you hold yourself', beyond, 'Leave it out.');
  }
  if (wanted.endsOn !== null && wanted.endsOn < localDateAt(now, organization.timeZone)) {
    throw invalidField('body.endsOn', 'a day that is not over', wanted.endsOn, 'Choose a later day.');
  }
  const { token } = newToken();
  const secret = mark + token;
  const apiKeyId = ports.ids.next<Id<'api_key'>>(now);
  return write(context, async (tx) => {
    await insertApiKey(tx, organization.orgId, {
      api_key_id: apiKeyId,
      name: wanted.name.trim(),
      secret_hash: hashToken(secret),
      hint: secret.slice(-4),
      capabilities: [...new Set(wanted.capabilities)],
      made_by: membershipId,
      made_at: now,
      ends_on: wanted.endsOn,
    });
    tx.record({
      action: 'api_key.make',
      entityId: apiKeyId,
      after: { name: wanted.name.trim(), capabilities: wanted.capabilities, endsOn: wanted.endsOn },
    });
    return { apiKeyId, secret };
  });
}

/** Revokes a key: the next call by it is refused. */
export async function revokeApiKey(context: Context, apiKeyId: string): Promise<void> {
  requireCapability(context, 'key.work');
  const { actor, organization, now } = context;
  if (actor.kind !== 'member') throw notFound('person to revoke a key as');
  const { membershipId } = actor;
  await write(context, async (tx) => {
    const name = await closeApiKey(tx, organization.orgId, apiKeyId, membershipId, now);
    if (name === null) throw notFound('key that works');
    tx.record({ action: 'api_key.revoke', entityId: apiKeyId, before: { name } });
  });
}

/**
 * Brings a program into the organization that its key belongs to. Null for a secret that opens nothing there: unknown,
 * of another organization, revoked or over look the same from outside.
 */
export async function enterByKey(ports: Ports, secret: string, slug: string): Promise<Entered | null> {
  if (!secret.startsWith(mark)) return null;
  const now = ports.clock.now();
  const org = await readTransaction(ports.pool, {}, (tx) => orgOfSlug(tx, slug));
  if (org === null) return null;
  const row = await readTransaction(ports.pool, { org }, (tx) => apiKeyOfHash(tx, org, hashToken(secret)));
  if (row === null || stateOf(row, localDateAt(now, row.time_zone)) !== 'works') return null;
  if (row.last_used_at === null || now - row.last_used_at > usedEvery) {
    await writeTransaction(ports.pool, { org }, (tx) => noteUse(tx, org, row.api_key_id, now));
  }
  const capabilities = new Set<Capability>(
    row.capabilities
      .filter(isCapability)
      .filter((one) => (keyCapabilities as readonly string[]).includes(one)),
  );
  return {
    ports,
    now,
    organization: organizationOf(row),
    actor: { kind: 'key', keyId: brandId(row.api_key_id), name: row.name, capabilities },
    capabilities,
  };
}

function stateOf(row: ApiKeyRow, today: string): ShownApiKey['state'] {
  if (row.revoked_at !== null) return 'revoked';
  return row.ends_on !== null && row.ends_on < today ? 'over' : 'works';
}
