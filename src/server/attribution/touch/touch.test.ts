import { describe, expect, it } from 'vitest';
import type { PartnerId } from '#core/ids.ts';
import { day, link, partner, type Scene, scene, touch } from '#test/harness/touch-scene.ts';
import type { Context } from '../../access/context.ts';
import { mergeDeal } from '../../opportunity/correction/end-deal.ts';
import { personLeaves } from '../../partner/person-leaves.ts';
import { claimIntroduction, claimTouch, listOwnClaims, takeBackOwnClaim } from '../../portal/claims.ts';
import { explain } from '../explain.ts';
import { findDeal } from '../find-deal.ts';
import { confirmClaim, refuseClaim } from './answer-claim.ts';
import { listWaiting } from './list-waiting.ts';
import { recordTouch } from './record-touch.ts';
import { withdrawFact } from './withdraw-fact.ts';

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
