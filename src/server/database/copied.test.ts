import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { openPool } from './pool.ts';
import { readTransaction } from './transaction.ts';

const pool = openPool({ connectionString: inject('testServer').adminUrl }, { max: 1, name: 'copied' });

test('whatever text goes in comes out, NULL and the look of NULL apart', async () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      '\\',
      '\t',
      '\n',
      '\r',
      '\b',
      '\v',
      "'",
      '"',
      ',',
      '{',
      '}',
      'N',
      'é',
      '漢',
      '$1',
    ),
  });
  await fc.assert(
    fc.asyncProperty(text, fc.array(text, { maxLength: 5 }), async (one, more) => {
      const rows = await readTransaction(pool, {}, (tx) =>
        tx.copyOut(
          'select $1::text, null, item from unnest($2::text[]) with ordinality as t(item, nth) order by nth',
          [one, more],
        ),
      );
      expect(rows).toEqual(more.map((item) => [one, null, item]));
    }),
    { numRuns: 100 },
  );
});

test('a hundred thousand rows come whole, however the network cuts them', async () => {
  const rows = await readTransaction(pool, {}, (tx) =>
    tx.copyOut("select n, repeat('é', n % 50) from generate_series(1, $1::int) as n", ['100000']),
  );
  expect(rows).toHaveLength(100_000);
  expect(rows.every(([n, text], at) => Number(n) === at + 1 && text?.length === (at + 1) % 50)).toBe(true);
});

test('a refused statement is an error like any other, and the connection goes on', async () => {
  await expect(readTransaction(pool, {}, (tx) => tx.copyOut('select 1 / $1::int', ['0']))).rejects.toThrow(
    'division by zero',
  );
  expect(await readTransaction(pool, {}, (tx) => tx.copyOut('select 1', []))).toEqual([['1']]);
});
