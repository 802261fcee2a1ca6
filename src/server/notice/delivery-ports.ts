import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Ports } from '../access/context.ts';
import type { MailOut } from '../mail/message.ts';
import type { AddressParts } from '../mail-in/address.ts';

/** Where posts to Slack leave; src/connectors/slack is the real one. */
export type SlackOut = {
  /** Why an address is not taken, in words for whoever gave it; null if it is. */
  readonly refusal: (address: string) => string | null;
  readonly post: (
    address: string,
    text: string,
  ) => Promise<
    | { readonly ok: true; readonly answer: string }
    | {
        readonly ok: false;
        readonly isPermanent: boolean;
        readonly answer: string;
        readonly retryAfterMs: number | null;
      }
  >;
};

/** What sending needs of the world. */
export type DeliveryPorts = {
  readonly ports: Ports;
  readonly mail: MailOut;
  readonly slack: SlackOut;
  /** Opens the addresses of channels. */
  readonly slackKey: Buffer;
  readonly unsubscribeKey: Buffer;
  /** The address at which mail about something comes in; null where no mail does. */
  readonly mailAddress: (parts: AddressParts) => string | null;
  /** Makes the secrets of links to registrations. */
  readonly formKey: Buffer;
  /** The public address for links, never taken from a request. */
  readonly publicUrl: () => string;
  readonly findUser: (
    userId: string,
  ) => Promise<{ readonly email: string; readonly disabledAt: number | null } | null>;
};

/** What came of one try. */
export type Sent = {
  readonly address: string | null;
  readonly answer: string;
  readonly leftOut: readonly string[];
  /** The language of the letter; nothing where there is no letter. */
  readonly language?: PortalLanguage;
} & (
  | { readonly end: 'sent' | 'dropped' }
  | { readonly end: 'refused'; readonly isPermanent: boolean; readonly retryAfterMs: number | null }
);
