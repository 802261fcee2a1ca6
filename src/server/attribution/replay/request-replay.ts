import { checkAttribution } from '#core/attribution/attribution-checks.ts';
import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { sayCheck } from '#core/blueprint/check-document.ts';
import { parsePage } from '#core/blueprint/parse-body.ts';
import { addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { invalidField, ProblemError } from '../../problem.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { readProgram } from '../../program/read-program.ts';
import type { Asked } from './asked.ts';
import { insertReplay } from './queries.ts';

const quartersReplayed = 4;

/** A page that is handed over, one that stands in the program, or a day of which the numbers are to be explained. */
export type ReplayWish =
  | { readonly page: unknown }
  | { readonly from: 'draft' | 'proposed' }
  | { readonly knownOn: string };

/**
 * Asks what the last four quarters, and the one that runs, would have been under a page; or why the four quarters up to
 * a past day read otherwise today. A page must be one that could be signed: one that does not read or contradicts itself
 * is refused with what is wrong.
 */
export async function requestReplay(context: Context, wish: ReplayWish): Promise<{ replayId: string }> {
  requireCapability(context, 'replay.run');
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  const asked = await askedBy(context, wish, today);
  const toOn = asked.kind === 'then' ? asked.knownOn : today;
  const first = addQuarters(quarterOf(toOn, organization.fiscal), -quartersReplayed, organization.fiscal);
  const id = context.ports.ids.next<Id<'replay'>>(now);
  return write(context, async (tx) => {
    const page = await attributionPageOn(tx, organization, today);
    await insertReplay(tx, org, {
      ...{ id, body: asked, baseVersion: page.version, fromOn: first.start, toOn },
      ...{ by: actorId(context.actor), now },
    });
    tx.record({ action: 'credit_replay.request', entityId: id, after: { fromOn: first.start, toOn } });
    await enqueue(tx, 'replay_credit', { org: organization.slug, replayId: id });
    return { replayId: id };
  });
}

async function askedBy(context: Context, wish: ReplayWish, today: LocalDate): Promise<Asked> {
  if ('knownOn' in wish) {
    const knownOn = wish.knownOn as LocalDate;
    if (knownOn < today) return { kind: 'then', knownOn };
    throw invalidField('body.knownOn', 'a day before today', knownOn, 'Choose the day of the number.');
  }
  if ('page' in wish) return { kind: 'page', from: 'given', page: readBody(wish.page) };
  const { pages } = await readProgram(context);
  const page = pages.find(({ word }) => word === 'attribution');
  const body = wish.from === 'draft' ? page?.draft?.body : page?.proposed?.body;
  if (body !== undefined) return { kind: 'page', from: wish.from, page: readBody(body) };
  throw invalidField(
    'body.from',
    wish.from === 'draft' ? 'an attribution page with a draft' : 'an attribution page that is proposed',
    wish.from,
    'Write the attribution page first, or hand the page over with the request.',
  );
}

function readBody(given: unknown): AttributionBody {
  const parsed = parsePage('attribution', given);
  if (!parsed.ok) {
    throw new ProblemError('invalid-input', 'This is no attribution page.', {
      errors: parsed.errors.map((one) => ({ ...one, path: `body.page.${one.path}` })),
    });
  }
  // What a class pays may still be open: this is how one finds out what it would cost.
  const open = new Set(['att.co_sold_open', 'att.influenced_open']);
  const failing = checkAttribution(parsed.body).filter(
    ({ holds, severity, code }) => !holds && severity === 'blocking' && !open.has(code),
  );
  if (failing.length > 0) {
    throw new ProblemError('invalid-input', 'This page could not be signed, so it is not replayed.', {
      errors: failing.map((check) => ({
        path: `body.page.${check.path}`,
        expected: 'a page that contradicts nothing',
        found: sayCheck(check),
        repair: 'Change the page until this check holds.',
      })),
    });
  }
  return parsed.body;
}
