import { actorId, type Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { invalidField } from '../../problem.ts';
import type { ActTimes } from './touch-queries.ts';

/** Stamps an act with its two clocks in the organization's time zone. An act of the future is refused. */
export function actTimes(context: Context, occurredAt: number): ActTimes {
  const { now, organization } = context;
  if (occurredAt > now) {
    throw invalidField(
      'body.occurredAt',
      'a moment that has passed',
      new Date(occurredAt).toISOString(),
      'Record the act after it happened.',
    );
  }
  return {
    occurredAt,
    occurredOn: localDateAt(occurredAt, organization.timeZone),
    recordedAt: now,
    recordedOn: localDateAt(now, organization.timeZone),
    recordedBy: actorId(context.actor),
  };
}
