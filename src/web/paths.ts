import { isPageWord, type PageWord } from '#core/program/page.ts';

/**
 * The only place that spells an address of the web. Every link, redirect and mail path comes from here, so that an
 * address can be changed, or found, in one file.
 */

const org = (slug: string): string => `/o/${encodeURIComponent(slug)}`;

const query = (params: Readonly<Record<string, string | undefined>>): string => {
  const set = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
};

export type RowFilter = Readonly<Record<string, string | undefined>>;

export const paths = {
  home: () => '/',
  setUp: () => '/set-up',
  signIn: (then?: string) => `/sign-in${query({ then })}`,
  secondFactor: (then?: string) => `/sign-in/second-factor${query({ then })}`,
  magicLink: () => '/sign-in/link',
  forgotPassword: () => '/sign-in/forgot-password',
  newPassword: () => '/sign-in/new-password',
  organizations: () => '/organizations',

  invitation: (slug: string) => `${org(slug)}/invitation`,
  desk: (slug: string) => org(slug),
  scoreboard: (slug: string, asOf?: string, more: RowFilter = {}) =>
    `${org(slug)}/scoreboard${query({ asOf, ...more })}`,
  lift: (slug: string, at: RowFilter = {}) => `${org(slug)}/lift${query(at)}`,
  /** The groups and the deals of a comparison: files of the API. */
  liftStrata: (slug: string, at: RowFilter) => `/api/v1${org(slug)}/lift/strata.csv${query(at)}`,
  liftDeals: (slug: string, at: RowFilter) => `/api/v1${org(slug)}/lift/deals.csv${query(at)}`,
  pipeline: (slug: string, filter: RowFilter = {}) => `${org(slug)}/pipeline${query(filter)}`,
  opportunity: (slug: string, id: string, at: { readonly mail?: string } = {}) =>
    `${org(slug)}/pipeline/${encodeURIComponent(id)}${query(at)}`,
  registrations: (slug: string, filter: RowFilter = {}) => `${org(slug)}/registrations${query(filter)}`,
  registration: (slug: string, number: string) => `${org(slug)}/registrations/${encodeURIComponent(number)}`,
  registerFor: (slug: string, at: RowFilter = {}) => `${org(slug)}/registrations/new${query(at)}`,
  directOnlyAccounts: (slug: string) => `${org(slug)}/registrations/direct-only`,
  credit: (slug: string, at: RowFilter = {}) => `${org(slug)}/credit${query(at)}`,
  partners: (slug: string, filter: RowFilter = {}) => `${org(slug)}/partners${query(filter)}`,
  partner: (slug: string, id: string) => `${org(slug)}/partners/${encodeURIComponent(id)}`,
  creditQuarters: (slug: string) => `${org(slug)}/credit/quarters`,
  creditQuarter: (slug: string, startsOn: string) =>
    `${org(slug)}/credit/quarters/${encodeURIComponent(startsOn)}`,
  creditAudit: (slug: string) => `${org(slug)}/credit/audit`,
  creditSample: (slug: string, month: string) => `${org(slug)}/credit/audit/${encodeURIComponent(month)}`,
  start: (slug: string) => `${org(slug)}/start`,
  imports: (slug: string) => `${org(slug)}/import`,
  newImport: (slug: string) => `${org(slug)}/import/new`,
  importDraft: (
    slug: string,
    draftId: string,
    at: { step?: string | undefined; queue?: string | undefined } = {},
  ) => `${org(slug)}/import/draft/${encodeURIComponent(draftId)}${query(at)}`,
  importRun: (slug: string, id: string) => `${org(slug)}/import/${encodeURIComponent(id)}`,

  program: (slug: string) => `${org(slug)}/program`,
  programPage: (slug: string, word: PageWord, at: RowFilter = {}) =>
    `${org(slug)}/program/pages/${encodeURIComponent(word)}${query(at)}`,
  programGates: (slug: string, gate = '') =>
    `${org(slug)}/program/gates${gate === '' ? '' : `#${encodeURIComponent(gate)}`}`,
  programSeats: (slug: string) => `${org(slug)}/program/seats`,
  programRunning: (slug: string, filter: RowFilter = {}) => `${org(slug)}/program/running${query(filter)}`,
  programWeekOne: (slug: string) => `${org(slug)}/program/week-one`,
  programArithmetic: (slug: string) => `${org(slug)}/program/arithmetic`,
  programText: (slug: string) => `${org(slug)}/program/text`,
  /** Files of the API: the program as YAML, and the schema by which an editor completes it. */
  programTextFile: (slug: string) => `/api/v1${org(slug)}/program/text?format=yaml`,
  programSchemaFile: (slug: string) => `/api/v1${org(slug)}/program/schema`,
  /** The PDF of a page, or of the whole blueprint: a file of the API, not a page of the web. */
  programPrint: (slug: string, at: { readonly page?: string; readonly version?: string } = {}) =>
    `/api/v1${org(slug)}/program/print${query(at)}`,
  /** Where a condition of a gate can be supplied. */
  programPlace: (slug: string, place: string): string => {
    if (isPageWord(place)) return paths.programPage(slug, place);
    const places: Readonly<Record<string, (slug: string) => string>> = {
      seats: paths.programSeats,
      import: paths.newImport,
      pipeline: paths.pipeline,
      partners: paths.partners,
      scoreboard: paths.scoreboard,
      gates: paths.programGates,
    };
    return (places[place] ?? paths.program)(slug);
  },
  disputes: (slug: string) => `${org(slug)}/credit/disputes`,
  dispute: (slug: string, number: string) => `${org(slug)}/credit/disputes/${encodeURIComponent(number)}`,
  precedents: (slug: string) => `${org(slug)}/credit/precedents`,
  creditReplay: (slug: string, of: RowFilter = {}) => `${org(slug)}/credit/replay${query(of)}`,
  incentives: (slug: string) => `${org(slug)}/incentives`,
  statement: (slug: string, id: string) => `${org(slug)}/incentives/statements/${encodeURIComponent(id)}`,
  portal: (slug: string) => `${org(slug)}/portal`,
  portalDeals: (slug: string) => `${org(slug)}/portal/deals`,
  portalDeal: (slug: string, id: string) => `${org(slug)}/portal/deals/${encodeURIComponent(id)}`,
  portalDisputes: (slug: string) => `${org(slug)}/portal/disputes`,
  portalDispute: (slug: string, number: string) =>
    `${org(slug)}/portal/disputes/${encodeURIComponent(number)}`,
  /** The form: empty, or with a draft in it. */
  portalRegister: (slug: string, number?: string) => `${org(slug)}/portal/register${query({ number })}`,
  portalRegistrations: (slug: string, filter: RowFilter = {}) =>
    `${org(slug)}/portal/registrations${query(filter)}`,
  portalRegistration: (slug: string, number: string, at: RowFilter = {}) =>
    `${org(slug)}/portal/registrations/${encodeURIComponent(number)}${query(at)}`,
  /** Without a login: the form of a partner's secret link, and one registration by its own secret. */
  form: (slug: string, secret: string) => `${org(slug)}/form/${encodeURIComponent(secret)}`,
  ownDeal: (slug: string, pass: string, at: RowFilter = {}) =>
    `${org(slug)}/own-deal/${encodeURIComponent(pass)}${query(at)}`,
  /** The logo of a portal: a file of the API. */
  portalLogo: (slug: string, hash: string) => `/api/v1${org(slug)}/portal/logo/${encodeURIComponent(hash)}`,
  /** Where the letter to somebody who decides leads; its token stands behind #. */
  mailedDecision: (slug: string) => `${org(slug)}/mailed-decision`,
  portalTeam: (slug: string) => `${org(slug)}/portal/team`,
  portalTerms: (slug: string) => `${org(slug)}/portal/terms`,
  portalEarnings: (slug: string) => `${org(slug)}/portal/earnings`,
  about: (slug: string) => `${org(slug)}/about`,

  notices: (slug: string) => `${org(slug)}/notices`,
  portalNotices: (slug: string) => `${org(slug)}/portal/notices`,
  apiKeys: (slug: string) => `${org(slug)}/settings/api-keys`,
  deliveries: (slug: string) => `${org(slug)}/settings/deliveries`,
  settings: (slug: string) => `${org(slug)}/settings`,
  portalSettings: (slug: string) => `${org(slug)}/settings/portal`,
  members: (slug: string) => `${org(slug)}/settings/members`,
  organizationSettings: (slug: string) => `${org(slug)}/settings/organization`,
  crmFields: (slug: string, system = '') => `${org(slug)}/settings/crm${query({ system })}`,
  crmChecks: (slug: string) => `${org(slug)}/settings/crm/checks`,
  crmCheck: (slug: string, id: string) => `${org(slug)}/settings/crm/checks/${encodeURIComponent(id)}`,
  audit: (slug: string) => `${org(slug)}/settings/audit`,
  sessions: (slug: string) => `${org(slug)}/settings/sessions`,
  security: (slug: string) => `${org(slug)}/settings/security`,
} as const;
