import {
  type CrmField,
  crmFieldFacts,
  crmFields,
  crmSystems,
  defaultCrmNames,
} from '#core/attribution/crm-fields.ts';
import { foldHeader } from './aliases.ts';

const byHeader = new Map<string, CrmField>(
  crmFields.flatMap((field) => {
    const names = crmSystems.map((system) => defaultCrmNames[system][field] ?? '');
    const spellings = [
      crmFieldFacts[field].label,
      ...names,
      ...names.map((name) => name.replace(/__c$/, '')),
    ];
    return spellings.map((name) => [foldHeader(name), field] as const);
  }),
);

/**
 * The field of the credit whose column this is, by the names that Tandem proposes; null where it is none. What Tandem
 * wrote into a CRM is its own verdict: taken for a claim, it would confirm itself.
 */
export function ownColumn(header: string): CrmField | null {
  return byHeader.get(foldHeader(header)) ?? null;
}
