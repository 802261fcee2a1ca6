/**
 * What a partner sees of its registrations: its own words, the state, the day by which somebody answers, how long the deal
 * is its own, and nothing that only we know.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import { mayAppeal } from '#core/registration/clock.ts';
import { type RulingGround, rulingGrounds } from '#core/registration/conflict.ts';
import { isShownToPartner, partnerNext, partnerState } from '#core/registration/partner-view.ts';
import { plainStage } from '#core/registration/plain-stage.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay, rejectionWords } from '#core/registration/portal-words.ts';
import { protectionStanding } from '#core/registration/protection.ts';
import { movesFor } from '#core/registration/state.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { notFound } from '../problem.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { appealPage } from './conflict-appeal.ts';
import { inClosedCases } from './conflict-queries.ts';
import { isHidden } from './drafts.ts';
import { extensionTest, whyNoExtension } from './extension.ts';
import { heldAnswer } from './form/mail-queries.ts';
import { lifeOf, type Registration } from './ledger.ts';
import { ownRegistrations, repNames } from './list-queries.ts';
import { type PageToday, pageInForce, pageToday } from './page.ts';
import { dealStage, eventsOf, eventsOfAll, registrationById, registrationByNumber } from './queries.ts';

/** A registration in the partner's list. */
export type OwnItem = {
  readonly registrationId: string;
  readonly number: number;
  readonly customer: string;
  readonly state: string;
  readonly stateWords: string;
  readonly stage: string | null;
  readonly next: readonly string[];
  readonly dueOn: string | null;
  readonly protectedUntil: string | null;
  readonly daysLeft: number | null;
  /** Whether it waits for the partner. */
  readonly needsMe: boolean;
  readonly value: { readonly minor: number; readonly currency: string } | null;
  readonly rep: string | null;
  readonly changedAt: number;
};

/** All registrations of the partner that is signed in: what waits for it first, then the newest. */
export async function listOwn(context: Context, language: PortalLanguage): Promise<OwnItem[]> {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  const rows = await readTransaction(context.ports.pool, { org, partner }, (tx) =>
    ownRegistrations(tx, org, partner),
  );
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    // Whoever has registered nothing is told that the program takes none yet.
    const page = await (rows.length === 0 ? pageInForce : pageToday)(tx, context);
    const ids = rows.map((row) => row.registration_id);
    const events = Map.groupBy(await eventsOfAll(tx, org, ids), (event) => event.registration_id);
    const reps = await repNames(tx, org, ids);
    const closed = await inClosedCases(tx, org, ids);
    const items: OwnItem[] = [];
    for (const row of rows) {
      const own = events.get(row.registration_id) ?? [];
      const registration = { row, events: own, life: lifeOf(own) };
      const rep = reps.get(row.registration_id) ?? null;
      items.push(
        await itemOf(tx, context, registration, appealPage(page, registration, closed), language, rep),
      );
    }
    return items.sort((a, b) => Number(b.needsMe) - Number(a.needsMe) || b.number - a.number);
  });
}

async function itemOf(
  tx: Tx,
  context: Context,
  { row, life }: Registration,
  page: PageToday,
  language: PortalLanguage,
  rep: string | null,
): Promise<OwnItem> {
  const { organization } = context;
  const today = localDateAt(context.now, organization.timeZone);
  const conversion = await loadConversion(tx, organization);
  const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
  const state = partnerState(life.state);
  const next = partnerNext(life, valueMinor, page.body, businessCalendar(organization), today);
  const standing = protectionStanding(life, valueMinor, page.body.protection, today);
  const deal =
    row.opportunity_id === null ? null : await dealStage(tx, organization.orgId, row.opportunity_id);
  const stage = plainStage(life.state, deal);
  const typed = row.draft as { legalName?: unknown };
  return {
    registrationId: row.registration_id,
    number: row.number,
    customer: row.legal_name ?? (typeof typed.legalName === 'string' ? typed.legalName : ''),
    state,
    stateWords: portalSay(language, `state.${state}`),
    stage: stage === null ? null : portalSay(language, `stage.${stage}`),
    next: next.map(({ code, params }) => portalSay(language, code, params)),
    dueOn: state === 'submitted' ? row.due_on : null,
    protectedUntil: standing.isProtected ? standing.lastDay : null,
    daysLeft: standing.isProtected ? standing.daysLeft : null,
    needsMe:
      state === 'draft' ||
      state === 'returned' ||
      next.some(({ code }) => ['next.ends_soon', 'next.stalled', 'next.update'].includes(code)),
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minor: row.value_minor, currency: row.currency },
    rep,
    changedAt: row.changed_at,
  };
}

export type OwnRegistration = OwnItem & {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly submission: Readonly<Record<string, unknown>> | null;
  readonly question: string | null;
  readonly rejection: { readonly reason: string; readonly words: string } | null;
  readonly timeline: readonly {
    readonly on: LocalDate;
    readonly at: number;
    readonly words: string;
    readonly said: string | null;
  }[];
  /** What the partner can do with it now. */
  readonly moves: readonly string[];
  /** DR-8: why no more time can be asked for yet, where it could be later; null otherwise. */
  readonly noExtension: string | null;
};

