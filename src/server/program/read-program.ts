import { pages } from '#core/blueprint/document.ts';
import { type PageStanding, type PageState, standingOfPage } from '#core/blueprint/standing.ts';
import type { LocalDate } from '#core/calendar.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { type InterimAs, type Seat, seatLabel, seats } from '#core/program/seat.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { type StoredVersion, seatsOf, storedBody, storedVersion } from './pages.ts';
import { type DraftRow, draftRows, policyRows, programRow } from './queries.ts';
import { seatsHeldBy } from './sign-page.ts';
import { loadDesign } from './watch/load-design.ts';

export type ShownSignature = {
  readonly seat: string;
  readonly membershipId: string;
  readonly name: string;
  readonly interim: InterimAs | null;
  readonly signedAt: number;
};

/** A page as the Program section shows it: its draft, what holds today, and what waits for signatures. */
export type ShownPage = {
  readonly word: PageWord;
  readonly seats: readonly Seat[];
  readonly state: PageState;
  readonly draft: {
    readonly body: unknown;
    readonly confirmed: readonly string[];
    readonly revision: number;
    readonly baseVersion: number | null;
    readonly updatedAt: number;
    readonly updatedBy: string;
  } | null;
  readonly inForce: {
    readonly version: number;
    readonly inForceFrom: LocalDate;
    readonly signedOn: LocalDate | null;
    readonly isDraft: boolean;
    readonly body: unknown;
  } | null;
  /** Signed by every seat, and waits for its day. */
  readonly next: { readonly version: number; readonly inForceFrom: LocalDate } | null;
  readonly proposed: {
    readonly version: number;
    readonly inForceFrom: LocalDate;
    readonly body: unknown;
    readonly missing: readonly Seat[];
    readonly signatures: readonly ShownSignature[];
  } | null;
};

/** The program as it stands today: its clock, its pages, its seats, and what the caller may sign for. */
export function readProgram(context: Context) {
  requireCapability(context, 'organization.read');
  const { organization, actor, ports, now } = context;
  const { orgId: org } = organization;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const clock = await programRow(tx, org);
    const names = await memberNames(tx, org);
    const versions = Map.groupBy(await policyRows(tx, org, null), (row) => row.word);
    const drafts = new Map((await draftRows(tx, org)).map((row) => [row.word, row]));
    const design = await loadDesign(tx, organization, today);
    const membershipId = actor.kind === 'member' ? actor.membershipId : '';
    const held = seatsHeldBy(design.seats, membershipId).map(({ seat }) => seat);
    return {
      kickoffOn: clock.kickoff_on as LocalDate | null,
      mode: clock.mode,
      currency: organization.currency,
      today,
      pages: pageWords.map((word) => {
        const stored = (versions.get(word) ?? []).map((row) => storedVersion(row, organization));
        const draft = drafts.get(word) ?? null;
        const standing = standingOfPage(word, stored, draft !== null, today, organization.fiscal);
        return shownPage(word, standing, draft, names);
      }),
      seats: seats.map((seat) => ({
        seat,
        label: seatLabel(seat),
        isOpen: design.seats[seat].length === 0,
        holders: design.seats[seat].map((one) => ({ ...one })),
        youHold: held.includes(seat),
      })),
      me: { membershipId, signsFor: held.filter((seat) => signing.has(seat)) },
    };
  });
}

const signing = new Set(Object.values(pages).flatMap(({ word }) => seatsOf(word)));

function shownPage(
  word: PageWord,
  { state, inForce, next, proposed }: PageStanding<StoredVersion>,
  draft: DraftRow | null,
  names: ReadonlyMap<string, string>,
): ShownPage {
  return {
    word,
    seats: seatsOf(word),
    state,
    draft: draft && {
      body: storedBody(word, draft.body),
      confirmed: draft.confirmed,
      revision: draft.revision,
      baseVersion: draft.base_version,
      updatedAt: draft.updated_at,
      updatedBy: names.get(draft.updated_by) ?? draft.updated_by,
    },
    inForce: inForce && {
      version: inForce.version,
      inForceFrom: inForce.begins,
      signedOn: inForce.signedOn,
      isDraft: inForce.isDraft,
      body: storedBody(word, inForce.body),
    },
    next: next && { version: next.version, inForceFrom: next.begins },
    proposed: proposed && {
      version: proposed.version,
      inForceFrom: proposed.inForceFrom,
      body: storedBody(word, proposed.body),
      missing: proposed.missing,
      signatures: shownSignatures(proposed, names),
    },
  };
}

/** The signatures of a version with the present names of who gave them. */
export function shownSignatures(
  version: Pick<StoredVersion, 'signatures'>,
  names: ReadonlyMap<string, string>,
): ShownSignature[] {
  return version.signatures.map((one) => ({
    ...one,
    name: names.get(one.membershipId) ?? 'a former member',
  }));
}
