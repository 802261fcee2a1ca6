import { describe, expect, it } from 'vitest';
import { defaultDocument, pages } from '#core/blueprint/document.ts';
import { gridShape } from '#core/blueprint/grid-shape.ts';
import { printSections } from '#core/blueprint/print-blocks.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Fields, GridField, ScalarField } from '#core/program/field.ts';
import { type Page, pageWords } from '#core/program/page.ts';
import { isWithin, moved, readPath, valueAt, withValue } from './body.ts';
import { givenDefaults, unconfirmedDefaults, withConfirmed } from './default-marks.ts';
import { readValue, type Ways, wordCount, writeValue } from './read-value.ts';

const english: Ways = { currency: 'EUR' as CurrencyCode, language: 'en-GB' };
const german: Ways = { currency: 'EUR' as CurrencyCode, language: 'de-DE' };

describe('a path', () => {
  const body = { kill: [{ on: '2027-01-31' }, { on: null }], goal: { won: 5 }, floors: [0.1, 0.2] };

  it('leads to a value in fields, rows and lists', () => {
    expect(readPath('kill[0].on')).toEqual(['kill', 0, 'on']);
    expect(valueAt(body, 'kill[0].on')).toBe('2027-01-31');
    expect(valueAt(body, 'floors[1]')).toBe(0.2);
    expect(valueAt(body, 'nothing.there')).toBeUndefined();
  });

  it('changes one value and leaves everything beside it the same object', () => {
    const changed = withValue(body, 'kill[1].on', '2027-06-30');
    expect(changed.kill[1]).toEqual({ on: '2027-06-30' });
    expect(changed.kill[0]).toBe(body.kill[0]);
    expect(changed.goal).toBe(body.goal);
    expect(body.kill[1]?.on).toBeNull();
  });

  it('stands inside another only at the border of a name', () => {
    expect(isWithin('kill[0].on', 'kill')).toBe(true);
    expect(isWithin('killer', 'kill')).toBe(false);
    expect(isWithin('goal', '')).toBe(true);
  });

  it('moves a row, and leaves the rows as they are where there is no such place', () => {
    const rows = ['a', 'b', 'c'];
    expect(moved(rows, 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(rows, 0, -1)).toBe(rows);
    expect(moved(rows, 2, 3)).toBe(rows);
  });
});

const number: ScalarField = {
  ...{ kind: 'number', label: 'N', unit: 'times', least: 0, most: 2000, isWhole: false, default: 1.5 },
};
const whole: ScalarField = { ...number, isWhole: true, default: null } as ScalarField;
const share: ScalarField = { kind: 'share', label: 'S', least: 0, most: 1, default: null };
const money: ScalarField = { kind: 'money', label: 'M', default: null };
const date: ScalarField = { kind: 'date', label: 'D', default: null };
const measure: ScalarField = { kind: 'measure', label: 'X', default: null };

describe('a typed value', () => {
  it.each([
    [number, '1.5', english, 1.5],
    [number, '1,5', english, 1.5],
    [number, '1.5', german, 1.5],
    [number, '1,500', english, 1500],
    [number, '1.500', german, 1500],
    [whole, '', english, null],
    [share, '7', english, 0.07],
    [share, '29 %', english, 0.29],
    [share, '12,5', german, 0.125],
    [money, '1,250,000.50', english, 125_000_050],
    [money, '1.250.000,5', german, 125_000_050],
    [date, '2027-03-31', english, '2027-03-31'],
    [date, '', english, null],
  ] as const)('%# is read as it is meant: %j', (field, text, ways, value) => {
    expect(readValue(field, text, ways)).toEqual({ ok: true, value });
  });

  it('takes the unit of its row', () => {
    expect(readValue(measure, '30', english, 'share')).toEqual({ ok: true, value: 0.3 });
    expect(readValue(measure, '30', english, 'money')).toEqual({ ok: true, value: 3000 });
    expect(readValue(measure, '30', english, 'days')).toEqual({ ok: true, value: 30 });
  });

  it.each([
    [number, '', 'Write a number from 0 to 2000. The default is 1.5.'],
    [number, 'many', 'Write a number from 0 to 2000. The default is 1.5.'],
    [whole, '2.5', 'Write a whole number from 0 to 2000.'],
    [share, '120', 'Write a share from 0 to 100 percent.'],
    [money, '12k', 'Write an amount in EUR, such as 12,500.'],
    [date, 'soon', 'Choose a day.'],
  ] as const)('%# that cannot be read says what the field takes', (field, text, why) => {
    expect(readValue(field, text, english)).toEqual({ ok: false, why });
  });

  it('is read back as it was written', () => {
    for (const ways of [english, german]) {
      for (const value of [0.07, 0.29, 0.125, 1]) {
        expect(readValue(share, writeValue(share, value, ways), ways)).toEqual({ ok: true, value });
      }
      for (const value of [0, 1.5, 1234.5]) {
        expect(readValue(number, writeValue(number, value, ways), ways)).toEqual({ ok: true, value });
      }
    }
    expect(writeValue(number, null, english)).toBe('');
  });

  it('has a number of words', () => {
    expect([wordCount(''), wordCount(' one  two\nthree ')]).toEqual([0, 3]);
  });
});

describe('the defaults of a page', () => {
  const given = givenDefaults(pages.attribution.fields as Fields);
  const body = defaultDocument().attribution;
  const at = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path);

  it('wait for somebody until they are changed, kept or signed', () => {
    expect(at(unconfirmedDefaults(given, body, [], null))).toContain('settings.lockDays');
    const changed = withValue(body, 'settings.lockDays', 21);
    expect(at(unconfirmedDefaults(given, changed, [], null))).not.toContain('settings.lockDays');
    expect(at(unconfirmedDefaults(given, body, ['settings.lockDays'], null))).not.toContain(
      'settings.lockDays',
    );
    expect(
      unconfirmedDefaults(given, body, ['settings'], null).every(({ path }) => !path.startsWith('settings')),
    ).toBe(true);
    expect(unconfirmedDefaults(given, body, [], body)).toEqual([]);
  });

  it('say where they come from, and leave out what is no answer', () => {
    expect(given.find(({ path }) => path === 'settings.lockDays')).toMatchObject({
      rule: 'ATT-4',
      source: 'F',
    });
    const thesis = at(givenDefaults(pages.thesis.fields as Fields));
    expect(thesis).not.toContain('market');
    expect(at(givenDefaults(pages.operating_model.fields as Fields))).not.toContain(
      'raci.thesis.partner_ops',
    );
  });

  it('are kept once, by the outermost name', () => {
    expect(withConfirmed(['a.b'], ['a.b'])).toEqual(['a.b']);
    expect(withConfirmed(['a.b', 'c'], ['a'])).toEqual(['c', 'a']);
    const same = ['a'];
    expect(withConfirmed(same, ['a.b'])).toBe(same);
  });
});

