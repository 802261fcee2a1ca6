import type { KeyCapability } from '../../api.ts';

/** What a key can be given, as an administrator reads it, in the order of the dialog. */
export const keyRights: Readonly<Record<KeyCapability, string>> = {
  'registration.record': 'Register deals for partners',
  'registration.read': 'Read registrations',
  'touch.record': 'Write down touches and introductions',
  'opportunity.read': 'Read deals and their credit',
  'partner.read': 'Read partners',
  'partner.change': 'Add and change partners',
  'scoreboard.read': 'Read the scoreboard',
  'import.run': 'Import files',
  'import.read': 'Read imports',
  'crm.work': 'Write and check the fields of the CRM',
  'organization.read': 'Read the organization’s frame',
};
