import { memo, type ReactNode } from 'react';
import type { Field, ScalarField, SeriesField } from '#core/program/field.ts';
import { originWords } from '../field-words.ts';
import { CellInput } from './cell-input.tsx';
import { FieldLabel } from './field-frame.tsx';
import classes from './form.module.css';
import type { Marks } from './form-context.ts';
import { GridView } from './grid-view.tsx';
import { DefaultMark, FieldNotes } from './notes.tsx';
import rowClasses from './rows.module.css';
import { ScalarView } from './scalar-field.tsx';
import { TableView } from './table-field.tsx';

export type FieldProps<F extends Field = Field> = {
  field: F;
  path: string;
  value: unknown;
  marks: Marks;
  /** The section's title says the same as the field's label. */
  isTitled?: boolean;
};

/** A field of any kind, drawn from its declaration. */
export const FieldView = memo(function FieldView(props: FieldProps): ReactNode {
  const { field, path, value, marks } = props;
  switch (field.kind) {
    case 'group':
      return (
        <fieldset className={classes.group} data-path={path}>
          <legend className={props.isTitled === true ? classes.unseen : classes.legend}>
            <FieldLabel field={field} />
          </legend>
          {field.guidance === undefined ? null : <p className={classes.about}>{field.guidance}</p>}
          <FieldNotes notes={marks.notes.get(path)} />
          {Object.entries(field.fields).map(([name, inner]) => (
            <SimpleView
              key={name}
              field={inner}
              path={`${path}.${name}`}
              value={(value as Record<string, unknown> | null)?.[name]}
              marks={marks}
            />
          ))}
        </fieldset>
      );
    case 'table':
      return <TableView field={field} path={path} value={value} marks={marks} isTitled={props.isTitled} />;
    case 'grid':
      return <GridView field={field} path={path} value={value} marks={marks} isTitled={props.isTitled} />;
    default:
      return <SimpleView {...props} field={field} />;
  }
});

/** A field with one value or a short list of them. */
export function SimpleView(props: FieldProps<ScalarField | SeriesField>): ReactNode {
  const { field, path, value, marks } = props;
  if (field.kind === 'series') return <SeriesView {...props} field={field} />;
  return (
    <ScalarView
      field={field}
      path={path}
      value={value}
      isDefault={marks.defaults.has(path)}
      notes={marks.notes.get(path)}
    />
  );
}

function SeriesView(props: FieldProps<SeriesField>): ReactNode {
  const { field, path, value, marks } = props;
  const values = Array.isArray(value) ? value : [];
  const isDefault = marks.defaults.has(path);
  return (
    <fieldset className={classes.series} data-path={path}>
      <legend className={classes.label}>
        <FieldLabel field={field} />
      </legend>
      {field.guidance === undefined ? null : <p className={classes.about}>{field.guidance}</p>}
      <div className={rowClasses.seriesCells}>
        {field.labels.map((label, index) => (
          <div key={label}>
            <span className={rowClasses.cellLabel} aria-hidden="true">
              {label}
            </span>
            <CellInput
              field={field.of}
              path={`${path}[${index}]`}
              value={values[index] ?? null}
              label={`${field.label}, ${label}`}
              isDefault={isDefault}
            />
          </div>
        ))}
      </div>
      <FieldNotes notes={marks.notes.get(path)} />
      {isDefault ? <DefaultMark paths={[path]} origin={originWords(field)} of={field.label} /> : null}
    </fieldset>
  );
}
