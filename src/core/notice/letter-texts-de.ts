import type { LetterTexts } from './letter-texts.ts';

const counted = (count: number) => (count === 1 ? '1 Mitteilung' : `${count} Mitteilungen`);
const onceADay = (place: string) =>
  `Sie bekommen einen solchen Brief je Arbeitstag, und keinen, wenn es nichts Neues gibt. Was Sie vorher ${place} gelesen haben, steht nicht darin.`;
const atOnce =
  'Sie bekommen solche Briefe sofort, weil Sie es so gewählt haben oder weil jemand auf Sie wartet.';

/** What stands around the notices of a letter, in German. */
export const germanLetters: LetterTexts = {
  subjectOfOne: (notice, company) => `${notice} (${company})`,
  subject: {
    at_once: (company, count) => `${company}: ${counted(count)}`,
    digest: (company, count) => `${company}: Ihr täglicher Brief, ${counted(count)}`,
  },
  greeting: (name) => `Guten Tag ${name},`,
  heading: {
    at_once: (company) => `Das ist neu im Partnerprogramm von ${company}:`,
    digest: (company) => `Das ist seit Ihrem letzten täglichen Brief neu im Partnerprogramm von ${company}:`,
  },
  open: { desk: 'In Tandem öffnen', portal: 'Im Portal öffnen' },
  inbox: 'Ihren Eingang öffnen',
  more: (count) => `${count} weitere im Eingang lesen`,
  orOpen: 'Oder öffnen Sie diese Adresse:',
  why: {
    at_once: { desk: atOnce, portal: atOnce },
    digest: { desk: onceADay('in Tandem'), portal: onceADay('im Portal') },
  },
  choices: 'Wählen, was Ihnen gemailt wird, und wann',
};
