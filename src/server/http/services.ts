import type { Logger } from 'pino';
import type { Ports } from '../access/context.ts';
import type { Config } from '../config.ts';
import type { CrmFiles } from '../crm/crm-files.ts';
import type { Identity } from '../identity/identity.ts';
import type { FileReader } from '../import/reader.ts';
import type { MailOut } from '../mail/message.ts';
import type { DeliveryPorts } from '../notice/delivery-ports.ts';

/** What the running server holds; routes pick from it what a verb needs. */
export type Services = {
  readonly config: Config;
  readonly ports: Ports;
  readonly identity: Identity;
  readonly mail: MailOut;
  /** What sends letters and posts. */
  readonly delivery: DeliveryPorts;
  /** Reads the files that people import. */
  readonly fileReader: FileReader;
  /** Writes what a CRM takes, and reads its exports. */
  readonly crmFiles: CrmFiles;
  readonly log: Logger;
  /** The public address for links, never taken from a request. */
  readonly publicUrl: () => string;
  /** Told by set-up, so that links are right from then on. */
  readonly rememberPublicUrl: (url: string) => void;
};
