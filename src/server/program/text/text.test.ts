import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDocument, type ProgramDocument } from '#core/blueprint/document.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import { arbitraryDocument } from '#test/harness/arbitrary-page.ts';
import { readText } from './read-text.ts';
import { writeText } from './write-text.ts';
import { largestText } from './yaml-text.ts';

const currency = (code: string) => parseCurrencyCode(code) as CurrencyCode;
const eur = currency('EUR');
const header = 'tandem: program/1\ncurrency: EUR\n';
const errorsOf = (text: string) => {
  const read = readText(text);
  return read.ok ? [] : read.errors;
};
const documentOf = (text: string) => {
  const read = readText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.errors[0]));
  return read.document;
};
const standard = defaultDocument();

describe('the program as text', () => {
  it('comes back without loss, and is written the same the second time', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.constantFrom('EUR', 'JPY', 'KWD', 'UYW'), (document, code) => {
        const text = writeText(document, { currency: currency(code), kept: null });
        expect(readText(text)).toEqual({ ok: true, document, currency: code });
        expect(writeText(document, { currency: currency(code), kept: text })).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('comes back without loss when another program is written over it', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (before, after) => {
        const kept = writeText(before, { currency: eur, kept: null });
        const text = writeText(after, { currency: eur, kept });
        expect(documentOf(text)).toEqual(after);
        expect(writeText(after, { currency: eur, kept: text })).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('writes amounts in major units, exactly', () => {
    const goal = {
      ...standard.thesis.goal,
      sourcedPipeline: 2_400_000_000,
      sourcedWon: 9_007_199_254_740_991,
    };
    const document: ProgramDocument = { ...standard, thesis: { ...standard.thesis, goal } };
    const text = writeText(document, { currency: eur, kept: null });
    expect(text).toContain('    sourcedPipeline: 24000000\n');
    expect(text).toContain('    sourcedWon: 90071992547409.91\n');
    expect(documentOf(text)).toEqual(document);
    expect(
      documentOf('tandem: program/1\ncurrency: JPY\nthesis: {goal: {sourcedWon: 500}}').thesis?.goal,
    ).toMatchObject({ sourcedWon: 500 });
  });

  it('carries the guidance of the pages the first time', () => {
    const text = writeText(standard, { currency: eur, kept: null });
    expect(text).toContain('# THESIS\n# Why will partners');
    expect(text).toContain('# == The friction ==');
    expect(text).toMatch(/# One of: referral, agency/);
  });

  it('keeps comments, order and quotes of a text that people wrote', () => {
    const kept = [
      '# Ours, since spring.',
      '',
      ...['tandem: program/1', 'currency: EUR', '', '# The board asked for this.', 'thesis:'],
      ...['  segment: "Mid-market" # agreed in March', '  market: DACH', '  kill:'],
      ...['    # First, the share.', '    - metric: Share', '      threshold: under 5 %'],
      ...['      on: 2027-03-31 # end of the first quarter', '    # Then the cost.'],
      ...['    - {metric: Cost, threshold: over 1 M, on: 2027-06-30}', '  goal:'],
      ...['    sourcedWon: 250000.50 # half of what sales said', ''],
    ].join('\n');
    const { thesis } = documentOf(kept);
    if (thesis === undefined) throw new Error('no thesis');
    const [share, cost] = thesis.kill;
    const kill = [
      { metric: 'Partners', threshold: '3', on: null },
      { ...cost!, threshold: 'over 2 M' },
      share!,
    ];
    const changed = { ...standard, thesis: { ...thesis, market: 'DACH and Nordics', kill } };
    const text = writeText(changed, { currency: eur, kept });
    expect(documentOf(text)).toEqual(changed);
    for (const line of [
      '# Ours, since spring.',
      '# The board asked for this.',
      '  segment: "Mid-market" # agreed in March',
      '  market: DACH and Nordics',
      '    # Then the cost.\n    - {metric: Cost, threshold: over 2 M, on: 2027-06-30}',
      '      on: 2027-03-31 # end of the first quarter',
      '    sourcedWon: 250000.50 # half of what sales said',
    ]) {
      expect(text).toContain(line);
    }
    expect(text.indexOf('segment:')).toBeLessThan(text.indexOf('market:'));
    expect(text.indexOf('# Then the cost.')).toBeLessThan(text.indexOf('metric: Share'));
    expect(writeText(changed, { currency: eur, kept: text })).toBe(text);
  });

  it('begins anew where the text that was kept can no longer be read', () => {
    const text = writeText(standard, { currency: eur, kept: 'no: program' });
    expect(text).toBe(writeText(standard, { currency: eur, kept: null }));
  });
});

describe('a text that comes in', () => {
  it('may hold some pages only', () => {
    expect(documentOf(header)).toEqual({});
    expect(documentOf(`\ufeff${header}thesis:\n  market: DACH\n`)).toEqual({
      thesis: { ...standard.thesis, market: 'DACH' },
    });
  });

  it('says line, column and path of every fault at once, in the order of the lines', () => {
    const text = `${header}thesis:
  market: 5
  kil: []
  goal:
    sourcedWon: 5000.505
    from: 2027-02-30
  kill:
    - metric: Share
      on: soon
scoreboard:
  shareFloors: [0.1, 0.2, 15]
registrations: {}
`;
    expect(errorsOf(text).map(({ line, column, path, repair }) => [line, column, path, repair])).toEqual([
      [4, 11, 'thesis.market', 'Write it as text, in quotes where it looks like a number.'],
      [5, 3, 'thesis.kil', 'Did you mean "kill"?'],
      [7, 17, 'thesis.goal.sourcedWon', 'Write it as a plain decimal, such as 5000.50.'],
      [8, 11, 'thesis.goal.from', 'Write a day that exists, such as 2027-03-31.'],
      [11, 11, 'thesis.kill[0].on', 'Write a day that exists, such as 2027-03-31.'],
      [13, 27, 'scoreboard.shareFloors[2]', 'Stay between 0 and 1.'],
      [14, 1, 'registrations', 'Did you mean "registration"?'],
    ]);
  });

  it.each([
    ['nothing', '', 1, '', 'keys with values'],
    ['a list', '- a', 1, '', 'keys with values'],
    ['no header', 'thesis: {}', 1, 'tandem', 'program/1'],
    ['another format', 'tandem: program/2\ncurrency: EUR', 1, 'tandem', 'program/1'],
    ['no currency that there is', 'tandem: program/1\ncurrency: EURO', 2, 'currency', 'the ISO 4217 code'],
    [
      'a key that stands twice',
      `${header}thesis:\n  market: a\n  market: b`,
      5,
      'thesis.market',
      'each key once',
    ],
    ['an alias', `${header}thesis:\n  market: &a x\n  motion: *a`, 4, 'thesis.market', 'a value'],
    ['a tag', `${header}thesis:\n  market: !!str 5`, 4, 'thesis.market', 'a value'],
    ['a tag of its own', `${header}thesis: !thesis {}`, 3, '', 'valid YAML'],
    ['a directive', `%YAML 1.1\n---\n${header}`, 1, '', 'no directive'],
    ['two documents', `${header}---\n${header}`, 3, '', 'valid YAML'],
    ['an open quote', `${header}thesis:\n  market: "a\n`, 5, '', 'valid YAML'],
    ['a tab as indent', `${header}thesis:\n\tmarket: a`, 4, '', 'valid YAML'],
    ['a list as a key', `${header}? [a]\n: b`, 3, '', 'valid YAML'],
    [
      'an amount in quotes',
      `${header}thesis: {goal: {sourcedWon: "5"}}`,
      3,
      'thesis.goal.sourcedWon',
      'an amount',
    ],
    [
      'an amount below zero',
      `${header}thesis: {goal: {sourcedWon: -5}}`,
      3,
      'thesis.goal.sourcedWon',
      'an amount',
    ],
    [
      'the key of every object',
      `${header}thesis: {__proto__: {market: x}}`,
      3,
      'thesis.__proto__',
      'a known key',
    ],
    ['a deep nest of lists', `${header}thesis: ${'['.repeat(900_000)}`, 3, '', 'five levels of keys'],
    ['a deep nest of dashes', `${header}thesis:\n${'- '.repeat(400_000)}`, 4, '', 'five levels of keys'],
    [
      'a deep nest of keys',
      Array.from({ length: 99 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      66,
      '',
      'five levels',
    ],
    ['what is too large', `# ${'x'.repeat(largestText)}`, 1, '', 'a text of at most 1 MB'],
  ])('is refused: %s', (_what, text, line, path, expected) => {
    const [error] = errorsOf(text);
    expect(error).toMatchObject({ line, path });
    expect(error?.expected).toContain(expected);
  });

  it('never throws, whatever it is', () => {
    const pieces = [
      'tandem',
      'program/1',
      'currency',
      'EUR',
      'thesis',
      'kill',
      'on',
      '0',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
    ];
    const marks = [
      ':',
      ' ',
      '\n',
      '- ',
      '? ',
      '|',
      '>',
      '&a',
      '*a',
      '!t',
      '#',
      '%',
      '\t',
      '---',
      '...',
      '  ',
      ',',
      '\r',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...marks, header), { maxLength: 60 }), (parts) => {
        const read = readText(parts.join(''));
        if (!read.ok) expect(read.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
