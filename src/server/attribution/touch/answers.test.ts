import { describe, expect, it } from 'vitest';
import { day, link, partner, type Scene, scene, touch } from '#test/harness/touch-scene.ts';
import { addPartnerPerson } from '../../partner/change-partner.ts';
import { explain } from '../explain.ts';
import { acceptSuggestion, dismissSuggestion, type SuggestionEdits } from './answer-suggestion.ts';
import { acceptPlan, endPlan, recordCheckIn } from './cosell-plan.ts';
import { listWaiting } from './list-waiting.ts';
import { recordIntroduction } from './record-introduction.ts';
import { recordSignal } from './record-signal.ts';
import { recordTouch } from './record-touch.ts';
import { setDealKind } from './set-deal-kind.ts';
import { listSuggestions, suggestionsOnDeal } from './suggestions.ts';
import { cosignWithdrawal, withdrawFact } from './withdraw-fact.ts';

const noEdits: SuggestionEdits = {
  partnerPersonId: null,
  internalOwner: null,
  role: null,
  action: null,
  outcome: null,
  evidence: null,
  occurredAt: null,
};
const _codes = ({ remarks }: { remarks: readonly { code: string }[] }) => remarks.map(({ code }) => code);
const wrong = (path: string, words: string) =>
  expect.objectContaining({
    type: 'invalid-input',
    errors: [
      expect.objectContaining({
        path,
        repair: expect.stringMatching(/\.$/),
        expected: expect.stringContaining(words),
      }),
    ],
  });

describe('the withdrawal of an introduction', () => {
  it('needs a second person, and keeps the old verdict', async () => {
    const set = await scene();
    const { introductionId } = await recordIntroduction(set.at('2026-03-05'), {
      partnerId: set.partnerId,
      partnerPersonId: set.personId,
      accountId: null,
      opportunityId: set.opportunityId,
      product: null,
      occurredAt: day('2026-02-20'),
      evidence: [link],
      note: null,
    });
    expect((await explain(set.at('2026-03-06'), 'D1')).credit).toBe('sourced');
    const { withdrawalId, state } = await withdrawFact(
      set.at('2026-03-07'),
      'introduction',
      introductionId,
      'The mail was forged',
    );
    expect(state).toBe('proposed');
    expect((await explain(set.at('2026-03-07'), 'D1')).credit).toBe('sourced');
    expect((await listWaiting(set.at('2026-03-07'))).withdrawals).toMatchObject([
      { isMine: true, maySign: false },
    ]);
    await expect(cosignWithdrawal(set.at('2026-03-08'), withdrawalId)).rejects.toMatchObject({
      type: 'conflict',
      message: expect.stringContaining('A second person'),
    });
    await cosignWithdrawal(set.second('2026-03-08'), withdrawalId);
    const told = await explain(set.at('2026-03-08'), 'D1');
    expect(told.credit).toBe('none');
    expect(told.history.map((one) => one.class)).toEqual(['none', 'sourced']);
    await expect(cosignWithdrawal(set.second('2026-03-09'), withdrawalId)).rejects.toMatchObject({
      type: 'conflict',
    });
  });
});

describe('a co-sell plan', () => {
  it('is one at a time, counts with joint events and a check-in, and ends with a reason', async () => {
    const set = await scene();
    const at = set.at('2026-03-22');
    const plan = {
      opportunityId: set.opportunityId,
      partnerId: set.partnerId,
      partnerPersonId: set.personId,
      internalOwner: 'Dana Reyes',
      goal: 'Win the platform together',
      evidence: [link],
      activeOn: '2026-03-05',
    };
    await expect(acceptPlan(at, { ...plan, evidence: [] })).rejects.toEqual(
      wrong('body.evidence', 'accepted'),
    );
    await expect(acceptPlan(at, { ...plan, activeOn: '2026-03-23' })).rejects.toEqual(
      wrong('body.activeOn', 'up to today'),
    );
    const { cosellPlanId } = await acceptPlan(at, plan);
    await expect(acceptPlan(at, { ...plan, activeOn: '2026-03-10' })).rejects.toMatchObject({
      type: 'conflict',
    });
    const joint = { role: 'joint_seller', action: 'joint_meeting' } as const;
    const confirmed = { isConfirmed: true };
    await recordTouch(at, touch(set, { ...joint, occurredAt: day('2026-03-12') }), confirmed);
    await recordTouch(at, touch(set, joint), confirmed);
    await recordCheckIn(at, { ...plan, nextStep: 'Call the buyer', occurredAt: day('2026-03-21') });
    expect((await explain(at, 'D1')).credit).toBe('co_sold');
    await expect(endPlan(at, cosellPlanId, { lapsedOn: '2026-03-01', reason: 'x' })).rejects.toEqual(
      wrong('body.lapsedOn', 'when the plan began'),
    );
    await endPlan(at, cosellPlanId, { lapsedOn: '2026-03-22', reason: 'The partner lost interest' });
    await expect(endPlan(at, cosellPlanId, { lapsedOn: '2026-03-22', reason: 'x' })).rejects.toMatchObject({
      type: 'conflict',
    });
    expect((await explain(at, 'D1')).credit).toBe('influenced');
    await acceptPlan(at, { ...plan, activeOn: '2026-03-22' });
  });
});

