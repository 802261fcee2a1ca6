/**
 * The fields that a page of the program is made of. A page declares its fields once; the form, the print, the text
 * (YAML), its JSON Schema, the difference between two versions and the parsing of what comes in are all made from
 * that declaration.
 *
 * Unknown is not zero: a field without a default is null (or empty text) until somebody answers it. A field with a
 * default can be changed, never emptied.
 *
 * Handbook: docs/handbook/program.md
 */

/** What every field says of itself. `source` is where its default comes from (S1, S2, F, O, INF). */
type Said = {
  readonly label: string;
  /** What to write here and how to decide it, for somebody who has read nothing else. */
  readonly guidance?: string;
  readonly rule?: string;
  readonly source?: string;
  /** May stay unanswered without the page being incomplete. */
  readonly isOptional?: true;
};

export type FieldUnit =
  | 'days'
  | 'business days'
  | 'weeks'
  | 'quarters'
  | 'months'
  | 'hours'
  | 'stage'
  | 'count'
  | 'points'
  | 'times'
  | 'words';

/** Text; `lines` is how much room a form gives it. */
export type TextField = Said & {
  readonly kind: 'text';
  readonly lines: 'one' | 'many';
  readonly most: number;
  readonly default: string;
  /** The form offers these to pick from: a measured fact of the funnel (its key), or a segment of the thesis. */
  readonly picks?: 'funnel_fact' | 'segment';
};

/** A number with a unit. `isWhole`: no fractions. */
export type NumberField = Said & {
  readonly kind: 'number';
  readonly unit: FieldUnit;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly default: number | null;
};

/** A share as a fraction: 0.15 is 15 %. `most` may be above 1 for a lift. */
export type ShareField = Said & {
  readonly kind: 'share';
  readonly least: number;
  readonly most: number;
  readonly default: number | null;
};

/** Whole minor units of the organization's currency, not negative. */
export type MoneyField = Said & { readonly kind: 'money'; readonly default: number | null };

/** A day, `YYYY-MM-DD`. */
export type DateField = Said & { readonly kind: 'date'; readonly default: string | null };

/** One of a closed list; the value is the key, the text its label. */
export type ChoiceField = Said & {
  readonly kind: 'choice';
  readonly options: Readonly<Record<string, string>>;
  readonly default: string | null;
};

/** A number whose unit its row of a grid names: whole minor units for `money`, a fraction for `share`. */
export type MeasureField = Said & { readonly kind: 'measure'; readonly default: number | null };

export type FlagField = Said & { readonly kind: 'flag'; readonly default: boolean };

export type ScalarField =
  | TextField
  | NumberField
  | ShareField
  | MoneyField
  | DateField
  | ChoiceField
  | MeasureField
  | FlagField;

/** A fixed number of values of one kind, each with a label: the floors of three years, the stages of a role. */
export type SeriesField = Said & {
  readonly kind: 'series';
  readonly of: ScalarField;
  readonly labels: readonly string[];
  readonly default: readonly (string | number | boolean | null)[];
};

/** Fields that belong together; they stand in an object of their own. */
export type GroupField = Said & {
  readonly kind: 'group';
  readonly fields: Readonly<Record<string, ScalarField | SeriesField>>;
};

/** Rows that people add and take away. `row` names one of them: "partner", "disqualifier". */
export type TableField = Said & {
  readonly kind: 'table';
  readonly row: string;
  readonly columns: Readonly<Record<string, ScalarField>>;
  readonly most: number;
  readonly default: readonly Readonly<Record<string, string | number | boolean | null>>[];
};

/** Rows that are always there, by key; `default` of a row gives the cells that differ from the column's default. */
export type GridField = Said & {
  readonly kind: 'grid';
  readonly columns: Readonly<Record<string, ScalarField | SeriesField>>;
  readonly rows: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly guidance?: string;
        readonly rule?: string;
        readonly source?: string;
        /** What the `measure` columns of this row are in. */
        readonly unit?: FieldUnit | 'money' | 'share';
        readonly default?: Readonly<
          Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[]>
        >;
      }
    >
  >;
};

export type Field = ScalarField | SeriesField | GroupField | TableField | GridField;
export type Fields = Readonly<Record<string, Field>>;

type ScalarValue<F> = F extends { kind: 'text' }
  ? string
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'choice'; options: infer Options; default: infer Default }
      ? Default extends null
        ? (keyof Options & string) | null
        : keyof Options & string
      : F extends { kind: 'date'; default: infer Default }
        ? Default extends null
          ? string | null
          : string
        : F extends { kind: 'number' | 'share' | 'money' | 'measure'; default: infer Default }
          ? Default extends null
            ? number | null
            : number
          : never;

/** The value that a field holds. */
export type ValueOf<F> = F extends { kind: 'series'; of: infer Of }
  ? readonly ScalarValue<Of>[]
  : F extends { kind: 'group'; fields: infer Inner }
    ? { readonly [Key in keyof Inner]: ValueOf<Inner[Key]> }
    : F extends { kind: 'table'; columns: infer Columns }
      ? readonly { readonly [Key in keyof Columns]: ScalarValue<Columns[Key]> }[]
      : F extends { kind: 'grid'; rows: infer Rows; columns: infer Columns }
        ? { readonly [Row in keyof Rows]: { readonly [Key in keyof Columns]: ValueOf<Columns[Key]> } }
        : ScalarValue<F>;

/** The body of a page with these fields. */
export type BodyOf<F extends Fields> = { readonly [Key in keyof F]: ValueOf<F[Key]> };

/** What a field holds before anybody answers it. */
export function defaultValue<const F extends Field>(field: F): ValueOf<F>;
export function defaultValue(field: Field): unknown {
  switch (field.kind) {
    case 'group':
      return defaultBody(field.fields);
    case 'grid':
      return Object.fromEntries(
        Object.entries(field.rows).map(([key, row]) => [
          key,
          Object.fromEntries(
            Object.entries(field.columns).map(([name, column]) => [
              name,
              row.default?.[name] ?? defaultValue(column),
            ]),
          ),
        ]),
      );
    case 'series':
    case 'table':
      return field.default;
    default:
      return field.default;
  }
}

/** The body of a page that nobody has filled in: every field at its default. */
export function defaultBody<const F extends Fields>(fields: F): BodyOf<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, defaultValue(field)]),
  ) as BodyOf<F>;
}
