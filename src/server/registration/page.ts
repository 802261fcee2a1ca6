import type { RegistrationBody } from '#core/registration/registration-page.ts';
import type { Context } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { registrationPageOn } from '../program/policies.ts';

/** The registration page of today, and whether everybody has signed it. */
export type PageToday = {
  readonly version: number;
  readonly isSigned: boolean;
  readonly body: RegistrationBody;
};

/** G4: the page by which registrations are taken in and decided today. Refused while none counts. */
export async function pageToday(tx: Tx, { organization, now }: Context): Promise<PageToday> {
  const page = await registrationPageOn(tx, organization, localDateAt(now, organization.timeZone));
  if (page === null) {
    throw new ProblemError(
      'conflict',
      'Deals cannot be registered yet: the registration page of the program is not signed.',
    );
  }
  return { version: page.version, isSigned: !page.isDraft, body: page.body };
}
