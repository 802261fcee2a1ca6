import type { ImportKind } from '#connectors/port.ts';
import type { Arrival, Loader } from './arrival.ts';
import { accountLoader, partnerLoader } from './company-loader.ts';
import { historyLoader } from './history-loader.ts';
import { opportunityLoader } from './opportunity-loader.ts';
import { opportunityPartnerLoader } from './partner-loader.ts';
import { registrationLoader } from './registration-loader.ts';
import { touchLoader } from './touch-loader.ts';

/** What takes in the rows of each kind of file. */
const loaders = {
  opportunities: opportunityLoader,
  'stage-history': historyLoader,
  accounts: accountLoader,
  partners: partnerLoader,
  'opportunity-partners': opportunityPartnerLoader,
  touches: touchLoader,
  registrations: registrationLoader,
} as const satisfies Record<ImportKind, (arrival: Arrival) => Loader | Promise<Loader>>;

/** The loader of a kind. */
export async function openLoader(kind: ImportKind, arrival: Arrival): Promise<Loader> {
  return await loaders[kind](arrival);
}