describe('a grid', () => {
  const shapeOf = (word: keyof typeof pages, name: string) =>
    gridShape((pages[word].fields as Fields)[name] as GridField).kind;

  it('is drawn in the shape that suits its columns', () => {
    expect(shapeOf('operating_model', 'raci')).toBe('matrix');
    expect(shapeOf('attribution', 'roleTable')).toBe('matrix');
    expect(shapeOf('archetypes', 'archetypes')).toBe('cards');
    expect(shapeOf('assumptions', 'ledger')).toBe('table');
    expect(shapeOf('registration', 'form')).toBe('table');
  });
});

describe('a print', () => {
  const format = {
    money: (minor: number) => `$${minor / 100}`,
    date: (day: string) => day,
    number: (value: number) => String(value),
  };
  const printed = (word: keyof typeof pages, body: unknown) =>
    printSections(
      pages[word] as Page,
      body as Record<string, unknown>,
      format,
      (_field, key) => `fact ${key}`,
    );

  it.each(pageWords)('says everything that is answered on %s', (word) => {
    const before = JSON.stringify(printed(word, defaultDocument()[word]));
    const sections = printed(word, workedExample[word]);
    expect(sections.length).toBeGreaterThan(pages[word].sections.length / 2);
    expect(JSON.stringify(sections)).not.toBe(before);
  });

  it('names what is not answered, and leaves out what is optional and empty', () => {
    const text = JSON.stringify(printed('thesis', defaultDocument().thesis));
    expect(text).toContain('"label":"Market","text":null');
    expect(JSON.stringify(printed('archetypes', defaultDocument().archetypes))).not.toContain(
      'Contract template',
    );
  });

  it('quotes a measured fact as a sentence', () => {
    expect(JSON.stringify(printed('thesis', workedExample.thesis))).toContain('fact ');
  });
});
