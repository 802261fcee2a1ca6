import type { LocalDate } from '#core/calendar.ts';
import type { MembershipId, PartnerId, UserId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Actor, Context, Ports } from '#server/access/context.ts';
import { addMember, contextOf, createOrganization } from '#server/access/create-organization.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { write } from '#server/audit/write.ts';
import { startOfLocalDate } from '#server/clock.ts';
import { storeFile } from '#server/file/store-file.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import { openDraft } from '#server/import/open-draft.ts';
import type { FileReader } from '#server/import/reader.ts';
import { type CastMember, company, people } from './cast.ts';
import type { Deal } from './deals.ts';
import { accountId, mappingOf } from './exports.ts';

const hourMs = 3_600_000;

/** Where the story is played: an organization, a clock that is set from step to step, and the people who act. */
export type Stage = {
  readonly as: (key: string) => Context;
  readonly memberId: (key: string) => MembershipId;
  readonly join: (member: CastMember) => Promise<void>;
  /** Ids that a later step needs, by name. */
  readonly remember: (name: string, id: string) => void;
  readonly recall: (name: string) => string;
  readonly at: (on: LocalDate, hour: number) => number;
  readonly moveTo: (on: LocalDate, hour: number) => void;
  readonly import: (kind: 'accounts' | 'opportunities' | 'history', text: string) => Promise<void>;
  /** What Tandem calls this deal, once an import has brought it; and its account likewise. */
  readonly opportunity: (deal: Deal) => Promise<string | null>;
  readonly account: (deal: Deal) => Promise<string | null>;
};

/** Makes the demo organization on its first day and seats the people who are there by then. */
export async function openStage(
  ports: Ports,
  reader: FileReader,
  startOn: LocalDate,
  onCreated: () => void,
): Promise<Stage> {
  const clock = { ms: startOfLocalDate(startOn, company.timeZone) + 9 * hourMs };
  const own: Ports = { ...ports, clock: { now: () => clock.ms } };
  const members = new Map<string, { membershipId: MembershipId; member: CastMember }>();
  const known = new Map<string, string>();
  await createOrganization(
    own,
    { kind: 'system', name: 'demo' },
    {
      slug: company.slug,
      name: company.name,
      timeZone: company.timeZone,
      currency: company.currency as CurrencyCode,
      fiscal: { yearStartMonth: company.fiscalYearStartMonth },
      isDemo: true,
    },
  );
  onCreated();
  const base = await contextOf(own, company.slug, { kind: 'system', name: 'demo' });
  if (!base) throw new Error('the demo company was not created');

  const partnerOf = ({ partner }: CastMember): PartnerId | null =>
    partner === undefined ? null : (stage.recall(`partner ${partner}`) as PartnerId);
  const contextFor = (actor: Actor): Context => ({ ...base, actor, now: clock.ms });
  const stage: Stage = {
    as: (key) => {
      const seat = members.get(key);
      if (!seat) return contextFor({ kind: 'system', name: 'demo' });
      const { membershipId, member } = seat;
      const userId = userOf(key);
      return contextFor({
        kind: 'member',
        membershipId,
        userId,
        name: member.name,
        roles: member.roles,
        partnerId: partnerOf(member),
      });
    },
    memberId: (key) => {
      const seat = members.get(key);
      if (!seat) throw new Error(`nobody sits in the seat ${key} yet`);
      return seat.membershipId;
    },
    join: async (member) => {
      const context = contextFor({ kind: 'system', name: 'demo' });
      const membershipId = await write(context, (tx) =>
        addMember(
          tx,
          context,
          { userId: userOf(member.key), name: member.name },
          member.roles,
          partnerOf(member),
        ),
      );
      members.set(member.key, { membershipId, member });
    },
    remember: (name, id) => void known.set(name, id),
    recall: (name) => {
      const id = known.get(name);
      if (id === undefined) throw new Error(`the story has not come to ${name} yet`);
      return id;
    },
    at: (on, hour) => startOfLocalDate(on, company.timeZone) + hour * hourMs,
    moveTo: (on, hour) => {
      clock.ms = Math.max(clock.ms + 1, startOfLocalDate(on, company.timeZone) + hour * hourMs);
    },
    import: async (kind, text) => {
      const context = stage.as('ops');
      const fileName = `${kind}.csv`;
      const { fileId } = await storeFile(context, { name: fileName, bytes: oneChunk(text) });
      const draft = await openDraft(context, reader, {
        fileId,
        fileName,
        source: 'CRM',
        mapping: mappingOf(kind),
      });
      await commitDraft(context, reader, draft.draftId, { leaveOutRejected: false });
    },
    opportunity: async (deal) => (await findDeal(stage.as('ops'), deal.id))?.opportunityId ?? null,
    account: async (deal) => (await findDeal(stage.as('ops'), deal.id, accountId(deal)))?.accountId ?? null,
  };
  for (const member of people.filter((one) => one.joinsInWeek <= 0)) await stage.join(member);
  return stage;
}

/** The cast has no sign-ins: nobody can enter as one of them. */
function userOf(key: string): UserId {
  return `demo:${key}` as UserId;
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}
