/** The classes of a credit as a sentence names them, in each language of the portal. */

import type { CreditClass } from './credit-class.ts';

export const classWords = {
  sourced: 'sourced',
  co_sold: 'co-sold',
  influenced: 'influenced',
  assisted: 'assisted',
  none: 'no credit',
} as const satisfies Record<CreditClass, string>;

export const germanClassWords = {
  sourced: '„gebracht“',
  co_sold: '„gemeinsam verkauft“',
  influenced: '„beeinflusst“',
  assisted: '„unterstützt“',
  none: '„keine Gutschrift“',
} as const satisfies Record<CreditClass, string>;
