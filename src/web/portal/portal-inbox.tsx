import type { ReactNode } from 'react';
import { InboxPage } from '../notice/inbox.tsx';
import { usePortal } from './portal-context.ts';

/** The inbox of one of a partner's people; the frame has said in which language. */
export function PortalInbox(): ReactNode {
  return <InboxPage inbox={{ slug: usePortal().slug, face: 'portal' }} />;
}
