import type { UiTexts } from '../ui/texts.ts';

/** What stands around every page of the portal, in German. */
export const uiDe: UiTexts = {
  skip: 'Zur Seite springen',
  openNavigation: 'Navigation öffnen',
  closeNavigation: 'Navigation schließen',
  navigation: 'Hauptnavigation',
  colours: { auto: 'wie das System', light: 'hell', dark: 'dunkel' },
  changeColours: (now, next) => `Farben: ${now}. Ändern in: ${next}`,
  account: (name) => `Konto von ${name}`,
  changeOrganization: 'Organisation wechseln',
  signOut: 'Abmelden',
  close: 'Schließen',
  closeMessage: 'Diese Meldung schließen',
  cancel: 'Abbrechen',
  loading: 'Wird geladen',
  tryAgain: 'Noch einmal',
  pages: 'Seiten',
  rows: (shown, of, isOne, isInside) =>
    `${shown}${of === null ? '' : ` von ${of}`} ${isOne && of === null ? 'Zeile' : 'Zeilen'}${isInside ? ' auf dieser Seite' : ''}`,
  firstPage: 'Erste Seite',
  nextPage: 'Nächste Seite',
  failures: {
    offline: 'Keine Verbindung',
    offlineSays: 'Nichts ist verloren. Versuchen Sie es wieder, sobald Sie online sind.',
    gone: 'Das gibt es hier nicht',
    goneSays: 'Vielleicht wurde es verschoben, oder es gehört jemand anderem.',
    notAllowed: 'Das dürfen Sie hier nicht',
    other: 'Das hat nicht geklappt',
    tooManySays: 'So viele Versuche auf einmal werden nicht angenommen. Warten Sie einen Augenblick.',
    oursSays: 'Der Fehler liegt bei uns. Versuchen Sie es gleich noch einmal.',
  },
};
