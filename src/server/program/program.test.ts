import { describe, expect, it } from 'vitest';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { OrgId } from '#core/ids.ts';
import { changeMember } from '#server/access/change-member.ts';
import { verifyChain } from '#server/audit/verify.ts';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { testDatabase } from '#test/harness/database.ts';
import type { FreshProof } from '../identity/fresh-proof.ts';
import { signPage } from './sign-page.ts';

const database = await testDatabase();
const server = await testApp(database);

type Page = {
  word: string;
  state: string;
  draft: { revision: number; updatedBy: string; confirmed: string[] } | null;
  inForce: { version: number; isDraft: boolean; inForceFrom: string; signedOn: string | null } | null;
  proposed: {
    version: number;
    missing: string[];
    signatures: { seat: string; interim: string | null }[];
  } | null;
};
type Program = {
  kickoffOn: string | null;
  mode: string;
  pages: Page[];
  seats: { seat: string; isOpen: boolean; holders: { membershipId: string; interim: string | null }[] }[];
  me: { membershipId: string; signsFor: string[] };
};
type Pack = {
  openedAt: number | null;
  pages: { word: string; needsCountersignature: boolean }[];
  number: { number: string };
  tasks: { task: string; isDone: boolean }[];
};

const idOf = ({ context: { actor } }: TestPerson): string =>
  actor.kind === 'member' ? actor.membershipId : '';

async function company() {
  const organization = await server.organization();
  const people = {
    cro: await organization.person(['cro']),
    cfo: await organization.person(['cfo']),
    head: await organization.person(['head_of_partnerships']),
    ops: await organization.person(['partner_ops']),
    ae: await organization.person(['ae']),
  };
  const base = `/o/${organization.slug}`;
  const program = async (who: TestPerson = people.cro) =>
    (await who.call('GET', `${base}/program`)).body as Program;
  const page = async (word: string) => {
    const found = (await program()).pages.find((one) => one.word === word);
    if (!found) throw new Error(`no page ${word}`);
    return found;
  };
  const save = (who: TestPerson, word: string, body: unknown, revision = 0, confirmed: string[] = []) =>
    who.call('PUT', `${base}/program/pages/${word}/draft`, { body: { body, confirmed, revision } });
  const propose = (who: TestPerson, word: string, revision: number, inForceFrom: string | null = null) =>
    who.call('POST', `${base}/program/pages/${word}/proposals`, { body: { revision, inForceFrom } });
  const sign = (who: TestPerson, word: string, version: number, seat: string) =>
    who.call('POST', `${base}/policies/${word}/${version}/signatures`, { body: { seat } });
  const countersign = (who: TestPerson, word: string, version: number, seat: string) =>
    who.call('POST', `${base}/policies/${word}/${version}/countersignatures`, { body: { seat } });
  const assign = (who: TestPerson, seat: string, holder: TestPerson, interim: string | null = null) =>
    who.call('POST', `${base}/program/seats/${seat}/holders`, {
      body: { membershipId: idOf(holder), interim },
    });
  /** Saves a body that passes its checks and proposes it. */
  const proposed = async (word: 'attribution' | 'journey', inForceFrom: string | null = null) => {
    const revision = ((await save(people.ops, word, workedExample[word])).body as { revision: number })
      .revision;
    return propose(people.ops, word, revision, inForceFrom);
  };
  const actions = async () => {
    const trail = await people.cro.call('GET', `${base}/audit`);
    return (trail.body as { items: { action: string }[] }).items.map(({ action }) => action);
  };
  return {
    organization,
    ...people,
    ...{ base, program, page, save, propose, sign, countersign, assign, proposed, actions },
  };
}

describe('the program', () => {
  it('begins with ten pages, two of them the defaults that figures are computed by', async () => {
    const { program } = await company();
    const { pages, mode, kickoffOn, me } = await program();
    expect(pages).toHaveLength(10);
    expect([mode, kickoffOn]).toEqual(['new', null]);
    expect(me.signsFor).toEqual(['cro']);
    for (const page of pages) {
      const isDefault = page.word === 'attribution' || page.word === 'scoreboard';
      expect([page.word, page.state]).toEqual([page.word, isDefault ? 'proposed' : 'not_begun']);
      if (isDefault) expect(page.inForce).toMatchObject({ version: 1, isDraft: true, signedOn: null });
      else expect(page.inForce).toBeNull();
    }
  });

  it('has a clock that is set by who may edit, and is recorded', async () => {
    const { cro, ae, base, program, actions } = await company();
    const clock = { kickoffOn: '2026-09-01', mode: 'running' };
    expect((await ae.call('PUT', `${base}/program/clock`, { body: clock })).status).toBe(403);
    expect((await cro.call('PUT', `${base}/program/clock`, { body: clock })).status).toBe(200);
    expect(await program()).toMatchObject(clock);
    expect(await actions()).toContain('program.set_clock');
  });
});

