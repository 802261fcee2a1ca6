import { defaultCrmNames } from '#core/attribution/crm-fields.ts';
import type { Wish } from './requests.ts';

/** Bodies of what goes to a CRM and comes back from it. */
export const crmBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  setCrmFields: () => ({ system: 'hubspot', source: 'HubSpot', names: defaultCrmNames.hubspot }),
  checkCrmExport: ({ ids }) => ({ fileId: ids.crmFileId, system: 'salesforce' }),
};

/** Queries that name a system of the closed list. */
export const crmQueries: Readonly<Record<string, Record<string, string>>> = {
  previewCrmExport: { system: 'salesforce' },
  downloadCrmExport: { system: 'salesforce' },
};
