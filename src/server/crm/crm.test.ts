import { describe, expect, it } from 'vitest';
import { crmFiles } from '#connectors/crm-files.ts';
import { salesforceChecksum } from '#connectors/salesforce/record-id.ts';
import { defaultCrmNames } from '#core/attribution/crm-fields.ts';
import type { Context } from '#server/access/context.ts';
import { confirmClaim } from '#server/attribution/touch/answer-claim.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { day, link, partner, type Scene, scene, server, touch } from '#test/harness/touch-scene.ts';
import { findDeal } from '../attribution/find-deal.ts';
import { checkExport } from './check-export.ts';
import { listChecks, listDifferences, readCheck } from './checks.ts';
import { crmExportFiles } from './export-files.ts';
import { readCrmMaps, setCrmMap } from './field-map.ts';
import { readReadiness } from './readiness.ts';

const url = 'https://tandem.example';
const id = (end: string) => {
  const base = `0065e00000AbC${end}`;
  return base + salesforceChecksum(base);
};
const [sourced, worked, plain] = ['01', '02', '03'].map(id) as [string, string, string];

/** Three deals of Salesforce, of which two have a verdict, and one of no CRM that has one as well. */
async function story(): Promise<Scene & { sales: Context }> {
  const rows = [sourced, worked, plain, 'D1'].map(
    (one) => `${one},Deal ${one},Acme,Proposal,1000,2026-03-01,,,`,
  );
  const changes = [worked, 'D1'].map((one) => `${one},Qualified,2026-03-01\n${one},Proposal,2026-03-20`);
  const set = await scene(`${rows.join('\n')}\n`, changes.join('\n'));
  const sales = set.at('2026-03-25');
  const of = async (record: string) => (await findDeal(sales, record))?.opportunityId ?? '';
  const other = await partner(set.at, '=Cmd & Söhne "GmbH", Kiel', 'Ana Sá');
  await recordIntroduction(set.at('2026-03-02'), {
    partnerId: set.partnerId,
    partnerPersonId: set.personId,
    opportunityId: await of(sourced),
    accountId: null,
    product: null,
    note: 'By mail',
    occurredAt: day('2026-02-20'),
    evidence: [link],
  });
  const named = { partnerId: other.partnerId, partnerPersonId: other.personId };
  for (const change of [{ ...named, opportunityId: await of(worked) }, {}]) {
    const { touchId } = await recordTouch(sales, touch(set, change));
    await confirmClaim(sales, 'touch', touchId);
  }
  await setCrmMap(sales, {
    system: 'salesforce',
    source: 'Test CRM',
    names: defaultCrmNames.salesforce,
  });
  return { ...set, sales };
}

function file(text: string, name = 'opportunities.csv') {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  return { name, bytes, sha256: 'a'.repeat(64) };
}

const wanted = { system: null, publicUrl: url };
const names = Object.values(defaultCrmNames.salesforce) as string[];

/** What the CRM exports after the values were loaded: its own columns, and the rows of the file of values. */
function exported(values: string, change: (line: string) => string = (line) => line): string {
  const [head = '', ...lines] = values.trimEnd().split('\r\n');
  const own = (line: string) => `${line},"Deal","Proposal","1000","2026-03-01","2026-06-01","005x"`;
  const rows = [
    ...lines,
    `"${plain}",${names.map(() => '""').join(',')}`,
    `"${id('99')}",${names.map(() => '""').join(',')}`,
  ];
  return [
    `${head},Name,StageName,Amount,CreatedDate,CloseDate,OwnerId`,
    ...rows.map((line) => own(change(line))),
  ].join('\n');
}

function valuesOf(files: readonly { path: string; text: string }[]): string {
  return files.find(({ path }) => path.endsWith('.csv'))?.text ?? '';
}

describe('what goes to Salesforce', () => {
  it('is one row per deal of the source that has a verdict, by its record id, the same bytes each time', async () => {
    const { sales, organization, partnerId } = await story();
    const written = await crmExportFiles(sales, crmFiles, 'salesforce', url);
    const at = (number: number) => `${url}/o/${organization.slug}/pipeline/${number}`;
    const lines = valuesOf(written.files).trimEnd().split('\r\n');
    expect(lines).toEqual([
      `"Id",${names.map((name) => `"${name}"`).join(',')}`,
      `"${sourced}","Northgate","Sourced","Originator","2026-02-20","${at(1)}","2026-03-15","1",""`,
      `"${worked}","'=Cmd & Söhne ""GmbH"", Kiel","Influenced","Technical validator","2026-03-21","${at(2)}","2026-03-15","1",""`,
    ]);
    expect(written).toMatchObject({ deals: 2, markedCells: 1, leftOut: [{ id: 'D1' }] });
    expect(written.notes.join('\n')).toContain('apostrophe');
    expect(partnerId).not.toBe('');
    const again = await crmExportFiles({ ...sales, now: sales.now + 60_000 }, crmFiles, 'salesforce', url);
    const stable = (files: typeof again.files) => files.filter(({ path }) => path !== 'manifest.json');
    expect(stable(again.files)).toEqual(stable(written.files));
    const manifest = JSON.parse(written.files.at(-1)?.text ?? '');
    expect(manifest).toMatchObject({ pageVersions: [1], deals: 2, source: 'Test CRM', for: 'Salesforce' });
    expect(manifest.files.map((one: { path: string }) => one.path)).toEqual([
      'salesforce-opportunities.csv',
      'fields/package.xml',
      'fields/objects/Opportunity.object',
      'README.md',
    ]);
  });

  it('leaves the link out while no public address is known, and says so', async () => {
    const { sales } = await story();
    const written = await crmExportFiles(sales, crmFiles, 'salesforce', null);
    expect(valuesOf(written.files)).not.toContain('Tandem_Evidence__c');
    expect(written.notes[0]).toContain('TANDEM_URL');
  });
});

