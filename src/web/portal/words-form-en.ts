/** What somebody without a login reads on the page of a secret link, in English. */
export const formEn = {
  lead: (company: string, partner: string) =>
    `For ${partner}, in the partner program of ${company}. No login: this link is your company’s.`,
  who: 'Who registers?',
  name: 'Your name',
  mail: 'Your work mail',
  mailSays: 'We write to it what becomes of the deal, and mail you the way back to your draft.',
  begin: 'Begin',
  here: 'On this device',
  hereSays: 'Begun or sent in this browser.',
  notOpen: 'The program takes no registrations yet',
  notOpenSays: 'Its page on registrations is not signed. Ask your partner manager when it comes.',
  gone: 'This link opens nothing',
  goneSays:
    'It may have been replaced or taken back, or only a part of it was copied. Ask your partner manager for the present one.',
  heldGone: 'Open the link of the letter once more, with the whole address.',
  keep: 'Keep the address of this page: whoever has it can read this registration and act on it.',
  held: (from: string) => `A mail of ${from} is filled in as the answer. It counts once you send it.`,
  needName: 'Write your name.',
  needMail: 'Write a mail address such as jo@acme.com.',
} as const;
