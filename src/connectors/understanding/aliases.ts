import type { ImportKind } from '#connectors/port.ts';
import type { Field } from './fields.ts';

/**
 * Column names as CRMs and people write them, per field, best first. Compared by `foldHeader`, so case,
 * diacritics, spaces and punctuation do not matter. English, German, French, Spanish, Dutch and Czech.
 */
const dealNames: Partial<Record<Field, string>> = {
  opportunityId:
    'Opportunity ID|Record ID|Deal ID|Deal - ID|Case ID|External ID|Casenumber|Opportunity Number|Datensatz-ID|ID de l’enregistrement|ID d’enregistrement|ID de registro|Record-ID|ID záznamu|Geschäft - ID|Affaire - ID|Trato - ID|Obchod - ID|ID|Case|Vorgang',
  name: 'Opportunity Name|Deal Name|Deal - Title|Dealname|Name des Deals|Deal-Name|Nom de la transaction|Nombre del negocio|Dealnaam|Naam van deal|Název obchodu|Obchod - Název|Geschäft - Titel|Affaire - Titre|Trato - Título|Opportunity|Name|Title|Titel|Deal|Subject',
  accountId:
    'Account ID|AccountId|Associated Company IDs (Primary)|Associated Company IDs|Company ID|Customer ID|Organization ID|Customer/External ID',
  account:
    'Account Name|Account: Account Name|Associated Company (Primary)|Associated Company|Deal - Organization|Deal - Organisation|Account|Company Name|Company|Customer|Client|Organization|Organisation|Zugehöriges Unternehmen (Primär)|Zugehöriges Unternehmen|Geschäft - Organisation|Unternehmen|Kunde|Firma|Entreprise associée (principale)|Entreprise associée|Affaire - Organisation|Entreprise|Société|Empresa asociada (principal)|Empresa asociada|Trato - Organización|Empresa|Cliente|Gekoppeld bedrijf|Bedrijf|Klant|Obchod - Organizace|Přidružená společnost|Společnost|Zákazník',
  accountDomain:
    'Account Domain|Company Domain Name|Account Website|Account: Website|Organization - Website|Organisation - Website|Domain|Website|Web Site|Webseite|Site web|Sitio web',
  stage:
    'Stage|StageName|Deal Stage|Deal - Stage|Dealstage|Opportunity Stage|Sales Stage|Pipeline Stage|Deal-Phase|Dealphase|Phase|Phase de la transaction|Étape|Affaire - Étape|Etapa del negocio|Etapa|Trato - Etapa|Geschäft - Phase|Dealfase|Fase|Fáze obchodu|Obchod - Fáze|Fáze|Stage/Name|Deal Status|Status|Statut|Estado|Stav',
  pipeline:
    'Pipeline|Deal - Pipeline|Sales Pipeline|Obchod - Pipeline|Geschäft - Pipeline|Affaire - Pipeline|Trato - Embudo',
  outcome:
    'Deal - Status|Geschäft - Status|Affaire - Statut|Trato - Estado|Obchod - Stav|Deal Status|Won/Lost|Outcome',
  amount:
    'Amount|Deal - Value|Deal Amount|Deal Value|Opportunity Amount|Amount in company currency|Geschäft - Wert|Affaire - Valeur|Trato - Valor|Obchod - Hodnota|Betrag|Wert|Montant|Importe|Cantidad|Valor|Bedrag|Waarde|Částka|Hodnota|Close Value|Contract Value|ACV|TCV|Value|amount_req|Expected Revenue',
  currency:
    'Amount Currency|Currency|Currency Code|CurrencyIsoCode|Opportunity Currency|Deal - Currency of value|Deal - Currency|Geschäft - Währung|Währung|Affaire - Devise|Devise|Trato - Moneda|Moneda|Valuta|Obchod - Měna|Měna',
  createdAt:
    'Created Date|CreatedDate|Create Date|Deal - Deal created|Created On|Created At|Created|Creation Date|Date Created|Geschäft - Geschäft erstellt|Erstellungsdatum|Erstellt am|Affaire - Affaire créée|Date de création|Fecha de creación|Trato - Trato creado|Aanmaakdatum|Datum vytvoření|Obchod - Obchod vytvořen|Open Date|Start Date|Engage Date',
  updatedAt:
    'SystemModstamp|Last Modified Date|LastModifiedDate|Last Modified|Deal - Update time|Last Updated on|Updated At|Letztes Änderungsdatum|Date de dernière modification|Fecha de última modificación',
  expectedCloseOn:
    'Expected Close Date|Deal - Expected close date|Expected Closing|Expected Closing Date|Expected Close|Geschäft - Erwartetes Abschlussdatum|Erwartetes Abschlussdatum|Affaire - Date de clôture prévue|Date de clôture prévue|Fecha prevista de cierre|Trato - Fecha prevista de cierre|Verwachte sluitingsdatum|Očekávané datum uzavření|Obchod - Očekávané datum uzavření',
  closedOn:
    'Close Date|CloseDate|Closed Date|Deal - Deal closed on|Deal - Won time|Date Closed|Closing Date|Closed On|Closed At|Abschlussdatum|Schlusstermin|Geschäft - Geschäft abgeschlossen am|Date de clôture|Date de fermeture|Fecha de cierre|Sluitingsdatum|Datum uzavření',
  owner:
    'Opportunity Owner|Owner Name|Owner: Full Name|Deal Owner|Deal - Owner|Account Executive|Sales Rep|Salesperson|Sales Agent|Deal-Inhaber|Zuständiger Mitarbeiter|Geschäft - Besitzer|Besitzer|Propriétaire de la transaction|Affaire - Propriétaire|Propriétaire|Propietario del negocio|Trato - Propietario|Propietario|Eigenaar van deal|Eigenaar|Vlastník obchodu|Obchod - Vlastník|Vlastník|Owner|OwnerId|User Responsible|Resource',
  product:
    'Product Name|Product|Product: Product Name|Product Family|Produkt|Produktname|Produit|Producto|Product Line|Produktlinie',
  partnerId: 'PrimaryPartnerAccountId|PartnerAccountId|AccountToId|Partner Account ID|Partner ID',
  partner:
    'Partner Name|Partner|Partner Account|Partner Account Name|Partner Account: Account Name|Primary Partner|Channel Partner|Partner Company|Sourcing Partner|Referral Partner|Deal - Partner|Reseller|Reseller Name|Referred By|Assigned Partner|Vertriebspartner|Partenaire|Revendeur|Socio|Distribuidor|Wederverkoper|Partner (Firma)',
  partnerRole: 'Partner Role|Role|Partner: Role|Partnerrolle|Rolle|Rôle|Rol|Partner Type',
  leadSource:
    'Lead Source|LeadSource|Original Source|Original Traffic Source|Original Source Type|Deal Source|Deal - Source|Source|Lead-Quelle|Leadquelle|Quelle|Ursprüngliche Quelle|Source d’origine|Origine|Fuente original|Origen|Bron|Oorspronkelijke bron|Zdroj|Source channel',
  campaign:
    'Primary Campaign Source|Primary Campaign|Campaign Name|Campaign|CampaignId|Kampagne|Campagne|Campaña|Kampaň',
  registration: 'Tandem Registration|Tandem_Registration__c|tandem_registration',
  deleted: 'IsDeleted|Is Deleted|Deleted',
  isWon: 'IsWon|Is Won|Is Closed Won|Won',
  isClosed: 'IsClosed|Is Closed|Is Deal Closed?|Closed',
  stageOrder: 'StageSortOrder|Stage Sort Order|Stage Order',
};

