import type { ImportKind, ImportRecord, Problem, SourceName } from '#connectors/port.ts';

/** A file that can be passed over more than once. */
export type ReadableFile = {
  readonly name: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** The size that was announced; a shorter file is refused as cut off. */
  readonly expectedBytes?: number;
};

/** What the organization says where a mapping says nothing. */
export type ReadingFrame = { readonly timeZone: string; readonly currency: string };

export type StageEntry = {
  readonly order?: number | undefined;
  readonly entry?: boolean | undefined;
  readonly outcome?: 'open' | 'won' | 'lost' | undefined;
  readonly ignore?: boolean | undefined;
};

/** What a person corrects where the file was read wrongly. */
export type FileChoice = {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly sheet?: string | undefined;
};

/** A mapping as the server reads it; the connector knows its every key. It is what a mapping file holds. */
export type ImportMapping = {
  readonly kind: ImportKind;
  readonly source?: string | undefined;
  readonly columns: Readonly<Record<string, string | undefined>>;
  readonly stages?: Readonly<Record<string, StageEntry>> | undefined;
  readonly partner?:
    | {
        readonly column: string;
        readonly role?: string | undefined;
        readonly separator?: string | undefined;
        readonly values?: Readonly<Record<string, string | null>> | undefined;
      }
    | undefined;
};

/** Something that only a person can decide. Nothing is imported before the required ones are answered. */
export type ImportQuestion = {
  readonly id: string;
  readonly about: string;
  readonly required: boolean;
  readonly text: string;
  readonly why: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Offered first; never taken without the person. */
  readonly suggested: string | null;
  /** Where in the mapping the answer goes. */
  readonly path: readonly string[];
};

/** A column in which partners may stand. */
export type PartnerCandidate = {
  readonly column: string;
  readonly rows: number;
  readonly why: string;
  readonly values: readonly {
    readonly value: string;
    readonly rows: number;
    /** The pasted name that it is. */
    readonly matches: string | null;
  }[];
};

/** What a file turned out to be, for the person who uploaded it. */
export type Understanding = {
  readonly kind: ImportKind;
  readonly kindReason: string;
  readonly source: SourceName;
  readonly sourceReason: string;
  readonly rows: number;
  readonly shape: {
    readonly container: string;
    readonly encoding: string;
    readonly delimiter: string;
    readonly headerRow: number;
    readonly sheet: string | null;
    readonly sheets: readonly string[];
    readonly notes: readonly string[];
    /** The first lines above the header and below the data, which are no rows. */
    readonly preambleLines: readonly string[];
    readonly footerLines: readonly string[];
  };
  readonly columns: readonly {
    readonly column: string;
    readonly field: string | null;
    readonly reason: string;
    readonly examples: readonly string[];
  }[];
  readonly stages: readonly {
    readonly name: string;
    readonly rows: number;
    readonly reason: string;
    readonly order: number | null;
    /** What the name sounds like: shown, never applied. */
    readonly soundsLike: 'open' | 'won' | 'lost' | null;
  }[];
  readonly sampleRows: readonly (readonly string[])[];
  /** Complete where no question is required. */
  readonly mapping: ImportMapping;
  readonly questions: readonly ImportQuestion[];
  readonly partnerCandidates: readonly PartnerCandidate[];
  /** The same for every file with these columns: what a remembered mapping hangs on. */
  readonly signature: string;
};

export type MappingFault = {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

/** One row as it stands in the file. */
export type RawRow = { readonly row: number; readonly cells: readonly string[] };

/** A stretch of the file as records. Each of its rows gave records, was skipped, or was rejected. */
export type RecordBatch = {
  readonly rows: number;
  readonly skipped: number;
  readonly records: readonly ImportRecord[];
  readonly problems: readonly Problem[];
  readonly rejected: readonly RawRow[];
};

export type Opened<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** What the import needs of a connector for files. compose.ts chooses one. */
export type FileReader = {
  /** Passes over the whole file once. A mapping in `hints` is kept, completed and checked for what it leaves open. */
  readonly understand: (
    file: ReadableFile,
    hints: {
      readonly kind?: ImportKind;
      readonly mapping?: ImportMapping;
      /** What the person corrected about the file itself; else that of the mapping. */
      readonly file?: FileChoice | undefined;
    },
  ) => Promise<Opened<Understanding>>;
  /** Checks that a value is a mapping and that the file has its columns. */
  readonly checkMapping: (
    value: unknown,
    file: ReadableFile,
    frame: ReadingFrame,
  ) => Promise<
    | { readonly ok: true; readonly mapping: ImportMapping }
    | { readonly ok: false; readonly errors: readonly MappingFault[] }
  >;
  /** Where these names stand in the file. */
  readonly findPartners: (
    file: ReadableFile,
    mapping: ImportMapping,
    names: readonly string[],
  ) => Promise<Opened<readonly PartnerCandidate[]>>;
  readonly open: (
    file: ReadableFile,
    mapping: ImportMapping,
    frame: ReadingFrame,
  ) => Promise<Opened<OpenTable>>;
  /** The problem behind an error that reading threw, or null where it was something else. */
  readonly problemOf: (error: unknown) => Problem | null;
};

/** A file that is open for reading by a mapping. */
export type OpenTable = {
  readonly header: readonly string[];
  readonly records: () => AsyncIterable<RecordBatch>;
  readonly rows: () => AsyncIterable<readonly RawRow[]>;
};
