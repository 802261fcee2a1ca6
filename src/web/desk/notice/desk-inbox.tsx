import type { ReactNode } from 'react';
import { InboxPage } from '../../notice/inbox.tsx';
import { useDesk } from '../desk-context.ts';

/** The inbox of somebody on the desk. */
export function DeskInbox(): ReactNode {
  return <InboxPage inbox={{ slug: useDesk().slug, face: 'desk' }} />;
}