/** One registration of the partner that is signed in. Anybody else's does not exist. */
export async function readOwn(
  context: Context,
  number: number,
  language: PortalLanguage,
): Promise<OwnRegistration> {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  const row = await readTransaction(context.ports.pool, { org, partner }, (tx) =>
    registrationByNumber(tx, org, number, partner),
  );
  if (row === null || isHidden(context, row.registration_id)) throw notFound('registration');
  return readTransaction(context.ports.pool, { org }, (tx) => shownOwn(tx, context, row, language));
}

/** The one registration whose secret the caller holds. */
export async function readHeld(context: Context, language: PortalLanguage): Promise<OwnRegistration> {
  requireCapability(context, 'portal.read');
  const { actor, organization } = context;
  const org = organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const id = actor.kind === 'visitor' ? actor.registrationId : null;
    const row = id === null ? null : await registrationById(tx, org, id);
    if (row === null) throw notFound('registration');
    return shownOwn(tx, context, row, language);
  });
}

/** The mail that is held as the answer to what the caller is asked, until they send it. */
export async function readHeldAnswer(context: Context): Promise<{ from: string; words: string } | null> {
  requireCapability(context, 'portal.read');
  const { actor, organization } = context;
  const org = organization.orgId;
  const id = actor.kind === 'visitor' ? actor.registrationId : null;
  if (id === null) return null;
  const held = await readTransaction(context.ports.pool, { org }, (tx) => heldAnswer(tx, org, id));
  return held === null ? null : { from: held.from, words: held.body };
}

/** A registration as its partner sees it. */
export async function shownOwn(
  tx: Tx,
  context: Context,
  row: Registration['row'],
  language: PortalLanguage,
): Promise<OwnRegistration> {
  const org = context.organization.orgId;
  const events = await eventsOf(tx, org, row.registration_id);
  const registration = { row, events, life: lifeOf(events) };
  const closed = await inClosedCases(tx, org, [row.registration_id]);
  const page = appealPage(await pageToday(tx, context), registration, closed);
  const reps = await repNames(tx, org, [row.registration_id]);
  const rep = reps.get(row.registration_id) ?? null;
  const item = await itemOf(tx, context, registration, page, language, rep);
  const { life } = registration;
  const asked = events.findLast(({ type }) => type === 'return');
  const possible = movesFor(life.state, 'partner').filter(
    (move) =>
      (move !== 'appeal' || mayAppeal(life, page.body.deciding)) &&
      (move !== 'ask_extension' || life.extension === 'none'),
  );
  const noExtension = possible.includes('ask_extension')
    ? await whyNoTime(tx, context, registration, page, language)
    : null;
  return {
    ...item,
    typed: row.draft,
    submission: row.submission,
    question: life.state === 'returned' ? textIn(asked?.body.asks) : null,
    rejection: whyNot(registration, language),
    timeline: events
      .filter(({ type }) => isShownToPartner(type as never))
      .map((event) => ({
        on: event.on_day as LocalDate,
        at: event.at,
        words: portalSay(language, `event.${event.type}` as never),
        said: saidIn(event),
      })),
    moves: possible.filter((move) => move !== 'ask_extension' || noExtension === null),
    noExtension,
  };
}

/** DR-8: why more time cannot be asked for now, whatever is said for it; null where it can. */
async function whyNoTime(
  tx: Tx,
  context: Context,
  registration: Registration,
  page: PageToday,
  language: PortalLanguage,
): Promise<string | null> {
  const anything = 'what is said when it is asked for';
  const test = await extensionTest(tx, context, registration, page, anything);
  return test.allowed ? null : whyNoExtension(language, test.code, page);
}

/** DR-15, DR-16: why it was not accepted, or why a ruling set it aside; null where neither stands. */
function whyNot({ events, life }: Registration, language: PortalLanguage): OwnRegistration['rejection'] {
  const last = (types: readonly string[]) => events.findLast(({ type }) => types.includes(type))?.body ?? {};
  if (life.taken !== null) {
    const { ground, words } = last(['void']);
    const code = Object.hasOwn(rulingGrounds, String(ground)) ? (ground as RulingGround) : 'appeal';
    return { reason: portalSay(language, `setAside.${code}`), words: textIn(words) ?? '' };
  }
  if (life.rejection === null) return null;
  const { words } = last(['refuse', 'reject', 'rule_against']);
  return {
    reason: rejectionWords(language, { kind: life.rejection, words: '' }),
    words: textIn(words) ?? '',
  };
}

/** What was said with an event to the other side; what our own people write among themselves is not among it. */
function saidIn({ type, body }: { readonly type: string; readonly body: Readonly<Record<string, unknown>> }) {
  switch (type) {
    case 'return':
      return textIn(body.asks);
    case 'reject':
    case 'answer':
    case 'appeal':
    case 'uphold':
    case 'keep_aside':
      return textIn(body.words);
    case 'update':
      return textIn(body.news);
    case 'ask_extension':
      return textIn(body.evidence);
    case 'withdraw':
      return textIn(body.reason);
    default:
      return null;
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
