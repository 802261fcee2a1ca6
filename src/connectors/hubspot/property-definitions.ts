/** Properties of the deal as HubSpot's properties API creates them in one call. */

import { type CrmField, type CrmFieldKind, crmChoices, crmFieldFacts } from '#core/attribution/crm-fields.ts';

/** The group of a deal's own properties, which every account has. */
const groupName = 'dealinformation';

const types = {
  text: { type: 'string', fieldType: 'text' },
  choice: { type: 'enumeration', fieldType: 'select' },
  date: { type: 'date', fieldType: 'date' },
  link: { type: 'string', fieldType: 'text' },
  number: { type: 'number', fieldType: 'number' },
} as const satisfies Record<CrmFieldKind, { type: string; fieldType: string }>;

/** The body of the call `batch/create`, as one file; none where there is nothing to define. */
export function propertyDefinitions(
  fields: readonly { readonly field: CrmField; readonly name: string }[],
): { path: string; text: string }[] {
  if (fields.length === 0) return [];
  const inputs = fields.map(({ field, name }, displayOrder) => {
    const { label, kind, says } = crmFieldFacts[field];
    const words = crmChoices(field);
    const options = words?.map((word, place) => ({
      label: word,
      value: word,
      displayOrder: place,
      hidden: false,
    }));
    const description = `${says} Written by Tandem.`;
    return {
      name,
      label,
      description,
      groupName,
      ...types[kind],
      displayOrder,
      ...(options ? { options } : {}),
    };
  });
  return [{ path: 'fields/properties.json', text: `${JSON.stringify({ inputs }, null, 2)}\n` }];
}
