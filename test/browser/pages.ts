import { pageWords } from '#core/program/page.ts';
import { paths } from '#web/paths.ts';
import type { Company } from './company.ts';

type Listed = { items: { opportunityId: string; partnerId: string; importId: string }[] };
type Name = keyof typeof paths;

/** Ids of the demo company that stand in addresses. */
export type Known = { deal: string; partner: string; importId: string; draftId: string };

const demo = 'demo';
const empty = 'default';

/** The addresses to look at for each path: in the demo company, and where emptiness looks different, in an empty one. */
export const addresses: Readonly<Record<Name, (known: Known) => readonly string[]>> = {
  home: () => [paths.home()],
  setUp: () => [paths.setUp()],
  signIn: () => [paths.signIn()],
  secondFactor: () => [paths.secondFactor()],
  magicLink: () => [paths.magicLink()],
  forgotPassword: () => [paths.forgotPassword()],
  newPassword: () => [paths.newPassword()],
  organizations: () => [paths.organizations()],
  invitation: () => [paths.invitation(empty)],
  // The form that a secret opens is looked at in a story of its own; here stands what no secret opens.
  form: () => [paths.form(demo, 'x'.repeat(43))],
  mailedDecision: () => [paths.mailedDecision(demo)],
  ownDeal: () => [paths.ownDeal(demo, 'x'.repeat(43))],
  desk: () => [paths.desk(empty)],
  scoreboard: () => [
    paths.scoreboard(demo),
    paths.scoreboard(demo, '2026-02-10'),
    paths.scoreboard(demo, undefined, { figure: 'company.open.all' }),
    paths.scoreboard(demo, undefined, { panel: 'missing' }),
    paths.scoreboard(demo, undefined, { panel: 'indicators' }),
  ],
  lift: () => [
    paths.lift(demo),
    paths.lift(demo, { side: 'influenced' }),
    paths.lift(demo, { scope: 'openingBalance' }),
    paths.lift(empty),
  ],
  liftStrata: () => [],
  liftDeals: () => [],
  pipeline: () => [paths.pipeline(demo), paths.pipeline(empty)],
  opportunity: ({ deal }) => [paths.opportunity(demo, deal)],
  credit: () => [paths.credit(demo), paths.credit(demo, { whose: 'all' }), paths.credit(empty)],
  partners: () => [paths.partners(demo), paths.partners(empty)],
  partner: ({ partner }) => [paths.partner(demo, partner)],
  creditQuarters: () => [paths.creditQuarters(demo), paths.creditQuarters(empty)],
  // These two need the CFO first: finance.test.ts closes a quarter, draws a sample and looks at them.
  creditQuarter: () => [],
  creditAudit: () => [paths.creditAudit(demo), paths.creditAudit(empty)],
  creditSample: () => [],
  start: () => [paths.start(demo), paths.start(empty)],
  imports: () => [paths.imports(demo), paths.imports(empty)],
  newImport: () => [paths.newImport(empty)],
  importDraft: ({ draftId }) => [paths.importDraft(demo, draftId)],
  importRun: ({ importId }) => [paths.importRun(demo, importId)],
  program: () => [paths.program(demo), paths.program(empty)],
  // Each page once: as it is signed or written in the demo company, or as it is begun in an empty one.
  programPage: () => pageWords.map((word, index) => paths.programPage(index % 2 === 0 ? demo : empty, word)),
  programArithmetic: () => [paths.programArithmetic(demo), paths.programArithmetic(empty)],
  programGates: () => [paths.programGates(demo), paths.programGates(empty)],
  programSeats: () => [paths.programSeats(demo), paths.programSeats(empty)],
  programRunning: () => [paths.programRunning(demo), paths.programRunning(empty)],
  programWeekOne: () => [paths.programWeekOne(demo)],
  programText: () => [paths.programText(demo), paths.programText(empty)],
  // Files of the API, and a way to a page that stands here by its own name.
  programTextFile: () => [],
  programSchemaFile: () => [],
  programPrint: () => [],
  programPlace: () => [],
  // A partner's own pages need a sign-in of theirs; they are looked at in a story of their own.
  disputes: () => [paths.disputes(demo), paths.disputes(empty)],
  dispute: () => [paths.dispute(demo, '1')],
  precedents: () => [paths.precedents(demo)],
  creditReplay: () => [paths.creditReplay(demo), paths.creditReplay(empty)],
  incentives: () => [paths.incentives(demo), paths.incentives(empty)],
  // A statement needs a month that was issued; it is looked at in a story of its own.
  statement: () => [],
  // Registrations are looked at in stories of their own; the demo has the page and no registration yet.
  registrations: () => [paths.registrations(demo), paths.registrations(empty)],
  registration: () => [],
  registerFor: () => [paths.registerFor(demo)],
  directOnlyAccounts: () => [paths.directOnlyAccounts(demo)],
  portal: () => [],
  portalDeals: () => [],
  portalDeal: () => [],
  portalRegister: () => [],
  portalRegistrations: () => [],
  portalRegistration: () => [],
  portalLogo: () => [],
  portalTeam: () => [],
  portalTerms: () => [],
  portalDispute: () => [],
  portalDisputes: () => [],
  portalEarnings: () => [],
  notices: () => [paths.notices(demo), paths.notices(empty), `${paths.notices(empty)}?show=choices`],
  portalNotices: () => [],
  apiKeys: () => [paths.apiKeys(empty)],
  deliveries: () => [paths.deliveries(empty)],
  about: () => [paths.about(empty)],
  settings: () => [paths.settings(empty)],
  portalSettings: () => [paths.portalSettings(demo), paths.portalSettings(empty)],
  members: () => [paths.members(demo)],
  organizationSettings: () => [paths.organizationSettings(empty)],
  crmFields: () => [paths.crmFields(demo), paths.crmFields(empty, 'hubspot')],
  crmChecks: () => [paths.crmChecks(empty)],
  // A check needs an export of the CRM; it is looked at in a story of its own.
  crmCheck: () => [],
  audit: () => [paths.audit(demo)],
  sessions: () => [paths.sessions(empty)],
  security: () => [paths.security(empty)],
};

/** Pages of somebody who has not signed in. */
export const outside: readonly string[] = [
  'setUp',
  'signIn',
  'secondFactor',
  'magicLink',
  'forgotPassword',
  'newPassword',
  'invitation',
];

/** Finds the ids that the addresses need, and opens a draft of an import. */
export async function knownOf({ read, send }: Company): Promise<Known> {
  const [deals, partners, imports] = await Promise.all([
    read<Listed>(`/o/${demo}/opportunities?credit=sourced`),
    read<Listed>(`/o/${demo}/partners`),
    read<Listed>(`/o/${demo}/imports`),
  ]);
  const text = 'Opportunity ID,Opportunity Name,Stage,Amount\n006A,A deal,Prospecting,100\n';
  const file = await send<{ fileId: string }>('POST', `/o/${demo}/files?name=deals.csv`, Buffer.from(text));
  const draft = await send<{ draftId: string }>('POST', `/o/${demo}/import-drafts`, { fileId: file.fileId });
  return {
    deal: deals.items[0]?.opportunityId ?? '',
    partner: partners.items[0]?.partnerId ?? '',
    importId: imports.items[0]?.importId ?? '',
    draftId: draft.draftId,
  };
}
