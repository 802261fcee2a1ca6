import { hasDates } from './date-examples.ts';
import { missingFields } from './edit-mapping.ts';
import type { ImportDraft, ImportMapping } from './import-data.ts';
import { isAboutDeals } from './kinds.ts';

export type StepKey = 'file' | 'columns' | 'meaning' | 'partners' | 'check' | 'done';

const labels: Readonly<Record<StepKey, string>> = {
  file: 'The file',
  columns: 'Columns',
  meaning: 'Dates and stages',
  partners: 'Partners',
  check: 'Check',
  done: 'Done',
};

/** Whether a column of the mapping names the partner of each deal. */
export function hasPartnerColumn(mapping: ImportMapping): boolean {
  return mapping.columns.partner !== undefined || mapping.columns.partnerId !== undefined;
}

/** Whether partners are asked for: of deals, and of their history only where a column sounds like it. */
function asksForPartners(mapping: ImportMapping, draft: ImportDraft): boolean {
  if (hasPartnerColumn(mapping) || !isAboutDeals(mapping.kind)) return false;
  if (mapping.kind === 'opportunities' || mapping.partner !== undefined) return true;
  return (draft.understanding?.partnerCandidates ?? []).some(({ rows }) => rows > 0);
}

/** The steps that a file of this kind goes through; those with nothing to decide are left out. */
export function stepsOf(mapping: ImportMapping, draft: ImportDraft): { key: StepKey; label: string }[] {
  const deals = isAboutDeals(mapping.kind);
  const keys: StepKey[] = [
    'file',
    'columns',
    ...(deals || hasDates(mapping) ? (['meaning'] as const) : []),
    ...(asksForPartners(mapping, draft) ? (['partners'] as const) : []),
    'check',
    'done',
  ];
  return keys.map((key) => ({ key, label: deals || key !== 'meaning' ? labels[key] : 'Dates' }));
}

/** Whether a question stands that nobody but the person can answer. */
export function asksSomething(draft: ImportDraft): boolean {
  return draft.understanding?.questions.some((question) => question.required) ?? false;
}

/**
 * The step after this one. A file that leaves nothing to decide goes straight to the check: one with a remembered
 * mapping, or one of companies whose columns are all known.
 */
export function stepAfter(step: StepKey, draft: ImportDraft, mapping: ImportMapping): StepKey {
  const settled = missingFields(mapping).length === 0 && !asksSomething(draft);
  if (step === 'file' && settled && (draft.remembered || !isAboutDeals(mapping.kind))) return 'check';
  const keys = stepsOf(mapping, draft).map(({ key }) => key);
  const next = keys[keys.indexOf(step) + 1] ?? 'check';
  const nothingToSay = next === 'meaning' && !isAboutDeals(mapping.kind) && !asksSomething(draft);
  return nothingToSay ? 'check' : next;
}

/** The step that the address asks for, or the nearest one that this draft can be at. */
export function stepFor(wanted: string | undefined, draft: ImportDraft): StepKey {
  if (draft.state === 'committed') return 'done';
  if (draft.state === 'running' || draft.mapping === null) return draft.mapping === null ? 'file' : 'check';
  const step = stepsOf(draft.mapping, draft).find(({ key }) => key === wanted)?.key;
  if (step === undefined || step === 'done') return draft.result === null ? 'file' : 'check';
  const unready = missingFields(draft.mapping).length > 0;
  return unready && step !== 'file' ? 'columns' : step;
}

/** The drafts of one drop, in order, as the address keeps them. */
export function parseQueue(text: string | undefined): string[] {
  return (text ?? '').split('.').filter((id) => id !== '');
}

export function queueText(draftIds: readonly string[]): string | undefined {
  return draftIds.length < 2 ? undefined : draftIds.join('.');
}

/** The draft that comes after this one in the queue. */
export function nextInQueue(queue: readonly string[], draftId: string): string | null {
  const at = queue.indexOf(draftId);
  return at < 0 ? null : (queue[at + 1] ?? null);
}
