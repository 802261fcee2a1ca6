/** One entry of the trail, as the API gives it. */
export type AuditEntry = {
  readonly seq: number;
  readonly at: number;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly entityId: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly bulkCount: number | null;
  readonly hash: string;
};

/** What a sentence needs to know beside its entry. */
export type Words = {
  readonly member: (membershipId: string | null) => string;
  readonly count: (value: number) => string;
};

export type Phrases = Readonly<Record<string, (entry: AuditEntry, words: Words) => string>>;

/** What a value holds under a name, whatever the value is. */
export function held(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The same as text for a sentence. */
export function text(value: unknown, name: string): string {
  const found = held(value, name);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '—';
}
