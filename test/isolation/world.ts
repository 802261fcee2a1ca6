import { Readable } from 'node:stream';
import { fileReader } from '#connectors/file-reader.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Role } from '#core/program/roles.ts';
import { makeApiKey } from '#server/access/api-key.ts';
import { changeOrganization } from '#server/access/change-organization.ts';
import { invite } from '#server/access/invite.ts';
import { openDispute } from '#server/attribution/dispute/open-dispute.ts';
import { proposeRuling } from '#server/attribution/dispute/rule.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { confirmClaim } from '#server/attribution/touch/answer-claim.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { recordVendorContact } from '#server/attribution/touch/record-vendor-contact.ts';
import { withdrawFact } from '#server/attribution/touch/withdraw-fact.ts';
import { storeFile } from '#server/file/store-file.ts';
import { acceptOpeningBalance } from '#server/import/opening-balance.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { assignSeat } from '#server/program/assign-seat.ts';
import { endSeat } from '#server/program/end-seat.ts';
import { proposePage } from '#server/program/propose-page.ts';
import { saveDraft } from '#server/program/save-draft.ts';
import { setClock } from '#server/program/set-clock.ts';
import { overrideGate } from '#server/program/watch/override-gate.ts';
import { setTaskDone } from '#server/program/week-one.ts';
import { logOpening } from '#server/scoreboard/log-opening.ts';
import { saveView } from '#server/view/views.ts';
import { TEST_NOW, type TestApp, type TestOrganization, type TestPerson } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { draftOfText, importText, later } from '#test/harness/importing.ts';
import { countersign, sign } from '#test/harness/sign.ts';
import { makeCrm } from './world-crm.ts';
import { makeFinance } from './world-finance.ts';
import { makeForm } from './world-form.ts';
import { payPartner } from './world-incentive.ts';
import { makeNotices } from './world-notice.ts';
import { makeTeam } from './world-portal.ts';
import { makeRegistrations } from './world-registration.ts';
import { makeTouches } from './world-touches.ts';

/** Ids of an organization by the name that paths and bodies give them. */
export type Ids = Readonly<Record<string, string>>;

export type World = {
  /** Stands in every text that the world holds. */
  readonly mark: string;
  readonly organization: TestOrganization;
  /** Holds every right of the desk. */
  readonly chief: TestPerson;
  /** One of each thing that can be named by an id. */
  readonly ids: Ids;
  /** A deal by its place in the import: 0 to `deals - 1`. */
  readonly dealIds: readonly string[];
};

export const allRights: readonly Role[] = [
  'administrator',
  'cro',
  'cfo',
  'head_of_partnerships',
  'partner_ops',
];

