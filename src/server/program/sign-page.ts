import { sayCheck } from '#core/blueprint/check-document.ts';
import { pages } from '#core/blueprint/document.ts';
import { standingOfVersion } from '#core/blueprint/standing.ts';
import {
  decideCountersignature,
  decideSignature,
  type HeldSeat,
  type SignatureFacts,
  type SignatureRefusal,
  unchosenIn,
} from '#core/blueprint/standing-signature.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { type Role, roles } from '#core/program/roles.ts';
import { isSeat, type Seat, seatLabel, seats } from '#core/program/seat.ts';
import { type Actor, actorId, type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { FreshProof } from '../identity/fresh-proof.ts';
import { peopleWith, tell } from '../notice/tell.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { carryOut } from './carry-out.ts';
import { seatsOf, storedVersion } from './pages.ts';
import { insertCountersignature, insertSignature, lockProgram, policyRows } from './queries.ts';
import { loadDesign } from './watch/load-design.ts';

/** Everybody of the company, whom a page that counts concerns. */
const deskRoles = (Object.keys(roles) as Role[]).filter((role) => roles[role].face === 'desk');

export type WhatIsSigned = { readonly word: PageWord; readonly version: number; readonly seat: string };

/**
 * Signs a version for a seat that the signer holds, in person or in the interim (ATT-1). One person may hold several
 * seats and signs for each. `proof` says that they have just proved who they are; the command line and jobs have none
 * and never sign for people. Answers which seats are still missing.
 */
export async function signPage(
  context: Context,
  what: WhatIsSigned,
  proof: FreshProof,
): Promise<{ missing: readonly Seat[] }> {
  requireCapability(context, 'policy.sign');
  const signer = requireSigner(context.actor, proof);
  const { organization, now } = context;
  return write(context, async (tx) => {
    const facts = await signatureFacts(tx, context, what, signer);
    const decision = decideSignature(facts);
    if (!decision.ok) throw refusal(decision.refusal, what);
    const { word, version, seat } = what;
    const row = { version, seat, membershipId: signer, interim: decision.interim, now };
    await carryOut(tx, context, word, async () => {
      if (!(await insertSignature(tx, organization.orgId, word, row))) {
        throw refusal({ because: 'signed_already' }, what);
      }
    });
    tx.record({
      action: 'policy.sign',
      entityId: `${word} ${version}`,
      after: { seat, interim: decision.interim, proof: proof.by },
      movesFigures: true,
    });
    const signed = [...facts.signatures.map((one) => one.seat), seat];
    const missing = seatsOf(word).filter((one) => !signed.includes(one));
    if (missing.length === 0) {
      await tell(tx, context, await peopleWith(tx, context, deskRoles), {
        kind: 'page_signed',
        params: { page: pages[word].title, version, from: facts.inForceFrom },
        link: `/program/pages/${word}`,
        eventKey: `${word} ${version} signed`,
      });
    }
    return { missing };
  });
}

/** Countersigns a version that somebody else signed for the seat: whoever came later stands by it too. */
export async function countersignPage(
  context: Context,
  what: WhatIsSigned,
  proof: FreshProof,
): Promise<void> {
  requireCapability(context, 'policy.sign');
  const signer = requireSigner(context.actor, proof);
  const { organization, now } = context;
  await write(context, async (tx) => {
    const decision = decideCountersignature(await signatureFacts(tx, context, what, signer));
    if (!decision.ok) throw refusal(decision.refusal, what);
    const { word, version, seat } = what;
    const row = { version, seat, membershipId: signer, now };
    if (!(await insertCountersignature(tx, organization.orgId, word, row))) {
      throw new ProblemError('conflict', 'You have countersigned this version already.');
    }
    tx.record({
      action: 'policy.countersign',
      entityId: `${word} ${version}`,
      after: { seat, proof: proof.by },
    });
  });
}

/** People sign, each for themselves: the proof must be that of the person who acts. */
function requireSigner(actor: Actor, proof: FreshProof): string {
  if (actor.kind === 'member' && proof.userId === actor.userId) return actor.membershipId;
  throw new ProblemError('not-allowed', 'Only people sign, each with a sign-in of their own.');
}

async function signatureFacts(
  tx: WriteTx,
  context: Context,
  what: WhatIsSigned,
  membershipId: string,
): Promise<SignatureFacts & { readonly inForceFrom: LocalDate }> {
  const { organization, now } = context;
  const { word, version, seat } = what;
  // One after another, so that the last signature knows that it is the last.
  await lockProgram(tx, organization.orgId, actorId(context.actor), now);
  const today = localDateAt(now, organization.timeZone);
  const versions = (await policyRows(tx, organization.orgId, word)).map((row) =>
    storedVersion(row, organization),
  );
  const found = versions.find((one) => one.version === version);
  if (!found) throw notFound('version of this page');
  const design = await loadDesign(tx, organization, today);
  return {
    pageSeats: seatsOf(word),
    standing: standingOfVersion(word, found, versions, today, organization.fiscal),
    seat,
    membershipId,
    held: seatsHeldBy(design.seats, membershipId),
    signatures: found.signatures,
    unchosen: unchosenIn(word, found.body),
    inForceFrom: found.inForceFrom,
  };
}

/** The seats that somebody holds today. */
export function seatsHeldBy(
  holders: Readonly<Record<Seat, readonly { membershipId: string; interim: HeldSeat['interim'] }[]>>,
  membershipId: string,
): HeldSeat[] {
  return seats.flatMap((seat) => {
    const own = holders[seat].find((one) => one.membershipId === membershipId);
    return own ? [{ seat, interim: own.interim }] : [];
  });
}

function unchosenWords(open: number): string {
  const what = open === 1 ? 'one choice is' : `${open} choices are`;
  return `This version cannot be signed: ${what} open. Choose on the page, propose that, and sign it instead.`;
}

function refusal(why: SignatureRefusal, { word, seat }: WhatIsSigned): ProblemError {
  const name = isSeat(seat) ? seatLabel(seat) : seat;
  switch (why.because) {
    case 'not_a_seat_of_the_page':
      return invalidField('body.seat', seatsOf(word).join(', '), seat, 'Choose one of these seats.');
    case 'not_held':
      return new ProblemError('not-allowed', `Only who holds the seat ${name} signs for it.`);
    case 'signed_already':
      return new ProblemError('conflict', `The seat ${name} has signed this version already.`);
    case 'not_signed_yet':
      return new ProblemError('conflict', `Nobody has signed for the seat ${name} yet. Sign it instead.`);
    case 'own_signature':
      return new ProblemError('conflict', `You signed for the seat ${name} yourself.`);
    case 'standing':
      return new ProblemError('conflict', why.why);
    case 'unchosen':
      return new ProblemError('invalid-input', unchosenWords(why.checks.length), {
        errors: why.checks.map((check) => ({
          path: check.path,
          expected: `a choice; nothing is one (rule ${check.rule})`,
          found: 'nothing chosen',
          repair: sayCheck(check),
        })),
      });
  }
}
