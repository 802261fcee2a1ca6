import type { PartnerId } from '#core/ids.ts';
import type { Context } from '#server/access/context.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import type { NewTouch } from '#server/attribution/touch/write-touch.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { type TestOrganization, testApp } from './app.ts';
import { testDatabase } from './database.ts';
import { dealHeader, dealMapping } from './deal-table.ts';
import { importText } from './importing.ts';

export const database = await testDatabase();
export const server = await testApp(database);
export const day = (date: string, hour = 12) =>
  Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00+01:00`);
export const link = 'https://calendar.example/1';

export type Scene = {
  readonly organization: TestOrganization;
  readonly at: (date: string) => Context;
  /** Another member of the company, who may sign a withdrawal. */
  readonly second: (date: string) => Context;
  readonly portal: (date: string) => Context;
  readonly partnerId: string;
  readonly personId: string;
  readonly opportunityId: string;
  readonly accountId: string;
};

/** A partner that signed in January, and a deal of March that went from Qualified (2) to Proposal (3) on the 20th. */
export async function scene(
  deals = 'D1,New,Acme,Proposal,1000,2026-03-01,,,\n',
  changes = 'D1,Qualified,2026-03-01\nD1,Proposal,2026-03-20',
): Promise<Scene> {
  const organization = await server.organization();
  const as = async (...args: Parameters<TestOrganization['person']>) => {
    const { context } = await organization.person(...args);
    return (date: string): Context => ({ ...context, now: day(date, 18) });
  };
  const at = await as(['head_of_partnerships', 'partner_ops']);
  const second = await as(['cfo']);
  const { partnerId, personId } = await partner(at, 'Northgate', 'Rachel Stone');
  const portal = await as(['partner_rep'], { partnerId: partnerId as PartnerId });
  await importText(at('2026-03-03'), `${dealHeader}\n${deals}`);
  const { columns: _, currency: __, ...rest } = dealMapping;
  const columns = { opportunityId: 'Id', stage: 'Stage', changedAt: 'When' };
  await importText(at('2026-03-21'), `Id,Stage,When\n${changes}\n`, {
    ...rest,
    kind: 'stage-history',
    columns,
  });
  const found = await findDeal(at('2026-03-21'), 'D1');
  const [opportunityId, accountId] = [found?.opportunityId ?? '', found?.accountId ?? ''];
  return { organization, at, second, portal, partnerId, personId, opportunityId, accountId };
}

export async function partner(at: Scene['at'], name: string, person: string) {
  const details = { name, domain: null, country: null, archetype: 'si', managerId: null } as const;
  const { partnerId } = await createPartner(at('2026-01-05'), { ...details, signedOn: '2026-01-05' });
  const { partnerPersonId: personId } = await addPartnerPerson(at('2026-01-05'), partnerId, {
    name: person,
    email: `${person.split(' ')[0]?.toLowerCase()}@${name.toLowerCase()}.example`,
  });
  return { partnerId, personId };
}

export function touch(set: Scene, change: Partial<NewTouch> = {}): NewTouch {
  return {
    opportunityId: set.opportunityId,
    partnerId: set.partnerId,
    partnerPersonId: set.personId,
    internalOwner: 'Dana Reyes',
    role: 'validator',
    action: 'solution_architecture',
    outcome: 'Architecture approved',
    evidence: [link],
    occurredAt: day('2026-03-21'),
    ...change,
  };
}
