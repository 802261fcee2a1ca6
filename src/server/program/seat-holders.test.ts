import { describe, expect, it } from 'vitest';
import type { Role } from '#core/program/roles.ts';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { testDatabase } from '#test/harness/database.ts';
import { changeMember } from '../access/change-member.ts';

const server = await testApp(await testDatabase());

const idOf = ({ context: { actor } }: TestPerson): string =>
  actor.kind === 'member' ? actor.membershipId : '';

async function company() {
  const organization = await server.organization();
  const cro = await organization.person(['cro']);
  const base = `/o/${organization.slug}`;
  const version = await proposeAttribution(cro, organization.slug);
  return {
    organization,
    cro,
    assign: (seat: string, holder: TestPerson, interim: string | null = null) =>
      cro.call('POST', `${base}/program/seats/${seat}/holders`, {
        body: { membershipId: idOf(holder), interim },
      }),
    sign: (who: TestPerson, seat: string) =>
      who.call('POST', `${base}/policies/attribution/${version}/signatures`, { body: { seat } }),
    become: (who: TestPerson, roles: Role[]) => changeMember(organization.context, idOf(who), { roles }),
    holders: async (seat: string) => {
      const { seats } = (await cro.call('GET', `${base}/program`)).body as {
        seats: { seat: string; holders: { membershipId: string }[] }[];
      };
      return (seats.find((one) => one.seat === seat)?.holders ?? []).map((one) => one.membershipId).sort();
    },
  };
}

describe('a seat', () => {
  it('is lost with the role that it asks for: who is CFO no more signs for the CFO no more', async () => {
    const { organization, assign, sign, become, holders } = await company();
    await organization.person(['administrator']);
    const cfo = await organization.person(['cfo']);
    expect((await assign('cfo', cfo)).status).toBe(201);
    await become(cfo, ['head_of_partnerships']);
    expect(await holders('cfo')).toEqual([]);
    expect((await sign(cfo, 'cfo')).status).toBe(403);
    expect((await sign(cfo, 'head_of_partnerships')).status).toBe(201);
  });

  it('held in the interim is lost by who is no more what they held it as', async () => {
    const { organization, assign, sign, become, holders } = await company();
    await organization.person(['administrator']);
    const ceo = await organization.person(['ceo']);
    expect((await assign('cfo', ceo, 'ceo')).status).toBe(201);
    expect(await holders('cfo')).toEqual([idOf(ceo)]);
    await become(ceo, ['head_of_partnerships']);
    expect(await holders('cfo')).toEqual([]);
    expect((await sign(ceo, 'cfo')).status).toBe(403);
  });

  it('that several hold keeps everybody of its role when one more is named', async () => {
    const { organization, assign, holders } = await company();
    const first = await organization.person(['partner_manager']);
    const second = await organization.person(['partner_manager']);
    expect((await assign('partner_manager', first)).status).toBe(201);
    expect(await holders('partner_manager')).toEqual([idOf(first), idOf(second)].sort());
  });
});