describe('a draft', () => {
  it('is saved by who has seen the latest revision; the other is told whose change they missed', async () => {
    const { ops, head, ae, page, save, actions } = await company();
    expect((await save(ae, 'thesis', {})).status).toBe(403);
    const { revision } = (await save(ops, 'thesis', { market: 'Mid-market' }, 0, ['market'])).body as {
      revision: number;
    };
    expect(await page('thesis')).toMatchObject({
      state: 'draft',
      draft: { revision, confirmed: ['market'] },
    });
    const answer = await save(head, 'thesis', { market: 'Enterprise' }, 0);
    const { actor } = ops.context;
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining(actor.name) } });
    expect((await save(head, 'thesis', { market: 'Enterprise' }, revision)).status).toBe(200);
    expect((await save(ops, 'thesis', { market: 'Again' }, revision)).status).toBe(409);
    expect(await actions()).toContain('draft.save');
  });

  it('is refused with the path of each value that its field does not take', async () => {
    const { ops, save } = await company();
    const answer = await save(ops, 'attribution', { settings: { lockDays: 'two weeks' }, sentense: {} });
    expect(answer).toMatchObject({ status: 422 });
    const { errors } = answer.body as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'body.body.sentense',
      'body.body.settings.lockDays',
    ]);
  });

  it('is discarded, and who has seen it cannot save over the one that comes after', async () => {
    const { ops, base, save, page } = await company();
    const first = (await save(ops, 'thesis', { market: 'One' })).body as { revision: number };
    const draft = `${base}/program/pages/thesis/draft`;
    expect((await ops.call('DELETE', draft, { query: { revision: '999' } })).status).toBe(409);
    expect((await ops.call('DELETE', draft)).status).toBe(200);
    expect((await ops.call('DELETE', draft)).status).toBe(404);
    expect((await page('thesis')).state).toBe('not_begun');
    await save(ops, 'thesis', { market: 'Two' });
    expect((await save(ops, 'thesis', { market: 'One again' }, first.revision)).status).toBe(409);
  });
});

describe('a proposal', () => {
  it('is refused with what is missing while a blocking check fails, and the draft stays', async () => {
    const { ops, save, propose, page } = await company();
    const { revision } = (await save(ops, 'thesis', { market: 'Mid-market' })).body as { revision: number };
    const answer = await propose(ops, 'thesis', revision);
    expect(answer.status).toBe(422);
    const { errors } = answer.body as { errors: { repair: string }[] };
    expect(errors.length).toBeGreaterThan(3);
    expect(errors[0]?.repair).not.toBe('');
    expect((await page('thesis')).draft?.revision).toBe(revision);
  });

  it('uses the draft up and waits for the seats of its page', async () => {
    const { ae, propose, proposed, page, actions } = await company();
    expect((await propose(ae, 'journey', 1)).status).toBe(403);
    expect(await proposed('journey')).toMatchObject({ status: 201, body: { version: 1 } });
    expect(await page('journey')).toMatchObject({
      state: 'proposed',
      draft: null,
      proposed: { version: 1, missing: ['head_of_partnerships'] },
    });
    expect(await actions()).toContain('policy.propose');
  });

  it('never holds for days that are over, and the attribution page holds for whole quarters', async () => {
    const { ops, save, propose } = await company();
    const saved = async (word: 'attribution' | 'journey') =>
      ((await save(ops, word, workedExample[word])).body as { revision: number }).revision;
    expect((await propose(ops, 'journey', await saved('journey'), '2026-07-14')).status).toBe(422);
    expect((await propose(ops, 'attribution', await saved('attribution'), '2026-08-01')).status).toBe(422);
  });
});

