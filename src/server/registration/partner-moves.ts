/**
 * What the partner does after it has sent: answers, withdraws, tells news, asks for more time, appeals (DR-7, DR-8, DR-11,
 * DR-15). Our own people may do the same in its name.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { PartnerId } from '#core/ids.ts';
import { mayAppeal } from '#core/registration/clock.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { notFound, ProblemError, refused } from '../problem.ts';
import { appealCase, holdCase } from './conflict-appeal.ts';
import { isHidden, partnerRow } from './drafts.ts';
import { extensionTest, whyNoExtension } from './extension.ts';
import { append, type Happening, type Registration, readRegistration } from './ledger.ts';
import { type PageToday, pageToday } from './page.ts';
import { updateSent } from './queries.ts';
import { leaveForQueue } from './queue.ts';
import { check, keepChecks, requireWhole } from './submit.ts';
import { tellJudges } from './tell-registration.ts';

/** Who acts: the partner that is signed in, or our own people in its name. */
type Side = { readonly by: 'partner' | 'manager'; readonly partner: PartnerId | null };

/** Asks who acts for a partner here; nobody acts for another one. */
function sideOf(context: Context, face: 'portal' | 'desk'): Side {
  if (face === 'portal') {
    requireCapability(context, 'portal.act');
    return { by: 'partner', partner: requirePartner(context) };
  }
  requireCapability(context, 'registration.record');
  return { by: 'manager', partner: null };
}

async function own(tx: WriteTx, context: Context, id: string, { partner }: Side): Promise<Registration> {
  const registration = await readRegistration(tx, context, id, 'lock', partner);
  if (isHidden(context, id)) throw notFound('registration');
  return registration;
}

async function simply(
  context: Context,
  id: string,
  side: Side,
  happening: (registration: Registration, page: PageToday, tx: WriteTx) => Promise<Happening> | Happening,
): Promise<{ state: Registration['life']['state'] }> {
  return write(context, async (tx) => {
    const registration = await own(tx, context, id, side);
    const page = await pageToday(tx, context);
    const after = await append(tx, context, registration, await happening(registration, page, tx), page.body);
    return { state: after.life.state };
  });
}

/** DR-7: answers a question with the form as it is now; the clock runs on, and the checks run again. */
export async function answerRegistration(
  context: Context,
  face: 'portal' | 'desk',
  id: string,
  words: string,
): Promise<{ state: Registration['life']['state'] }> {
  requireCapability(context, face === 'portal' ? 'portal.act' : 'registration.record');
  const side = sideOf(context, face);
  return write(context, async (tx) => {
    const registration = await own(tx, context, id, side);
    const page = await pageToday(tx, context);
    const partner = await partnerRow(tx, context, registration.row.partner_id);
    const submission = requireWhole(context, page, partner, registration.row.draft, 'en');
    const checked = await check(tx, context, registration, submission, page, partner);
    await updateSent(tx, context.organization.orgId, id, checked.sent);
    await keepChecks(tx, context, id, checked);
    const event = { type: 'answer', by: side.by, words } as Happening;
    const after = await append(tx, context, registration, event, page.body);
    await leaveForQueue(tx, context, id);
    return { state: after.life.state };
  });
}

/** Takes a registration back; what it protected is free again. */
export function withdrawRegistration(context: Context, face: 'portal' | 'desk', id: string, reason: string) {
  const side = sideOf(context, face);
  return simply(context, id, side, () => ({ type: 'withdraw', by: side.by, reason }) as Happening);
}

/** DR-11, DR-17: news on a deal, which also counts as activity. */
export function updateRegistration(context: Context, face: 'portal' | 'desk', id: string, news: string) {
  const side = sideOf(context, face);
  return simply(context, id, side, () => ({ type: 'update', by: side.by, news }) as Happening);
}

/** DR-8: asks for the one extension, with what shows that there is work. */
export function askExtension(context: Context, face: 'portal' | 'desk', id: string, evidence: string) {
  const side = sideOf(context, face);
  return simply(context, id, side, async (registration, page, tx) => {
    const test = await extensionTest(tx, context, registration, page, evidence);
    if (!test.allowed) {
      throw new ProblemError('conflict', whyNoExtension('en', test.code, page), {
        said: { code: 'registration.went_on', params: {} },
      });
    }
    return { type: 'ask_extension', by: side.by, evidence } as Happening;
  });
}

/** DR-15: appeals a rejection, or a ruling that set it aside, as often as the page allows. */
export async function appealRegistration(
  context: Context,
  face: 'portal' | 'desk',
  id: string,
  words: string,
): Promise<{ state: Registration['life']['state'] }> {
  requireCapability(context, face === 'portal' ? 'portal.act' : 'registration.record');
  const side = sideOf(context, face);
  return write(context, async (tx) => {
    await holdCase(tx, context, await readRegistration(tx, context, id, 'look', side.partner));
    const registration = await own(tx, context, id, side);
    const page = await pageToday(tx, context);
    const { life } = registration;
    const isOver = life.state === 'rejected' || life.state === 'void';
    if (isOver && !mayAppeal(life, page.body.deciding)) {
      throw refused('conflict', 'registration.appealed');
    }
    const conflict = isOver ? await appealCase(tx, context, registration) : null;
    const event = { type: 'appeal', by: side.by, words } as Happening;
    const after = await append(tx, context, registration, event, page.body);
    await tellJudges(tx, context, after, conflict?.ruled_by ?? null);
    return { state: after.life.state };
  });
}
