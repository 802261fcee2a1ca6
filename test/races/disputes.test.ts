import { describe, expect, it } from 'vitest';
import { closeExpiredCases } from '#server/attribution/dispute/expire.ts';
import { speakAsPartner } from '#server/attribution/dispute/speak.ts';
import { verifyCredits } from '#server/attribution/verify-credits.ts';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { makeWorld } from '#test/isolation/world.ts';

const database = await freshDatabase();
const server = await testApp(database);
const { chief, ids, organization, dealIds } = await makeWorld(server, 'disputerace', 20);
const base = `/o/${organization.slug}`;
const org = organization.context.organization.orgId;
const rep = await organization.person(['partner_rep'], { partnerId: ids.partnerId as never });
const [head, sponsor] = [
  await organization.person(['head_of_partnerships']),
  await organization.person(['executive_sponsor']),
];
const [ops, sales] = [await organization.person(['partner_ops']), await organization.person(['cro'])];
const reason = 'The partner brought the buyer into the room, and the page has no row for that moment.';
const statusesOf = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

const touch = (opportunityId: string | undefined, action: string) => ({
  ...{ opportunityId, partnerId: ids.partnerId, partnerPersonId: ids.partnerPersonId, internalOwner: 'Dana' },
  ...{ role: 'validator', action, stageOrder: 3, outcome: 'Went well', evidence: ['https://example.org/1'] },
  occurredAt: TEST_NOW - 86_400_000,
});
const claim = (opportunityId: string | undefined) => ({
  body: { opportunityId, claim: 'We brought the buyer', claimedClass: 'sourced', links: [] },
});

/** A deal on which the partner acted, and the case that it opened about it. */
async function openCase(opportunityId: string | undefined): Promise<{ disputeId: string; number: number }> {
  await chief.call('POST', `${base}/touches`, { body: touch(opportunityId, 'joint_meeting') });
  const opened = await rep.call('POST', `${base}/portal/disputes`, claim(opportunityId));
  expect(opened.status).toBe(201);
  return opened.body as { disputeId: string; number: number };
}

async function propose(disputeId: string, opportunityId: string | undefined): Promise<string> {
  const { status, body } = await head.call('POST', `${base}/rulings`, {
    body: {
      ...{ disputeId, opportunityId, question: 'Who brought the buyer?', class: 'influenced', reason },
      partnerId: ids.partnerId,
    },
  });
  expect(status).toBe(201);
  return (body as { rulingId: string }).rulingId;
}

const stateOf = async (number: number) =>
  ((await head.call('GET', `${base}/disputes/${number}`)).body as { state: string }).state;

describe('two at once in a dispute', () => {
  it('open a case about one deal: one is open, and the others are told to add to it', async () => {
    const deal = dealIds[10];
    await chief.call('POST', `${base}/touches`, { body: touch(deal, 'joint_meeting') });
    const answers = await Promise.all([
      rep.call('POST', `${base}/portal/disputes`, claim(deal)),
      head.call('POST', `${base}/disputes`, claim(deal)),
      rep.call('POST', `${base}/portal/disputes`, claim(deal)),
      ops.call('POST', `${base}/disputes`, claim(deal)),
    ]);
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
  });

  it('sign one ruling: it stands once, with the signature that came first', async () => {
    const { disputeId, number } = await openCase(dealIds[11]);
    const path = `${base}/rulings/${await propose(disputeId, dealIds[11])}/signatures`;
    const answers = await Promise.all([ops, sponsor, sales, ops].map((one) => one.call('POST', path)));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
    expect(await stateOf(number)).toBe('ruled');
  });

  it('rule and write down a new fact: the ruling holds, and any verdict is reproduced', async () => {
    const deal = dealIds[12];
    const { disputeId } = await openCase(deal);
    const path = `${base}/rulings/${await propose(disputeId, deal)}/signatures`;
    const answers = await Promise.all([
      ops.call('POST', path),
      chief.call('POST', `${base}/touches`, { body: touch(deal, 'objection_handled') }),
      chief.call('POST', `${base}/touches`, { body: touch(deal, 'stakeholder_access') }),
    ]);
    expect(statusesOf(answers)).toEqual([201, 201, 201]);
    const { body } = await head.call('GET', `${base}/opportunities/${deal}/credit`);
    expect(body).toMatchObject({ credit: 'influenced', disputed: true });
    expect(await verifyCredits(database.pool, org)).toEqual([]);
  });

  it('withdraw a case and rule on it: it ends one way', async () => {
    const { disputeId, number } = await openCase(dealIds[13]);
    const path = `${base}/rulings/${await propose(disputeId, dealIds[13])}/signatures`;
    const back = { body: { kind: 'withdrawal', body: 'We found the mail', links: [] } };
    const [signed, withdrawn] = await Promise.all([
      sponsor.call('POST', path),
      rep.call('POST', `${base}/portal/disputes/${number}/statements`, back),
    ]);
    expect(statusesOf([signed, withdrawn])).toEqual([201, 409]);
    expect(await stateOf(number)).toBe(signed.status === 201 ? 'ruled' : 'withdrawn');
  });

  it('appeal, and close since nobody appealed: it is heard, or told that it is too late', async () => {
    const { disputeId, number } = await openCase(dealIds[14]);
    await ops.call('POST', `${base}/rulings/${await propose(disputeId, dealIds[14])}/signatures`);
    const { body } = await head.call('GET', `${base}/disputes/${number}`);
    const { dueAt } = body as { dueAt: number };
    server.clock.set(dueAt + 1);
    const appeal = { kind: 'appeal', body: 'It was ours', links: [] } as const;
    const inTime = { ...rep.context, now: dueAt - 1 };
    const [appealed, closed] = await Promise.allSettled([
      speakAsPartner(inTime, disputeId, appeal),
      closeExpiredCases(server.services.ports),
    ]);
    expect(closed.status).toBe('fulfilled');
    expect(await stateOf(number)).toBe(appealed.status === 'fulfilled' ? 'appealed' : 'closed');
  });
});
