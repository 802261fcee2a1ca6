import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import { parsePage } from '#core/blueprint/parse-body.ts';
import { type PageVersion, signaturesOf } from '#core/blueprint/standing.ts';
import type { LocalDate } from '#core/calendar.ts';
import { defaultBody } from '#core/program/field.ts';
import type { PageWord } from '#core/program/page.ts';
import { isSeat, type Seat } from '#core/program/seat.ts';
import type { Organization } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { PolicyRow } from './queries.ts';

/** A version of a page as it is stored, with what its signatures come to. */
export type StoredVersion = PageVersion & {
  readonly word: PageWord;
  readonly body: unknown;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly signatures: PolicyRow['signatures'];
  readonly countersignatures: PolicyRow['countersignatures'];
  readonly missing: readonly Seat[];
};

/** The seats whose holders sign a page. */
export function seatsOf(word: PageWord): Seat[] {
  return pages[word].seats.filter(isSeat);
}

/** Reads a stored version: which seats are missing, and on which day the last of them signed. */
export function storedVersion(row: PolicyRow, organization: Pick<Organization, 'timeZone'>): StoredVersion {
  const given = row.signatures.map(({ seat, signedAt }) => ({
    seat,
    on: localDateAt(signedAt, organization.timeZone),
  }));
  return {
    word: row.word,
    version: row.version,
    body: row.body,
    inForceFrom: row.in_force_from as LocalDate,
    createdAt: row.created_at,
    createdBy: row.created_by,
    signatures: row.signatures,
    countersignatures: row.countersignatures,
    ...signaturesOf(seatsOf(row.word), given),
  };
}

/** The body of a stored page. What was written before a field existed takes that field's default. */
export function storedBody<Word extends PageWord>(word: Word, body: unknown): ProgramDocument[Word] {
  const parsed = parsePage(word, body);
  if (parsed.ok) return parsed.body;
  // A stored page never changes, so it stands even where a field has become narrower since.
  return { ...defaultBody(pages[word].fields), ...(body as object) } as unknown as ProgramDocument[Word];
}
