import { describe, expect, it } from 'vitest';
import { dateExamples, readBothWays } from './date-examples.ts';
import { carriedOver, columnRows, missingFields, withMeaning } from './edit-mapping.ts';
import type { ImportDraft, ImportMapping, Understanding } from './import-data.ts';
import { mappingLines } from './import-run.tsx';
import { inImportOrder } from './kinds.ts';
import { noteText } from './problems.tsx';
import {
  earlierStages,
  moved,
  stageRows,
  stagesOf,
  withStageMeaning,
  withSuggestions,
} from './stage-table.ts';
import { currencyOf } from './step-meaning.tsx';
import { nextInQueue, parseQueue, queueText, stepAfter, stepFor, stepsOf } from './steps.ts';

const stage = (name: string, soundsLike: 'open' | 'won' | 'lost' | null, order: number | null = null) => ({
  name,
  rows: 3,
  reason: '',
  order,
  soundsLike,
});
const column = (name: string, field: string | null, ...examples: string[]) => ({
  column: name,
  field,
  reason: 'A usual name for it.',
  examples,
});

const seen: Understanding = {
  kind: 'opportunities',
  kindReason: 'Each row is a deal with its stage.',
  source: 'table',
  sourceReason: '',
  rows: 9,
  shape: {
    container: 'text',
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    sheet: null,
    sheets: [],
    notes: [],
    preambleLines: [],
    footerLines: [],
  },
  columns: [
    column('Note', null, 'call'),
    column('Close', 'closedOn', '3/4/2026', '5/5/2026'),
    column('Worth', 'amount', '10'),
    column('Step', 'stage', 'Talk'),
    column('Nr', 'opportunityId', '1'),
  ],
  stages: [stage('Talk', 'open', 1), stage('Offer', 'open', 2), stage('Yes!', null), stage('Won', 'won')],
  sampleRows: [],
  questions: [],
  partnerCandidates: [],
};
const mapping: ImportMapping = {
  kind: 'opportunities',
  source: 'CRM',
  columns: { opportunityId: 'Nr', stage: 'Step', amount: 'Worth', closedOn: 'Close' },
};
const draft: ImportDraft = {
  draftId: 'a',
  fileId: 'f',
  fileName: 'deals.csv',
  source: 'CRM',
  state: 'uploaded',
  task: null,
  mapping,
  remembered: false,
  isConfirmed: false,
  progress: null,
  understanding: seen,
  result: null,
  failure: null,
  importId: null,
  updatedAt: 0,
};
const asked = { ...draft, understanding: { ...seen, questions: [question('dateOrder')] } };

function question(about: string): Understanding['questions'][number] {
  return { id: about, about, required: true, text: '', why: '', choices: [], suggested: null, path: [about] };
}

describe('several files at once', () => {
  it('come in the order in which the later ones point to the earlier', () => {
    const files = ['opportunity-partners', 'stage-history', 'opportunities', 'partners', 'accounts'] as const;
    expect(inImportOrder(files.map((kind) => ({ kind }))).map(({ kind }) => kind)).toEqual([
      'accounts',
      'partners',
      'opportunities',
      'stage-history',
      'opportunity-partners',
    ]);
  });

  it('stand in the address, and lead from one to the next', () => {
    expect(parseQueue(queueText(['a', 'b', 'c']))).toEqual(['a', 'b', 'c']);
    expect(queueText(['a'])).toBeUndefined();
    expect(nextInQueue(['a', 'b'], 'a')).toBe('b');
    expect(nextInQueue(['a', 'b'], 'b')).toBeNull();
    expect(nextInQueue([], 'a')).toBeNull();
  });
});

