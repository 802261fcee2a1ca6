import { useState } from 'react';
import type { ScalarField } from '#core/program/field.ts';
import { type RowUnit, readValue, writeValue } from '../read-value.ts';
import { useForm } from './form-context.ts';

export type Typed = {
  readonly text: string;
  /** Why the text cannot be read; shown once the field was left. */
  readonly error: string | null;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
};

/**
 * The text of a field. What can be read goes into the page at once; what cannot stays in the field, says why when the
 * field is left, and the page keeps its last value.
 */
export function useTyped(field: ScalarField, path: string, value: unknown, unit?: RowUnit): Typed {
  const { ways, set, touch, unread } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const read = typed === null ? null : readValue(field, typed, ways, unit);
  return {
    text: typed ?? writeValue(field, value, ways, unit),
    error: left && read !== null && !read.ok ? read.why : null,
    onChange: (text) => {
      const now = readValue(field, text, ways, unit);
      setTyped(text);
      unread(path, now.ok ? null : now.why);
      if (now.ok) set(path, now.value);
    },
    onBlur: () => {
      touch(path);
      setLeft(true);
      if (read?.ok === true) setTyped(null);
    },
  };
}