describe('a signature', () => {
  it('of every seat puts the page in force; the one before it is superseded', async () => {
    const { organization, ops, cro, cfo, head, sign, proposed, page, base } = await company();
    const first = await proposeAttribution(ops, organization.slug);
    for (const [who, seat] of [
      [cro, 'cro'],
      [cfo, 'cfo'],
      [head, 'head_of_partnerships'],
    ] as const) {
      expect((await sign(who, 'attribution', first, seat)).status).toBe(201);
    }
    expect(await page('attribution')).toMatchObject({
      state: 'in_force',
      inForce: { version: first, isDraft: false },
    });
    // A signed one holds this quarter, so the next begins with the next (ATT-1).
    expect(await proposed('attribution')).toMatchObject({ body: { version: 3, inForceFrom: '2026-10-01' } });
    expect(await page('attribution')).toMatchObject({ inForce: { version: 2 }, proposed: { version: 3 } });
    await sign(cro, 'attribution', 3, 'cro');
    const { items } = (await cro.call('GET', `${base}/policies/attribution`)).body as {
      items: { version: number; standing: string; missing: string[] }[];
    };
    expect(items).toMatchObject([
      { version: 3, standing: 'proposed', missing: ['cfo', 'head_of_partnerships'] },
      { version: 2, standing: 'in_force', missing: [] },
      { version: 1, isDraft: true, signatures: [] },
    ]);
  });

  it('is refused on a version in whose place a newer one was proposed', async () => {
    const { cro, sign, proposed } = await company();
    await proposed('attribution');
    expect(await sign(cro, 'attribution', 1, 'cro')).toMatchObject({ status: 409 });
    expect(await sign(cro, 'attribution', 9, 'cro')).toMatchObject({ status: 404 });
    expect(await sign(cro, 'attribution', 2, 'cro')).toMatchObject({ status: 201 });
  });

  it('is given for an open seat by its interim holder, and says so; who comes later countersigns', async () => {
    const { organization, cro, head, assign, sign, countersign, proposed, page, program, actions } =
      await company();
    const advisor = await organization.person(['advisor'], { accessEndsOn: '2027-01-01' });
    await proposed('journey');
    expect((await sign(advisor, 'journey', 1, 'head_of_partnerships')).status).toBe(403);
    expect((await assign(cro, 'head_of_partnerships', advisor)).status).toBe(422);
    expect((await assign(cro, 'head_of_partnerships', advisor, 'advisor')).status).toBe(201);
    expect((await program(advisor)).me.signsFor).toEqual(['head_of_partnerships']);
    // The seat is held by name now, so the role alone does not sign for it.
    expect((await sign(head, 'journey', 1, 'head_of_partnerships')).status).toBe(403);
    expect((await sign(advisor, 'journey', 1, 'head_of_partnerships')).status).toBe(201);
    expect((await page('journey')).state).toBe('in_force');
    expect((await countersign(advisor, 'journey', 1, 'head_of_partnerships')).status).toBe(409);
    expect((await assign(cro, 'head_of_partnerships', head)).status).toBe(201);
    expect((await countersign(head, 'journey', 1, 'head_of_partnerships')).status).toBe(201);
    expect((await countersign(head, 'journey', 1, 'head_of_partnerships')).status).toBe(409);
    expect(await actions()).toEqual(
      expect.arrayContaining(['policy.sign', 'policy.countersign', 'seat.assign']),
    );
  });

  it('is nobody’s but the person’s whose sign-in was proved', async () => {
    const { cro, cfo, organization } = await company();
    const what = { word: 'attribution', version: 1, seat: 'cro' } as const;
    const proof = { userId: cfo.userId, by: 'password' } as FreshProof;
    await expect(signPage(cro.context, what, proof)).rejects.toMatchObject({ type: 'not-allowed' });
    await expect(signPage(organization.context, what, proof)).rejects.toMatchObject({ type: 'not-allowed' });
  });
});

