import type { FieldUnit } from '#core/program/field.ts';
import { roles } from '#core/program/roles.ts';

const sources: Readonly<Record<string, string>> = {
  S1: 'the first founding article',
  S2: 'the second founding article',
  F: 'the method’s author',
  O: 'another author',
  P: 'public partner-manager practice',
  INF: 'Tandem’s own starting point',
};

/** Where a default comes from, in a few words; undefined where it says nothing. */
export function sourceWords(source: string | undefined): string | undefined {
  return source === undefined ? undefined : (sources[source] ?? source);
}

/** The rule behind a field as a person would look it up: “TIER-3”, “section 8.1”. */
export function ruleWords(rule: string | undefined): string | undefined {
  if (rule === undefined) return undefined;
  return /^\d/.test(rule) ? `section ${rule}` : rule;
}

/** What a default says of itself: “TIER-3 · another author”. */
export function originWords(given: {
  readonly rule?: string | undefined;
  readonly source?: string | undefined;
}): string {
  return [ruleWords(given.rule), sourceWords(given.source)].filter((part) => part !== undefined).join(' · ');
}

/** A unit beside a field; null where the label says enough. */
export function unitWords(unit: FieldUnit | 'money' | 'share' | null, currency: string): string | null {
  if (unit === null || unit === 'count' || unit === 'stage') return null;
  if (unit === 'money') return currency;
  return unit === 'share' ? '%' : unit;
}

/** A seat in words; one that is not known shows its own name. */
export function seatWords(seat: string): string {
  return Object.entries(roles).find(([name]) => name === seat)?.[1].label ?? seat;
}

/** A list in a sentence: “CRO, CFO and Head of Partnerships”. */
export function andList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
