import type { MappingFile } from '../mapping/mapping-file.ts';
import type { ColumnStats, TableStats } from './column-stats.ts';
import { type Field, requiredFields } from './fields.ts';
import type { StageSuggestion } from './suggest-stages.ts';

/** Something that only a person knows. */
export type Question = {
  /** Stable within the file: `dateOrder`, `stage:Won`, `column:opportunityId` … */
  readonly id: string;
  readonly about: 'dateOrder' | 'decimal' | 'stageOutcome' | 'outcome' | 'entryStage' | 'currency' | 'column';
  /** Without an answer to a required question nothing can be imported. */
  readonly required: boolean;
  readonly text: string;
  readonly why: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Offered first; never taken without the person. */
  readonly suggested: string | null;
  /** Where in the mapping file the answer goes. */
  readonly path: readonly string[];
};

const dateFields: readonly Field[] = [
  'changedAt',
  'createdAt',
  'updatedAt',
  'closedOn',
  'expectedCloseOn',
  'signedOn',
  'occurredAt',
  'recordedAt',
  'submittedOn',
  'decidedOn',
  'protectedUntil',
];

/** The mapped columns that hold dates. */
export function mappedDates(mapping: MappingFile, stats: TableStats): ColumnStats[] {
  const names = new Set([
    ...dateFields.map((field) => mapping.columns[field]).filter((name) => name !== undefined),
    ...Object.keys(mapping.stageColumns ?? {}),
  ]);
  return stats.columns.filter((column) => names.has(column.column));
}

/** Asks for the order of day and month where some mapped date column leaves it open. */
export function askDateOrder(mapping: MappingFile, stats: TableStats): Question[] {
  if (mapping.dateOrder !== undefined) return [];
  const columns = mappedDates(mapping, stats);
  const open = columns.filter(
    (column) => column.dateOrder === 'ambiguous' || column.dateOrder === 'contradictory',
  );
  if (open.length === 0) return [];
  const proven = new Set(
    columns.map((column) => column.dateOrder).filter((order) => order === 'mdy' || order === 'dmy'),
  );
  const [only] = proven;
  const example = open[0]?.dateExamples[0];
  const hint =
    proven.size === 1
      ? ` Another date column of the file is written ${only === 'mdy' ? 'month first' : 'day first'}.`
      : '';
  const reading = example ? `"${example.value}" in row ${example.row} exists both ways.` : '';
  const contradictory = open.some((column) => column.dateOrder === 'contradictory');
  return [
    {
      id: 'dateOrder',
      about: 'dateOrder',
      required: true,
      text: `Which comes first in ${open.map((column) => `"${column.column}"`).join(', ')}: the month or the day?`,
      why: contradictory ? 'Some dates exist only one way and some only the other.' : `${reading}${hint}`,
      choices: [
        { value: 'mdy', label: 'Month first (3/4/2026 is 4 March)' },
        { value: 'dmy', label: 'Day first (3/4/2026 is 3 April)' },
        ...(example && /^\d\d-\d\d-\d\d\b/.test(example.value)
          ? [{ value: 'ymd', label: 'Year first (26-04-03)' }]
          : []),
      ],
      suggested: proven.size === 1 ? (only ?? null) : null,
      path: ['dateOrder'],
    },
  ];
}

/** Asks for the decimal mark where the amounts leave it open. */
export function askDecimal(mapping: MappingFile, stats: TableStats, delimiter: string): Question[] {
  const column = stats.columns.find((each) => each.column === mapping.columns.amount);
  if (mapping.decimal !== undefined || !column) return [];
  if (column.decimal !== 'ambiguous' && column.decimal !== 'contradictory') return [];
  const example = column.decimalExamples[0];
  const grouping = example?.value.includes(',') ? '.' : ',';
  return [
    {
      id: 'decimal',
      about: 'decimal',
      required: true,
      text: `Is "${example?.value ?? ''}" in "${column.column}" thousands, or a number with three decimals?`,
      why:
        column.decimal === 'contradictory'
          ? 'Some amounts fit only one way and some only the other.'
          : 'No amount in the column shows it.',
      choices: [
        { value: '.', label: 'The point is the decimal mark (1,234.56)' },
        { value: ',', label: 'The comma is the decimal mark (1.234,56)' },
      ],
      suggested: column.decimal === 'contradictory' ? null : delimiter === ';' ? ',' : grouping,
      path: ['decimal'],
    },
  ];
}

