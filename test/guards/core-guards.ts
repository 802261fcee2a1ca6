import type { Guard } from './guard.ts';

const core = 'src/core/registration';
const unit = (test: string) => ({ project: 'unit', test }) as const;

/** The rules of registrations and of credit. */
export const coreGuards: readonly Guard[] = [
  {
    keeps: 'what only resembles an account goes to a person (DR-3)',
    file: `${core}/checks.ts`,
    find: " && !isOnlyNear ? 'stop'",
    replace: " ? 'stop'",
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'a test of which the partner is not told never rejects by itself (DR-16)',
    file: `${core}/checks.ts`,
    find: "tests[check].told === 'reason') return",
    replace: 'true) return',
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'a deal of ours that was opened later does not stand against a registration (DR-14)',
    file: `${core}/checks.ts`,
    find: '      deal.openedAt <= submittedAt &&\n',
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'an old direct-only list rejects nobody (DR-14)',
    file: `${core}/checks.ts`,
    find: 'if (age > page.checks.directOnlyDays) {',
    replace: 'if (age < 0) {',
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'what is not known is asked, never passed (DR-1)',
    file: `${core}/checks.ts`,
    find: "answer(check, 'ask', `",
    replace: "answer(check, 'pass', `",
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'a partner that is suspended registers nothing',
    file: `${core}/checks.ts`,
    find: "? answer('suspended', 'stop', 'suspended.found')",
    replace: "? answer('suspended', 'pass', 'suspended.clear')",
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'a partner is not told that something resembles the account',
    file: `${core}/partner-view.ts`,
    find: ' && reason.params.isOnlyNear !== true',
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'a partner is not told that somebody else wants the account (DR-15)',
    file: `${core}/partner-view.ts`,
    find: "return state === 'conflict' ? 'submitted' : state;",
    replace: 'return state as PartnerState;',
    project: 'server',
    test: 'src/server/registration/registration.test.ts',
    named: 'DR-13, DR-15',
  },
  {
    keeps: 'nobody registers the whole market in a day (DR-18)',
    file: `${core}/abuse.ts`,
    find: "policy.partnerDayMost, 'stop')",
    replace: 'policy.partnerDayMost)',
    ...unit(`${core}/checks.test.ts`),
  },
  {
    keeps: 'time never runs backwards in the life of a registration',
    file: `${core}/life.ts`,
    find: 'return { at: Math.max(last.at, at), on: on > last.on ? on : last.on };',
    replace: 'return { at, on };',
    ...unit(`${core}/life.test.ts`),
  },
  {
    keeps: 'an extension is given once (DR-8)',
    file: `${core}/life.ts`,
    find: "      if (extension === 'given') return 'It has been extended already; that is possible once.';\n",
    ...unit(`${core}/life.test.ts`),
  },
  {
    keeps: 'what a ruling holds does not expire (DR-10)',
    file: `${core}/life.ts`,
    find: "      if (held !== null) return 'It is held until a ruling; it cannot expire.';\n",
    ...unit(`${core}/life.test.ts`),
  },
  {
    keeps: 'each step of a life is only for those whose it is',
    file: `${core}/state.ts`,
    find: "  if (!actors.includes(by)) return { allowed: false, why: 'It is not yours to do.' };\n",
    ...unit(`${core}/life.test.ts`),
  },
  {
    keeps: 'the seller who would lose does not decide (DR-4)',
    file: `${core}/routing.ts`,
    find: "  if (deciders.some(({ id, wouldLose }) => id === person && wouldLose)) return 'would_lose';\n",
    ...unit(`${core}/routing.test.ts`),
  },
  {
    keeps: 'nobody says yes in two seats (DR-4)',
    file: `${core}/routing.ts`,
    find: "  if (saidYes.includes(person)) return 'decided_before';\n",
    ...unit(`${core}/routing.test.ts`),
  },
  {
    keeps: 'our own deal wins only if it was open before (DR-14)',
    file: `${core}/conflict.ts`,
    find: '    .filter(({ openedAt }) => openedAt < first.completeAt)\n',
    ...unit(`${core}/conflict.test.ts`),
  },
  {
    keeps: 'a registration that lacks something wins no account (DR-13)',
    file: `${core}/conflict.ts`,
    find: 'return claim.isEligible && claim.completeAt !== null',
    replace: 'return claim.completeAt !== null',
    ...unit(`${core}/conflict.test.ts`),
  },
  {
    keeps: 'two protections of one account meet only for the same product (DR-9)',
    file: `${core}/protection.ts`,
    find: ' && productsMeet(a.products, b.products)',
    ...unit(`${core}/protection.test.ts`),
  },
  {
    keeps: 'an introduction that was too early sources nothing (T1)',
    file: 'src/core/attribution/origin.ts',
    find: "  if (days > windowDays) return because('timestamp.too_early', { fact, originOn, days, windowDays });\n",
    ...unit('src/core/attribution/stories.test.ts'),
  },
  {
    keeps: 'what was recorded after the lock sources nothing (ATT-4)',
    file: 'src/core/attribution/origin.ts',
    find: "  if (recordedOn > lockOn) return because('lock.too_late', { fact, recordedOn, lockOn });\n",
    ...unit('src/core/attribution/stories.test.ts'),
  },
];
