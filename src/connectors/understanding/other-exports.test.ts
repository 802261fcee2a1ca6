import { describe, expect, it } from 'vitest';
import { openFile } from '../csv/open-file.ts';
import { importBytes } from '../fixtures/import-bytes.ts';
import { understandRows } from './understand.ts';

const asked = (result: Awaited<ReturnType<typeof importBytes>>) =>
  result.understanding.questions.filter((question) => question.required).map((question) => question.id);

const hubspot =
  '\ufeffRecord ID,Deal Name,Pipeline,Deal Stage,Amount,Create Date,Close Date,Deal owner,Associated Company,"Date entered ""Discovery (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)"""\n' +
  '101,Acme,Sales Pipeline,Closed Won,58.8k,2026-01-02 10:00,2026-02-03 11:00,Ada,Acme Inc,2026-01-05 09:30,2026-02-03 11:00\n' +
  '102,Beta,Sales Pipeline,Discovery,900,2026-01-03 10:00,2026-06-30 00:00,Ada,Beta,2026-01-06 09:30,\n';

describe('HubSpot deals', () => {
  it('turns the columns Date entered into stage events', async () => {
    const result = await importBytes(hubspot);
    expect(result.understanding.source.is).toBe('hubspot');
    expect(asked(result)).toEqual(['stage:Discovery']);
    expect(result.understanding.mapping.stageColumns).toEqual({
      'Date entered "Discovery (Sales Pipeline)"': 'Discovery',
      'Date entered "Closed Won (Sales Pipeline)"': 'Closed Won',
    });
    const stages = { Discovery: { order: 1, entry: true }, 'Closed Won': { outcome: 'won' as const } };
    const answered = await importBytes(hubspot, { stages });
    expect(answered.rejects).toEqual([]);
    expect(answered.records).toMatchObject([
      { type: 'opportunity', opportunityId: '101', amountMinor: 5880000, closedOn: '2026-02-03' },
      { type: 'stage-event', stage: 'Discovery', changedAt: { on: '2026-01-05' } },
      { type: 'stage-event', stage: 'Closed Won', pipeline: 'Sales Pipeline' },
      { type: 'opportunity', opportunityId: '102', outcome: 'open', expectedCloseOn: '2026-06-30' },
      { type: 'stage-event', stage: 'Discovery', opportunityId: '102' },
    ]);
  });

  it('reads a German export with its own headers', async () => {
    const result = await importBytes(
      'Datensatz-ID;Dealname;Pipeline;Deal-Phase;Betrag;Erstellungsdatum;Abschlussdatum;Zuständiger Mitarbeiter\n7;Größe;Vertrieb;Abgeschlossen;1.234,50;2026-01-02 10:00;2026-02-03 11:00;Jörg\n',
      { stages: { Abgeschlossen: { outcome: 'won' } } },
    );
    expect(asked(result)).toEqual(['stage:Abgeschlossen']);
    expect(result.opportunities).toMatchObject([
      {
        opportunityId: '7',
        name: 'Größe',
        amountMinor: 123450,
        owner: 'Jörg',
        closedOn: '2026-02-03',
        outcome: 'won',
      },
    ]);
  });
});

describe('Pipedrive deals', () => {
  it('take won and lost from the status, since the stage stays where the deal was last open', async () => {
    const result = await importBytes(
      `Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - Status,Deal - Organization,Deal - Deal created,Deal - Expected close date,Deal - Won time
1,A,100,EUR,Offer,Won,Acme,2026-01-30 15:55:37,2026-03-01,2026-02-20 10:00:00
2,B,200,EUR,Offer,Open,Beta,2026-01-31 15:55:37,2026-03-01,
`,
    );
    expect(result.understanding.source.is).toBe('pipedrive');
    expect(asked(result)).toEqual([]);
    expect(result.opportunities).toMatchObject([
      { stage: 'Won', outcome: 'won', closedOn: '2026-02-20', currency: 'EUR' },
      { stage: 'Offer', outcome: 'open', expectedCloseOn: '2026-03-01', closedOn: null },
    ]);
  });

  it('reads Czech headers', async () => {
    const { understanding } = await importBytes(
      'Obchod - ID,Obchod - Název,Obchod - Hodnota,Obchod - Fáze,Obchod - Stav,Obchod - Vlastník\n1,A,100,Nabídka,Vyhráno,Jan\n',
    );
    expect(understanding.mapping.columns).toEqual({
      opportunityId: 'Obchod - ID',
      name: 'Obchod - Název',
      amount: 'Obchod - Hodnota',
      stage: 'Obchod - Fáze',
      outcome: 'Obchod - Stav',
      owner: 'Obchod - Vlastník',
    });
    expect(understanding.questions.map((question) => question.id)).toContain('outcome:Vyhráno');
  });
});

describe('Odoo opportunities', () => {
  it('are read in UTC, and continuation rows are left out', async () => {
    const result = await importBytes(
      `"External ID","Opportunity","Customer","Stage","Expected Revenue","Expected Closing","Salesperson","Created on","Tags"
"crm.lead_1","Acme","Acme Inc","Won","1200.0","2026-03-01","Ada","2026-01-02 23:30:00","A"
"","","","","","","","","B"
`,
      { stages: { Won: { outcome: 'won' } } },
    );
    expect(result.understanding.source.is).toBe('odoo');
    expect(asked(result)).toEqual(['stage:Won']);
    expect(result.opportunities).toMatchObject([
      { opportunityId: 'crm.lead_1', createdAt: { at: Date.UTC(2026, 0, 2, 23, 30) } },
    ]);
    expect(result.problems.map((problem) => problem.code)).toEqual([
      'closed-without-date',
      'continuation-row',
    ]);
  });
});

