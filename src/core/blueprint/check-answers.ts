import type { Check, CheckCatalogue } from '#core/program/check.ts';
import type { Field, GridField, ScalarField, SeriesField, TableField } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { isSeat, type Seat, seatLabel } from '#core/program/seat.ts';

/** A field that nobody has answered; `isPrompt`: it still holds a prompt of the template, in square brackets. */
type Gap = { readonly path: string; readonly label: string; readonly isPrompt: boolean };

/**
 * What every page needs before it can be signed: an answer in each field that is not optional. An empty text, a
 * table without rows and a number that nobody gave are no answers, and neither is a prompt of a template, "[…]".
 * One check per section; its path leads to the first field that is missing.
 */
export function checkAnswers(page: Page, body: Readonly<Record<string, unknown>>): Check[] {
  return page.sections.flatMap((section) => {
    const gaps = section.fields.flatMap((name) => {
      const field = page.fields[name];
      return field === undefined ? [] : gapsOf(field, body[name], name, field.label);
    });
    const missing = gaps.filter(({ isPrompt }) => !isPrompt);
    const prompts = gaps.filter(({ isPrompt }) => isPrompt);
    const checks = [answerCheck('unanswered', section, missing)];
    if (prompts.length > 0) checks.push(answerCheck('placeholder', section, prompts));
    return checks;
  });
}

/**
 * Whether each seat that signs the page has a holder (OM-1, TH-9). A page can be proposed without one; nobody could
 * sign it. A seat of which nothing is known says nothing.
 */
export function checkSigners(page: Page, held: Readonly<Partial<Record<Seat, boolean>>>): Check[] {
  const known = page.seats.filter(isSeat).filter((seat) => held[seat] !== undefined);
  if (known.length === 0) return [];
  const open = known.filter((seat) => held[seat] === false);
  return [
    {
      rule: page.word === 'thesis' ? 'TH-9' : 'OM-1',
      code: 'signers',
      holds: open.length === 0,
      severity: 'advisory',
      path: '',
      params: { seats: open.map(seatLabel).join(', '), count: open.length },
    },
  ];
}

export const answerCheckWords = {
  unanswered: {
    holds: ({ section }) => `Everything under “${section}” is answered.`,
    fails: ({ label, more }) =>
      `“${label}” is not answered yet${more === 0 ? '' : `, nor ${more === 1 ? 'is one more field' : `are ${more} more fields`} of this section`}. Fill it in.`,
  },
  placeholder: {
    holds: ({ section }) => `No prompt of the template is left under “${section}”.`,
    fails: ({ label, more }) =>
      `“${label}” still holds a prompt in square brackets${more === 0 ? '' : `, and so do ${more} more`}. Replace it with your own words.`,
  },
  signers: {
    holds: () => 'Every seat that signs this page has a holder.',
    fails: ({ seats, count }) =>
      `Nobody holds ${count === 1 ? 'this seat' : 'these seats'}: ${seats}. Without a holder nobody can sign; name one, in the interim if need be.`,
  },
} as const satisfies CheckCatalogue;

function answerCheck(
  code: 'unanswered' | 'placeholder',
  section: Page['sections'][number],
  gaps: readonly Gap[],
): Check {
  const [first] = gaps;
  return {
    rule: 'page',
    code,
    holds: first === undefined,
    severity: 'blocking',
    path: first?.path ?? section.fields[0] ?? '',
    params: { section: section.title, label: first?.label ?? null, more: Math.max(0, gaps.length - 1) },
  };
}

function gapsOf(field: Field, value: unknown, path: string, label: string): Gap[] {
  switch (field.kind) {
    case 'group':
      return field.isOptional === true
        ? promptsOnly(inMembers(field.fields, value, path))
        : inMembers(field.fields, value, path);
    case 'grid':
      return inGrid(field, value, path);
    case 'table':
      return inTable(field, value, path, label);
    case 'series':
      return listOf(value).flatMap((one, index) =>
        gapsOf(field.of, one, `${path}[${index}]`, `${label}, ${field.labels[index] ?? ''}`),
      );
    default:
      return inScalar(field, value, path, label);
  }
}

function inScalar(field: ScalarField, value: unknown, path: string, label: string): Gap[] {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return field.isOptional === true ? [] : [{ path, label, isPrompt: false }];
  }
  return field.kind === 'text' && isPrompt(value) ? [{ path, label, isPrompt: true }] : [];
}

function inMembers(
  fields: Readonly<Record<string, ScalarField | SeriesField>>,
  value: unknown,
  path: string,
  of = '',
): Gap[] {
  const values = membersOf(value);
  return Object.entries(fields).flatMap(([name, field]) =>
    gapsOf(field, values[name], `${path}.${name}`, of === '' ? field.label : `${of}: ${field.label}`),
  );
}

function inGrid(grid: GridField, value: unknown, path: string): Gap[] {
  const rows = membersOf(value);
  const gaps = Object.entries(grid.rows).flatMap(([key, row]) =>
    inMembers(grid.columns, rows[key], `${path}.${key}`, row.label),
  );
  return grid.isOptional === true ? promptsOnly(gaps) : gaps;
}

function inTable(table: TableField, value: unknown, path: string, label: string): Gap[] {
  const rows = listOf(value);
  if (rows.length === 0) return table.isOptional === true ? [] : [{ path, label, isPrompt: false }];
  return rows.flatMap((row, index) =>
    inMembers(table.columns, row, `${path}[${index}]`, `${label}, ${index + 1}`),
  );
}

function promptsOnly(gaps: readonly Gap[]): Gap[] {
  return gaps.filter((gap) => gap.isPrompt);
}

function isPrompt(value: unknown): boolean {
  return typeof value === 'string' && /\[[^[\]]+\]/.test(value);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
