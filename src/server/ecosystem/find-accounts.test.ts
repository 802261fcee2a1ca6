import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksVersion } from '#core/ecosystem/account-block.ts';
import { type AccountText, accountKeys } from '#core/ecosystem/account-key.ts';
import { nearness } from '#core/ecosystem/nearness.ts';
import type { AccountId, OrgId } from '#core/ids.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText, later } from '#test/harness/importing.ts';
import type { Context } from '../access/context.ts';
import { readTransaction, rehearsal, type Tx } from '../database/transaction.ts';
import { withdrawImport } from '../import/withdraw-import.ts';
import { fillBlocks } from './fill-blocks.ts';
import { findNear } from './find-near.ts';
import { type FoundAccount, findSame } from './find-same.ts';
import { keepBlocks } from './keep-blocks.ts';
import { readHost } from './read-host.ts';

const database = await testDatabase();
const server = await testApp(database);

const mapping = {
  kind: 'accounts',
  source: 'Test CRM',
  columns: { accountId: 'Id', name: 'Name', domain: 'Web', country: 'Country' },
};
type Row = readonly [name: string, domain: string, country: string];
const fileOf = (rows: readonly Row[]): string =>
  [
    'Id,Name,Web,Country',
    ...rows.map((row, index) => `A${index},${row.map((cell) => `"${cell}"`).join(',')}`),
  ].join('\n');

const text = ([name, domain, country]: Row): AccountText => ({
  name,
  domain: domain || null,
  country: country || null,
});

async function company(rows: readonly Row[]): Promise<Context> {
  const { context } = await server.organization();
  await importText(context, fileOf(rows), mapping);
  return context;
}

/** Looks in the organization of the context, in a transaction of the desk. */
function inside<T>({ organization }: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return readTransaction(database.pool, { org: organization.orgId }, work);
}

async function same(context: Context, row: Row, shared: string[] = []): Promise<string[] | 'not known'> {
  const hosts = new Set(shared);
  const keys = accountKeys(text(row), readHost, hosts);
  const found = await inside(context, (tx) => findSame(tx, context.organization.orgId, keys, hosts));
  return found.known ? found.value.map(shown).sort() : 'not known';
}

const shown = ({ name, likeness }: FoundAccount) => `${name}: ${likeness.by} ${likeness.score}`;

async function near(context: Context, row: Row, askFrom = 0.9, most = 20) {
  const found = await inside(context, (tx) =>
    findNear(tx, context.organization.orgId, accountKeys(text(row), readHost), { askFrom, most }),
  );
  if (!found.known) throw new Error('not known');
  return found.value;
}
const nearNames = async (context: Context, row: Row): Promise<string[]> =>
  (await near(context, row)).accounts.map(({ name }) => name);

const book: Row[] = [
  ['Acme Inc', 'acme.com', 'US'],
  ['Müller Maschinenbau GmbH', 'müller-maschinen.de', 'DE'],
  ['Northgate Systems', 'northgate.io', 'US'],
  ['Modern Living', 'modern.com', 'US'],
  ['Apple', 'apple.com', 'US'],
  ['Free Mailers', 'gmail.com', 'US'],
  ['Nordwind GmbH', '', 'DE'],
  ['Regional BV', 'regional.example.nl', 'NL'],
  ['Solo', '', ''],
];

