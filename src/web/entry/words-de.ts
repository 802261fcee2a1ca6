import type { EntryWords } from './entry-speech.ts';

/** What somebody of a partner reads before the portal, in German. */
export const entryGerman: EntryWords = {
  email: 'E-Mail-Adresse',
  lookInMail: 'Sehen Sie in Ihre E-Mails',
  mailMe: 'Link zuschicken',
  signInTitle: 'Anmelden',
  password: 'Passwort',
  signIn: 'Anmelden',
  forgot: 'Passwort vergessen?',
  withoutPassword: 'oder ohne Passwort',
  linkSent: (email) =>
    `Wenn ${email} zu jemandem hier gehört, ist ein Link zur Anmeldung unterwegs. Er gilt einmal, fünfzehn Minuten lang.`,
  addressFirst: 'Schreiben Sie oben zuerst Ihre Adresse.',

  badLink: 'Dieser Link meldet Sie nicht an',
  newLink: 'Fordern Sie einen neuen Link an',
  toSignIn: 'Zur Anmeldung',
  linkWorks: 'Ein Link gilt einmal, fünfzehn Minuten lang, mit der ganzen Adresse aus dem Brief.',
  linkReady: 'Ihr Link ist bereit. Er gilt einmal.',
  signInNow: 'Jetzt anmelden',

  oneMoreStep: 'Noch ein Schritt',
  asksCode: 'Ihr Zugang verlangt bei der Anmeldung einen Code.',
  code: 'Code',
  codeSays: 'Sechs Ziffern aus Ihrer Authenticator-App, oder einer Ihrer Ersatzcodes.',
  continue: 'Weiter',
  startAgain: 'Noch einmal beginnen',

  choosePassword: 'Ein neues Passwort wählen',
  weMail: 'Wir schicken Ihnen einen Link, über den Sie ein neues wählen.',
  passwordLinkSent: (email) =>
    `Wenn ${email} zu jemandem hier gehört, ist der Link unterwegs. Er gilt einmal, eine Stunde lang.`,
  backToSignIn: 'Zurück zur Anmeldung',
  passwordChanged: 'Das Passwort ist geändert',
  signInWithIt: 'Melden Sie sich damit an',
  signedOutElsewhere: 'Überall sonst sind Sie abgemeldet.',
  newPassword: 'Neues Passwort',
  passwordSays: 'Zehn Zeichen oder mehr. Ein paar ungewöhnliche Wörter tun es gut.',
  changePassword: 'Passwort ändern',

  badInvitation: 'Diese Einladung gilt nicht mehr',
  newInvitation: 'Bitten Sie um eine neue',
  invitationWorks:
    'Eine Einladung gilt einmal, sieben Tage lang, mit der ganzen Adresse aus dem Brief. Haben Sie sie schon angenommen, melden Sie sich an.',
  invitation: 'Einladung',
  join: (organization) => `Zugang zu ${organization}`,
  invitedAs: (roles, email) => `Sie sind mit der Adresse ${email} eingeladen: ${roles}.`,
  signedIn: 'Mit dieser Adresse sind Sie angemeldet.',
  otherAddress: (email, invited) =>
    `Sie sind als ${email} angemeldet, das ist eine andere Adresse. Wenn Sie annehmen, entsteht ein neuer Zugang für ${invited}.`,
  yourName: 'Ihr Name',
  ownPassword: 'Passwort wählen',
  accept: 'Annehmen und weiter',
  haveSignIn: (email) => `Haben Sie für ${email} schon einen Zugang?`,
  signInFirst: 'Melden Sie sich zuerst an',
  thenAgain: 'Öffnen Sie danach noch einmal den Link aus dem Brief.',
};
