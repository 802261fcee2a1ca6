import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import type { Context } from '../../access/context.ts';
import { addPartnerPerson, createPartner } from '../../partner/change-partner.ts';
import { claimIntroduction, claimTouch } from '../../portal/claims.ts';
import { explain } from '../explain.ts';
import { findDeal } from '../find-deal.ts';
import { confirmClaim, refuseClaim } from './answer-claim.ts';
import { recordTouch } from './record-touch.ts';
import { cosignWithdrawal, withdrawFact } from './withdraw-fact.ts';

vi.setConfig({ testTimeout: 120_000 });
const database = await testDatabase();
const server = await testApp(database);
const start = Date.parse('2026-03-05T12:00:00Z');
const evidence = ['https://calendar.example/1'];

/** What people may do to the three claims of one deal, in any order and as often as they like. */
const deeds = fc.array(
  fc.record({
    claim: fc.nat({ max: 2 }),
    deed: fc.constantFrom('confirm', 'refuse', 'withdraw', 'cosign', 'cosign by the proposer'),
  }),
  { maxLength: 14 },
);

/** A deal of a new organization with two touches and an introduction that its partner claims. */
async function claimedDeal() {
  const organization = await server.organization();
  const desk = (await organization.person(['head_of_partnerships', 'partner_ops'])).context;
  const second = (await organization.person(['cfo'])).context;
  let minutes = 0;
  const later = (context: Context): Context => {
    minutes += 1;
    return { ...context, now: start + minutes * 60_000 };
  };
  const details = { domain: null, country: null, archetype: 'si', managerId: null } as const;
  const { partnerId } = await createPartner(later(desk), {
    ...details,
    name: 'Northgate',
    signedOn: '2026-01-05',
  });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(later(desk), partnerId, person);
  await importText(later(desk), `${dealHeader}\nD1,New,Acme,Qualified,1000,2026-03-01,,,\n`);
  const opportunityId = (await findDeal(later(desk), 'D1'))?.opportunityId ?? '';
  const rep = (await organization.person(['partner_rep'], { partnerId: partnerId as never })).context;
  const act = { opportunityId, partnerPersonId, internalOwner: 'Dana', outcome: 'Agreed', evidence };
  const did = { role: 'validator', occurredAt: start - 3_600_000 } as const;
  // Overlap is never credit; it lets the partner see the deal.
  await recordTouch(later(desk), { ...act, ...did, role: 'overlap', partnerId, action: 'account_update' });
  const one = await claimTouch(later(rep), { ...act, ...did, action: 'solution_architecture' });
  const two = await claimTouch(later(rep), { ...act, ...did, action: 'joint_meeting' });
  const three = await claimIntroduction(later(rep), {
    ...act,
    product: null,
    occurredAt: Date.parse('2026-02-20T12:00:00Z'),
    note: null,
  });
  const claims = [
    { kind: 'touch', id: one.touchId },
    { kind: 'touch', id: two.touchId },
    { kind: 'introduction', id: three.introductionId },
  ] as const;
  return { desk, second, later, claims };
}

it('nothing counts that nobody of ours confirmed, whatever people do to claims and in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      const { desk, second, later, claims } = await claimedDeal();
      const confirmed = new Set<string>();
      const gone = new Set<string>();
      const proposed = new Map<string, string>();
      for (const { claim, deed } of all) {
        const { kind, id } = claims[claim] ?? claims[0];
        const withdrawalId = proposed.get(id) ?? '01980000-0000-7000-8000-000000000000';
        const done = await {
          confirm: () => confirmClaim(later(desk), kind, id),
          refuse: () => refuseClaim(later(desk), kind, id, 'No'),
          withdraw: () => withdrawFact(later(desk), kind, id, 'Wrong'),
          cosign: () => cosignWithdrawal(later(second), withdrawalId),
          'cosign by the proposer': () => cosignWithdrawal(later(desk), withdrawalId),
        }
          [deed]()
          .catch(() => 'refused' as const);
        if (done === 'refused') continue;
        expect(deed).not.toBe('cosign by the proposer');
        if (deed === 'confirm') confirmed.add(id);
        if (deed === 'refuse' || deed === 'cosign' || (deed === 'withdraw' && kind === 'touch')) gone.add(id);
        if (typeof done === 'object') proposed.set(id, done.withdrawalId);
      }
      const told = await explain(later(desk), 'D1');
      const standing = new Set([...confirmed].filter((id) => !gone.has(id)));
      for (const one of told.evidence.filter(({ counts }) => counts)) expect(standing).toContain(one.id);
      if (standing.size === 0) expect(told.credit).toBe('none');
      if (standing.has(claims[2].id)) expect(told.credit).toBe('sourced');
    }),
    { numRuns: 20 },
  );
});
