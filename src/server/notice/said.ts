import type { Told } from '#core/notice/kinds.ts';

/** What somebody is told: a kind with its facts, where it leads, and what makes it the same thing said again. */
export type Said = Told & {
  /** The path below the desk of the organization, or below its portal for a kind of the portal. */
  readonly link: string;
  readonly eventKey: string;
  /** The deal that it speaks of: once it is gone, nobody is written to about it. */
  readonly opportunityId?: string | null;
  /** The partner to whose people a kind of the portal speaks. */
  readonly partnerId?: string | null;
};