describe('the kind of a deal', () => {
  it('is said by who may correct deals, once', async () => {
    const set = await scene();
    await setDealKind(set.at('2026-03-22'), set.opportunityId, 'expansion');
    await expect(setDealKind(set.at('2026-03-22'), set.opportunityId, 'expansion')).rejects.toMatchObject({
      type: 'conflict',
    });
    const ae = await set.organization.person(['ae']);
    await expect(setDealKind(ae.context, set.opportunityId, 'new')).rejects.toMatchObject({
      type: 'not-allowed',
    });
  });
});

describe('a suggestion', () => {
  const event = (set: Scene) =>
    ({
      way: 'crm_event',
      opportunityId: set.opportunityId,
      eventKey: 'event 1',
      partnerId: null,
      partnerPersonId: null,
      personEmail: 'Rachel@northgate.example',
      internalOwner: 'Dana Reyes',
      subject: 'Architecture workshop',
      summary: 'Design agreed',
      evidence: ['crm:event 1'],
      occurredAt: day('2026-03-21'),
    }) as const;

  it('comes of an event of the CRM once, is no credit, and becomes a confirmed touch by one click', async () => {
    const set = await scene();
    const at = set.at('2026-03-22');
    const first = await recordSignal(at, event(set));
    expect(first.isNew).toBe(true);
    expect(await recordSignal(at, event(set))).toEqual({ ...first, isNew: false });
    expect((await explain(at, 'D1')).credit).toBe('none');
    const [one, ...rest] = await suggestionsOnDeal(at, 'D1');
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ partner: 'Northgate', person: 'Rachel Stone', missing: [], stageOrder: 3 });
    const kept = await acceptSuggestion(at, 'D1', one?.key ?? '', noEdits);
    expect(kept.remarks).toEqual([]);
    const told = await explain(at, 'D1');
    expect(told.credit).toBe('influenced');
    expect(told.evidence).toMatchObject([{ way: 'suggestion', confirmed: true }]);
    expect(await suggestionsOnDeal(at, 'D1')).toEqual([]);
    await expect(acceptSuggestion(at, 'D1', one?.key ?? '', noEdits)).rejects.toMatchObject({
      type: 'conflict',
    });
  });

  it('is dismissed with a reason, and not made again', async () => {
    const set = await scene('D1,New,Acme,Proposal,1000,2026-03-01,,Northgate,originator\n');
    const at = set.at('2026-03-22');
    const [one] = await suggestionsOnDeal(at, 'D1');
    expect(one).toMatchObject({ key: `named:${set.partnerId}`, personId: set.personId });
    await dismissSuggestion(at, 'D1', one?.key ?? '', 'Only a logo');
    expect(await suggestionsOnDeal(at, 'D1')).toEqual([]);
    await expect(dismissSuggestion(at, 'D1', one?.key ?? '', 'Again')).rejects.toMatchObject({
      type: 'conflict',
    });
  });

  it('is shown to the owner of the deal, and asks who it was where nobody is named', async () => {
    const set = await scene();
    const at = set.at('2026-03-22');
    const other = await partner(set.at, 'Southgate', 'Sam Poole');
    await addPartnerPerson(at, other.partnerId, { name: 'Kim Vale', email: null });
    await recordSignal(at, { ...event(set), personEmail: null, partnerId: other.partnerId });
    expect(await listSuggestions(at, 'mine')).toEqual([]);
    const [one] = await listSuggestions(at, 'all');
    expect(one).toMatchObject({ missing: ['person'], people: [{ name: 'Kim Vale' }, { name: 'Sam Poole' }] });
    await expect(acceptSuggestion(at, 'D1', one?.key ?? '', noEdits)).rejects.toEqual(
      wrong('body.partnerPersonId', 'the person at Southgate'),
    );
    await acceptSuggestion(at, 'D1', one?.key ?? '', { ...noEdits, partnerPersonId: other.personId });
  });
});
