import type { Field } from '#core/program/field.ts';
import type { Page, Section } from '#core/program/page.ts';
import { roles } from '#core/program/roles.ts';

const width = 96;

/** The first lines of a text that is written for the first time. */
export const headComment = comment([
  'The partner program as text: one document, ten pages, in the order that works.',
  'Shares are fractions (0.15 is 15 %), amounts are in major units of the currency, days are YYYY-MM-DD.',
  'A page that is left out stays as it is; a key that is left out takes its default; null is an open question.',
]);

/** What stands above a page: its title, its question, who signs it. */
export function pageComment(page: Page): string {
  const seats = page.seats.map((seat) => roles[seat].label).join(', ');
  return comment([`${page.title.toUpperCase()}`, page.question, `Signed by: ${seats}.`]);
}

/** What stands above the first field of a section. */
export function sectionComment(section: Section): string {
  return comment([`== ${section.title} ==`, section.guidance]);
}

/** What stands above a field: its label, what it is in, and what may be written. */
export function fieldComment(field: Field): string {
  const lines = [`${field.label}${unitText(field)}`];
  if (field.guidance) lines.push(field.guidance);
  if (field.kind === 'choice') lines.push(`One of: ${Object.keys(field.options).join(', ')}.`);
  if (field.kind === 'grid' || field.kind === 'table')
    lines.push(...columnLines(Object.values(field.columns)));
  return comment(lines);
}

/** The choices of the columns, said once; columns with the same choices share a line. */
function columnLines(columns: readonly Field[]): string[] {
  const byChoice = new Map<string, string[]>();
  for (const column of columns) {
    const field = column.kind === 'series' ? column.of : column;
    if (field.kind !== 'choice') continue;
    const choices = Object.keys(field.options).join(', ');
    byChoice.set(choices, [...(byChoice.get(choices) ?? []), column.label]);
  }
  return [...byChoice].map(([choices, labels]) => `${labels.join(', ')} – one of: ${choices}.`);
}

function unitText(field: Field): string {
  if (field.kind === 'number' && field.unit !== 'count') return ` (${field.unit})`;
  if (field.kind === 'share') return ' (a fraction)';
  if (field.kind === 'money') return ' (an amount)';
  return field.kind === 'series' ? ` (${field.labels.join(', ')})` : '';
}

/** Lines of a comment, wrapped; each begins with a space, as YAML comments are written. */
function comment(paragraphs: readonly string[]): string {
  return paragraphs.flatMap(wrapped).join('\n');
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines;
}
