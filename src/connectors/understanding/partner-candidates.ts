import { foldHeader } from './aliases.ts';
import type { ColumnStats } from './column-stats.ts';
import { ownColumn } from './own-columns.ts';

/** A column in which partners may be hidden, with its values for the person to tick. */
export type PartnerCandidate = {
  readonly column: string;
  readonly values: readonly {
    readonly value: string;
    readonly rows: number;
    readonly matches: string | null;
  }[];
  /** Rows whose value names one of the pasted partners, or sounds like one. */
  readonly rows: number;
  readonly why: string;
};

const likely =
  /leadsource|source|campaign|channel|referr|type|owner|manager|agent|reseller|quelle|kampagne|origen|origine|bron|zdroj|besitzer/;
const partnerWord =
  /partner|referral|reseller|channel|alliance|distribut|affiliate|marketplace|agency|integrator|msp/i;

/** A referral by an employee or a customer is no partner's. */
function soundsLikePartner(value: string): boolean {
  return partnerWord.test(value) && !/employee|internal|customer|client|mitarbeiter|kunde/i.test(value);
}

/**
 * Where partners may stand when no column is one: lead source, campaign, type and owner columns whose values sound
 * like partners, or any column in which pasted partner names occur. Best first; nothing is decided here. What Tandem
 * itself wrote into the CRM is never one.
 */
export function partnerCandidates(
  columns: readonly ColumnStats[],
  pastedNames: readonly string[] = [],
): PartnerCandidate[] {
  const pasted = new Map(
    pastedNames.map((name) => [nameKey(name), name.trim()]).filter(([key]) => key !== '') as [
      string,
      string,
    ][],
  );
  const candidates = columns.flatMap((column): (PartnerCandidate & { score: number })[] => {
    if (ownColumn(column.column) !== null) return [];
    if (column.values.length === 0 || column.dates > Math.min(column.filled, 400) / 2) return [];
    const values = column.values.map(({ value, rows }) => ({
      value,
      rows,
      matches: pasted.get(nameKey(value)) ?? null,
    }));
    const matched = values.filter((value) => value.matches !== null);
    if (matched.length > 0) {
      const rows = sum(matched);
      const why = `${matched.length} of the ${pasted.size} pasted names occur here, on ${rows} rows.`;
      return [
        {
          column: column.column,
          values: front(values, (value) => value.matches !== null),
          rows,
          why,
          score: 1e9 + rows,
        },
      ];
    }
    if (!likely.test(foldHeader(column.column)) || !column.allValues) return [];
    const sounding = values.filter((value) => soundsLikePartner(value.value));
    const rows = sum(sounding);
    const why =
      sounding.length > 0
        ? `${rows} rows have a value that sounds like a partner: ${sounding
            .slice(0, 3)
            .map((each) => each.value)
            .join(', ')}.`
        : 'A column of this kind sometimes names the partner; none of its values sounds like one.';
    const score = rows > 0 ? 1e6 + rows : 1_000 - column.values.length;
    return [
      {
        column: column.column,
        values: front(values, (value) => soundsLikePartner(value.value)),
        rows,
        why,
        score,
      },
    ];
  });
  return candidates.sort((a, b) => b.score - a.score).map(({ score: _, ...candidate }) => candidate);
}

function sum(values: readonly { rows: number }[]): number {
  return values.reduce((total, value) => total + value.rows, 0);
}

function front<T>(values: readonly T[], first: (value: T) => boolean): T[] {
  return [...values.filter(first), ...values.filter((value) => !first(value))];
}

const legalForm =
  /\b(inc|llc|ltd|limited|gmbh|ag|sa|sas|sarl|bv|nv|oy|ab|as|aps|plc|corp|corporation|co|company|sro|spzoo|kg|srl|spa|pty)\b/g;

/** A company name for comparing: no case, accents, punctuation or legal form. */
function nameKey(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = words.replace(legalForm, ' ').replace(/\s+/g, ' ').trim();
  return bare === '' ? words : bare;
}
