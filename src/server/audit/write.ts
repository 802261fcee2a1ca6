import { actorId, type Context } from '../access/context.ts';
import { type Tx, writeTransaction } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { type AuditRow, chainHash } from './chain.ts';
import { appendRows, type ChainedRow, lockHead, takeKey } from './queries.ts';

/** What a verb says it did. `movesFigures`: a kept scoreboard is no longer valid. */
export type Deed = {
  readonly action: `${string}.${string}`;
  readonly entityId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly bulk?: { readonly count: number; readonly hash: string };
  readonly movesFigures?: boolean;
};

/** A transaction that changes things: it must say what it did. */
export type WriteTx = Tx & {
  readonly record: (deed: Deed) => void;
  /**
   * Does something right after the commit, before the verb returns. For what a job would do in a moment anyway: when
   * it fails the change stands, and the job does it.
   */
  readonly afterCommit: (act: () => Promise<void>) => void;
};

/**
 * Runs a change of an organization: the work, its audit rows, its events and its idempotency key commit
 * together or not at all. A change that records nothing is refused, unless the work may find nothing to change. With an Idempotency-Key the effect happens
 * once: a repeat returns what the first call returned, a different request under the same key is refused.
 */
export async function write<T>(
  context: Context,
  work: (tx: WriteTx) => Promise<T>,
  options: { readonly mayChangeNothing?: boolean } = {},
): Promise<T> {
  const org = context.organization.orgId;
  const key = context.idempotency;
  const who = actorId(context.actor);
  const after: (() => Promise<void>)[] = [];
  const done = await writeTransaction(context.ports.pool, { org }, async (tx) => {
    if (key) {
      const taken = await takeKey(tx, org, who, key.key, key.requestHash, context.now);
      if (taken.request_hash !== key.requestHash) {
        throw new ProblemError(
          'key-reused',
          'This Idempotency-Key came with another request. Use a new key for a new request.',
        );
      }
      if (!taken.fresh) return taken.result as T;
    }
    const deeds: Deed[] = [];
    const value = await work({
      ...tx,
      record: (deed) => void deeds.push(deed),
      afterCommit: (act) => void after.push(act),
    });
    if (deeds.length === 0) {
      if (options.mayChangeNothing) return value;
      throw new Error('a change was written without an audit row');
    }
    await appendTrail(tx, context, deeds, key ? { actor: who, key: key.key, result: value } : null);
    return value;
  });
  for (const act of after) await act().catch(warn);
  return done;
}

/** The change stands and its job does the rest; whoever runs Tandem should know all the same. */
function warn(error: unknown): void {
  process.emitWarning(`What follows a change failed and is left to its job: ${String(error)}`);
}

async function appendTrail(
  tx: Tx,
  context: Context,
  deeds: readonly Deed[],
  kept: Parameters<typeof appendRows>[4],
): Promise<void> {
  const org = context.organization.orgId;
  const head = await lockHead(tx, org);
  let { seq, hash } = head;
  const rows: ChainedRow[] = [];
  for (const deed of deeds) {
    seq += 1;
    const row: AuditRow = {
      seq,
      at: context.now,
      actorKind: context.actor.kind,
      actorId: actorId(context.actor),
      action: deed.action,
      entityId: deed.entityId ?? null,
      before: asStored(deed.before),
      after: asStored(deed.after),
      bulkCount: deed.bulk?.count ?? null,
      bulkHash: deed.bulk?.hash ?? null,
      requestId: context.requestId,
    };
    const next = chainHash(hash, row);
    rows.push({ ...row, prevHash: hash, hash: next });
    hash = next;
  }
  await appendRows(
    tx,
    org,
    rows,
    deeds.some((deed) => deed.movesFigures),
    kept,
  );
}

/** The value as it will be read back from the database, so that its hash is the same then. */
function asStored(value: unknown): unknown {
  return value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));
}
