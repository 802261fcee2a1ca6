import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { pageWords } from '#core/program/page.ts';
import { createFormatters } from '../../../ui/format.tsx';
import type { ProgramState, Watch } from '../program-state.ts';
import { rowOf } from './launch-plan.tsx';
import { needsOf, nextPage, openSeats } from './needs.ts';
import { figureText } from './property-tiles.tsx';

const format = createFormatters({ language: 'en-GB', timeZone: 'UTC' });
const founder = { slug: 'acme', mayEdit: true, maySeat: true };

type PageEntry = ProgramState['pages'][number];
type Signers = PageEntry['seats'];

const page = (word: PageEntry['word'], part: Partial<PageEntry> = {}): PageEntry =>
  ({ word, seats: [], state: 'not_begun', draft: null, inForce: null, proposed: null, ...part }) as PageEntry;

/** A proposal that these seats have not signed. */
const proposed = (missing: Signers) => ({ proposed: { missing } as unknown as PageEntry['proposed'] });
const signed = { inForce: { isDraft: false } as unknown as PageEntry['inForce'] };

function state(change: {
  pages?: readonly PageEntry[];
  signsFor?: Signers;
  kickoffOn?: string | null;
}): ProgramState {
  const given = change.pages ?? [];
  return {
    kickoffOn: change.kickoffOn === undefined ? '2026-01-05' : change.kickoffOn,
    pages: pageWords.map((word) => given.find((one) => one.word === word) ?? page(word)),
    me: { membershipId: 'm', signsFor: change.signsFor ?? [] },
  } as unknown as ProgramState;
}

function watch(rows: readonly string[], conditions: readonly object[] = []): Watch {
  return {
    properties: {
      owned: {
        rows: [
          ...rows.map((label) => ({ label, state: 'gap' })),
          { label: 'Partner manager', state: 'later' },
        ],
      },
    },
    gates: [
      { key: 'g0', name: 'G0', state: 'open', conditions: [] },
      { key: 'g1', name: 'G1', state: 'closed', conditions },
    ],
  } as unknown as Watch;
}

const said = (needs: ReturnType<typeof needsOf>): string[] => needs.map((need) => need.says);

describe('what needs somebody', () => {
  it('is the kickoff, the seats and the first page, where nothing is there yet', () => {
    const needs = needsOf(state({ kickoffOn: null }), watch(['CRO', 'CFO']), founder);
    expect(said(needs)).toEqual([
      'Set the kickoff, the day from which the weeks count.',
      'Name who answers as CRO and CFO, for good or in the interim.',
      'Write “Thesis”. It takes about 20 minutes.',
    ]);
    expect(needs[0]?.href).toBeNull();
    expect(needs[2]?.href).toBe('/o/acme/program/pages/thesis');
  });

  it('asks nothing of somebody who may do nothing', () => {
    const reader = { slug: 'acme', mayEdit: false, maySeat: false };
    expect(needsOf(state({ kickoffOn: null }), watch(['CRO']), reader)).toEqual([]);
  });

  it('names every seat that one person signs a page for in one line, and whose signature is still to be had', () => {
    const pages = [page('thesis', proposed(['cro', 'cfo', 'head_of_partnerships']))];
    const needs = needsOf(state({ pages, signsFor: ['cro', 'head_of_partnerships'] }), watch([]), founder);
    expect(said(needs)).toEqual([
      'Sign “Thesis” as CRO and Head of Partnerships.',
      'Have “Thesis” signed by CFO.',
    ]);
  });

  it('puts signatures on pages further on behind the page that is next', () => {
    const pages = [page('thesis', signed), page('attribution', proposed(['cfo']))];
    expect(said(needsOf(state({ pages, signsFor: ['cfo'] }), watch([]), founder))).toEqual([
      expect.stringMatching(/^Write “Archetypes”/),
      'Sign “Attribution page” as CFO.',
    ]);
  });

  it('goes on with a draft', () => {
    const pages = [page('thesis', { draft: {} as unknown as PageEntry['draft'] })];
    expect(said(needsOf(state({ pages }), watch([]), founder))).toEqual([
      'Go on with “Thesis”, and propose it when its checks are met.',
    ]);
  });

  it('lists what the first closed gate misses and they can supply, and says nothing twice', () => {
    const condition = (part: object) => ({
      code: JSON.stringify(part),
      state: 'unmet',
      says: 'This is missing.',
      who: ['cfo'],
      place: 'assumptions',
      ...part,
    });
    const facts = watch(
      [],
      [
        condition({}),
        condition({ place: 'thesis' }),
        condition({ place: 'seats' }),
        condition({ state: 'met', says: 'Met.' }),
        condition({ who: ['cro'], says: 'Another’s.' }),
      ],
    );
    expect(said(needsOf(state({ signsFor: ['cfo'] }), facts, founder))).toEqual([
      'Write “Thesis”. It takes about 20 minutes.',
      'G1: This is missing.',
    ]);
  });

  it('is nothing where every page is signed, and without the watch only what the pages say', () => {
    const pages = pageWords.map((word) => page(word, signed));
    expect(needsOf(state({ pages }), watch([]), founder)).toEqual([]);
    expect(nextPage(state({ pages }))).toBeUndefined();
    expect(needsOf(state({ pages }), undefined, founder)).toEqual([]);
    expect(openSeats(undefined)).toEqual([]);
  });
});

describe('a milestone on the axis of weeks', () => {
  const kickoff = '2026-01-05' as LocalDate;
  const milestone = {
    key: 'g1',
    title: 'G1: Thesis signed',
    owner: 'cro',
    when: 'Week 2',
    planned: { from: '2026-01-12', by: '2026-01-19' },
    actualOn: null,
    state: 'coming',
    isOverridden: false,
    says: null,
  } as unknown as Parameters<typeof rowOf>[0];

  it('stands where it is planned', () => {
    expect(rowOf(milestone, kickoff, format)).toMatchObject({
      planned: { from: 1, to: 2 },
      actual: null,
      state: 'ahead',
      says: 'planned by 19 Jan 2026',
    });
  });

  it('says when it was reached, how, and that it was late', () => {
    const late = { ...milestone, actualOn: '2026-01-26', state: 'done_late', isOverridden: true } as const;
    expect(rowOf(late, kickoff, format, '/there')).toMatchObject({
      actual: 3,
      state: 'done_late',
      href: '/there',
      says: '26 Jan 2026 by override, planned by 19 Jan 2026',
    });
  });

  it('keeps the words of an event, with its days as the reader writes them', () => {
    const event = { ...milestone, says: 'Elena, since 2026-03-02.' };
    expect(rowOf(event, kickoff, format).says).toBe('Elena, since 2 Mar 2026.');
  });
});

describe('the number of a seat', () => {
  it('reads as a share, an amount with its currency, or a count', () => {
    const figure = { currency: null, before: null, figure: null };
    expect(figureText({ ...figure, unit: 'share', value: 0.117 }, format)).toBe('11.7%');
    expect(figureText({ ...figure, unit: 'count', value: 1200 }, format)).toBe('1,200');
    const money = { ...figure, unit: 'money', value: 60_450_000, currency: 'USD' } as unknown;
    expect(figureText(money as Parameters<typeof figureText>[0], format)).toBe('$605k');
  });
});
