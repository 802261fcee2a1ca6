import { defaultDocument, type ProgramDocument, pages } from '#core/blueprint/document.ts';
import { parsePage } from '#core/blueprint/parse-body.ts';
import { type PageVersion, signaturesOf, standingOfPage } from '#core/blueprint/standing.ts';
import { holdersOf } from '#core/blueprint/standing-seat.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { GateFacts, GateKey, PageStanding, SeatHolder } from '#core/gates/facts.ts';
import { recruitsFrom } from '#core/gates/guard.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import type { Role } from '#core/program/roles.ts';
import { isSeat, type Seat, seats } from '#core/program/seat.ts';
import type { Organization } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { maySignIn, openHoldings, seatMembers } from '../seat-queries.ts';
import { draftRows, overrideRows, programRow, type VersionRow, versionRows } from './design-queries.ts';

/** What people have written, signed and decided about the program. */
export type Design = Pick<
  GateFacts,
  'today' | 'kickoffOn' | 'mode' | 'pages' | 'document' | 'seats' | 'overrides'
> & {
  /** Partners signed on this day or later are recruited by this program; those before are its opening state. */
  readonly recruitsFrom: LocalDate;
};

/** Loads the design as it stands today. */
export async function loadDesign(tx: Tx, organization: Organization, today: LocalDate): Promise<Design> {
  const { orgId: org, timeZone } = organization;
  const versions = Map.groupBy(await versionRows(tx, org, timeZone), (row) => row.word);
  const drafts = new Map((await draftRows(tx, org)).map((row) => [row.word, row.body]));
  const program = await programRow(tx, org, timeZone);
  const kickoffOn = program.kickoff_on as LocalDate | null;
  const read = pageWords.map((word) => {
    const rows = versions.get(word) ?? [];
    return { word, ...readPage(word, rows, drafts.get(word), organization, today) };
  });
  const bodies = read.map(({ word, body }) => [word, body]);
  return {
    today,
    kickoffOn,
    mode: program.mode,
    recruitsFrom: recruitsFrom(kickoffOn, program.created_on as LocalDate, today),
    pages: Object.fromEntries(read.map(({ word, standing }) => [word, standing])) as GateFacts['pages'],
    document: { ...defaultDocument(), ...(Object.fromEntries(bodies) as Partial<ProgramDocument>) },
    seats: await loadSeats(tx, organization, today),
    overrides: (await overrideRows(tx, org)).map((row) => ({
      gate: row.gate as GateKey,
      reason: row.reason,
      by: row.by,
      on: row.on as LocalDate,
    })),
  };
}

function readPage(
  word: PageWord,
  rows: readonly VersionRow[],
  draft: unknown,
  organization: Organization,
  today: LocalDate,
): { standing: PageStanding; body: unknown } {
  const versions = rows.map((row) => ({
    version: row.version,
    inForceFrom: row.in_force_from as LocalDate,
    ...signaturesOf(
      pages[word].seats.filter(isSeat),
      row.signatures.map(({ seat, on }) => ({ seat, on: on as LocalDate })),
    ),
    body: row.body,
  }));
  const hasDraft = draft !== undefined;
  const { inForce, next, proposed } = standingOfPage(word, versions, hasDraft, today, organization.fiscal);
  const signed = (one: (PageVersion & { begins: LocalDate; isDraft: boolean }) | null) =>
    one === null || one.isDraft || one.signedOn === null
      ? null
      : { version: one.version, from: one.begins, signedOn: one.signedOn };
  return {
    standing: {
      inForce: signed(inForce),
      signedAhead: signed(next),
      proposed: proposed && { version: proposed.version, missing: proposed.missing },
      hasDraft,
    },
    body: bodyOf(word, [signed(inForce) && inForce?.body, next?.body, proposed?.body, draft, inForce?.body]),
  };
}

/** The first body that is there and reads as the page; the defaults where none does. */
function bodyOf(word: PageWord, candidates: readonly unknown[]): unknown {
  for (const candidate of candidates) {
    if (candidate === null || candidate === undefined) continue;
    const parsed = parsePage(word, candidate);
    if (parsed.ok) return parsed.body;
  }
  return defaultDocument()[word];
}

/** Who holds which seat on a day. */
export async function loadSeats(
  tx: Tx,
  { orgId: org, timeZone }: Organization,
  today: LocalDate,
): Promise<Record<Seat, readonly SeatHolder[]>> {
  const members = (await seatMembers(tx, org))
    .filter((one) => maySignIn(one, today))
    .map((one) => ({
      membershipId: one.membership_id,
      name: one.display_name,
      roles: one.roles as Role[],
      joinedOn: localDateAt(one.created_at, timeZone),
    }));
  const named = Map.groupBy(await openHoldings(tx, org), (row) => row.seat);
  const held = seats.map((seat) => {
    const rows = (named.get(seat) ?? []).map((row) => ({
      membershipId: row.membership_id,
      interim: row.interim,
      since: row.started_on as LocalDate,
    }));
    return [seat, holdersOf(seat, members, rows)];
  });
  return Object.fromEntries(held) as Record<Seat, readonly SeatHolder[]>;
}
