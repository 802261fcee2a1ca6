const activity =
  /\b(?:trainings?|courses?|webinars?|log-?ins?|e-?mails?|mails|newsletters?|signed (?:agreements?|partners?|contracts?)|agreements? signed|partners? signed|signings?|recruited|recruits|page views|downloads|meetings? held|calls? made)\b/iu;

/**
 * Whether a text names activity where output belongs: signed agreements, recruited partners, log-ins, trainings, mails
 * (method 10). Activity is shown as a leading indicator only. Signs only; a person still reads it.
 */
export function namesActivity(text: string): boolean {
  return activity.test(text);
}
