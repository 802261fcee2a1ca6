import type { ImportKind, SourceName } from '#connectors/port.ts';
import type { FileShape } from '../csv/file-shape.ts';
import { enteredColumns } from '../hubspot/entered-columns.ts';
import { aliasRank, foldHeader } from './aliases.ts';
import type { TableStats } from './column-stats.ts';
import type { Field } from './fields.ts';

export type Recognised<T> = { readonly is: T; readonly confidence: number; readonly reason: string };

/** Which system exported the file, by its headers. */
export function recogniseSource(shape: FileShape): Recognised<SourceName> {
  const headers = shape.columns.map((column) => column.name);
  const folded = new Set(headers.map(foldHeader));
  const hits = (names: string): string[] => names.split('|').filter((name) => folded.has(foldHeader(name)));
  const prefixed = headers.filter((header) => pipedrivePrefix.test(header));
  if (prefixed.length >= 2) return found('pipedrive', 0.98, prefixed);
  const entered = enteredColumns(shape).map((each) => each.column);
  const hubspot = hits(hubspotNames);
  if (entered.length > 0) return found('hubspot', 0.98, entered);
  if (hubspot.length >= 2) return found('hubspot', 0.95, hubspot);
  const report = hits(
    'Opportunity Owner|From Stage|To Stage|Field / Event|Fiscal Period|Stage Duration|Account: Account Name',
  );
  const ids = hits('Opportunity ID|Opportunity Name|Account Name|Account ID');
  if (report.length > 0 && ids.length > 0) return found('salesforce-report', 0.95, [...report, ...ids]);
  const api = headers.filter((header) => apiNames.has(header.toLowerCase()));
  if (
    api.length >= 2 &&
    headers.every((header) => !header.includes(' ') || !apiNames.has(header.toLowerCase()))
  ) {
    const loader = headers.every((header) => header === header.toUpperCase());
    return found(loader ? 'salesforce-data-loader' : 'salesforce-data-export', 0.97, api);
  }
  if (ids.length >= 2 && hits('Close Date|Stage|Lead Source').length >= 2)
    return found('salesforce-report', 0.8, ids);
  const odoo = hits(
    'External ID|Salesperson|Expected Revenue|Expected Closing|Sales Team|Stage/Name|Customer/External ID',
  );
  if (folded.has('externalid') || odoo.length >= 3) return found('odoo', odoo.length >= 2 ? 0.95 : 0.7, odoo);
  return { is: 'table', confidence: 0.5, reason: 'Its column names belong to no export that is known.' };
}

const pipedrivePrefix =
  /^(?:Deal|Organi[sz]ation|Person|Geschäft|Affaire|Organisation|Trato|Organización|Obchod|Organizace) - /;
const hubspotNames =
  'Deal Stage|Deal Name|Associated Company|Associated Company (Primary)|Associated Company IDs|Associated Contact IDs|Record ID|Last Activity Date|Deal owner|Company Domain Name|Company owner|Datensatz-ID|Dealname|Deal-Phase|Zugehöriges Unternehmen|ID de registro|Nombre del negocio|Etapa del negocio|Nom de la transaction|Phase de la transaction|Dealnaam|Dealfase|Název obchodu|Fáze obchodu';
const apiNames = new Set(
  'id isdeleted stagename opportunityid accountid accounttoid ownerid createdbyid createddate systemmodstamp lastmodifieddate lastmodifiedbyid isclosed iswon closedate leadsource forecastcategory forecastcategoryname billingcountry parentid isprimary primarypartneraccountid oldvalue newvalue'
    .split(' ')
    .filter((name) => name !== 'id'),
);

function found<T>(is: T, confidence: number, headers: readonly string[]): Recognised<T> {
  return { is, confidence, reason: `It has the columns ${headers.slice(0, 4).join(', ')}.` };
}

