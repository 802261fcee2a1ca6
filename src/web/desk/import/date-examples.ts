import { parseLocalDate } from '#core/calendar.ts';
import { dateFields } from './fields.ts';
import type { ImportMapping, Understanding } from './import-data.ts';

/** A date of the file with the two days that it could be; null where it exists only the other way round. */
export type DateReading = { readonly text: string; readonly mdy: string | null; readonly dmy: string | null };

const written = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;

/** Both readings of a date such as 3/4/2026; null where it is not written so. */
export function readBothWays(text: string): DateReading | null {
  const [whole, first = '', second = '', year = ''] = written.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const two = (part: string): string => part.padStart(2, '0');
  return {
    text: whole,
    mdy: parseLocalDate(`${full}-${two(first)}-${two(second)}`),
    dmy: parseLocalDate(`${full}-${two(second)}-${two(first)}`),
  };
}

/**
 * Dates of the file that read both ways, for the person to judge by: those whose two readings are different days,
 * from every column that holds dates, at most `most` of them.
 */
export function dateExamples(understanding: Understanding, mapping: ImportMapping, most = 3): DateReading[] {
  const isDate = (column: string): boolean =>
    mapping.stageColumns?.[column] !== undefined ||
    Object.entries(mapping.columns).some(([field, name]) => name === column && dateFields.has(field));
  const texts = understanding.columns
    .filter(({ column }) => isDate(column))
    .flatMap(({ examples }) => examples);
  const read = [...new Set(texts)].flatMap((text) => readBothWays(text) ?? []);
  const both = read.filter(({ mdy, dmy }) => mdy !== null && dmy !== null && mdy !== dmy);
  return (both.length > 0 ? both : read).slice(0, most);
}

/** Whether some column of the file holds dates. */
export function hasDates(mapping: ImportMapping): boolean {
  return (
    Object.keys(mapping.columns).some((field) => dateFields.has(field)) ||
    Object.keys(mapping.stageColumns ?? {}).length > 0
  );
}
