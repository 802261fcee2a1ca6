/**
 * What the people of a partner are told of its registration without asking, in each language of the portal. The code is
 * kept with the notice: one that was ever told stays.
 *
 * Handbook: docs/handbook/notices.md
 */

import type { PortalLanguage } from './portal-format.ts';

const english = {
  accepted: 'It is accepted. The portal says until when it is yours.',
  rejected: 'It is not accepted. The reason stands with it.',
  returned: 'We have a question. The clock stands still until you answer.',
  assigned: 'Somebody of ours works on it with you.',
  extended: 'Its protection is longer now.',
  extension_refused: 'It is not given more time.',
  reinstated: 'Your appeal is granted: it stands again, with the days that were left.',
  upheld: 'Your appeal is decided: it stays as it was. This is final.',
  void: 'It is set aside by a ruling. The reason stands with it.',
  first_reminder: 'Its protection ends soon. Tell us how it goes, or ask for more time.',
  last_reminder: 'Its protection ends in a few days.',
  expired: 'Its protection is over.',
  stalled: 'Nothing has happened for a while. Tell us how it goes.',
  update: 'Tell us how it goes; a deal of this size is looked at twice a month.',
  remind_partner: 'We asked you something and wait for the answer.',
  handed_over: 'It is with you now; a colleague handed it over.',
} as const;

export type RegistrationNews = keyof typeof english;

export const registrationNews: Readonly<Record<PortalLanguage, Readonly<Record<RegistrationNews, string>>>> =
  {
    en: english,
    de: {
      accepted: 'Sie ist angenommen. Im Portal steht, bis wann das Geschäft Ihres ist.',
      rejected: 'Sie ist nicht angenommen. Der Grund steht dabei.',
      returned: 'Wir haben eine Frage. Die Frist steht still, bis Sie antworten.',
      assigned: 'Jemand von uns arbeitet mit Ihnen daran.',
      extended: 'Ihr Schutz ist jetzt länger.',
      extension_refused: 'Sie bekommt nicht mehr Zeit.',
      reinstated: 'Ihrem Einspruch ist stattgegeben: Sie gilt wieder, mit den Tagen, die übrig waren.',
      upheld: 'Über Ihren Einspruch ist entschieden: Es bleibt dabei. Das ist endgültig.',
      void: 'Sie ist durch einen Entscheid aufgehoben. Der Grund steht dabei.',
      first_reminder: 'Ihr Schutz endet bald. Sagen Sie uns, wie es läuft, oder bitten Sie um mehr Zeit.',
      last_reminder: 'Ihr Schutz endet in wenigen Tagen.',
      expired: 'Ihr Schutz ist zu Ende.',
      stalled: 'Seit einer Weile ist nichts geschehen. Sagen Sie uns, wie es läuft.',
      update: 'Sagen Sie uns, wie es läuft; ein Geschäft dieser Größe wird zweimal im Monat angesehen.',
      remind_partner: 'Wir haben Sie etwas gefragt und warten auf Ihre Antwort.',
      handed_over: 'Sie liegt jetzt bei Ihnen; ein Kollege oder eine Kollegin hat sie übergeben.',
    },
  };
