import type { ImportKind, RowBatch, SourceName } from '#connectors/port.ts';
import { stageKey } from '#core/opportunity/stage.ts';
import type { FileShape } from '../csv/file-shape.ts';
import { enteredColumns } from '../hubspot/entered-columns.ts';
import type { MappingFile } from '../mapping/mapping-file.ts';
import { findColumn } from '../mapping/plan.ts';
import { currenciesOfSign } from '../values/amount.ts';
import { readNumber } from '../values/number.ts';
import { type StageColumns, statsCollector, type TableStats } from './column-stats.ts';
import type { Field } from './fields.ts';
import { type PartnerCandidate, partnerCandidates } from './partner-candidates.ts';
import {
  askColumns,
  askDateOrder,
  askDecimal,
  askEntryStage,
  askOutcomes,
  askStages,
  mappedDates,
  type Question,
} from './questions.ts';
import { type Recognised, recogniseKind, recogniseSource } from './recognise.ts';
import { stageDateColumns } from './stage-dates.ts';
import { type ColumnSuggestion, suggestColumns } from './suggest-columns.ts';
import { type StageSuggestion, suggestStages } from './suggest-stages.ts';

/** What a file seems to be, with everything that still has to be asked. */
export type Understanding = {
  readonly source: Recognised<SourceName>;
  readonly kind: Recognised<ImportKind>;
  readonly rows: number;
  readonly columns: readonly ColumnSuggestion[];
  readonly stages: readonly StageSuggestion[];
  /** Complete where `questions` has no required one. */
  readonly mapping: MappingFile;
  readonly questions: readonly Question[];
  /** Where partners may stand; empty where a partner column was found. */
  readonly partnerCandidates: readonly PartnerCandidate[];
  readonly stats: TableStats;
};

/** What the caller already knows: the person's kind, or a mapping remembered for the source. */
export type UnderstandingHints = { readonly kind?: ImportKind; readonly mapping?: MappingFile };

/** Streams a whole file once and says what it is. Throws FileRefused where the file is unreadable further on. */
export async function understandRows(
  shape: FileShape,
  batches: AsyncIterable<RowBatch>,
  hints: UnderstandingHints = {},
): Promise<Understanding> {
  const collector = statsCollector(shape, stageColumnsOf(shape, hints));
  for await (const batch of batches) collector.add(batch.rows);
  return understand(shape, collector.finish(), hints);
}

/**
 * Says what a file is from its shape and the statistics of its columns: source, kind, a suggested mapping, and the
 * questions whose answers it cannot know. What the hints' mapping already says is kept and not asked again.
 */
export function understand(
  shape: FileShape,
  stats: TableStats,
  hints: UnderstandingHints = {},
): Understanding {
  const wanted = hints.mapping?.kind ?? hints.kind;
  const kind = wanted ? { is: wanted, confidence: 1, reason: 'You said so.' } : recogniseKind(shape, stats);
  const source = kind.is === 'registrations' ? registrationSource : recogniseSource(shape);
  const columns = suggestColumns(shape, stats, kind.is, source.is);
  const base = hints.mapping ?? suggestedMapping(shape, stats, kind.is, source.is, columns);
  const outcomes = hints.mapping ? [] : (valuesOf(stats, base.columns.outcome) ?? []);
  const known = base.outcomes ?? {};
  const stages = needsStages(base)
    ? suggestStages(stageNames(stats, base), stats.stageEvidence, source.is, outcomes.length > 0)
    : [];
  const mapping = completeMapping({ ...base, ...stagesOf(base, stages, outcomes) }, stats);
  const unsettled = stages.filter((stage) => !hasKey(mapping.stages ?? {}, stage.name));
  const hasEntry = Object.values(mapping.stages ?? {}).some((stage) => stage.entry);
  const hasPartner = ['partner', 'partnerId'].some((field) => mapping.columns[field as Field] !== undefined);
  const deals = kind.is === 'opportunities' || kind.is === 'stage-history';
  return {
    source,
    kind,
    rows: stats.rows,
    columns,
    stages,
    mapping,
    questions: [
      ...askColumns(mapping, stats),
      ...askDateOrder(mapping, stats),
      ...askDecimal(mapping, stats, shape.delimiter),
      ...askOutcomes(outcomes, known),
      ...askStages(unsettled),
      ...(hasEntry ? [] : askEntryStage(stages)),
      ...askCurrency(mapping, stats),
    ],
    partnerCandidates: deals && !hasPartner && !mapping.partner ? partnerCandidates(stats.columns) : [],
    stats,
  };
}

/** Lists of registrations are kept in tables of one's own; a column such as External ID makes no export of them. */
const registrationSource: Recognised<SourceName> = {
  is: 'table',
  confidence: 0.5,
  reason: 'A list of registrations is read as any table.',
};

/** Adds to a mapping what all values of the file prove and the mapping leaves open: date order, decimal mark. */
export function completeMapping(mapping: MappingFile, stats: TableStats): MappingFile {
  const dates = mappedDates(mapping, stats);
  const orders = new Set(dates.map((column) => column.dateOrder).filter((order) => order !== null));
  const [order] = orders;
  const provenOrder =
    orders.size === 1 && (order === 'mdy' || order === 'dmy' || order === 'ymd') ? order : undefined;
  const amount = stats.columns.find((column) => column.column === mapping.columns.amount);
  const mark = amount?.decimal === '.' || amount?.decimal === ',' ? amount.decimal : undefined;
  return {
    ...mapping,
    ...(mapping.dateOrder === undefined && provenOrder ? { dateOrder: provenOrder } : {}),
    ...(mapping.decimal === undefined && mark ? { decimal: mark } : {}),
  };
}