const historyNames: Partial<Record<Field, string>> = {
  ...dealNames,
  opportunityId: `OpportunityId|${dealNames.opportunityId}`,
  stage: `To Stage|New Stage|StageName|${dealNames.stage}|Activity|Event`,
  previousStage: 'From Stage|Old Stage|Previous Stage|FromOpportunityStageName',
  changedAt:
    'Edit Date|Changed At|Stage Changed At|Change Date|Stage Change Date|Transition Date|Entered At|Timestamp|When|Last Modified|Modified Date|CreatedDate|Date/Time|Datetime|Occurred At|Date|Datum|Zeitpunkt|Geändert am|Fecha|Date de modification',
  createdAt: 'Created Date|Opportunity Created Date|Deal created',
  field: 'Field / Event|Field|Feld / Ereignis|Feld',
  newValue: 'New Value|NewValue|Neuer Wert',
  expectedCloseOn: `CloseDate|Close Date|${dealNames.expectedCloseOn}`,
};

const companyNames: Partial<Record<Field, string>> = {
  domain:
    'Domain|Company Domain Name|Website|Website URL|Web Site|Organization - Website|Organisation - Website|Webseite|Site web|Sitio web|URL',
  country:
    'Billing Country|BillingCountry|Billing Country/Region|Country/Region|Country|Organization - Country of Address|Land|Land/Region|Pays|País|Země|Location|Office Location',
  industry: 'Industry|Sector|Branche|Industrie|Secteur|Secteur d’activité|Sector industrial|Odvětví|Vertical',
  parent:
    'ParentId|Parent Account|Parent Account ID|Parent Company|Parent|Subsidiary Of|Muttergesellschaft|Related Company',
  owner:
    'Account Owner|Company Owner|Organization - Owner|Partner Manager|Channel Manager|Owner|OwnerId|Besitzer|Propriétaire|Propietario|Eigenaar|Vlastník',
  deleted: dealNames.deleted ?? '',
};

