import { createHash } from 'node:crypto';

/** One entry of the trail: who did what to which thing, before and after, and when. */
export type AuditRow = {
  readonly seq: number;
  readonly at: number;
  readonly actorKind: 'member' | 'key' | 'visitor' | 'cli' | 'job' | 'system';
  readonly actorId: string;
  readonly action: string;
  readonly entityId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly bulkCount: number | null;
  readonly bulkHash: string | null;
  readonly requestId: string | null;
};

/** JSON with sorted keys, so that the same content has the same text wherever it was read from. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/**
 * The hash of an entry: SHA-256 over the hash before it and the entry's canonical text. Changing, removing or
 * reordering any entry changes every hash after it; cutting the tail shows against an exported checkpoint.
 */
export function chainHash(previous: Uint8Array, row: AuditRow): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(row)).digest();
}
