import { defaultBody } from '#core/program/field.ts';
import { type RegistrationBody, registrationPage } from '#core/registration/registration-page.ts';
import type { Organization } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { refused } from '../problem.ts';
import { registrationPageOn } from '../program/policies.ts';

/** A registration page, and whether everybody has signed it. */
export type PageToday = {
  readonly version: number;
  readonly isSigned: boolean;
  readonly body: RegistrationBody;
};

type At = { readonly organization: Organization; readonly now: number };

/**
 * The page by which registrations live that are here. Before one counts, the method's own words and lengths do (version 0):
 * a company may bring what it registered elsewhere before it has written everything down.
 */
export async function pageToday(tx: Tx, at: At): Promise<PageToday> {
  return (
    (await counting(tx, at)) ?? { version: 0, isSigned: false, body: defaultBody(registrationPage.fields) }
  );
}

/** G4: the page by which registrations are taken in. Refused while none counts. */
export async function pageInForce(tx: Tx, at: At): Promise<PageToday> {
  const page = await counting(tx, at);
  if (page === null) {
    throw refused('conflict', 'registration.not_open');
  }
  return page;
}

async function counting(tx: Tx, { organization, now }: At): Promise<PageToday | null> {
  const page = await registrationPageOn(tx, organization, localDateAt(now, organization.timeZone));
  return page && { version: page.version, isSigned: !page.isDraft, body: page.body };
}
