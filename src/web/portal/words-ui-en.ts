import { type UiTexts, uiEnglish } from '../ui/texts.ts';

/** What stands around every page of the portal, in English. */
export const uiEn: UiTexts = {
  ...uiEnglish,
  failures: {
    offline: 'No connection',
    offlineSays: 'Nothing is lost. Try again once you are online.',
    gone: 'This is not here',
    goneSays: 'It may have been moved, or it belongs to somebody else.',
    notAllowed: 'This is not yours to do',
    other: 'That did not work',
    tooManySays: 'So many attempts at once are not taken. Wait a moment.',
    oursSays: 'The fault is ours. Try again in a moment.',
  },
};
