import { type LetterFace, type LetterWay, letterTexts } from '#core/notice/letter-texts.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Letter, LetterLink, LetterLook } from '../letter.ts';

/** For those of the desk who decide, who read English. */
const withoutSignIn =
  'Accept, reject and ask need no sign-in: each opens a page that shows what will happen, and a button there does it, once. The links are yours alone; do not pass this letter on.';

/** More than this in one letter is counted and left to the inbox. */
const mostItems = 40;

/** The letter that tells a person what happened: one notice, several of the same minutes, or those of a day. */
export function noticesLetter(facts: {
  name: string;
  language: PortalLanguage;
  face: LetterFace;
  /** How the company looks to partners; nothing where the letter goes to the desk. */
  look?: LetterLook;
  /** Whose program it is. */
  organization: string;
  kind: LetterWay;
  /** What is told, oldest first, each with where it leads. */
  notices: readonly LetterLink[];
  /** What can be done about each without signing in, by its place in the list. */
  acts?: readonly (readonly LetterLink[])[];
  inboxLink: string;
  choicesLink: string;
}): Letter {
  const { organization, notices, kind, face, language, look, acts = [] } = facts;
  const texts = letterTexts[language];
  const [first] = notices;
  const isSingle = notices.length === 1 && kind === 'at_once';
  const more = notices.length - mostItems;
  const items = isSingle
    ? (acts[0] ?? [])
    : notices.slice(0, mostItems).flatMap((notice, place) => [notice, ...(acts[place] ?? [])]);
  const mayDecide = acts.some((some) => some.length > 0);
  const label = first?.label ?? '';
  return {
    language,
    ...(look === undefined ? {} : { look }),
    subject: isSingle
      ? texts.subjectOfOne(label, organization)
      : texts.subject[kind](organization, notices.length),
    greeting: texts.greeting(facts.name),
    paragraphs: [isSingle ? label : texts.heading[kind](organization)],
    ...(items.length === 0 ? {} : { items }),
    action:
      isSingle && first !== undefined
        ? { label: texts.open[face], link: first.link }
        : { label: more > 0 ? texts.more(more) : texts.inbox, link: facts.inboxLink },
    orOpen: texts.orOpen,
    footnotes: [
      ...(mayDecide ? [withoutSignIn] : []),
      texts.why[kind][face],
      { label: texts.choices, link: facts.choicesLink },
    ],
  };
}