describe('accounts that are the same by a key (DR-3)', async () => {
  const context = await company(book);
  it.each<[string, Row, string[]]>([
    [
      'the domain, whatever the name',
      ['Acme Europe', 'https://www.Acme.com/x', 'NL'],
      ['Acme Inc: domain 1'],
    ],
    ['a subdomain', ['Acme', 'shop.acme.com', 'US'], ['Acme Inc: subdomain 1']],
    ['a mail address', ['?', 'jo@acme.com', 'US'], ['Acme Inc: domain 1']],
    [
      'an umlaut in punycode',
      ['?', 'xn--mller-maschinen-zvb.de', 'DE'],
      ['Müller Maschinenbau GmbH: domain 1'],
    ],
    [
      'name and country where no domain is given',
      ['NORDWIND GmbH', '', 'de'],
      ['Nordwind GmbH: name_country 1'],
    ],
    [
      'name and country where only the other has none',
      ['Nordwind GmbH', 'nordwind.de', 'DE'],
      ['Nordwind GmbH: name_country 1'],
    ],
    [
      'name and country where a free mail host is given',
      ['Acme Inc', 'acme@gmail.com', 'US'],
      ['Acme Inc: name_country 1'],
    ],
    ['not the name with another legal form', ['Nordwind AG', '', 'DE'], []],
    ['not the name in another country', ['Nordwind GmbH', '', 'AT'], []],
    ['not the name where both have domains', ['Acme Inc', 'acme-tools.com', 'US'], []],
    ['not a free mail host', ['Free', 'somebody@gmail.com', 'US'], []],
    ['not a look-alike domain', ['Apple', 'аррӏе.com', 'US'], []],
    ['nothing at all', ['', '', ''], []],
    ['characters that no database holds', ['\0', 'ac\0me.com', 'US'], []],
  ])('%s', async (_, row, expected) => {
    expect(await same(context, row)).toEqual(expected);
  });

  it('a host that the program calls shared is no key on either side', async () => {
    expect(await same(context, ['Another', 'another.example.nl', 'NL'])).toEqual([
      'Regional BV: subdomain 1',
    ]);
    expect(await same(context, ['Another', 'another.example.nl', 'NL'], ['example.nl'])).toEqual([]);
    expect(await same(context, ['Regional BV', 'regional-bv.nl', 'NL'])).toEqual([]);
    expect(await same(context, ['Regional BV', 'regional-bv.nl', 'NL'], ['example.nl'])).toEqual([
      'Regional BV: name_country 1',
    ]);
  });
});

describe('accounts that are near (DR-3)', async () => {
  const context = await company(book);
  it.each<[string, Row, string[]]>([
    ['letters of another script', ['Apple', 'аррӏе.com', 'US'], ['Apple']],
    ['rn for m', ['Somebody', 'modem.com', 'US'], ['Modern Living']],
    [
      'an umlaut written as two letters, another legal form',
      ['Mueller Maschinenbau AG', '', 'DE'],
      ['Müller Maschinenbau GmbH'],
    ],
    ['a slip', ['Nrothgate Systems', '', 'US'], ['Northgate Systems']],
    ['the words turned', ['Maschinenbau Müller', '', 'DE'], ['Müller Maschinenbau GmbH']],
    ['a name within', ['Northgate Systems Europe', 'northgate.eu', 'US'], ['Northgate Systems']],
    ['nobody', ['Zebra Textiles', 'zebra.com', 'US'], []],
  ])('%s', async (_, row, expected) => {
    expect(await nearNames(context, row)).toEqual(expected);
  });

  it('come with their reasons, the most alike first, at most as many as are wanted', async () => {
    const twins = await company([
      ['Northgate Systems', 'northgate.io', 'US'],
      ['Northgate Systems Europe', 'northgate.eu', 'DE'],
      ['Nrothgate Systems', '', 'US'],
    ]);
    const { accounts, judged } = await near(twins, ['Northgate Systems', 'northgate.com', 'US']);
    expect(accounts.map(({ name }) => name)).toEqual(['Northgate Systems', 'Nrothgate Systems']);
    expect(accounts[0]?.likeness).toEqual({ by: 'near', score: 0.99 });
    expect(accounts[0]?.reasons.map(({ code }) => code)).toContain('name_alike');
    expect(judged).toBe(3);
    expect((await near(twins, ['Northgate Systems', 'northgate.com', 'US'], 0.9, 1)).accounts).toHaveLength(
      1,
    );
  });

  it('are not looked for by what more than a hundred have in common, and it says so', async () => {
    const many: Row[] = Array.from({ length: 120 }, (_, n) => [`Stadtwerke Ort${n}`, '', 'DE']);
    const towns = await company([...many, ['Stadtwerke', '', 'AT']]);
    const { accounts, tooCommon } = await near(towns, ['Stadtwerke Ort7 Netz', '', 'DE']);
    expect(accounts.map(({ name }) => name)).toEqual(['Stadtwerke Ort7']);
    expect(tooCommon).toEqual(['word:stadtwerke']);
  });
});

