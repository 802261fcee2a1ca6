import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { projectionOf } from '#test/harness/importing.ts';

const database = await testDatabase();
const server = await testApp(database);

type Body = Record<string, unknown> & {
  draftId: string;
  result: { counts: Record<string, number>; groups: unknown[]; rejects: unknown[] };
};

async function upload(person: TestPerson, slug: string, text: string): Promise<string> {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/v1/o/${slug}/files?name=deals.csv`,
    headers: { host: 'localhost:3000', cookie: person.cookie, 'content-type': 'application/octet-stream' },
    payload: Readable.from([Buffer.from(text)]),
  });
  expect(answer.statusCode).toBe(201);
  return answer.json().fileId;
}

async function newDraft(person: TestPerson, slug: string, text: string, more: object = {}): Promise<Body> {
  const fileId = await upload(person, slug, text);
  const answer = await person.call('POST', `/o/${slug}/import-drafts`, { body: { fileId, ...more } });
  expect(answer.status).toBe(201);
  return answer.body as Body;
}

const rows = `${dealHeader}
1,Roof,Acme,Proposal,1000,2026-01-10,2026-09-01,,
2,=cmd|' /C calc'!A0,Acme,Nonsense,2500,2026-02-01,2026-04-01,,
3,Door,Bolt,Proposal,12,2026-02-31,,,
`;

describe('an import over the API', () => {
  it('goes from upload through dry run and repair to the deals, and back', async () => {
    const { slug, context, person } = await server.organization();
    const ops = await person(['partner_ops']);
    const draft = await newDraft(ops, slug, rows, { mapping: dealMapping });
    const at = `/o/${slug}/import-drafts/${draft.draftId}`;
    expect((await ops.call('POST', `${at}/try`, { body: {} })).body).toMatchObject({ state: 'running' });
    expect((await ops.call('POST', `${at}/try`, { body: {} })).status).toBe(409);
    await server.runJobs();
    const tried = (await ops.call('GET', at)).body as Body;
    expect(tried).toMatchObject({ state: 'tried', failure: null });
    expect(tried.result.counts).toEqual({ rows: 3, create: 1, update: 0, unchanged: 0, skip: 0, reject: 2 });
    expect(tried.result.rejects).toMatchObject([
      { row: 3, column: 'Stage', found: 'Nonsense' },
      { row: 4, column: 'Created', found: '2026-02-31' },
    ]);
    expect((await ops.call('POST', `${at}/commit`, { body: {} })).status).toBe(409);
    const list = await ops.call('GET', `${at}/rejects`, { query: { limit: '1' } });
    expect(list.body).toMatchObject({ items: [{ row: 3 }], nextCursor: '3.0' });

    const file = await ops.call('GET', `${at}/rejects.csv`);
    expect(file.headers['content-type']).toContain('text/csv');
    const text = String(file.body);
    expect(text).toContain(`"'=cmd|' /C calc'!A0"`);
    expect(text.trim().split('\r\n')).toHaveLength(3);

    await ops.call('POST', `${at}/commit`, { body: { leaveOutRejected: true } });
    await server.runJobs();
    const done = (await ops.call('GET', at)).body as Body;
    expect(done).toMatchObject({ state: 'committed' });

    const mended = text.replace('Nonsense', 'Closed Won').replace('2026-02-31', '2026-02-28');
    const second = await newDraft(ops, slug, mended);
    expect(second).toMatchObject({
      source: 'Test CRM',
      mapping: { kind: 'opportunities', dateOrder: 'ymd' },
    });
    const again = `/o/${slug}/import-drafts/${second.draftId}`;
    await ops.call('POST', `${again}/try`, { body: {} });
    await server.runJobs();
    await ops.call('POST', `${again}/commit`, { body: {} });
    await server.runJobs();
    expect((await ops.call('GET', again)).body).toMatchObject({
      state: 'committed',
      result: { counts: { create: 2, reject: 0 } },
    });
    const { deals } = (await projectionOf(database, context)) as { deals: { name: string }[] };
    expect(deals.map((deal) => deal.name)).toEqual(['Roof', "=cmd|' /C calc'!A0", 'Door']);

    const imports = (await ops.call('GET', `/o/${slug}/imports`)).body as { items: { importId: string }[] };
    expect(imports.items).toMatchObject([{ number: 2 }, { number: 1 }]);
    const undo = `/o/${slug}/imports/${imports.items[0]?.importId}/withdraw`;
    expect((await ops.call('POST', undo, { body: {} })).status).toBe(200);
    expect((await ops.call('POST', undo, { body: {} })).status).toBe(409);
    const left = (await projectionOf(database, context)) as { deals: unknown[] };
    expect(left.deals).toHaveLength(1);
  });

  it('asks what only a person knows, and takes the answers', async () => {
    const { slug, person } = await server.organization();
    const ops = await person(['partner_ops']);
    const text = `Deal ID,Deal Name,Stage,Amount,Create Date,Lead Source
1,Roof,Signed,100,3/4/2026,Partner Referral
2,Wall,Talking,200,5/6/2026,Web
`;
    const draft = await newDraft(ops, slug, text);
    const at = `/o/${slug}/import-drafts/${draft.draftId}`;
    expect(draft).toMatchObject({ understanding: { kind: 'opportunities' } });
    const refused = await ops.call('POST', `${at}/try`, { body: {} });
    expect(refused.status).toBe(422);
    expect((refused.body as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(
      'mapping.dateOrder',
    );
    const offers = await ops.call('POST', `${at}/partner-preview`, { body: { names: ['Partner Referral'] } });
    expect(offers.body).toMatchObject({
      items: [{ column: 'Lead Source', rows: 1, values: [{ value: 'Partner Referral', rows: 1 }, {}] }],
    });
    const bad = await ops.call('PUT', `${at}/mapping`, {
      body: { mapping: { kind: 'opportunities', columns: { opportunityId: 'Deal', stage: 'Stage' } } },
    });
    expect(bad).toMatchObject({ status: 422, body: { errors: [{ path: 'mapping.columns.opportunityId' }] } });
    const mapping = {
      ...(draft.mapping as object),
      dateOrder: 'dmy',
      stages: { Signed: { outcome: 'won' }, Talking: { order: 2, entry: true } },
      partner: { column: 'Lead Source', values: { 'Partner Referral': 'Nordsee IT' }, role: 'originator' },
    };
    const set = await ops.call('PUT', `${at}/mapping`, { body: { mapping } });
    expect(set.status).toBe(200);
    await ops.call('POST', `${at}/try`, { body: {} });
    await server.runJobs();
    expect((await ops.call('GET', at)).body).toMatchObject({
      state: 'tried',
      result: { counts: { create: 2, reject: 0 }, newPartners: 1 },
    });
    await ops.call('POST', `${at}/commit`, { body: {} });
    await server.runJobs();

    expect((await ops.call('POST', `/o/${slug}/opening-balance`, { body: {} })).status).toBe(403);
    const cro = await person(['cro']);
    expect((await cro.call('GET', `/o/${slug}/opening-balance`)).body).toMatchObject({
      claims: 1,
      amounts: [{ class: 'sourced', outcome: 'won', deals: 1, amountMinor: 10_000 }],
      acceptances: [],
    });
    const accepted = await cro.call('POST', `/o/${slug}/opening-balance`, { body: {} });
    expect(accepted).toMatchObject({ status: 201, body: { claims: 1, throughImport: 1 } });
  });

  it('is closed to roles that do not import, and tells what is no table', async () => {
    const { slug, person } = await server.organization();
    const ae = await person(['ae']);
    expect((await ae.call('GET', `/o/${slug}/imports`)).status).toBe(403);
    const ops = await person(['partner_ops']);
    const fileId = await upload(ops, slug, '%PDF-1.4 nothing');
    const refused = await ops.call('POST', `/o/${slug}/import-drafts`, { body: { fileId } });
    expect(refused.status).toBe(422);
    expect((refused.body as { errors: unknown[] }).errors).toHaveLength(1);
  });
});
