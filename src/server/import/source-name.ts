import type { SourceName } from '#connectors/port.ts';
import type { SourceRow } from './queries.ts';

/** The name of a source until somebody gives it another. */
export const sourceNames: Readonly<Record<SourceName, string>> = {
  'salesforce-report': 'Salesforce',
  'salesforce-data-export': 'Salesforce',
  'salesforce-data-loader': 'Salesforce',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  odoo: 'Odoo',
  table: 'CRM',
};

/** Whether two texts name one source; case does not count. */
export function isSameSource(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The name as it is written already: that of a source that exists, else that of a system that is known. */
export function sourceNameOf(text: string, known: readonly SourceRow[]): string {
  const familiar = [...known.map((source) => source.name), ...Object.values(sourceNames)];
  return familiar.find((name) => isSameSource(name, text)) ?? text.trim();
}
