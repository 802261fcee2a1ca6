/** The same texts in some language: a text is a text, and a function keeps what it is made of. */
export type InAnyLanguage<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : InAnyLanguage<T[Key]>;
};

/** The name of something that the server says by its key; the key itself where it is newer than this page. */
export function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}
