import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { type PortalCode, portalEnglish } from '#core/registration/portal-words-en.ts';

/** The label of an input: the program's own for its own fields, else that of the catalogue. */
export function inputLabel(language: PortalLanguage, key: string, ownLabel: string | null): string {
  return ownLabel ?? say(language, `input.${key}`) ?? key;
}

/** What a choice of a standard field is called. */
export function optionLabel(language: PortalLanguage, key: string, option: string): string {
  return say(language, `${key}.${option}`) ?? option;
}

function say(language: PortalLanguage, code: string): string | null {
  return Object.hasOwn(portalEnglish, code) ? portalSay(language, code as PortalCode) : null;
}