/** Asks what each stage means whose outcome is not known. */
export function askStages(stages: readonly StageSuggestion[]): Question[] {
  return stages
    .filter((stage) => stage.outcome === null)
    .map((stage) => ({
      id: `stage:${stage.name}`,
      about: 'stageOutcome',
      required: true,
      text: `What does the stage "${stage.name}" mean (${stage.rows} row${stage.rows === 1 ? '' : 's'})?`,
      why: stage.reason,
      choices: [
        { value: 'open', label: 'Open: the deal is being worked on' },
        { value: 'won', label: 'Won' },
        { value: 'lost', label: 'Lost' },
        { value: 'ignore', label: 'No stage: leave such rows out' },
      ],
      suggested: stage.soundsLike,
      path: ['stages', stage.name],
    }));
}

/** Asks from which stage on a deal is pipeline. */
export function askEntryStage(stages: readonly StageSuggestion[]): Question[] {
  const open = stages.filter(
    (stage) => stage.outcome !== 'won' && stage.outcome !== 'lost' && stage.soundsLike === 'open',
  );
  if (open.length === 0) return [];
  const qualified = open.find(
    (stage) => /qualif/i.test(stage.name) && !/unqualif|disqualif/i.test(stage.name),
  );
  return [
    {
      id: 'entryStage',
      about: 'entryStage',
      required: false,
      text: 'From which stage on is a deal pipeline?',
      why: 'A deal counts as pipeline from the day it first reaches this stage; the definition is signed later.',
      choices: open.map((stage) => ({ value: stage.name, label: stage.name })),
      suggested: qualified?.name ?? (open.length > 1 ? open[1]?.name : open[0]?.name) ?? null,
      path: ['stages'],
    },
  ];
}

/** Asks what the values of a status column mean. */
export function askOutcomes(
  values: readonly { value: string; rows: number }[],
  known: Readonly<Record<string, string>>,
): Question[] {
  return values
    .filter(({ value }) => !Object.hasOwn(known, value))
    .map(({ value, rows }) => ({
      id: `outcome:${value}`,
      about: 'outcome',
      required: true,
      text: `What does the status "${value}" mean (${rows} row${rows === 1 ? '' : 's'})?`,
      why: 'It is not one of the words that the system itself uses in English.',
      choices: ['open', 'won', 'lost'].map((each) => ({ value: each, label: each })),
      suggested: null,
      path: ['outcomes', value],
    }));
}

/** Asks for each field without which the rows say nothing. */
export function askColumns(mapping: MappingFile, stats: TableStats): Question[] {
  const byStageColumns = Object.keys(mapping.stageColumns ?? {}).length > 0;
  return requiredFields[mapping.kind].flatMap((oneOf): Question[] => {
    if (oneOf.some((field) => mapping.columns[field] !== undefined)) return [];
    if (byStageColumns && oneOf.some((field) => field === 'stage' || field === 'changedAt')) return [];
    if (oneOf.includes('partner') && mapping.partner) return [];
    const field = oneOf[0] ?? 'name';
    const unique = stats.columns.filter((column) => column.empty === 0 && column.values[0]?.rows === 1);
    const named = unique.find((column) => column.column === mapping.columns.name);
    return [
      {
        id: `column:${field}`,
        about: 'column',
        required: true,
        text: `Which column is ${oneOf.join(' or ')}?`,
        why: 'Every row needs it, and no column goes by a name that says so.',
        choices: stats.columns.map((column) => ({ value: column.column, label: column.column })),
        suggested: field === 'opportunityId' ? ((named ?? unique[0])?.column ?? null) : null,
        path: ['columns', field],
      },
    ];
  });
}