/** Understands without importing, for files whose questions are still open. */
async function readOnly(file: string) {
  const source = {
    name: 'file.csv',
    bytes: async function* () {
      yield Buffer.from(file);
    },
  };
  const opened = await openFile(source);
  if (!opened.ok) throw new Error(opened.problem.found);
  return { understanding: await understandRows(opened.shape, opened.rows()) };
}

describe('any other table', () => {
  it('asks what its stages mean and never decides by their sound', async () => {
    const result = await importBytes('deal_id,deal_stage,close_date\n1,Won,2026-01-31\n2,Lost,2026-01-30\n');
    expect(asked(result)).toEqual(['stage:Won', 'stage:Lost']);
    expect(result.understanding.questions.map((question) => question.suggested).slice(0, 2)).toEqual([
      'won',
      'lost',
    ]);
    expect(result.understanding.mapping.stages).toBeUndefined();
    expect(result.rejects.map((problem) => problem.code)).toEqual(['stage-unknown', 'stage-unknown']);
  });

  it('finds pasted partner names in any column, whatever their legal form', async () => {
    const { partnerCandidates } = await import('./partner-candidates.ts');
    const { understanding } = await importBytes(
      'deal_id,stage,note\n1,Open,"Nimbus GmbH"\n2,Open,none of them\n',
    );
    expect(partnerCandidates(understanding.stats.columns, ['nimbus', 'Corvid Ltd'])).toMatchObject([
      { column: 'note', rows: 1, values: [{ value: 'Nimbus GmbH', matches: 'nimbus' }, { matches: null }] },
    ]);
  });

  it('takes three digits behind the only separator for thousands where the delimiter shows it, and else asks', async () => {
    const amounts = async (file: string) => {
      const { understanding } = await importBytes(file, { stages: { Open: {} } });
      const question = understanding.questions.find((each) => each.id === 'decimal');
      return question ? 'asked' : understanding.mapping.decimal;
    };
    expect(await amounts('deal_id,stage,amount\n1,Open,"$12,000"\n2,Open,"5,000"\n')).toBe('.');
    expect(await amounts('deal_id;stage;amount\n1;Open;12.000\n2;Open;5.000\n')).toBe(',');
    expect(await amounts('deal_id,stage,amount\n1,Open,12.000\n2,Open,5.000\n')).toBe('asked');
    expect(await amounts('deal_id;stage;amount\n1;Open;12,000\n2;Open;5,000\n')).toBe('asked');
    expect(await amounts('deal_id;stage;amount\n1;Open;12,000\n2;Open;5,50\n')).toBe(',');
  });

  it('takes date columns named after stages for stage events', async () => {
    const file =
      'deal_id,stage,created date,Qualified date,Offer date\n1,Offer,2026-01-02,2026-01-05,2026-01-09\n2,Qualified,2026-01-03,2026-01-06,\n';
    const result = await importBytes(file, { stages: { Qualified: { order: 1 }, Offer: { order: 2 } } });
    expect(result.understanding.mapping.stageColumns).toEqual({
      'Qualified date': 'Qualified',
      'Offer date': 'Offer',
    });
    expect(result.records.filter((record) => record.type === 'stage-event')).toMatchObject([
      { stage: 'Qualified', changedAt: { on: '2026-01-05', dateOnly: true } },
      { stage: 'Offer' },
      { stage: 'Qualified', opportunityId: '2' },
    ]);
  });

  it('takes a status beside an amount for the stage', async () => {
    const { understanding } = await readOnly(
      'Deal,Customer,Value,Status,Partner\nA,Acme,5,Open,no\nB,Beta,6,Done,yes\n',
    );
    expect(understanding.mapping.columns).toEqual({
      name: 'Deal',
      account: 'Customer',
      amount: 'Value',
      stage: 'Status',
    });
    expect(understanding.questions[0]).toMatchObject({ id: 'column:opportunityId', suggested: 'Deal' });
    const list = await importBytes('Name,Status,Country\nAcme,active,Kenya\n');
    expect(list.understanding.kind.is).toBe('accounts');
  });

  it('recognises accounts and partners', async () => {
    const accounts = await importBytes('account,sector,office_location\nAcme,software,Kenya\n');
    expect(accounts.records).toEqual([
      {
        type: 'account',
        row: 2,
        accountId: 'Acme',
        name: 'Acme',
        domain: null,
        country: 'Kenya',
        industry: 'software',
        parent: null,
        owner: null,
      },
    ]);
    const partners = await importBytes(
      'Partner Name,Partner Type,Website,Signed On\nNimbus,Reseller,nimbus.example,2026-02-03\n',
    );
    expect(partners.records).toMatchObject([
      {
        type: 'partner',
        partnerId: 'Nimbus',
        name: 'Nimbus',
        archetype: 'Reseller',
        domain: 'nimbus.example',
        signedOn: '2026-02-03',
      },
    ]);
  });
});