describe('the steps of an import', () => {
  const keys = (of: ImportMapping, one: ImportDraft = draft) => stepsOf(of, one).map(({ key }) => key);

  it('leave out what a file has nothing to say about', () => {
    expect(keys(mapping)).toEqual(['file', 'columns', 'meaning', 'partners', 'check', 'done']);
    expect(keys({ ...mapping, columns: { ...mapping.columns, partner: 'Note' } })).not.toContain('partners');
    expect(keys({ kind: 'accounts', columns: { name: 'Nr' } })).toEqual(['file', 'columns', 'check', 'done']);
    expect(keys({ ...mapping, kind: 'stage-history' })).not.toContain('partners');
  });

  it('go straight to the check where nothing is left to decide', () => {
    const accounts: ImportMapping = { kind: 'accounts', columns: { name: 'Nr' } };
    expect(stepAfter('file', draft, accounts)).toBe('check');
    expect(stepAfter('file', draft, mapping)).toBe('columns');
    expect(stepAfter('file', { ...draft, remembered: true }, mapping)).toBe('check');
    expect(stepAfter('file', { ...asked, remembered: true }, mapping)).toBe('columns');
    expect(stepAfter('columns', asked, mapping)).toBe('meaning');
    expect(stepAfter('partners', draft, mapping)).toBe('check');
  });

  it('never show a step that the draft cannot be at', () => {
    expect(stepFor('meaning', draft)).toBe('meaning');
    expect(stepFor('done', draft)).toBe('file');
    expect(stepFor('nonsense', draft)).toBe('file');
    expect(stepFor('columns', { ...draft, state: 'running' })).toBe('check');
    expect(stepFor('columns', { ...draft, state: 'committed' })).toBe('done');
    expect(stepFor('check', { ...draft, mapping: { kind: 'opportunities', columns: {} } })).toBe('columns');
  });
});

describe('columns', () => {
  it('stand with those that every row needs first, and what is left out last', () => {
    expect(columnRows(seen, mapping).map((row) => row.column)).toEqual([
      'Nr',
      'Step',
      'Worth',
      'Close',
      'Note',
    ]);
  });

  it('mean one thing each, and a field belongs to one column', () => {
    const changed = withMeaning(mapping, 'Note', { is: 'field', field: 'stage' });
    expect(changed.columns).toEqual({
      opportunityId: 'Nr',
      stage: 'Note',
      amount: 'Worth',
      closedOn: 'Close',
    });
    expect(missingFields(withMeaning(changed, 'Note', { is: 'nothing' }))).toEqual([['stage']]);
    const dated = withMeaning(mapping, 'Close', { is: 'stage-date', stage: 'Won' });
    expect(dated.stageColumns).toEqual({ Close: 'Won' });
    expect(withMeaning(dated, 'Close', { is: 'nothing' })).not.toHaveProperty('stageColumns');
  });

  it('keep what was said about them when the file is read anew, as far as they are still there', () => {
    const before = { ...mapping, dateOrder: 'dmy' as const, columns: { ...mapping.columns, owner: 'Gone' } };
    const after = carriedOver(before, seen, { ...mapping, columns: {}, file: { headerRow: 2 } });
    expect(after).toMatchObject({ dateOrder: 'dmy', columns: mapping.columns, file: { headerRow: 2 } });
    expect(after.columns).not.toHaveProperty('owner');
    const accounts: ImportMapping = { kind: 'accounts', columns: {} };
    expect(carriedOver(before, seen, accounts)).toBe(accounts);
  });

  it('are told in words afterwards', () => {
    const lines = mappingLines({ ...mapping, dateOrder: 'mdy', stages: { Talk: { entry: true } } });
    expect(lines).toContainEqual(['Nr', 'Deal ID']);
    expect(lines).toContainEqual(['Stage Talk', 'open, pipeline from here']);
    expect(lines).toContainEqual(['Dates', 'month first']);
  });
});

describe('dates that read both ways', () => {
  it('are shown as the two days that they could be', () => {
    expect(readBothWays('3/4/2026 10:00')).toEqual({
      text: '3/4/2026',
      mdy: '2026-03-04',
      dmy: '2026-04-03',
    });
    expect(readBothWays('13/4/26')).toEqual({ text: '13/4/26', mdy: null, dmy: '2026-04-13' });
    expect(readBothWays('2026-03-04')).toBeNull();
  });

  it('come from the file itself, and those whose readings agree are of no help', () => {
    expect(dateExamples(seen, mapping).map(({ text }) => text)).toEqual(['3/4/2026']);
    expect(dateExamples(seen, { ...mapping, columns: {} })).toEqual([]);
  });
});

