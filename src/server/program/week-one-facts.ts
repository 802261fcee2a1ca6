import { type PageStanding, standingOfPage } from '#core/blueprint/standing.ts';
import type { WeekOneFacts } from '#core/blueprint/week-one.ts';
import type { LocalDate } from '#core/calendar.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { seats } from '#core/program/seat.ts';
import type { Organization } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import { type StoredVersion, seatsOf, storedVersion } from './pages.ts';
import { draftRows, policyRows } from './queries.ts';
import { loadDesign } from './watch/load-design.ts';
import { firstWeekCounts } from './week-one-queries.ts';

/** The seat whose holder leads the program. */
export const leaderSeat = 'head_of_partnerships';

/** Every page with where it stands today. */
export async function standingOfPages(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
): Promise<Readonly<Record<PageWord, PageStanding<StoredVersion>>>> {
  const rows = Map.groupBy(await policyRows(tx, organization.orgId, null), (row) => row.word);
  const drafts = new Set((await draftRows(tx, organization.orgId)).map((row) => row.word));
  const standings = pageWords.map((word) => {
    const versions = (rows.get(word) ?? []).map((row) => storedVersion(row, organization));
    return [word, standingOfPage(word, versions, drafts.has(word), today, organization.fiscal)];
  });
  return Object.fromEntries(standings) as Record<PageWord, PageStanding<StoredVersion>>;
}

/** Whether somebody has to countersign a version for the leader's seat: another person signed it, and they did not. */
export function waitsForCountersignature(version: StoredVersion, membershipId: string): boolean {
  const signed = version.signatures.find(({ seat }) => seat === leaderSeat);
  if (!signed || signed.membershipId === membershipId) return false;
  return !version.countersignatures.some((one) => one.membershipId === membershipId);
}

/** What tells which tasks of somebody's first week are done. */
export async function weekOneFacts(
  tx: Tx,
  organization: Organization,
  membershipId: string,
  today: LocalDate,
): Promise<WeekOneFacts> {
  const pages = Object.values(await standingOfPages(tx, organization, today));
  const design = await loadDesign(tx, organization, today);
  const counts = await firstWeekCounts(tx, organization.orgId, today);
  const signing = new Set(pageWords.flatMap(seatsOf));
  return {
    toCountersign: pages.filter(
      ({ inForce }) => inForce && !inForce.isDraft && waitsForCountersignature(inForce, membershipId),
    ).length,
    openSeats: seats.filter((seat) => signing.has(seat) && design.seats[seat].length === 0).length,
    isKickoffSet: design.kickoffOn !== null,
    haveDeals: counts.have_deals,
    unmanagedPartners: counts.unmanaged_partners,
  };
}
