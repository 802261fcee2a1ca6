import type { PortalWords } from './words.ts';

/** What a partner reads around its notices, in German. */
export const noticeDe: PortalWords['notice'] = {
  title: 'Mitteilungen',
  lead: 'Was Ihnen ungefragt gesagt wurde, das Neueste zuerst.',
  parts: { inbox: 'Eingang', choices: 'Was gemailt wird', letters: 'Briefe an mich' },
  bellNew: (count) => `Mitteilungen, ${count} neu`,
  none: 'Noch nichts',
  noneSays:
    'Ändert sich die Gutschrift eines Ihrer Geschäfte oder wartet jemand auf Sie, lesen Sie es hier, mit Grund und Weg dorthin. Was Ihnen auch gemailt wird, wählen Sie selbst.',
  all: 'Alle Mitteilungen, und was Ihnen gemailt wird',
  which: 'Welche Mitteilungen',
  every: 'Alle',
  unread: 'Ungelesen',
  unreadCount: (count) => `Ungelesen (${count})`,
  unreadMark: 'Ungelesen:',
  about: 'Worüber',
  everything: 'Alles',
  short: { asks: 'Braucht mich', credit: 'Gutschrift', program: 'Programm' },
  group: { asks: 'Braucht mich', credit: 'Gutschrift geändert', program: 'Programm' },
  groupSays: {
    asks: 'Registrierungen, Streitfälle, Forderungen, Entscheidungen und Abrechnungen, die auf jemanden warten.',
    credit: 'Die Gutschrift eines Geschäfts ist eine andere als zuvor, und warum.',
    program: 'Eine Seite des Programms ist unterschrieben und gilt.',
  },
  way: { at_once: 'Sofort', digest: 'Einmal am Tag', here: 'Nur hier' },
  markAll: 'Alle als gelesen markieren',
  step: 'zum Blättern,',
  mark: 'um als gelesen zu markieren',
  allRead: 'Sie haben alles gelesen',
  allReadSays: 'Neues wird hier stehen.',
  noneOfKind: 'Nichts dieser Art',
  noneOfKindSays: 'Wählen Sie „Alles“, um den Rest zu sehen.',
  choicesSay: (time) =>
    `Alles steht im Eingang. Dies sind die Briefe daneben. Der tägliche Brief geht um ${time} an Arbeitstagen ab, mit dem, was Sie bis dahin nicht gelesen haben, und nie leer.`,
  eachAtOnce: 'Sofort heißt: ein Brief für alles, was geschieht.',
  within: (minutes) =>
    `Sofort heißt: innerhalb von ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`}. Was zusammen kommt, steht in einem Brief.`,
  fromNow: 'Was Sie wählen, gilt für alles, was ab jetzt geschieht.',
  demo: 'Dies ist das Beispielunternehmen: Von hier geht nichts hinaus, was immer gewählt ist.',
  noLetter: 'Noch ist kein Brief an Sie abgegangen',
  noLetterSays: 'Was Ihnen gemailt wird, steht dann hier, mit dem Tag, dem Inhalt und ob es angekommen ist.',
};
