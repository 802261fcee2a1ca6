import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileReader } from '#connectors/file-reader.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import { listImports } from '#server/import/list-imports.ts';
import { getDraft } from '#server/import/open-draft.ts';
import { runImport } from '#server/import/run-import.ts';
import { startRun } from '#server/import/start-run.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, draftOfText, importText, later, projectionOf } from '#test/harness/importing.ts';

const database = await testDatabase();
const server = await testApp(database);

const file = (from: number, count: number): string => {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `${from + index},Deal ${from + index},Account ${index % 7},Proposal,100,2026-01-10,2026-09-01,,`,
  );
  return `${[dealHeader, ...rows].join('\n')}\n`;
};

describe('imports at the same time', () => {
  it('of one draft make one import', async () => {
    const { context } = await server.organization();
    const draft = await draftOfText(context, file(1, 300));
    await tryDraft(context, fileReader, draft.draftId);
    const choice = { leaveOutRejected: false };
    const both = await Promise.all(
      [1, 2].map(() => commitDraft(later(context), fileReader, draft.draftId, choice)),
    );
    expect(new Set(both.map((one) => one.importId)).size).toBe(1);
    expect(both.every((one) => one.state === 'committed')).toBe(true);
    expect((await listImports(context, { limit: 10 })).items).toHaveLength(1);
    const { deals } = (await projectionOf(database, context)) as { deals: unknown[] };
    expect(deals).toHaveLength(300);
  });

  it('of two files wait for each other, and both come in whole', async () => {
    const { context } = await server.organization();
    const results = await Promise.all([
      importText(context, file(1, 300)),
      importText(context, file(200, 300)),
    ]);
    expect(results.map((one) => one.state)).toEqual(['committed', 'committed']);
    const { deals, accounts } = (await projectionOf(database, context)) as {
      deals: unknown[];
      accounts: unknown[];
    };
    expect(deals).toHaveLength(499);
    expect(accounts).toHaveLength(7);
  });
});

describe('a commit that runs', () => {
  it('says how far it is to whoever asks', async () => {
    const { context, slug } = await server.organization();
    const draft = await draftOfText(context, file(1, 20_000));
    await tryDraft(context, fileReader, draft.draftId);
    await startRun(context, draft.draftId, { task: 'commit', leaveOutRejected: false });
    const job = { org: slug, draftId: draft.draftId, startedBy: 'test', leaveOutRejected: false };
    let isDone = false;
    const running = runImport(context.ports, fileReader, job).finally(() => {
      isDone = true;
    });
    const seen: number[] = [];
    while (!isDone) {
      const { state, progress } = await getDraft(context, draft.draftId);
      if (state === 'running' && progress) seen.push(progress.rows);
      await sleep(50);
    }
    await running;
    expect(Math.max(0, ...seen)).toBeGreaterThan(0);
    expect(await getDraft(context, draft.draftId)).toMatchObject({ state: 'committed', progress: null });
  });
});

describe('an import that is killed', () => {
  it('leaves nothing, and can be repeated', async () => {
    const { context, slug } = await server.organization();
    const draft = await draftOfText(context, file(1, 20_000));
    await tryDraft(context, fileReader, draft.draftId);
    for (const phase of ['reading', 'writing']) {
      const child = fork(fileURLToPath(new URL('./killed-import.ts', import.meta.url)), [
        database.appUrl,
        slug,
        draft.draftId,
        phase,
      ]);
      const [message] = await once(child, 'message');
      expect(message).toBe(phase);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await projectionOf(database, context)).toEqual({
        deals: [],
        accounts: [],
        partners: [],
        stages: [],
      });
      expect((await listImports(context, { limit: 10 })).items).toEqual([]);
    }
    const done = await commitDraft(later(context), fileReader, draft.draftId, { leaveOutRejected: false });
    expect(done).toMatchObject({ state: 'committed', result: { counts: { create: 20_000 } } });
  });
});
