import type { Context } from '../access/context.ts';
import type { Registration } from './ledger.ts';
import {
  answerRegistration,
  appealRegistration,
  askExtension,
  updateRegistration,
  withdrawRegistration,
} from './partner-moves.ts';

type Act = {
  readonly at: string;
  /** The operation where somebody is signed in, and where they hold the secret of the registration. */
  readonly portal: string;
  readonly held: string;
  readonly summary: string;
  readonly act: (
    context: Context,
    face: 'portal',
    registrationId: string,
    words: string,
  ) => Promise<{ readonly state: Registration['life']['state'] }>;
};

/** What a partner says about a registration that it has sent: the same acts in the portal and by a secret link. */
export const partnerActs: readonly Act[] = [
  {
    at: 'answer',
    portal: 'answerRegistration',
    held: 'answerHeldRegistration',
    summary: 'Answer what was asked, with the form as it is kept now',
    act: answerRegistration,
  },
  {
    at: 'withdrawal',
    portal: 'withdrawRegistration',
    held: 'withdrawHeldRegistration',
    summary: 'Take the registration back; what it protected is free again',
    act: withdrawRegistration,
  },
  {
    at: 'update',
    portal: 'updateRegistration',
    held: 'updateHeldRegistration',
    summary: 'Tell how the protected deal goes; it counts as activity',
    act: updateRegistration,
  },
  {
    at: 'extension',
    portal: 'askExtension',
    held: 'askHeldExtension',
    summary: 'Ask for the one extension of the protection, with what shows that there is work',
    act: askExtension,
  },
  {
    at: 'appeal',
    portal: 'appealRegistration',
    held: 'appealHeldRegistration',
    summary: 'Appeal a rejection, or a ruling that set it aside, to the CRO, whose answer is final',
    act: appealRegistration,
  },
];
