import type { ReactNode } from 'react';
import type { ScalarField } from '#core/program/field.ts';
import { originWords } from '../field-words.ts';
import classes from './form.module.css';
import type { FieldNote } from './form-context.ts';
import { DefaultMark, FieldNotes } from './notes.tsx';

export type ScalarProps<F extends ScalarField = ScalarField> = {
  field: F;
  path: string;
  value: unknown;
  /** The value is a default that nobody has confirmed. */
  isDefault: boolean;
  notes: readonly FieldNote[] | undefined;
};

/** The name of a field, and that it may stay empty. */
export function FieldLabel(props: { field: ScalarField | { label: string; isOptional?: true } }): ReactNode {
  return (
    <>
      {props.field.label}
      {props.field.isOptional === true ? <span className={classes.optional}> optional</span> : null}
    </>
  );
}

/** What stands below a field. */
export function Below(props: ScalarProps & { noteId: string; children?: ReactNode }): ReactNode {
  const { field, path, isDefault } = props;
  return (
    <>
      <FieldNotes notes={props.notes} id={props.noteId} />
      {isDefault || props.children !== undefined ? (
        <div className={classes.below}>
          {isDefault ? <DefaultMark paths={[path]} origin={originWords(field)} of={field.label} /> : <span />}
          {props.children}
        </div>
      ) : null}
    </>
  );
}
