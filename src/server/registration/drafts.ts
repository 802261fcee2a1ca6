/**
 * A registration while it is typed: nothing typed is lost, nothing is checked against what we know, and nobody of the
 * company looks at it before it is sent.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Id, MembershipId, PartnerId } from '#core/ids.ts';
import { formFor, prefill, type RegistrationForm } from '#core/registration/form.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { formErrorWords } from '#core/registration/portal-words.ts';
import { type FormError, parseDraft } from '#core/registration/submission.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { type InputError, notFound, ProblemError, refused } from '../problem.ts';
import { isSignedInAt, personOfMember } from './member-queries.ts';
import { pageInForce } from './page.ts';
import { lastCountry, type PartnerRow, registeringPartner, repOf } from './partner-queries.ts';
import { insertRegistration, type RegistrationRow, registrationById, updateDraft } from './queries.ts';

/** A rep of a partner who has no login, as somebody wrote them down. */
export type WrittenRep = { readonly name: string; readonly email: string | null };

/** On whose behalf and by which way somebody registers. */
export type Registrant = {
  readonly partnerId: PartnerId;
  readonly way: RegistrationRow['way'];
  readonly rep: WrittenRep | { readonly name: string; readonly membershipId: MembershipId } | null;
};

/** What a form shows: its fields, and what is known before anybody types. */
export type ShownForm = {
  readonly form: RegistrationForm;
  readonly known: Readonly<Record<string, unknown>>;
};

export async function partnerRow(tx: Tx, context: Context, partnerId: string): Promise<PartnerRow> {
  const partner = await registeringPartner(tx, context.organization.orgId, partnerId);
  if (partner === null) throw notFound('partner');
  return partner;
}

/** Method 6: the form that the signed page asks of a partner, filled in as far as it is known. */
export async function showForm(tx: Tx, context: Context, partnerId: string): Promise<ShownForm> {
  const page = await pageInForce(tx, context);
  const partner = await partnerRow(tx, context, partnerId);
  const form = formFor(page.body, partner.archetype);
  const country = await lastCountry(tx, context.organization.orgId, partnerId);
  return {
    form,
    known: prefill(form, {
      archetype: partner.archetype,
      countries: partner.countries,
      lastCountry: country,
    }),
  };
}

/** The form for the partner that is signed in. */
export async function readOwnForm(context: Context): Promise<ShownForm> {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  return readTransaction(context.ports.pool, { org: context.organization.orgId }, (tx) =>
    showForm(tx, context, partner),
  );
}

/** The form for a partner in whose name our own people register. */
export async function readFormFor(context: Context, partnerId: string): Promise<ShownForm> {
  requireCapability(context, 'registration.record');
  return readTransaction(context.ports.pool, { org: context.organization.orgId }, (tx) =>
    showForm(tx, context, partnerId),
  );
}

export type Begun = { readonly registrationId: string; readonly number: number };

/** Begins a registration with what was typed so far, which may be nothing. */
async function begin(
  context: Context,
  registrant: Registrant,
  typed: Readonly<Record<string, unknown>>,
  also: (tx: WriteTx, begun: Begun) => Promise<void> = async () => {},
): Promise<Begun> {
  return write(context, async (tx) => {
    const kept = await keepable(tx, context, registrant.partnerId, typed);
    const repId = await repIdOf(tx, context, registrant);
    const { partnerId, way } = registrant;
    const { organization, actor, now, ports } = context;
    const id = ports.ids.next<Id<'registration'>>(now);
    const one = { id, partnerId, way, repId, by: actorId(actor), draft: kept, now };
    const { number } = await insertRegistration(tx, organization.orgId, one);
    tx.record({ action: 'registration.begin', entityId: id, after: { number, partnerId, way } });
    const begun = { registrationId: id, number };
    await also(tx, begun);
    return begun;
  });
}

/** Who it is with. Somebody whose access is ending at this moment begins nothing more. */
export async function repIdOf(
  tx: WriteTx,
  context: Context,
  { partnerId: partner, rep }: Registrant,
): Promise<string | null> {
  if (rep === null) return null;
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const made = { partner, name: rep.name, newId: ports.ids.next<Id<'partner person'>>(now), now };
  if ('email' in rep) return repOf(tx, org, { ...made, email: rep.email });
  const membership = rep.membershipId;
  if (!(await isSignedInAt(tx, org, partner, membership))) {
    throw refused('conflict', 'registration.access_ended');
  }
  return personOfMember(tx, org, { ...made, membership });
}

