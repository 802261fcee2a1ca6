/** The row that a sealed address belongs to: it opens for this channel of this organization and no other. */
export function placeOfChannel(org: string, channel: string): string {
  return `${org} ${channel}`;
}