describe('stages', () => {
  const rows = stageRows(seen, mapping);

  it('mean nothing until somebody says so, whatever they sound like', () => {
    expect(rows.map(({ meaning }) => meaning)).toEqual([null, null, null, null]);
    expect(withSuggestions(rows).map(({ name, meaning }) => [name, meaning])).toEqual([
      ['Talk', 'open'],
      ['Offer', 'open'],
      ['Yes!', null],
      ['Won', 'won'],
    ]);
  });

  it('are kept as the mapping wants them, with orders that rise', () => {
    const said = withStageMeaning(withSuggestions(rows), 'Yes!', 'ignore');
    expect(stagesOf(said, { ...mapping, stages: { Elsewhere: { outcome: 'lost' } } })).toEqual({
      Elsewhere: { outcome: 'lost' },
      Talk: { order: 1 },
      Offer: { order: 2 },
      'Yes!': { ignore: true },
      Won: { outcome: 'won' },
    });
    const swapped = stagesOf(moved(said, 'Offer', -1), mapping);
    expect(swapped).toMatchObject({ Offer: { order: 1 }, Talk: { order: 2 } });
    expect(moved(said, 'Talk', -1)).toEqual(said);
  });

  it('mark the offered entry stage, and no closed one', () => {
    const offered = { ...question('entryStage'), required: false, suggested: 'Offer' };
    const marked = stageRows({ ...seen, questions: [offered] }, mapping);
    expect(marked.filter(({ entry }) => entry).map(({ name }) => name)).toEqual(['Offer']);
    expect(withStageMeaning(marked, 'Offer', 'won').some(({ entry }) => entry)).toBe(false);
  });

  it('mean what was said for an earlier file of the same source, unless that import was undone', () => {
    const one = {
      source: 'crm',
      fileName: 'history.csv',
      withdrawnAt: null,
      mapping: {
        ...mapping,
        stages: { talk: { order: 7, entry: true }, 'Yes!': { outcome: 'won' as const } },
      },
    };
    const earlier = earlierStages([{ ...one, withdrawnAt: 5 }, one], 'CRM');
    expect(earlier?.fileName).toBe('history.csv');
    const known = stageRows(seen, mapping, earlier);
    expect(known.find(({ name }) => name === 'Talk')).toMatchObject({
      meaning: 'open',
      order: 7,
      entry: true,
    });
    expect(known.find(({ name }) => name === 'Yes!')).toMatchObject({
      meaning: 'won',
      reason: 'As in history.csv.',
    });
    expect(earlierStages([one], 'Salesforce')).toBeNull();
  });
});

describe('the currency of amounts that no column names', () => {
  const sign = (...values: string[]) => ({
    ...question('currency'),
    choices: values.map((value) => ({ value, label: value })),
    suggested: values[0] ?? null,
  });

  it('is the organization’s where nothing speaks against it, and must be said where a sign does', () => {
    expect(currencyOf(mapping, undefined, 'EUR')).toBe('EUR');
    expect(currencyOf(mapping, { ...question('currency'), suggested: null }, 'EUR')).toBe('EUR');
    expect(currencyOf(mapping, sign('USD', 'CAD'), 'CAD')).toBe('CAD');
    expect(currencyOf(mapping, sign('USD', 'CAD'), 'EUR')).toBeNull();
    expect(currencyOf(mapping, sign('GBP'), 'EUR')).toBe('GBP');
    expect(currencyOf({ ...mapping, currency: 'CHF' }, sign('USD', 'CAD'), 'EUR')).toBe('CHF');
  });
});

describe('a note', () => {
  it('reads as a sentence of its own', () => {
    expect(noteText('Nothing: lines below a report are left out.')).toBe(
      'Lines below a report are left out.',
    );
  });
});
