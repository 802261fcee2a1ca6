/** What somebody of a partner reads while the portal is not open yet, in English. */
export const closedEn = {
  title: 'The portal is not open yet',
  lead: (company: string) =>
    `${company} opens it once everything in it is ready for you. Until then you register deals and follow them without it.`,
  meanwhile: 'What works meanwhile',
  register: 'Register a deal',
  registerSays: (company: string) =>
    `By the link that ${company} has given your team. It is the same form, with an answer by the same day and the same protection. If you have no link, ask your partner manager for it.`,
  follow: 'See how a deal stands',
  followSays:
    'A deal that you register by the link has a page of its own, whose link comes by mail. What was registered in the portal before runs on as it is; its answer comes by mail, too.',
  answer: 'Questions and answers',
  answerSays:
    'They come by mail, and to Slack where you share a channel. A letter that asks something has the link by which you answer.',
  later: 'Your sign-in stays as it is. Once the portal is open, this page leads you in.',
  again: 'Look again',
} as const;