/** The same for the partner that is signed in. */
export async function beginOwn(context: Context, typed: Readonly<Record<string, unknown>>): Promise<Begun> {
  requireCapability(context, 'portal.act');
  const partnerId = requirePartner(context);
  return begin(context, inPortal(context, partnerId), typed);
}

/** Who is signed in for a partner, as the rep of what they register. */
export function inPortal({ actor }: Context, partnerId: PartnerId): Registrant {
  const rep = actor.kind === 'member' ? { name: actor.name, membershipId: actor.membershipId } : null;
  return { partnerId, way: 'portal', rep };
}

/** The same in a partner's name, by our own people. */
export async function beginFor(
  context: Context,
  partnerId: string,
  rep: WrittenRep,
  typed: Readonly<Record<string, unknown>>,
): Promise<Begun> {
  requireCapability(context, 'registration.record');
  return begin(context, { partnerId: partnerId as PartnerId, way: 'desk', rep }, typed);
}

/** The same for somebody without a login, by a link of the partner or by mail; `also` gives them their secret. */
export async function beginWithoutLogin(
  context: Context,
  registrant: Registrant,
  typed: Readonly<Record<string, unknown>>,
  also: (tx: WriteTx, begun: Begun) => Promise<void>,
): Promise<Begun> {
  requireCapability(context, 'portal.act');
  return begin(context, registrant, typed, also);
}

/**
 * Whether a registration is hidden from the caller although it is of their partner: who holds the secret of one
 * registration sees no other.
 */
export function isHidden({ actor }: Context, registrationId: string): boolean {
  return actor.kind === 'visitor' && actor.registrationId !== registrationId;
}

/** Keeps what is typed into a draft, or into the answer to a question. It leaves no trail: it is nobody's word yet. */
async function save(
  context: Context,
  registrationId: string,
  partnerId: PartnerId | null,
  typed: Readonly<Record<string, unknown>>,
): Promise<{ missing: InputError[] }> {
  const org = context.organization.orgId;
  return withoutTrail(context, async (tx) => {
    const row = await registrationById(tx, org, registrationId, 'lock', partnerId);
    if (row === null) throw notFound('registration');
    if (isHidden(context, registrationId)) throw notFound('registration');
    const page = await pageInForce(tx, context);
    const partner = await partnerRow(tx, context, row.partner_id);
    const parsed = parseDraft(formFor(page.body, partner.archetype), typed, today(context));
    if (!parsed.ok) throw formProblem(parsed.errors);
    if (!(await updateDraft(tx, org, registrationId, parsed.kept, context.now))) {
      throw refused('conflict', 'registration.sent');
    }
    return { missing: parsed.missing.map((error) => inputError(error)) };
  });
}

/** The same for the partner that is signed in. */
export async function saveOwn(
  context: Context,
  registrationId: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<{ missing: InputError[] }> {
  requireCapability(context, 'portal.act');
  return save(context, registrationId, requirePartner(context), typed);
}

/** The same in a partner's name, by our own people. */
export async function saveFor(
  context: Context,
  registrationId: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<{ missing: InputError[] }> {
  requireCapability(context, 'registration.record');
  return save(context, registrationId, null, typed);
}

async function keepable(
  tx: Tx,
  context: Context,
  partnerId: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const page = await pageInForce(tx, context);
  const partner = await partnerRow(tx, context, partnerId);
  const parsed = parseDraft(formFor(page.body, partner.archetype), typed, today(context));
  if (!parsed.ok) throw formProblem(parsed.errors);
  return parsed.kept;
}

function today({ now, organization }: Context) {
  return localDateAt(now, organization.timeZone);
}

/** One thing that is wrong with a form, in the language in which it is shown. */
function inputError(error: FormError, language: PortalLanguage = 'en'): InputError {
  return {
    path: error.path,
    found: error.found === '' ? 'nothing' : error.found,
    ...formErrorWords(language, error),
  };
}

/** Everything that is wrong with a form at once. */
export function formProblem(errors: readonly FormError[], language: PortalLanguage = 'en'): ProblemError {
  const named = errors.map((error) => inputError(error, language));
  const [first] = named;
  return new ProblemError(
    'invalid-input',
    named.length === 1 && first
      ? `${first.path}: expected ${first.expected}, found ${first.found}. ${first.repair}`
      : `${named.length} fields need another look.`,
    { errors: named },
  );
}
