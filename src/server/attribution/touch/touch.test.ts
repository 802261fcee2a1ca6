import { describe, expect, it } from 'vitest';
import type { PartnerId } from '#core/ids.ts';
import { type TestOrganization, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping, importText } from '#test/harness/importing.ts';
import type { Context } from '../../access/context.ts';
import { mergeDeal } from '../../opportunity/correction/end-deal.ts';
import { addPartnerPerson, createPartner } from '../../partner/change-partner.ts';
import { personLeaves } from '../../partner/person-leaves.ts';
import { claimIntroduction, claimTouch, listOwnClaims, takeBackOwnClaim } from '../../portal/claims.ts';
import { explain } from '../explain.ts';
import { findDeal } from '../find-deal.ts';
import { confirmClaim, refuseClaim } from './answer-claim.ts';
import { acceptSuggestion, dismissSuggestion, type SuggestionEdits } from './answer-suggestion.ts';
import { acceptPlan, endPlan, recordCheckIn } from './cosell-plan.ts';
import { listWaiting } from './list-waiting.ts';
import { recordIntroduction } from './record-introduction.ts';
import { recordSignal } from './record-signal.ts';
import { recordTouch } from './record-touch.ts';
import { setDealKind } from './set-deal-kind.ts';
import { listSuggestions, suggestionsOnDeal } from './suggestions.ts';
import { cosignWithdrawal, withdrawFact } from './withdraw-fact.ts';
import type { NewTouch } from './write-touch.ts';

