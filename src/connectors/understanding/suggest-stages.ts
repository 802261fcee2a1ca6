import type { SourceName } from '#connectors/port.ts';
import { stageKey } from '#core/opportunity/stage.ts';
import { hubspotStages } from '../hubspot/entered-columns.ts';
import { salesforceStages } from '../salesforce/stages.ts';
import type { StageEvidence } from './column-stats.ts';

/** A stage name of the file with what is known about it. */
export type StageSuggestion = {
  readonly name: string;
  readonly rows: number;
  /** Null: not known, must be asked. */
  readonly outcome: 'open' | 'won' | 'lost' | null;
  readonly order: number | null;
  /** What the name sounds like; shown beside the question, never applied. */
  readonly soundsLike: 'open' | 'won' | 'lost' | null;
  readonly reason: string;
};

/**
 * What each stage means. Known only from the file's own won and closed columns, or from the names that Salesforce
 * and HubSpot themselves give; a name that merely sounds like winning is asked.
 */
export function suggestStages(
  names: readonly { readonly value: string; readonly rows: number }[],
  evidence: ReadonlyMap<string, StageEvidence>,
  source: SourceName,
  statusSays: boolean,
): StageSuggestion[] {
  const merged = new Map<string, { value: string; rows: number }>();
  for (const { value, rows } of names) {
    const key = stageKey(value);
    const before = merged.get(key);
    merged.set(key, { value: before?.value ?? value, rows: rows + (before?.rows ?? 0) });
  }
  const stages = [...merged.values()].map(({ value, rows }): StageSuggestion => {
    const known =
      fromEvidence(evidence.get(value)) ?? fromVendor(value, source) ?? (statusSays ? openByStatus : null);
    const order = evidence.get(value)?.order ?? vendorOrder(value, source);
    const soundsLike = sound(value);
    if (known) return { name: value, rows, ...known, order, soundsLike };
    const reason = 'Nothing in the file says whether this stage is open, won or lost.';
    return { name: value, rows, outcome: null, order, soundsLike, reason };
  });
  return ordered(stages);
}

type Known = { outcome: 'open' | 'won' | 'lost'; reason: string };
const openByStatus: Known = {
  outcome: 'open',
  reason: 'The status column says which deals are won or lost.',
};

function fromEvidence(seen: StageEvidence | undefined): Known | null {
  if (!seen) return null;
  const kinds = [seen.won > 0, seen.lost > 0, seen.open > 0].filter(Boolean).length;
  if (kinds !== 1) return null;
  if (seen.won > 0) return { outcome: 'won', reason: `The file calls all ${seen.won} of its rows won.` };
  if (seen.lost > 0)
    return { outcome: 'lost', reason: `The file calls all ${seen.lost} of its rows closed and not won.` };
  return { outcome: 'open', reason: `The file calls all ${seen.open} of its rows not closed.` };
}

function fromVendor(name: string, source: SourceName): Known | null {
  const salesforce = source.startsWith('salesforce');
  if (!salesforce && source !== 'hubspot') return null;
  const vendor = salesforce ? 'Salesforce' : 'HubSpot';
  if (name === 'Closed Won' || (!salesforce && name === 'closedwon')) {
    return { outcome: 'won', reason: `It is ${vendor}'s own name for won.` };
  }
  if (name === 'Closed Lost' || (!salesforce && name === 'closedlost')) {
    return { outcome: 'lost', reason: `It is ${vendor}'s own name for lost.` };
  }
  return vendorOrder(name, source) === null
    ? null
    : { outcome: 'open', reason: `It is one of ${vendor}'s own open stages.` };
}

function vendorOrder(name: string, source: SourceName): number | null {
  const lists =
    source === 'hubspot'
      ? hubspotStages
      : source.startsWith('salesforce')
        ? salesforceStages.map((each) => [each])
        : [];
  const index = lists.findIndex((aliases) => aliases.includes(name));
  return index < 0 ? null : index + 1;
}

function sound(name: string): 'open' | 'won' | 'lost' | null {
  const text = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
  if (/\b(not|nicht|no|non|un)\s*(won|gewonnen|gagne|ganad)/.test(text)) return 'lost';
  if (
    /\b(lost|loss|verloren|perdu|perdid|cerrad[oa] perdid|abandon|disqualif|reject|declin|cancel|dead|storn|prohran|no decision)/.test(
      text,
    )
  )
    return 'lost';
  if (/\b(won|win|gewonnen|gagne|ganad|vyhran|signed|closed deal|approved)/.test(text)) return 'won';
  return text.trim() === '' ? null : 'open';
}

/** Words that tell how far a stage is, in the order of a sale. */
const progress: readonly RegExp[] = [
  /prospect|lead|new|inbox|backlog|target|incoming/,
  /qualif|discover|engag|contact|meeting|appointment|sql/,
  /need|analys|demo|present|evaluat|scop|pilot|poc|trial|perception|value/,
  /propos|quote|offer|angebot|rfp|bid|decision/,
  /negotia|review|legal|procure|redline|verhandlung/,
  /contract|commit|verbal|sent|sign/,
];

function ordered(stages: readonly StageSuggestion[]): StageSuggestion[] {
  const place = (stage: StageSuggestion): number => {
    const word = progress.findIndex((words) => words.test(stage.name.toLowerCase()));
    return word < 0 ? progress.length : word;
  };
  const open = stages.filter(
    (stage) => stage.outcome !== 'won' && stage.outcome !== 'lost' && stage.soundsLike === 'open',
  );
  const rest = stages.filter((stage) => !open.includes(stage));
  const complete = open.every((stage) => stage.order !== null);
  const sorted = [...open].sort((a, b) => (complete ? (a.order ?? 0) - (b.order ?? 0) : place(a) - place(b)));
  return [
    ...sorted.map((stage, index) => ({ ...stage, order: complete ? stage.order : index + 1 })),
    ...rest,
  ];
}
