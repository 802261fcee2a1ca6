/** A row of a list of companies, read from a file or from our own accounts. Empty texts and lists mean “not said”. */
export type ListedCompany = {
  /** How the list itself names the row: its id where it has one, else its name. */
  readonly id: string;
  /** The row of the file; the first row of a file is 1. */
  readonly row: number;
  readonly name: string;
  /** Former names, brands and other spellings. */
  readonly otherNames: readonly string[];
  readonly websites: readonly string[];
  readonly emails: readonly string[];
  /** A code of two letters (ISO 3166-1), or null. */
  readonly country: string | null;
  readonly city: string;
  readonly lei: string;
  readonly duns: string;
  readonly linkedin: string;
};
