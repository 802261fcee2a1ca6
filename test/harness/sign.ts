import type { PageWord } from '#core/program/page.ts';
import type { FreshProof } from '#server/identity/fresh-proof.ts';
import { countersignPage, signPage, type WhatIsSigned } from '#server/program/sign-page.ts';
import type { TestPerson } from './app.ts';

/**
 * Signs as somebody who has just typed their password: in a scene of many companies the route's limit of proofs a minute
 * would stop it, and what is under test there is something else.
 */
export async function sign(who: TestPerson, word: PageWord, version: number, seat: string): Promise<void> {
  await signPage(who.context, { word, version, seat }, proofOf(who));
}

export async function countersign(who: TestPerson, what: WhatIsSigned): Promise<void> {
  await countersignPage(who.context, what, proofOf(who));
}

function proofOf(who: TestPerson): FreshProof {
  return { userId: who.userId, by: 'password' } as FreshProof;
}
