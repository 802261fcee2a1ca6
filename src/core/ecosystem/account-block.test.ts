import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHost } from '#server/ecosystem/read-host.ts';
import { askedBlocks, blocksVersion, exactBlocks, keptBlocks } from './account-block.ts';
import { type AccountKeys, type AccountText, accountKeys } from './account-key.ts';
import { likeness, nearness } from './nearness.ts';

type Typed = readonly [name: string, domain: string | null, country: string | null];
type Cases = {
  pairs: { id: string; name: string; a: Typed; b: Typed; outcome: string }[];
  blocks: { version: number; accounts: { id: string; name: string; typed: AccountText; kept: string[] }[] };
};

const file = new URL('../../../test/vectors/account-keys.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Cases;
const keysOf = ([name, domain, country]: Typed) => accountKeys({ name, domain, country }, readHost);

const names =
  'Nordwind Logistik Müller & Söhne Maschinenbau Яндекс аpple ООО data base of the 1 AG GmbH Northgate';
const aWord = fc.oneof(
  fc.constantFrom(...names.split(' ')),
  fc.string({ unit: fc.constantFrom(...'abcdeoürnwvмо1-'), minLength: 1, maxLength: 14 }),
);
const aName = fc.array(aWord, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const aDomain = fc.oneof(
  fc.constant(null),
  fc.constantFrom('acme.com', 'acme.de', 'shop.acme.com', 'modem.com', 'modern.com', 'аcme.com', 'gmail.com'),
  fc.domain(),
);
const anAccount: fc.Arbitrary<Typed> = fc.tuple(aName, aDomain, fc.constantFrom('DE', 'NL', null));

/** The same name again as somebody else may write it: slips, other words around it, another order. */
const aSlip = fc.tuple(
  fc.constantFrom('change', 'leave out', 'add', 'swap', 'before', 'after', 'turn', 'legal form'),
  fc.nat(60),
  fc.constantFrom(...'axzoé'),
);
type Slip = readonly [kind: string, at: number, letter: string];

function slipped(name: string, slips: readonly Slip[]): string {
  let text = name;
  for (const slip of slips) text = slippedOnce([...text], slip);
  return text;
}

function slippedOnce(letters: string[], [kind, at, letter]: Slip): string {
  const place = at % Math.max(1, letters.length);
  if (kind === 'change') letters[place] = letter;
  if (kind === 'leave out') letters.splice(place, 1);
  if (kind === 'add') letters.splice(place, 0, letter);
  if (kind === 'swap') letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
  if (kind === 'before') letters.unshift(letter, 'b', ' ');
  if (kind === 'after') letters.push(' ', letter);
  if (kind === 'turn') return letters.join('').split(' ').reverse().join(' ');
  return kind === 'legal form' ? `${letters.join('')} GmbH` : letters.join('');
}

const nearPair: fc.Arbitrary<[Typed, Typed]> = fc.oneof(
  fc.tuple(anAccount, anAccount),
  fc
    .tuple(anAccount, fc.array(aSlip, { maxLength: 5 }), aDomain)
    .map(([typed, slips, domain]): [Typed, Typed] => [typed, [slipped(typed[0], slips), domain, typed[2]]]),
);

/** Whether the search of `b` comes upon `a` where that is kept. */
function finds(a: AccountKeys, b: AccountKeys, askFrom: number): boolean {
  const kept = new Set(keptBlocks(a));
  return [...exactBlocks(b), ...askedBlocks(b, askFrom)].some((block) => kept.has(block));
}

describe('the blocks of an account', () => {
  it.each(cases.blocks.accounts)('$id: $name', ({ typed, kept }) => {
    expect(
      keptBlocks(accountKeys(typed, readHost)),
      'raise blocksVersion with what you change, here and in the vectors',
    ).toEqual(kept);
  });

  it('are those of the version in the vectors', () => {
    expect(cases.blocks.version).toBe(blocksVersion);
  });

  it.each(cases.pairs.filter(({ outcome }) => outcome !== 'different'))(
    '$id: a search finds the pair, from both sides',
    ({ a, b }) => {
      expect(finds(keysOf(a), keysOf(b), 0.9)).toBe(true);
      expect(finds(keysOf(b), keysOf(a), 0.9)).toBe(true);
    },
  );

  it('are shared by every two accounts that are the same or near (DR-3)', () => {
    let near = 0;
    fc.assert(
      fc.property(nearPair, fc.constantFrom(0.9, 0.93, 0.99), ([left, right], askFrom) => {
        const [a, b] = [keysOf(left), keysOf(right)];
        const { outcome, reasons } = nearness(a, b, askFrom);
        if (outcome === 'different') return;
        near += 1;
        expect(finds(a, b, askFrom), JSON.stringify({ a, b, reasons })).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(near).toBeGreaterThan(300);
  });

  it('find every spelling that differs by a slip in ten letters', () => {
    const slips = fc.array(aSlip, { minLength: 1, maxLength: 4 });
    const long = fc.string({ unit: fc.constantFrom(...'abcdefg'), minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(long, slips, (name, some) => {
        const other = slipped(name, some);
        fc.pre(likeness(name, other) >= 0.9);
        expect(finds(keysOf([name, null, null]), keysOf([other, null, null]), 0.9)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('stay few and short, whatever the name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), aName), aDomain, (name, domain) => {
        const keys = keysOf([name, domain, 'DE']);
        expect(keptBlocks(keys).length).toBeLessThan(120);
        expect(askedBlocks(keys, 0.5).length).toBeLessThan(1200);
        for (const block of [...keptBlocks(keys), ...askedBlocks(keys, 0.9)]) {
          if (block.length > 240 || block.includes('\0')) expect.fail(JSON.stringify(block));
        }
      }),
      { numRuns: 30 },
    );
  });
});