const namesOfKind: Readonly<Record<ImportKind, Partial<Record<Field, string>>>> = {
  opportunities: dealNames,
  'stage-history': historyNames,
  accounts: {
    ...companyNames,
    accountId: 'Account ID|AccountId|Company ID|Record ID|Organization - ID|Organisation - ID|External ID|ID',
    name: 'Account Name|Company Name|Organization - Name|Organisation - Name|Account|Company|Customer|Unternehmensname|Unternehmen|Firma|Nom de l’entreprise|Nombre de la empresa|Bedrijfsnaam|Název společnosti|Display Name|Name',
  },
  partners: {
    ...companyNames,
    partnerId: 'Partner ID|Partner Account ID|Account ID|Record ID|External ID|ID',
    name: 'Partner Name|Partner Account|Partner|Partner Company|Account Name|Company Name|Company|Reseller|Firma|Name',
    archetype: 'Archetype|Partner Type|Partner Category|Partnertyp|Type de partenaire|Category|Type',
    openingStage:
      'Journey Stage|Partner Stage|Partner Journey Stage|Opening Stage|Lifecycle Stage|Stage|Phase|Fase|Étape|Etapa|Fáze',
    signedOn:
      'Signed On|Signed|Signed Date|Contract Date|Agreement Date|Agreement Signed|Partner Since|Partnership Date|Start Date|Onboarded|Vertragsdatum|Date de signature|Fecha de firma',
  },
  'opportunity-partners': {
    opportunityId: `OpportunityId|${dealNames.opportunityId}`,
    partnerId: 'AccountToId|Partner Account ID|Partner ID|PartnerId|Account ID',
    partner: `${dealNames.partner}|Account Name|Company Name`,
    partnerRole: dealNames.partnerRole ?? '',
    isPrimary: 'IsPrimary|Is Primary|Primary',
    deleted: dealNames.deleted ?? '',
  },
  touches: {
    // No bare "ID": that is the id of the activity.
    opportunityId:
      'Opportunity ID|OpportunityId|Deal ID|Deal - ID|WhatId|Related To ID|Record ID|Opportunity Number|Deal Number|Deal No|Opportunity|Deal|Related To|Geschäfts-ID|Geschäft - ID|Deal-ID|Dealnummer|Verkaufschance|Geschäft|Vorgang',
    account:
      'Account Name|Account|Customer|Company|Company Name|Client|End Customer|Organization|Kunde|Kundenname|Firma|Unternehmen|Endkunde',
    accountId: 'Account ID|AccountId|Company ID|Customer ID|Kunden-ID|Kundennummer',
    accountDomain: dealNames.accountDomain ?? '',
    partnerId: dealNames.partnerId ?? '',
    partner: dealNames.partner ?? '',
    person:
      'Partner Person|Partner Contact|Person at Partner|Partner Rep|Partner Representative|Partner Contact Name|Contact Name|Contact|Person|Who|Ansprechpartner beim Partner|Ansprechpartner Partner|Partneransprechpartner|Ansprechpartner|Kontakt|Kontaktperson',
    personEmail:
      'Partner Person Email|Partner Contact Email|Partner Email|Contact Email|Person Email|Email|E-mail|Mail|Ansprechpartner E-Mail|E-Mail-Adresse',
    internalOwner:
      'Internal Owner|Our Person|Our Owner|Our Contact|Vendor Person|Assigned To|Assigned|Owner|Owner Name|Account Executive|Sales Rep|Activity Owner|Interner Ansprechpartner|Intern zuständig|Unser Ansprechpartner|Zuständig|Besitzer|OwnerId',
    partnerRole:
      'Role|Partner Role|Role in Deal|Role of Partner|Partner: Role|Rolle|Partnerrolle|Rolle des Partners',
    action:
      'Action|Action Type|Touch|Touch Type|Activity Type|Activity|What was done|Type|Aktion|Handlung|Aktivität|Aktivitätstyp|Art der Aktivität|Art|Typ',
    occurredAt:
      'Date|Touch Date|Activity Date|ActivityDate|Date of Activity|Occurred At|Occurred On|Happened On|When|Meeting Date|Date/Time|Datetime|Timestamp|Start|Start Date|StartDateTime|Due Date|Datum|Wann|Zeitpunkt|Aktivitätsdatum|Termin am|Datum der Aktivität',
    result:
      'Outcome|What came of it|Result|Outcome Note|Call Result|Meeting Outcome|Ergebnis|Resultat|Was daraus wurde',
    evidence:
      'Evidence|Evidence Link|Evidence Links|Proof|Link|Links|URL|Recording|Nachweis|Nachweise|Beleg|Belege|Beweis',
    stage:
      'Stage then|Stage at that time|Stage at Touch|Deal Stage then|Stage|Deal Stage|Phase damals|Phase|Stufe|Deal-Phase',
    recordedAt:
      'Recorded At|Recorded On|Logged At|Logged On|Logged|Created Date|CreatedDate|Create Date|Created At|Created On|Erfasst am|Erstellt am|Protokolliert am|Erstellungsdatum',
    confirmedBy: 'Confirmed By|Confirmed|Confirmer|Approved By|Bestätigt von|Bestätigt durch|Bestätigt',
    deleted: dealNames.deleted ?? '',
  },
  registrations: {
    registrationId:
      'Registration ID|Deal Registration ID|Registration Number|Registration No|Registration|Deal Registration|External ID|Reference|Ref|ID|Registrierungs-ID|Registrierungsnummer|Registrierung|Deal-Registrierung|Referenz',
    partnerId: dealNames.partnerId ?? '',
    partner: `${dealNames.partner}|Registered By|Partnerunternehmen|Partnername|Partnerfirma`,
    account:
      'Customer|Customer Legal Name|Customer Name|Legal Name|Customer Company|End Customer|End Customer Name|End User|Account Name|Account|Company Name|Company|Client|Prospect|Kunde|Kundenname|Endkunde|Firma|Unternehmen',
    accountDomain: `Customer Domain|Customer Website|Web Domain|${dealNames.accountDomain}|Kundendomain|Domäne`,
    country: 'Country|Customer Country|Billing Country|Land|Pays|País',
    product: `Products|Product(s)|${dealNames.product}|Solution|Produkte|Produkt(e)`,
    amount: `Estimated Value|Estimated Annual Value|Annual Value|Expected Value|Deal Value|${dealNames.amount}|Geschätzter Wert`,
    currency: dealNames.currency ?? '',
    expectedCloseOn: `${dealNames.expectedCloseOn}|Close Date|Estimated Close|Estimated Close Date|Abschluss erwartet`,
    submittedOn:
      'Submitted On|Submitted|Submitted At|Submission Date|Submitted Date|Date Submitted|Registered On|Registration Date|Date Registered|Registered|Created Date|Create Date|Created At|Created On|Eingereicht am|Eingereicht|Registriert am|Registrierungsdatum|Erstellt am',
    decidedOn:
      'Decided On|Decided|Decision Date|Decided At|Date Decided|Approved On|Approval Date|Date Approved|Accepted On|Acceptance Date|Reviewed On|Entschieden am|Entscheidungsdatum|Genehmigt am|Angenommen am',
    state:
      'State|Registration State|Registration Status|Deal Registration Status|Approval Status|Status|Zustand|Stand|Registrierungsstatus',
    reason:
      'Reason|Rejection Reason|Reason for Rejection|Reject Reason|Decline Reason|Grund|Ablehnungsgrund|Begründung',
    protectedUntil:
      'Protected Until|Protection Until|Protection Ends|Protection End|Protection End Date|Protection Expires|Protection Expiry|Expiration Date|Expiry Date|Expires On|Expires|Valid Until|Geschützt bis|Schutz bis|Schutzende|Gültig bis|Ablaufdatum',
    closedOn:
      'Closed On|Closed Date|Date Closed|Closed At|Ended On|End Date|Won On|Lost On|Beendet am|Geschlossen am',
    person:
      'Rep|Rep Name|Partner Rep|Partner Representative|Partner Person|Partner Contact|Partner Contact Name|Submitted By|Registrant|Contact Name|Contact|Ansprechpartner beim Partner|Ansprechpartner|Eingereicht von',
    personEmail:
      'Rep Email|Rep E-mail|Partner Rep Email|Partner Contact Email|Partner Email|Submitter Email|Submitted By Email|Contact Email|Email|E-mail|Mail|E-Mail-Adresse',
    // No bare "ID": that is the id of the registration.
    opportunityId:
      'Opportunity ID|OpportunityId|CRM Opportunity ID|CRM Record ID|CRM ID|CRM Deal ID|Deal ID|Deal - ID|Opportunity Number|Opportunity|CRM Deal|Geschäfts-ID|Deal-ID|Verkaufschance',
    deleted: dealNames.deleted ?? '',
  },
};

