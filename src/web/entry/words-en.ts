/** What is read before the product: at sign-in, behind mailed links and at an invitation. In English. */
export const entryEnglish = {
  email: 'Mail address',
  lookInMail: 'Look in your mail',
  mailMe: 'Mail me a link',
  signInTitle: 'Sign in',
  password: 'Password',
  signIn: 'Sign in',
  forgot: 'Forgot the password?',
  withoutPassword: 'or without a password',
  linkSent: (email: string) =>
    `If ${email} belongs to a person here, a link to sign in is on its way. It works once, for fifteen minutes. Where no mail server is set up, the letter is in the mail folder of the data folder.`,
  addressFirst: 'Write your mail address above first.',

  badLink: 'This link does not sign you in',
  newLink: 'Ask for a new link',
  toSignIn: 'Go to sign-in',
  linkWorks: 'A link works once, for fifteen minutes, with the whole address of the letter.',
  linkReady: 'Your link is ready. It works once.',
  signInNow: 'Sign in now',

  oneMoreStep: 'One more step',
  asksCode: 'Your account asks for a code when you sign in.',
  code: 'Code',
  codeSays: 'Six digits from your authenticator, or one of your backup codes.',
  continue: 'Continue',
  startAgain: 'Start again',

  choosePassword: 'Choose a new password',
  weMail: 'We mail you a link that lets you choose a new one.',
  passwordLinkSent: (email: string) =>
    `If ${email} belongs to a person here, the link is on its way. It works once, for an hour.`,
  backToSignIn: 'Back to sign-in',
  passwordChanged: 'The password is changed',
  signInWithIt: 'Sign in with it',
  signedOutElsewhere: 'You were signed out everywhere else.',
  newPassword: 'New password',
  passwordSays: 'Ten characters or more. A few unusual words do well.',
  changePassword: 'Change the password',

  badInvitation: 'This invitation cannot be used',
  newInvitation: 'Ask for a new one',
  invitationWorks:
    'An invitation works once, for seven days, with the whole address of the letter. If you accepted it before, sign in instead.',
  invitation: 'Invitation',
  join: (organization: string) => `Join ${organization}`,
  invitedAs: (roles: string, email: string) => `You are invited as ${roles}, with the address ${email}.`,
  signedIn: 'You are signed in with this address.',
  otherAddress: (email: string, invited: string) =>
    `You are signed in as ${email}, which is another address. Accepting makes a new sign-in for ${invited}.`,
  yourName: 'Your name',
  ownPassword: 'Choose a password',
  accept: 'Accept and go on',
  haveSignIn: (email: string) => `Do you have a sign-in for ${email} already?`,
  signInFirst: 'Sign in first',
  thenAgain: 'Then open the link in the letter again.',
};
