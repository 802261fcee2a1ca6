import type { Letter, LetterLink } from '../letter.ts';

const withoutSignIn =
  'Accept, reject and ask need no sign-in: each opens a page that shows what will happen, and a button there does it, once. The links are yours alone; do not pass this letter on.';

/** More than this in one letter is counted and left to the inbox. */
const mostItems = 40;

/** The letter that tells a person what happened: one notice, several of the same minutes, or those of a day. */
export function noticesLetter(facts: {
  name: string;
  /** Whose program it is. */
  organization: string;
  kind: 'at_once' | 'digest';
  /** What is told, oldest first, each with where it leads. */
  notices: readonly LetterLink[];
  /** What can be done about each without signing in, by its place in the list. */
  acts?: readonly (readonly LetterLink[])[];
  inboxLink: string;
  choicesLink: string;
}): Letter {
  const { organization, notices, kind, acts = [] } = facts;
  const [first] = notices;
  const isSingle = notices.length === 1 && kind === 'at_once';
  const more = notices.length - mostItems;
  const items = isSingle
    ? (acts[0] ?? [])
    : notices.slice(0, mostItems).flatMap((notice, place) => [notice, ...(acts[place] ?? [])]);
  const mayDecide = acts.some((some) => some.length > 0);
  return {
    subject: isSingle
      ? `${first?.label ?? ''} (${organization})`
      : kind === 'digest'
        ? `${organization}: your daily digest, ${counted(notices.length)}`
        : `${organization}: ${counted(notices.length)}`,
    greeting: `Hello ${facts.name},`,
    paragraphs: [
      isSingle
        ? (first?.label ?? '')
        : kind === 'digest'
          ? `This is new since your last digest from the partner program of ${organization}:`
          : `This is new in the partner program of ${organization}:`,
    ],
    ...(items.length === 0 ? {} : { items }),
    action:
      isSingle && first !== undefined
        ? { label: 'Open it in Tandem', link: first.link }
        : {
            label: more > 0 ? `Read ${more} more in your inbox` : 'Open your inbox',
            link: facts.inboxLink,
          },
    footnotes: [
      ...(mayDecide ? [withoutSignIn] : []),
      kind === 'digest'
        ? 'You get one such letter on a business day, and none when nothing is new. What you read in Tandem before is not in it.'
        : 'You get such letters at once because you chose it or because somebody waits for you.',
      { label: 'Choose what is mailed to you, and when', link: facts.choicesLink },
    ],
  };
}

function counted(count: number): string {
  return count === 1 ? '1 notice' : `${count} notices`;
}
