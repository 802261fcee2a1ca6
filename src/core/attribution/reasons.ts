/**
 * Making reasons and telling them. A reason is stored as code and params; its sentence is made when it is read.
 */

import type { Reason, ReasonParams } from '#core/decision.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { type ReasonEntry, reasonCatalogue } from './reason-catalogue.ts';
import { germanReasons } from './reason-words-de.ts';

export type ReasonCode = keyof typeof reasonCatalogue;

/** What a reason of this code must say. */
type ParamsOf<Code extends ReasonCode> = Parameters<(typeof reasonCatalogue)[Code]['say']>[0];

export type CreditReason = Reason<ReasonCode>;

/** Makes a reason; its rule and whether it holds follow from its code. */
export function because<Code extends ReasonCode>(code: Code, params: ParamsOf<Code>): CreditReason {
  const { rule, holds } = reasonCatalogue[code];
  return { rule, code, holds, params: params as ReasonParams };
}

/** The reason in one sentence. A code that is no longer known is shown as it is, so that old rows read. */
export function reasonSentence(reason: Reason, language: PortalLanguage = 'en'): string {
  if (!Object.hasOwn(reasonCatalogue, reason.code)) return `${reason.rule}: ${reason.code}.`;
  const code = reason.code as ReasonCode;
  const say = language === 'de' ? germanReasons[code] : reasonCatalogue[code].say;
  // `because` is the only maker of these codes, so the params have the shape that the entry asks for.
  return (say as ReasonEntry<ReasonParams>['say'])(reason.params);
}
