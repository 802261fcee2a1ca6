const names = {
  reseller: 'reseller',
  var: 'reseller',
  valueaddedreseller: 'reseller',
  msp: 'msp',
  managedserviceprovider: 'msp',
  si: 'si',
  systemintegrator: 'si',
  systemsintegrator: 'si',
  isv: 'isv',
  independentsoftwarevendor: 'isv',
  referral: 'referral',
  referralpartner: 'referral',
  agency: 'agency',
} as const;

export type Archetype = (typeof names)[keyof typeof names];

/** The archetype that a source's text names, by our word or its usual long form; null for anything else. */
export function archetypeOf(text: string): Archetype | null {
  const key = text.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(names, key) ? names[key as keyof typeof names] : null;
}