function suggestedMapping(
  shape: FileShape,
  stats: TableStats,
  kind: ImportKind,
  source: SourceName,
  columns: readonly ColumnSuggestion[],
): MappingFile {
  const mapped: Partial<Record<Field, string>> = {};
  for (const { column, field } of columns) if (field) mapped[field] = column;
  const deals = kind === 'opportunities' || kind === 'stage-history';
  const entered = deals
    ? enteredColumns(shape).map((each): [string, string] => [each.column, each.stage])
    : [];
  const stageNames = (valuesOf(stats, mapped.stage) ?? []).map(({ value }) => value);
  const stageColumns =
    entered.length === 0 && kind === 'opportunities'
      ? stageDateColumns(stats, stageNames, new Set(Object.values(mapped)))
      : Object.fromEntries(entered);
  const status = valuesOf(stats, mapped.outcome) ?? [];
  const outcomes = status
    .map(({ value }) => [value, statusWords.get(value)] as const)
    .filter((each) => each[1] !== undefined);
  return {
    kind,
    ...(source === 'table' ? {} : { source: source.startsWith('salesforce') ? 'salesforce' : source }),
    ...(source === 'odoo' ? { sourceTimeZone: 'UTC' } : {}),
    columns: mapped,
    ...(Object.keys(stageColumns).length > 0 ? { stageColumns } : {}),
    ...(outcomes.length > 0 && source === 'pipedrive'
      ? { outcomes: Object.fromEntries(outcomes) as Record<string, 'open'> }
      : {}),
  };
}

/** The status words of Pipedrive itself. */
const statusWords: ReadonlyMap<string, 'open' | 'won' | 'lost'> = new Map(
  (['open', 'won', 'lost'] as const).flatMap((word) => [
    [word, word] as const,
    [word.replace(/^./, (first) => first.toUpperCase()), word] as const,
  ]),
);

function needsStages(mapping: MappingFile): boolean {
  return mapping.kind === 'opportunities' || mapping.kind === 'stage-history';
}

function stageNames(stats: TableStats, mapping: MappingFile): { value: string; rows: number }[] {
  const fieldRows = mapping.columns.field !== undefined && mapping.columns.newValue !== undefined;
  const seen = [...stats.stageEvidence].map(([value, { rows }]) => ({ value, rows }));
  const fromCells = fieldRows ? seen : (valuesOf(stats, mapping.columns.stage) ?? []);
  const fromColumns = Object.values(mapping.stageColumns ?? {}).map((value) => ({ value, rows: 0 }));
  return [...fromCells, ...fromColumns];
}

function stagesOf(
  base: MappingFile,
  stages: readonly StageSuggestion[],
  outcomes: readonly { value: string }[],
): { stages?: NonNullable<MappingFile['stages']> } {
  const entries: [string, NonNullable<MappingFile['stages']>[string]][] = [];
  for (const stage of stages) {
    if (stage.outcome === null || hasKey(base.stages ?? {}, stage.name)) continue;
    if (stage.outcome === 'open')
      entries.push([stage.name, stage.order === null ? {} : { order: stage.order }]);
    else entries.push([stage.name, { outcome: stage.outcome }]);
  }
  for (const { value } of outcomes) {
    const outcome = base.outcomes?.[value];
    if (outcome === 'won' || outcome === 'lost') entries.push([value, { outcome }]);
  }
  if (entries.length === 0 && base.stages === undefined) return {};
  return { stages: { ...Object.fromEntries(entries), ...base.stages } };
}

function hasKey(stages: Readonly<Record<string, unknown>>, name: string): boolean {
  const key = stageKey(name);
  return Object.keys(stages).some((each) => stageKey(each) === key);
}

function valuesOf(stats: TableStats, column: string | undefined): { value: string; rows: number }[] | null {
  const found = stats.columns.find((each) => each.column === column);
  return found ? [...found.values] : null;
}

function askCurrency(mapping: MappingFile, stats: TableStats): Question[] {
  if (
    mapping.columns.amount === undefined ||
    mapping.columns.currency !== undefined ||
    mapping.currency !== undefined
  )
    return [];
  const units = (valuesOf(stats, mapping.columns.amount) ?? []).map(({ value }) => {
    const read = readNumber(value, '.');
    return typeof read === 'string' ? null : read.unit;
  });
  const [sign, ...others] = new Set(units.filter((unit) => unit !== null));
  const possible = sign === undefined || others.length > 0 ? [] : currenciesOfSign(sign);
  return [
    {
      id: 'currency',
      about: 'currency',
      required: false,
      text: 'In which currency are the amounts?',
      why:
        possible.length > 1
          ? `They are written with "${sign}", which several currencies share.`
          : 'No column names it. Without an answer the organization’s currency is taken.',
      choices: (possible.length > 0 ? possible : ['USD', 'EUR', 'GBP', 'CHF']).map((code) => ({
        value: code,
        label: code,
      })),
      suggested: possible[0] ?? null,
      path: ['currency'],
    },
  ];
}

function stageColumnsOf(shape: FileShape, hints: UnderstandingHints): StageColumns | null {
  const kind = hints.mapping?.kind ?? hints.kind ?? recogniseKind(shape, null).is;
  const suggested = new Map(
    suggestColumns(shape, null, kind, 'table').map((each) => [each.field, each.column]),
  );
  const at = (field: Field) => {
    const name = hints.mapping?.columns[field] ?? suggested.get(field);
    return name === undefined ? null : findColumn(shape, name);
  };
  const field = at('newValue') && at('field');
  const stage = field ? at('newValue') : at('stage');
  return stage && { stage, field, isWon: at('isWon'), isClosed: at('isClosed'), order: at('stageOrder') };
}
