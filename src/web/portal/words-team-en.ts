/** What a partner reads about its team, in English. */
export const teamEn = {
  title: 'My team',
  lead: (company: string, partner: string) => `Who of ${partner} works with ${company} here.`,
  forReps: 'An admin of your team invites colleagues and hands deals over.',
  role: { partner_admin: 'Admin', partner_rep: 'Rep' },
  roleSays: {
    partner_admin: 'registers deals, sees earnings, runs the team',
    partner_rep: 'registers deals',
  },
  me: 'you',
  ended: 'No access',
  registrations: (count: number) =>
    count === 0 ? 'no open deal' : count === 1 ? '1 open deal' : `${count} open deals`,
  seen: (when: string) => `last here ${when}`,
  neverSeen: 'not here yet',
  more: (name: string) => `What to do with ${name}`,
  makeAdmin: 'Make admin',
  makeRep: 'Make rep',
  madeAdmin: (name: string) => `${name} is an admin now.`,
  madeRep: (name: string) => `${name} is a rep now.`,
  reopen: 'Open access again',
  reopened: (name: string) => `${name} can sign in again.`,
  endedByVendor: (company: string) => `${company} ended this access.`,
  lastAdmin: 'A team keeps an admin. Make somebody else an admin first.',

  invite: {
    button: 'Invite a colleague',
    title: 'Invite a colleague',
    says: 'They get a letter with a link that works once, for seven days.',
    email: 'Mail address',
    role: 'Role',
    send: 'Send the invitation',
    sent: (email: string) => `The invitation is on its way to ${email}.`,
    isColleague: 'They are in the team already.',
    isEnded: 'They were here before. Open their access again in the list.',
    isInvited: 'They are invited already. Send the letter again in the list.',
  },
  invitations: {
    title: 'Invited, not here yet',
    until: (when: string) => `The link works until ${when}`,
    over: (when: string) => `The link ended ${when}`,
    again: 'Send again',
    sentAgain: (email: string) => `A new letter is on its way to ${email}. The old link works no more.`,
    withdraw: 'Take back',
    withdrawn: (email: string) => `The invitation of ${email} is taken back.`,
    againFor: (email: string) => `Send the letter to ${email} again`,
    withdrawFor: (email: string) => `Take the invitation of ${email} back`,
  },
  end: {
    button: 'End access',
    title: (name: string) => `End the access of ${name}`,
    titleOwn: 'End your own access',
    says: 'They are out with their next click. You can open the access again.',
    saysOwn: 'You are out with your next click. Another admin can open your access again.',
    none: 'No deal is open under this name.',
    act: 'End access',
    done: (name: string, count: number) =>
      count === 0
        ? `${name} has no access now.`
        : `${name} has no access now; the open deals are handed over.`,
  },
  handOver: {
    button: 'Hand deals over',
    title: (name: string) => `Hand over what ${name} has`,
    says: (count: number) =>
      count === 1
        ? '1 deal that is not over goes on under another name, a draft too. Its answer and its protection run on as they are.'
        : `${count} deals that are not over go on under another name, drafts too. Their answers and their protection run on as they are.`,
    to: 'Who takes over',
    choose: 'Choose a colleague',
    nobody: 'There is no colleague to take over. Invite one first.',
    act: 'Hand over',
    done: (name: string) => `${name} takes over from here.`,
  },
} as const;
