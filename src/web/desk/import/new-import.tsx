import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { SampleFiles } from './sample-files.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** Upload: the first step of every import. */
export function NewImport(): ReactNode {
  const { slug } = useDesk();
  const mayRun = useMay('import.run');
  return (
    <Page
      title="Import files"
      width="narrow"
      up={{ label: 'Imports', href: paths.imports(slug) }}
      lead="Drop what your CRM exports, as it is. Nothing changes before you have seen what would come of it."
    >
      {mayRun ? (
        <>
          <UploadPanel />
          <SampleFiles />
        </>
      ) : (
        <EmptyState title="Not yours to import">
          Importing is for the Head of Partnerships, partner ops and administrators.
        </EmptyState>
      )}
    </Page>
  );
}