const database = await testDatabase();
const server = await testApp(database);
const day = (date: string, hour = 12) => Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00+01:00`);
const link = 'https://calendar.example/1';

type Scene = {
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
async function scene(
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

async function partner(at: Scene['at'], name: string, person: string) {
  const details = { name, domain: null, country: null, archetype: 'si', managerId: null } as const;
  const { partnerId } = await createPartner(at('2026-01-05'), { ...details, signedOn: '2026-01-05' });
  const { partnerPersonId: personId } = await addPartnerPerson(at('2026-01-05'), partnerId, {
    name: person,
    email: `${person.split(' ')[0]?.toLowerCase()}@${name.toLowerCase()}.example`,
  });
  return { partnerId, personId };
}

function touch(set: Scene, change: Partial<NewTouch> = {}): NewTouch {
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

const noEdits: SuggestionEdits = {
  partnerPersonId: null,
  internalOwner: null,
  role: null,
  action: null,
  outcome: null,
  evidence: null,
  occurredAt: null,
};
const codes = ({ remarks }: { remarks: readonly { code: string }[] }) => remarks.map(({ code }) => code);
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

describe('a touch', () => {
  it('takes the stage of the deal on its day from the history, and counts once it is confirmed', async () => {
    const set = await scene();
    const kept = await recordTouch(set.at('2026-03-22'), touch(set));
    expect(codes(kept)).toEqual(['unconfirmed']);
    expect((await explain(set.at('2026-03-22'), 'D1')).credit).toBe('none');
    await confirmClaim(set.at('2026-03-23'), 'touch', kept.touchId);
    const told = await explain(set.at('2026-03-23'), 'D1');
    expect(told.credit).toBe('influenced');
    expect(told.evidence).toMatchObject([{ stage: 3, side: 'vendor', way: 'desk' }]);
  });

  it('counts at once when whoever writes it down was there', async () => {
    const set = await scene();
    const kept = await recordTouch(set.at('2026-03-22'), touch(set), { isConfirmed: true });
    expect(codes(kept)).toEqual([]);
    expect((await explain(set.at('2026-03-22'), 'D1')).credit).toBe('influenced');
  });

  it('is refused when it is by a person of another partner', async () => {
    const set = await scene();
    const other = await partner(set.at, 'Southgate', 'Sam Poole');
    const act = touch(set, { partnerPersonId: other.personId });
    await expect(recordTouch(set.at('2026-03-22'), act)).rejects.toEqual(
      wrong('body.partnerPersonId', 'a person at Northgate'),
    );
  });

  it('is refused before the partner signed', async () => {
    const set = await scene();
    const act = touch(set, { occurredAt: day('2026-01-04') });
    await expect(recordTouch(set.at('2026-03-22'), act)).rejects.toEqual(
      wrong('body.occurredAt', '2026-01-05 on, when Northgate signed'),
    );
  });

  it('is refused in the future', async () => {
    const set = await scene();
    const act = touch(set, { occurredAt: day('2026-03-23') });
    await expect(recordTouch(set.at('2026-03-22'), act)).rejects.toEqual(
      wrong('body.occurredAt', 'a moment that has passed'),
    );
  });

  it('is refused the second time, naming the one that is there, until that one is withdrawn', async () => {
    const set = await scene();
    const { touchId } = await recordTouch(set.at('2026-03-22'), touch(set));
    const again = recordTouch(set.at('2026-03-22'), touch(set, { outcome: 'The same, said again' }));
    await expect(again).rejects.toMatchObject({
      type: 'conflict',
      message: expect.stringContaining('solution architecture of Rachel Stone on 2026-03-21'),
      errors: [{ found: expect.stringContaining(touchId) }],
    });
    await withdrawFact(set.at('2026-03-22'), 'touch', touchId, 'It was another deal');
    const anew = await recordTouch(set.at('2026-03-22'), touch(set));
    expect(anew.touchId).not.toBe(touchId);
    await refuseClaim(set.at('2026-03-22'), 'touch', anew.touchId, 'Nobody remembers it');
    await recordTouch(set.at('2026-03-22'), touch(set));
    await expect(recordTouch(set.at('2026-03-22'), touch(set))).rejects.toMatchObject({ type: 'conflict' });
  });

  it('is kept without an outcome, earns nothing, and says so', async () => {
    const set = await scene();
    const kept = await recordTouch(set.at('2026-03-22'), touch(set, { outcome: null }), {
      isConfirmed: true,
    });
    expect(kept.remarks).toMatchObject([
      { code: 'no_outcome', sentence: expect.stringContaining('earns nothing') },
    ]);
    expect((await explain(set.at('2026-03-22'), 'D1')).credit).toBe('none');
  });

  it('is refused by a person who had left, and kept when they did it before', async () => {
    const set = await scene();
    await personLeaves(set.at('2026-03-22'), set.partnerId, set.personId, '2026-03-15');
    await expect(recordTouch(set.at('2026-03-22'), touch(set))).rejects.toEqual(
      wrong('body.partnerPersonId', 'somebody who was at Northgate on 2026-03-21'),
    );
    await recordTouch(set.at('2026-03-22'), touch(set, { occurredAt: day('2026-03-15') }));
    await personLeaves(set.at('2026-03-22'), set.partnerId, set.personId, null);
    await recordTouch(set.at('2026-03-22'), touch(set));
  });

  it('is refused at a stage that the deal was not in', async () => {
    const set = await scene();
    const at = set.at('2026-03-22');
    await expect(
      recordTouch(at, touch(set, { occurredAt: day('2026-03-12'), stageOrder: 3 })),
    ).rejects.toEqual(wrong('body.stageOrder', '2 (Qualified)'));
    const early = { occurredAt: day('2026-02-20'), stageOrder: 2 };
    await expect(recordTouch(at, touch(set, early))).rejects.toEqual(
      wrong('body.stageOrder', 'before the deal'),
    );
    // Of a day that the CRM was not read after, nobody knows better than who was there.
    await recordTouch(at, touch(set, { stageOrder: 5 }));
    // The day of a change has two stages.
    await recordTouch(at, touch(set, { occurredAt: day('2026-03-20'), stageOrder: 2 }));
  });

  it('is kept and flagged after the close', async () => {
    const set = await scene(undefined, 'D1,Qualified,2026-03-01\nD1,Closed Won,2026-03-10');
    const kept = await recordTouch(set.at('2026-03-22'), touch(set), { isConfirmed: true });
    expect(codes(kept)).toEqual(['after_close']);
    expect((await explain(set.at('2026-03-22'), 'D1')).credit).toBe('none');
  });

  it('is refused on a deal that was merged into another, naming that one; what stood there counts there', async () => {
    const set = await scene(
      'D1,New,Acme,Proposal,1000,2026-03-01,,,\nD2,Twin,Acme,Proposal,1000,2026-03-01,,,\n',
    );
    const at = set.at('2026-03-22');
    const twin = (await findDeal(at, 'D2'))?.opportunityId ?? '';
    const { touchId } = await recordTouch(at, touch(set, { opportunityId: twin, stageOrder: 3 }));
    await mergeDeal(at, twin, set.opportunityId, 'The same deal twice');
    await confirmClaim(set.at('2026-03-23'), 'touch', touchId);
    const told = await explain(set.at('2026-03-23'), 'D1');
    expect(told.history[0]).toMatchObject({ class: 'influenced' });
    await expect(recordTouch(at, touch(set, { opportunityId: twin }))).rejects.toEqual(
      wrong('body.opportunityId', 'a deal that stands'),
    );
  });

  it('is refused with evidence that proves nothing, by its place', async () => {
    const set = await scene();
    const at = set.at('2026-03-22');
    await expect(recordTouch(at, touch(set, { evidence: [link, 'we met'] }))).rejects.toEqual(
      wrong('body.evidence.1', 'a link'),
    );
    const nobodys = '01980000-0000-7000-8000-000000000000';
    await expect(recordTouch(at, touch(set, { evidence: [`file:${nobodys}`] }))).rejects.toMatchObject({
      type: 'not-found',
    });
    await recordTouch(at, touch(set, { evidence: ['meeting: Design review', 'meeting:Design review'] }));
    expect((await explain(at, 'D1')).evidence).toMatchObject([{ links: ['meeting:Design review'] }]);
  });

  it('is kept on an account before there is a deal, and on one of the two only', async () => {
    const set = await scene();
    const at = set.at('2026-02-20');
    const onAccount = { opportunityId: null, accountId: set.accountId, occurredAt: day('2026-02-18') };
    const kept = await recordTouch(at, touch(set, onAccount));
    expect(codes(kept)).toEqual(['before_deal', 'unconfirmed']);
    await expect(recordTouch(at, touch(set, onAccount))).rejects.toMatchObject({ type: 'conflict' });
    await expect(recordTouch(at, touch(set, { accountId: set.accountId }))).rejects.toMatchObject({
      type: 'invalid-input',
    });
  });
});

describe('a claim of a partner', () => {
  const claim = (set: Scene) => {
    const { partnerId: _, accountId: __, stageOrder: ___, ...said } = touch(set);
    return { ...said, opportunityId: set.opportunityId };
  };
  /** The partner gets a part in the deal by an act that we wrote down. */
  const part = async (set: Scene) => {
    await recordTouch(set.at('2026-03-22'), touch(set, { action: 'account_update', role: 'reference' }), {
      isConfirmed: true,
    });
  };

  it('finds no deal that is not the partner’s own', async () => {
    const set = await scene();
    await expect(claimTouch(set.portal('2026-03-22'), claim(set))).rejects.toMatchObject({
      type: 'not-found',
    });
    await expect(claimTouch(set.at('2026-03-22'), claim(set))).rejects.toMatchObject({ type: 'not-allowed' });
  });

  it('waits, counts once it is confirmed, and is late by the day on which the partner wrote it down', async () => {
    const set = await scene();
    await part(set);
    const { touchId, remarks } = await claimTouch(set.portal('2026-03-23'), claim(set));
    expect(codes({ remarks })).toEqual(['unconfirmed']);
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('assisted');
    expect(await listOwnClaims(set.portal('2026-03-23'))).toMatchObject([
      { claimId: touchId, state: 'waiting' },
    ]);
    // We answer two months late, which costs the partner nothing.
    await confirmClaim(set.at('2026-05-20'), 'touch', touchId);
    expect((await explain(set.at('2026-05-20'), 'D1')).credit).toBe('influenced');
    expect(await listOwnClaims(set.portal('2026-05-21'))).toMatchObject([{ state: 'confirmed' }]);
    await expect(refuseClaim(set.at('2026-05-21'), 'touch', touchId, 'No')).rejects.toMatchObject({
      type: 'conflict',
    });
  });

  it('is refused with a reason that the partner reads, and never counts then', async () => {
    const set = await scene();
    await part(set);
    const { introductionId } = await claimIntroduction(set.portal('2026-03-05'), {
      opportunityId: set.opportunityId,
      partnerPersonId: set.personId,
      product: null,
      kind: 'introduction',
      occurredAt: day('2026-02-20'),
      evidence: [link],
      note: null,
    });
    expect((await explain(set.at('2026-03-22'), 'D1')).credit).toBe('assisted');
    await refuseClaim(set.at('2026-03-23'), 'introduction', introductionId, 'We met them in January');
    await expect(confirmClaim(set.at('2026-03-24'), 'introduction', introductionId)).rejects.toMatchObject({
      type: 'conflict',
    });
    expect(await listOwnClaims(set.portal('2026-03-24'))).toMatchObject([
      { kind: 'introduction', state: 'refused', reason: 'We met them in January' },
    ]);
  });

  it('is taken back by the partner while nobody has answered it, and only by its own', async () => {
    const set = await scene();
    await part(set);
    const { touchId } = await claimTouch(set.portal('2026-03-23'), claim(set));
    const other = await partner(set.at, 'Southgate', 'Sam Poole');
    const stranger = await set.organization.person(['partner_rep'], {
      partnerId: other.partnerId as PartnerId,
    });
    const takeBack = (context: Context) => takeBackOwnClaim(context, 'touch', touchId, 'Another deal');
    await expect(takeBack(stranger.context)).rejects.toMatchObject({ type: 'not-found' });
    await takeBack(set.portal('2026-03-24'));
    await expect(takeBack(set.portal('2026-03-24'))).rejects.toMatchObject({ type: 'conflict' });
    await expect(confirmClaim(set.at('2026-03-24'), 'touch', touchId)).rejects.toMatchObject({
      type: 'conflict',
    });
    expect(await listOwnClaims(set.portal('2026-03-25'))).toMatchObject([
      { state: 'withdrawn', reason: 'Another deal' },
    ]);
    const again = await claimTouch(set.portal('2026-03-25'), claim(set));
    await confirmClaim(set.at('2026-03-25'), 'touch', again.touchId);
    await expect(
      takeBackOwnClaim(set.portal('2026-03-26'), 'touch', again.touchId, 'No'),
    ).rejects.toMatchObject({ type: 'conflict' });
  });

  it('makes the deal sourced once it is confirmed, though we confirm it after the lock', async () => {
    const set = await scene();
    await part(set);
    const { introductionId } = await claimIntroduction(set.portal('2026-03-05'), {
      opportunityId: set.opportunityId,
      partnerPersonId: set.personId,
      product: null,
      occurredAt: day('2026-02-20'),
      evidence: [link],
      note: null,
    });
    const waiting = await listWaiting(set.at('2026-03-12'));
    expect(waiting.claims).toMatchObject([
      { claim_id: introductionId, lockOn: '2026-03-15', daysToLock: 3, isLate: true, waitsSinceDays: 7 },
    ]);
    await confirmClaim(set.at('2026-04-20'), 'introduction', introductionId);
    expect((await explain(set.at('2026-04-20'), 'D1')).credit).toBe('sourced');
    expect((await listWaiting(set.at('2026-04-20'))).claims).toEqual([]);
  });
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
