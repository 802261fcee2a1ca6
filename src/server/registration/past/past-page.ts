import { defaultBody } from '#core/program/field.ts';
import { registrationPage } from '#core/registration/registration-page.ts';
import type { Organization } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { registrationPageOn } from '../../program/policies.ts';
import type { PageToday } from '../page.ts';

/**
 * The page by which registrations of the past are read: that of today. Before there is one, the method's own words and
 * lengths do (version 0): a company brings its records before it has written everything down.
 */
export async function pageForPast(
  tx: Tx,
  { organization, now }: { readonly organization: Organization; readonly now: number },
): Promise<PageToday> {
  const page = await registrationPageOn(tx, organization, localDateAt(now, organization.timeZone));
  if (page === null) return { version: 0, isSigned: false, body: defaultBody(registrationPage.fields) };
  return { version: page.version, isSigned: !page.isDraft, body: page.body };
}
