import { nearestKey } from '#core/blueprint/nearest-key.ts';
import type { LocalDate } from '#core/calendar.ts';
import { findStage, type StageTable } from '#core/opportunity/stage.ts';
import { noStages, type StageSighting, stageOfAct, stagesOn } from '#core/opportunity/stages-on.ts';
import { sourceSeenAt, stageSightings } from '../../attribution/touch/stage-sightings.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import type { Arrival } from './arrival.ts';
import type { Fault } from './touch-problems.ts';
import type { DealForTouch } from './touch-queries.ts';

type When = { readonly at: number; readonly on: LocalDate };

/** In which stage a deal was at an act. */
export type TouchStages = {
  /** Looks up the history of these deals. */
  readonly prepare: (deals: readonly string[]) => Promise<void>;
  /** The order of the stage, null where nobody knows it, or why what the row says cannot be. */
  readonly at: (deal: DealForTouch, said: string | null, when: When) => number | null | Fault;
};

/** Reads stages as a single touch does (method 5.4): what the row says must fit the history of its deal. */
export async function touchStages(
  arrival: Pick<Arrival, 'tx' | 'org' | 'dayOf'>,
  sourceIds: readonly string[],
): Promise<TouchStages> {
  const { tx, org, dayOf } = arrival;
  const tables = await stageTables(tx, org, null);
  const readOn = new Map<string, LocalDate | null>();
  for (const source of sourceIds) {
    const readAt = await sourceSeenAt(tx, org, source);
    readOn.set(source, readAt === null ? null : dayOf(readAt));
  }
  let histories = new Map<string, StageSighting[]>();
  return {
    async prepare(deals) {
      const rows = await stageSightings(tx, org, deals);
      histories = new Map();
      for (const { opportunity_id, ...row } of rows) {
        const sighting = { ...row, on: dayOf(row.at) };
        const there = histories.get(opportunity_id);
        if (there) there.push(sighting);
        else histories.set(opportunity_id, [sighting]);
      }
    },
    at(deal, text, when) {
      const table = tables.get(deal.source_id);
      const said = text === null ? null : orderOf(text, table);
      if (said !== null && typeof said === 'object') return said;
      const dates = {
        createdOn: deal.created_on as LocalDate | null,
        closedOn: deal.closed_on as LocalDate | null,
      };
      const day = table ? stagesOn(histories.get(deal.opportunity_id) ?? [], table, when) : noStages;
      const seenOn = readOn.get(deal.source_id) ?? null;
      const stage = stageOfAct(said, dates, when.on, day, seenOn !== null && seenOn > when.on);
      if (stage.isPossible) return stage.order;
      const names = stage.stages.map(({ order, name }) => `${name} (${order})`);
      return {
        field: 'stage',
        code: 'stage-impossible',
        expected: `a stage that the deal was in on ${when.on}: ${names.join(' or ')}`,
        found: text ?? '',
        repair: 'Empty the cell and the history of the deal says it, or correct the date.',
      };
    },
  };
}

/** The order that a cell names: by the stage’s own name in the deal’s source, or as a number such as 3 or S3. */
function orderOf(text: string, table: StageTable | undefined): number | Fault {
  const rule = table ? findStage(table, text) : null;
  if (rule?.outcome === 'open' && !rule.ignore && rule.order !== null) return rule.order;
  const [, digits] = /^s?\s?(\d{1,2})$/i.exec(text) ?? [];
  if (rule === null && digits !== undefined) return Number(digits);
  const names = [...new Set(table?.byName.values() ?? [])]
    .filter((one) => one.outcome === 'open' && !one.ignore && one.order !== null)
    .map((one) => one.name);
  const near = nearestKey(text, names);
  return {
    field: 'stage',
    code: rule === null ? 'stage-unknown' : 'stage-not-open',
    expected:
      names.length === 0 ? 'a number such as 2' : `an open stage of the deal’s source: ${names.join(', ')}`,
    found: text,
    repair:
      near === null || rule !== null
        ? 'Write one of these or its order, or empty the cell and the history of the deal says it.'
        : `Write "${near}" if that is the one, or empty the cell and the history of the deal says it.`,
  };
}
