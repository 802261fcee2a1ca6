import type { Capability } from '../api.ts';
import { paths } from '../paths.ts';

export type DeskLink = {
  readonly label: string;
  readonly href: string;
  readonly group?: string | undefined;
  /** The two keys that lead there. */
  readonly keys: string;
};

type Place = {
  label: string;
  path: (slug: string) => string;
  needs: Capability;
  keys: string;
  group?: string;
};

/** The places of the desk, in the order of the navigation. Only pages that exist stand here. */
const places: readonly Place[] = [
  { label: 'Scoreboard', path: paths.scoreboard, needs: 'scoreboard.read', keys: 'g s' },
  { label: 'Pipeline', path: paths.pipeline, needs: 'opportunity.read', keys: 'g p' },
  {
    label: 'Registrations',
    path: (slug) => paths.registrations(slug),
    needs: 'registration.read',
    keys: 'g q',
  },
  { label: 'Partners', path: paths.partners, needs: 'partner.read', keys: 'g r' },
  { label: 'Credit', path: (slug) => paths.credit(slug), needs: 'opportunity.read', keys: 'g c' },
  { label: 'Incentives', path: paths.incentives, needs: 'accrual.read', keys: 'g n' },
  { label: 'Imports', path: paths.imports, needs: 'import.read', keys: 'g i' },
  { label: 'Notices', path: paths.notices, needs: 'organization.read', keys: 'g b' },
  { label: 'Design', path: paths.program, needs: 'organization.read', keys: 'g d', group: 'Program' },
  {
    label: 'Gates',
    path: (slug) => paths.programGates(slug),
    needs: 'organization.read',
    keys: 'g g',
    group: 'Program',
  },
  { label: 'Seats', path: paths.programSeats, needs: 'organization.read', keys: 'g e', group: 'Program' },
  { label: 'Members', path: paths.members, needs: 'member.read', keys: 'g m', group: 'Settings' },
  {
    label: 'Organization',
    path: paths.organizationSettings,
    needs: 'organization.read',
    keys: 'g o',
    group: 'Settings',
  },
  {
    label: 'Portal',
    path: paths.portalSettings,
    needs: 'brand.change',
    keys: 'g w',
    group: 'Settings',
  },
  {
    label: 'Deliveries',
    path: paths.deliveries,
    needs: 'delivery.work',
    keys: 'g v',
    group: 'Settings',
  },
  {
    label: 'CRM fields',
    path: (slug) => paths.crmFields(slug),
    needs: 'crm.work',
    keys: 'g k',
    group: 'Settings',
  },
  { label: 'API keys', path: paths.apiKeys, needs: 'key.work', keys: 'g y', group: 'Settings' },
  { label: 'Audit', path: paths.audit, needs: 'audit.read', keys: 'g a', group: 'Settings' },
];

/** The navigation of a person with these capabilities. */
export function deskLinks(slug: string, may: ReadonlySet<Capability>): readonly DeskLink[] {
  return places
    .filter((place) => may.has(place.needs))
    .map(({ label, path, keys, group }) => ({ label, href: path(slug), keys, group }));
}
