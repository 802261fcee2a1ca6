import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, inject, it } from 'vitest';
import { salesforceChecksum } from '#connectors/salesforce/record-id.ts';
import { type CrmSystem, defaultCrmNames } from '#core/attribution/crm-fields.ts';
import { localDateAt } from '#server/clock.ts';
import { testApp, testClock } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';

const tandem = fileURLToPath(new URL('../../bin/tandem', import.meta.url));
const database = await freshDatabase();
// The command line goes by the machine's clock, so everybody does.
const server = await testApp(database, testClock(Date.now()));
const folder = temporaryFolder();
// The day where the company is: a CRM writes its own, and around midnight it is another one than in UTC.
const today = localDateAt(Date.now(), 'Europe/Amsterdam');

type Ended = { readonly code: number; readonly out: string; readonly err: string };
type Cells = Record<string, string>;

function run(org: string, ...args: string[]): Promise<Ended> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: database.ownerUrl, TANDEM_SECRET: inject('testServer').secret },
    ...{ TANDEM_DATA: join(folder, 'data'), TANDEM_URL: 'https://tandem.example' },
  };
  return new Promise((resolve) => {
    execFile(tandem, [...args, '--org', org], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}

const idOf = {
  salesforce: (nth: number) => {
    const base = `0065e00000AbC0${nth}`;
    return base + salesforceChecksum(base);
  },
  hubspot: (nth: number) => String(9100 + nth),
} as const satisfies Record<CrmSystem, (nth: number) => string>;

const shapes = {
  salesforce: {
    values: 'salesforce-opportunities.csv',
    fresh: 'salesforce-new-opportunities.csv',
    definitions: 'fields/objects/Opportunity.object',
    id: 'Id',
    columns: {
      name: 'Name',
      account: 'AccountName',
      stage: 'StageName',
      amount: 'Amount',
      close: 'CloseDate',
    },
    /** What its export calls what it was given. */
    header: {
      id: 'Opportunity ID',
      name: 'Opportunity Name',
      account: 'Account Name',
      stage: 'Stage',
      amount: 'Amount',
      created: 'Created Date',
      close: 'Close Date',
      owner: 'Opportunity Owner',
    },
  },
  hubspot: {
    values: 'hubspot-deals.csv',
    fresh: 'hubspot-new-deals.csv',
    definitions: 'fields/properties.json',
    id: 'Record ID',
    columns: {
      name: 'Deal Name',
      account: 'Company name',
      stage: 'Deal Stage',
      amount: 'Amount',
      close: 'Close Date',
    },
    header: {
      id: 'Record ID',
      name: 'Deal Name',
      account: 'Associated Company',
      stage: 'Deal Stage',
      amount: 'Amount',
      created: 'Create Date',
      close: 'Close Date',
      owner: 'Deal owner',
    },
  },
} as const;

/** A CRM as far as this story goes: records by id, taken in from files as a data loader does, and given out as a file. */
class Crm {
  readonly records: Cells[] = [];
  readonly #system: CrmSystem;
  /** Fields that somebody created by the definitions. */
  #fields: string[] = [];

  constructor(system: CrmSystem) {
    this.#system = system;
  }

  define(fields: readonly string[]): void {
    this.#fields = [...fields];
  }

  add(record: Cells): void {
    const { header } = shapes[this.#system];
    const id = idOf[this.#system](this.records.length + 1);
    this.records.push({ [header.id]: id, [header.created]: today, [header.owner]: 'Iris Lang', ...record });
  }

  /** Insert: every row is a new record. */
  insert(path: string): void {
    const { columns, header } = shapes[this.#system];
    for (const row of rowsOf(path)) {
      const own = (Object.keys(columns) as (keyof typeof columns)[]).map((key) => [
        header[key],
        row[columns[key]] ?? '',
      ]);
      const carried = this.#fields.map((field) => [field, row[field] ?? '']);
      this.add(Object.fromEntries([...own, ...carried]));
    }
  }

  /** Update by record id: nothing but the named fields changes, and an unknown id is an error. */
  update(path: string): void {
    const { id, header } = shapes[this.#system];
    for (const row of rowsOf(path)) {
      const record = this.records.find((one) => one[header.id] === row[id]);
      if (!record) throw new Error(`no record ${row[id]}`);
      for (const field of this.#fields) record[field] = row[field] ?? '';
    }
  }

  export(name: string): string {
    const path = join(folder, name);
    const fields = [...Object.values(shapes[this.#system].header), ...this.#fields];
    writeFileSync(path, Papa.unparse({ fields, data: this.records }));
    return path;
  }
}

function rowsOf(path: string): Cells[] {
  return Papa.parse<Cells>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

describe.each(['salesforce', 'hubspot'] as const)('G4: a test deal goes the whole way, with %s', (system) => {
  const { values, fresh, definitions, header } = shapes[system];
  const names = defaultCrmNames[system];
  const crm = new Crm(system);
  const dir = join(folder, `for-${system}`);
  const first = system === 'salesforce' ? 'Qualification' : 'Qualified To Buy';
  const scene = registrationScene(server);

  const read = async (path: string) => {
    const { cro, organization } = await scene;
    const answer = await cro.call('GET', `/o/${organization.slug}${path}`);
    expect(answer.status, path).toBe(200);
    return answer.body as never;
  };
  const importFile = async (path: string): Promise<Record<string, number>> => {
    const { organization } = await scene;
    const done = await run(organization.slug, 'import', path, '--json');
    expect(done, done.err).toMatchObject({ code: 0 });
    return JSON.parse(done.out);
  };
  const exportFolder = async () => {
    const { organization } = await scene;
    return run(organization.slug, 'export', dir, '--for', system);
  };

  it('begins with the form of the portal, and a yes opens the deal', async () => {
    const { organization, partners, ops } = await scene;
    const { slug } = organization;
    crm.add({
      ...{ [header.name]: 'Own deal', [header.account]: 'Harbor Freight', [header.stage]: first },
      ...{ [header.amount]: '48000', [header.close]: '2027-03-01' },
    });
    expect(await importFile(crm.export(`${system}-0.csv`))).toMatchObject({ create: 1 });

    const rep = partners[0]?.rep;
    if (!rep) throw new Error('no rep');
    const typed = {
      ...typedDeal({ legalName: 'Vermeer BV', domain: 'vermeer-staal.nl' }),
      ...{ closeOn: '2027-06-15', nextStepOn: '2027-01-10' },
    };
    const keyed = (key: string, body: object) => ({ body, headers: { 'idempotency-key': key } });
    const begun = await rep.call('POST', `/o/${slug}/portal/registrations`, keyed(`${system}-b`, { typed }));
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    const { registrationId } = begun.body as { registrationId: string };
    const sent = await rep.call(
      'POST',
      `/o/${slug}/portal/registrations/${registrationId}/submission`,
      keyed(`${system}-s`, { language: 'en' }),
    );
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const yes = { changed: null, opportunityId: null };
    const said = await ops.call(
      'POST',
      `/o/${slug}/registrations/${registrationId}/acceptance`,
      keyed(`${system}-a`, yes),
    );
    expect(said).toMatchObject({ status: 201, body: { state: 'accepted', conflict: false } });
    const desk = (await read('/registrations/number/1')) as { deal: object };
    expect(desk.deal).toMatchObject({ isOwn: true });
    const deal = (await read('/opportunities?limit=50')) as { items: { name: string }[] };
    expect(deal.items.map(({ name }) => name)).toContain('Vermeer BV');
  }, 120_000);

  it('goes into the CRM as a file that creates it, with the fields that are missing', async () => {
    const written = await exportFolder();
    expect(written, written.err).toMatchObject({ code: 0 });
    expect(written.out).toContain(`1 accepted registration has no deal in`);
    expect(written.out).toContain(`${fresh} creates them`);
    expect(readFileSync(join(dir, definitions), 'utf8')).toContain(names.registration);
    expect(rowsOf(join(dir, fresh))).toMatchObject([
      {
        [shapes[system].columns.name]: 'Vermeer BV',
        [String(names.registration)]: 'R-1',
        Amount: '40000.00',
      },
    ]);
    const readme = readFileSync(join(dir, 'README.md'), 'utf8');
    expect(readme).toContain(fresh);
    crm.define(Object.values(names) as string[]);
    crm.insert(join(dir, fresh));
  }, 120_000);

  it('comes back by the number of its registration, and is one deal: linked by nobody', async () => {
    const next = crm.export(`${system}-1.csv`);
    expect(await importFile(next)).toMatchObject({ create: 1, update: 0, reject: 0 });
    await server.runJobs();
    const desk = (await read('/registrations/number/1')) as { deal: object };
    expect(desk.deal).toMatchObject({ isOwn: false });
    const deals = (await read('/opportunities?limit=50')) as { items: { name: string }[] };
    expect(deals.items.filter(({ name }) => name === 'Vermeer BV')).toHaveLength(1);
    expect(await importFile(next)).toMatchObject({ create: 0, update: 0, unchanged: 2 });
  }, 120_000);

  it('stands on the scoreboard once, as pipeline that a partner sourced', async () => {
    const { organization } = await scene;
    const board = await run(organization.slug, 'scoreboard', '--json');
    expect(JSON.parse(board.out)).toMatchObject({
      sourcedPipelineThisQuarter: { amountMinor: 4_000_000, deals: 1 },
    });
  }, 120_000);

  it('carries its credit by the record id, and the next export proves that it arrived', async () => {
    const { organization } = await scene;
    expect(await exportFolder()).toMatchObject({ code: 0 });
    expect(existsSync(join(dir, fresh))).toBe(false);
    crm.update(join(dir, values));
    const next = crm.export(`${system}-2.csv`);
    expect(await importFile(next)).toMatchObject({ create: 0, update: 0, unchanged: 2 });
    const checked = await run(organization.slug, 'export', '--check', next, '--for', system, '--json');
    expect(JSON.parse(checked.out)).toMatchObject({
      ...{ rows: 2, known: 2, decided: 1, arrived: 1, differences: [] },
      readiness: { canTag: true },
    });
    expect(checked.code).toBe(0);
    expect(crm.records[1]).toMatchObject({
      [String(names.partner)]: 'Partner 1',
      [String(names.class)]: 'Sourced',
      [String(names.registration)]: 'R-1',
    });
  }, 120_000);

  it('names the one cell that somebody changes by hand', async () => {
    const { organization } = await scene;
    const record = crm.records[1];
    if (record) record[String(names.class)] = 'Influenced';
    const changed = crm.export(`${system}-3.csv`);
    const found = await run(organization.slug, 'export', '--check', changed, '--for', system, '--json');
    expect(found.code).toBe(2);
    expect(JSON.parse(found.out).differences).toMatchObject([
      { kind: 'other_value', field: 'class', expected: 'Sourced', found: 'Influenced', row: 3 },
    ]);
  }, 120_000);

  it('is the test deal of gate G4, and the CRM carries the partner', async () => {
    const { gates } = (await read('/program/watch')) as {
      gates: { conditions: { code: string; state: string; evidence: string | null }[] }[];
    };
    const conditions = gates.flatMap((gate) => gate.conditions);
    const of = (code: string) => conditions.find((one) => one.code === code);
    expect(of('test_deal.passed')).toMatchObject({ state: 'met' });
    expect(of('crm.fields')).toMatchObject({ state: 'met' });
  }, 120_000);
});
