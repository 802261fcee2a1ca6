import { describe, expect, it } from 'vitest';
import { crmChoices, crmFields, crmSystems, defaultCrmNames } from '#core/attribution/crm-fields.ts';
import { crmFiles } from './crm-files.ts';

const defined = (system: (typeof crmSystems)[number]) =>
  crmFields.map((field) => ({ field, name: defaultCrmNames[system][field] ?? '' }));

function file(text: string, name = 'export.csv') {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  return { name, bytes };
}

async function read(text: string, system: (typeof crmSystems)[number]) {
  const opened = await crmFiles.read(file(text));
  if (!opened.ok) throw new Error(opened.problem.repair);
  const columns = opened.value.columnsOf(defaultCrmNames[system]);
  const rows = [];
  for await (const some of opened.value.rows(columns)) rows.push(...some);
  return { ...opened.value, found: columns, all: rows };
}

describe('the definitions of fields', () => {
  it('are a package of Salesforce that names each field once, with its type and its closed list', () => {
    const [manifest, object] = crmFiles.definitions('salesforce', defined('salesforce'));
    const text = object?.text ?? '';
    for (const { field, name } of defined('salesforce')) {
      expect(manifest?.text.split(`<members>Opportunity.${name}</members>`)).toHaveLength(2);
      expect(text.split(`<fullName>${name}</fullName>`)).toHaveLength(2);
      for (const word of crmChoices(field) ?? []) expect(text).toContain(`<label>${word}</label>`);
    }
    const types = [...text.matchAll(/<type>(\w+)</g)].map(([, type]) => type);
    expect(types).toEqual(['Text', 'Picklist', 'Picklist', 'Date', 'Url', 'Date', 'Number', 'Text']);
    // Salesforce takes no longer label than forty characters and no longer help than 510.
    for (const [, label = ''] of text.matchAll(/<label>(.*?)</g))
      expect(label.length).toBeLessThanOrEqual(40);
    for (const [, help = ''] of text.matchAll(/<inlineHelpText>(.*?)</g))
      expect(help.length).toBeLessThanOrEqual(510);
  });

  it('are one call of HubSpot, and nothing where nothing is missing', () => {
    const [only, ...others] = crmFiles.definitions('hubspot', defined('hubspot'));
    const { inputs } = JSON.parse(only?.text ?? '') as { inputs: Record<string, unknown>[] };
    expect(others).toEqual([]);
    expect(inputs.map(({ name }) => name)).toEqual(Object.values(defaultCrmNames.hubspot));
    expect(inputs.map(({ type }) => type)).toEqual(
      'string enumeration enumeration date string date number string'.split(' '),
    );
    for (const system of crmSystems) expect(crmFiles.definitions(system, [])).toEqual([]);
  });
});

describe('a record id', () => {
  it('is taken in its one spelling, or not at all', () => {
    expect(crmFiles.recordId('salesforce', '0065e00000AbC01')).toBe('0065e00000AbC01AAF');
    expect(crmFiles.recordId('salesforce', '0065E00000ABC01AAF')).toBe('0065e00000AbC01AAF');
    for (const wrong of ['0015e00000AbC01AAF', 'D1', '', '0065e00000AbC01AA9', '9101'])
      expect(crmFiles.recordId('salesforce', wrong), wrong).toBeNull();
    expect(crmFiles.recordId('hubspot', '9101')).toBe('9101');
    for (const wrong of ['1.2E+17', '0065e00000AbC01AAF', '-1', ''])
      expect(crmFiles.recordId('hubspot', wrong)).toBeNull();
  });
});

describe('an export of HubSpot', () => {
  it('is read by labels as by internal names, with its dates and numbers', async () => {
    const labels =
      'Tandem Partner,Tandem Class,Tandem Role,Tandem Origin Date,Tandem Evidence,Tandem Lock Date,Tandem Page Version,Tandem Registration';
    const row =
      '9101,Loyalty app,Closed Won,18500,2025-01-14 09:12,"Nordsee IT, Kiel",Co-sold,,2025-01-20,,2025-02-04 00:00,2.0,R-12';
    const head = 'Record ID,Deal Name,Deal Stage,Amount,Create Date';
    for (const names of [labels, Object.values(defaultCrmNames.hubspot).join(',')]) {
      const { system, hasDeals, found, all, needs } = await read(
        `\ufeff${head},${names}\n${row}\n`,
        'hubspot',
      );
      expect({ system, hasDeals }).toEqual({ system: 'hubspot', hasDeals: true });
      expect(Object.values(found)).not.toContain(null);
      expect(needs).toMatchObject({ recordId: 'Record ID', created: 'Create Date', owner: null });
      expect(all).toEqual([
        {
          row: 2,
          id: '9101',
          cells: {
            partner: 'Nordsee IT, Kiel',
            class: 'Co-sold',
            role: '',
            originDate: '2025-01-20',
            evidenceLink: '',
            lockDate: '2025-02-04',
            pageVersion: '2',
            registration: 'R-12',
          },
        },
      ]);
    }
  });

  it('says by its columns of entered stages that it has their history', async () => {
    const text =
      'Record ID,Deal Name,Deal Stage,Amount,"Date entered ""Won (Sales Pipeline)"""\n1,A,Won,5,2025-01-14\n';
    expect((await read(text, 'hubspot')).needs.stageHistory).toContain('Date entered');
  });
});

describe('a file that is no export of deals', () => {
  it('is told as such, or refused with what is wrong', async () => {
    expect((await read('Account ID,Account Name,Website\nA1,Acme,acme.com\n', 'salesforce')).hasDeals).toBe(
      false,
    );
    expect(await crmFiles.read(file(''))).toMatchObject({ ok: false });
    expect(await crmFiles.read(file('\u0000\u0001\u0002binary'))).toMatchObject({ ok: false });
  });

  it('keeps the names of columns that only look like the field', async () => {
    const text =
      'Id,StageName,Amount,CloseDate,Partner,Tandem_Partner__c2\n0065e00000AbC01AAF,Won,5,2025-01-14,Nordsee,x\n';
    const { found, like } = await read(text, 'salesforce');
    expect(found.partner).toBeNull();
    expect(like).toEqual({ partner: 'Partner' });
  });
});
