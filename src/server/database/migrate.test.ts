import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#test/harness/database.ts';
import { packageRoot } from '../config-root.ts';
import { migrate, migrationStatus, readMigrations } from './migrate.ts';

let dir: string;
let database: TestDatabase;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tandem-sql-'));
  database = await freshDatabase({ empty: true });
  write('0001_first.sql', 'create table public.first (n int);');
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('migrations', () => {
  it('are applied once each, in order', async () => {
    write('0002_second.sql', 'insert into public.first values (1);\ninsert into public.first values (2);');
    expect(await run()).toEqual({ applied: ['0001_first.sql', '0002_second.sql'], total: 2 });
    expect(await run()).toEqual({ applied: [], total: 2 });
    expect(await count()).toBe(2);
  });

  it('are told from the outside without changing anything', async () => {
    expect(await migrationStatus(database.ownerUrl, dir)).toEqual({
      applied: 0,
      pending: ['0001_first.sql'],
    });
    await run();
    expect(await migrationStatus(database.ownerUrl, dir)).toEqual({ applied: 1, pending: [] });
  });

  it('roll back whole when a statement fails, and name the file and the line', async () => {
    write(
      '0002_second.sql',
      'insert into public.first values (1);\n\ninsert into public.nothing values (1);',
    );
    await expect(run()).rejects.toThrow(/sql\/0002_second\.sql at line 3: relation "public.nothing"/);
    expect(await count()).toBe(0);
    write('0002_second.sql', 'insert into public.first values (1);');
    expect((await run()).applied).toEqual(['0002_second.sql']);
  });

  it('are refused when an applied file was changed', async () => {
    await run();
    write('0001_first.sql', 'create table public.first (n bigint);');
    await expect(run()).rejects.toThrow(/sql\/0001_first\.sql was changed after it had been applied/);
  });

  it('do not mind how lines end', async () => {
    write('0001_first.sql', 'create table\npublic.first (n int);');
    await run();
    write('0001_first.sql', 'create table\r\npublic.first (n int);');
    expect((await run()).applied).toEqual([]);
  });

  it('are refused by a code that is older than the database', async () => {
    write('0002_second.sql', 'select 1;');
    await run();
    rmSync(join(dir, '0002_second.sql'));
    await expect(run()).rejects.toThrow(/The database is newer than this Tandem: it has 0002_second\.sql/);
  });

  it('have numbers without gaps, and leave transactions to the migrator', () => {
    write('0003_third.sql', 'select 1;');
    expect(() => readMigrations(dir)).toThrow(/0003_third\.sql.*expected number 0002/);
    rmSync(join(dir, '0003_third.sql'));
    write('0002_second.sql', 'select 1;\ncommit;');
    expect(() => readMigrations(dir)).toThrow(/0002_second\.sql.*commit/);
  });

  it('are applied once when several processes start at the same time', async () => {
    write('0002_second.sql', 'select pg_sleep(0.3); insert into public.first values (1);');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 2]);
    expect(await count()).toBe(1);
  });

  it('do no harm when the process is killed midway, and go on at the next start', async () => {
    write('0002_slow.sql', 'insert into public.first values (1);\nselect pg_sleep(20);');
    write('0003_last.sql', 'insert into public.first values (3);');
    const script = join(packageRoot(), 'test/long/run-migrations.ts');
    const child = spawn(process.execPath, [script, database.ownerUrl, dir], { stdio: 'ignore' });
    await until(async () => (await running('pg_sleep')) === 1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await migrationStatus(database.ownerUrl, dir)).toEqual({
      applied: 1,
      pending: ['0002_slow.sql', '0003_last.sql'],
    });
    write('0002_slow.sql', 'insert into public.first values (2);');
    expect((await run()).applied).toEqual(['0002_slow.sql', '0003_last.sql']);
    const { rows } = await database.ownerPool.query('select n from public.first order by n');
    expect(rows).toEqual([{ n: 2 }, { n: 3 }]);
  });
});

function run() {
  return migrate(database.ownerUrl, { dir });
}

function write(name: string, sql: string): void {
  writeFileSync(join(dir, name), sql);
}

async function count(): Promise<number> {
  return (await database.ownerPool.query('select count(*)::int as n from public.first')).rows[0].n;
}

async function running(text: string): Promise<number> {
  const { rows } = await database.ownerPool.query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '%' || $1 || '%'`,
    [text],
  );
  return rows[0].n;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await holds()); await sleep(50)) {
    if (Date.now() > deadline) throw new Error('waited ten seconds in vain');
  }
}