describe('seats', () => {
  it('where one answers pass to the next holder, and end', async () => {
    const { cro, cfo, ae, organization, assign, program, base } = await company();
    const other = await organization.person(['cfo']);
    expect((await assign(ae, 'cfo', cfo)).status).toBe(403);
    expect((await assign(cro, 'cfo', cfo)).status).toBe(201);
    expect((await assign(cro, 'cfo', cfo)).status).toBe(409);
    expect((await assign(cro, 'cfo', other)).status).toBe(201);
    const holders = async () => (await program()).seats.find(({ seat }) => seat === 'cfo')?.holders;
    expect(await holders()).toMatchObject([{ membershipId: idOf(other), interim: null }]);
    const end = (who: TestPerson) => cro.call('DELETE', `${base}/program/seats/cfo/holders/${idOf(who)}`);
    expect((await end(cfo)).status).toBe(409);
    expect((await end(other)).status).toBe(200);
    // Nobody was named any more, so the role holds it again.
    expect((await holders())?.map((one) => one.membershipId).sort()).toEqual([idOf(cfo), idOf(other)].sort());
  });

  it('of another organization are not there', async () => {
    const ours = await company();
    const theirs = await company();
    expect((await ours.assign(ours.cro, 'cfo', theirs.cfo)).status).toBe(404);
    expect((await theirs.cro.call('GET', `${ours.base}/program`)).status).toBe(404);
    expect((await theirs.save(theirs.cro, 'thesis', {})).status).toBe(200);
    expect((await ours.page('thesis')).draft).toBeNull();
  });

  it('pass on with partners and tasks in one act, which is one entry of the trail, also after a suspension', async () => {
    const { organization, cro, head, base, program, actions } = await company();
    await head.call('PUT', `${base}/program/week-one/tasks/read_pages`);
    for (const name of ['Northgate', 'Halyard']) {
      await head.call('POST', `${base}/partners`, { body: { name, managerId: idOf(head) } });
    }
    const administrator = await organization.person(['administrator']);
    await changeMember(administrator.context, idOf(head), { suspended: true });
    const leader = async () => (await program()).seats.find(({ seat }) => seat === 'head_of_partnerships');
    expect(await leader()).toMatchObject({ isOpen: true, holders: [] });
    const before = (await actions()).length;
    const pass = await cro.call('POST', `${base}/program/succession`, {
      body: { fromMembershipId: idOf(head), toMembershipId: idOf(cro) },
    });
    expect(pass.body).toMatchObject({ seats: 1, numbers: 1, partners: 2 });
    expect((pass.body as { tasks: number }).tasks).toBeGreaterThan(3);
    const trail = await actions();
    expect([trail.length, trail[0]]).toEqual([before + 1, 'program.pass_on']);
    expect(await leader()).toMatchObject({
      isOpen: false,
      holders: [{ membershipId: idOf(cro), interim: 'cro' }],
    });
    const listed = (await cro.call('GET', `${base}/partners`)).body as { items: { managerId: string }[] };
    expect(listed.items.map(({ managerId }) => managerId)).toEqual([idOf(cro), idOf(cro)]);
    const org = organization.context.organization.orgId as OrgId;
    expect(await verifyChain(database.pool, org)).toMatchObject({ ok: true });
  });

  it('that a successor may not hold pass to nobody, and nothing else does either', async () => {
    const { cro, ae, head, assign, base, organization } = await company();
    await assign(cro, 'head_of_partnerships', head);
    await head.call('POST', `${base}/partners`, { body: { name: 'Northgate', managerId: idOf(head) } });
    const pass = (to: TestPerson) =>
      cro.call('POST', `${base}/program/succession`, {
        body: { fromMembershipId: idOf(head), toMembershipId: idOf(to) },
      });
    expect((await pass(ae)).status).toBe(422);
    expect((await pass(head)).status).toBe(422);
    const successor = await organization.person(['head_of_partnerships']);
    expect((await pass(successor)).body).toEqual({ seats: 1, numbers: 1, partners: 1, tasks: 0 });
    expect((await pass(successor)).body).toEqual({ seats: 0, numbers: 0, partners: 0, tasks: 0 });
  });
});

describe('the first week', () => {
  it('is opened by the leader in person, says what was signed for them, and is ticked off', async () => {
    const { organization, cro, head, base, assign, sign, countersign, proposed } = await company();
    const ceo = await organization.person(['ceo']);
    const pack = async (who: TestPerson) =>
      ((await who.call('GET', `${base}/program/week-one`)).body as { pack: Pack | null }).pack;
    await assign(cro, 'head_of_partnerships', ceo, 'ceo');
    await proposed('journey');
    await sign(ceo, 'journey', 1, 'head_of_partnerships');
    expect(await pack(ceo)).toBeNull();
    expect(await pack(head)).toBeNull();
    expect((await head.call('POST', `${base}/program/week-one`)).status).toBe(409);
    await assign(cro, 'head_of_partnerships', head);
    expect((await head.call('POST', `${base}/program/week-one`)).status).toBe(200);
    expect((await head.call('POST', `${base}/program/week-one`)).status).toBe(200);
    const opened = await pack(head);
    expect(opened?.openedAt).not.toBeNull();
    expect(opened?.pages).toMatchObject([{ word: 'journey', needsCountersignature: true }]);
    expect(opened?.tasks).toHaveLength(10);
    const task = async (name: string) => (await pack(head))?.tasks.find((one) => one.task === name)?.isDone;
    expect(await task('countersign')).toBe(false);
    await countersign(head, 'journey', 1, 'head_of_partnerships');
    expect(await task('countersign')).toBe(true);
    const tick = (method: string, name: string) =>
      head.call(method, `${base}/program/week-one/tasks/${name}`);
    expect((await tick('PUT', 'countersign')).status).toBe(409);
    expect((await tick('PUT', 'sales')).status).toBe(200);
    expect(await task('sales')).toBe(true);
    expect((await tick('DELETE', 'sales')).status).toBe(200);
    expect((await tick('DELETE', 'sales')).status).toBe(409);
    expect((await cro.call('PUT', `${base}/program/week-one/tasks/sales`)).status).toBe(403);
  });
});
