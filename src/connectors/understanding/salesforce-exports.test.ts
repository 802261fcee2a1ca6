import { describe, expect, it } from 'vitest';
import { importBytes } from '../fixtures/import-bytes.ts';

const asked = (result: Awaited<ReturnType<typeof importBytes>>) =>
  result.understanding.questions.filter((question) => question.required).map((question) => question.id);

describe('a Salesforce opportunity report', () => {
  const file = `Partner pipeline
As of 2026-11-20 09:00:00
Filtered By: Show: All opportunities

"Opportunity Owner","Account Name","Opportunity Name","Stage","Amount Currency","Amount","Close Date","Created Date","Lead Source","Opportunity ID"
"Ada","Acme","Acme - 1","Closed Won","EUR","1,200.50","1/31/2026","12/15/2025","Partner","006bm00000LKJNN"
"Ada","Beta","Beta - 1","Qualification","USD","900","2/3/2026","12/2/2025","Web","006bm00000LKJNO"

"Grand Totals (2 records)","","","","","","","","",""
"Confidential Information - Do Not Distribute"
"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
`;

  it('is read without its preamble and footer, in the currency of each row', async () => {
    const result = await importBytes(file, {}, {});
    expect(result.understanding).toMatchObject({
      source: { is: 'salesforce-report' },
      kind: { is: 'opportunities' },
      rows: 2,
    });
    expect(asked(result)).toEqual([]);
    expect(result.understanding.mapping).toMatchObject({
      dateOrder: 'mdy',
      decimal: '.',
      source: 'salesforce',
    });
    expect(result.rejects).toEqual([]);
    expect(result.opportunities).toMatchObject([
      {
        row: 6,
        opportunityId: '006bm00000LKJNNAA5',
        outcome: 'won',
        amountMinor: 120050,
        currency: 'EUR',
        closedOn: '2026-01-31',
      },
      {
        row: 7,
        outcome: 'open',
        amountMinor: 90000,
        currency: 'USD',
        closedOn: null,
        expectedCloseOn: '2026-02-03',
      },
    ]);
    expect(result.problems.map((problem) => problem.code)).toEqual(['footer', 'footer', 'footer']);
  });

  it('asks for the order of day and month where no date shows it', async () => {
    const result = await importBytes(file.replace('1/31/2026', '1/3/2026'));
    expect(asked(result)).toEqual(['dateOrder']);
    expect(result.understanding.questions[0]).toMatchObject({ suggested: 'mdy', path: ['dateOrder'] });
    expect(result.rejects.every((problem) => problem.code === 'date-ambiguous')).toBe(true);
    expect(result.opportunities).toEqual([]);
  });

  it('offers lead source where no column names the partner', async () => {
    const { understanding } = await importBytes(file);
    expect(understanding.partnerCandidates[0]).toMatchObject({ column: 'Lead Source', rows: 1 });
  });
});

