import type { Problem } from '#connectors/port.ts';
import type { OpportunityId } from '#core/ids.ts';
import { type NamedOutcome, readNamed } from '../../registration/link-import.ts';
import type { Arrival } from './arrival.ts';
import type { KnownOpportunity } from './queries.ts';
import type { RowRecords } from './row-records.ts';

/** What the rows of a batch say about registrations. `of` links the deal of a row and says whether there was a link to make. */
type BatchLinks = {
  readonly of: (row: RowRecords) => (deal: OpportunityId) => boolean;
  readonly problems: readonly Problem[];
};

const nothing: BatchLinks = { of: () => () => false, problems: [] };

/** Reads which registrations the rows of a file name, each once in the whole file; what cannot be linked is noted. */
export function namedRegistrations(arrival: Arrival) {
  const taken = new Set<string>();
  const column = arrival.columnOf('registration');
  return {
    async look(
      rows: readonly RowRecords[],
      known: ReadonlyMap<string, KnownOpportunity>,
    ): Promise<BatchLinks> {
      const naming = rows.flatMap((row) => {
        const text = row.opportunity?.registration ?? null;
        if (text === null) return [];
        return [{ row: row.row, text, opportunityId: known.get(row.opportunityId)?.opportunity_id ?? null }];
      });
      if (naming.length === 0) return nothing;
      const outcomes = await readNamed(arrival.tx, arrival, naming, taken);
      const byRow = new Map(naming.map(({ row }, index) => [row, outcomes[index]]));
      return {
        of: (row) => (deal) => linkOf(arrival, byRow.get(row.row), deal),
        problems: outcomes.flatMap((outcome, index) => noteOf(outcome, naming[index]?.row ?? null, column)),
      };
    },
  };
}

function linkOf(arrival: Arrival, outcome: NamedOutcome | undefined, opportunityId: OpportunityId): boolean {
  if (outcome?.kind !== 'link') return false;
  arrival.links.push({ registrationId: outcome.registrationId, opportunityId });
  return true;
}

function noteOf(outcome: NamedOutcome, row: number | null, column: string | null): Problem[] {
  if (outcome.kind !== 'refused') return [];
  const { expected, found, repair } = outcome;
  return [{ code: 'registration-not-linked', severity: 'note', row, column, expected, found, repair }];
}
