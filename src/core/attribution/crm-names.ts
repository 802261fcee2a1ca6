/**
 * What a field may be called in a CRM, asked before anybody creates it there.
 *
 * Handbook: docs/handbook/crm.md
 */

import { type CrmField, type CrmFieldNames, type CrmSystem, crmFieldFacts, crmFields } from './crm-fields.ts';

/** What is wrong with the name of a field, said so that a person can mend it. */
export type CrmNameFault = {
  readonly field: CrmField;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

/** A name of Salesforce counts without its `__c`. */
const longest = { salesforce: 40, hubspot: 100 } as const satisfies Record<CrmSystem, number>;
const salesforceStem = /^[A-Za-z][A-Za-z0-9_]*$/;
const hubspotName = /^[a-z][a-z0-9_]*$/;

/** Every fault of the names of one system: their letters, their length, and two fields with one name. */
export function crmNameFaults(system: CrmSystem, names: CrmFieldNames): CrmNameFault[] {
  const taken = new Map<string, CrmField>();
  return crmFields.flatMap((field): CrmNameFault[] => {
    const name = names[field];
    if (name === null) return [];
    const fault = system === 'salesforce' ? salesforceFault(name) : hubspotFault(name);
    if (fault) return [{ field, found: shown(name), ...fault }];
    const key = name.toLowerCase();
    const other = taken.get(key);
    taken.set(key, other ?? field);
    if (other === undefined) return [];
    return [
      {
        field,
        expected: 'a name that no other field has',
        found: `${name}, which ${crmFieldFacts[other].label} has as well`,
        repair: 'Give one of the two another name, or leave it empty.',
      },
    ];
  });
}

type Fault = Omit<CrmNameFault, 'field' | 'found'>;

function salesforceFault(name: string): Fault | null {
  const stem = name.slice(0, -3);
  const expected = `the API name of a custom field: letters, digits and single underscores, a letter first, ${longest.salesforce} at most before __c`;
  if (!name.endsWith('__c')) return { expected, repair: 'End it with __c, as in Tandem_Partner__c.' };
  if (!salesforceStem.test(stem) || stem.includes('__') || stem.endsWith('_'))
    return { expected, repair: 'Write it as in Tandem_Partner__c.' };
  return stem.length > longest.salesforce ? { expected, repair: 'Shorten it.' } : null;
}

function hubspotFault(name: string): Fault | null {
  const expected = `the internal name of a property: small letters, digits and underscores, a letter first, ${longest.hubspot} at most`;
  if (!hubspotName.test(name)) return { expected, repair: 'Write it as in tandem_partner.' };
  if (name.startsWith('hs_'))
    return { expected, repair: 'Names that begin with hs_ belong to HubSpot; take another.' };
  return name.length > longest.hubspot ? { expected, repair: 'Shorten it.' } : null;
}

function shown(name: string): string {
  if (name === '') return 'nothing';
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
