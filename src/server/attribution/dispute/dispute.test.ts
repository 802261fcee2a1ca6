import { describe, expect, it } from 'vitest';
import type { Context } from '#server/access/context.ts';
import { readNotices } from '#server/notice/read-notices.ts';
import { addPartnerPerson, changePartner, createPartner } from '#server/partner/change-partner.ts';
import { explainOwn } from '#server/portal/explain-own.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { explain } from '../explain.ts';
import { findDeal } from '../find-deal.ts';
import { recordIntroduction } from '../touch/record-introduction.ts';
import { closeExpiredCases } from './expire.ts';
import { openDispute, openOwnDispute } from './open-dispute.ts';
import { listReviews, readDispute, readOwnDispute, searchPrecedents } from './read-disputes.ts';
import { proposeRuling, signRuling } from './rule.ts';
import { speak, speakAsPartner } from './speak.ts';

const server = await testApp(await testDatabase());
const day = (date: string, hour = 12) => Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00+02:00`);
const reason = 'The introduction was written down after the lock, and the page knows no exception for that.';

/** A deal of 1,000 that a partner introduced too late, and everybody who has a part in the quarrel. */
async function quarrel(recordedOn = '2026-06-20') {
  const organization = await server.organization();
  const cast = {
    ops: await organization.person(['partner_ops']),
    head: await organization.person(['head_of_partnerships']),
    sponsor: await organization.person(['executive_sponsor']),
    cro: await organization.person(['cro']),
    manager: await organization.person(['partner_manager']),
  };
  const at = (who: { context: Context }, date: string, hour = 12): Context => ({
    ...who.context,
    now: day(date, hour),
  });
  const details = { name: 'Northgate', domain: null, country: null, archetype: 'si' as const };
  const { partnerId } = await createPartner(at(cast.ops, '2026-05-01'), {
    ...{ ...details, signedOn: '2026-01-05', managerId: null },
  });
  const { actor } = cast.manager.context;
  await changePartner(at(cast.ops, '2026-05-01'), partnerId, {
    managerId: actor.kind === 'member' ? actor.membershipId : null,
  } as never);
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(at(cast.ops, '2026-05-01'), partnerId, person);
  await importText(at(cast.ops, '2026-06-02'), `${dealHeader}\nD1,New,Acme,Qualified,1000,2026-06-01,,,\n`);
  const opportunityId = (await findDeal(at(cast.ops, '2026-06-02'), 'D1'))?.opportunityId ?? '';
  await recordIntroduction(at(cast.manager, recordedOn), {
    ...{ partnerId, partnerPersonId, accountId: null, opportunityId, product: null },
    ...{ occurredAt: day('2026-05-25'), evidence: ['https://mail.example/1'], note: null },
  });
  const rep = await organization.person(['partner_rep'], { partnerId: partnerId as never });
  const other = await organization.person(['partner_rep'], { partnerId: await organization.partner() });
  return { organization, ...cast, rep, other, at, partnerId, opportunityId };
}

const claim = (opportunityId: string) => ({
  ...{ opportunityId, claim: 'We told you by phone in May', claimedClass: 'sourced', links: [] },
});

describe('a dispute about credit', () => {
  it('goes from the claim of a partner to the last word of the CRO', async () => {
    const set = await quarrel();
    const { at, rep, head, ops, sponsor, cro, manager, opportunityId, partnerId } = set;
    const { disputeId, number } = await openOwnDispute(at(rep, '2026-06-22'), claim(opportunityId));
    expect(await explain(at(head, '2026-06-22'), 'D1')).toMatchObject({ credit: 'none', disputed: true });
    const seen = await readDispute(at(head, '2026-06-22'), String(number));
    expect(seen).toMatchObject({ state: 'open', openedBy: 'Northgate', isOverdue: false });
    expect(seen.dueAt).toBe(day('2026-06-24'));
    expect(await readDispute(at(head, '2026-06-25'), disputeId)).toMatchObject({ isOverdue: true });

    await speak(at(manager, '2026-06-23'), disputeId, { kind: 'answer', body: 'No note of it', links: [] });
    expect((await readOwnDispute(at(rep, '2026-06-23'), disputeId)).statements.map(({ by }) => by)).toEqual([
      'You',
      set.organization.context.organization.name,
    ]);
    const ruling = { disputeId, opportunityId, question: 'Does a call count?', reason } as const;
    await expect(
      proposeRuling(at(manager, '2026-06-24'), { ...ruling, class: 'none', partnerId: null }),
    ).rejects.toMatchObject({ type: 'not-allowed' });
    const proposed = await proposeRuling(at(head, '2026-06-24'), {
      ...{ ...ruling, class: 'influenced' as const, partnerId },
    });
    expect(proposed.stands).toBe(false);
    await expect(signRuling(at(head, '2026-06-24'), proposed.rulingId)).rejects.toMatchObject({
      type: 'conflict',
    });
    const told = await readNotices(at(ops, '2026-06-24'), { limit: 10 });
    expect(told.items.map(({ sentence }) => sentence).join()).toContain('waits for another signature');
    expect(await signRuling(at(ops, '2026-06-24'), proposed.rulingId)).toEqual({ stands: true });
    expect(await explain(at(head, '2026-06-24'), 'D1')).toMatchObject({
      credit: 'influenced',
      disputed: true,
    });

    await speakAsPartner(at(rep, '2026-06-25'), disputeId, {
      kind: 'appeal',
      body: 'It was ours',
      links: [],
    });
    const final = { ...ruling, reason: `On appeal: ${reason}`, class: 'assisted' as const, partnerId };
    await expect(proposeRuling(at(sponsor, '2026-06-26'), final)).rejects.toMatchObject({ type: 'conflict' });
    expect(await proposeRuling(at(cro, '2026-06-26'), final)).toMatchObject({ stands: true });
    expect(await explain(at(head, '2026-06-26'), 'D1')).toMatchObject({
      credit: 'assisted',
      disputed: false,
    });
    expect(await readOwnDispute(at(rep, '2026-06-27'), disputeId)).toMatchObject({ state: 'closed' });
    expect(await searchPrecedents(at(head, '2026-06-27'), { q: 'written down after the lock' })).toHaveLength(
      2,
    );
    await expect(
      speakAsPartner(at(rep, '2026-06-27'), disputeId, { kind: 'evidence', body: 'More', links: [] }),
    ).rejects.toMatchObject({ type: 'conflict' });
  });

  it('does not exist for another partner, and its deal neither', async () => {
    const { at, rep, other, opportunityId } = await quarrel();
    const { disputeId } = await openOwnDispute(at(rep, '2026-06-22'), claim(opportunityId));
    await expect(readOwnDispute(at(other, '2026-06-22'), disputeId)).rejects.toMatchObject({
      type: 'not-found',
    });
    await expect(openOwnDispute(at(other, '2026-06-22'), claim(opportunityId))).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('is not ruled by who manages the partner, and not opened once its time is over', async () => {
    const set = await quarrel();
    const { at, rep, ops, head, opportunityId, partnerId, manager } = set;
    const actor = head.context.actor;
    await changePartner(at(ops, '2026-06-21'), partnerId, {
      managerId: actor.kind === 'member' ? actor.membershipId : null,
    } as never);
    await openOwnDispute(at(rep, '2026-06-22'), claim(opportunityId));
    const told = await readDispute(at(head, '2026-06-22'), '1');
    expect(told.panel).toMatchObject({ mayRule: false, why: 'You manage a partner that the case is about.' });
    expect(
      told.panel.members.find(({ id }) => id === (actor as { membershipId?: string }).membershipId),
    ).toMatchObject({
      ...{ seat: null, hasSigned: false, why: 'manages a partner that the case is about' },
    });
    await importText(
      at(ops, '2026-07-01'),
      `${dealHeader}\nD2,Old,Beta,Closed Lost,10,2026-05-01,2026-05-20,,\n`,
    );
    const old = (await findDeal(at(ops, '2026-07-01'), 'D2'))?.opportunityId ?? '';
    const late = openDispute(at(manager, '2026-06-15'), { ...claim(old), partnerId: null });
    await expect(late).rejects.toMatchObject({ message: expect.stringContaining('until 3 June 2026') });
  });

  it('is appealed by who lost, and not ruled by who spoke for a side', async () => {
    const { at, rep, head, ops, sponsor, manager, opportunityId, partnerId } = await quarrel();
    const { disputeId } = await openOwnDispute(at(rep, '2026-06-22'), {
      ...{ ...claim(opportunityId), claimedClass: 'influenced' },
    });
    await speak(at(ops, '2026-06-23'), disputeId, { kind: 'answer', body: 'No note of it', links: [] });
    const ruling = { disputeId, opportunityId, question: 'Who opened the door?', reason, partnerId };
    await expect(
      proposeRuling(at(ops, '2026-06-24'), { ...ruling, class: 'influenced' }),
    ).rejects.toMatchObject({ message: 'You spoke for one of the sides.' });
    await expect(
      proposeRuling(at(head, '2026-06-24'), { ...ruling, disputeId: null, class: 'sourced' }),
    ).rejects.toMatchObject({ message: expect.stringContaining('Rule on its case') });
    await expect(
      proposeRuling(at(head, '2026-06-24'), { ...ruling, class: 'sourced' }),
    ).rejects.toMatchObject({ message: expect.stringContaining('would not count') });
    const { rulingId } = await proposeRuling(at(head, '2026-06-24'), { ...ruling, class: 'influenced' });
    await signRuling(at(sponsor, '2026-06-24', 14), rulingId);
    const appeal = { kind: 'appeal', body: 'It was ours', links: [] } as const;
    await expect(speakAsPartner(at(rep, '2026-06-25'), disputeId, appeal)).rejects.toMatchObject({
      message: 'The ruling is in your favour. Only the side that lost can appeal.',
    });
    const seen = await readOwnDispute(at(rep, '2026-06-25'), disputeId);
    expect(seen.moves.find(({ move }) => move === 'appeal')).toMatchObject({ allowed: false });
    await speak(at(manager, '2026-06-25'), disputeId, appeal);
    expect(await readDispute(at(head, '2026-06-25'), disputeId)).toMatchObject({ state: 'appealed' });
  });

  it('takes a sourced credit away on appeal only with two people, the CEO where the CRO has ruled before', async () => {
    const { organization, at, head, cro, manager, opportunityId, partnerId } = await quarrel('2026-06-05');
    const [ceo, cfo] = [await organization.person(['ceo']), await organization.person(['cfo'])];
    const { disputeId } = await openDispute(at(manager, '2026-06-22'), {
      ...{ ...claim(opportunityId), claimedClass: 'none', partnerId: null },
    });
    const ruling = { disputeId, opportunityId, question: 'Who opened the door?', reason };
    const { rulingId } = await proposeRuling(at(head, '2026-06-24'), {
      ...{ ...ruling, class: 'sourced' as const, partnerId },
    });
    await signRuling(at(cro, '2026-06-24', 14), rulingId);
    expect(await explain(at(head, '2026-06-24', 15), 'D1')).toMatchObject({ credit: 'sourced' });
    await speak(at(manager, '2026-06-25'), disputeId, {
      kind: 'appeal',
      body: 'There is no note',
      links: [],
    });
    const none = { ...ruling, class: 'none' as const, partnerId: null };
    await expect(proposeRuling(at(cro, '2026-06-26'), none)).rejects.toMatchObject({
      message: 'You signed the ruling that is appealed. Somebody else decides.',
    });
    const final = await proposeRuling(at(ceo, '2026-06-26'), none);
    expect(final.stands).toBe(false);
    expect(await explain(at(head, '2026-06-26', 13), 'D1')).toMatchObject({ credit: 'sourced' });
    expect(await signRuling(at(cfo, '2026-06-26', 14), final.rulingId)).toEqual({ stands: true });
    expect(await explain(at(head, '2026-06-26', 15), 'D1')).toMatchObject({
      credit: 'none',
      disputed: false,
    });
  });

  it('closes by itself when nobody appeals', async () => {
    const { at, rep, head, ops, manager, opportunityId } = await quarrel();
    const { disputeId } = await openOwnDispute(at(rep, '2026-06-22'), claim(opportunityId));
    await speak(at(manager, '2026-06-23'), disputeId, { kind: 'answer', body: 'No note', links: [] });
    const { rulingId } = await proposeRuling(at(head, '2026-06-24'), {
      ...{ disputeId, opportunityId, question: 'Who?', class: 'none' as const, partnerId: null, reason },
    });
    await signRuling(at(ops, '2026-06-24'), rulingId);
    server.clock.set(day('2026-07-02'));
    await closeExpiredCases(server.services.ports);
    expect(await readDispute(at(head, '2026-07-02'), disputeId)).toMatchObject({ state: 'closed' });
    expect(await listReviews(at(head, '2026-07-02'))).toMatchObject({ items: [] });
  });

  it('can be opened to the last second of its last day in our time zone, and both sides read until when', async () => {
    const { at, rep, head, ops, manager, opportunityId } = await quarrel();
    const window = { disputableUntil: null as string | null, isDisputable: true };
    expect(await explainOwn(at(rep, '2026-07-09'), opportunityId, 'en')).toMatchObject(window);
    await importText(
      at(ops, '2026-07-10'),
      `${dealHeader}\nD1,New,Acme,Closed Won,1000,2026-06-01,2026-07-10,,\n`,
    );
    // Of the ten business days after the close one is a holiday here, so that the last is a Monday.
    const asked = (who: { context: Context }, instant: string): Context => ({
      ...who.context,
      organization: { ...who.context.organization, holidays: ['2026-07-14'] },
      now: Date.parse(instant),
    });
    expect(await explainOwn(at(rep, '2026-07-11'), opportunityId, 'de')).toMatchObject({
      sentence: 'Keinem Partner gutgeschrieben.',
      evidence: [{ what: 'Einführung', person: 'Rachel Stone' }],
      reasons: expect.arrayContaining([
        expect.objectContaining({ code: 'lock.too_late', fact: expect.stringMatching(/^Festgehalten am /) }),
      ]),
    });
    window.disputableUntil = '2026-07-27';
    const last = '2026-07-27T23:59:59.999+02:00';
    const over = '2026-07-28T00:00:00+02:00';
    expect(await explainOwn(asked(rep, last), opportunityId, 'en')).toMatchObject(window);
    expect(await explain(asked(head, last), 'D1')).toMatchObject(window);
    window.isDisputable = false;
    expect(await explainOwn(asked(rep, over), opportunityId, 'en')).toMatchObject(window);
    expect(await explain(asked(head, over), 'D1')).toMatchObject(window);
    const refused = { type: 'conflict', message: expect.stringContaining('until 27 July 2026') };
    await expect(openOwnDispute(asked(rep, over), claim(opportunityId))).rejects.toMatchObject(refused);
    await expect(
      openDispute(asked(manager, over), { ...claim(opportunityId), partnerId: null }),
    ).rejects.toMatchObject(refused);
    expect(await openOwnDispute(asked(rep, last), claim(opportunityId))).toMatchObject({ number: 1 });
  });
});
