import { describe, expect, it } from 'vitest';
import { defaultDocument } from '#core/blueprint/document.ts';
import { programJsonSchema } from '#core/blueprint/json-schema.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { CurrencyCode } from '#core/money.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { readTransaction } from '../../database/transaction.ts';
import { readText } from './read-text.ts';
import { writeText } from './write-text.ts';

const database = await testDatabase();
const server = await testApp(database);

const text = (body: string, currency = 'EUR') => `tandem: program/1\ncurrency: ${currency}\n${body}`;
type Shown = { pages: { word: string; draft: { body: unknown; revision: number } | null }[] };

async function program() {
  const organization = await server.organization({ currency: 'EUR' as CurrencyCode });
  const cro = await organization.person(['cro']);
  const path = `/o/${organization.slug}/program`;
  const drafts = async () => {
    const { pages } = (await cro.call('GET', path)).body as Shown;
    return Object.fromEntries(pages.flatMap(({ word, draft }) => (draft ? [[word, draft]] : [])));
  };
  const exported = async () => (await cro.call('GET', `${path}/text`)).body as { text: string; as: object };
  const imported = (of: string) => cro.call('POST', `${path}/text`, { body: { text: of } });
  const actions = () => {
    const org = organization.context.organization.orgId;
    return readTransaction(database.pool, { org }, (tx) =>
      tx.query<{ action: string }>('select action from tandem.audit_log where org_id = $1 order by seq', [
        org,
      ]),
    );
  };
  return { organization, cro, path, drafts, exported, imported, actions };
}

describe('the text of a program', () => {
  it('is the defaults while nobody has begun, with all its pages', async () => {
    const { exported, cro, path } = await program();
    const { text: yaml, as } = await exported();
    expect(readText(yaml)).toEqual({ ok: true, document: defaultDocument(), currency: 'EUR' });
    expect(as).toMatchObject({ thesis: 'defaults', attribution: 'proposed' });
    const file = await cro.call('GET', `${path}/text`, { query: { format: 'yaml' } });
    expect(file).toMatchObject({ status: 200, body: yaml });
    expect(file.headers['content-type']).toContain('application/yaml');
    expect((await cro.call('GET', `${path}/schema`)).body).toEqual(programJsonSchema());
  });

  it('becomes the drafts of its pages in one deed, and comes out as it went in', async () => {
    const { exported, imported, drafts, actions } = await program();
    const yaml = `# Ours\n${writeText(workedExample, { currency: 'EUR' as CurrencyCode, kept: null })}`;
    const before = (await actions()).length;
    const { status, body } = await imported(yaml);
    expect(status).toBe(201);
    expect((body as Shown).pages.map(({ word }) => word)).toEqual(Object.keys(await drafts()));
    expect((await drafts()).thesis).toMatchObject({ body: workedExample.thesis });
    expect((await actions()).slice(before)).toEqual([{ action: 'program.import' }]);
    expect((await exported()).text).toBe(yaml);
  });

  it('leaves alone what it does not hold and what it does not change', async () => {
    const { imported, drafts, cro, path } = await program();
    await imported(text('thesis: {market: DACH}\nscoreboard: {}'));
    expect(Object.keys(await drafts())).toEqual(['thesis']);
    const again = await imported(text('thesis: {market: DACH}'));
    expect(again).toMatchObject({ status: 201, body: { pages: [] } });
    const stale = { body: defaultDocument().thesis, revision: 0 };
    expect(await cro.call('PUT', `${path}/pages/thesis/draft`, { body: stale })).toMatchObject({
      status: 409,
    });
  });

  it('keeps the comments of pages that a later text does not hold', async () => {
    const { imported, exported } = await program();
    await imported(text('# about the thesis\nthesis:\n  market: DACH # agreed\n'));
    await imported(text('# about the scoreboard\nscoreboard:\n  freshDays: 5 # stricter\n'));
    const { text: yaml } = await exported();
    for (const comment of ['# agreed', '# about the scoreboard', '# stricter'])
      expect(yaml).toContain(comment);
    expect(readText(yaml)).toMatchObject({
      document: { thesis: { market: 'DACH' }, scoreboard: { freshDays: 5 } },
    });
  });

  it('is refused whole with line and path, in the currency of another, and by who may not edit', async () => {
    const { imported, drafts, organization, path, actions } = await program();
    const ae = await organization.person(['ae']);
    const before = await actions();
    const bad = await imported(text('thesis:\n  market: DACH\nscoreboard:\n  freshDays: soon\n'));
    expect(bad).toMatchObject({
      status: 422,
      body: { errors: [{ line: 6, column: 14, path: 'scoreboard.freshDays', found: '"soon"' }] },
    });
    expect((bad.body as { detail: string }).detail).toContain('Line 6, column 14, scoreboard.freshDays');
    expect(await imported(text('thesis: {market: DACH}', 'USD'))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'currency', line: 2, expected: 'EUR', found: 'USD' }] },
    });
    const call = { body: { text: text('') } };
    expect(await ae.call('POST', `${path}/text`, call)).toMatchObject({ status: 403 });
    const other = await server.organization();
    expect(await ae.call('GET', `/o/${other.slug}/program/text`)).toMatchObject({ status: 404 });
    expect(await drafts()).toEqual({});
    expect(await actions()).toEqual(before);
  });

  it('is checked without changing anything: differences and what does not hold', async () => {
    const { cro, path, drafts } = await program();
    const checked = await cro.call('POST', `${path}/text/check`, {
      body: { text: text('thesis: {market: DACH, goal: {sourcedWon: 250000.50}}') },
    });
    expect(checked).toMatchObject({ status: 200, body: { pages: [{ word: 'thesis', title: 'Thesis' }] } });
    const [page] = (checked.body as { pages: { differences: object[]; findings: object[] }[] }).pages;
    expect(page?.differences).toMatchObject([
      { label: 'Market', before: 'not answered', after: 'DACH' },
      { before: 'not answered', after: '€250,000.50' },
    ]);
    expect(page?.findings).toContainEqual(expect.objectContaining({ severity: 'blocking' }));
    expect(await drafts()).toEqual({});
    const bad = await cro.call('POST', `${path}/text/check`, { body: { text: '{' } });
    expect(bad).toMatchObject({ status: 422, body: { errors: [{ line: 1 }] } });
  });
});
