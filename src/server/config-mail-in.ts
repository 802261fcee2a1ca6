import { isIP } from 'node:net';
import { type Environment, readSetting, refused } from './config-settings.ts';

/** Where mail comes in, and for which addresses. */
export type MailInSettings = {
  /** TANDEM_MAIL_DOMAIN in small letters: what stands behind the @ of our addresses. */
  readonly domain: string;
  /** TANDEM_MAIL_IN, default 127.0.0.1:2525; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
};

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domainName = new RegExp(`^(?:${label}\\.)+${label}$`);
const hostAndPort = /^(?:\[([^\]]+)\]|([^\s:[\]/]+)):(\d{1,5})$/;
const nearby = '127.0.0.1:2525';

/**
 * Reads where mail comes in: null unless TANDEM_MAIL_DOMAIN is set. Throws RefusalError on a domain or an address that
 * is none, and on TANDEM_MAIL_IN alone, which would listen for addresses that nobody has.
 */
export function readMailIn(env: Environment): MailInSettings | null {
  const domain = readSetting(env, 'TANDEM_MAIL_DOMAIN')?.toLowerCase() ?? null;
  const listen = readSetting(env, 'TANDEM_MAIL_IN');
  if (domain === null) {
    if (listen === null) return null;
    throw refused(
      'TANDEM_MAIL_IN',
      'TANDEM_MAIL_IN is set and TANDEM_MAIL_DOMAIN is not: set the domain whose mail comes here, as in.example.org, or unset both.',
    );
  }
  if (domain.length > 200 || !domainName.test(domain)) {
    throw refused(
      'TANDEM_MAIL_DOMAIN',
      `TANDEM_MAIL_DOMAIN is "${domain.slice(0, 80)}": write the name of a domain, as in.example.org, without @ and in ASCII.`,
    );
  }
  const [, bracketed, plain, port] = hostAndPort.exec(listen ?? nearby) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65_535 || (bracketed !== undefined && isIP(bracketed) !== 6)) {
    throw refused(
      'TANDEM_MAIL_IN',
      `TANDEM_MAIL_IN is "${listen?.slice(0, 80)}": write an address and a port of this machine, as 127.0.0.1:2525 or [::1]:2525.`,
    );
  }
  return Object.freeze({ domain, host, port: Number(port) });
}

/** The address to listen on, as it is written in the setting. */
export function listenAddress({ host, port }: MailInSettings): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
