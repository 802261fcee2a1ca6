import { describe, expect, it } from 'vitest';
import { defaultBody, type Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { checkAnswers, checkSigners } from './check-answers.ts';

const text = { kind: 'text', lines: 'one', most: 200, default: '' } as const;
const fields = {
  name: { ...text, label: 'Name' },
  note: { ...text, label: 'Note', isOptional: true },
  goal: { kind: 'group', label: 'Goal', fields: { on: { kind: 'date', label: 'By', default: null } } },
  rows: {
    kind: 'table',
    label: 'Rows',
    row: 'row',
    most: 9,
    columns: { what: { ...text, label: 'What' } },
    default: [],
  },
  grid: {
    kind: 'grid',
    label: 'Grid',
    columns: {
      value: { kind: 'measure', label: 'Value', default: null },
      steps: {
        kind: 'series',
        label: 'Steps',
        of: { kind: 'share', label: 'Step', least: 0, most: 1, default: null },
        labels: ['First', 'Second'],
        default: [0, 0],
      },
    },
    rows: { one: { label: 'One', default: { value: 0 } }, two: { label: 'Two' } },
  },
} as const satisfies Fields;
const page = {
  word: 'thesis',
  title: 'Page',
  question: '',
  minutes: 1,
  seats: ['cro', 'cfo'],
  sections: [
    { title: 'Words', guidance: '', fields: ['name', 'note'] },
    { title: 'Rest', guidance: '', fields: ['goal', 'rows', 'grid'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;

const blank = defaultBody(fields);
const full = {
  ...blank,
  name: 'A name',
  goal: { on: '2027-01-01' },
  rows: [{ what: 'Something' }],
  grid: { ...blank.grid, two: { value: 0, steps: [0, 1] } },
};
const failing = (body: object) =>
  checkAnswers(page, { ...full, ...body })
    .filter(({ holds }) => !holds)
    .map(({ code, path, params }) => [code, path, params.label, params.more]);

describe('whether a page is answered', () => {
  it('says one thing per section, and leads to the first field that is missing', () => {
    expect(failing(blank)).toEqual([
      ['unanswered', 'name', 'Name', 0],
      ['unanswered', 'goal.on', 'By', 2],
    ]);
  });

  it('is so when every field that has to be has a value; zero and no are values', () => {
    expect(failing({})).toEqual([]);
    expect(checkAnswers(page, full).map(({ code }) => code)).toEqual(['unanswered', 'unanswered']);
  });

  it.each([
    [{ name: '  \n' }, ['unanswered', 'name', 'Name', 0]],
    [{ rows: [] }, ['unanswered', 'rows', 'Rows', 0]],
    [{ rows: [{ what: 'x' }, { what: '' }] }, ['unanswered', 'rows[1].what', 'Rows, 2: What', 0]],
    [
      { grid: { ...full.grid, two: { value: null, steps: [0, 0] } } },
      ['unanswered', 'grid.two.value', 'Two: Value', 0],
    ],
    [
      { grid: { ...full.grid, one: { value: 1, steps: [0, null] } } },
      ['unanswered', 'grid.one.steps[1]', 'One: Steps, Second', 0],
    ],
    [{ name: 'Buys [something]' }, ['placeholder', 'name', 'Name', 0]],
    [{ note: '[If you like]' }, ['placeholder', 'note', 'Note', 0]],
  ])('%j', (body, expected) => {
    expect(failing(body)).toEqual([expected]);
  });

  it('does not take an empty pair of brackets for a prompt', () => {
    expect(failing({ name: 'A [] b' })).toEqual([]);
  });

  it('reads a body that is not what its page says as unanswered, and does not fall over', () => {
    expect(failing({ rows: null, grid: 'x', goal: null })).toEqual([['unanswered', 'goal.on', 'By', 3]]);
  });
});

describe('whether somebody can sign a page', () => {
  it('names the seats that nobody holds, and says nothing of those it does not know', () => {
    expect(checkSigners(page, {})).toEqual([]);
    expect(checkSigners(page, { cro: true })).toMatchObject([{ holds: true }]);
    expect(checkSigners(page, { cro: true, cfo: false })).toMatchObject([
      { holds: false, severity: 'advisory', params: { seats: 'CFO', count: 1 } },
    ]);
  });
});
