import { type PortalLanguage, portalFormat } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import type { Letter, LetterLook } from '../../mail/letter.ts';
import type { OwnRegistration } from '../show-own.ts';
import type { RepNews } from './rep-news.ts';

/** More of a name than this is not told in a letter; the page has all of it. */
const mostOfName = 100;

/** Whether a letter is over before it left: what it asks for has been done, or its day has passed. */
export function isOver(news: RepNews, own: OwnRegistration): boolean {
  switch (news) {
    case 'begun':
    case 'mailed':
      return own.state !== 'draft';
    case 'sent':
      return own.state !== 'submitted';
    case 'returned':
    case 'remind_partner':
    case 'held':
      return own.state !== 'returned';
    case 'first_reminder':
    case 'last_reminder':
    case 'stalled':
    case 'update':
      return own.protectedUntil === null;
    default:
      return false;
  }
}

/** The letter to a rep: the news, what was asked or why not, what happens next, and the way to it. */
export function repLetter(facts: {
  readonly news: RepNews;
  readonly own: OwnRegistration;
  readonly language: PortalLanguage;
  readonly name: string;
  /** Whose program it is, and how it looks to partners. */
  readonly look: LetterLook;
  readonly partner: string;
  readonly link: string;
  /** Where a reply goes that answers the question; null: nowhere. */
  readonly replyTo: string | null;
}): Letter {
  const { news, own, language, look } = facts;
  const organization = look.name;
  const say = (code: Parameters<typeof portalSay>[1], params = {}) => portalSay(language, code, params);
  const customer = shortened(own.customer);
  const about =
    customer === ''
      ? say('letter.unnamed', { number: own.number })
      : say('letter.named', { number: own.number, customer });
  const told = say(`letter.${news}`, { organization, partner: facts.partner });
  const until = own.protectedUntil === null ? null : portalFormat(language).day(own.protectedUntil);
  const paragraphs = [
    `${about}. ${told}`,
    ...(own.question !== null ? [`${say('letter.question')} ${own.question}`] : []),
    ...(own.rejection !== null
      ? [`${say('letter.reason')} ${[own.rejection.reason, own.rejection.words].filter(Boolean).join(' ')}`]
      : []),
    ...(own.state === 'draft' ? [] : own.next),
    ...(until !== null && own.next.length === 0
      ? [say('next.protected', { lastDay: own.protectedUntil })]
      : []),
    ...(own.question !== null && facts.replyTo !== null ? [say('letter.reply')] : []),
  ];
  const act =
    own.state === 'draft' ? 'letter.goOn' : own.state === 'returned' ? 'letter.answer' : 'letter.open';
  return {
    language,
    look,
    subject: `${about}: ${say(`letter.short.${news}`)} (${organization})`,
    greeting: say('letter.greeting', { name: shortened(facts.name) }),
    paragraphs,
    action: { label: say(act), link: facts.link },
    orOpen: say('letter.orOpen'),
    footnotes: [say('letter.private')],
  };
}

function shortened(text: string): string {
  const all = Array.from(text);
  return all.length <= mostOfName ? text : `${all.slice(0, mostOfName - 1).join('')}…`;
}
