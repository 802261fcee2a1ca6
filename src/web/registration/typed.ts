import type { components } from '../api-schema.d.ts';

/** The answers of a form by their keys, as a draft keeps them; own fields stand below `own`. */
export type Typed = Readonly<Record<string, unknown>>;
export type RegistrationForm = components['schemas']['RegistrationForm'];
export type FormField = RegistrationForm['fields'][number];
export type FormInput = FormField['inputs'][number];

/** Where an input's answer and its errors stand: `closeOn`, or `own.budget` for a field of the program. */
export function pathOf(field: FormField, input: FormInput): string {
  return field.ownLabel === null ? input.key : `own.${input.key}`;
}

/** The answer that stands at a path; undefined where nothing was typed. */
export function answerAt(typed: Typed, path: string): unknown {
  if (!path.startsWith('own.')) return typed[path];
  return ownOf(typed)[path.slice(4)];
}

/** The answers with one of them changed; undefined takes it out. */
export function withAnswer(typed: Typed, path: string, value: unknown): Typed {
  if (!path.startsWith('own.')) return withMember(typed, path, value);
  return { ...typed, own: withMember(ownOf(typed), path.slice(4), value) };
}

function ownOf(typed: Typed): Readonly<Record<string, unknown>> {
  return (typed.own ?? {}) as Readonly<Record<string, unknown>>;
}

function withMember(of: Typed, key: string, value: unknown): Typed {
  const { [key]: _before, ...rest } = of;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** What was sent, as the form takes it in again: an amount is typed under another name than it is kept. */
export function typedAgain(form: RegistrationForm, submission: Typed): Typed {
  let typed: Typed = {};
  for (const field of form.fields) {
    for (const input of field.inputs) {
      const path = pathOf(field, input);
      const sent = answerAt(submission, path);
      if (sent === undefined || sent === null) continue;
      typed = withAnswer(typed, path, input.kind === 'amount' ? amountTyped(sent) : sent);
    }
  }
  return typed;
}

function amountTyped(sent: unknown): unknown {
  const { minor, currency } = sent as { minor: number; currency: string };
  return { amountMinor: minor, currency };
}
