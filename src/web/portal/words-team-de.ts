import type { PortalWords } from './words.ts';

/** What a partner reads about its team, in German. */
export const teamDe: PortalWords['team'] = {
  title: 'Mein Team',
  lead: (company, partner) => `Wer von ${partner} hier mit ${company} arbeitet.`,
  forReps: 'Eine Person mit Verwaltungsrechten in Ihrem Team lädt Kollegen ein und übergibt Geschäfte.',
  role: { partner_admin: 'Verwaltung', partner_rep: 'Vertrieb' },
  roleSays: {
    partner_admin: 'registriert Geschäfte, sieht die Vergütung, leitet das Team',
    partner_rep: 'registriert Geschäfte',
  },
  me: 'Sie',
  ended: 'Kein Zugang',
  registrations: (count) =>
    count === 0 ? 'kein offenes Geschäft' : count === 1 ? '1 offenes Geschäft' : `${count} offene Geschäfte`,
  seen: (when) => `zuletzt hier ${when}`,
  neverSeen: 'noch nicht hier',
  more: (name) => `Was mit ${name} geschehen soll`,
  makeAdmin: 'Verwaltung geben',
  makeRep: 'Verwaltung nehmen',
  madeAdmin: (name) => `${name} verwaltet das Team nun mit.`,
  madeRep: (name) => `${name} verwaltet das Team nicht mehr.`,
  reopen: 'Zugang wieder öffnen',
  reopened: (name) => `${name} kann sich wieder anmelden.`,
  endedByVendor: (company) => `${company} hat diesen Zugang beendet.`,
  lastAdmin: 'Ein Team behält eine Verwaltung. Geben Sie sie zuerst jemand anderem.',

  invite: {
    button: 'Kollegen einladen',
    title: 'Kollegen einladen',
    says: 'Der Brief enthält einen Link, der einmal gilt, sieben Tage lang.',
    email: 'Mailadresse',
    role: 'Rolle',
    send: 'Einladung senden',
    sent: (email) => `Die Einladung ist unterwegs an ${email}.`,
    isColleague: 'Diese Person ist schon im Team.',
    isEnded: 'Diese Person war schon hier. Öffnen Sie ihren Zugang in der Liste wieder.',
    isInvited: 'Diese Person ist schon eingeladen. Senden Sie den Brief in der Liste noch einmal.',
  },
  invitations: {
    title: 'Eingeladen, noch nicht hier',
    until: (when) => `Der Link gilt bis ${when}`,
    over: (when) => `Der Link endete ${when}`,
    again: 'Noch einmal senden',
    sentAgain: (email) => `Ein neuer Brief ist unterwegs an ${email}. Der alte Link gilt nicht mehr.`,
    withdraw: 'Zurücknehmen',
    withdrawn: (email) => `Die Einladung an ${email} ist zurückgenommen.`,
    againFor: (email) => `Den Brief an ${email} noch einmal senden`,
    withdrawFor: (email) => `Die Einladung an ${email} zurücknehmen`,
  },
  end: {
    button: 'Zugang beenden',
    title: (name) => `Den Zugang von ${name} beenden`,
    titleOwn: 'Ihren eigenen Zugang beenden',
    says: 'Er endet mit dem nächsten Klick dieser Person. Sie können ihn wieder öffnen.',
    saysOwn: 'Er endet mit Ihrem nächsten Klick. Eine andere Verwaltung kann ihn wieder öffnen.',
    none: 'Unter diesem Namen ist kein Geschäft offen.',
    act: 'Zugang beenden',
    done: (name, count) =>
      count === 0
        ? `${name} hat keinen Zugang mehr.`
        : `${name} hat keinen Zugang mehr; die offenen Geschäfte sind übergeben.`,
  },
  handOver: {
    button: 'Geschäfte übergeben',
    title: (name) => `Übergeben, was ${name} hat`,
    says: (count) =>
      count === 1
        ? '1 Geschäft, das nicht vorbei ist, geht unter einem anderen Namen weiter, auch ein Entwurf. Antwort und Schutz laufen weiter wie bisher.'
        : `${count} Geschäfte, die nicht vorbei sind, gehen unter einem anderen Namen weiter, auch Entwürfe. Antworten und Schutz laufen weiter wie bisher.`,
    to: 'Wer übernimmt',
    choose: 'Kollegen wählen',
    nobody: 'Es gibt niemanden, der übernehmen kann. Laden Sie zuerst jemanden ein.',
    act: 'Übergeben',
    done: (name) => `${name} übernimmt ab jetzt.`,
  },
};