/** What the rows are about, by the headers and, where these leave it open, by whether ids repeat. */
export function recogniseKind(shape: FileShape, stats: TableStats | null): Recognised<ImportKind> {
  const has = (kind: ImportKind, field: Field): boolean =>
    shape.columns.some((column) => aliasRank(kind, field, column.name) !== null);
  const named = (...names: string[]): boolean =>
    names.some((name) => shape.columns.some((column) => foldHeader(column.name) === foldHeader(name)));
  const dealId = named(
    'Opportunity ID',
    'OpportunityId',
    'Deal ID',
    'Deal - ID',
    'Record ID',
    'Case ID',
    'Case',
  );
  if (named('AccountToId') && dealId)
    return kind('opportunity-partners', 0.98, 'It links opportunities to partner accounts.');
  if (named('New Value', 'NewValue') && named('Field / Event', 'Field')) {
    return kind('stage-history', 0.97, 'Each row is one changed field with its new value.');
  }
  if (named('To Stage', 'From Stage') && dealId)
    return kind('stage-history', 0.97, 'Each row is a move from stage to stage.');
  const touch =
    has('touches', 'partner') &&
    has('touches', 'occurredAt') &&
    (has('touches', 'person') || has('touches', 'personEmail')) &&
    has('touches', 'action') &&
    (has('touches', 'evidence') || has('touches', 'result') || has('touches', 'internalOwner'));
  const amount = has('opportunities', 'amount');
  // A status and a day of creation have deals as well; until when it is protected, or when it was decided, has none.
  const registration =
    has('registrations', 'partner') &&
    has('registrations', 'account') &&
    has('registrations', 'submittedOn') &&
    has('registrations', 'state') &&
    (has('registrations', 'protectedUntil') || has('registrations', 'decidedOn'));
  if (registration) return kind('registrations', 0.9, 'Each row is a deal that a partner registered.');
  if (touch && !amount) return kind('touches', 0.9, 'Each row is what somebody at a partner did, and when.');
  // Many lists have a status; only beside an amount it is the stage of a deal.
  const stage = shape.columns.some(
    ({ name }) =>
      aliasRank('opportunities', 'stage', name) !== null && (amount || !statusNames.has(foldHeader(name))),
  );
  if (named('OpportunityId') && named('StageName')) {
    return kind('stage-history', 0.96, 'It is the OpportunityHistory object: one row for each change.');
  }
  const event =
    has('stage-history', 'stage') &&
    has('stage-history', 'changedAt') &&
    has('stage-history', 'opportunityId');
  const dealLike =
    has('opportunities', 'name') || has('opportunities', 'closedOn') || has('opportunities', 'createdAt');
  const repeats = stats !== null && idRepeats(shape, stats);
  if (event && repeats)
    return kind('stage-history', 0.85, 'It names a deal, a stage and a time, and deals come several times.');
  if (stage && (dealLike || dealId || amount)) {
    return kind('opportunities', dealLike ? 0.95 : 0.7, 'Each row is a deal with its stage.');
  }
  if (event) return kind('stage-history', 0.6, 'It names a deal, a stage and a time.');
  const partner = named(
    'Partner',
    'Partner Name',
    'Partner ID',
    'Partner Account',
    'Partner Company',
    'Reseller',
    'Partner Type',
  );
  if (dealId && partner)
    return kind('opportunity-partners', 0.85, 'Each row names an opportunity and a partner.');
  if (partner || named('Archetype', 'Partner Since'))
    return kind('partners', 0.8, 'Each row is a partner company.');
  if (has('accounts', 'name')) return kind('accounts', 0.75, 'Each row is a company, without deal or stage.');
  return kind('opportunities', 0.2, 'Nothing in the columns says what the rows are.');
}

const statusNames = new Set(['status', 'statut', 'estado', 'stav']);

function kind(is: ImportKind, confidence: number, reason: string): Recognised<ImportKind> {
  return { is, confidence, reason };
}

function idRepeats(shape: FileShape, stats: TableStats): boolean {
  const ranked = shape.columns
    .map((column) => ({ name: column.name, rank: aliasRank('stage-history', 'opportunityId', column.name) }))
    .filter((each) => each.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const column = stats.columns.find((each) => each.column === ranked[0]?.name);
  if (!column || column.values.length === 0) return false;
  const counted = column.values.reduce((sum, value) => sum + value.rows, 0);
  return counted / column.values.length > 1.3;
}