describe('a check of the CRM', () => {
  it('says that all arrived, and the next export defines nothing more', async () => {
    const { sales } = await story();
    const written = await crmExportFiles(sales, crmFiles, 'salesforce', url);
    const { checkId, result } = await checkExport(
      sales,
      crmFiles,
      file(exported(valuesOf(written.files))),
      wanted,
    );
    expect(result).toMatchObject({ rows: 4, known: 3, unknown: 1, decided: 2, arrived: 2, listed: 0 });
    expect(result.readiness.items.filter(({ needed }) => needed).map(({ holds }) => holds)).not.toContain(
      false,
    );
    expect(result.readiness.canTag).toBe(true);
    expect((await listDifferences(sales, checkId, { limit: 50 })).items).toEqual([]);
    expect((await readCheck(sales, checkId)).result).toEqual(result);
    const next = await crmExportFiles(sales, crmFiles, 'salesforce', url);
    expect(next.fields.map(({ defined }) => defined)).not.toContain(true);
    expect(next.files.some(({ path }) => path.startsWith('fields/'))).toBe(false);
  });

  it('lists each value that is missing, another or of an earlier page, each deal that is not there', async () => {
    const { sales } = await story();
    const values = valuesOf((await crmExportFiles(sales, crmFiles, 'salesforce', url)).files);
    const text = exported(values, (line) => {
      if (line.startsWith(`"${plain}"`)) return line.replace('""', '"Somebody"');
      return line.startsWith(`"${sourced}"`)
        ? line.replace('"Northgate"', '""').replace('"2026-02-20"', '"2026-02-21"').replace('"1"', '"0"')
        : line;
    });
    const without = text
      .split('\n')
      .filter((line) => !line.startsWith(`"${worked}"`))
      .join('\n');
    const { checkId, result } = await checkExport(sales, crmFiles, file(without), wanted);
    expect(result).toMatchObject({ decided: 2, arrived: 0 });
    expect(result.differences).toEqual({
      missing_field: 0,
      missing_value: 1,
      other_value: 2,
      stale_version: 1,
      missing_deal: 1,
    });
    const first = await listDifferences(sales, checkId, { limit: 3 });
    const rest = await listDifferences(sales, checkId, { limit: 3, cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...rest.items]).toMatchObject([
      { kind: 'missing_value', field: 'partner', row: 2, expected: 'Northgate', found: '' },
      { kind: 'other_value', field: 'originDate', expected: '2026-02-20', found: '2026-02-21' },
      { kind: 'stale_version', field: 'pageVersion', expected: '1', found: '0', deal: { recordId: sourced } },
      { kind: 'other_value', field: 'partner', row: 3, expected: '', found: 'Somebody' },
      { kind: 'missing_deal', row: null, deal: { recordId: worked } },
    ]);
    expect(rest.nextCursor).toBeNull();
    const some = await listDifferences(sales, checkId, { limit: 50, kind: 'other_value' });
    expect(some.items).toHaveLength(2);
  });

  it('takes dates and numbers as each export writes them, and the labels of a report', async () => {
    const { sales } = await story();
    const values = valuesOf((await crmExportFiles(sales, crmFiles, 'salesforce', url)).files);
    const data = exported(values)
      .replace(/"(2026-0[23]-\d\d)"/g, '"$1 00:00:00"')
      .replaceAll('"1",', '"1.0",');
    expect((await checkExport(sales, crmFiles, file(data), wanted)).result).toMatchObject({
      arrived: 2,
      listed: 0,
    });
    const us = (line: string) => line.replace(/"2026-0(\d)-(\d\d)"/g, '"$1/$2/2026"');
    const labels = exported(values, us)
      .replace('"Id"', '"Opportunity ID"')
      .replace(/"Tandem_(\w+)__c"/g, (_, word: string) => `"Tandem ${word.replaceAll('_', ' ')}"`)
      .replace('StageName', 'Stage')
      .replace('Name,', 'Opportunity Name,')
      .replace('CreatedDate', 'Created Date')
      .replace('CloseDate', 'Close Date');
    const report = await checkExport(sales, crmFiles, file(labels), { ...wanted, system: 'salesforce' });
    expect(report.result).toMatchObject({ arrived: 2, listed: 0 });
  });

  it('names the fields that the CRM lacks once each, and changes no deal', async () => {
    const { sales } = await story();
    const before = await findDeal(sales, sourced);
    const text = `Id,Name,StageName,Amount,CloseDate\n${sourced},A,Proposal,1,2026-06-01\n`;
    const { result } = await checkExport(sales, crmFiles, file(text), wanted);
    expect(result.differences).toMatchObject({ missing_field: 8, missing_value: 0, missing_deal: 1 });
    expect(result.arrived).toBe(0);
    expect(await findDeal(sales, sourced)).toEqual(before);
    const { items } = await listChecks(sales, { limit: 10 });
    expect(items).toHaveLength(1);
  });

  it('refuses what is no export of deals, and asks which CRM it is', async () => {
    const { sales } = await story();
    const accounts = file('Account ID,Account Name,Website\nA1,Acme,acme.com\n', 'accounts.csv');
    await expect(checkExport(sales, crmFiles, accounts, wanted)).rejects.toMatchObject({
      type: 'invalid-input',
      message: expect.stringContaining('accounts.csv: expected an export of opportunities or deals'),
    });
    const table = file('Deal ID,Deal,Stage,Amount\n1,Roof,Signed,100\n');
    await expect(readReadiness(sales, crmFiles, table, wanted)).rejects.toThrow(/Say which it is/);
    const asked = await readReadiness(sales, crmFiles, table, { ...wanted, system: 'salesforce' });
    expect(asked.canTag).toBe(false);
    expect(asked.items[0]?.add).toContain('such as "1"');
  });
});