/** An organization with at least one row in every table that people fill, each text of it marked. */
export async function makeWorld(server: TestApp, mark: string, deals = 30): Promise<World> {
  const organization = await server.organization();
  const chief = await organization.person(allRights);
  const { context } = chief;
  await changeOrganization(context, { name: `${mark} organization` });
  const details = { domain: `${mark}.example`, country: `${mark} land`, archetype: 'si' } as const;
  const { partnerId } = await createPartner(context, {
    ...details,
    name: `${mark} partner`,
    signedOn: '2026-01-05',
    managerId: null,
  });
  const person = { name: `${mark} person`, email: `${mark}@example.org` };
  const { partnerPersonId } = await addPartnerPerson(context, partnerId, person);
  const rows = Array.from({ length: deals }, (_, index) => dealRow(mark, index));
  const mapping = { ...dealMapping, source: `${mark} CRM` };
  const imported = await importText(context, `${dealHeader}\n${rows.join('\n')}\n`, mapping);
  const changes = rows.map((_row, index) => `${mark}-${index},Proposal,2026-05-20`).join('\n');
  await importText(context, `Id,Stage,When\n${changes}\n`, historyMapping(mapping.source));
  const rate = { currency: 'GBP', effectiveOn: '2026-01-01', rate: '1.2' };
  await chief.call('POST', `/o/${organization.slug}/exchange-rates`, {
    body: rate,
    headers: { 'idempotency-key': `${mark} key` },
  });
  const undoable = await importText(context, `${dealHeader}\n${dealRow(mark, 9_999)}\n`, mapping);
  const broken = `${dealHeader}\nD-x,${mark} broken,Acme,Qualified,${mark} much,2026-03-01,,,\n`;
  const at = later(context);
  const { draftId } = await draftOfText(at, broken, mapping, `${mark} broken.csv`);
  await tryDraft(at, fileReader, draftId);
  const { fileId } = await storeFile(context, {
    name: `${mark} file.csv`,
    bytes: Readable.from([Buffer.from(`${dealHeader}\n${dealRow(mark, 8_888)}\n`)]),
  });
  await acceptOpeningBalance(context);
  const dealIds: string[] = [];
  for (let index = 0; index < deals; index += 1) {
    dealIds.push((await findDeal(context, `${mark}-${index}`))?.opportunityId ?? '');
  }
  const deal = await findDeal(context, `${mark}-0`);
  const opportunityId = deal?.opportunityId ?? '';
  const accountId = deal?.accountId ?? '';
  const acts = { context, mark, partnerId, partnerPersonId, opportunityId, accountId };
  const { statementId, ownDispute, replayId } = await payPartner(context, mark, {
    ...{ partnerId, opportunityId, disputedId: dealIds[4] ?? opportunityId },
  });
  const { disputeId, rulingId } = await openCases(context, mark, dealIds, partnerId);
  const { viewId } = await saveView(context, {
    page: 'opportunities',
    name: `${mark} view`,
    query: `q=${mark}`,
    shared: true,
  });
  const { invitationId } = await invite(context, {
    email: `${mark}-new@example.org`,
    roles: ['cfo'],
    partnerId: null,
    accessEndsOn: null,
  });
  const version = await proposeAttribution(chief, organization.slug);
  await sign(chief, 'attribution', version, 'cfo');
  await overrideGate(context, 'g7', `${mark} reason to override`);
  await logOpening(context);
  const { apiKeyId } = await makeApiKey(context, {
    ...{ name: `${mark} key`, capabilities: ['opportunity.read'], endsOn: null },
  });
  const extra = await organization.person(['ae']);
  const { actor } = extra.context;
  const membershipId = actor.kind === 'member' ? actor.membershipId : '';
  const successor = (await organization.person(['ae'])).context.actor;
  const successorId = successor.kind === 'member' ? successor.membershipId : '';
  await writeProgram(context, mark, membershipId);
  await signInTurn(organization, chief);
  const sessions = (await chief.call('GET', '/me/sessions')).body as { items: { sessionId: string }[] };
  return {
    mark,
    organization,
    chief,
    dealIds,
    ids: {
      apiKeyId,
      partnerId,
      partnerPersonId,
      opportunity: opportunityId,
      opportunityId,
      twinId: dealIds[2] ?? '',
      dealId: dealIds[5] ?? dealIds[2] ?? '',
      accountId,
      membershipId,
      managerId: membershipId,
      successorId,
      draftId,
      importId: undoable.importId ?? imported.importId ?? '',
      fileId,
      disputeId,
      dispute: disputeId,
      rulingId,
      ownDispute,
      replayId,
      statementId,
      ...(await makeNotices(context, server.services.delivery, mark, partnerId)),
      viewId,
      invitationId,
      sessionId: sessions.items[0]?.sessionId ?? '',
      ...(await actsOf(acts)),
      ...(await makeTouches({ ...acts, organization, dealIds })),
      ...(await makeFinance({ ...acts, dealIds })),
      ...(await makeCrm(context, mark)),
      ...(await makeRegistrations(chief, mark, partnerId)),
      ...(await makeForm(server, context, mark, partnerId)),
      ...(await makeTeam(server, { organization, chief }, mark, partnerId)),
    },
  };
}

