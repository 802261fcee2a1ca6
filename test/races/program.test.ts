import { describe, expect, it } from 'vitest';
import { fileReader } from '#connectors/file-reader.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { verifyChain } from '#server/audit/verify.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import { verifyProjection } from '#server/import/project/verify-projection.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { defaultScoreboardDefinitions } from '#server/program/policies.ts';
import { type Answer, type TestPerson, testApp } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { draftOfText, later } from '#test/harness/importing.ts';

const database = await testDatabase();
const server = await testApp(database);

const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).sort();
const idOf = ({ context: { actor } }: TestPerson): string =>
  actor.kind === 'member' ? actor.membershipId : '';

async function company() {
  const organization = await server.organization();
  const people = {
    cro: await organization.person(['cro']),
    cfo: await organization.person(['cfo']),
    head: await organization.person(['head_of_partnerships']),
  };
  const base = `/o/${organization.slug}`;
  const page = async (word: string) => {
    const { pages } = (await people.cro.call('GET', `${base}/program`)).body as {
      pages: { word: string; state: string; draft: { revision: number; body: unknown } | null }[];
    };
    return pages.find((one) => one.word === word);
  };
  const version = await proposeAttribution(people.cro, organization.slug);
  const sign = (who: TestPerson, seat: string) =>
    who.call('POST', `${base}/policies/attribution/${version}/signatures`, { body: { seat } });
  const save = (who: TestPerson, word: string, body: unknown, revision: number) =>
    who.call('PUT', `${base}/program/pages/${word}/draft`, { body: { body, confirmed: [], revision } });
  const propose = (who: TestPerson, word: string, revision: number) =>
    who.call('POST', `${base}/program/pages/${word}/proposals`, { body: { revision } });
  const isChainWhole = () => verifyChain(database.pool, organization.context.organization.orgId);
  return { organization, ...people, base, page, sign, save, propose, isChainWhole };
}

