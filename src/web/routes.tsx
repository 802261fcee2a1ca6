import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { PageFailure, PageNotFound, PagePending } from './page-states.tsx';
import { paths } from './paths.ts';
import { parseSearch, stringifySearch } from './ui/url-state.ts';

/** The map: which address shows which page. Each page is a file of its own, loaded when it is first shown. */
const root = createRootRoute({ component: Outlet });

const entry = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./entry/home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./entry/set-up.tsx'), 'SetUp'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./entry/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/second-factor',
    component: lazyRouteComponent(() => import('./entry/second-factor.tsx'), 'SecondFactorStep'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/link',
    component: lazyRouteComponent(() => import('./entry/magic-link.tsx'), 'MagicLink'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/forgot-password',
    component: lazyRouteComponent(() => import('./entry/forgot-password.tsx'), 'ForgotPassword'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/new-password',
    component: lazyRouteComponent(() => import('./entry/new-password.tsx'), 'NewPassword'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organizations',
    component: lazyRouteComponent(() => import('./entry/organizations.tsx'), 'Organizations'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/o/$org/invitation',
    component: lazyRouteComponent(() => import('./entry/invitation.tsx'), 'Invitation'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/o/$org/form/$secret',
    component: lazyRouteComponent(() => import('./portal/form/form-page.tsx'), 'FormPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/o/$org/own-deal/$pass',
    component: lazyRouteComponent(() => import('./portal/form/own-deal.tsx'), 'OwnDealPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/o/$org/mailed-decision',
    component: lazyRouteComponent(
      () => import('./desk/registration/mailed-decision.tsx'),
      'MailedDecisionPage',
    ),
  }),
];

const desk = createRoute({
  getParentRoute: () => root,
  path: '/o/$org',
  component: lazyRouteComponent(() => import('./desk/desk-frame.tsx'), 'DeskFrame'),
});

const deskPages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/',
    beforeLoad: ({ params }) => {
      throw redirect({ href: paths.scoreboard(params.org), replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/scoreboard',
    component: lazyRouteComponent(() => import('./desk/scoreboard/scoreboard.tsx'), 'ScoreboardPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/lift',
    component: lazyRouteComponent(() => import('./desk/lift/lift-page.tsx'), 'LiftPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/start',
    component: lazyRouteComponent(() => import('./desk/import/bring-your-pipeline.tsx'), 'BringYourPipeline'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/import',
    component: lazyRouteComponent(() => import('./desk/import/imports.tsx'), 'Imports'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/import/new',
    component: lazyRouteComponent(() => import('./desk/import/new-import.tsx'), 'NewImport'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/import/draft/$draftId',
    component: lazyRouteComponent(() => import('./desk/import/draft-page.tsx'), 'ImportDraftPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/import/$importId',
    component: lazyRouteComponent(() => import('./desk/import/import-run.tsx'), 'ImportRun'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/pipeline',
    component: lazyRouteComponent(() => import('./desk/opportunity/pipeline.tsx'), 'Pipeline'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/pipeline/$opportunity',
    component: lazyRouteComponent(() => import('./desk/opportunity/opportunity-page.tsx'), 'OpportunityPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/registrations',
    component: lazyRouteComponent(
      () => import('./desk/registration/registrations-page.tsx'),
      'RegistrationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/registrations/new',
    component: lazyRouteComponent(() => import('./desk/registration/register-for.tsx'), 'RegisterFor'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/registrations/direct-only',
    component: lazyRouteComponent(() => import('./desk/registration/direct-only-page.tsx'), 'DirectOnlyPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/registrations/$number',
    component: lazyRouteComponent(
      () => import('./desk/registration/registration-page.tsx'),
      'RegistrationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit',
    component: lazyRouteComponent(() => import('./desk/credit/touches/waiting-page.tsx'), 'WaitingPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/quarters',
    component: lazyRouteComponent(() => import('./desk/credit/quarters/quarters-page.tsx'), 'QuartersPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/quarters/$startsOn',
    component: lazyRouteComponent(() => import('./desk/credit/quarters/quarter-page.tsx'), 'QuarterPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/audit',
    component: lazyRouteComponent(() => import('./desk/credit/audit/audit-page.tsx'), 'CreditAuditPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/audit/$month',
    component: lazyRouteComponent(() => import('./desk/credit/audit/sample-page.tsx'), 'CreditSamplePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/partners',
    component: lazyRouteComponent(() => import('./desk/partner/partners.tsx'), 'Partners'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/partners/$partner',
    component: lazyRouteComponent(() => import('./desk/partner/partner-page.tsx'), 'PartnerPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program',
    component: lazyRouteComponent(() => import('./desk/program/home/program-home.tsx'), 'ProgramHome'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/pages/$word',
    component: lazyRouteComponent(() => import('./desk/program/page/page-editor.tsx'), 'PageEditor'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/gates',
    component: lazyRouteComponent(() => import('./desk/program/gates/gates.tsx'), 'Gates'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/seats',
    component: lazyRouteComponent(() => import('./desk/program/seats/seats.tsx'), 'Seats'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/week-one',
    component: lazyRouteComponent(() => import('./desk/program/week-one/week-one.tsx'), 'WeekOne'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/arithmetic',
    component: lazyRouteComponent(
      () => import('./desk/program/arithmetic/arithmetic-page.tsx'),
      'ArithmeticPage',
    ),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/text',
    component: lazyRouteComponent(() => import('./desk/program/text/program-text.tsx'), 'ProgramText'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/program/running',
    component: lazyRouteComponent(() => import('./desk/program/running/running.tsx'), 'Running'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/disputes',
    component: lazyRouteComponent(() => import('./desk/credit/disputes/disputes-page.tsx'), 'DisputesPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/disputes/$dispute',
    component: lazyRouteComponent(() => import('./desk/credit/disputes/dispute-page.tsx'), 'DisputePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/precedents',
    component: lazyRouteComponent(
      () => import('./desk/credit/disputes/precedents-page.tsx'),
      'PrecedentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/credit/replay',
    component: lazyRouteComponent(() => import('./desk/credit/replay/replay-page.tsx'), 'ReplayPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/incentives',
    component: lazyRouteComponent(() => import('./desk/incentive/incentives-page.tsx'), 'IncentivesPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/incentives/statements/$statementId',
    component: lazyRouteComponent(() => import('./desk/incentive/statement-page.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/notices',
    component: lazyRouteComponent(() => import('./desk/notice/desk-inbox.tsx'), 'DeskInbox'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/about',
    component: lazyRouteComponent(() => import('./desk/settings/about.tsx'), 'About'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings',
    beforeLoad: ({ params }) => {
      throw redirect({ href: paths.organizationSettings(params.org), replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/members',
    component: lazyRouteComponent(() => import('./desk/settings/members.tsx'), 'Members'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/portal',
    component: lazyRouteComponent(() => import('./desk/settings/brand/brand-settings.tsx'), 'BrandSettings'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/organization',
    component: lazyRouteComponent(() => import('./desk/settings/organization.tsx'), 'OrganizationSettings'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/deliveries',
    component: lazyRouteComponent(() => import('./desk/settings/deliveries.tsx'), 'Deliveries'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/api-keys',
    component: lazyRouteComponent(() => import('./desk/settings/api-keys.tsx'), 'ApiKeys'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/crm',
    component: lazyRouteComponent(() => import('./desk/crm/crm-fields.tsx'), 'CrmFields'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/crm/checks',
    component: lazyRouteComponent(() => import('./desk/crm/crm-checks.tsx'), 'CrmChecks'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/crm/checks/$checkId',
    component: lazyRouteComponent(() => import('./desk/crm/crm-check.tsx'), 'CrmCheckPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/audit',
    component: lazyRouteComponent(() => import('./desk/settings/audit.tsx'), 'Audit'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/sessions',
    component: lazyRouteComponent(() => import('./desk/settings/sessions.tsx'), 'Sessions'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/security',
    component: lazyRouteComponent(() => import('./desk/settings/security.tsx'), 'Security'),
  }),
];

const portal = createRoute({
  getParentRoute: () => root,
  path: '/o/$org/portal',
  component: lazyRouteComponent(() => import('./portal/portal-frame.tsx'), 'PortalFrame'),
});

const portalPages = [
  createRoute({
    getParentRoute: () => portal,
    path: '/',
    component: lazyRouteComponent(() => import('./portal/home.tsx'), 'PortalHome'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/register',
    component: lazyRouteComponent(() => import('./portal/registration/register.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/registrations',
    component: lazyRouteComponent(
      () => import('./portal/registration/registrations.tsx'),
      'RegistrationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/registrations/$number',
    component: lazyRouteComponent(() => import('./portal/registration/registration.tsx'), 'RegistrationPage'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/terms',
    component: lazyRouteComponent(() => import('./portal/registration/terms.tsx'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/team',
    component: lazyRouteComponent(() => import('./portal/team/team.tsx'), 'TeamPage'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/deals',
    component: lazyRouteComponent(() => import('./portal/deals.tsx'), 'PortalDeals'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/deals/$opportunity',
    component: lazyRouteComponent(() => import('./portal/portal-deal.tsx'), 'PortalDealPage'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/disputes',
    component: lazyRouteComponent(() => import('./portal/portal-disputes.tsx'), 'PortalDisputes'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/disputes/$dispute',
    component: lazyRouteComponent(() => import('./portal/portal-disputes.tsx'), 'PortalDispute'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/notices',
    component: lazyRouteComponent(() => import('./portal/portal-inbox.tsx'), 'PortalInbox'),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/earnings',
    component: lazyRouteComponent(() => import('./portal/earnings.tsx'), 'PortalEarnings'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([...entry, desk.addChildren(deskPages), portal.addChildren(portalPages)]),
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: PageNotFound,
  defaultPendingMs: 200,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});
