import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { readTransaction } from '../database/transaction.ts';
import { defaultScoreboardDefinitions, scoreboardDefinitions } from './policies.ts';

const database = await testDatabase();
const server = await testApp(database);

type Version = { version: number; isDraft: boolean; missing: string[]; inForceFrom: string };

async function program() {
  const organization = await server.organization();
  const people = {
    cro: await organization.person(['cro']),
    cfo: await organization.person(['cfo']),
    head: await organization.person(['head_of_partnerships', 'ceo']),
  };
  const path = `/o/${organization.slug}/policies`;
  const versions = async (word: string) =>
    ((await people.cro.call('GET', `${path}/${word}`)).body as { items: Version[] }).items;
  return { organization, ...people, path, versions };
}

describe('policies', () => {
  it('begin with the defaults of the method, as a draft (ATT-1)', async () => {
    const { versions } = await program();
    for (const word of ['attribution', 'scoreboard']) {
      expect(await versions(word)).toMatchObject([
        { version: 1, isDraft: true, missing: ['cro', 'cfo', 'head_of_partnerships'] },
      ]);
    }
  });

  it('are signed by the holder of each seat, once, and then are no draft', async () => {
    const { organization, cro, cfo, head, path, versions } = await program();
    const version = await proposeAttribution(cro, organization.slug);
    const sign = (who: typeof cro, seat: string) =>
      who.call('POST', `${path}/attribution/${version}/signatures`, { body: { seat } });
    expect(await sign(cro, 'cfo')).toMatchObject({ status: 403 });
    expect(await sign(head, 'ceo')).toMatchObject({ status: 422 });
    expect(await sign(cro, 'cro')).toMatchObject({ status: 201 });
    expect(await sign(cro, 'cro')).toMatchObject({ status: 409 });
    await sign(cfo, 'cfo');
    expect(await sign(head, 'head_of_partnerships')).toMatchObject({ body: { missing: [] } });
    expect((await versions('attribution'))[0]).toMatchObject({ version, isDraft: false, missing: [] });
  });

  it('are signed by nobody while the page leaves open what joint selling and influence pay (IN-1)', async () => {
    const { cro, path, versions } = await program();
    const answer = await cro.call('POST', `${path}/attribution/1/signatures`, { body: { seat: 'cro' } });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        detail: expect.stringContaining('2 choices are open'),
        errors: [
          { path: 'incentives.coSold', repair: expect.stringContaining('co-sold') },
          { path: 'incentives.influenced', repair: expect.stringContaining('influenced') },
        ],
      },
    });
    expect(await versions('attribution')).toMatchObject([{ isDraft: true, signatures: [] }]);
  });

  it('change from a quarter on, never for one that is over', async () => {
    const { organization, cro, path } = await program();
    const definitions = { ...defaultScoreboardDefinitions, rateMinimumDeals: 30 };
    const propose = (inForceFrom: string) =>
      cro.call('POST', `${path}/scoreboard`, { body: { definitions, inForceFrom } });
    expect(await propose('2026-04-01')).toMatchObject({ status: 422 });
    expect(await propose('2026-08-01')).toMatchObject({ status: 422 });
    expect(await propose('2026-10-01')).toMatchObject({ status: 201, body: { version: 2 } });
    const frame = organization.context.organization;
    const on = (date: string) =>
      readTransaction(database.pool, { org: frame.orgId }, (tx) =>
        scoreboardDefinitions(tx, frame, date as never),
      );
    expect(await on('2026-09-30')).toMatchObject({ version: 1, rateMinimumDeals: 20 });
    expect(await on('2026-10-01')).toMatchObject({ version: 2, rateMinimumDeals: 30 });
  });

  it('are checked like any page, and the trail says which text was proposed without repeating it', async () => {
    const { cro, path } = await program();
    const propose = (definitions: object) =>
      cro.call('POST', `${path}/scoreboard`, {
        body: {
          definitions: { ...defaultScoreboardDefinitions, ...definitions },
          inForceFrom: '2026-07-01',
        },
      });
    expect(await propose({ shareFloors: [0, 0, 0] })).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path: 'shareFloors[0]' })]) },
    });
    expect(await propose({ flatPoints: 4 })).toMatchObject({ status: 201 });
    const { items } = (await cro.call('GET', `${path.replace('policies', 'audit')}`)).body as {
      items: { action: string; before: unknown; after: unknown }[];
    };
    expect(items.find(({ action }) => action === 'policy.propose')).toMatchObject({
      before: { version: 1 },
      after: {
        inForceFrom: '2026-07-01',
        changed: ['flatPoints'],
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('read every deal anew when the entry stage moves, which it does at once or not at all', async () => {
    const { organization, cro, path } = await program();
    const ops = await organization.person(['partner_ops']);
    const stages = { First: { order: 1 }, Second: { order: 2 }, Third: { order: 3 } };
    const mapping = { ...dealMapping, stages };
    await importText(ops.context, `${dealHeader}\nD1,One,Acme,Second,100,2026-03-01,,,\n`, mapping);
    const entered = async () => {
      const { body } = await cro.call('GET', `/o/${organization.slug}/opportunities/D1`);
      return (body as { enteredOn: string | null }).enteredOn;
    };
    expect(await entered()).toBe('2026-03-01');
    const definitions = { ...defaultScoreboardDefinitions, entryStage: 3 };
    const propose = (inForceFrom: string) =>
      cro.call('POST', `${path}/scoreboard`, { body: { definitions, inForceFrom } });
    expect(await propose('2026-10-01')).toMatchObject({ status: 422 });
    expect(await propose('2026-07-01')).toMatchObject({ status: 201 });
    expect(await entered()).toBeNull();
  });
});
