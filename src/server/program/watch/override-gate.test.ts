import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';

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
