import { describe, expect, it } from 'vitest';
import { pages } from '#core/blueprint/document.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { pageWords } from '#core/program/page.ts';
import { type TestOrganization, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { findDeal } from '../../attribution/find-deal.ts';
import { recordIntroduction } from '../../attribution/touch/record-introduction.ts';
import { write } from '../../audit/write.ts';
import { addPartnerPerson, createPartner } from '../../partner/change-partner.ts';

const server = await testApp(await testDatabase());

async function desk() {
  const organization = await server.organization();
  const cro = await organization.person(['cro']);
  const head = await organization.person(['head_of_partnerships']);
  const path = `/o/${organization.slug}`;
  const reason = 'The first cohort is signed before the page, on the CRO’s word.';
  return {
    cro,
    head,
    path,
    override: (gate: string, text = reason) =>
      cro.call('POST', `${path}/program/gates/${gate}/overrides`, { body: { reason: text } }),
    sign: (name: string, signedOn: string | null, more: object = {}) =>
      head.call('POST', `${path}/partners`, { body: { name, signedOn, ...more } }),
  };
}

/** Every page of the worked example, signed by all its seats: what people would have done over the weeks of the design. */
async function signEverything({ context }: TestOrganization, membershipId: string): Promise<void> {
  const { orgId } = context.organization;
  await write(context, async (tx) => {
    for (const word of pageWords) {
      await tx.query(
        `insert into tandem.policy (org_id, word, version, body, in_force_from, created_at, created_by)
         values ($1, $2, 9, $3, '2026-07-01', '2026-07-01', 'test')`,
        [orgId, word, JSON.stringify(workedExample[word])],
      );
      await tx.query(
        `insert into tandem.policy_signature (org_id, word, version, seat, membership_id, signed_at)
         select $1, $2, 9, seat, $4, '2026-07-01' from unnest($3::text[]) as seat`,
        [orgId, word, [...pages[word].seats], membershipId],
      );
    }
    tx.record({ action: 'policy.sign', entityId: 'all', movesFigures: true });
  });
}

/** A deal that an existing partner introduced before it was created, sourced by the signed page. */
async function passTestDeal({ context }: TestOrganization): Promise<void> {
  const at = (day: string) => ({ ...context, now: Date.parse(`${day}T12:00:00Z`) });
  const details = { domain: null, country: null, archetype: null, managerId: null };
  const { partnerId } = await createPartner(context, { ...details, name: 'Old', signedOn: '2024-01-05' });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(context, partnerId, person);
  const deal = (id: string, stage: string, created: string) =>
    importText(context, `${dealHeader}\n${id},Test,Acme,${stage},900,${created},${created},,\n`);
  await deal('T0', 'Closed Lost', '2025-01-05');
  const { accountId } = (await findDeal(context, 'T0')) ?? { accountId: null };
  await recordIntroduction(at('2026-07-08'), {
    partnerId,
    partnerPersonId,
    accountId,
    opportunityId: null,
    product: null,
    occurredAt: Date.parse('2026-07-07T12:00:00Z'),
    evidence: ['https://example.org/mail'],
    note: null,
  });
  await deal('T1', 'Qualified', '2026-07-10');
}

describe('a gate', () => {
  it('is overridden by the CRO once, with a reason, and the override is in the trail and goes back', async () => {
    const { cro, head, path, override } = await desk();
    const gates = `${path}/program/gates/g4/overrides`;
    expect(await head.call('POST', gates, { body: { reason: 'Because I say so today.' } })).toMatchObject({
      status: 403,
    });
    expect(await override('g4', '  short   ')).toMatchObject({ status: 422 });
    expect(await override('g9')).toMatchObject({ status: 422 });
    expect(await override('g4')).toMatchObject({ status: 201 });
    expect(await override('g4')).toMatchObject({ status: 409 });
    expect(await head.call('DELETE', gates)).toMatchObject({ status: 403 });
    expect(await cro.call('DELETE', gates)).toMatchObject({ status: 200 });
    expect(await cro.call('DELETE', gates)).toMatchObject({ status: 404 });
    expect(await override('g4')).toMatchObject({ status: 201 });
    const trail = (await cro.call('GET', `${path}/audit`)).body as { items: { action: string }[] };
    expect(trail.items.map(({ action }) => action).filter((one) => one.startsWith('gate.'))).toEqual([
      'gate.override',
      'gate.revoke_override',
      'gate.override',
    ]);
  });
});

describe('recruiting', () => {
  it('is closed before gate G4, and the refusal says what is missing and who can supply it', async () => {
    const { sign } = await desk();
    const refused = await sign('Northgate', '2026-07-15');
    expect(refused).toMatchObject({
      status: 409,
      body: {
        detail: expect.stringMatching(/^Recruiting waits for gate G4.*Who can supply it: .*CFO.*override/),
        errors: expect.arrayContaining([
          expect.objectContaining({ path: 'body.signedOn', expected: 'gate G4 open' }),
        ]),
      },
    });
    expect(await sign('Northgate', null)).toMatchObject({ status: 201 });
  });

  it('is open to an opening state: partners that were signed before the company came here', async () => {
    const { head, path, sign } = await desk();
    const made = await sign('Halyard', '2024-03-01', { openingStage: 'producing' });
    expect(made).toMatchObject({ status: 201 });
    const { partnerId } = made.body as { partnerId: string };
    const change = (body: object) => head.call('PATCH', `${path}/partners/${partnerId}`, { body });
    expect(await change({ country: 'NL', signedOn: '2024-03-01' })).toMatchObject({ status: 200 });
    expect(await change({ signedOn: '2024-04-01' })).toMatchObject({ status: 200 });
    expect(await change({ signedOn: '2026-07-15' })).toMatchObject({ status: 409 });
  });

  it('is not opened by a kickoff in the future, which leaves its row in the trail', async () => {
    const { cro, head, path, sign } = await desk();
    const clock = { kickoffOn: '2026-12-01', mode: 'new' };
    expect(await head.call('PUT', `${path}/program/clock`, { body: clock })).toMatchObject({ status: 200 });
    expect(await sign('Northgate', '2026-07-15')).toMatchObject({ status: 409 });
    expect(await sign('Halyard', '2024-03-01')).toMatchObject({ status: 201 });
    expect((await cro.call('GET', `${path}/audit`)).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          action: 'program.set_clock',
          before: { kickoffOn: null, mode: 'new' },
          after: clock,
        }),
      ]),
    });
  });

  it('is open once the design is signed, the CRM names the partner and a test deal went through', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro', 'cfo']);
    const head = await organization.person(['head_of_partnerships', 'partner_ops']);
    const { actor } = cro.context;
    await signEverything(organization, actor.kind === 'member' ? actor.membershipId : '');
    const path = `/o/${organization.slug}`;
    const sign = () =>
      head.call('POST', `${path}/partners`, { body: { name: 'Northgate', signedOn: '2026-07-15' } });
    expect(await sign()).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('test deal') },
    });
    await passTestDeal(organization);
    const { body } = await cro.call('GET', `${path}/program/watch`);
    const missing = (
      body as { gates: { key: string; conditions: { state: string; says: string }[] }[] }
    ).gates
      .filter(({ key }) => key <= 'g4')
      .flatMap(({ conditions }) => conditions.flatMap((one) => (one.state === 'met' ? [] : [one.says])));
    expect(missing).toEqual([]);
    expect(await sign()).toMatchObject({ status: 201 });
  });

  it('is open by an override of the CRO, and what was signed under it can be changed after it went back', async () => {
    const { cro, head, path, override, sign } = await desk();
    await override('g4');
    const made = await sign('Northgate', '2026-07-15');
    expect(made).toMatchObject({ status: 201 });
    await cro.call('DELETE', `${path}/program/gates/g4/overrides`);
    const { partnerId } = made.body as { partnerId: string };
    const change = (body: object) => head.call('PATCH', `${path}/partners/${partnerId}`, { body });
    expect(await change({ country: 'NL' })).toMatchObject({ status: 200 });
    expect(await change({ signedOn: '2026-07-16' })).toMatchObject({ status: 200 });
    expect(await sign('Southgate', '2026-07-15')).toMatchObject({ status: 409 });
  });
});
