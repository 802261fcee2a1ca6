import type { InAnyLanguage } from '../any-language.ts';
import type { closedEn } from './words-closed-en.ts';

/** What somebody of a partner reads while the portal is not open yet, in German. */
export const closedDe: InAnyLanguage<typeof closedEn> = {
  title: 'Das Portal ist noch nicht geöffnet',
  lead: (company) =>
    `${company} öffnet es, sobald darin alles für Sie bereit ist. Bis dahin registrieren und verfolgen Sie Geschäfte ohne das Portal.`,
  meanwhile: 'Was in der Zwischenzeit geht',
  register: 'Ein Geschäft registrieren',
  registerSays: (company) =>
    `Über den Link, den Ihr Team von ${company} hat. Es ist dasselbe Formular, mit einer Antwort bis zum selben Tag und demselben Schutz. Wenn Sie keinen Link haben, fragen Sie Ihren Partnermanager danach.`,
  follow: 'Sehen, wie ein Geschäft steht',
  followSays:
    'Ein Geschäft, das Sie über den Link registrieren, hat seine eigene Seite; deren Link kommt per E-Mail. Was zuvor im Portal registriert wurde, läuft weiter; auch die Antwort darauf kommt per E-Mail.',
  answer: 'Fragen und Antworten',
  answerSays:
    'Sie kommen per E-Mail, und in Slack, wo Sie einen Kanal teilen. Ein Brief, der etwas fragt, enthält den Link, über den Sie antworten.',
  later: 'Ihr Zugang bleibt, wie er ist. Sobald das Portal geöffnet ist, führt diese Seite Sie hinein.',
  again: 'Noch einmal nachsehen',
};