/** A case with a claim and a proposed ruling that waits for a second signature. */
async function openCases(
  context: TestPerson['context'],
  mark: string,
  dealIds: readonly string[],
  partnerId: string,
): Promise<{ disputeId: string; rulingId: string }> {
  const opportunityId = dealIds[1] ?? '';
  const claim = { opportunityId, claim: `${mark} claim`, claimedClass: null, partnerId, links: [] };
  const { disputeId } = await openDispute(context, claim);
  const { rulingId } = await proposeRuling(context, {
    disputeId: null,
    opportunityId: dealIds[2] ?? '',
    question: `${mark} question`,
    class: 'none',
    partnerId: null,
    reason: `${mark} reason, in as many words as the next panel needs to follow it.`,
  });
  return { disputeId, rulingId };
}

/** A page that an advisor signed in the interim and that the leader countersigned; then the seat goes by role again. */
async function signInTurn(organization: TestOrganization, chief: TestPerson): Promise<void> {
  const { context } = chief;
  const advisor = await organization.person(['advisor'], { accessEndsOn: '2027-01-31' });
  const seat = 'head_of_partnerships';
  const [interim, own] = [advisor, chief].map((one) =>
    one.context.actor.kind === 'member' ? one.context.actor.membershipId : '',
  );
  const draft = { body: workedExample.journey, confirmed: [], revision: 0 };
  const { revision } = await saveDraft(context, 'journey', draft);
  await proposePage(context, 'journey', { revision, inForceFrom: null });
  await assignSeat(context, seat, { membershipId: interim ?? '', interim: 'advisor' });
  await sign(advisor, 'journey', 1, seat);
  await assignSeat(context, seat, { membershipId: own ?? '', interim: null });
  await countersign(chief, { word: 'journey', version: 1, seat });
  await endSeat(context, seat, own ?? '');
}

/** A draft, a clock, a seat that somebody was named for, and an opened week-one pack. */
async function writeProgram(
  context: TestPerson['context'],
  mark: string,
  membershipId: string,
): Promise<void> {
  const body = { market: `${mark} market`, motion: `${mark} motion` };
  await saveDraft(context, 'thesis', { body, confirmed: [], revision: 0 });
  await setClock(context, { kickoffOn: '2026-08-03' as LocalDate, mode: 'new' });
  await assignSeat(context, 'ae', { membershipId, interim: null });
  await setTaskDone(context, 'read_pages', true);
}

export function historyMapping(source: string): object {
  const { columns: _, currency: __, ...rest } = dealMapping;
  const columns = { opportunityId: 'Id', stage: 'Stage', changedAt: 'When' };
  return { ...rest, kind: 'stage-history', source, columns };
}

function dealRow(mark: string, index: number): string {
  const [stage, closed] = index % 3 === 0 ? ['Closed Won', '2026-06-20'] : ['Qualified', ''];
  const words = [`${mark}-${index}`, `${mark} deal ${index}`, `${mark} account ${index}`, stage];
  return [...words, 1000 + index, '2026-05-01', closed, `${mark} partner`, 'originator'].join(',');
}

async function actsOf(given: {
  context: TestPerson['context'];
  mark: string;
  partnerId: string;
  partnerPersonId: string;
  opportunityId: string;
  accountId: string;
}): Promise<Ids> {
  const { context, mark, accountId, ...named } = given;
  const { partnerId, partnerPersonId, opportunityId } = named;
  const occurredAt = TEST_NOW - 86_400_000;
  const evidence = [`https://${mark}.example/evidence`];
  const introduce = (note: string) =>
    recordIntroduction(context, {
      partnerId,
      partnerPersonId,
      accountId: null,
      opportunityId,
      product: null,
      occurredAt,
      evidence,
      note,
    });
  const touch = (action: 'solution_architecture' | 'joint_meeting') =>
    recordTouch(context, {
      ...named,
      internalOwner: `${mark} owner`,
      role: 'validator',
      action,
      stageOrder: null,
      outcome: `${mark} outcome`,
      occurredAt,
      evidence,
    });
  const { introductionId } = await introduce(`${mark} note`);
  const { touchId } = await touch('solution_architecture');
  const confirmed = await touch('joint_meeting');
  await confirmClaim(context, 'touch', confirmed.touchId);
  await recordVendorContact(context, { accountId, kind: 'meeting', occurredAt });
  await withdrawFact(context, 'touch', confirmed.touchId, `${mark} reason`);
  return { introductionId, touchId, factId: introductionId };
}