describe('the weekly Salesforce Data Export', () => {
  it('knows won and lost from the columns IsWon and IsClosed, and partners by their account', async () => {
    const result = await importBytes(
      `"Id","IsDeleted","AccountId","Name","StageName","StageSortOrder","Amount","CloseDate","IsClosed","IsWon","CreatedDate","PrimaryPartnerAccountId"
"006bm00000LKJNNAA5","0","001bm00001ZL8UCAA1","A","Signed","5","100.0","2026-03-04 00:00:00","1","1","2026-01-02 10:00:00","001bm00001ZL8U9AAL"
"006bm00000LKJNOAA5","0","000000000000000AAA","B","Shelved","6","200.0","2026-03-05 00:00:00","1","0","2026-01-03 10:00:00","000000000000000AAA"
"006bm00000LKJNPAA5","1","000000000000000AAA","C","Working","2","300.0","2026-03-06 00:00:00","0","0","2026-01-04 10:00:00",""
`,
    );
    expect(result.understanding.source.is).toBe('salesforce-data-export');
    expect(asked(result)).toEqual([]);
    expect(result.understanding.mapping.stages).toEqual({
      Working: { order: 2 },
      Signed: { outcome: 'won' },
      Shelved: { outcome: 'lost' },
    });
    expect(result.records).toMatchObject([
      { type: 'opportunity', outcome: 'won', closedOn: '2026-03-04', createdAt: { on: '2026-01-02' } },
      { type: 'opportunity-partner', partnerId: '001bm00001ZL8U9AAL', partner: null },
      { type: 'opportunity', outcome: 'lost', accountId: null },
    ]);
    expect(result.skipped).toBe(1);
  });

  it('takes OpportunityHistory rows in which the stage stood still as changes, not moves', async () => {
    const result = await importBytes(
      `Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate,Probability,IsDeleted
008a,006bm00000LKJNNAA5,2026-01-02 10:00:00,Prospecting,100,2026-05-01 00:00:00,10,0
008b,006bm00000LKJNNAA5,2026-01-09 10:00:00,Prospecting,150,2026-05-01 00:00:00,10,0
008c,006bm00000LKJNNAA5,2026-02-01 10:00:00,Closed Won,150,2026-02-01 00:00:00,100,0
`,
    );
    expect(result.understanding.kind.is).toBe('stage-history');
    expect(result.records.map((record) => record.type)).toEqual([
      'stage-event',
      'opportunity-change',
      'stage-event',
    ]);
    expect(result.records[1]).toMatchObject({ amountMinor: 15000, changedAt: { on: '2026-01-09' } });
  });

  it('reads OpportunityPartner', async () => {
    const result = await importBytes(
      'Id,OpportunityId,AccountToId,Role,IsPrimary\n00Ia,006bm00000LKJNN,001bm00001ZL8UC,Sourcing,true\n00Ib,006bm00000LKJNN,,Influencing,false\n',
    );
    expect(result.understanding.kind.is).toBe('opportunity-partners');
    expect(result.records).toMatchObject([
      {
        type: 'opportunity-partner',
        opportunityId: '006bm00000LKJNNAA5',
        partnerId: '001bm00001ZL8UCAA1',
        role: 'Sourcing',
        primary: true,
      },
    ]);
    expect(result.rejects).toMatchObject([{ code: 'partner-missing', row: 3 }]);
  });
});

describe('Salesforce history reports', () => {
  it('reads moves, and rows with equal stages as changes', async () => {
    const result = await importBytes(
      `Opportunity ID,Opportunity Name,From Stage,To Stage,Stage Duration,Last Modified,Amount,Close Date,Stage,Created Date
006bm00000LKJNN,Acme,,Prospecting,0,1/2/2026 9:00 AM,"$1,000.00",3/31/2026,Closed Won,1/13/2026
006bm00000LKJNN,Acme,Prospecting,Prospecting,5,1/7/2026 9:00 AM,"$2,000.00",3/31/2026,Closed Won,1/13/2026
006bm00000LKJNN,Acme,Prospecting,Closed Won,9,1/16/2026 9:00 AM,"$2,000.00",3/31/2026,Closed Won,1/13/2026
`,
    );
    expect(asked(result)).toEqual([]);
    expect(result.records.map((record) => record.type)).toEqual([
      'opportunity',
      'stage-event',
      'opportunity-change',
      'stage-event',
    ]);
    expect(result.records[0]).toMatchObject({ name: 'Acme', stage: null, createdAt: { on: '2026-01-13' } });
    expect(result.records[3]).toMatchObject({ stage: 'Closed Won', changedAt: { on: '2026-01-16' } });
  });

  it('reads field history', async () => {
    const result = await importBytes(
      `Opportunity ID,Field / Event,Old Value,New Value,Edit Date
006bm00000LKJNN,Created.,,,13/01/2026 09:00
006bm00000LKJNN,Stage,Prospecting,Closed Lost,14/01/2026 09:00
006bm00000LKJNN,Amount,100,250,15/01/2026 09:00
006bm00000LKJNN,Next Step,a,b,16/01/2026 09:00
`,
    );
    expect(asked(result)).toEqual([]);
    expect(result.understanding.mapping.stages).toEqual({ 'Closed Lost': { outcome: 'lost' } });
    expect(result.rejects).toEqual([]);
    expect(result.records).toMatchObject([
      { type: 'stage-event', stage: 'Closed Lost', changedAt: { on: '2026-01-14' } },
      { type: 'opportunity-change', amountMinor: 25000, stage: null },
    ]);
    expect(result.skipped).toBe(2);
  });
});