/** A header for comparing: no case, diacritics, spaces, punctuation or required marks. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const folded = new Map<ImportKind, Map<Field, Map<string, number>>>();

function foldedNames(kind: ImportKind): Map<Field, Map<string, number>> {
  const known = folded.get(kind);
  if (known) return known;
  const made = new Map<Field, Map<string, number>>();
  for (const [field, names] of Object.entries(namesOfKind[kind])) {
    const ranks = new Map<string, number>();
    for (const [rank, name] of names.split('|').entries()) {
      const key = foldHeader(name);
      if (!ranks.has(key)) ranks.set(key, rank);
    }
    made.set(field as Field, ranks);
  }
  folded.set(kind, made);
  return made;
}

/** How good a name this header is for the field: 0 is the best, null is none. */
export function aliasRank(kind: ImportKind, field: Field, header: string): number | null {
  return foldedNames(kind).get(field)?.get(foldHeader(header)) ?? null;
}

let everyName: Set<string> | null = null;

/** Whether any kind knows the header. */
export function isKnownHeader(header: string): boolean {
  if (!everyName) {
    const kinds = Object.keys(namesOfKind) as ImportKind[];
    everyName = new Set(
      kinds.flatMap((kind) => [...foldedNames(kind).values()].flatMap((ranks) => [...ranks.keys()])),
    );
  }
  return everyName.has(foldHeader(header));
}
