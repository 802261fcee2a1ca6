import type { Context } from '../access/context.ts';
import { answerMail, registerMail } from '../registration/form/mail-kinds.ts';
import { dealMail } from './deal-mail.ts';
import type { ReadMail } from './read-mail.ts';

/** What became of a mail: kept, known already, or what it was for is there no more. */
export type Taken = 'kept' | 'known' | 'gone';

/** What is done with the mail to one kind of address. The context acts for the machine, in the organization of the address. */
export type AddressKind = {
  /** Whether the address takes mail; if not, it is refused like one that never was. */
  readonly stands: (context: Context, reference: string) => Promise<boolean>;
  /** Keeps the mail, in one transaction; `secret` is that of the installation, for links that a letter brings. A mail that comes again must be 'known': its sender may not have heard us. */
  readonly take: (context: Context, reference: string, mail: ReadMail, secret: string) => Promise<Taken>;
};

/** Every kind of address that takes mail, by the word that its addresses begin with. Add one by adding an entry. */
export const addressKinds: ReadonlyMap<string, AddressKind> = new Map([
  ['deal', dealMail],
  ['register', registerMail],
  ['answer', answerMail],
]);
