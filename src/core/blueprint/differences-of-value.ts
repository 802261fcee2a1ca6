import type { FieldUnit, ScalarField, SeriesField } from '#core/program/field.ts';
import { type ValueFormat, valueText } from './value-text.ts';

/**
 * One difference, before it is placed in a section. `label` names the field and, in a grid or a table, the row.
 * `before` is null for what was added, `after` for what was removed.
 */
export type Unplaced = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly kind: 'changed' | 'added' | 'removed';
};

/** Both values in words where they are not the same: at most one difference, or one for each value of a series. */
export function valueDifference(
  field: ScalarField | SeriesField,
  before: unknown,
  after: unknown,
  format: ValueFormat,
  label: string,
  unit?: FieldUnit | 'money' | 'share',
): Unplaced[] {
  if (field.kind === 'series') {
    const [from, to] = [before as readonly unknown[], after as readonly unknown[]];
    return field.labels.flatMap((name, index) =>
      valueDifference(field.of, from[index], to[index], format, `${label}, ${name}`, unit),
    );
  }
  if (before === after) return [];
  const [was, is] = [before, after].map((value) => valueText(field, value, format, unit));
  return [{ label, before: was ?? null, after: is ?? null, kind: 'changed' }];
}
