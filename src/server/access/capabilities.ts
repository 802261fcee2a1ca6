import { type Role, roles } from '#core/program/roles.ts';

/** Everyone on the company's own side, an advisor included. */
const desk = (Object.keys(roles) as Role[]).filter((role) => roles[role].face === 'desk');
const staff = desk.filter((role) => role !== 'advisor');

/** Who holds the pages of the program, and who runs it day by day. */
const signers: readonly Role[] = ['cro', 'cfo', 'head_of_partnerships'];
const operators: readonly Role[] = ['head_of_partnerships', 'partner_ops', 'administrator'];

/** A seat that waits for its own person has an interim holder, who is one of these; the verb asks which seat. */
const interimSigners: readonly Role[] = ['ceo', 'advisor'];

/**
 * What a caller may do, by role: the one table. Every route names one capability; a route that names none does
 * not register and fails the build. Nothing is allowed that is not written here. The portal's roles hold none of
 * these: what they may do comes with the portal.
 */
export const rolesByCapability = {
  'organization.read': desk,
  'organization.change': ['administrator'],
  'member.read': ['cro', 'ceo', 'cfo', 'head_of_partnerships', 'partner_ops', 'administrator'],
  'member.change': ['administrator'],
  'audit.read': ['cro', 'cfo', 'administrator'],
  'scoreboard.read': desk,
  'scoreboard.define': ['cro', 'head_of_partnerships', 'administrator'],
  'policy.sign': [...signers, ...interimSigners],
  'program.edit': [...signers, ...interimSigners, 'partner_ops', 'administrator'],
  'program.seat': ['cro', 'ceo', 'head_of_partnerships', 'administrator'],
  'gate.override': ['cro', 'ceo'],
  'week_one.work': ['head_of_partnerships'],
  'opportunity.read': desk,
  'partner.read': desk,
  'partner.change': [...operators, 'partner_manager'],
  'touch.record': [...operators, 'partner_manager', 'ae'],
  'dispute.open': ['cro', 'head_of_partnerships', 'partner_manager', 'partner_ops', 'ae'],
  'dispute.close': ['cro', 'head_of_partnerships'],
  'opening_balance.accept': signers,
  'import.read': operators,
  'import.run': operators,
  'view.save': staff,
  'demo.change': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof rolesByCapability;

/** The capabilities that a set of roles gives: the union over the roles. */
export function capabilitiesOf(held: readonly Role[]): ReadonlySet<Capability> {
  const names = Object.keys(rolesByCapability) as Capability[];
  return new Set(
    names.filter((name) => {
      const allowed: readonly Role[] = rolesByCapability[name];
      return held.some((role) => allowed.includes(role));
    }),
  );
}
