import type { ReactNode } from 'react';
import classes from './form.module.css';
import type { FieldNote } from './form-context.ts';
import { useForm } from './form-context.ts';

/** What the checks say of a field: what it lacks, or what to think about. */
export function FieldNotes(props: {
  notes: readonly FieldNote[] | undefined;
  id?: string | undefined;
}): ReactNode {
  if (props.notes === undefined || props.notes.length === 0) return null;
  return (
    <ul className={classes.notes} id={props.id}>
      {props.notes.map((note) => (
        <li key={note.text} className={note.isBlocking ? classes.blocking : classes.advisory}>
          {note.text}
        </li>
      ))}
    </ul>
  );
}

export type DefaultMarkProps = {
  /** Which values are kept by the button. */
  paths: readonly string[];
  /** “TIER-3 · another author”. */
  origin: string;
  /** What is kept, for a screen reader. */
  of: string;
  /** Instead of “Default”, where it speaks for several values. */
  text?: string;
};

/** “Default”, where it comes from, and a button that keeps it. */
export function DefaultMark(props: DefaultMarkProps): ReactNode {
  const { keep, readOnly } = useForm();
  return (
    <span className={classes.mark}>
      <span className={classes.markWord}>{props.text ?? 'Default'}</span>
      {props.origin === '' ? null : <span>{props.origin}</span>}
      {readOnly ? null : (
        <button type="button" className={classes.keep} onClick={() => keep(props.paths)}>
          Keep {props.paths.length > 1 ? 'them' : 'it'}
          <span className={classes.unseen}>: {props.of}</span>
        </button>
      )}
    </span>
  );
}
