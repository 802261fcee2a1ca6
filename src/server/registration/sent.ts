import { type AccountKeys, accountKeys } from '#core/ecosystem/account-key.ts';
import { hostsIn } from '#core/ecosystem/common-hosts.ts';
import { companyNameKey } from '#core/opportunity/account-name.ts';
import { productKey } from '#core/registration/protection.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import type { Submission } from '#core/registration/submission.ts';
import { readHost } from '../ecosystem/read-host.ts';
import type { Sent } from './queries.ts';

/** DR-3: the keys of the account that somebody registers, by the hosts that the page says many share. */
export function keysOf(
  { legalName, domain, country }: Pick<Submission, 'legalName' | 'domain' | 'country'>,
  { checks }: Pick<RegistrationBody, 'checks'>,
): AccountKeys {
  return accountKeys({ name: legalName ?? '', domain, country }, readHost, hostsIn(checks.commonHosts));
}

/** DR-3: what is protected for one partner at a time: the domain, else the name in its country, else the name alone. */
export function accountKeyOf(keys: AccountKeys, legalName: string | null): string {
  if (keys.domain !== null) return `domain:${keys.domain}`;
  if (keys.nameCountry !== null) return `name:${keys.nameCountry}`;
  return `name:${companyNameKey(legalName ?? '')}|${keys.country ?? ''}`;
}

/** What is kept of a submission in columns of its own, so that others find it. */
export function sentOf(submission: Submission, keys: AccountKeys, pageVersion: number): Sent {
  return {
    submission,
    pageVersion,
    legalName: submission.legalName,
    country: keys.country,
    domain: keys.domain,
    nameCountry: keys.nameCountry,
    accountKey: accountKeyOf(keys, submission.legalName),
    products: submission.products.map(productKey),
    valueMinor: submission.value?.minor ?? null,
    currency: submission.value?.currency ?? null,
    closeOn: submission.closeOn,
  };
}
