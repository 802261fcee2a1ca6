import type { Role } from '#core/program/roles.ts';

/**
 * What a caller may do, by role: the one table. Every route names one capability; a route that names none does
 * not register and fails the build. Nothing is allowed that is not written here.
 */
export const rolesByCapability = {
  'organization.read': [
    'cro',
    'ceo',
    'cfo',
    'head_of_partnerships',
    'partner_manager',
    'partner_ops',
    'partner_marketing',
    'ae',
    'executive_sponsor',
    'administrator',
    'advisor',
  ],
  'organization.change': ['administrator'],
  'member.read': ['cro', 'ceo', 'cfo', 'head_of_partnerships', 'partner_ops', 'administrator'],
  'member.change': ['administrator'],
  'audit.read': ['cro', 'cfo', 'administrator'],
  'scoreboard.read': [
    'cro',
    'ceo',
    'cfo',
    'head_of_partnerships',
    'partner_manager',
    'partner_ops',
    'partner_marketing',
    'ae',
    'executive_sponsor',
    'administrator',
    'advisor',
  ],
  'scoreboard.define': ['cro', 'head_of_partnerships', 'administrator'],
  'policy.sign': ['cro', 'cfo', 'head_of_partnerships'],
  'opportunity.read': [
    'cro',
    'ceo',
    'cfo',
    'head_of_partnerships',
    'partner_manager',
    'partner_ops',
    'partner_marketing',
    'ae',
    'executive_sponsor',
    'administrator',
    'advisor',
  ],
  'partner.read': [
    'cro',
    'ceo',
    'cfo',
    'head_of_partnerships',
    'partner_manager',
    'partner_ops',
    'partner_marketing',
    'ae',
    'executive_sponsor',
    'administrator',
    'advisor',
  ],
  'partner.change': ['head_of_partnerships', 'partner_manager', 'partner_ops', 'administrator'],
  'touch.record': ['head_of_partnerships', 'partner_manager', 'partner_ops', 'ae', 'administrator'],
  'dispute.open': ['cro', 'head_of_partnerships', 'partner_manager', 'partner_ops', 'ae'],
  'dispute.close': ['cro', 'head_of_partnerships'],
  'opening_balance.accept': ['cro', 'cfo', 'head_of_partnerships'],
  'import.read': ['head_of_partnerships', 'partner_ops', 'administrator'],
  'import.run': ['head_of_partnerships', 'partner_ops', 'administrator'],
  'view.save': [
    'cro',
    'ceo',
    'cfo',
    'head_of_partnerships',
    'partner_manager',
    'partner_ops',
    'partner_marketing',
    'ae',
    'executive_sponsor',
    'administrator',
  ],
  'demo.change': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof rolesByCapability;

/** The capabilities that a set of roles gives: the union over the roles. */
export function capabilitiesOf(roles: readonly Role[]): ReadonlySet<Capability> {
  const names = Object.keys(rolesByCapability) as Capability[];
  return new Set(
    names.filter((name) => {
      const allowed: readonly Role[] = rolesByCapability[name];
      return roles.some((role) => allowed.includes(role));
    }),
  );
}
