import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultBody } from '#core/program/field.ts';
import { pageWords } from '#core/program/page.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { defaultDocument, pages } from './document.ts';
import { parsePage } from './parse-body.ts';

const errorsOf = (word: (typeof pageWords)[number], value: unknown, path?: string) => {
  const parsed = parsePage(word, value, path);
  return parsed.ok ? [] : parsed.errors;
};

describe('a body that comes in', () => {
  it.each(pageWords)('of the page %s is read back as it is', (word) => {
    fc.assert(
      fc.property(arbitraryPage(word), (body) => {
        expect(parsePage(word, JSON.parse(JSON.stringify(body)))).toEqual({ ok: true, body });
      }),
      { numRuns: 40 },
    );
  });

  it.each(pageWords)('of the page %s takes the default of every key that is missing', (word) => {
    expect(parsePage(word, {})).toEqual({ ok: true, body: defaultBody(pages[word].fields) });
  });

  it('takes the defaults of a row and of a cell that are missing', () => {
    const parsed = parsePage('archetypes', { archetypes: { si: { state: 'in_build' } } });
    const { archetypes, limits } = defaultDocument().archetypes;
    expect(parsed).toEqual({
      ok: true,
      body: { archetypes: { ...archetypes, si: { ...archetypes.si, state: 'in_build' } }, limits },
    });
  });

  it('may be incomplete where there is no default, and nowhere else', () => {
    expect(parsePage('thesis', { archetype: null, market: null, goal: { from: null } }).ok).toBe(true);
    expect(errorsOf('scoreboard', { entryStage: null })).toMatchObject([
      { path: 'entryStage', found: 'nothing' },
    ]);
    expect(errorsOf('journey', { stages: { recruit: { owner: null } } })).toMatchObject([
      { path: 'stages.recruit.owner', found: 'nothing' },
    ]);
  });

  it.each([
    ['a text where a number belongs', 'scoreboard', { entryStage: '2' }, 'entryStage', '"2"'],
    ['a number where a text belongs', 'thesis', { market: 5 }, 'market', '5'],
    ['a fraction of a whole number', 'scoreboard', { freshDays: 1.5 }, 'freshDays', '1.5'],
    ['a number out of range', 'scoreboard', { shareFloors: [0.1, 0.2, 15] }, 'shareFloors[2]', '15'],
    ['a fraction of a minor unit', 'thesis', { goal: { sourcedWon: 0.5 } }, 'goal.sourcedWon', '0.5'],
    ['a negative amount', 'thesis', { goal: { sourcedWon: -1 } }, 'goal.sourcedWon', '-1'],
    ['a day that does not exist', 'thesis', { kill: [{ on: '2027-02-30' }] }, 'kill[0].on', '"2027-02-30"'],
    ['a word that is no choice', 'thesis', { archetype: 'vendor' }, 'archetype', '"vendor"'],
    ['a key of every object', 'thesis', { archetype: 'constructor' }, 'archetype', '"constructor"'],
    ['a series that is too short', 'scoreboard', { shareFloors: [0.1] }, 'shareFloors', 'a list of 1'],
    ['a table that is no list', 'thesis', { kill: {} }, 'kill', 'an object with 0 keys'],
    ['rows that are no objects', 'thesis', { kill: ['x'] }, 'kill[0]', '"x"'],
    ['a grid that is a list', 'operating_model', { seats: [] }, 'seats', 'a list of 0'],
    ['a group that is empty', 'thesis', { buyer: null }, 'buyer', 'nothing'],
    ['a body that is no object', 'thesis', 'text', '', '"text"'],
    ['two lines where one belongs', 'thesis', { market: 'a\nb' }, 'market', '"a\\nb"'],
    ['a control character', 'thesis', { market: 'a\u0000' }, 'market', '"a\\u0000"'],
    ['half a letter', 'thesis', { market: '\ud800' }, 'market', '"\\ud800"'],
    ['no finite number', 'scoreboard', { entryStage: Number.NaN }, 'entryStage', 'NaN'],
  ] as const)('is refused with its path: %s', (_what, word, value, path, found) => {
    expect(errorsOf(word, value)).toMatchObject([{ path, found }]);
  });

  it('is refused where a text is too long, and shows only its beginning', () => {
    const [error] = errorsOf('thesis', { market: 'x'.repeat(201) });
    expect(error).toEqual({
      path: 'market',
      expected: 'text of at most 200 characters',
      found: `"${'x'.repeat(40)}…"`,
      repair: 'Shorten it; it has 201 characters.',
    });
  });

  it('names the key that was likely meant', () => {
    const errors = errorsOf('thesis', { kil: [], buyer: { Role: '' }, 'a.b': 1, __proto__: 1 }, 'thesis');
    expect(errors.map(({ path, repair }) => [path, repair])).toEqual([
      ['thesis.kil', 'Did you mean "kill"?'],
      ['thesis["a.b"]', 'Take it out.'],
      ['thesis.buyer.Role', 'Did you mean "role"?'],
    ]);
    const hostile = JSON.parse('{"__proto__": {"market": "x"}}');
    expect(errorsOf('thesis', hostile)).toMatchObject([{ path: '__proto__', repair: 'Take it out.' }]);
  });

  it('says the key of a choice whose label was written', () => {
    expect(errorsOf('thesis', { archetype: 'MSP' })).toMatchObject([{ repair: 'Write msp.' }]);
  });

  it('lists fifty faults at most', () => {
    const value = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`zz${index}`, 1]));
    expect(errorsOf('thesis', value)).toHaveLength(50);
  });
});
