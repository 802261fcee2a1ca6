import type { Id } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import { insertNotices } from './queries.ts';

/** Tells people that one of them has to act, each once per event; whoever caused it needs no telling. */
export async function tell(
  tx: Tx,
  context: Context,
  to: readonly string[],
  said: {
    readonly kind: string;
    readonly sentence: string;
    readonly link: string;
    readonly eventKey: string;
  },
): Promise<void> {
  const { actor, organization, now, ports } = context;
  const own = actor.kind === 'member' ? actor.membershipId : null;
  const notices = [...new Set(to)]
    .filter((id) => id !== own)
    .map((id) => ({
      notice_id: ports.ids.next<Id<'notice'>>(now),
      membership_id: id,
      kind: said.kind,
      sentence: said.sentence,
      link: said.link,
      event_key: said.eventKey,
    }));
  await insertNotices(tx, organization.orgId, notices, now);
}
