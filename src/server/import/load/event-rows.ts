import type { StageEventRecord } from '#connectors/port.ts';
import type { FactId, OpportunityId } from '#core/ids.ts';
import { stageKey } from '#core/opportunity/stage.ts';
import type { Arrival } from './arrival.ts';
import { copyInstant } from './copy-text.ts';

/** What makes two rows of history one event: the same stage at the same instant. Amounts do not count. */
export function eventKey(event: StageEventRecord): string {
  return `${event.changedAt.at} ${stageKey(event.stage)}`;
}

/** Stages the stage events of one row. `isNew`: the deal is, so none of them can stand there already. */
export function stageEvents(
  arrival: Arrival,
  opportunityId: OpportunityId,
  events: readonly StageEventRecord[],
  options: { readonly isNew: boolean; readonly sequence?: number },
): void {
  for (const [index, event] of events.entries()) {
    arrival.staging?.add('change', [
      opportunityId,
      arrival.ids.next<FactId>(arrival.now),
      options.isNew,
      event.stage,
      copyInstant(event.changedAt.at),
      event.changedAt.on,
      event.amountMinor,
      event.currency,
      eventKey(event),
      (options.sequence ?? 0) + index,
    ]);
  }
}
