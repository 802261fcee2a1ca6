import {
  defaultValue,
  type Field,
  type Fields,
  type ScalarField,
  type SeriesField,
} from '#core/program/field.ts';
import { isWithin, valueAt } from './body.ts';

/** A value that comes with the page: where it stands, its rule and where the default is from. */
export type GivenDefault = {
  readonly path: string;
  readonly label: string;
  readonly rule: string | undefined;
  readonly source: string | undefined;
  readonly value: unknown;
};

/**
 * Every answer that a page brings along. An empty text, a number that nobody knows and the plain “none” of a choice
 * are no answers, so nobody has to confirm them.
 */
export function givenDefaults(fields: Fields): readonly GivenDefault[] {
  return Object.entries(fields).flatMap(([name, field]) => ofField(name, field));
}

function ofField(path: string, field: Field): GivenDefault[] {
  const { label, rule, source } = field;
  switch (field.kind) {
    case 'group':
      return Object.entries(field.fields).flatMap(([name, inner]) =>
        ofValue(
          `${path}.${name}`,
          inner,
          inner.label,
          inner.default,
          inner.rule ?? rule,
          inner.source ?? source,
        ),
      );
    case 'grid': {
      const bodies = defaultValue(field) as Record<string, Record<string, unknown>>;
      return Object.entries(field.rows).flatMap(([key, row]) =>
        Object.entries(field.columns).flatMap(([name, column]) =>
          ofValue(
            `${path}.${key}.${name}`,
            column,
            `${row.label}: ${column.label}`,
            bodies[key]?.[name],
            row.rule ?? column.rule ?? rule,
            row.source ?? column.source ?? source,
          ),
        ),
      );
    }
    case 'table':
      return field.default.length === 0 ? [] : [{ path, label, rule, source, value: field.default }];
    default:
      return ofValue(path, field, label, field.default, rule, source);
  }
}

function ofValue(
  path: string,
  field: ScalarField | SeriesField,
  label: string,
  value: unknown,
  rule: string | undefined,
  source: string | undefined,
): GivenDefault[] {
  const isNothing = (one: unknown): boolean => isEmpty(one) || (isChoice(field) && noAnswers.has(one));
  if (field.kind === 'flag' || isNothing(value)) return [];
  if (Array.isArray(value) && value.every(isNothing)) return [];
  return [{ path, label, rule, source, value }];
}

/** Options of a choice that say nothing. */
const noAnswers: ReadonlySet<unknown> = new Set(['none', 'not_known', 'not_selected']);

function isChoice(field: ScalarField | SeriesField): boolean {
  return field.kind === 'choice' || (field.kind === 'series' && field.of.kind === 'choice');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Whether two values of a body say the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The defaults of a body that nobody has confirmed: not changed, not kept by somebody, and not part of a version that
 * people have signed. `confirmed` holds the paths that somebody answered or kept, a whole table or field by its name.
 */
export function unconfirmedDefaults(
  given: readonly GivenDefault[],
  body: unknown,
  confirmed: readonly string[],
  signed: unknown,
): readonly GivenDefault[] {
  return given.filter(
    ({ path, value }) =>
      sameValue(valueAt(body, path), value) &&
      !confirmed.some((outer) => isWithin(path, outer)) &&
      (signed === null || !sameValue(valueAt(signed, path), value)),
  );
}

/** The confirmed paths with some more, the inner ones left out where an outer one covers them. */
export function withConfirmed(confirmed: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((path) => !confirmed.some((outer) => isWithin(path, outer)));
  if (added.length === 0) return confirmed;
  return [...confirmed.filter((path) => !added.some((outer) => isWithin(path, outer))), ...new Set(added)];
}
