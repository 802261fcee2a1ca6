/**
 * What the people of a partner are told, in each language of the portal: made of what is kept with a notice, its kind
 * and the facts. A kind of the portal that a language lacks does not compile.
 *
 * Handbook: docs/handbook/notices.md
 */

import { classWords } from '#core/attribution/class-words.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { registrationNews } from '#core/registration/registration-news.ts';
import {
  caseMoves,
  isNoticeKind,
  type NoticeKind,
  noticeKinds,
  type PortalKind,
  type PortalSentences,
} from './kinds.ts';
import { germanNotices } from './portal-notices-de.ts';

const sentences: Readonly<Record<Exclude<PortalLanguage, 'en'>, PortalSentences>> = { de: germanNotices };

/** The params that are codes, by what there are words for. */
const codes: Readonly<Record<string, object>> = {
  news: registrationNews.en,
  move: { ...caseMoves, ruled: '' },
  before: classWords,
  after: classWords,
};

/**
 * The sentence of a notice in a language; null where it cannot be said in it: the notice is older than the facts that are
 * kept, newer than this page, or speaks to the company.
 */
export function portalSentence(
  language: PortalLanguage,
  { kind, params }: { readonly kind: string; readonly params: ReasonParams },
): string | null {
  if (!isNoticeKind(kind) || !isPortalKind(kind)) return null;
  const given = Object.entries(params);
  if (given.length === 0 || !given.every(([name, value]) => isKnown(name, value))) return null;
  const say = language === 'en' ? noticeKinds[kind].say : sentences[language][kind];
  // What is kept with a notice is what the sentence of its kind takes: `Told` pairs them when it is told.
  return (say as (params: ReasonParams) => string)(params);
}

function isPortalKind(kind: NoticeKind): kind is PortalKind {
  return noticeKinds[kind].face === 'portal';
}

function isKnown(name: string, value: ReasonParams[string]): boolean {
  const words = codes[name];
  return words === undefined || value === null || Object.hasOwn(words, String(value));
}
