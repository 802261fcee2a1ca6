import type { ReactNode } from 'react';
import { gridShape } from '#core/blueprint/grid-shape.ts';
import type { GridField } from '#core/program/field.ts';
import { isWithin } from '../body.ts';
import { originWords } from '../field-words.ts';
import { FieldLabel } from './field-frame.tsx';
import classes from './form.module.css';
import type { FieldNote, Marks } from './form-context.ts';
import { GridCards } from './grid-cards.tsx';
import { GridMatrix } from './grid-matrix.tsx';
import { GridTable } from './grid-table.tsx';
import { DefaultMark, FieldNotes } from './notes.tsx';

export type GridProps = {
  field: GridField;
  path: string;
  value: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  defaults: ReadonlySet<string>;
};

/** Rows that are always there, in the shape that suits their columns. */
export function GridView(props: {
  field: GridField;
  path: string;
  value: unknown;
  marks: Marks;
  isTitled?: boolean | undefined;
}): ReactNode {
  const { field, path, marks } = props;
  const shape = gridShape(field);
  const value = (props.value ?? {}) as GridProps['value'];
  const inner = [...marks.defaults].filter((one) => isWithin(one, path));
  const shared = { field, path, value, defaults: marks.defaults };
  return (
    <fieldset className={classes.group} data-path={path}>
      <legend className={props.isTitled === true ? classes.unseen : classes.legend}>
        <FieldLabel field={field} />
      </legend>
      {field.guidance === undefined ? null : <p className={classes.about}>{field.guidance}</p>}
      {shape.kind === 'matrix' ? <GridMatrix {...shared} cells={shape.cells} below={shape.below} /> : null}
      {shape.kind === 'table' ? <GridTable {...shared} cells={shape.cells} below={shape.below} /> : null}
      {shape.kind === 'cards' ? <GridCards {...shared} marks={marks} /> : null}
      <FieldNotes notes={notesWithin(marks, path)} />
      {inner.length === 0 ? null : (
        <DefaultMark
          paths={inner}
          origin={originWords(field)}
          of={field.label}
          text={inner.length === 1 ? '1 value is a default' : `${inner.length} values are defaults`}
        />
      )}
    </fieldset>
  );
}

function notesWithin(marks: Marks, path: string): FieldNote[] {
  return [...marks.notes].flatMap(([at, notes]) => (isWithin(at, path) ? notes : []));
}
