import { domainToASCII, domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import type { HostParts } from '#core/ecosystem/account-key.ts';

/**
 * The host as the public suffix list sees it; null where the text is no host. Sites under a shared suffix (a shop at a
 * shop builder, a page at a code host) are owned by whoever made them, so private suffixes count.
 */
export function readHost(host: string): HostParts | null {
  const ascii = domainToASCII(host);
  if (ascii === '') return null;
  const { domain, isIp, isIcann, isPrivate, hostname } = parse(ascii, { allowPrivateDomains: true });
  if (hostname === null) return null;
  return {
    ascii: hostname,
    shown: domainToUnicode(hostname),
    registrable: isIp === true ? null : domain,
    isPublic: isIcann === true || isPrivate === true,
  };
}
