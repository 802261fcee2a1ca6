import type { PortalWords } from './words.ts';

/** What somebody without a login reads on the page of a secret link, in German. */
export const formDe: PortalWords['link'] = {
  lead: (company, partner) =>
    `Für ${partner}, im Partnerprogramm von ${company}. Ohne Anmeldung: Dieser Link gehört Ihrem Unternehmen.`,
  who: 'Wer registriert?',
  name: 'Ihr Name',
  mail: 'Ihre dienstliche Mailadresse',
  mailSays:
    'An sie schreiben wir, was aus dem Geschäft wird, und schicken Ihnen den Weg zurück zu Ihrem Entwurf.',
  begin: 'Anfangen',
  here: 'Auf diesem Gerät',
  hereSays: 'In diesem Browser begonnen oder gesendet.',
  notOpen: 'Das Programm nimmt noch keine Registrierungen an',
  notOpenSays:
    'Seine Seite über Registrierungen ist nicht unterschrieben. Fragen Sie Ihren Partnerbetreuer, wann es so weit ist.',
  gone: 'Dieser Link öffnet nichts',
  goneSays:
    'Er wurde vielleicht ersetzt oder zurückgenommen, oder es wurde nur ein Teil davon kopiert. Fragen Sie Ihren Partnerbetreuer nach dem jetzigen.',
  heldGone: 'Öffnen Sie den Link aus dem Brief noch einmal, mit der ganzen Adresse.',
  keep: 'Bewahren Sie die Adresse dieser Seite auf: Wer sie hat, kann diese Registrierung lesen und für Sie handeln.',
  held: (from) => `Eine Mail von ${from} ist als Antwort eingetragen. Sie zählt, sobald Sie sie senden.`,
  needName: 'Schreiben Sie Ihren Namen.',
  needMail: 'Schreiben Sie eine Mailadresse wie jo@acme.com.',
};
