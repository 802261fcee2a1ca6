import type { Role } from '#core/program/roles.ts';
import type { PartnerDetails } from '#server/partner/change-partner.ts';

/** The demo company: Series B software, twenty million of recurring revenue, with a program that was designed first. */
export const company = {
  slug: 'demo',
  name: 'Larkspur (demo company)',
  timeZone: 'America/New_York',
  currency: 'USD',
  fiscalYearStartMonth: 1,
} as const;

export type CastMember = {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly joinsInWeek: number;
  /** Of which partner, for people who come in through the portal. */
  readonly partner?: string;
};

/** The people of the company, and one of a partner. The Head of Partnerships joins in week 8, after the design is signed. */
export const people: readonly CastMember[] = [
  {
    key: 'ceo',
    name: 'Ines Calder',
    roles: ['ceo', 'executive_sponsor'],
    joinsInWeek: -30,
  },
  { key: 'cro', name: 'Marcus Adeyemi', roles: ['cro'], joinsInWeek: -30 },
  { key: 'cfo', name: 'Priya Raman', roles: ['cfo'], joinsInWeek: -30 },
  { key: 'ops', name: 'Tom Westbrook', roles: ['partner_ops', 'administrator'], joinsInWeek: -30 },
  { key: 'head', name: 'Elena Sorokina', roles: ['head_of_partnerships'], joinsInWeek: 8 },
  { key: 'manager', name: 'Jonas Keller', roles: ['partner_manager'], joinsInWeek: 14 },
  {
    key: 'rachel',
    name: 'Rachel Stone',
    roles: ['partner_admin'],
    joinsInWeek: 20,
    partner: 'Northgate Systems',
  },
  { key: 'manager2', name: 'Aiko Brandt', roles: ['partner_manager'], joinsInWeek: 44 },
];

/** The account executives; they own deals and have no number of partnerships of their own. */
export const sellers = [
  'Dana Whitfield',
  'Luis Ortega',
  'Grace Lindqvist',
  'Omar Haddad',
  'Chloe Martin',
  'Ben Achterberg',
] as const;

export type CastPartner = Omit<PartnerDetails, 'managerId' | 'signedOn'> & {
  readonly signedInWeek: number;
  readonly people: readonly string[];
  /** How much of what partners bring comes from this one; 0 is a partner that went dark. */
  readonly weight: number;
};

const si = (
  name: string,
  domain: string,
  signedInWeek: number,
  weight: number,
  people: readonly string[],
): CastPartner => ({
  name,
  domain,
  country: 'US',
  archetype: 'si',
  signedInWeek,
  weight,
  people,
});
const isv = (
  name: string,
  domain: string,
  signedInWeek: number,
  weight: number,
  people: readonly string[],
): CastPartner => ({
  name,
  domain,
  country: 'US',
  archetype: 'isv',
  signedInWeek,
  weight,
  people,
});

/** A first cohort of twelve systems integrators; the second archetype opens once the first has produced. */
export const partners: readonly CastPartner[] = [
  si('Northgate Systems', 'northgate-systems.example', 10, 5, ['Rachel Stone', 'Vikram Nair']),
  si('Halyard Consulting', 'halyard.example', 10, 4, ['Sofia Marin']),
  si('Bluefin Integration', 'bluefin.example', 11, 3, ['Peter Novak', 'Ana Duarte']),
  si('Cobalt Ridge', 'cobaltridge.example', 11, 2, ['Henry Walsh']),
  si('Meridian Works', 'meridianworks.example', 12, 2, ['Laila Osman']),
  si('Granite & Vale', 'granitevale.example', 12, 1, ['Chris Doyle']),
  si('Switchyard Partners', 'switchyard.example', 12, 1, ['Nora Feld']),
  si('Alder Street', 'alderstreet.example', 13, 1, ['Victor Hahn']),
  si('Fathom Delivery', 'fathomdelivery.example', 13, 0, ['Jill Carver']),
  si('Kestrel Advisory', 'kestrel-advisory.example', 14, 0, ['Sam Oduya']),
  si('Lowtide Labs', 'lowtide.example', 14, 0, ['Mia Torres']),
  si('Pinnacle Forge', 'pinnacleforge.example', 15, 0, ['Dirk Jansen']),
  isv('Tessera Data', 'tessera-data.example', 42, 3, ['Helen Zhou', 'Marc Petit']),
  isv('Openlane', 'openlane.example', 43, 2, ['Yusuf Demir']),
  isv('Quillwork', 'quillwork.example', 45, 1, ['Beth Larsen']),
  isv('Sablefin', 'sablefin.example', 47, 1, ['Ravi Menon']),
  isv('Vantage Grid', 'vantagegrid.example', 50, 0, ['Lotte Visser']),
];

/** Partners that the CRM knew before there was a program: their deals are the opening balance. */
export const legacyPartners = ['Oakhurst Group', 'Delmar Associates'] as const;

export const products = ['Platform', 'Analytics', 'Gateway'] as const;

const first = [
  'Amber',
  'Birch',
  'Cedar',
  'Crest',
  'Delta',
  'Echo',
  'Ember',
  'Falcon',
  'Garnet',
  'Harbor',
  'Iron',
  'Juniper',
  'Keystone',
  'Lumen',
  'Maple',
  'Nimbus',
  'Onyx',
  'Prairie',
  'Quartz',
  'River',
  'Summit',
  'Timber',
  'Umber',
  'Vertex',
  'Willow',
  'Zephyr',
];
const second = [
  'Foods',
  'Health',
  'Logistics',
  'Energy',
  'Capital',
  'Media',
  'Retail',
  'Motors',
  'Pharma',
  'Insurance',
  'Airlines',
  'Textiles',
  'Robotics',
  'Telecom',
  'Hotels',
  'Packaging',
  'Mining',
  'Education',
  'Security',
  'Water',
  'Farms',
  'Paper',
  'Optics',
  'Marine',
  'Studios',
  'Tools',
];

/** The companies that Larkspur sells to: 676 invented names, each with a domain that cannot exist. */
export const accounts: readonly { readonly name: string; readonly domain: string }[] = first.flatMap((a) =>
  second.map((b) => ({ name: `${a} ${b}`, domain: `${a}-${b}.example`.toLowerCase() })),
);
