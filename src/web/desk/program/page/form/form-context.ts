import { createContext, useContext } from 'react';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { Ways } from '../read-value.ts';

/** What the fields of a form share. It stays the same object while people type, so that only what changed is drawn. */
export type FormActions = {
  readonly ways: Ways;
  readonly readOnly: boolean;
  readonly facts: readonly FunnelFact[];
  readonly segments: readonly string[];
  readonly set: (path: string, value: unknown) => void;
  /** Says that these defaults are meant. */
  readonly keep: (paths: readonly string[]) => void;
  /** The reader has left a field: from now on it may say what it lacks. */
  readonly touch: (path: string) => void;
  /** A field holds a text that cannot be read, and why; null when it can be again. */
  readonly unread: (path: string, why: string | null) => void;
};

export const FormContext = createContext<FormActions | null>(null);

/** The form around this field. */
export function useForm(): FormActions {
  const form = useContext(FormContext);
  if (form === null) throw new Error('this field stands outside a page form');
  return form;
}

/** What stands beside the fields: which values are defaults that nobody confirmed, and what the checks say. */
export type Marks = {
  readonly defaults: ReadonlySet<string>;
  /** Sentences of checks that fail, by the path that they lead to; only of fields that the reader has touched. */
  readonly notes: ReadonlyMap<string, readonly FieldNote[]>;
};

export type FieldNote = { readonly text: string; readonly isBlocking: boolean };
