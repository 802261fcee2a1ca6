import { partyReason, partyWords } from '#core/attribution/dispute/case.ts';
import { type PanelNeeds, type PanelSeat, panelSeats, seatsFor } from '#core/attribution/dispute/panel.ts';
import type { Role } from '#core/program/roles.ts';
import type { Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { type DisputeRow, membersWith, partiesOf } from './queries.ts';
import { rulingsOfDeal } from './ruling-queries.ts';

/** Somebody whose roles could rule: for which seat they would sign, whether they have, and otherwise why they may not. */
export type PanelMember = {
  readonly id: string;
  readonly name: string;
  readonly seat: PanelSeat | null;
  readonly hasSigned: boolean;
  /** Said to themselves and said of them; null where they may sign or have signed. */
  readonly why: { readonly you: string; readonly other: string } | null;
};

/** The ruling that a panel is asked about: on which deal and case, for which partner, and who has signed it. */
export type PanelMatter = {
  readonly opportunityId: string;
  readonly owner: string | null;
  readonly partners: readonly (string | null)[];
  readonly dispute: DisputeRow | null;
  readonly needs: PanelNeeds;
  readonly signed: readonly { readonly by: string; readonly seat: string }[];
};

const rulingRoles = [...new Set(Object.values(panelSeats).flatMap(({ roles }): readonly Role[] => roles))];

/** Everybody who could rule, each with their seat or the reason why they have none (ATT-17, ATT-19). */
export async function panelOf(tx: Tx, context: Context, matter: PanelMatter): Promise<PanelMember[]> {
  const { organization, now } = context;
  const org = organization.orgId;
  const { dispute, needs, signed } = matter;
  const members = await membersWith(tx, org, rulingRoles, localDateAt(now, organization.timeZone));
  const { managers, recorders, speakers } = await partiesOf(tx, org, {
    opportunity: matter.opportunityId,
    dispute: dispute?.dispute_id ?? null,
    partners: matter.partners.filter((one) => one !== null),
  });
  const parties = {
    openedBy: dispute?.opened_by ?? '',
    owner: matter.owner,
    partnerManagers: managers,
    recordedBy: recorders,
    spokeFor: speakers,
  };
  const before = needs.isAppeal && dispute ? await signersOf(tx, context, dispute) : [];
  const isFree = (one: { id: string; name: string }) =>
    partyReason(one, parties) === null && !before.includes(one.id);
  const croCanDecide = members.some((one) => one.roles.includes('cro') && isFree(one));
  return members.map((one) => {
    const { id, name } = one;
    const own = signed.find(({ by }) => by === id);
    if (own) return { id, name, seat: own.seat as PanelSeat, hasSigned: true, why: null };
    const none = (why: { you: string; other: string }) => ({ id, name, seat: null, hasSigned: false, why });
    const party = partyReason(one, parties);
    if (party !== null) return none(partyWords[party]);
    const seats = seatsFor(one.roles, { ...needs, croCanDecide });
    const mine = seats.filter((seat) => !before.includes(id) || seat === 'cfo');
    const seat = mine.find((wanted) => !signed.some((taken) => taken.seat === wanted));
    if (seat !== undefined) return { id, name, seat, hasSigned: false, why: null };
    if (before.includes(id)) return none(ruledBefore);
    if (mine.length > 0) return none(seatTaken);
    return none(needs.isAppeal ? notOnAppeal : noSeat);
  });
}

const ruledBefore = {
  you: 'You signed the ruling that is appealed. Somebody else decides.',
  other: 'signed the ruling that is appealed',
};
const seatTaken = {
  you: 'Somebody else has signed for your seat.',
  other: 'somebody else has signed for the seat',
};
const notOnAppeal = {
  you: 'On appeal the CRO decides, or the CEO where no CRO can.',
  other: 'does not decide on appeal',
};
/** Somebody whose roles could rule elsewhere, but not here. */
export const noSeat = {
  you: 'None of your roles has a seat on this panel.',
  other: 'has no seat on this panel',
};

/** Which seat the signed-in person signs for, or why they do not. */
export function placeOf(
  context: Context,
  panel: readonly PanelMember[],
): { seat: PanelSeat | null; why: string | null } {
  const { actor } = context;
  if (actor.kind !== 'member') return { seat: null, why: 'A ruling is signed by a person.' };
  const own = panel.find(({ id }) => id === actor.membershipId);
  if (own === undefined) return { seat: null, why: noSeat.you };
  if (own.hasSigned) return { seat: null, why: 'You have signed it. It takes another person.' };
  return { seat: own.seat, why: own.why?.you ?? null };
}

/** Who signed the ruling that is appealed: nobody decides about their own decision. */
async function signersOf(tx: Tx, context: Context, dispute: DisputeRow): Promise<string[]> {
  const rulings = await rulingsOfDeal(tx, context.organization.orgId, dispute.opportunity_id);
  return rulings
    .filter((one) => !one.is_appeal && one.dispute_id === dispute.dispute_id)
    .flatMap((one) => one.signatures.map(({ by }) => by));
}
