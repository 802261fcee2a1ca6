import type { ImportMapping, PartnerCandidate } from './import-data.ts';

/** How a file without a partner column says which deals came with a partner. */
export type PartnerChoice = {
  readonly how: 'column' | 'paste' | 'none' | null;
  /** The column whose values were ticked. */
  readonly column: string | null;
  /** Per column: value of the file → the partner that it means. Only ticked values stand here. */
  readonly ticked: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The text in the field for partner names, as typed. */
  readonly pasted: string;
  /** The role that the partner is said to have had; empty: the file does not say. */
  readonly role: string;
};

export const noChoice: PartnerChoice = { how: null, column: null, ticked: {}, pasted: '', role: '' };

/** The names in a pasted text: one a line, or parted by tabs or semicolons, each once. */
export function pastedNames(text: string): string[] {
  const names = text.split(/[\n\r\t;]+/).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The values that a candidate's count of rows stands for: they come first, and their rows sum to it. */
export function likelyValues(candidate: PartnerCandidate): string[] {
  const likely: string[] = [];
  let rows = 0;
  for (const { value, rows: of } of candidate.values) {
    if (rows >= candidate.rows) break;
    rows += of;
    likely.push(value);
  }
  return likely;
}

/** What is ticked at first in a column: pasted names that occur in it, else what sounds like a partner. */
export function firstTicks(candidate: PartnerCandidate): Record<string, string> {
  const matched = candidate.values.filter(({ matches }) => matches !== null);
  if (matched.length > 0)
    return Object.fromEntries(matched.map(({ value, matches }) => [value, matches ?? value]));
  return Object.fromEntries(likelyValues(candidate).map((value) => [value, value]));
}

/** What would match: deals, and the different partners that they name. */
export function wouldMatch(
  candidate: PartnerCandidate,
  ticks: Readonly<Record<string, string>>,
): { rows: number; partners: string[] } {
  const hit = candidate.values.filter(({ value }) => (ticks[value] ?? '').trim() !== '');
  const partners = [...new Set(hit.map(({ value }) => (ticks[value] ?? '').trim()))];
  return { rows: hit.reduce((sum, { rows }) => sum + rows, 0), partners };
}

/** The ticks of the chosen column, before anybody touched them: the likely ones. */
export function ticksOf(
  choice: PartnerChoice,
  candidate: PartnerCandidate,
): Readonly<Record<string, string>> {
  return choice.ticked[candidate.column] ?? firstTicks(candidate);
}

/** The mapping with what the person chose about partners; without a column, no deal names a partner. */
export function withPartners(
  mapping: ImportMapping,
  choice: PartnerChoice,
  candidate: PartnerCandidate | null,
): ImportMapping {
  const { partner: _before, ...rest } = mapping;
  if (choice.how === 'none' || choice.how === null || candidate === null) return rest;
  const values = Object.fromEntries(
    Object.entries(ticksOf(choice, candidate)).flatMap(([value, name]) =>
      name.trim() === '' ? [] : [[value, name.trim()]],
    ),
  );
  if (Object.keys(values).length === 0) return rest;
  return {
    ...rest,
    partner: { column: candidate.column, ...(choice.role === '' ? {} : { role: choice.role }), values },
  };
}
