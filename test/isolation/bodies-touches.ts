import { TEST_NOW } from '#test/harness/app.ts';
import type { Wish } from './requests.ts';

const evidence = ['https://example.org/thread'];
const occurredAt = TEST_NOW - 3_600_000;

/** Bodies of what partners and we ourselves did on a deal, and of the answers to it. */
export const touchBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  refuseTouch: () => ({ reason: 'Nobody of ours was there' }),
  refuseIntroduction: () => ({ reason: 'We had met them before' }),
  acceptCosellPlan: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    partnerId: ids.partnerId,
    partnerPersonId: ids.partnerPersonId,
    internalOwner: 'Dana',
    goal: 'Win it together',
    evidence,
    activeOn: '2026-07-01',
  }),
  endCosellPlan: () => ({ lapsedOn: '2026-07-10', reason: 'They lost interest' }),
  recordCheckIn: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    partnerId: ids.partnerId,
    partnerPersonId: ids.partnerPersonId,
    nextStep: 'Call the buyer',
    occurredAt,
  }),
  setDealKind: () => ({ kind: 'renewal' }),
  changePartnerPerson: () => ({ leftOn: null }),
  acceptSuggestion: ({ ids }) => ({ key: `signal:${ids.signalId}` }),
  dismissSuggestion: ({ ids }) => ({ key: `signal:${ids.otherSignalId}`, reason: 'Only a newsletter' }),
  recordSignal: ({ ids, number }) => ({
    opportunityId: ids.opportunityId,
    eventKey: `event ${number}`,
    partnerId: ids.partnerId,
    partnerPersonId: ids.partnerPersonId,
    subject: 'Workshop',
    occurredAt,
  }),
  claimTouch: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    partnerPersonId: ids.partnerPersonId,
    internalOwner: 'Dana',
    role: 'objection_remover',
    action: 'objection_handled',
    outcome: 'Answered',
    evidence,
    occurredAt,
  }),
  takeBackClaim: () => ({ kind: 'introduction', reason: 'It was another deal' }),
  claimIntroduction: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    partnerPersonId: ids.partnerPersonId,
    product: 'Suite',
    occurredAt,
    evidence,
    note: 'By mail',
  }),
};
