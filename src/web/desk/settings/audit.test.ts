import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matches } from './audit.tsx';
import { changedValues } from './audit-changes.ts';
import { checkpointFile } from './audit-data.ts';
import type { AuditEntry } from './audit-entry.ts';
import { phrases, placeOf, sentenceOf } from './audit-sentences.ts';
import { demoStanding } from './demo-company.tsx';

const words = { member: (id: string | null) => (id === 'm2' ? 'Kim' : 'a member'), count: String };

function entry(action: string, more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    seq: 7,
    at: 0,
    actorKind: 'member',
    actorId: 'm1',
    actorName: 'Ada',
    action,
    entityId: null,
    before: null,
    after: null,
    bulkCount: null,
    hash: '',
    ...more,
  };
}

/** The actions that the server's code records, read from its text. */
function recordedActions(): string[] {
  const server = new URL('../../../server', import.meta.url).pathname;
  const texts = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(server, name), 'utf8'));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map(([, name]) => name ?? ''),
  );
  return [...new Set(found)].sort();
}

describe('the sentences of the audit', () => {
  it('exist for every action that the server records', () => {
    const actions = recordedActions();
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => phrases[action] === undefined)).toEqual([]);
  });

  it('say who did what, in words', () => {
    const signed = entry('policy.sign', {
      entityId: 'attribution 2',
      after: { seat: 'head_of_partnerships' },
    });
    expect(sentenceOf(signed, words)).toBe(
      'Ada signed version 2 of the page “Attribution page” for Head of Partnerships.',
    );
    const added = entry('member.add', { entityId: 'm2', after: { roles: ['cro', 'ceo'] } });
    expect(sentenceOf(added, words)).toBe('Ada added Kim as CRO, CEO.');
    const tandem = { actorKind: 'system', actorName: null };
    const first = { ...tandem, after: { class: 'co_sold', cause: 'import.commit' } };
    expect(sentenceOf(entry('credit.decide', first), words)).toBe(
      'Tandem brought the first decision on the credit of a deal: co-sold (import committed).',
    );
    const next = { before: { class: 'sourced' }, after: { class: 'none', cause: 'touch withdrawn' } };
    expect(sentenceOf(entry('credit.decide', next), words)).toBe(
      'Ada brought a new decision on the credit of a deal: sourced became no credit (touch withdrawn).',
    );
    const dispute = entry('dispute.open', { after: { claim: 'We brought it.' } });
    expect(sentenceOf(dispute, words)).toBe('Ada disputed the credit of a deal: We brought it.');
    expect(sentenceOf(entry('later.act'), words)).toBe('Ada did later.act.');
  });

  it('hold for entries that lack what they would say', () => {
    for (const action of Object.keys(phrases)) {
      expect(sentenceOf(entry(action), words)).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('lead to the deal, the partner, the import or the page that they are about', () => {
    expect(placeOf(entry('credit.decide', { entityId: 'd1' }), 'a')?.href).toBe('/o/a/pipeline/d1');
    expect(placeOf(entry('touch.record', { entityId: 't', after: { opportunityId: 'd2' } }), 'a')?.href).toBe(
      '/o/a/pipeline/d2',
    );
    expect(placeOf(entry('partner.change', { entityId: 'p' }), 'a')?.href).toBe('/o/a/partners/p');
    expect(placeOf(entry('import.open', { entityId: 'x' }), 'a')).toBeNull();
    expect(placeOf(entry('policy.sign', { entityId: 'attribution 1' }), 'a')?.href).toBe(
      '/o/a/program/pages/attribution',
    );
  });

  it('are found by all the words of a filter', () => {
    expect(matches('', 'Ada did it.', entry('view.save'))).toBe(true);
    expect(matches('ada IT', 'Ada did it.', entry('view.save'))).toBe(true);
    expect(matches('view ada', 'Ada did it.', entry('view.save'))).toBe(true);
    expect(matches('ada no', 'Ada did it.', entry('view.save'))).toBe(false);
  });
});

describe('the values of an entry', () => {
  it('are those that differ, by dotted name', () => {
    const before = { name: 'A', days: [1, 2], frame: { zone: 'UTC', currency: 'EUR' } };
    const after = { name: 'A', days: [1, 2, 3], frame: { zone: 'UTC', currency: 'USD' }, extra: false };
    expect(changedValues(before, after)).toEqual([
      { name: 'days', before: '1, 2', after: '1, 2, 3' },
      { name: 'frame.currency', before: 'EUR', after: 'USD' },
      { name: 'extra', before: null, after: 'false' },
    ]);
    expect(changedValues(null, { seat: 'cro' })).toEqual([{ name: 'seat', before: null, after: 'cro' }]);
    expect(changedValues(null, null)).toEqual([]);
  });
});

describe('a checkpoint', () => {
  it('becomes a file that says what it is', () => {
    const checkpoint = { org: 'id', seq: 12, hash: 'ab', verified: true, detail: null };
    const file = checkpointFile('acme', checkpoint, new Date('2026-11-20T10:00:00Z'));
    expect(file.name).toBe('audit-checkpoint-acme-12.json');
    expect(JSON.parse(file.text)).toEqual({
      kind: 'tandem-audit-checkpoint',
      organization: 'acme',
      org: 'id',
      seq: 12,
      hash: 'ab',
      verified: true,
      takenAt: '2026-11-20T10:00:00.000Z',
    });
  });
});

describe('the demo company', () => {
  it('is loading from the wish on, also before the job has begun', () => {
    expect(demoStanding('none', null)).toBe('none');
    expect(demoStanding('none', 1)).toBe('loading');
    expect(demoStanding('ready', 1)).toBe('ready');
    expect(demoStanding(undefined, 1)).toBeUndefined();
  });
});
