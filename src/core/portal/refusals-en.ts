import type { PortalEntry } from '#core/registration/portal-format.ts';

/** Why something that somebody at a partner asked for is not done, and what to do instead, in English. */
export const refusalsEnglish = {
  'entry.credentials': () => 'The address or the password is not right.',
  'entry.link': () => 'This link was used already, or is older than fifteen minutes. Ask for a new one.',
  'entry.code': () => 'The code is not right, or was used already. Wait for the next one.',
  'entry.over': () => 'This sign-in has ended. Start again with your address.',
  'entry.attempts': () => 'Too many attempts. Wait a while, then try again.',
  'entry.password': () => 'Choose a longer one, such as four unrelated words.',
  'entry.account': () => 'There is an account with this address already. Sign in with it first.',

  'invitation.over': () => 'This invitation was used, taken back, or has ended. Ask for a new one.',
  'invitation.address': (p) => `This invitation is for ${p.email}. Sign in with that address.`,
  'invitation.account': (p) => `There is an account for ${p.email} already. Sign in, then accept.`,
  'invitation.member': () => 'You are a member of this organization already.',

  'team.not_admin': () => 'You are no admin of your team any more. Load the page again.',
  'team.last_admin': () => 'This is the last admin of the team. Make a colleague an admin first.',
  'team.ended': () => 'Their access has ended already.',
  'team.open': () => 'Their access is open.',
  'team.ended_by_company': (p) => `${p.company} ended this access. Ask your partner manager.`,
  'team.successor': () => 'Choose a colleague; nothing that is not over stays without a name.',
  'team.other_successor': () => 'Choose another colleague.',
  'team.colleague': () => 'They are in the team already.',
  'team.open_again': () => 'Open their access again; it stands in the list.',
  'team.invited': () => 'Send its letter again, or take it back first.',

  'registration.not_open': () =>
    'Deals cannot be registered yet: the registration page of the program is not signed.',
  'registration.access_ended': () => 'Your access has ended. Ask an admin of your company.',
  'registration.sent': () => 'It has been sent; what was sent cannot be typed over.',
  'registration.drafts': () =>
    'So many drafts were begun today that no more are. Go on with one of them, or come back tomorrow.',
  'registration.went_on': () => 'The registration has gone on by now. Load the page again.',
  'registration.appealed': () => 'It has been appealed before; the answer is final.',
  'registration.final': () => 'The ruling on this account is final.',
  'registration.in_hand': () =>
    'Something else is being decided about this customer. Appeal once it is; the appeal is not lost.',

  'case.over': (p, f) =>
    `The credit of this deal could be disputed until ${f.day(p.until)}: ${p.days} business days after its lock or its close.`,
  'case.there': () => 'The credit of this deal is disputed already. Add your evidence there.',
  'case.yours': () => 'You opened this case; the other side answers. Add evidence instead.',
  'case.theirs': () => 'Only who opened the case takes it back.',
  'case.too_late': () => 'The time to appeal is over. The ruling is final.',
  'case.in_favour': () => 'The ruling is in your favour. Only the side that lost can appeal.',
  'case.went_on': () => 'The case has gone on by now. Load the page again.',

  'claim.twice': () =>
    'Use the one that is there. If it is wrong, withdraw it first; if it was another day, say which.',
  'claim.evidence': () =>
    'Paste the address of the thread, document or recording, or name the meeting: meeting:Discovery, 3 March.',
  'claim.unsigned': () => 'Correct the day, or the signing date of the partner if that is wrong.',
  'claim.left': () => 'Name who took over, or correct the day.',
  'claim.answered': () => 'This claim was answered. Ask the company to withdraw it.',
  'claim.taken_back': () => 'This claim was taken back already.',
} as const satisfies Record<string, PortalEntry>;
