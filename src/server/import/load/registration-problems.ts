/** What can be wrong with a row of registrations, or has to be said about it, in words. */
import type { RegistrationRecord } from '#connectors/port.ts';
import { nearestKey } from '#core/blueprint/nearest-key.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Fault } from './touch-problems.ts';

export function strangeProduct(found: string, known: readonly string[]): Fault {
  const near = nearestKey(found, known);
  return {
    field: 'product',
    code: 'product-unknown',
    expected: `products of the registration page: ${known.join(', ')}`,
    found,
    repair:
      near === null
        ? 'Write one of these, or empty the cell: then the whole account is protected.'
        : `Write "${near}" if that is the one.`,
  };
}

export function unreadableDomain(domain: string | null): Fault {
  return {
    field: 'accountDomain',
    code: 'domain-unreadable',
    expected: 'a web domain such as acme.com',
    found: domain ?? '',
    repair: 'Correct it, or empty the cell and fill in the country.',
  };
}

export function withoutKey(domain: string | null): Fault {
  return {
    field: 'accountDomain',
    code: 'account-without-key',
    expected: 'a web domain of the customer’s own, or the country beside the name',
    found: domain ?? 'neither',
    repair: 'Fill in one of them: by it the account is told from others of its name.',
  };
}

export function strangeReason(found: string, words: readonly string[]): Fault {
  const near = nearestKey(found, words);
  return {
    field: 'reason',
    code: 'reason-unknown',
    expected: `a reason of the list: ${words.join(', ')}`,
    found,
    repair: near === null ? 'Write one of these.' : `Write "${near}" if that is the one.`,
  };
}

export function withoutPage(): Fault {
  return {
    field: 'state',
    code: 'nobody-decides-yet',
    expected: 'a decision, as long as the program has no registration page',
    found: 'submitted',
    repair: 'Sign the registration page first: it says who decides, and by which day.',
  };
}

export function byThePage(days: number, last: LocalDate): Fault {
  return {
    field: 'protectedUntil',
    code: 'protection-by-page',
    expected: 'until when it is protected',
    found: 'nothing',
    repair: `Nothing: by the registration page it is ${days} days, to ${last}.`,
    isNote: true,
  };
}

export function expiredAhead(record: RegistrationRecord): Fault {
  return {
    field: record.protectedUntil === null ? 'state' : 'protectedUntil',
    code: 'expired-ahead',
    expected: 'a last protected day that is over, since it expired',
    found: record.protectedUntil ?? 'no day',
    repair: 'Write the last day on which it was protected, or accepted as its state.',
  };
}

export function overByNow(last: LocalDate): Fault {
  return {
    field: 'state',
    code: 'protection-over',
    expected: 'a protection that runs',
    found: `accepted, protected to ${last}`,
    repair: 'Nothing: its protection ended on that day, and it comes in so.',
    isNote: true,
  };
}

export function withoutDeal(record: RegistrationRecord): Fault {
  return {
    field: 'opportunityId',
    code: 'deal-not-linked',
    expected: 'no deal, since it was not accepted',
    found: record.opportunityId ?? '',
    repair: 'Nothing: a deal is linked to what was accepted.',
    isNote: true,
  };
}
