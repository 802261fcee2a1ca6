import { type Role, roles } from '#core/program/roles.ts';

/** Everyone on the company's own side, an advisor included. */
const desk: readonly Role[] = (Object.keys(roles) as Role[]).filter((role) => roles[role].face === 'desk');
const staff = desk.filter((role) => role !== 'advisor');

/** Who holds the pages of the program, and who runs it day by day. */
const signers: readonly Role[] = ['cro', 'cfo', 'head_of_partnerships'];
const operators: readonly Role[] = ['head_of_partnerships', 'partner_ops', 'administrator'];

/** Everyone at a partner. */
const portal = (Object.keys(roles) as Role[]).filter((role) => roles[role].face === 'portal');

/** A seat that waits for its own person has an interim holder, who is one of these; the verb asks which seat. */
const interimSigners: readonly Role[] = ['ceo', 'advisor'];

/**
 * What a caller may do, by role: the one table. Every route names one capability; a route that names none does
 * not register and fails the build. Nothing is allowed that is not written here. The portal's roles hold the four
 * that begin with `portal.` and no other; nobody of the company holds one of those.
 */
export const rolesByCapability = {
  'organization.read': desk,
  'organization.change': ['administrator'],
  'member.read': ['cro', 'ceo', 'cfo', 'head_of_partnerships', 'partner_ops', 'administrator'],
  'member.change': ['administrator'],
  'key.work': ['administrator'],
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
  'dispute.answer': [...operators, 'cro', 'partner_manager', 'ae'],
  'ruling.write': ['cro', 'ceo', 'cfo', 'head_of_partnerships', 'partner_ops', 'executive_sponsor'],
  'withdrawal.sign': ['cro', 'cfo', 'head_of_partnerships', 'partner_ops'],
  'deal.correct': operators,
  'replay.run': [...signers, ...interimSigners, 'partner_ops', 'administrator'],
  'quarter.close': ['cfo'],
  'audit_sample.work': ['cfo', 'partner_ops'],
  'accrual.read': ['cro', 'ceo', 'cfo', 'head_of_partnerships', 'partner_ops', 'partner_manager'],
  'statement.issue': ['cfo', 'partner_ops'],
  'registration.read': desk,
  'registration.record': [...operators, 'partner_manager'],
  'registration.decide': ['partner_ops', 'partner_manager', 'head_of_partnerships', 'cro'],
  'registration.rule': ['head_of_partnerships', 'partner_ops', 'cro', 'ceo'],
  'registration.appeal': ['cro', 'ceo'],
  'registration.arrange': operators,
  'opening_balance.accept': signers,
  'import.read': operators,
  'import.run': operators,
  'crm.work': operators,
  'delivery.work': ['administrator'],
  'brand.change': operators,
  'view.save': staff,
  'demo.change': ['administrator'],
  'portal.read': portal,
  'portal.act': portal,
  'portal.earnings': ['partner_admin'],
  'portal.team': ['partner_admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof rolesByCapability;

/**
 * What a key of the API can be given: reading, and writing down what happened. Whatever asks for a person's word is not
 * among it: signing, deciding, ruling, closing, inviting, and everything of the portal.
 */
export const keyCapabilities = [
  'organization.read',
  'scoreboard.read',
  'opportunity.read',
  'partner.read',
  'partner.change',
  'touch.record',
  'registration.read',
  'registration.record',
  'import.read',
  'import.run',
  'crm.work',
] as const satisfies readonly Capability[];

export type KeyCapability = (typeof keyCapabilities)[number];

export function isCapability(text: string): text is Capability {
  return Object.hasOwn(rolesByCapability, text);
}

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
