import { describe, expect, it, vi } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { breachesOf } from './catalogue.ts';
import { ask, comparable, type Heard, outsidersOf, pairsOf } from './matrix.ts';
import { definitions, requestOf } from './requests.ts';
import { makeWorld } from './world.ts';

// Each stone is followed by a walk over every route.
vi.setConfig({ testTimeout: 120_000 });

const CANARY = 'zqcanary';
const database = await freshDatabase();
const server = await testApp(database);
const ours = await makeWorld(server, 'ours', 6);
const theirs = await makeWorld(server, CANARY, 6);
const outsiders = await outsidersOf(ours, theirs);
const portalPerson = await ours.organization.person(['partner_admin'], {
  partnerId: ours.ids.partnerId as never,
});
const [here, there] = [ours, theirs].map(({ organization }) => organization.context.organization.orgId);

const { rows: tables } = await database.ownerPool.query<{ name: string }>(
  `select c.relname as name from pg_class c
   where c.relnamespace = 'tandem'::regnamespace and c.relkind in ('r', 'p') order by 1`,
);
const names = tables.map(({ name }) => name);

/** Rows of a table that the role sees under these settings, and how many of them are of another organization. */
async function seen(role: 'app' | 'owner', table: string, setting: string, org = there) {
  const client = await (role === 'app' ? database.pool : database.ownerPool).connect();
  try {
    await client.query(`begin read only${setting ? `; set local ${setting}` : ''}`);
    const { rows } = await client.query<{ all: number; foreign: number }>(
      `select count(*)::int as all, count(*) filter (where org_id = '${org}')::int as foreign
       from tandem.${table}`,
    );
    return rows[0] ?? { all: 0, foreign: 0 };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe.each(names)('the table %s', (table) => {
  it('shows the app nothing without an organization, nor in one that never was', async () => {
    expect(await seen('app', table, '')).toMatchObject({ all: 0 });
    const never = `app.org = '01980000-0000-7000-8000-000000000000'`;
    expect(await seen('app', table, never)).toMatchObject({ all: 0 });
  });

  it('shows the app the rows of its organization, and none of another', async () => {
    expect(await seen('app', table, `app.org = '${here}'`)).toMatchObject({ foreign: 0 });
    const whole = await seen('owner', table, `app.org = '${there}'`);
    expect(whole.foreign, 'makeWorld() must fill it, or this proves nothing').toBeGreaterThan(0);
  });
});

/** What is open between the organizations, by asking every route that reads, and every route for foreign things. */
async function openings(): Promise<string[]> {
  const { slug } = ours.organization;
  const heard: Heard = { answers: 0, leaks: [] };
  const found: string[] = [];
  const wish = { ids: ours.ids, number: 1 };
  for (const definition of definitions.filter(({ capability }) => capability !== 'public')) {
    const asker = definition.capability.startsWith('portal.') ? portalPerson : ours.chief;
    if (definition.method === 'GET') {
      await ask(server, requestOf(definition, slug, wish), asker, heard, CANARY);
      if (definition.path.startsWith('/o/{org}')) {
        for (const [name, person] of outsiders) {
          const { status } = await ask(
            server,
            requestOf(definition, slug, wish),
            person,
            heard,
            'no word at all',
          );
          if (status !== 404) found.push(`${definition.operation} tells ${name} ${status}`);
        }
      }
    }
    for (const { name, foreign, nobodys } of pairsOf(definition, slug, ours.ids, theirs.ids)) {
      const one = await ask(server, foreign, asker, heard, CANARY);
      const other = await ask(server, nobodys, asker, heard, CANARY);
      if (JSON.stringify(comparable(one)) !== JSON.stringify(comparable(other))) {
        found.push(`${definition.operation} knows a foreign ${name}: ${one.status}`);
      }
    }
  }
  return [...found, ...heard.leaks];
}

describe('the first wall, with a stone taken out', () => {
  it('has no opening as it stands', async () => {
    expect(await openings()).toEqual([]);
  });

  it.each([
    'account',
    'audit_log',
    'dispute',
    'exchange_rate',
    'file',
    'import',
    'import_draft',
    'invitation',
    'membership',
    'organization',
    'org_head',
    'opportunity',
    'opportunity_fact',
    'partner',
    'saved_view',
    'touch',
  ])(
    '%s: the queries themselves keep to the organization, and the catalogue says what is missing',
    async (table) => {
      await database.ownerPool.query(`alter table tandem.${table} disable row level security`);
      try {
        expect((await seen('app', table, `app.org = '${here}'`)).foreign).toBeGreaterThan(0);
        expect((await breachesOf(database.ownerPool)).join()).toContain(table);
        expect(await openings()).toEqual([]);
      } finally {
        await database.ownerPool.query(`alter table tandem.${table} enable row level security`);
      }
    },
  );
});
