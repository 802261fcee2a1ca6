import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { paths } from '../../paths.ts';
import { draftKey, type ImportDraft, openDraft, uploadFile } from './import-data.ts';
import { inImportOrder } from './kinds.ts';
import { queueText } from './steps.ts';

export type UploadItem = {
  readonly id: string;
  readonly file: File;
  readonly state: 'sending' | 'reading' | 'ready' | 'failed';
  readonly draft: ImportDraft | null;
  readonly error: unknown;
};

export type Upload = {
  readonly items: readonly UploadItem[];
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (id: string) => void;
  /** Goes on with the files that were understood. */
  readonly proceed: () => void;
};

/**
 * Uploads files one after the other and has each understood. When all are, it opens the wizard at the first of them,
 * in the order in which they are best imported. A file that fails keeps the others waiting for a decision.
 */
export function useUpload(org: string): Upload {
  const router = useRouter();
  const queries = useQueryClient();
  const [items, setItems] = useState<readonly UploadItem[]>([]);

  const change = useCallback((id: string, part: Partial<UploadItem>): void => {
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item)));
  }, []);

  const run = useCallback(
    async ({ id, file }: UploadItem): Promise<ImportDraft | null> => {
      try {
        change(id, { state: 'sending', error: null });
        const fileId = await uploadFile(org, file);
        change(id, { state: 'reading' });
        const draft = await openDraft(org, { fileId, fileName: file.name.slice(0, 200) });
        queries.setQueryData(draftKey(org, draft.draftId), draft);
        change(id, { state: 'ready', draft });
        return draft;
      } catch (error) {
        change(id, { state: 'failed', error });
        return null;
      }
    },
    [org, queries, change],
  );

  const open = useCallback(
    (drafts: readonly ImportDraft[]): void => {
      const ordered = inImportOrder(
        drafts.map(({ draftId, mapping }) => ({ draftId, kind: mapping?.kind ?? 'opportunities' })),
      );
      const [first] = ordered;
      if (first === undefined) return;
      const queue = queueText(ordered.map(({ draftId }) => draftId));
      router.history.push(paths.importDraft(org, first.draftId, { queue }));
    },
    [org, router],
  );

  const runAll = useCallback(
    async (wanted: readonly UploadItem[], ready: readonly ImportDraft[]): Promise<void> => {
      const drafts: (ImportDraft | null)[] = [...ready];
      for (const item of wanted) drafts.push(await run(item));
      const understood = drafts.filter((draft) => draft !== null);
      if (understood.length === drafts.length) open(understood);
    },
    [run, open],
  );

  const readyDrafts = items.flatMap((item) => item.draft ?? []);
  return {
    items,
    busy: items.some((item) => item.state === 'sending' || item.state === 'reading'),
    add: (files) => {
      const fresh = files.map((file): UploadItem => {
        return { id: crypto.randomUUID(), file, state: 'sending', draft: null, error: null };
      });
      setItems((all) => [...all.filter((item) => item.state !== 'failed'), ...fresh]);
      void runAll(fresh, readyDrafts);
    },
    retry: (id) => {
      const again = items.find((item) => item.id === id);
      if (again !== undefined) void runAll([again], readyDrafts);
    },
    proceed: () => open(readyDrafts),
  };
}
