import type { RouteDefinition } from '#server/http/route.ts';
import { allRoutes } from '#server/http/routes.ts';
import { defaultScoreboardDefinitions } from '#server/program/policies.ts';
import { TEST_NOW } from '#test/harness/app.ts';
import { dealMapping } from '#test/harness/deal-table.ts';
import { crmBodies, crmQueries } from './bodies-crm.ts';
import { dealBodies } from './bodies-deal.ts';
import { disputeBodies } from './bodies-dispute.ts';
import { financeBodies } from './bodies-finance.ts';
import { formBodies, formQueries } from './bodies-form.ts';
import { incentiveBodies } from './bodies-incentive.ts';
import { noticeBodies } from './bodies-notice.ts';
import { portalBodies } from './bodies-portal.ts';
import { registrationBodies, registrationQueries } from './bodies-registration.ts';
import { replayBodies } from './bodies-replay.ts';
import { touchBodies } from './bodies-touches.ts';
import type { Ids } from './world.ts';

export type Wish = { readonly ids: Ids; readonly number: number; readonly role?: string };
export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body?: unknown;
  readonly headers: Record<string, string>;
};

export const definitions: readonly RouteDefinition[] = allRoutes.map(({ definition }) => definition);
const programText = 'tandem: program/1\ncurrency: EUR\njourney: { done: [] }\n';
const evidence = ['https://example.org/thread'];
const occurredAt = TEST_NOW - 3_600_000;

/** A body that each operation accepts, by its name. A route with a body and without a line here fails the tests. */
export const bodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  ...crmBodies,
  ...dealBodies,
  ...touchBodies,
  ...disputeBodies,
  ...financeBodies,
  ...incentiveBodies,
  ...replayBodies,
  ...noticeBodies,
  ...registrationBodies,
  ...formBodies,
  ...portalBodies,
  setUp: () => ({
    token: 'not the token that the log has printed',
    organizationName: 'Claimed',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    fiscalYearStartMonth: 1,
    publicUrl: null,
    name: 'Claimant',
    email: 'claimant@example.org',
    password: 'a long and uncommon phrase 8Kq',
  }),
  makeApiKey: () => ({ name: 'Web site', capabilities: ['registration.record'], endsOn: null }),
  readInvitation: () => ({ token: 'no such token of twenty letters' }),
  acceptInvitation: () => ({
    token: 'no such token of twenty letters',
    name: 'A',
    password: 'green lamps 52',
  }),
  signInWithPassword: ({ number }) => ({ email: `nobody-${number}@example.org`, password: 'green lamps 52' }),
  requestMagicLink: ({ number }) => ({ email: `nobody-${number}@example.org` }),
  redeemMagicLink: () => ({ token: 'no such token of twenty letters' }),
  verifySecondFactor: () => ({ code: '123456' }),
  requestPasswordReset: ({ number }) => ({ email: `nobody-${number}@example.org` }),
  resetPassword: () => ({ token: 'no such token of twenty letters', newPassword: 'green lamps walk 52' }),
  changePassword: () => ({ currentPassword: 'green lamps 52', newPassword: 'green lamps walk 53' }),
  enableSecondFactor: () => ({ password: 'green lamps 52' }),
  confirmSecondFactor: () => ({ code: '123456' }),
  disableSecondFactor: () => ({ password: 'green lamps 52' }),
  replaceBackupCodes: () => ({ password: 'green lamps 52' }),
  changeOrganization: () => ({ workingDays: [1, 2, 3, 4, 5], holidays: ['2026-12-25'] }),
  recordExchangeRate: ({ number }) => ({
    currency: 'USD',
    effectiveOn: new Date(Date.UTC(2020, 0, 1 + (number % 2000))).toISOString().slice(0, 10),
    rate: '0.9',
  }),
  changeMember: () => ({ roles: ['ae'], accessEndsOn: null }),
  invite: ({ number }) => ({ email: `invited-${number}@example.org`, roles: ['cro'] }),
  proposeScoreboardDefinitions: () => ({
    definitions: structuredClone(defaultScoreboardDefinitions),
    inForceFrom: '2026-10-01',
  }),
  setProgramClock: () => ({ kickoffOn: '2026-08-03', mode: 'new' }),
  saveDraft: () => ({
    body: { settings: { lockDays: 21 }, cycles: [{ segment: 'Mid-market', days: 90 }] },
    confirmed: ['settings.lockDays'],
    revision: 0,
  }),
  proposePage: () => ({ revision: 2, inForceFrom: '2026-10-01' }),
  previewProgramText: () => ({ text: programText }),
  importProgramText: () => ({ text: programText }),
  assignSeat: ({ ids }) => ({ membershipId: ids.membershipId, interim: null }),
  passOn: ({ ids }) => ({ fromMembershipId: ids.membershipId, toMembershipId: ids.successorId }),
  countersignPolicy: ({ role }) => ({ seat: role ?? 'cro' }),
  signPolicy: ({ role }) => ({ seat: role ?? 'cro' }),
  createPartner: ({ number, ids }) => ({ name: `Made ${number}`, country: 'NL', managerId: ids.managerId }),
  changePartner: () => ({ country: 'BE' }),
  addPartnerPerson: ({ number }) => ({ name: `Person ${number}`, email: `p-${number}@example.org` }),
  recordIntroduction: ({ ids }) => ({
    partnerId: ids.partnerId,
    partnerPersonId: ids.partnerPersonId,
    opportunityId: ids.opportunityId,
    product: 'Suite',
    note: 'By mail',
    occurredAt,
    evidence,
  }),
  recordTouch: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    partnerId: ids.partnerId,
    partnerPersonId: ids.partnerPersonId,
    internalOwner: 'Dana',
    role: 'validator',
    action: 'solution_architecture',
    outcome: 'Went well',
    occurredAt,
    evidence,
  }),
  recordVendorContact: ({ ids }) => ({ accountId: ids.accountId, kind: 'meeting', occurredAt }),
  withdrawFact: ({ ids }) => ({ kind: 'introduction', factId: ids.factId, reason: 'It was another' }),
  saveView: ({ number }) => ({ page: 'opportunities', name: `View ${number}`, query: 'q=a', shared: false }),
  openImportDraft: ({ ids }) => ({ fileId: ids.fileId, source: 'Test CRM', fileName: 'deals.csv' }),
  setImportMapping: () => ({ mapping: structuredClone(dealMapping), source: 'Test CRM' }),
  previewPartners: () => ({ names: ['Northgate'] }),
  overrideGate: () => ({ reason: 'The board has decided to recruit now.' }),
  commitImport: () => ({ leaveOutRejected: true }),
};