describe('two at once', () => {
  it('sign for different seats: all land, and the last one knows that it is the last', async () => {
    const { cro, cfo, head, sign, page, isChainWhole } = await company();
    const answers = await Promise.all([
      sign(cro, 'cro'),
      sign(cfo, 'cfo'),
      sign(head, 'head_of_partnerships'),
    ]);
    expect(statuses(answers)).toEqual([201, 201, 201]);
    const missing = answers.map(({ body }) => (body as { missing: string[] }).missing.length).sort();
    expect(missing).toEqual([0, 1, 2]);
    expect((await page('attribution'))?.state).toBe('in_force');
    expect(await isChainWhole()).toMatchObject({ ok: true });
  });

  it('sign for the same seat: one signature stands, the other is told', async () => {
    const { organization, cro, sign } = await company();
    const other = await organization.person(['cro']);
    expect(statuses(await Promise.all([sign(cro, 'cro'), sign(other, 'cro'), sign(cro, 'cro')]))).toEqual([
      201, 409, 409,
    ]);
  });

  it('save one draft: exactly one wins, and what it wrote is what stands', async () => {
    const { cro, cfo, head, save, page, isChainWhole } = await company();
    for (let round = 0; round < 5; round += 1) {
      const seen = (await page('thesis'))?.draft?.revision ?? 0;
      const people = [cro, cfo, head];
      const answers = await Promise.all(
        people.map((who, index) => save(who, 'thesis', { market: `Round ${round} by ${index}` }, seen)),
      );
      expect(statuses(answers)).toEqual([200, 409, 409]);
      const winner = answers.findIndex(({ status }) => status === 200);
      const won = answers.find(({ status }) => status === 200)?.body;
      expect((await page('thesis'))?.draft).toMatchObject({
        ...(won as { revision: number }),
        body: { market: `Round ${round} by ${winner}` },
      });
    }
    expect(await isChainWhole()).toMatchObject({ ok: true });
  });

  it('propose and save: either the saved text is proposed later, or the proposed one is what was seen', async () => {
    const { base, cro, head, save, propose, page } = await company();
    for (let round = 1; round <= 5; round += 1) {
      const start = (await page('journey'))?.draft?.revision ?? 0;
      const { revision } = (await save(cro, 'journey', workedExample.journey, start)).body as {
        revision: number;
      };
      const { stages } = workedExample.journey;
      const changed = {
        ...workedExample.journey,
        stages: { ...stages, recruit: { ...stages.recruit, deadlineDays: 30 + round } },
      };
      const answers = await Promise.all([
        propose(head, 'journey', revision),
        save(cro, 'journey', changed, revision),
      ]);
      const ok = answers.filter(({ status }) => status < 300).length;
      expect([round, ok, Math.max(...statuses(answers))]).toEqual([round, 1, 409]);
      const { items } = (await cro.call('GET', `${base}/policies/journey`)).body as {
        items: { body: unknown }[];
      };
      const isProposed = answers[0]?.status === 201;
      if (isProposed) expect(items[0]?.body).toEqual(workedExample.journey);
      expect((await page('journey'))?.draft === null).toBe(isProposed);
    }
  });

  it('name holders of one seat: one of them answers for it', async () => {
    const { organization, cro, cfo, base } = await company();
    const others = [cfo, await organization.person(['cfo']), await organization.person(['cfo'])];
    const answers = await Promise.all(
      others.map((who) =>
        cro.call('POST', `${base}/program/seats/cfo/holders`, { body: { membershipId: idOf(who) } }),
      ),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    const { seats } = (await cro.call('GET', `${base}/program`)).body as {
      seats: { seat: string; holders: unknown[] }[];
    };
    expect(seats.find(({ seat }) => seat === 'cfo')?.holders).toHaveLength(1);
  });

  it('pass on to two successors: one takes everything, the other nothing', async () => {
    const { organization, cro, head, base } = await company();
    await head.call('POST', `${base}/partners`, { body: { name: 'Northgate', managerId: idOf(head) } });
    const successors = [
      await organization.person(['head_of_partnerships']),
      await organization.person(['head_of_partnerships']),
    ];
    const answers = await Promise.all(
      successors.map((who) =>
        cro.call('POST', `${base}/program/succession`, {
          body: { fromMembershipId: idOf(head), toMembershipId: idOf(who) },
        }),
      ),
    );
    expect(statuses(answers)).toEqual([201, 201]);
    const counts = answers.map(({ body }) => body as { seats: number; partners: number });
    expect(counts.map(({ partners }) => partners).sort()).toEqual([0, 1]);
    expect(counts.map(({ seats }) => seats).sort()).toEqual([0, 1]);
  });
});

describe('an import under way', () => {
  it('and a new entry stage: its deals are read by the stage that counts in the end', async () => {
    const { organization, cro, base } = await company();
    const { context } = await organization.person(['partner_ops']);
    // No stage is marked as the entry, so that the page decides.
    const mapping = { ...dealMapping, stages: { Prospecting: { order: 0 }, Qualified: { order: 2 } } };
    const rows = Array.from({ length: 1500 }, (_, row) => `R${row},Deal,Acme,Qualified,900,2026-05-01,,,`);
    const at = later(context);
    const { draftId } = await draftOfText(at, `${dealHeader}\n${rows.join('\n')}\n`, mapping);
    await tryDraft(at, fileReader, draftId);
    const { promise: isWriting, resolve } = Promise.withResolvers<void>();
    const imported = commitDraft(later(context), fileReader, draftId, { leaveOutRejected: false }, (at) => {
      if (at.phase === 'writing') resolve();
    });
    await isWriting;
    const definitions = { ...defaultScoreboardDefinitions, entryStage: 4 };
    const body = { inForceFrom: '2026-07-01', definitions };
    expect((await cro.call('POST', `${base}/policies/scoreboard`, { body })).status).toBe(201);
    await imported;
    expect(await verifyProjection(database.pool, context.organization)).toMatchObject({
      deals: 1500,
      differing: [],
    });
  });
});