describe('which field carries what', () => {
  it('has proposed names, keeps others, and writes only what has a name', async () => {
    const { sales } = await story();
    const proposed = (await readCrmMaps(sales)).find(({ system }) => system === 'hubspot');
    expect(proposed).toMatchObject({ source: 'HubSpot', names: defaultCrmNames.hubspot, setAt: null });
    const own = {
      ...defaultCrmNames.salesforce,
      class: 'Sourcing_Class__c',
      role: null,
      pageVersion: null,
      registration: null,
    };
    const swapped = { ...own, originDate: own.lockDate, lockDate: own.originDate };
    await setCrmMap(sales, { system: 'salesforce', source: 'Test CRM', names: own });
    await setCrmMap(sales, { system: 'salesforce', source: 'Test CRM', names: swapped });
    const head = valuesOf((await crmExportFiles(sales, crmFiles, 'salesforce', url)).files).split('\r\n')[0];
    expect(head).toBe(
      '"Id","Tandem_Partner__c","Sourcing_Class__c","Tandem_Lock_Date__c","Tandem_Evidence__c","Tandem_Origin_Date__c"',
    );
  });

  it('is refused with every name that the system would not take', async () => {
    const { organization } = await story();
    const ops = await organization.person(['partner_ops']);
    const body = {
      system: 'salesforce',
      source: 'Salesforce',
      names: {
        ...defaultCrmNames.salesforce,
        partner: '1Partner__c',
        class: 'Tandem_Role__c',
        role: 'tandem_role__c',
      },
    };
    const answer = await ops.call('PUT', `/o/${organization.slug}/crm/fields`, { body });
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      'body.names.partner',
      'body.names.role',
    ]);
  });

  it('gives HubSpot its own columns and properties', async () => {
    const { sales } = await story();
    await setCrmMap(sales, { system: 'hubspot', source: 'Test CRM', names: defaultCrmNames.hubspot });
    const written = await crmExportFiles(sales, crmFiles, 'hubspot', url);
    expect(written).toMatchObject({ deals: 0 });
    expect(written.leftOut).toHaveLength(3);
    const properties = JSON.parse(written.files.find(({ path }) => path.endsWith('.json'))?.text ?? '');
    expect(properties.inputs).toHaveLength(8);
    expect(properties.inputs[1]).toMatchObject({ name: 'tandem_class', type: 'enumeration' });
  });
});

describe('two who save the map at once', () => {
  it('leave one of both maps, never a mixture', async () => {
    const { sales } = await story();
    const map = (word: string) =>
      Object.fromEntries(
        Object.keys(defaultCrmNames.salesforce).map((field) => [field, `${word}_${field}__c`]),
      );
    await Promise.all(
      ['Left', 'Right', 'Third'].map((word) =>
        setCrmMap(sales, { system: 'salesforce', source: word, names: map(word) as never }),
      ),
    );
    const [kept] = await readCrmMaps(sales);
    expect(Object.values(kept?.names ?? {})).toEqual(Object.values(map(kept?.source ?? '')));
  });
});

it('is for those who work the CRM', async () => {
  const organization = await server.organization();
  const ae = await organization.person(['ae']);
  const answer = await ae.call('GET', `/o/${organization.slug}/crm/export`, { query: { system: 'hubspot' } });
  expect(answer.status).toBe(403);
});