/** Other bodies of the same operations that name things which the first body leaves out. */
const otherBodies: Readonly<Record<string, readonly ((ids: Ids) => Record<string, unknown>)[]>> = {
  invite: [
    ({ partnerId }) => ({ email: 'rep@example.org', roles: ['partner_rep'], partnerId, accessEndsOn: null }),
  ],
  changePartner: [({ managerId }) => ({ managerId })],
  recordIntroduction: [({ partnerId, accountId }) => ({ partnerId, accountId, occurredAt, evidence })],
  withdrawFact: [({ touchId }) => ({ kind: 'touch', factId: touchId, reason: 'It was another' })],
};

/** Every place of an operation's input, other than its path, that names a thing: bodies and queries to try. */
export function namings(operation: string, ids: Ids, number: number): Pick<Sent, 'body' | 'query'>[] {
  const all = [
    ...(bodies[operation] ? [bodies[operation]({ ids, number })] : []),
    ...(otherBodies[operation] ?? []).map((make) => make(ids)),
  ];
  const filters = { listOpportunities: ['partnerId', 'accountId'], countOpportunities: ['partnerId'] };
  const names = filters[operation as keyof typeof filters] ?? [];
  return [
    ...all.map((body) => ({ body, query: queries[operation] ?? {} })),
    ...names.map((name) => ({ query: { [name]: ids[name] ?? '' } })),
  ];
}

/** A query that each reading needs in order to answer. */
const queries: Readonly<Record<string, Record<string, string>>> = {
  find: { q: 'a' },
  listViews: { page: 'opportunities' },
  listFigureRows: { figure: 'company.open.all' },
  downloadLiftStrata: { exposure: 'sourced' },
  downloadLiftDeals: { exposure: 'sourced' },
  uploadFile: { name: 'upload.csv' },
  previewStatements: { month: '2026-06' },
  ...crmQueries,
  ...registrationQueries,
  ...formQueries,
};

const fixedParts: Ids = {
  word: 'attribution',
  version: '2',
  gate: 'g4',
  seat: 'ae',
  task: 'read_pages',
  group: 'asks',
  // The quarter that Finance has closed in each world, and the month that it has drawn.
  startsOn: '2026-01-01',
  month: '2026-05',
};

/** The request that this operation takes, naming the things of `ids`, to the organization `org`. */
export function requestOf(definition: RouteDefinition, org: string, wish: Wish): Sent {
  const path = definition.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    name === 'org' ? org : (fixedParts[name] ?? wish.ids[name] ?? NOBODYS),
  );
  const body = definition.takesStream
    ? Buffer.from(`Id,Name\n${wish.number},x\n`)
    : bodies[definition.operation]?.(wish);
  return {
    method: definition.method,
    path,
    query: queries[definition.operation] ?? {},
    headers: definition.takesStream ? { 'content-type': 'application/octet-stream' } : {},
    ...(body === undefined ? {} : { body }),
  };
}

/** The id of nothing. */
export const NOBODYS = '01980000-0000-7000-8000-000000000000';
