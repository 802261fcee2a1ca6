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
          'select $1::text, null::text, item, to_jsonb(item) from unnest($2::text[]) with ordinality as t(item, nth) order by nth',
          [one, more],
        ),
      );
      for (const item of more) {
        expect(rows.next()).toBe(true);
        expect([rows.text(), rows.text(), rows.text(), rows.json()]).toEqual([one, null, item, item]);
      }
      expect(rows.next()).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('a hundred thousand rows come whole, however the network cuts them', async () => {
  const rows = await readTransaction(pool, {}, (tx) =>
    tx.copyOut("select n, repeat('é', n % 50) from generate_series(1, $1::int) as n", ['100000']),
  );
  let count = 0;
  while (rows.next()) {
    count += 1;
    expect(rows.integer() === count && rows.text()?.length === count % 50).toBe(true);
  }
  expect(count).toBe(100_000);
});

test('numbers, days and instants come as they are, NULL as null', async () => {
  const instant = fc.date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 }),
      fc.maxSafeInteger(),
      instant,
      fc.boolean(),
      async (small, large, at, hasMicroseconds) => {
        const written = at
          .toISOString()
          .replace('T', ' ')
          .replace('Z', hasMicroseconds ? '999' : '');
        const rows = await readTransaction(pool, {}, (tx) =>
          tx.copyOut(
            `select $1::smallint, $1::integer, $2::bigint, $3::timestamp at time zone 'UTC', $3::date, null::bigint,
               null::date, null::timestamptz, null::jsonb`,
            [String(small), String(large), written],
          ),
        );
        rows.next();
        expect([rows.integer(), rows.integer(), rows.integer(), rows.instant(), rows.day()]).toEqual([
          small,
          small,
          large,
          at.getTime(),
          written.slice(0, 10),
        ]);
        expect([rows.integer(), rows.day(), rows.instant(), rows.json()]).toEqual([null, null, null, null]);
      },
    ),
    { numRuns: 100 },
  );
});

test('what does not fit a number is an error, and what never ends is no number', async () => {
  const rows = await readTransaction(pool, {}, (tx) =>
    tx.copyOut(`select 'infinity'::timestamptz, '-infinity'::timestamptz, 9007199254740992`, []),
  );
  rows.next();
  expect([rows.instant(), rows.instant()]).toEqual([Number.NaN, Number.NaN]);
  expect(() => rows.integer()).toThrow('safe integers');
});

test('ids come as PostgreSQL writes them, also those that end alike, and rows are found by the first one', async () => {
  // Few letters and one end, so that ids often differ in a single place or not at all.
  const id = fc
    .tuple(fc.constantFrom('0', 'f'), fc.constantFrom('1', 'a'), fc.constantFrom('00000000', 'ffffffff'))
    .map(([one, two, end]) => `${one}1234567-89ab-${two}def-8000-0000${end}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(id, id), { minLength: 1, maxLength: 20 }), async (pairs) => {
      const rows = await readTransaction(pool, {}, (tx) =>
        tx.copyOut(
          `select a, b, null::uuid, nth from unnest($1::uuid[], $2::uuid[]) with ordinality as t (a, b, nth) order by nth`,
          [pairs.map(([a]) => a), pairs.map(([, b]) => b)],
        ),
      );
      const { begins, seconds } = rows.byFirstId();
      expect(seconds).toEqual(new Set(pairs.map(([, b]) => b)));
      for (const [first, places] of begins) {
        const found = places.map((begin) => {
          rows.goTo(begin);
          rows.skip();
          return [first, rows.id(), rows.id(), rows.integer()];
        });
        const wanted = pairs.flatMap(([a, b], at) => (a === first ? [[a, b, null, at + 1]] : []));
        expect(found).toEqual(wanted);
      }
      expect([...begins.values()].flat()).toHaveLength(pairs.length);
    }),
    { numRuns: 100 },
  );
});

test('a row that is read too short or too far is an error', async () => {
  const rows = await readTransaction(pool, {}, (tx) => tx.copyOut('select 1, 2', []));
  rows.next();
  rows.integer();
  expect(() => rows.next()).toThrow('1 cells of a row were not read');
  rows.integer();
  expect(() => rows.integer()).toThrow('no more cells');
});

test('a refused statement is an error like any other, and the connection goes on', async () => {
  await expect(readTransaction(pool, {}, (tx) => tx.copyOut('select 1 / $1::int', ['0']))).rejects.toThrow(
    'division by zero',
  );
  const rows = await readTransaction(pool, {}, (tx) => tx.copyOut('select 1', []));
  expect([rows.next(), rows.integer(), rows.next()]).toEqual([true, 1, false]);
});