describe('blocks follow the account', () => {
  it('through a change of its file and through an undo', async () => {
    const context = await company([['Acme Inc', 'acme.com', 'US']]);
    const second = await importText(context, fileOf([['Acme Inc', 'acme.io', 'US']]), mapping);
    expect(await same(context, ['?', 'acme.com', 'US'])).toEqual([]);
    expect(await same(context, ['?', 'acme.io', 'US'])).toEqual(['Acme Inc: domain 1']);
    await withdrawImport(later(context), second.importId ?? '');
    expect(await same(context, ['?', 'acme.com', 'US'])).toEqual(['Acme Inc: domain 1']);
    expect(await same(context, ['?', 'acme.io', 'US'])).toEqual([]);
  });

  it('of an import of deals, which nobody finds once it is undone, unless another deal names it', async () => {
    const { context } = await server.organization();
    const deals = (id: string) => `${dealHeader}\n${id},Roof,Nordwind Anlagen,Proposal,100,2026-01-05,,,\n`;
    const draft = await importText(context, deals('1'));
    expect(await nearNames(context, ['Nordwind Anlagen', '', 'DE'])).toEqual(['Nordwind Anlagen']);
    await withdrawImport(later(context), draft.importId ?? '');
    expect(await nearNames(context, ['Nordwind Anlagen', '', 'DE'])).toEqual([]);
    await importText(context, deals('2'));
    expect(await nearNames(context, ['Nordwind Anlagen', '', 'DE'])).toEqual(['Nordwind Anlagen']);
  });

  it('and goes with it, as with a demo organization that is removed', async () => {
    const context = await company([
      ['Acme', 'acme.com', 'US'],
      ['Bolt', 'bolt.com', 'US'],
    ]);
    const org = context.organization.orgId;
    const client = await database.ownerPool.connect();
    try {
      await client.query(`begin; set local app.org = '${org}'`);
      await client.query('delete from tandem.account_fact where org_id = $1', [org]);
      await client.query(`delete from tandem.account where org_id = $1 and domain = 'acme.com'`, [org]);
      const { rows } = await client.query<{ block: string }>(
        `select block from tandem.account_block where org_id = $1 and block like 'domain:%'`,
        [org],
      );
      expect(rows).toEqual([{ block: 'domain:bolt.com' }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('and stay within their organization and out of the portal', async () => {
    const [ours, theirs] = [
      await company([['Acme', 'acme.com', 'US']]),
      await company([['Acme', 'acme.com', 'US']]),
    ];
    expect(await same(ours, ['?', 'acme.com', ''])).toHaveLength(1);
    const org = theirs.organization.orgId;
    const keys = accountKeys(text(['?', 'acme.com', '']), readHost);
    const inOurs = await inside(ours, (tx) => findSame(tx, org, keys));
    expect(inOurs.known && inOurs.value).toEqual([]);
    const partner = '00000000-0000-7000-8000-000000000001' as never;
    const scope = { org: ours.organization.orgId, partner };
    const portal = await readTransaction(database.pool, scope, (tx) =>
      tx.query('select from tandem.account_block'),
    );
    expect(portal).toEqual([]);
  });
});

describe('the fill of accounts that were there before', () => {
  const asBefore = (context: Context, version: number | null) => {
    const org = context.organization.orgId;
    return database.ownerPool.query(
      `begin; set local app.org = '${org}'; delete from tandem.account_block where org_id = '${org}';
       ${version === null ? `delete from tandem.account_block_fill where org_id = '${org}'` : `update tandem.account_block_fill set version = ${version} where org_id = '${org}'`};
       commit`,
    );
  };

  it('knows nothing until it is done, then everything; a second one changes nothing', async () => {
    for (const version of [null, blocksVersion - 1]) {
      const context = await company(book);
      await asBefore(context, version);
      expect(await same(context, ['?', 'acme.com', ''])).toBe('not known');
      await expect(near(context, ['Acme', '', ''])).rejects.toThrow('not known');
      await fillBlocks(context.ports);
      expect(await same(context, ['?', 'acme.com', ''])).toEqual(['Acme Inc: domain 1']);
      expect(await nearNames(context, ['Apple', 'аррӏе.com', 'US'])).toEqual(['Apple']);
      await fillBlocks(context.ports);
      expect(await same(context, ['?', 'acme.com', ''])).toEqual(['Acme Inc: domain 1']);
    }
  });

  it('makes what the import made', async () => {
    const context = await company(book);
    const org = context.organization.orgId;
    const kept = () =>
      inside(context, (tx) =>
        tx.query('select block, account_id from tandem.account_block where org_id = $1 order by 1, 2', [org]),
      );
    const before = await kept();
    expect(before.length).toBeGreaterThan(40);
    await asBefore(context, null);
    await fillBlocks(context.ports);
    expect(await kept()).toEqual(before);
  });

  it('is not needed by an organization without accounts', async () => {
    const { context } = await server.organization();
    expect(await same(context, ['?', 'acme.com', ''])).toEqual([]);
  });

  it('nor by one whose first account did not come by an import', async () => {
    const { context } = await server.organization();
    const org = context.organization.orgId;
    const typed = text(['Acme', 'acme.com', '']);
    await rehearsal(database.pool, { org }, async (tx) => {
      const id = context.ports.ids.next<AccountId>(context.now);
      await addAccount(tx, org, id, typed);
      const found = await findSame(tx, org, accountKeys(typed, readHost));
      expect(found.known && found.value.map(({ accountId }) => accountId)).toEqual([id]);
    });
  });
});

describe('whatever two accounts say', async () => {
  const { context } = await server.organization();
  const org = context.organization.orgId;
  const word = fc.oneof(
    fc.constantFrom('Nordwind', 'Müller', 'Söhne', 'Яндекс', 'Northgate', 'GmbH', 'and'),
    fc.string({ unit: fc.constantFrom(...'abnordwi\\\tü\0'), minLength: 1, maxLength: 12 }),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const domain = fc.constantFrom(
    '',
    'acme.com',
    'eu.acme.com',
    'acme.de',
    'modem.com',
    'modern.com',
    'gmail.com',
  );
  const row: fc.Arbitrary<Row> = fc.tuple(name, domain, fc.constantFrom('DE', 'NL', ''));
  const pair = fc.oneof(
    fc.tuple(row, row),
    fc.tuple(row, domain, fc.nat(30)).map(([one, other, at]): [Row, Row] => {
      const letters = [...one[0]];
      letters.splice(
        at % letters.length,
        2,
        ...letters.slice(at % letters.length, (at % letters.length) + 2).reverse(),
      );
      return [one, [letters.join(''), other, one[2]]];
    }),
  );

  it('one alone in the table is found as the core judges the two', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(pair, async ([[called, ...rest], asked]) => {
        // The database holds no NUL; who asks may send one.
        const kept: Row = [called.replaceAll('\0', ''), ...rest];
        const [a, b] = [accountKeys(text(kept), readHost), accountKeys(text(asked), readHost)];
        const { outcome, score } = nearness(b, a, 0.9);
        await rehearsal(database.pool, { org }, async (tx) => {
          const id = context.ports.ids.next<AccountId>(context.now);
          await addAccount(tx, org, id, text(kept));
          const isSame = await findSame(tx, org, b);
          const isNear = await findNear(tx, org, b, { askFrom: 0.9, most: 5 });
          const ids = isSame.known && isSame.value.map(({ accountId }) => accountId);
          const scores = isNear.known && isNear.value.accounts.map(({ likeness }) => likeness.score);
          expect([ids, scores]).toEqual([outcome === 'same' ? [id] : [], outcome === 'ask' ? [score] : []]);
        });
        if (outcome !== 'different') found += 1;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(40);
  }, 120_000);
});

/** An account as a verb adds one. */
async function addAccount(
  tx: Tx,
  org: OrgId,
  id: AccountId,
  { name: called, domain: at, country }: AccountText,
): Promise<void> {
  await tx.query(
    `insert into tandem.account (org_id, account_id, number, name, name_key, sort_key, domain, country)
     values ($1, $2, 1, $3, '', '', $4, $5)`,
    [org, id, called, at, country],
  );
  await keepBlocks(tx, org, [id]);
}
