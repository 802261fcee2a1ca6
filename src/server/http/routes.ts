import { apiKeyRoutes } from '../access/api-key-routes.ts';
import { doorRoutes } from '../access/door-routes.ts';
import { accessRoutes } from '../access/routes.ts';
import { auditSampleRoutes } from '../attribution/audit/routes.ts';
import { disputeRoutes } from '../attribution/dispute/routes.ts';
import { quarterRoutes } from '../attribution/quarter/routes.ts';
import { replayRoutes } from '../attribution/replay/routes.ts';
import { attributionRoutes } from '../attribution/routes.ts';
import { touchRoutes } from '../attribution/touch/routes.ts';
import { waitingRoutes } from '../attribution/touch/waiting-routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { crmRoutes } from '../crm/routes.ts';
import { demoRoutes } from '../demo/routes.ts';
import { fileRoutes } from '../file/routes.ts';
import { liftRoutes } from '../forecast/lift/routes.ts';
import { identityRoutes } from '../identity/routes.ts';
import { importRoutes } from '../import/routes.ts';
import { incentiveRoutes } from '../incentive/routes.ts';
import { mailInRoutes } from '../mail-in/routes.ts';
import { deliveryRoutes } from '../notice/delivery-routes.ts';
import { noticeRoutes } from '../notice/routes.ts';
import { correctionRoutes } from '../opportunity/correction/routes.ts';
import { opportunityRoutes } from '../opportunity/routes.ts';
import { partnerRoutes } from '../partner/routes.ts';
import { brandRoutes } from '../portal/brand/routes.ts';
import { claimRoutes } from '../portal/claim-routes.ts';
import { portalOpeningRoutes } from '../portal/opening/routes.ts';
import { portalRoutes } from '../portal/routes.ts';
import { teamRoutes } from '../portal/team/routes.ts';
import { pageRoutes } from '../program/page-routes.ts';
import { printRoutes } from '../program/print-routes.ts';
import { policyRoutes } from '../program/routes.ts';
import { seatRoutes } from '../program/seat-routes.ts';
import { textRoutes } from '../program/text-routes.ts';
import { watchRoutes } from '../program/watch-routes.ts';
import { directOnlyRoutes } from '../registration/direct-only-routes.ts';
import { linkRoutes } from '../registration/form/link-routes.ts';
import { formRoutes } from '../registration/form/routes.ts';
import { mailedDecisionRoutes } from '../registration/mailed/routes.ts';
import { ownRegistrationRoutes } from '../registration/portal-routes.ts';
import { registerRoutes } from '../registration/register-routes.ts';
import { registrationRoutes } from '../registration/routes.ts';
import { scoreboardRoutes } from '../scoreboard/routes.ts';
import { viewRoutes } from '../view/routes.ts';
import type { AnyRoute } from './route.ts';

/** Every route of the API. What is not in this list cannot be called. */
export const allRoutes: readonly AnyRoute[] = [
  ...doorRoutes,
  ...identityRoutes,
  ...accessRoutes,
  ...apiKeyRoutes,
  ...auditRoutes,
  ...policyRoutes,
  ...pageRoutes,
  ...seatRoutes,
  ...printRoutes,
  ...watchRoutes,
  ...textRoutes,
  ...opportunityRoutes,
  ...correctionRoutes,
  ...partnerRoutes,
  ...attributionRoutes,
  ...quarterRoutes,
  ...auditSampleRoutes,
  ...disputeRoutes,
  ...replayRoutes,
  ...touchRoutes,
  ...waitingRoutes,
  ...mailInRoutes,
  ...portalRoutes,
  ...portalOpeningRoutes,
  ...brandRoutes,
  ...teamRoutes,
  ...incentiveRoutes,
  ...noticeRoutes,
  ...deliveryRoutes,
  ...claimRoutes,
  ...registrationRoutes,
  ...registerRoutes,
  ...directOnlyRoutes,
  ...ownRegistrationRoutes,
  ...linkRoutes,
  ...formRoutes,
  ...mailedDecisionRoutes,
  ...scoreboardRoutes,
  ...liftRoutes,
  ...viewRoutes,
  ...demoRoutes,
  ...fileRoutes,
  ...importRoutes,
  ...crmRoutes,
];
