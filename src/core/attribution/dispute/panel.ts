/**
 * Who rules where the signed page is silent, and when a ruling stands (ATT-9, ATT-17, ATT-19).
 *
 * Handbook: docs/handbook/disputes.md
 */

import type { Role } from '#core/program/roles.ts';

/** The seats of a panel, and of an appeal. The sales leader is whoever leads those who sell: the CRO, or their sponsor. */
export const panelSeats = {
  head_of_partnerships: { label: 'Head of Partnerships', roles: ['head_of_partnerships'] },
  sales_leader: { label: 'Sales leader', roles: ['executive_sponsor', 'cro'] },
  partner_ops: { label: 'RevOps', roles: ['partner_ops'] },
  cfo: { label: 'CFO or delegate', roles: ['cfo'] },
  cro: { label: 'CRO', roles: ['cro'] },
  ceo: { label: 'CEO', roles: ['ceo'] },
} as const satisfies Record<string, { label: string; roles: readonly Role[] }>;

export type PanelSeat = keyof typeof panelSeats;

const ordinary: readonly PanelSeat[] = ['head_of_partnerships', 'sales_leader', 'partner_ops'];

export type RulingSignature = { readonly by: string; readonly seat: PanelSeat; readonly at: number };

/** What a ruling still needs. `standsAt`: the moment of the last signature that it needed; null while it lacks one. */
export type PanelStanding = {
  readonly standsAt: number | null;
  readonly missing: readonly PanelSeat[];
};

/** What a ruling asks of its panel. */
export type PanelNeeds = {
  /** The CFO or a delegate signs too: a large deal, or an appeal that takes a sourced credit away. */
  readonly needsCfo: boolean;
  readonly isAppeal: boolean;
};

/**
 * Which seats a person with these roles may sign for. On appeal the CRO decides (ATT-19); the CEO only where no CRO
 * can, since every one of them is a party or signed the ruling that is appealed.
 */
export function seatsFor(
  roles: readonly Role[],
  needs: PanelNeeds & { readonly croCanDecide: boolean },
): PanelSeat[] {
  const first: readonly PanelSeat[] = !needs.isAppeal ? ordinary : needs.croCanDecide ? ['cro'] : ['ceo'];
  const seats: readonly PanelSeat[] = needs.needsCfo ? [...first, 'cfo'] : first;
  return seats.filter((seat) =>
    (panelSeats[seat].roles as readonly Role[]).some((role) => roles.includes(role)),
  );
}

type Credited = { readonly class: string; readonly partnerId: string | null };

/** ATT-9: whether a ruling takes a sourced credit from the partner that has it, which one person alone never does. */
export function takesSourcedAway(now: Credited, ruled: Credited): boolean {
  return now.class === 'sourced' && (ruled.class !== 'sourced' || ruled.partnerId !== now.partnerId);
}

/**
 * ATT-17: a ruling stands once two different people have signed it for two of the three seats of the panel, and the
 * CFO or a delegate too where the deal is above the limit of the page. Two of three, since a member who is a party to
 * the case does not rule on it. On appeal (ATT-19) the CRO alone is final, or the CEO in their place; where the appeal
 * takes a sourced credit away, the CFO or a delegate signs as a second person (ATT-9).
 */
export function panelStanding(signatures: readonly RulingSignature[], needs: PanelNeeds): PanelStanding {
  const inTime = signatures.toSorted((a, b) => a.at - b.at);
  if (needs.isAppeal) return finalStanding(inTime, needs.needsCfo);
  const panel = inTime.filter(({ seat }) => ordinary.includes(seat));
  // The first signature that joins one of another person for another seat.
  const second = panel.find((one, index) =>
    panel.slice(0, index).some((before) => before.by !== one.by && before.seat !== one.seat),
  );
  const cfo = inTime.find(({ seat }) => seat === 'cfo');
  const missing: PanelSeat[] = [];
  if (second === undefined)
    missing.push(...ordinary.filter((seat) => !panel.some((one) => one.seat === seat)));
  if (needs.needsCfo && cfo === undefined) missing.push('cfo');
  if (second === undefined || missing.length > 0) return { standsAt: null, missing };
  return { standsAt: Math.max(second.at, needs.needsCfo ? (cfo?.at ?? 0) : 0), missing: [] };
}

function finalStanding(inTime: readonly RulingSignature[], needsSecond: boolean): PanelStanding {
  const last = inTime.find(({ seat }) => seat === 'cro' || seat === 'ceo');
  const second = inTime.find(({ seat, by }) => seat === 'cfo' && by !== last?.by);
  const missing: PanelSeat[] = [
    ...(last === undefined ? (['cro'] as const) : []),
    ...(needsSecond && second === undefined ? (['cfo'] as const) : []),
  ];
  if (last === undefined || missing.length > 0) return { standsAt: null, missing };
  return { standsAt: Math.max(last.at, needsSecond ? (second?.at ?? 0) : 0), missing: [] };
}
