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

/** Which of its seats a person with these roles may sign for. `isAppeal`: the CRO is final, the CEO where the CRO has ruled before. */
export function seatsFor(roles: readonly Role[], isAppeal: boolean, needsCfo: boolean): PanelSeat[] {
  const seats: readonly PanelSeat[] = isAppeal
    ? ['cro', 'ceo']
    : [...ordinary, ...(needsCfo ? (['cfo'] as const) : [])];
  return seats.filter((seat) =>
    (panelSeats[seat].roles as readonly Role[]).some((role) => roles.includes(role)),
  );
}

/**
 * ATT-17: a ruling stands once two different people have signed it for two of the three seats of the panel, and the
 * CFO or a delegate too where the deal is above the limit of the page. Two of three, since a member who is a party to
 * the case does not rule on it. On appeal (ATT-19) the CRO alone is final, or the CEO in their place.
 */
export function panelStanding(
  signatures: readonly RulingSignature[],
  needs: { readonly needsCfo: boolean; readonly isAppeal: boolean },
): PanelStanding {
  const inTime = signatures.toSorted((a, b) => a.at - b.at);
  if (needs.isAppeal) {
    const last = inTime.find(({ seat }) => seat === 'cro' || seat === 'ceo');
    return last === undefined ? { standsAt: null, missing: ['cro'] } : { standsAt: last.at, missing: [] };
  }
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
