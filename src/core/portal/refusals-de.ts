import type { PortalEntry } from '#core/registration/portal-format.ts';
import type { RefusalCode } from './refusals.ts';

/** The same in German. */
export const refusalsGerman: Readonly<Record<RefusalCode, PortalEntry>> = {
  'entry.credentials': () => 'Die Adresse oder das Passwort stimmt nicht.',
  'entry.link': () =>
    'Dieser Link wurde schon benutzt oder ist älter als fünfzehn Minuten. Fordern Sie einen neuen an.',
  'entry.code': () => 'Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten.',
  'entry.over': () => 'Diese Anmeldung ist abgelaufen. Beginnen Sie noch einmal mit Ihrer Adresse.',
  'entry.attempts': () => 'Zu viele Versuche. Warten Sie eine Weile und versuchen Sie es dann noch einmal.',
  'entry.password': () => 'Wählen Sie ein längeres, etwa vier Wörter, die nichts miteinander zu tun haben.',
  'entry.account': () => 'Zu dieser Adresse gibt es schon einen Zugang. Melden Sie sich zuerst damit an.',

  'invitation.over': () =>
    'Diese Einladung wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.',
  'invitation.address': (p) => `Diese Einladung gilt für ${p.email}. Melden Sie sich mit dieser Adresse an.`,
  'invitation.account': (p) =>
    `Für ${p.email} gibt es schon einen Zugang. Melden Sie sich an und nehmen Sie dann an.`,
  'invitation.member': () => 'Sie gehören schon dazu.',

  'team.not_admin': () => 'Sie verwalten Ihr Team nicht mehr. Laden Sie die Seite neu.',
  'team.last_admin': () =>
    'Das ist die letzte Person, die das Team verwaltet. Übertragen Sie die Verwaltung zuerst jemand anderem.',
  'team.ended': () => 'Dieser Zugang ist schon beendet.',
  'team.open': () => 'Dieser Zugang ist offen.',
  'team.ended_by_company': (p) => `${p.company} hat diesen Zugang beendet. Fragen Sie Ihren Partnermanager.`,
  'team.successor': () => 'Wählen Sie jemanden aus dem Team; was noch läuft, bleibt nicht ohne einen Namen.',
  'team.other_successor': () => 'Wählen Sie jemand anderen aus dem Team.',
  'team.colleague': () => 'Diese Person gehört schon zum Team.',
  'team.open_again': () => 'Öffnen Sie den Zugang wieder; er steht in der Liste.',
  'team.invited': () => 'Schicken Sie die Einladung noch einmal, oder ziehen Sie sie zuerst zurück.',

  'registration.not_open': () =>
    'Noch lassen sich keine Geschäfte registrieren: Die Seite des Programms dafür ist nicht unterschrieben.',
  'registration.access_ended': () =>
    'Ihr Zugang ist beendet. Wenden Sie sich an jemanden, der in Ihrem Unternehmen das Team verwaltet.',
  'registration.sent': () => 'Es ist abgeschickt; was abgeschickt ist, lässt sich nicht überschreiben.',
  'registration.drafts': () =>
    'Heute wurden so viele Entwürfe begonnen, dass keine weiteren gehen. Führen Sie einen davon fort, oder kommen Sie morgen wieder.',
  'registration.went_on': () =>
    'Das geht nicht mehr: Die Registrierung ist inzwischen weiter. Laden Sie die Seite neu.',
  'registration.appealed': () => 'Es wurde schon einmal widersprochen; die Antwort gilt.',
  'registration.final': () => 'Die Entscheidung über diesen Kunden gilt endgültig.',
  'registration.in_hand': () =>
    'Über diesen Kunden wird gerade etwas anderes entschieden. Widersprechen Sie danach; Ihr Widerspruch geht nicht verloren.',

  'case.over': (p, f) =>
    `Die Gutschrift dieses Geschäfts ließ sich bis zum ${f.day(p.until)} bestreiten: ${p.days} Arbeitstage nach der Sperre oder dem Abschluss.`,
  'case.there': () => 'Die Gutschrift dieses Geschäfts ist schon strittig. Fügen Sie Ihre Belege dort hinzu.',
  'case.yours': () =>
    'Sie haben diesen Fall eröffnet; die andere Seite antwortet. Fügen Sie stattdessen Belege hinzu.',
  'case.theirs': () => 'Nur wer den Fall eröffnet hat, nimmt ihn zurück.',
  'case.too_late': () => 'Die Frist für den Widerspruch ist vorbei. Die Entscheidung gilt.',
  'case.in_favour': () =>
    'Die Entscheidung fällt zu Ihren Gunsten aus. Widersprechen kann nur die Seite, die verloren hat.',
  'case.went_on': () => 'Das geht nicht mehr: Der Fall ist inzwischen weiter. Laden Sie die Seite neu.',

  'claim.twice': () =>
    'Das ist schon eingetragen und zählt nur einmal. War es ein anderer Tag, nennen Sie ihn; ist der Eintrag falsch, nehmen Sie ihn zuerst zurück.',
  'claim.evidence': () =>
    'Fügen Sie die Adresse des Verlaufs, Dokuments oder Mitschnitts ein, oder nennen Sie das Treffen: meeting:Erstgespräch, 3. März.',
  'claim.unsigned': () =>
    'Der Tag liegt vor der Unterschrift Ihres Vertrags. Berichtigen Sie ihn, oder fragen Sie Ihren Partnermanager.',
  'claim.left': () =>
    'Diese Person war an dem Tag nicht mehr dabei. Nennen Sie, wer übernommen hat, oder berichtigen Sie den Tag.',
  'claim.answered': () => 'Auf diese Mitteilung wurde schon geantwortet. Bitten Sie uns, sie zurückzunehmen.',
  'claim.taken_back': () => 'Diese Mitteilung wurde schon zurückgenommen.',
};
