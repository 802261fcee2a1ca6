import type { Guard } from './guard.ts';

const registration = 'src/server/registration';
const touch = 'src/server/attribution/touch';
const server = (test: string, named: string) => ({ project: 'server', test, named }) as const;
const races = { project: 'races', test: 'test/races/registrations.test.ts' } as const;
const partners = { project: 'isolation', test: 'test/isolation/partners.test.ts' } as const;

/** What the verbs, the queries and the database keep. */
export const serverGuards: readonly Guard[] = [
  {
    keeps: 'a registration of another partner is none',
    file: `${registration}/queries.ts`,
    find: '(partner_id = $3 and not is_undone)) ${lock',
    replace: '(partner_id is not null and not is_undone)) ${lock',
    ...partners,
    named: 'exactly as for what never was',
  },
  {
    keeps: 'a deal of another partner is none',
    file: 'src/server/portal/require-partner-deal.ts',
    find: "  if (!isTheirs) throw notFound('deal of yours');\n",
    ...server(`${touch}/touch.test.ts`, 'finds no deal that is not the partner’s own'),
  },
  {
    keeps: 'everybody who wants one account comes one after the other (DR-13)',
    file: `${registration}/protection-queries.ts`,
    find: "select pg_advisory_xact_lock(hashtextextended($1, 20))'",
    replace: "select hashtextextended($1, 20)'",
    ...races,
    named: 'round 1',
  },
  {
    keeps: 'the database lets one partner own an account (DR-8)',
    file: 'sql/0010_registration.sql',
    find: `,
  constraint an_account_is_protected_for_one_partner_at_a_time exclude using gist
    (org_id with =, account_key with =, product with &&, during with &&)`,
    ...races,
    named: 'the database lets one own',
  },
  {
    keeps: 'a registration is locked while somebody decides it (DR-7)',
    file: `${registration}/queries.ts`,
    find: "lock === 'lock' ? 'for update' : ''",
    replace: "''",
    ...races,
    named: 'DR-7',
  },
  {
    keeps: 'only whom the route names decides (DR-4)',
    file: `${registration}/decide.ts`,
    find: "  if (why !== null) throw new ProblemError('conflict', why);\n",
    ...server(`${registration}/refusals.test.ts`, 'DR-4'),
  },
  {
    keeps: 'a rejection has a reason of the list (DR-16)',
    file: `${registration}/decide.ts`,
    find: '    if (reason === null) {',
    replace: '    if (reason === undefined) {',
    ...server(`${registration}/refusals.test.ts`, 'DR-16'),
  },
  {
    keeps: 'what the clocks ask for is done once (DR-10)',
    file: `${registration}/clocks.ts`,
    find: '        if (!(await keepDuty(tx, organization.orgId, { id, kind, on, now: context.now }))) continue;\n',
    ...server(`${registration}/refusals.test.ts`, 'DR-5, DR-10'),
  },
  {
    keeps: 'what was sent cannot be typed over',
    file: `${registration}/queries.ts`,
    find: " and state in ('draft', 'returned') returning 1",
    replace: ' returning 1',
    ...server(`${registration}/refusals.test.ts`, 'typed over'),
  },
  {
    keeps: 'a winner of a ruling is a party of the case (DR-15)',
    file: `${registration}/rule-conflict.ts`,
    find: "    if (ruling.winner !== null && !isParty) throw notFound('registration in this case');\n",
    ...server(`${registration}/refusals.test.ts`, 'DR-15'),
  },
  {
    keeps: 'who holds the secret of one registration touches no other',
    file: `${registration}/drafts.ts`,
    find: "return actor.kind === 'visitor' && actor.registrationId !== registrationId;",
    replace: "return actor.kind === 'visitor' && actor.registrationId === '';",
    ...server(`${registration}/refusals.test.ts`, 'no other of the same partner'),
  },
  {
    keeps: 'a call that is sent twice has one effect',
    file: 'src/server/audit/write.ts',
    find: '      if (!taken.fresh) return taken.result as T;\n',
    ...server(`${registration}/form/form.test.ts`, 'registers once what is sent twice'),
  },
  {
    keeps: 'an act is by a person of its partner',
    file: `${touch}/act.ts`,
    find: 'if (found.person !== null && found.person_partner_id !== act.partnerId) {',
    replace: 'if (found.person === undefined) {',
    ...server(`${touch}/touch.test.ts`, 'by a person of another partner'),
  },
  {
    keeps: 'nothing counts that was done before the partner signed',
    file: `${touch}/act.ts`,
    find: 'if (found.signed_on !== null && act.occurredOn < found.signed_on) {',
    replace: 'if (found.signed_on === undefined) {',
    ...server(`${touch}/touch.test.ts`, 'before the partner signed'),
  },
  {
    keeps: 'nobody who has left does anything for the partner',
    file: `${touch}/act.ts`,
    find: 'if (found.left_on !== null && act.occurredOn > found.left_on) {',
    replace: 'if (found.left_on === undefined) {',
    ...server(`${touch}/touch.test.ts`, 'by a person who had left'),
  },
  {
    keeps: 'nobody of a partner enters before gate G5 (method 14, S2)',
    file: 'src/server/access/enter.ts',
    find: '  if (row.partner_id !== null) await admitToPortal(ports, organization, row.portal_opened_at !== null, now);\n',
    ...server('src/server/portal/opening/opening.test.ts', 'lets nobody of a partner through any route'),
  },
  {
    keeps: 'nobody of a partner is invited before gate G5 (method 14, S2)',
    file: 'src/server/access/invite.ts',
    find: "    if (invitation.partnerId !== null) await requireOpenPortal(tx, context, 'body.partnerId');\n",
    ...server('src/server/portal/opening/opening.test.ts', 'is refused while it is closed'),
  },
  {
    keeps: 'what an override opened closes with it',
    file: 'src/server/program/watch/override-gate.ts',
    find: '    if (gate === guardedBy.portal.gate) await closeWithOverride(tx, organization.orgId);\n',
    ...server('src/server/portal/opening/opening.test.ts', 'closes when the CRO takes it back'),
  },
  {
    keeps: 'the database shows an organization its own registrations alone',
    file: 'sql/0010_registration.sql',
    find: "'registration','registration_event','registration_check','protected_product',",
    replace: "'registration_event','registration_check','protected_product',",
    project: 'isolation',
    test: 'test/isolation/walls.test.ts',
    named: 'the table registration ',
  },
];
