import { createContext } from 'react';
import { deliveryStates } from '#core/notice/delivery.ts';
import type { InAnyLanguage } from '../any-language.ts';

/** What both faces read around their notices, in English. What a notice says is a sentence of the server. */
export const noticeEn = {
  title: 'Notices',
  lead: 'What you were told without asking, newest first.',
  parts: { inbox: 'Inbox', choices: 'What is mailed', letters: 'Letters to me' },
  bellNew: (count: number) => `Notices, ${count} new`,
  none: 'Nothing yet',
  noneSays:
    'When the credit of one of your deals changes, or somebody waits for you, you read it here, with the reason and a way there. You choose what is mailed to you as well.',
  all: 'All notices, and what is mailed to you',
  which: 'Which notices',
  every: 'All',
  unread: 'Unread',
  unreadCount: (count: number) => `Unread (${count})`,
  unreadMark: 'Unread:',
  about: 'About what',
  everything: 'Everything',
  short: { asks: 'Asks me', credit: 'Credit', program: 'Program' },
  group: { asks: 'Asks me to act', credit: 'Credit changed', program: 'Program' },
  groupSays: {
    asks: 'Registrations, disputes, claims, rulings, restatements, statements and pages that wait for somebody.',
    credit: 'The credit of a deal is another than before, and why.',
    program: 'A page of the program is signed and counts.',
  },
  way: { at_once: 'At once', digest: 'Daily digest', here: 'Only here' },
  markAll: 'Mark all as read',
  step: 'to step,',
  mark: 'to mark as read',
  allRead: 'You have read everything',
  allReadSays: 'What is new will stand here.',
  noneOfKind: 'Nothing of this kind',
  noneOfKindSays: 'Choose “Everything” to see the rest.',
  choicesSay: (time: string) =>
    `Everything stands in the inbox. These are the letters beside it. The digest leaves at ${time} on business days with what you have not read by then, and never empty.`,
  eachAtOnce: 'At once means a letter for each thing that happens.',
  within: (minutes: number) =>
    `At once means within ${minutes === 1 ? '1 minute' : `${minutes} minutes`}: what comes together stands in one letter.`,
  fromNow: 'Whatever you choose counts for what happens from now on.',
  demo: 'This is the demo company: nothing leaves from it, whatever is chosen here.',
  noLetter: 'No letter has left for you yet',
  noLetterSays: 'What is mailed to you will stand here, with the day, what it told and whether it arrived.',
  delivery: {
    kinds: {
      at_once: 'Letter',
      digest: 'Daily digest',
      post: 'Slack post',
      test: 'Slack test',
      rep: 'Letter to a rep',
    },
    states: {
      queued: deliveryStates.queued.label,
      sending: deliveryStates.sending.label,
      waiting: deliveryStates.waiting.label,
      sent: deliveryStates.sent.label,
      failed: deliveryStates.failed.label,
      dropped: deliveryStates.dropped.label,
    },
    digestOf: (day: string) => `Daily digest of ${day}`,
    to: (what: string, whom: string) => `${what} to ${whom}`,
    tries: (count: string) => `${count} tries`,
    leftOut: 'Left out:',
    triedAgain: (when: string) => `Tried again ${when}`,
  },
} as const;

export type NoticeTexts = InAnyLanguage<typeof noticeEn>;

/** The language around notices: English, unless the portal says otherwise. */
export const NoticeTextsContext = createContext<NoticeTexts>(noticeEn);
