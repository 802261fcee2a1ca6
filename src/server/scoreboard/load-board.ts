import { addDays, type LocalDate } from '#core/calendar.ts';
import type { PartnerId, PartnerPersonId } from '#core/ids.ts';
import { type Board, makeBoard, pastDays, weekEnds } from '#core/scoreboard/board.ts';
import { classIn } from '#core/scoreboard/deal.ts';
import type { BoardFacts, SignedDefinitions } from '#core/scoreboard/facts.ts';
import type { Acceptance } from '#core/scoreboard/payload.ts';
import type { Organization } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { auditStanding } from '../attribution/audit/read-audit.ts';
import { frozenQuarters } from '../attribution/quarter/read-quarters.ts';
import { endOfLocalDate, localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { scoreboardDefinitions } from '../program/policies.ts';
import { loadDeals } from './deals/load.ts';
import { actRows, haveActs, latestAcceptance, latestImport, partnerRows } from './queries.ts';

/** The longest look back of an indicator: a quarter's touches. */
const indicatorDays = 91;

/**
 * The deals of a board as of a day. The rows of one figure need less of them: `partnersOnly` where only partners'
 * deals stand behind it, and few or no earlier days.
 */
export async function loadBoard(
  tx: Tx,
  organization: Organization,
  asOf: LocalDate,
  need: { readonly partnersOnly: boolean; readonly pastDays: readonly LocalDate[] },
): Promise<{ board: Board; latestFactOn: LocalDate | null; currenciesWithoutRate: readonly string[] }> {
  const { entryStage } = await scoreboardDefinitions(tx, organization, asOf);
  const loaded = await loadDeals(tx, organization, {
    asOf,
    ...need,
    entryStage,
  });
  const { orgId, timeZone } = organization;
  const closed = await frozenQuarters(tx, orgId, endOfLocalDate(asOf, timeZone));
  const frozen = closed.map((one) => ({ ...one, closedOn: localDateAt(one.closedAt, timeZone) }));
  return { ...loaded, board: makeBoard(asOf, organization.fiscal, loaded.deals, loaded.past, frozen) };
}

/** Everything that the scoreboard of a day is computed from. */
export async function loadScoreboard(
  tx: Tx,
  organization: Organization,
  asOf: LocalDate,
): Promise<{ board: Board; facts: BoardFacts }> {
  const { orgId: org, timeZone } = organization;
  const at = endOfLocalDate(asOf, timeZone);
  const { board, latestFactOn, currenciesWithoutRate } = await loadBoard(tx, organization, asOf, {
    partnersOnly: false,
    pastDays: pastDays(asOf),
  });
  const names = await memberNames(tx, org);
  const imported = await latestImport(tx, org, at, timeZone);
  const since = addDays(weekEnds(asOf)[0] ?? asOf, -indicatorDays);
  const have = await haveActs(tx, org, at);
  const facts: BoardFacts = {
    partners: (await partnerRows(tx, org)).map((row) => ({
      partnerId: row.partner_id as PartnerId,
      archetype: row.archetype,
      signedOn: row.signed_on as LocalDate | null,
    })),
    acts: (await actRows(tx, org, since, at)).map((row) => ({
      kind: row.kind,
      partnerId: row.partner_id as PartnerId,
      partnerPersonId: row.partner_person_id as PartnerPersonId | null,
      occurredOn: row.occurred_on as LocalDate,
    })),
    hasActs: have.touch || have.introduction,
    hasTouches: have.touch,
    definitions: await loadDefinitions(tx, organization, asOf, names),
    acceptance: await loadAcceptance(tx, organization, board, at, names),
    latestFactOn,
    latestImport: imported && {
      number: imported.number,
      fileName: imported.file_name,
      committedOn: imported.committed_on as LocalDate,
    },
    currenciesWithoutRate,
    audit: await auditStanding(tx, organization, at),
  };
  return { board, facts };
}

async function loadDefinitions(
  tx: Tx,
  organization: Organization,
  asOf: LocalDate,
  names: ReadonlyMap<string, string>,
): Promise<SignedDefinitions> {
  const { targets, version, inForceFrom, signatures, ...rest } = await scoreboardDefinitions(
    tx,
    organization,
    asOf,
  );
  const { missing: _missing, isDraft: _isDraft, ...settings } = rest;
  const signed = signatures.map(({ seat, membershipId, signedAt }) => ({
    seat,
    name: names.get(membershipId) ?? 'a former member',
    signedOn: localDateAt(signedAt, organization.timeZone),
  }));
  return {
    settings,
    targets: {
      sourcedPipelinePerQuarterMinor: targets.sourcedPipelineMinor,
      sourcedWonPerQuarterMinor: targets.sourcedClosedWonMinor,
    },
    version,
    inForceFrom,
    signatures: signed.filter(({ signedOn }) => signedOn <= asOf),
  };
}

async function loadAcceptance(
  tx: Tx,
  organization: Organization,
  board: Board,
  at: number,
  names: ReadonlyMap<string, string>,
): Promise<Acceptance> {
  const row = await latestAcceptance(tx, organization.orgId, at);
  if (row) {
    return {
      state: 'accepted',
      on: row.accepted_on as LocalDate,
      by: names.get(row.accepted_by) ?? 'a former member',
      claims: row.claims,
      claimsSince: row.claims_since,
    };
  }
  const claims = board.partnerDeals.filter((deal) => classIn(deal, 'openingBalance') !== null).length;
  return claims === 0 ? { state: 'nothingToAccept' } : { state: 'open', claims };
}
