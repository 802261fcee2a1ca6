import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText, later } from '#test/harness/importing.ts';

const server = await testApp(await testDatabase());

const rows = [
  'A1,Alpha,Acme,Qualified,1000,2026-03-01,,,',
  'B2,Beta 9,Birch,Proposal,3000,2026-03-02,,Northgate,originator',
  'C3,Beta 10,Birch,Closed Won,2000,2026-01-02,2026-04-01,,',
  'D4,Délta,Cedar,Closed Lost,500,2026-01-03,2026-02-01,,',
  'E5,Echo,Cedar,Prospecting,,2026-03-05,,,',
];
const rowsBeyondAscii = ['F6,Дельта,Bjørn,Prospecting,,2026-03-05,,,'];

async function pipeline() {
  const organization = await server.organization();
  const ops = await organization.person(['partner_ops']);
  await importText(ops.context, `${dealHeader}\n${rows.join('\n')}\n`);
  const path = `/o/${organization.slug}/opportunities`;
  const names = async (query: Record<string, string> = {}) => {
    const { body } = await ops.call('GET', path, { query });
    return (body as { items: { name: string }[] }).items.map((one) => one.name);
  };
  return { organization, ops, path, names };
}

describe('the list of opportunities', () => {
  it('stands in the order of names as people count, or of amount, entry and close', async () => {
    const { names } = await pipeline();
    expect(await names()).toEqual(['Alpha', 'Beta 9', 'Beta 10', 'Délta', 'Echo']);
    expect(await names({ sort: '-amount' })).toEqual(['Beta 9', 'Beta 10', 'Alpha', 'Délta', 'Echo']);
    expect((await names({ sort: '-closed' })).slice(0, 2)).toEqual(['Beta 10', 'Délta']);
  });

  it('is narrowed by outcome, stage, owner, partner, claim and text', async () => {
    const { ops, names } = await pipeline();
    expect(await names({ outcome: 'won' })).toEqual(['Beta 10']);
    expect(await names({ stage: 'Proposal' })).toEqual(['Beta 9']);
    expect(await names({ claim: 'sourced' })).toEqual(['Beta 9']);
    expect(await names({ credit: 'sourced' })).toEqual([]);
    expect(await names({ q: 'delta' })).toEqual(['Délta']);
    expect(await names({ q: 'E5' })).toEqual(['Echo']);
    expect(await names({ q: '100%' })).toEqual([]);
    const list = await ops.call('GET', `/o/${ops.context.organization.slug}/partners`);
    const [partner] = (list.body as { items: { partnerId: string }[] }).items;
    expect(await names({ partnerId: partner?.partnerId ?? '' })).toEqual(['Beta 9']);
  });

  it('comes in pages in every order, and says how many there are', async () => {
    const { ops, path, names } = await pipeline();
    for (const sort of ['name', '-amount', '-entered', '-closed', '-created']) {
      const whole = await names({ sort });
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = { sort, limit: '2', ...(cursor ? { cursor } : {}) };
        const { body } = (await ops.call('GET', path, { query })) as {
          body: { items: { name: string }[]; nextCursor: string | null };
        };
        paged.push(...body.items.map((one) => one.name));
        cursor = body.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
    }
    expect(await ops.call('GET', `${path}/count`, { query: { outcome: 'open' } })).toMatchObject({
      body: { count: 3, isMore: false },
    });
  });

  it('opens one by number, record id or id, with its facts, stages and claims', async () => {
    const { ops, path } = await pipeline();
    const byRecord = await ops.call('GET', `${path}/B2`);
    expect(byRecord).toMatchObject({
      status: 200,
      body: {
        name: 'Beta 9',
        outcome: 'open',
        amountMinor: 300_000,
        credit: { class: 'none', partner: null },
        claim: { class: 'sourced', partner: { name: 'Northgate' } },
        claims: [{ partner: 'Northgate', role: 'originator', importNumber: 1 }],
        facts: [{ stage: 'Proposal', importNumber: 1, knownAssumed: true }],
      },
    });
    const { number, opportunityId } = byRecord.body as { number: number; opportunityId: string };
    expect((await ops.call('GET', `${path}/${number}`)).body).toEqual(byRecord.body);
    expect((await ops.call('GET', `${path}/${opportunityId}`)).body).toEqual(byRecord.body);
  });

  it('of another organization is not there, by any of its names', async () => {
    const mine = await pipeline();
    const { opportunityId } = (await mine.ops.call('GET', `${mine.path}/A1`)).body as {
      opportunityId: string;
    };
    const other = await server.organization();
    const stranger = await other.person(['administrator']);
    for (const name of [opportunityId, 'A1']) {
      expect(await stranger.call('GET', `/o/${other.slug}/opportunities/${name}`)).toMatchObject({
        status: 404,
      });
    }
    expect(await stranger.call('GET', mine.path)).toMatchObject({ status: 404 });
  });

  it('is searched by the palette from the start of a name or by number', async () => {
    const { ops } = await pipeline();
    await importText(later(ops.context), `${dealHeader}\n${rowsBeyondAscii.join('\n')}\n`);
    const find = async (q: string) => {
      const { body } = await ops.call('GET', `/o/${ops.context.organization.slug}/find`, { query: { q } });
      return (body as { items: { kind: string; name: string }[] }).items.map(
        ({ kind, name }) => `${kind} ${name}`,
      );
    };
    expect(await find('beta')).toEqual(['opportunity Beta 9', 'opportunity Beta 10']);
    expect(await find('north')).toEqual(['partner Northgate']);
    expect(await find('birch')).toEqual(['account Birch']);
    expect(await find('bj')).toEqual(['account Bjørn']);
    expect(await find('де')).toEqual(['opportunity Дельта']);
    expect(await find('#1')).toEqual([expect.stringContaining('opportunity')]);
  });
});
